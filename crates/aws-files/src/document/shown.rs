//! A file as it may be shown: without its secrets.

use super::{Document, ParsedSetting};
use crate::python::strip;

/// What stands in the place of a secret.
pub const MASK: &str = "****************";

impl Document {
    /// Every line, with its ending, as it stands in the file.
    pub fn raw_lines(&self) -> Vec<&[u8]> {
        self.parsed.lines.0.iter().map(|line| &self.bytes()[line.text.start..line.end]).collect()
    }

    /// The same lines to look at: the value of a key that is secret is masked, also in a comment and
    /// where it goes on over several lines; control characters are replaced.
    pub fn shown_lines(&self, is_secret: &dyn Fn(&str) -> bool) -> Vec<String> {
        let sections = self.parsed.sections.iter().flat_map(|section| &section.settings);
        let secret = |setting: &&ParsedSetting| is_secret(&setting.key);
        let hidden: Vec<usize> = sections
            .chain(&self.parsed.defaults)
            .filter(secret)
            .flat_map(|setting| setting.continuations.iter().copied())
            .collect();
        let lines = self.parsed.lines.0.iter().enumerate();
        lines
            .map(|(index, line)| {
                let text = String::from_utf8_lossy(&self.bytes()[line.text.clone()]);
                let text = if hidden.contains(&index) { MASK.to_owned() } else { masked(&text, is_secret) };
                text.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
            })
            .collect()
    }
}

fn masked(line: &str, is_secret: &dyn Fn(&str) -> bool) -> String {
    if line.starts_with('[') {
        return line.to_owned();
    }
    let Some(at) = line.find(['=', ':']) else { return without_long_words(line) };
    let key = strip(line[..at].trim_start_matches(|c: char| c.is_whitespace() || "#;".contains(c)));
    let key = key.to_lowercase();
    if !is_plain(&key) || key.ends_with("access_key_id") {
        return without_long_words(line);
    }
    if strip(&line[at + 1..]).is_empty() || !is_secret(&key) {
        return line.to_owned();
    }
    format!("{} {MASK}", &line[..=at])
}

/// Whether it is a key as they are written in these files; what else stands before a `=` or `:` names nothing, and
/// what is behind it may be anything.
fn is_plain(key: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-. ".contains(c);
    !key.is_empty() && key.len() < LONG && key.chars().all(is_plain)
}

/// A secret key has forty letters, a token more, and no name of AWS as many without a mark in it.
const LONG: usize = 30;

/// The line without the words in it that may be a secret.
fn without_long_words(line: &str) -> String {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || "+/_-".contains(c);
    let mut shown = String::new();
    let mut rest = line;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        shown.push_str(if end < LONG { &rest[..end] } else { MASK });
        let next = rest[end..].find(is_of_word).map_or(rest.len(), |next| end + next);
        shown.push_str(&rest[end..next]);
        rest = &rest[next..];
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileKind;

    #[test]
    fn no_secret_is_shown_wherever_it_stands() {
        let text = "[a]\nAWS_Secret_Access_Key: CANARY\n  CANARY=x\n# aws_secret_access_key = CANARY\n\
                    ;secret=CANARY\nregion = a\u{1b}[2J\nsecret =\n[b]\nsecret = CANARY\nsecret = CANARY\n";
        let document = Document::parse(FileKind::Credentials, text.as_bytes());
        let shown = document.shown_lines(&|key| key.contains("secret"));
        assert_eq!(shown.len(), document.raw_lines().len());
        assert!(!shown.concat().contains("CANARY"), "{shown:?}");
        assert_eq!(shown[1], format!("AWS_Secret_Access_Key: {MASK}"));
        assert_eq!(shown[5..8], ["region = a\u{fffd}[2J", "secret =", "[b]"]);
    }

    #[test]
    fn what_is_no_setting_may_hold_a_secret_too() {
        let secret = "mT8xVq2bYc/9LwRk4sJ+HdPz6nGfAe1uXo3iKjWy";
        let lines = [
            format!("ana,AKIAIOSFODNN7EXAMPLE,{secret}"),
            format!("aws_secret_access_key {secret}"),
            format!("$Env:AWS_SECRET_ACCESS_KEY=\"{secret}\""),
            format!("{secret}=="),
            format!("aws_access_key_id = {secret}"),
        ];
        let document = Document::parse(FileKind::Credentials, lines.join("\n").as_bytes());
        let shown = document.shown_lines(&|key| key.contains("secret"));
        assert!(!shown.concat().contains(secret), "{shown:?}");
        assert_eq!(shown[0], format!("ana,AKIAIOSFODNN7EXAMPLE,{MASK}"));
    }
}
