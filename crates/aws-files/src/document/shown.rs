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
    let Some(at) = line.find(['=', ':']) else { return line.to_owned() };
    let key = strip(line[..at].trim_start_matches(|c: char| c.is_whitespace() || "#;".contains(c)));
    if strip(&line[at + 1..]).is_empty() || !is_secret(&key.to_lowercase()) {
        return line.to_owned();
    }
    format!("{} {MASK}", &line[..=at])
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
}
