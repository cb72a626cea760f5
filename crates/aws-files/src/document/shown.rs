//! A file's text with its secrets masked, for showing it to people.

use std::collections::HashSet;

use super::{Document, ParsedSetting};
use crate::python::strip;
use crate::secrecy::{is_secret_key, is_secret_setting, looks_secret};

/// The mask that replaces a secret.
pub const MASK: &str = "****************";

impl Document {
    /// Every line, with its ending, as it stands in the file.
    pub fn raw_lines(&self) -> Vec<&[u8]> {
        self.parsed.lines.0.iter().map(|line| &self.bytes()[line.text.start..line.end]).collect()
    }

    /// The same lines to look at: the value of a key that is secret is masked, also in a comment and
    /// where it goes on over several lines; control characters are replaced.
    pub fn shown_lines(&self) -> Vec<String> {
        let sections = self.parsed.sections.iter().flat_map(|section| &section.settings);
        let secret = |setting: &&ParsedSetting| is_secret_setting(&setting.key, "");
        let hidden: HashSet<usize> = sections
            .chain(&self.parsed.defaults)
            .filter(secret)
            .flat_map(|setting| setting.continuations().iter().copied())
            .collect();
        let lines = self.parsed.lines.0.iter().enumerate();
        let mut goes_on = false;
        lines
            .map(|(index, line)| {
                let text = String::from_utf8_lossy(&self.bytes()[line.text.clone()]);
                goes_on = goes_on && is_continuation(&text) || sets_secret(&text);
                let is_hidden = hidden.contains(&index) || (goes_on && !sets_secret(&text));
                let text = if is_hidden { MASK.to_owned() } else { masked(&text) };
                text.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
            })
            .collect()
    }
}

/// True if a line is a secret's, commented out or not: what goes on below it is the secret's too.
fn sets_secret(line: &str) -> bool {
    let Some((key, _)) = line.split_once(['=', ':']) else { return false };
    let key = strip(key.trim_start_matches(|c: char| c.is_whitespace() || "#;".contains(c)));
    !key.is_empty() && !key.contains(char::is_whitespace) && is_secret_setting(key, "")
}

/// True if a line goes on from the one above: it is indented, also where it was commented out. A comment of several
/// words behind one blank is a sentence.
fn is_continuation(line: &str) -> bool {
    let is_blank = |text: &str| text.trim().is_empty();
    match line.strip_prefix(['#', ';']) {
        Some(comment) => {
            let is_word = comment.split_whitespace().count() == 1;
            comment.starts_with(char::is_whitespace)
                && (is_word || comment.starts_with("  ") || comment.starts_with('\t'))
        }
        None => line.starts_with(char::is_whitespace) && !is_blank(line),
    }
}

/// A line of which the value is masked where its key is secret. What is no plain setting is looked at word by word.
fn masked(line: &str) -> String {
    let is_mark = |c: char| c.is_whitespace() || "#;".contains(c);
    let body = line.trim_start_matches(is_mark);
    if body.starts_with('[') {
        return line.to_owned();
    }
    let Some(at) = line.find(['=', ':']) else { return without_secrets(line, body) };
    let key = strip(line[..at].trim_start_matches(is_mark));
    let key = key.trim_matches(|c| "\"'{, ".contains(c));
    let value = strip(&line[at + 1..]);
    // Of several variables in one line, each is looked at.
    let is_whole = !value.contains(['=', ':']) || is_secret_key(key);
    if is_whole && is_secret_setting(key, value) {
        return if value.is_empty() { line.to_owned() } else { format!("{} {MASK}", &line[..=at]) };
    }
    let name = key.strip_prefix("export ").unwrap_or(key);
    let is_setting = !name.is_empty() && name.chars().all(is_of_name);
    // Several variables in one line, or a program that is given a password.
    let mut words = line[at..].split(|c| !is_of_name(c));
    // A secret in the place of its key id.
    if name.to_lowercase().ends_with("access_key_id") && strip(&line[at + 1..]).len() >= SECRET_IN_COMMENT {
        return format!("{} {MASK}", &line[..=at]);
    }
    // A comment may be a sentence with a colon.
    let is_sentence = line.trim_start().starts_with(['#', ';']) && value.contains(char::is_whitespace);
    if is_setting && !is_sentence && !line.contains(['{', '"']) && !words.any(is_secret_key) {
        line.to_owned()
    } else {
        without_secrets(line, body)
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_-.".contains(c)
}

/// A line that is no setting may be one cut apart, or JSON: what follows the name of a secret goes, and every word
/// that could be one.
fn without_secrets(line: &str, body: &str) -> String {
    // In a comment people write sentences, also about secrets.
    let is_comment = line.trim_start().starts_with(['#', ';']);
    let least = if is_comment { SECRET_IN_COMMENT } else { SECRET };
    let mut shown = line[..line.len() - body.len()].to_owned();
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        let in_word = |c: char| c.is_ascii_alphanumeric() || "_-+/=".contains(c);
        let end = rest.find(|c| in_word(c) != in_word(first)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        if looks_secret(word, least) {
            shown.push_str("****");
        } else {
            shown.push_str(word);
        }
        let is_spoken = is_comment && SPOKEN.contains(&word.to_lowercase().as_str());
        let is_name = is_secret_key(word) && !is_spoken;
        if is_name && !behind.trim().is_empty() {
            return format!("{shown} {MASK}");
        }
        rest = behind;
    }
    shown
}

/// Words of sentences.
const SPOKEN: [&str; 5] = ["secret", "secrets", "token", "password", "passphrase"];

/// A word of at least this length may be a secret: those of access keys have 40 characters.
const SECRET: usize = 20;
const SECRET_IN_COMMENT: usize = 36;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileKind;

    #[test]
    fn no_secret_is_shown_wherever_it_stands() {
        let text = "[a]\nAWS_Secret_Access_Key: CANARY\n  CANARY=x\n# aws_secret_access_key = CANARY\n\
                    ;secret=CANARY\nregion = a\u{1b}[2J\nsecret =\n[b]\nsecret = CANARY\nsecret = CANARY\n";
        let document = Document::parse(FileKind::Credentials, text.as_bytes());
        let shown = document.shown_lines();
        assert_eq!(shown.len(), document.raw_lines().len());
        assert!(!shown.concat().contains("CANARY"), "{shown:?}");
        assert_eq!(shown[1], format!("AWS_Secret_Access_Key: {MASK}"));
        assert_eq!(shown[5..8], ["region = a\u{fffd}[2J", "secret =", "[b]"]);
    }

    #[test]
    fn a_continuation_belongs_to_its_key_commented_out_too() {
        for text in [
            "aws_secret_access_key =\n    CANARY\n",
            "aws_secret_access_key =\n#    CANARY\n",
            "aws_secret_access_key =\n# CANARY\n",
            "#aws_secret_access_key =\n#\tCANARY horse\n;  CANARY\n",
            "aws_secret_access_key = CANARY\n  more CANARY\n\tCANARY\n",
            "  x\naws_secret_access_key =\n  CANARY\n",
        ] {
            for section in ["[a]\n", ""] {
                let document = Document::parse(FileKind::Credentials, format!("{section}{text}").as_bytes());
                let shown = document.shown_lines().join("\n");
                assert!(!shown.contains("CANARY"), "{text}: {shown}");
            }
        }
        let text = "[a]\nsecret = x\n# why it is so\nregion = y\n  z\n";
        let shown = Document::parse(FileKind::Config, text.as_bytes()).shown_lines();
        assert_eq!(shown[2..], ["# why it is so", "region = y", "  z"]);
    }

    #[test]
    fn what_is_no_setting_shows_no_secret_either() {
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        for line in [
            "aws_secret_access_key CANARY",
            "# aws_secret_access_key CANARY",
            "aws_session_token\tCANARY",
            r#"{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "CANARY", "SessionToken": "CANARY"}"#,
            r#"  "SessionToken": "CANARY","#,
            r#"# {"Credentials": {"SecretAccessKey": "CANARY"}}"#,
            "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=CANARY",
            "AWS_REGION=x AWS_SESSION_TOKEN=CANARY",
            "CANARY",
            "# CANARY",
            "note = x, secret CANARY",
            "# before: AKIAIOSFODNN7EXAMPLE CANARY",
            "aws_session_tokn = CANARY",
            "# AWS_Sesion_Tokn: CANARY",
            "old_thing = CANARY",
            "ana,AKIAIOSFODNN7EXAMPLE,CANARY",
            "$Env:AWS_SECRET_ACCESS_KEY=\"CANARY\"",
            "aws_access_key_id = CANARY",
            "CANARY==",
        ] {
            let text = format!("[a]\n{}\n", line.replace("CANARY", secret));
            let document = Document::parse(FileKind::Credentials, text.as_bytes());
            let shown = document.shown_lines().concat();
            assert!(!shown.contains("EXAMPLEKEY") && !shown.contains("wJalr"), "{shown}");
        }
        for line in [
            "# the token is renewed at noon, ask ana@example.com for the password",
            "role_arn = arn:aws:iam::123456789012:role/platform/DeploymentsOfTheWebShop2026",
            "# role_arn = arn:aws:iam::123456789012:role/platform/DeploymentsOfTheWebShop2026",
            "credential_process = /opt/tools/get-credentials --profile prod-readonly-2026",
            "[profile x",
            "region eu-west-1",
            "see the wiki",
        ] {
            let document = Document::parse(FileKind::Config, format!("[a]\n{line}\n").as_bytes());
            assert_eq!(document.shown_lines()[1], line);
        }
    }
}
