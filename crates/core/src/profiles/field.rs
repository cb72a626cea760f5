//! Checks single values of settings, whatever the rest of the section says.

use aws_files::regions::is_host_label;
use aws_files::{Arn, is_account_id, python_int, setting, shlex_split};

use crate::masked::is_masked;
use crate::preferences::is_role_arn;
use crate::problem::{Code, Problem};

/// Checks a value, and returns its problem. The sentence never names a secret.
pub(super) fn check_field(key: &str, value: &str) -> Option<Problem> {
    let expected = match key {
        _ if is_masked(value) => Some("unmasked"),
        setting::ROLE_ARN => expect(is_role_arn(value), "role-arn"),
        setting::MFA_SERIAL => expect(is_mfa_serial(value), "mfa-serial"),
        setting::REGION | setting::SSO_REGION => expect(is_host_label(value), "region"),
        setting::SSO_START_URL => expect(is_start_url(value), "start-url"),
        setting::SSO_ACCOUNT_ID => expect(is_account_id(value), "account-id"),
        setting::SSO_ROLE_NAME => expect(is_word(value, 1, 64), "role-name"),
        setting::ROLE_SESSION_NAME => expect(is_word(value, 2, 64), "session-name"),
        setting::EXTERNAL_ID => expect(is_external_id(value), "external-id"),
        setting::SOURCE_PROFILE | setting::SSO_SESSION => expect(!value.is_empty(), "name"),
        setting::LOGIN_SESSION => expect(Arn::parse(value).is_some(), "login-session"),
        setting::CREDENTIAL_SOURCE => expect(CREDENTIAL_SOURCES.contains(&value), "credential-source"),
        setting::AWS_ACCESS_KEY_ID => expect(is_access_key(value), "access-key"),
        key if super::is_secret_key(key) => expect(is_secret_text(value), "secret"),
        setting::WEB_IDENTITY_TOKEN_FILE => expect(is_full_path(value), "token-file"),
        setting::CREDENTIAL_PROCESS | setting::MFA_PROCESS => expect(program(value).is_some(), "command"),
        setting::DURATION_SECONDS => return duration(value),
        _ => None,
    };
    expected.map(|expected| Problem::new(Code::InvalidSetting).with("key", key).with("expected", expected))
}

/// A value that may work and looks as if it did not.
pub(super) fn warn_of_field(key: &str, value: &str, is_program: &dyn Fn(&str) -> bool) -> Option<Problem> {
    match key {
        setting::REGION | setting::SSO_REGION if is_host_label(value) && !is_usual_region(value) => {
            Some(Problem::new(Code::UnusualRegion).with("key", key).with("region", value))
        }
        setting::CREDENTIAL_PROCESS | setting::MFA_PROCESS => {
            let program = program(value).filter(|program| !is_program(program))?;
            Some(Problem::new(Code::ProgramNotFound).with("key", key).with("program", program))
        }
        _ => None,
    }
}

/// The values of `credential_source`.
pub const CREDENTIAL_SOURCES: [&str; 3] = ["Environment", "Ec2InstanceMetadata", "EcsContainer"];

fn expect(holds: bool, expected: &'static str) -> Option<&'static str> {
    (!holds).then_some(expected)
}

/// The program of a command as botocore splits it.
fn program(command: &str) -> Option<String> {
    // On Windows a backslash is a letter, so a path that starts with a drive is taken to its end.
    let windows = command.as_bytes().get(1) == Some(&b':');
    let words = if windows { None } else { shlex_split(command) };
    let first = if windows {
        command.split_whitespace().next().map(str::to_owned)
    } else {
        words.and_then(|words| words.into_iter().next())
    };
    first.filter(|word| !word.is_empty())
}

fn duration(value: &str) -> Option<Problem> {
    python_int(value).is_none().then(|| {
        Problem::new(Code::InvalidSetting).with("key", setting::DURATION_SECONDS).with("expected", "duration")
    })
}

/// A virtual device's ARN, or the serial number of a hardware device. Security keys (`u2f`) are of no
/// use outside the console.
fn is_mfa_serial(text: &str) -> bool {
    match Arn::parse(text) {
        Some(arn) => arn.is_of_iam() && arn.mfa_device().is_some_and(|name| is_word_of(name, "_+=,.@-/")),
        None => text.len() >= 9 && is_word_of(text, "_+=/,.@-"),
    }
}

fn is_word_of(text: &str, also: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(c))
}

fn is_word(text: &str, shortest: usize, longest: usize) -> bool {
    (shortest..=longest).contains(&text.len()) && is_word_of(text, "_+=,.@-")
}

fn is_external_id(text: &str) -> bool {
    (2..=1224).contains(&text.len()) && is_word_of(text, "_+=,.@:/-")
}

/// `eu-central-1`, `us-gov-west-1`, `aws-global`.
fn is_usual_region(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let letters = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    match parts.as_slice() {
        ["aws", .., "global"] => true,
        [words @ .., number] => {
            words.len() >= 2 && words.iter().all(letters) && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        [] => false,
    }
}

fn is_start_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").map(|rest| rest.split('/').next().unwrap_or_default());
    host.is_some_and(|host| host.contains('.') && is_word_of(host, ".-:"))
        && !text.contains(char::is_whitespace)
}

fn is_access_key(text: &str) -> bool {
    (4..=128).contains(&text.len()) && is_word_of(text, "_")
}

/// Keys and tokens are base64: a blank, a quote or a comment behind them breaks every signature.
fn is_secret_text(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'#;".contains(c))
}

/// No tool expands `~` or a variable here.
fn is_full_path(text: &str) -> bool {
    let drive = text.as_bytes().get(1) == Some(&b':');
    text.starts_with('/') || text.starts_with(r"\\") || drive
}
