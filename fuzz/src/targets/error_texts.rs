//! Error messages that people paste.

use sandglass_doctor::error_text::{self, ErrorCode};

use crate::{Target, seeds};

pub(crate) const TARGET: Target = Target { name: "error_texts", check, read, seeds };

fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let found = error_text::read(&text);
    assert_eq!(found, error_text::read(&text), "the same text means the same");
    assert_eq!(found, error_text::read(&format!("\n\n  {text}\r\n")), "so it does with blanks around it");
    assert_eq!(found, error_text::read(&format!("\u{1b}[31m{text}\u{1b}[0m")), "and in colour");
    if let ErrorCode::Aws(code) = &found.code {
        assert!(!code.is_empty() && !code.contains(char::is_whitespace), "{code:?} is no code");
    }
    if found.code == ErrorCode::Unrecognised {
        assert!(found.operation.is_none() && found.service.is_none(), "nothing is guessed");
    }
}

fn read(data: &[u8]) {
    let _ = error_text::read(&String::from_utf8_lossy(data));
}

fn seeds() -> Vec<Vec<u8>> {
    [seeds::texts(seeds::ERROR_TEXTS, "text"), seeds::texts(seeds::ERRORS, "message")].concat()
}
