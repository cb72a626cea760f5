//! Asks a program for a code: `mfa_process`, or the command that the preferences name for a device. What it prints is
//! neither shown nor kept.

use std::time::Duration;

use sandglass_core::problem::{Code, Problem};
use sandglass_core::source::{Located, RoleSource};
use sandglass_doctor::evidence::live::ProcessFault;
use zeroize::Zeroizing;

use crate::sources::process::output_of;
use crate::{Environment, MfaCode};

/// Runs the program of a role's device, and returns the code it prints.
pub(crate) async fn code(
    role: &RoleSource,
    command: &Located<String>,
    environment: &Environment,
    limit: Duration,
) -> Result<MfaCode, Problem> {
    let failed = |reason: &'static str, detail: &str| {
        let serial = role.mfa_serial.as_ref().map(Located::as_str).unwrap_or_default();
        Problem::new(Code::MfaProcessFailed)
            .at(command.at.clone())
            .with("profile", &role.profile)
            .with("serial", serial)
            .with("reason", reason)
            .with("detail", detail)
    };
    match output_of(command.as_str(), None, environment, limit).await {
        Ok(said) => {
            let said = Zeroizing::new(said.stdout);
            read(&String::from_utf8_lossy(&said)).map_err(|fault| failed(fault, ""))
        }
        Err(ProcessFault::NotFound(program)) => Err(failed("not_found", &program)),
        Err(ProcessFault::Failed { detail, .. }) => Err(failed("failed", &without_codes(&detail))),
        Err(ProcessFault::Invalid(_) | ProcessFault::Expired(_)) => Err(failed("failed", "")),
    }
}

/// The code of an output, or what is wrong with it: without a word of it, for it may hold the code.
fn read(output: &str) -> Result<MfaCode, &'static str> {
    let text = output.trim();
    if text.is_empty() {
        return Err("empty");
    }
    if text.lines().count() > 1 {
        return Err("lines");
    }
    let is_code = |word: &str| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
    match MfaCode::parse(text) {
        Some(code) => Ok(code),
        None if text.split_whitespace().any(is_code) => Err("more"),
        None if text.bytes().all(|byte| byte.is_ascii_digit()) => Err("digits"),
        None => Err("other"),
    }
}

/// A program's complaint, without anything that may be a code.
fn without_codes(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut digits = String::new();
    for letter in text.chars().map(Some).chain([None]) {
        match letter {
            Some(digit) if digit.is_ascii_digit() => digits.push(digit),
            other => {
                shown.push_str(if digits.len() >= 6 { aws_files::MASK } else { &digits });
                digits.clear();
                shown.extend(other);
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_and_what_else_is_printed_is_named_without_it() {
        for good in ["123456", "123456\n", " 123456 \r\n", "123 456\n"] {
            assert_eq!(read(good).map(|code| code.digits().to_owned()), Ok("123456".to_owned()), "{good:?}");
        }
        for (bad, reason) in [
            ("", "empty"),
            ("\n \n", "empty"),
            ("AWS:ana  123456\n", "more"),
            ("123456 (12 s left)", "more"),
            ("123456\n654321\n", "lines"),
            ("12345678\n", "digits"),
            ("12345", "digits"),
            ("Touch your key", "other"),
            ("1234567a", "other"),
        ] {
            assert_eq!(read(bad).map(|_| ()), Err(reason), "{bad:?}");
        }
    }

    #[test]
    fn a_complaint_is_shown_without_codes() {
        assert_eq!(
            without_codes("code 123456 was sent, 5 left"),
            format!("code {} was sent, 5 left", aws_files::MASK)
        );
        assert_eq!(without_codes("12345678"), aws_files::MASK);
        assert_eq!(without_codes("error 12345"), "error 12345");
    }
}
