//! Recognises the frames in which SDKs print an answer of AWS: code, operation, service.

use super::evidence::speaks_of_aws;
use super::fold::{Folded, folded};
use super::service::{CODES, Form, hint};
use super::words::Hint;
use super::{Candidate, ErrorCode, MESSAGE};

/// Codes that the AWS CLI v2 gives its own errors: their sentences say more.
const OF_THE_CLI: &[&str] = &["NoCredentials", "NoRegion", "Configuration", "ParamValidation"];
/// The text before a code in the frames that name it, folded.
const BEFORE: &[&str] = &[
    "apierror",
    "errorcode:",
    "codigodeerro:",
    "code:",
    "code:'",
    "code:\"",
    "code\":\"",
    "code':'",
    "code=",
    "<code>",
    "::errors::",
    "unhandlederror(",
    "__type\":\"",
    "name:'",
    "name\":\"",
    "code:some(\"",
];
/// The text after a code in the others.
const AFTER: &[&str] = &["(client):", "(server):"];
/// The number of places at which a code is looked for, from the end.
const PLACES: usize = 64;
/// The distance before its code within which the name of a call may stand.
const CALL: usize = 600;

/// Every frame in the text, in its order.
pub(super) fn all(text: &Folded<'_>) -> Vec<Candidate> {
    let mut found = called(text, "when calling the", "operation");
    found.extend(called(text, "occurred when calling the", "operation"));
    found.extend(called(text, "ao chamar a operação", ":"));
    found.extend(go_v2(text));
    if speaks_of_aws(text) {
        found.extend(CODES.iter().flat_map(|(code, form, _)| bare(text, code, *form)));
    }
    found.sort_by_key(|frame| frame.start);
    found
}

/// `(CODE) when calling the OPERATION operation: …` of botocore, however the sentence around it is translated.
fn called(text: &Folded<'_>, before: &str, after: &str) -> Vec<Candidate> {
    let (before, haystack) = (folded(before), text.text());
    let places = haystack.rmatch_indices(&before).take(PLACES);
    let frame = |(middle, _): (usize, &str)| {
        let open = haystack[..middle].strip_suffix(')')?.rfind('(')?;
        let code = text.word(open + 1..middle - 1);
        let start = middle + before.len();
        let end = start + within(haystack, start, 120).find(&folded(after))?;
        let operation = name(&text.word(start..end))?;
        (is_code(&code) && !OF_THE_CLI.contains(&code.as_str()))
            .then(|| candidate(text, open..end, &code, Some(operation), None))
    };
    places.filter_map(frame).collect()
}

/// `operation error SERVICE: OPERATION, https response error StatusCode: …, [api error] CODE: …`.
fn go_v2(text: &Folded<'_>) -> Vec<Candidate> {
    let haystack = text.text();
    let places = haystack.rmatch_indices("httpsresponseerrorstatuscode:").take(PLACES);
    let frame = |(start, _): (usize, &str)| {
        let window = within(haystack, start, 400);
        let mut from = after_field(window, window.find("requestid:")?)?;
        if window[from..].starts_with("hostid:") {
            from = after_field(window, from)?;
        }
        if window[from..].starts_with("apierror") {
            from += "apierror".len();
        }
        let to = from + window[from..].find(':')?;
        let code = text.word(start + from..start + to);
        let (service, operation) = go_call(text, start);
        is_code(&code).then(|| candidate(text, start..start + to, &code, operation, service))
    };
    places.filter_map(frame).collect()
}

/// Returns the end of a field that ends with a comma.
fn after_field(text: &str, start: usize) -> Option<usize> {
    Some(start + text[start..].find(',')? + 1)
}

/// The call that Go names before its answer.
fn go_call(text: &Folded<'_>, end: usize) -> (Option<String>, Option<String>) {
    let haystack = text.text();
    let from = haystack.floor_char_boundary(end.saturating_sub(CALL));
    let found = haystack[from..end].rfind("operationerror").map(|at| from + at + "operationerror".len());
    let Some(start) = found else { return (None, None) };
    let call = text.word(start..end);
    let mut parts = call.split([':', ',']).map(name);
    (parts.next().flatten(), parts.next().flatten())
}

/// A known code by itself: `ExpiredToken: …`, `Code: 'ExpiredToken'`, `Aws::STS::Errors::ExpiredToken`.
fn bare(text: &Folded<'_>, code: &str, form: Form) -> Vec<Candidate> {
    let (needle, haystack) = (folded(code), text.text());
    let frame = |(start, _): (usize, &str)| {
        let end = start + needle.len();
        let (left, right) = (&haystack[..start], &haystack[end..]);
        let framed = BEFORE.iter().any(|sign| left.ends_with(sign))
            || AFTER.iter().any(|sign| right.starts_with(sign));
        let of_go_v1 = right.starts_with(':') && within(haystack, end, 300).contains("statuscode:4");
        let of_denial = right.starts_with(":user:arn:aws");
        let is_one = text.stands_alone(start..end) || left.ends_with("apierror");
        let written = text.word(start..end);
        // Prose may hold the same letters; a code is written as AWS writes it.
        let believed = is_one && written == code && (form == Form::Own || framed || of_go_v1 || of_denial);
        let (service, operation) = around(text, start);
        believed.then(|| candidate(text, start..end, code, operation, service))
    };
    haystack.rmatch_indices(&needle).take(PLACES).filter_map(frame).collect()
}

/// The call that stands before a bare code: `calling sts:GetCallerIdentity: …`, `Error executing "AssumeRole" on`.
fn around(text: &Folded<'_>, end: usize) -> (Option<String>, Option<String>) {
    let haystack = text.text();
    let from = haystack.floor_char_boundary(end.saturating_sub(CALL));
    let before = &haystack[from..end];
    if let Some(at) = before.rfind("callingsts:") {
        let start = from + at + "callingsts:".len();
        let length = haystack[start..end].find(':').unwrap_or(0);
        return (Some("STS".to_owned()), name(&text.word(start..start + length)));
    }
    if let Some(at) = before.rfind("errorexecuting\"") {
        let start = from + at + "errorexecuting\"".len();
        let length = haystack[start..end].find('"').unwrap_or(0);
        return (None, name(&text.word(start..start + length)));
    }
    go_call(text, end)
}

fn candidate(
    text: &Folded<'_>,
    range: std::ops::Range<usize>,
    code: &str,
    operation: Option<String>,
    service: Option<String>,
) -> Candidate {
    let message = around_message(text.text(), &range);
    let hint = hint(code, operation.as_deref(), message);
    let weight = if hint == Hint::NotAboutCredentials { 3 } else { 4 };
    let code = ErrorCode::Aws(code.to_owned());
    Candidate {
        start: range.start,
        end: range.end,
        weight,
        code,
        hint,
        operation,
        service,
        captures: Vec::new(),
    }
}

/// The message stands after its code, and in Java and Rust before it.
fn around_message<'t>(haystack: &'t str, range: &std::ops::Range<usize>) -> &'t str {
    let before =
        haystack[..range.start].ends_with("errorcode:") || haystack[..range.start].ends_with("codigodeerro:");
    let reach = if before { MESSAGE } else { 0 };
    let start = haystack.floor_char_boundary(range.start.saturating_sub(reach));
    let end = haystack.floor_char_boundary(haystack.len().min(range.end + MESSAGE));
    &haystack[start..end]
}

fn within(haystack: &str, start: usize, length: usize) -> &str {
    &haystack[start..haystack.floor_char_boundary(haystack.len().min(start + length))]
}

/// A code of AWS: letters, digits and points, as in `InvalidInstanceID.NotFound`.
fn is_code(text: &str) -> bool {
    (2..=80).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

/// The name of a call or a service.
fn name(text: &str) -> Option<String> {
    let name: String = text.split_whitespace().collect();
    (!name.is_empty() && name.len() <= 60 && name.chars().all(|c| c.is_ascii_alphanumeric())).then_some(name)
}
