//! Rules about names: of settings, messages and types.

use std::collections::{BTreeMap, BTreeSet};

use aws_files::setting;
use sandglass_doctor::error_text::Hint;
use sandglass_doctor::{Cause, CheckCode};

use super::{is_tests, product, sources};

/// The crates above aws-files that are shipped, and the preview of the pages.
const OWN_CODE: [&str; 7] = [
    "crates/core/src",
    "crates/doctor/src",
    "crates/app/src",
    "crates/engine/src",
    "crates/cli/src",
    "crates/page-preview/src",
    "src-tauri/src",
];

/// Settings whose names are words of other things too: arguments of sentences, preferences, services.
const PLAIN_WORDS: &[&str] =
    &[setting::REGION, setting::OUTPUT, setting::SERVICES, setting::CA_BUNDLE, setting::S3];

#[test]
fn names_of_settings_are_constants() {
    let names: Vec<String> = setting::DECISIVE
        .iter()
        .chain(setting::OTHERS)
        .filter(|name| !PLAIN_WORDS.contains(name))
        .map(|name| format!("\"{name}\""))
        .collect();
    let wrong: Vec<String> = sources(&OWN_CODE, &["rs"])
        .iter()
        .filter(|(file, _)| !is_tests(file) && !file.contains("/resolve/") && !file.contains("/demo/"))
        .flat_map(|(file, text)| {
            let found = names.iter().filter(|name| product(text).contains(*name));
            found.map(move |name| format!("{file} has {name}"))
        })
        .collect();
    assert!(wrong.is_empty(), "these are in aws_files::setting: {wrong:#?}");
}

/// What is looked for in the words of an error, where an ARN begins and ends somewhere.
const FINDS_ARNS: &[&str] = &["crates/core/src/masked.rs", "crates/doctor/src/error_text/"];

#[test]
fn arns_are_taken_apart_by_their_type() {
    let signs = [
        "\"arn:\"",
        "\"arn\"]",
        ":role/\"",
        ":mfa/\"",
        "assumed-role/\"",
        "splitn(6, ':')",
        "split(':').nth(4)",
    ];
    let wrong: Vec<String> = sources(&OWN_CODE, &["rs"])
        .iter()
        .filter(|(file, _)| !is_tests(file) && !FINDS_ARNS.iter().any(|place| file.starts_with(place)))
        .flat_map(|(file, text)| {
            let found = signs.iter().filter(|sign| product(text).contains(**sign));
            found.map(move |sign| format!("{file} has {sign}"))
        })
        .collect();
    assert!(wrong.is_empty(), "aws_files::Arn does it: {wrong:#?}");
}

/// The help of the command line is made of the doc comments there.
const HELP_TEXTS: &str = "crates/cli/src/arguments";

/// Returns the first line of each doc comment.
fn first_doc_lines(text: &str) -> impl Iterator<Item = &str> {
    let doc =
        |line: &str| line.starts_with("/// ") || line.starts_with("//! ") || line == "///" || line == "//!";
    let lines = text.lines().map(str::trim);
    let before = std::iter::once("").chain(lines.clone());
    lines.zip(before).filter(move |(line, before)| doc(line) && !doc(before)).map(|(line, _)| &line[3..])
}

#[test]
fn what_an_item_does_is_said_with_a_verb_or_a_noun() {
    let clauses = ["What", "Whether", "How", "Which", "Why", "Who", "When", "Where", "That"];
    let folders: Vec<&str> = OWN_CODE
        .into_iter()
        .filter(|folder| !folder.contains("preview"))
        .chain(["crates/aws-files/src"])
        .collect();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for (file, text) in sources(&folders, &["rs"]) {
        if is_tests(&file) || file.starts_with(HELP_TEXTS) {
            continue;
        }
        for line in first_doc_lines(product(&text)) {
            seen += 1;
            let word = line.trim().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            if clauses.contains(&word) {
                wrong.push(format!("{file}: {line}"));
            }
        }
    }
    assert!(seen > 2000, "{seen}");
    assert!(
        wrong.is_empty(),
        "say it in the third person, as \"Returns…\", \"True if…\", \"The…\": {wrong:#?}"
    );
}

#[test]
fn kinds_of_access_keys_are_told_apart_in_one_place() {
    let all = sources(&OWN_CODE, &["rs"]);
    let wrong: Vec<&String> = all
        .iter()
        // The preview invents keys, whole and cut off.
        .filter(|(file, _)| !is_tests(file) && !file.contains("preview"))
        .filter(|(_, text)| ["\"AKIA\"", "\"ASIA\""].iter().any(|sign| product(text).contains(sign)))
        .map(|(file, _)| file)
        .collect();
    assert!(wrong.is_empty(), "aws_files::access_key does it: {wrong:#?}");
}

/// Where codes are told apart: what they mean, and how they look in an error that somebody pasted. The AWS of the preview
/// says them.
const READS_CODES: &[&str] =
    &["crates/core/src/refusal.rs", "crates/doctor/src/error_text/", "crates/page-preview/src/aws.rs"];

#[test]
fn what_a_code_of_aws_means_is_said_in_one_place() {
    let all = sources(&OWN_CODE, &["rs"]);
    let (_, classifier) = all.iter().find(|(file, _)| file == READS_CODES[0]).expect("it is there");
    let known: BTreeSet<&str> = product(classifier)
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|code| code.len() > 7 && code.chars().all(|c| c.is_ascii_alphabetic() || c == '_'))
        .collect();
    assert!(known.len() > 25, "{known:?}");
    let wrong: Vec<String> = all
        .iter()
        .filter(|(file, _)| !is_tests(file) && !READS_CODES.iter().any(|place| file.starts_with(place)))
        .flat_map(|(file, text)| {
            let found = known.iter().filter(|code| product(text).contains(&format!("\"{code}\"")));
            found.map(move |code| format!("{file} has {code}"))
        })
        .collect();
    assert!(wrong.is_empty(), "core::refusal says what they mean: {wrong:#?}");
}

#[test]
fn every_language_has_every_message() {
    let ids = |language: &str| -> BTreeSet<String> {
        let folder = format!("locales/{language}");
        let files = sources(&[folder.as_str()], &["ftl"]);
        assert!(!files.is_empty(), "{folder} is empty");
        files
            .iter()
            .flat_map(|(_, text)| text.lines())
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    };
    let (english, portuguese) = (ids("en"), ids("pt-BR"));
    let one_sided: Vec<&String> = english.symmetric_difference(&portuguese).collect();
    assert!(one_sided.is_empty(), "in one language only: {one_sided:?}");
}

#[test]
fn every_message_is_said_somewhere() {
    let code: String =
        sources(&["crates", "src-tauri/src"], &["rs"]).into_iter().map(|(_, text)| text).collect();
    // The window's own tests hold the same of window.ftl and window-*.ftl.
    let files = sources(&["locales/en"], &["ftl"]);
    for (name, text) in files.into_iter().filter(|(name, _)| !name.contains("/window")) {
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let Some((id, _)) = line.split_once(" =") else { continue };
            // Built from a code or a state.
            let built = ["problem-", "diagnosis-state-"].iter().any(|start| id.starts_with(start))
                || is_of_doctor(id);
            let within_another = text.contains(&format!("{{{id}}}"));
            let said = built || within_another || code.contains(&format!("\"{id}\""));
            assert!(said, "{name}: nobody says {id}");
        }
    }
}

/// `doctor-CAUSE`, `check-CODE` and `error-hint-HINT`, built from what doctor knows.
fn is_of_doctor(id: &str) -> bool {
    let check = |code: &str| CheckCode::ALL.iter().any(|known| known.as_str() == code);
    id.strip_prefix("doctor-").is_some_and(|code| Cause::parse(code).is_some())
        || id.strip_prefix("check-").is_some_and(check)
        || id
            .strip_prefix("error-hint-")
            .is_some_and(|hint| Hint::ALL.iter().any(|known| known.as_str() == hint))
}

#[test]
fn a_public_types_name_is_used_once() {
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in sources(&["crates", "src-tauri/src"], &["rs"]) {
        for line in text.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let ["pub", "struct" | "enum" | "trait" | "type", name, ..] = words.as_slice() else { continue };
            if line.starts_with("pub ") {
                let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
                named.entry(name[..end].to_owned()).or_default().push(file.clone());
            }
        }
    }
    assert!(named.len() > 200, "{}", named.len());
    named.retain(|_, files| files.len() > 1);
    assert!(named.is_empty(), "{named:#?}");
}
