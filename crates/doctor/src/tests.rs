//! Tests of rules that hold for every cause, check and message.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use sandglass_core::text::{Language, Text};

/// Messages that are there, in both languages: a missing one is said by its id.
fn has(text: &Text, id: &str, part: Option<&str>) -> bool {
    text.sentence(id, part, &[]) != id
}

#[test]
fn every_cause_has_its_words() {
    for language in Language::ALL {
        let text = Text::new(language);
        for cause in Cause::ALL {
            let id = format!("doctor-{}", cause.as_str());
            for part in [None, Some("explanation"), Some("fix")] {
                assert!(has(&text, &id, part), "{id} {part:?} in {language:?}");
            }
        }
        for check in CheckCode::ALL {
            let id = format!("check-{}", check.as_str());
            assert!(has(&text, &id, None), "{id} in {language:?}");
        }
    }
}

#[test]
fn every_message_the_checks_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let text = Text::new(Language::English);
    let mut named = BTreeSet::new();
    collect(&root, &mut named);
    assert!(named.len() > 60, "{named:?}");
    let missing: Vec<&String> = named.iter().filter(|id| !has(&text, id, None)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every string in the sources that is a message's id.
fn collect(directory: &Path, named: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(directory).expect("read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, named);
        } else if !path.ends_with("tests.rs") {
            let source = std::fs::read_to_string(&path).expect("read");
            let prefixes = ["check-", "exhibit-", "fix-", "symptom-", "doctor-"];
            let ids = source.split('"').skip(1).step_by(2);
            let is_id = |id: &&str| {
                prefixes.iter().any(|prefix| id.starts_with(prefix))
                    && !id.ends_with('-')
                    && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            };
            named.extend(ids.filter(is_id).map(str::to_owned));
        }
    }
}

#[test]
fn every_cause_is_documented() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/doctor.md");
    let page = std::fs::read_to_string(page).expect("docs/doctor.md");
    let missing: Vec<&str> = Cause::ALL
        .iter()
        .map(|cause| cause.as_str())
        .filter(|code| !page.contains(&format!("**`{code}`**")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn codes_are_words_and_lead_back_to_their_cause() {
    for cause in Cause::ALL {
        assert_eq!(Cause::parse(cause.as_str()), Some(*cause));
        assert!(cause.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
    }
    assert_eq!(Cause::parse("healthy"), None);
}

#[test]
fn the_window_speaks_no_terminal() {
    for text in Language::ALL.map(Text::new) {
        for cause in Cause::ALL {
            let id = format!("doctor-{}", cause.as_str());
            let part = if text.has(&id, "window") { "window" } else { "fix" };
            // Commands of the AWS CLI have their arguments.
            let said = text.sentence(&id, Some(part), &[]).replace(" --", " ");
            let wrong = ["`", "sandglass ", " --"].iter().any(|part| said.contains(part));
            assert!(!wrong, "{id}: {said}");
        }
    }
}
