use std::collections::HashSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde::Deserialize;

use super::*;

/// One message of the corpus, and what it means.
#[derive(Deserialize)]
struct Entry {
    name: String,
    origin: String,
    tool: Option<String>,
    text: String,
    code: String,
    operation: Option<String>,
    hint: String,
}

fn corpus() -> &'static [Entry] {
    static CORPUS: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../../../../tests/vectors/error-texts.json")).expect("the corpus")
    });
    &CORPUS
}

/// What is read otherwise than it should be.
fn misread(entry: &Entry) -> Option<String> {
    let found = read(&entry.text);
    let read = (found.code.as_str(), found.operation.as_deref(), found.hint.as_str());
    let meant = (entry.code.as_str(), entry.operation.as_deref(), entry.hint.as_str());
    (read != meant).then(|| format!("{}: {read:?}, meant {meant:?}", entry.name))
}

fn hint(text: &str) -> &'static str {
    read(text).hint.as_str()
}

#[test]
fn the_corpus_is_large_and_says_where_it_is_from() {
    let corpus = corpus();
    let count = |origin: &str| corpus.iter().filter(|entry| entry.origin == origin).count();
    assert!(count("recorded") >= 100 && count("reported") >= 60 && count("made") >= 25);
    assert_eq!(count("recorded") + count("reported") + count("made"), corpus.len());
    let names: HashSet<&str> = corpus.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names.len(), corpus.len(), "every name stands once");
}

#[test]
fn every_message_of_the_corpus_is_read() {
    let wrong: Vec<String> = corpus().iter().filter_map(misread).collect();
    assert!(wrong.is_empty(), "{} misread:\n{}", wrong.len(), wrong.join("\n"));
}

/// Terminals break lines anywhere, and colour what they print.
#[test]
fn neither_line_breaks_nor_colours_matter() {
    let plain =
        |entry: &&Entry| entry.text.len() < 2000 && !entry.text.contains('\u{1b}') && entry.origin != "made";
    for entry in corpus().iter().filter(plain) {
        let meant = read(&entry.text);
        let mut wrapped = String::new();
        for (column, c) in entry.text.chars().enumerate() {
            // Between the letters of a word only, so that no mark loses the blank that makes it one.
            let within = c.is_alphabetic() && wrapped.ends_with(char::is_alphabetic);
            wrapped.push_str(if column % 37 == 36 && within { "\n" } else { "" });
            wrapped.push(c);
        }
        let coloured = format!("\u{1b}[1;31m{}\u{1b}[0m", entry.text);
        for again in [read(&wrapped), read(&coloured)] {
            let same = (again.hint, again.operation.as_deref()) == (meant.hint, meant.operation.as_deref());
            assert!(same, "{}: {again:?}", entry.name);
        }
    }
}

#[test]
fn details_are_kept_and_ids_are_not() {
    let found = read("The config profile (my team) could not be found").details;
    assert_eq!(found.profile.as_deref(), Some("my team"));
    let missing =
        read("The source_profile \"base\" referenced in the profile \"dev\" does not exist.").details;
    assert_eq!((missing.source_profile.as_deref(), missing.profile.as_deref()), (Some("base"), Some("dev")));
    let partial = read("Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY").details;
    assert_eq!(
        (partial.provider.as_deref(), partial.key.as_deref()),
        (Some("env"), Some("AWS_SECRET_ACCESS_KEY"))
    );
    let refused = read(
        "An error occurred (AccessDenied) when calling the AssumeRole operation: User: \
         arn:aws:iam::123456789012:user/ana is not authorized to perform: sts:AssumeRole on resource: \
         arn:aws:iam::123456789012:role/team/admin (RequestID: 4d3f0f1e)",
    );
    assert_eq!(refused.details.principal.as_deref(), Some("arn:aws:iam::123456789012:user/ana"));
    assert_eq!(refused.details.role_arn.as_deref(), Some("arn:aws:iam::123456789012:role/team/admin"));
    assert!(!format!("{refused:?}").contains("4d3f0f1e"));
    let far =
        read("Could not connect to the endpoint URL: \"https://sts.eu-south-9.amazonaws.com/\"").details;
    assert_eq!(far.region.as_deref(), Some("eu-south-9"));
    let parsed =
        read("botocore.exceptions.ConfigParseError: Unable to parse config file: /home/ana/.aws/config")
            .details;
    assert_eq!(parsed.file.as_deref(), Some("/home/ana/.aws/config"));
}

#[test]
fn two_clocks_and_the_end_of_a_token_are_read() {
    let text = "Signature expired: 20261125T004412Z is now earlier than 20261125T005912Z (20261125T010412Z - 5 min.)";
    let clocks = read(text).details.clocks.expect("both clocks");
    assert_eq!((clocks.received - clocks.signed).num_seconds(), 1200);
    let text = "An error occurred (ExpiredTokenException) when calling the AssumeRoleWithWebIdentity operation: Token \
                expired: current date/time 1700003600 must be before the expiration date/time 1700000000";
    assert_eq!(read(text).details.expired_at.map(|end| end.timestamp()), Some(1_700_000_000));
}

#[test]
fn the_tool_is_told_where_it_shows() {
    let told = |text: &str| read(text).tool.map(Tool::as_str);
    for entry in corpus().iter().filter(|entry| entry.origin == "recorded") {
        let tool = told(&entry.text);
        let meant = entry.tool.as_deref();
        assert!(tool.is_none() || tool == meant || entry.hint == "unrecognised", "{}: {tool:?}", entry.name);
    }
    assert_eq!(told("aws: [ERROR]: Unable to locate credentials. You can configure"), Some("aws_cli_v2"));
}

/// Who says that something expired need not speak of AWS.
#[test]
fn a_word_is_no_error() {
    for text in [
        "expired",
        "ExpiredToken",
        "token expired",
        "AccessDenied",
        "aws",
        "Throttling: slow down",
        "O token expirou",
    ] {
        assert_eq!(hint(text), "unrecognised", "{text}");
    }
}

#[test]
fn the_end_of_a_long_log_is_what_counts() {
    let noise = "2026-11-25 01:00:00 INFO pulling the image\n".repeat(250_000);
    assert!(noise.len() > 10_000_000);
    let error = "An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.";
    assert_eq!(hint(&format!("{noise}{error}\n")), "expired_token");
    assert_eq!(hint(&format!("{error}\n{noise}")), "expired_token");
    assert_eq!(hint(&noise), "unrecognised");
}

/// The pieces that a careless search would start over and over.
#[test]
fn what_repeats_does_not_take_its_square() {
    for piece in [
        "(",
        "error when calling the ",
        "code: '",
        "https response error StatusCode: 403, RequestID: ",
        "arn:aws",
        "SSL validation failed for ",
    ] {
        let text = format!("aws {}", piece.repeat(3_000_000 / piece.len()));
        let before = std::time::Instant::now();
        read(&text);
        assert!(before.elapsed().as_secs() < 30, "{piece}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,400}", before in ".{0,40}") {
        let found = read(&text);
        prop_assert_eq!(found.code == ErrorCode::Unrecognised, found.hint == Hint::Unrecognised);
        read(&format!("{before}An error occurred ({text}) when calling the {before} operation: {text}"));
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_message_cut_anywhere_is_read(which in 0usize..1000, cut in 0usize..4000, junk in any::<String>()) {
        let corpus = corpus();
        let text = &corpus[which % corpus.len()].text;
        let cut = text.floor_char_boundary(cut.min(text.len()));
        read(&format!("{}{junk}{}", &text[..cut], &text[cut..]));
        read(&text[cut..]);
    }
}
