//! Checks the form of access keys and secrets, and recognises what pasting does to them.

use aws_files::{FileKind, LineFix, Location, SectionName, Setting, access_key, setting};

use super::misspelt;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence, mask};
use sandglass_core::profiles::Change;
use sandglass_core::resolve::KeysSource;

/// Every access key id that IAM and STS hand out has this length.
const KEY_LENGTH: usize = 20;
/// As has every secret that belongs to one.
const SECRET_LENGTH: usize = 40;

/// Returns the id of the message that says what is wrong with a value.
fn fault_of_key(key: &str) -> Option<&'static str> {
    let known = is_of_aws(key);
    let lower = !known && is_of_aws(&key.to_uppercase());
    common_fault(key).or_else(|| {
        if lower || !key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            Some("form-letters")
        } else if key.len() < 16 || (known && key.len() < KEY_LENGTH) {
            Some("form-short")
        } else if known && key.len() > KEY_LENGTH {
            Some("form-long")
        } else {
            None
        }
    })
}

fn is_of_aws(key: &str) -> bool {
    access_key::is_long_term(key) || access_key::is_temporary(key)
}

fn fault_of_secret(secret: &str, key: &str) -> Option<&'static str> {
    // Only beside a key that is one of AWS's own is the length certain.
    let known = is_of_aws(key) && key.len() == KEY_LENGTH;
    common_fault(secret).or_else(|| {
        if !secret.chars().all(|c| c.is_ascii_alphanumeric() || "+/=-_".contains(c)) {
            Some("form-letters")
        } else if known && secret.len() < SECRET_LENGTH {
            Some("form-short")
        } else if known && secret.len() > SECRET_LENGTH {
            Some("form-long")
        } else {
            None
        }
    })
}

fn common_fault(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        Some("form-empty")
    } else if value.contains(" #") || value.contains(" ;") {
        Some("form-comment")
    } else if value.starts_with(['"', '\'']) || value.ends_with(['"', '\'']) {
        Some("form-quotes")
    } else if value.contains(char::is_whitespace) {
        Some("form-blank")
    } else {
        None
    }
}

/// True if a request may hold it: a token has no form of its own.
fn is_signable(token: &str) -> bool {
    token.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// The keys in the variables.
pub(super) fn of_variables(evidence: &Evidence) -> Vec<Finding> {
    let variables = &evidence.variables.process;
    let key = variables.get("AWS_ACCESS_KEY_ID").unwrap_or_default();
    let secret = variables.get("AWS_SECRET_ACCESS_KEY").unwrap_or_default();
    let found = [
        (Cause::EnvironmentKeysRefused, "AWS_ACCESS_KEY_ID", fault_of_key(key)),
        (Cause::EnvironmentSecretWrong, "AWS_SECRET_ACCESS_KEY", fault_of_secret(secret, key)),
    ];
    let tokens = ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"];
    let token = variables.first(&tokens).filter(|(_, token)| !is_signable(token));
    let token = token.map(|(name, _)| (Cause::TokenMalformed, name, Some("form-letters")));
    let finding = |(cause, name, fault): (Cause, &str, Option<&'static str>)| {
        let value = mask::value(name, variables.get(name).unwrap_or_default());
        let shown = Exhibit::new("exhibit-variable").of_variable(name).value(value);
        // Of a secret the sentence names the key that it does not belong to.
        let place = if cause == Cause::EnvironmentSecretWrong { "AWS_ACCESS_KEY_ID" } else { name };
        fault.map(|_| Finding::suspicion(cause).with("place", place).shown_by(shown))
    };
    found.into_iter().chain(token).filter_map(finding).collect()
}

/// The keys of a section.
pub(super) fn of_section(evidence: &Evidence, keys: &KeysSource, file: FileKind) -> Vec<Finding> {
    let profile = evidence.profiles.get(&keys.profile);
    let section = profile.and_then(|profile| match file {
        FileKind::Config => profile.config.as_ref(),
        FileKind::Credentials => profile.credentials.as_ref(),
    });
    let Some(section) = section else { return Vec::new() };
    let key = section.get(setting::AWS_ACCESS_KEY_ID).map_or("", Setting::value);
    let found = [
        (Cause::KeyMalformed, setting::AWS_ACCESS_KEY_ID),
        (Cause::SecretMalformed, setting::AWS_SECRET_ACCESS_KEY),
        (Cause::TokenMalformed, setting::AWS_SECURITY_TOKEN),
        (Cause::TokenMalformed, setting::AWS_SESSION_TOKEN),
    ];
    let finding = |(cause, name): (Cause, &str)| {
        let setting = section.get(name)?;
        if profile.is_some_and(|profile| misspelt::swallows(evidence, profile, setting.at.line)) {
            return None;
        }
        let fault = match cause {
            Cause::KeyMalformed => fault_of_key(setting.value()),
            Cause::TokenMalformed => (!is_signable(setting.value())).then_some("form-letters"),
            _ => fault_of_secret(setting.value(), key),
        }?;
        let shown = Exhibit::new("exhibit-setting").at(setting.at, &evidence.paths);
        let finding = Finding::suspicion(cause)
            .with("fault", fault)
            .with("place", evidence.paths.display_location(setting.at))
            .shown_by(shown.value(mask::value(name, setting.value())));
        Some(finding.fixed_by(fix(evidence, &keys.profile, setting.at, fault)))
    };
    found.into_iter().filter_map(finding).collect()
}

/// Returns a fix that does not need to know the value.
fn fix(evidence: &Evidence, profile: &str, at: Location, fault: &str) -> Option<Fix> {
    let fix = match fault {
        "form-comment" => LineFix::CutFrom(comment_mark(evidence, at)?.to_owned()),
        "form-quotes" => LineFix::Unquote,
        _ => return None,
    };
    let change = Change::FixLines {
        section: SectionName::Profile(profile.to_owned()),
        file: at.file,
        lines: vec![(at.line, fix)],
    };
    Fix::edit(evidence, Sentence::new("fix-clean_value"), change)
}

fn comment_mark(evidence: &Evidence, at: Location) -> Option<&'static str> {
    let line = evidence.files.text.document(at.file).line(at.line)?;
    [" #", " ;"].into_iter().find(|mark| line.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pasting_makes_of_keys() {
        let good = "AKIAIOSFODNN7EXAMPLE";
        for (key, fault) in [
            (good, None),
            ("AKIAIOSFODNN7EXAMPL", Some("form-short")),
            ("AKIAIOSFODNN7EXAMPLEX", Some("form-long")),
            ("\"AKIAIOSFODNN7EXAMPLE\"", Some("form-quotes")),
            ("AKIAIOSFODNN7EXAMPLE # mine", Some("form-comment")),
            ("AKIA IOSFODNN7EXAMPLE", Some("form-blank")),
            ("AKIA-IOSFODNN7EXAMPL", Some("form-letters")),
            ("", Some("form-empty")),
            ("test_key_of_a_simulator", None),
        ] {
            assert_eq!(fault_of_key(key), fault, "{key}");
        }
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        assert_eq!(fault_of_secret(secret, good), None);
        assert_eq!(fault_of_secret(&secret[1..], good), Some("form-short"));
        assert_eq!(fault_of_secret("short", "other"), None, "no key of AWS's own");
        assert_eq!(fault_of_secret("'quoted'", "other"), Some("form-quotes"));
    }
}
