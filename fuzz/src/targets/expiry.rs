//! Dates in every form tools write them.

use aws_files::{Document, FileKind, Profiles, Section, expiry};
use chrono::{DateTime, TimeDelta, Utc};

use crate::{Target, seeds};

pub(crate) const TARGET: Target = Target { name: "expiry", check, read, seeds };

fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let found = expiry::parse(text);
    assert_eq!(found, expiry::parse(&format!(" {text}\t")), "blanks around a date say nothing");
    if let Some(instant) = found {
        assert!(instant.timestamp() > 0, "zero is no date");
        assert_eq!(expiry::parse(&instant.to_rfc3339()), Some(instant), "in our own form it is the same");
    }
    assert!(text.is_empty() || expiry::of_variable("AWS_CREDENTIAL_EXPIRATION", text).is_some());
    for beside in ["", "assumed_role = True\n", "autoawsume = true\n", "aws_security_token = x\n"] {
        renewed_is_read_back(text, beside);
    }
}

/// A new date in the form of the old one is read as that date.
fn renewed_is_read_back(text: &str, beside: &str) {
    let end = DateTime::from_timestamp(1_796_166_309, 0).unwrap_or_default();
    // Far enough from Greenwich that a mistake shows.
    let local = |time: DateTime<Utc>| (time - TimeDelta::minutes(210)).naive_utc();
    for key in expiry::KEYS {
        let Some(document) = section(&format!("{beside}{key} = {text}\n")) else { continue };
        let read = Profiles::read(None, Some(&document));
        let Some(old) = read.get("a").and_then(|profile| profile.credentials.as_ref()) else { continue };
        for (key, new) in expiry::renewed(old, end, &local) {
            // A line break in the text makes it several settings, each in a form of its own, or one on several lines.
            let text = old.get(key).map_or(text, aws_files::Setting::value).replace('\n', "\n ");
            let was = section(&format!("{beside}{key} = {text}\n"));
            let was = was.as_ref().map(|was| Profiles::read(None, Some(was)));
            let was = was.as_ref().and_then(|was| was.get("a")?.credentials.as_ref().and_then(moment));
            let written = section(&format!("{beside}{key} = {new}\n")).expect("a new date is one line");
            let read = Profiles::read(None, Some(&written));
            let now = read.get("a").and_then(|profile| profile.credentials.as_ref()).and_then(moment);
            let expected = match was {
                Some(expiry::ExpiryMoment::Local(_)) => expiry::ExpiryMoment::Local(local(end)),
                _ => expiry::ExpiryMoment::Known(end),
            };
            assert_eq!(now, Some(expected), "{new:?} in the form of {text:?}");
        }
    }
}

fn moment(section: &Section) -> Option<expiry::ExpiryMoment> {
    expiry::of_section(section).map(|expiry| expiry.moment)
}

/// A section with these settings, where they can be one.
fn section(settings: &str) -> Option<Document> {
    let document = Document::parse(FileKind::Credentials, format!("[a]\n{settings}").as_bytes());
    document.syntax_errors().is_empty().then_some(document)
}

fn read(data: &[u8]) {
    let _ = std::str::from_utf8(data).map(expiry::parse);
}

fn seeds() -> Vec<Vec<u8>> {
    let by_hand =
        ["1795470701", "1795470701000", "1795470701.5", "Mon, 23 Nov 2026 21:51:41 GMT", "20261123T144342Z"];
    [seeds::texts(seeds::EXPIRY, "text"), seeds::of(&by_hand)].concat()
}
