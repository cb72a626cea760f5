//! The page that a browser shows when it was sent back to this machine: whole, with nothing from elsewhere.

use crate::text::Text;

/// Returns the page of a title and a sentence, by the ids of their messages.
pub fn page(text: &Text, title: &str, words: &str) -> String {
    let (language, title, words) = (text.language().as_str(), text.say(title), text.say(words));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title} – Sandglass</title><style>{STYLE}</style>\
         </head>\n<body><main><h1>{title}</h1><p>{words}</p></main></body></html>\n"
    )
}

const STYLE: &str = ":root{color-scheme:light dark}\
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif}\
main{max-width:28rem;padding:2rem;text-align:center}h1{font-size:1.5rem;font-weight:600}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn it_needs_nothing_from_elsewhere_and_speaks_the_users_language() {
        for language in Language::ALL {
            let page = page(&Text::new(language), "sign-in-page-done", "sign-in-page-done-words");
            assert!(page.contains(&format!("<html lang=\"{}\">", language.as_str())), "{page}");
            for from_elsewhere in ["http", "src=", "href=", "url(", "@import", "<script"] {
                assert!(!page.contains(from_elsewhere), "{page}");
            }
        }
    }
}
