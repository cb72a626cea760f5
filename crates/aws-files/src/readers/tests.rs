//! What is left out of the comparison would not have shown a difference.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::FileKind;

/// Lines that some reader reads in its own way, beside such as nobody does.
const LINES: &[&str] = &[
    "[default]",
    "[profile default]",
    "[Default]",
    "[DEFAULT]",
    "[profile a]",
    "[profile a] ",
    " [profile a]",
    "[profile  a]",
    "[profile\ta]",
    "[profile \"a\"]",
    "[profile a] # why",
    "[profile.a]",
    "[a]",
    "[ a ]",
    "[profile b]",
    "[b]",
    "[profile c]",
    "[c]",
    "[profile \u{fc}]",
    "[sso-session a]",
    "[services a]",
    "[profile __proto__]",
    "[profile a",
    "region = eu-west-1",
    "region=eu-west-2",
    "Region = eu-west-3",
    "region =",
    "region = \"eu-west-1\"",
    "region = eu # here",
    "region =#x",
    "region: eu",
    "output = json",
    "s3 =",
    "  style = path",
    "\tmax = 1",
    "  more",
    " region = indented",
    "aws_access_key_id = AKIA",
    "aws_secret_access_key = a/b+c=",
    "aws_session_token = t",
    "x_security_token_expires = 2026-01-01T00:00:00Z",
    "role-arn = x",
    "role_arn = arn:aws:iam::123456789012:role/x",
    "no setting",
    "= nothing",
    "# a comment",
    "; region = x",
    " # indented",
    "",
    "   ",
    "region = a\rb",
    "# a\rregion = b",
    "region = \u{a0}x",
    "\u{feff}[profile a]",
    "region = x\r",
];

/// Files in which most is plain, so that something is left out.
fn file() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(LINES);
    let plain = prop::sample::select(&["region = eu-west-1", "output = json", "role_arn = r", "", "# x"][..]);
    let header =
        prop::sample::select(&["[profile a]", "[profile b]", "[profile d]", "[a]", "[b]", "[d]"][..]);
    let line = prop_oneof![2 => odd, 3 => plain, 2 => header];
    prop::collection::vec(line, 0..14).prop_map(|lines| lines.join("\n"))
}

fn both(config: &str, credentials: &str) -> [Document; 2] {
    [(FileKind::Config, config), (FileKind::Credentials, credentials)]
        .map(|(kind, text)| Document::parse(kind, text.as_bytes()))
}

/// Every line read by everybody.
fn in_full(documents: &[Document; 2]) -> Vec<Divergence> {
    let [config, credentials] = documents;
    let profiles = Profiles::read(Some(config), Some(credentials));
    let texts = documents.each_ref().map(lines::text);
    let files: Vec<Parts<'_>> = std::iter::zip(documents, &texts)
        .map(|(document, text)| Parts::undivided(ReaderLines::new(document, text)))
        .collect();
    let all: HashSet<String> = profiles.names().map(str::to_owned).collect();
    differences(&profiles, &files, all)
}

fn found(documents: &[Document; 2]) -> Vec<Divergence> {
    let [config, credentials] = documents;
    let profiles = Profiles::read(Some(config), Some(credentials));
    divergences(&profiles, Some(config), Some(credentials))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]
    #[test]
    fn the_parts_that_are_compared_show_every_difference(config in file(), credentials in file()) {
        let documents = both(&config, &credentials);
        prop_assert_eq!(found(&documents), in_full(&documents), "{:?} {:?}", config, credentials);
    }
}

#[test]
fn what_everybody_reads_alike_is_read_once() {
    let plain =
        "[default]\nregion = eu-west-1\n\n# why\n[profile a]\nrole_arn = r\nsource_profile = default\n";
    let odd = "[sso-session s]\nsso_region = eu-west-1\n[profile b]\ns3 =\n  style = path\n[profile c]\noutput = json\n";
    let [config, _] = both(&(plain.to_owned() + odd), "");
    let text = lines::text(&config);
    let parts = Parts::new(&config, ReaderLines::new(&config, &text));
    let read: Vec<&str> = parts.odd_and(&HashSet::new()).lines.iter().map(|line| line.text).collect();
    assert_eq!(
        read,
        ["[sso-session s]", "sso_region = eu-west-1", "[profile b]", "s3 =", "  style = path"],
        "the others are left out"
    );
    assert_eq!(parts.odd_profiles(&config), HashSet::from(["b".to_owned()]));
}
