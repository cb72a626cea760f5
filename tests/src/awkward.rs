//! Files as people, tools and accidents write them.

use aws_files::FileKind;
use proptest::prelude::*;
use proptest::sample::select;

const CONFIG_HEADERS: &[&str] = &[
    "[default]",
    "[profile default]",
    "[profile a]",
    "[profile b]",
    "[profile a.b/c:d@e+f%g_h-i]",
    "[profile \"c d\"]",
    "[profile 'q']",
    "[profile ü]",
    "[profile a] # note",
    "[profile b]x",
    "[profile \"a\"]",
    "[sso-session s]",
    "[services v]",
    "[plugins]",
    "[bare]",
    "[profile e#f]",
];
const CREDENTIALS_HEADERS: &[&str] =
    &["[default]", "[a]", "[b]", "[a b]", "[profile a]", "[ü]", "[a.b/c:d]", "[b]; note", "[e]f]", "[x\"y]"];
const ODD_HEADERS: &[&str] = &[
    "[]",
    "[unclosed",
    "[profile a b]",
    "[ profile a ]",
    "[DEFAULT]",
    "[Default]",
    "  [profile i]",
    "[profile \"open]",
    "[profile]",
    "[profilex y]",
    "[ ]",
];
const KEYS: &[&str] = &[
    "region",
    "Output",
    "ROLE_ARN",
    "source_profile",
    "aws_access_key_id",
    "aws_secret_access_key",
    "s3",
    "sts",
    "key with spaces",
    "ünï",
    "x",
    "İ",
];
const VALUES: &[&str] = &[
    "x",
    "",
    "eu-central-1",
    "a # note",
    "#c",
    "a=b",
    "a : b",
    "\"quoted\"",
    "ü 日本",
    "%(x)s",
    "a;b",
    "  outer  ",
    "[v]",
    "wJalr/XUtn+FEMI=",
];
const ODD_LINES: &[&str] =
    &["no separator", "= no key", ": no key", "\u{a0}", "x\u{2028}y = z", "\u{b}", "k\u{c} = v", "\t", "   "];

fn setting() -> impl Strategy<Value = String> {
    let separator = select(vec!["=", " = ", ":", " : ", "= ", " ="]);
    (select(KEYS), separator, select(VALUES))
        .prop_map(|(key, separator, value)| format!("{key}{separator}{value}"))
}

fn line(headers: &'static [&'static str]) -> impl Strategy<Value = String> {
    let comment = select(vec!["# c", "; c", "#", "  # c", "\t; c", "#[x]", "; k = v"]);
    prop_oneof![
        18 => setting(),
        6 => select(headers).prop_map(str::to_owned),
        3 => comment.prop_map(str::to_owned),
        2 => Just(String::new()),
        2 => select(vec!["  ", " ", "\t"]).prop_flat_map(|indent| setting().prop_map(move |line| format!("{indent}{line}"))),
        1 => select(vec!["  continued", "  more # x", "\tand = so"]).prop_map(str::to_owned),
        1 => select(vec!["s3 =\n  a = b\n  c = d", "sts =\n  endpoint_url = http://x\n\n  # n\n  e = f", "s3 =\n  bad"]).prop_map(str::to_owned),
    ]
}

/// Lines in an order that botocore accepts more often than not.
fn plain(headers: &'static [&'static str]) -> impl Strategy<Value = String> {
    let section = (select(headers), prop::collection::vec(line(&["# s"]), 0..5));
    (prop::collection::vec(section, 1..4), select(vec!["", "# top\n", "\n", "; top\n\n"])).prop_map(
        |(sections, top)| {
            let mut text = top.to_owned();
            for (header, lines) in sections {
                text.push_str(header);
                text.push('\n');
                for line in lines {
                    text.push_str(&line);
                    text.push('\n');
                }
            }
            text
        },
    )
}

/// Lines in any order, with what does not belong there.
fn wild(headers: &'static [&'static str]) -> impl Strategy<Value = String> {
    let odd = prop_oneof![6 => line(headers), 1 => select(ODD_HEADERS).prop_map(str::to_owned), 1 => select(ODD_LINES).prop_map(str::to_owned)];
    prop::collection::vec(odd, 0..9).prop_map(|lines| lines.join("\n"))
}

/// A file of either kind.
pub fn file() -> impl Strategy<Value = (FileKind, Vec<u8>)> {
    select(vec![FileKind::Config, FileKind::Credentials])
        .prop_flat_map(|kind| file_of(kind).prop_map(move |bytes| (kind, bytes)))
}

/// A file of one kind.
pub fn file_of(kind: FileKind) -> impl Strategy<Value = Vec<u8>> {
    let headers = match kind {
        FileKind::Config => CONFIG_HEADERS,
        FileKind::Credentials => CREDENTIALS_HEADERS,
    };
    let text = prop_oneof![4 => plain(headers).boxed(), 1 => wild(headers).boxed()];
    let ending = prop_oneof![8 => Just("\n"), 3 => Just("\r\n"), 1 => Just("\r")];
    let end = prop_oneof![3 => Just(false), 1 => Just(true)];
    let damage =
        prop_oneof![30 => Just(None), 1 => Just(Some(&b"\xef\xbb\xbf"[..])), 1 => Just(Some(&b"\xff"[..]))];
    (text, ending, end, damage).prop_map(move |(text, ending, cut, damage)| {
        let text = if cut { text.trim_end_matches('\n') } else { &text };
        let mut bytes = damage.map(<[u8]>::to_vec).unwrap_or_default();
        bytes.extend(text.replace('\n', ending).into_bytes());
        bytes
    })
}

/// What to do to a file.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Set a key of the n-th profile.
    Set(usize, String, String),
    /// Remove the m-th key of the n-th profile.
    Remove(usize, usize),
    /// Add a profile.
    Add(String, String, String),
}

/// An edit; its numbers are meant modulo what there is.
pub fn edit() -> impl Strategy<Value = Edit> {
    let key = select(vec!["region", "output", "role_arn", "s3", "new_key", "ünï", "key with spaces"]);
    let value = select(vec!["y", "", "a # b", "ü", "https://x:1/?a=b", "#", "{}", "a  b"]);
    let name = select(vec!["new", "with blank", "qu\"ote", "ü", "a", "back\\slash", "it's"]);
    prop_oneof![
        3 => (0usize..8, key.clone(), value.clone()).prop_map(|(n, key, value)| Edit::Set(n, key.to_owned(), value.to_owned())),
        2 => (0usize..8, 0usize..8).prop_map(|(n, m)| Edit::Remove(n, m)),
        1 => (name, key, value).prop_map(|(name, key, value)| Edit::Add(name.to_owned(), key.to_owned(), value.to_owned())),
    ]
}
