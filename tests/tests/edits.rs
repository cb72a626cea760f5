//! Edits, judged by the real parsers: botocore reads exactly the intended change, rust-ini sees no
//! other, and every untouched byte is the same.

use aws_files::{Document, EditError, FileKind, Profiles, SectionName};
use ini::{Ini, ParseOption};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use sandglass_tests::awkward::{self, Edit};
use sandglass_tests::botocore::Botocore;
use serde_json::{Map, Value};

const CASES: usize = 1500;

/// The same cases in each run, so that a failure can be looked at again.
fn cases<S: Strategy>(strategy: &S) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..CASES).map(|_| strategy.new_tree(&mut runner).expect("a case").current()).collect()
}

fn profiles(document: &Document) -> Profiles {
    match document.kind() {
        FileKind::Config => Profiles::read(Some(document), None),
        FileKind::Credentials => Profiles::read(None, Some(document)),
    }
}

/// What we read, in the form of botocore's answer.
fn ours(document: &Document) -> Map<String, Value> {
    let profiles = profiles(document);
    let mut all = Map::new();
    for profile in profiles.iter() {
        let section = profile.config.as_ref().or(profile.credentials.as_ref()).expect("a section");
        let mut settings = Map::new();
        for key in section.keys() {
            settings.insert(key.to_owned(), Value::from(section.get(key).expect("it was listed").value()));
        }
        all.insert(profile.name.clone(), Value::Object(settings));
    }
    all
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn we_read_what_botocore_reads() {
    let Some(mut botocore) = Botocore::start("we_read_what_botocore_reads") else { return };
    let mut accepted = 0;
    for (kind, bytes) in cases(&awkward::file()) {
        let document = Document::parse(kind, &bytes);
        let theirs = botocore.read(kind, &bytes);
        let Some(theirs) = theirs.get("profiles") else {
            assert!(
                !document.syntax_errors().is_empty(),
                "botocore refuses {kind:?}: {theirs}\n{}",
                shown(&bytes)
            );
            continue;
        };
        accepted += 1;
        let errors = document.syntax_errors();
        assert!(errors.is_empty(), "botocore reads {kind:?}, we say {errors:?}:\n{}", shown(&bytes));
        let theirs = theirs.as_object().expect("profiles");
        let mine = ours(&document);
        let names = |map: &Map<String, Value>| map.keys().cloned().collect::<std::collections::BTreeSet<_>>();
        assert_eq!(names(&mine), names(theirs), "{kind:?}:\n{}", shown(&bytes));
        for (name, settings) in theirs {
            assert_eq!(
                names(mine[name].as_object().expect("settings")),
                names(settings.as_object().expect("settings")),
                "{name} in {kind:?}:\n{}",
                shown(&bytes)
            );
            same_values(&document, name, settings, &bytes);
        }
    }
    assert!(accepted > CASES / 3 && accepted < CASES, "{accepted} of {CASES} files were accepted");
}

fn same_values(document: &Document, name: &str, settings: &Value, bytes: &[u8]) {
    let profiles = profiles(document);
    let profile = profiles.get(name).expect("its name was compared");
    for (key, value) in settings.as_object().expect("settings") {
        match value {
            Value::Object(block) => {
                for (inner, value) in block {
                    let mine = profile.nested(key, inner).map(|setting| setting.value().to_owned());
                    assert_eq!(mine.as_deref(), value.as_str(), "{name}.{key}.{inner}:\n{}", shown(bytes));
                }
            }
            value => {
                let mine = profile.get(key).map(|setting| setting.value().to_owned());
                assert_eq!(mine.as_deref(), value.as_str(), "{name}.{key}:\n{}", shown(bytes));
            }
        }
    }
}

/// An edit made concrete: the edited document and what it was meant to do.
struct Made {
    result: Result<Document, EditError>,
    profile: String,
    key: String,
    /// None for a removal.
    value: Option<String>,
}

fn make(document: &Document, edit: Edit) -> Option<Made> {
    let existing = ours(document);
    let pick = |n: usize| existing.keys().nth(n % existing.len().max(1)).cloned();
    let made = |result, profile, key, value| Some(Made { result, profile, key, value });
    match edit {
        Edit::Set(n, key, value) => {
            let profile = pick(n)?;
            let result = document.set(&SectionName::Profile(profile.clone()), &key, &value);
            made(result, profile, key, Some(value))
        }
        Edit::Remove(n, m) => {
            let profile = pick(n)?;
            let keys = existing[&profile].as_object()?;
            let key = keys.keys().nth(m % keys.len().max(1))?.clone();
            let result = document.remove(&SectionName::Profile(profile.clone()), &key);
            made(result, profile, key, None)
        }
        Edit::Add(profile, key, value) => {
            let section = SectionName::Profile(profile.clone());
            made(document.add_section(&section, &[(&key, &value)]), profile, key, Some(value))
        }
    }
}

/// Every edit that could be made, of generated files that botocore accepts.
fn edited(mut judge: impl FnMut(&Document, &Document, &Made)) -> usize {
    let mut count = 0;
    for ((kind, bytes), edit) in cases(&(awkward::file(), awkward::edit())) {
        let before = Document::parse(kind, &bytes);
        let Some(made) = make(&before, edit) else { continue };
        assert_eq!(before.bytes(), bytes, "the document itself changed");
        if let Ok(after) = &made.result {
            count += 1;
            judge(&before, after, &made);
        }
    }
    count
}

#[test]
fn botocore_reads_exactly_the_intended_change() {
    let Some(mut botocore) = Botocore::start("botocore_reads_exactly_the_intended_change") else { return };
    let count = edited(|before, after, made| {
        let old = botocore.read(before.kind(), before.bytes());
        let new = botocore.read(after.kind(), after.bytes());
        let mut expected = old["profiles"].clone();
        let inherited = &old["defaults"];
        if expected.get(&made.profile).is_none() {
            expected[&made.profile] = inherited.clone();
        }
        let settings = expected[&made.profile].as_object_mut().expect("settings");
        match (&made.value, inherited.get(&made.key)) {
            (Some(value), _) => settings.insert(made.key.clone(), Value::from(value.as_str())),
            (None, Some(value)) => settings.insert(made.key.clone(), value.clone()),
            (None, None) => settings.remove(&made.key),
        };
        let texts = format!(
            "{} {:?}\n{}\n---\n{}",
            made.key,
            made.value,
            shown(before.bytes()),
            shown(after.bytes())
        );
        assert_eq!(new["profiles"], expected, "{texts}");
    });
    assert!(count > CASES / 4, "only {count} of {CASES} edits could be made");
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut start = 0;
    for index in 0..bytes.len() {
        let end = match bytes[index] {
            b'\n' => true,
            b'\r' => bytes.get(index + 1) != Some(&b'\n'),
            _ => false,
        };
        if end {
            lines.push(&bytes[start..=index]);
            start = index + 1;
        }
    }
    if start < bytes.len() {
        lines.push(&bytes[start..]);
    }
    lines
}

#[test]
fn untouched_lines_keep_every_byte() {
    let count = edited(|before, after, made| {
        let (old, new) = (lines(before.bytes()), lines(after.bytes()));
        let same = |pair: &(&&[u8], &&[u8])| pair.0 == pair.1;
        let head = old.iter().zip(&new).take_while(same).count();
        let most = old.len().min(new.len()) - head;
        let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(same).count();
        let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
        let texts = || {
            format!("{} {:?}\n{}\n---\n{}", made.key, made.value, shown(before.bytes()), shown(after.bytes()))
        };
        // What is left of the old lines stands in the new ones in the same order.
        let mut rest = old.iter();
        let fresh: Vec<_> = new.iter().filter(|line| !rest.any(|kept| kept == *line)).collect();
        let added =
            made.value.is_some() && before.bytes().len() < after.bytes().len() && old.len() < new.len();
        // A new section has up to three lines; a last line without an end gets one.
        let most = if added { 4 } else { 1 };
        assert!(fresh.len() <= most, "{fresh:?}\n{}", texts());
        if made.value.is_none() {
            assert_eq!(fresh.len(), 0, "a removal wrote something: {}", texts());
        }
    });
    assert!(count > CASES / 4, "only {count} of {CASES} edits could be made");
}

/// What rust-ini reads: sections in order, each with its keys in order.
type Read = Vec<(Option<String>, Vec<(String, String)>)>;

fn rust_ini(bytes: &[u8]) -> Option<Read> {
    let text = std::str::from_utf8(bytes).ok()?;
    // It rejects what may follow a header, and a byte order mark.
    let text: String = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|line| match line.rfind(']') {
            Some(end) if line.starts_with('[') => &line[..=end],
            _ => line,
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    let option = ParseOption {
        enabled_quote: false,
        enabled_escape: false,
        enabled_indented_mutiline_value: true,
        ..ParseOption::default()
    };
    let ini = Ini::load_from_str_opt(&text, option).ok()?;
    let read = ini.iter().map(|(section, settings)| {
        let settings = settings.iter().map(|(key, value)| (key.to_lowercase(), value.trim().to_owned()));
        (section.map(str::to_owned), settings.collect())
    });
    Some(read.collect())
}

/// Whether rust-ini can judge: every indented line, comments and first settings too, continues a
/// value to it, and a bracket in a header ends the header.
fn can_judge(document: &Document) -> bool {
    let indented = |line: &str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
    let bracket = |line: &str| line.starts_with('[') && line.matches(']').count() > 1;
    !shown(document.bytes()).lines().any(|line| indented(line) || bracket(line))
}

#[test]
fn rust_ini_sees_no_other_change() {
    let mut judged = 0;
    edited(|before, after, made| {
        let (Some(old), Some(new)) = (rust_ini(before.bytes()), rust_ini(after.bytes())) else { return };
        if !can_judge(before) {
            return;
        }
        judged += 1;
        // All but the key itself, section by section; a new section has nothing but its key.
        let without_key = |read: Read| -> Read {
            let sections = read.into_iter().map(|(name, settings)| {
                let kept = settings.into_iter().filter(|(key, _)| *key != made.key).collect();
                (name, kept)
            });
            sections.filter(|(_, settings): &(_, Vec<_>)| !settings.is_empty()).collect()
        };
        let texts = format!("{}\n{}\n---\n{}", made.key, shown(before.bytes()), shown(after.bytes()));
        assert_eq!(without_key(old), without_key(new), "{texts}");
    });
    assert!(judged > CASES / 8, "rust-ini could judge only {judged} of {CASES}");
}

#[test]
fn the_second_opinion_confirms_every_edit_and_no_harm() {
    let mut disputed = 0;
    let count = edited(|before, after, made| {
        let texts = || format!("{}\n{}\n---\n{}", made.key, shown(before.bytes()), shown(after.bytes()));
        let confirmed = before.confirm(after);
        assert!(confirmed.is_ok(), "{confirmed:?}: {}", texts());
        // A half file, and one where a later section lost a value.
        let half = Document::parse(after.kind(), &after.bytes()[..after.bytes().len() / 2]);
        disputed += usize::from(before.confirm(&half).is_err());
    });
    assert!(count > CASES / 4, "only {count} of {CASES} edits could be made");
    assert!(disputed > 0, "nothing was ever disputed");
}

#[test]
fn a_new_key_taken_away_again_leaves_the_file_as_it_was() {
    let mut judged = 0;
    edited(|before, after, made| {
        let section = SectionName::Profile(made.profile.clone());
        let is_new = before.remove(&section, &made.key).is_err();
        // A last line without an end gets one, and keeps it.
        let ended = before.bytes().ends_with(b"\n") || before.bytes().ends_with(b"\r");
        if made.value.is_some() && is_new && ended && ours(before).contains_key(&made.profile) {
            judged += 1;
            let back = after.remove(&section, &made.key).expect("it was just set");
            assert_eq!(back.bytes(), before.bytes(), "{}", shown(after.bytes()));
        }
    });
    assert!(judged > 50, "only {judged} cases");
}

#[test]
fn any_bytes_are_read_without_a_panic_and_kept() {
    let bytes = proptest::collection::vec(proptest::num::u8::ANY, 0..200);
    for bytes in cases(&bytes) {
        for kind in [FileKind::Config, FileKind::Credentials] {
            let document = Document::parse(kind, &bytes);
            assert_eq!(document.bytes(), bytes);
            let _ = document.set(&SectionName::Profile("a".to_owned()), "region", "x");
            let _ = profiles(&document).divergences();
        }
    }
}
