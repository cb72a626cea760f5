//! The pages that a person sees in the browser. They need nothing from elsewhere.

use std::fmt::Write as _;

use crate::answer::Answer;
use crate::refusal::Refusal;

/// Asks whether a program may act for the person; the fields go back with the answer.
pub(super) fn question<'a>(action: &str, fields: impl Iterator<Item = (&'a str, &'a str)>) -> Answer {
    let mut hidden = String::new();
    for (name, value) in fields {
        let _ = write!(hidden, "<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escaped(value));
    }
    let button =
        |value: &str, words: &str| format!("<button name=\"decision\" value=\"{value}\">{words}</button>");
    let (allow, deny) = (button("allow", "Allow access"), button("deny", "Deny access"));
    html(
        200,
        "Allow access?",
        &format!("<form method=\"post\" action=\"{action}\">{hidden}{allow} {deny}</form>"),
    )
}

/// Says that all is done.
pub(super) fn done() -> Answer {
    html(200, "Request answered", "<p>You can close this page.</p>")
}

/// Says why nothing can be allowed here.
pub(super) fn refused(refusal: &Refusal) -> Answer {
    let words = format!("<p>{}: {}</p>", refusal.code, escaped(&refusal.message));
    Answer { error: Some(refusal.code), ..html(refusal.status, "Cannot sign in", &words) }
}

/// Sends the browser elsewhere.
pub(super) fn redirect(to: &str) -> Answer {
    Answer { headers: vec![("location", to.to_owned())], ..html(302, "Signed in", "") }
}

fn html(status: u16, title: &str, body: &str) -> Answer {
    let body = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
         <body><h1>{title}</h1>{body}</body></html>\n"
    );
    Answer {
        status,
        content_type: "text/html; charset=utf-8",
        headers: Vec::new(),
        body,
        error: None,
        caller: None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
