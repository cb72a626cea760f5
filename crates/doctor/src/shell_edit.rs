//! Lines of a shell's own file that go: how they are shown, and what is left without them.

use super::evidence::Assignment;
use super::mask;
use sandglass_core::profiles::{DiffLine, DiffMark, gap};

/// The lines that go, by their numbers, with secrets masked. Two files whose lines look the same here set the same
/// variables in them.
pub fn removed(assignments: &[Assignment], numbers: &[usize]) -> Vec<DiffLine> {
    let mut lines = Vec::new();
    let mut last = 0;
    for number in numbers {
        let words: Vec<String> =
            assignments.iter().filter(|found| found.line == Some(*number)).map(word).collect();
        if last + 1 < *number {
            lines.push(gap());
        }
        lines.push(DiffLine {
            mark: DiffMark::Removed,
            old: Some(*number),
            new: None,
            text: words.join(" "),
        });
        last = *number;
    }
    lines
}

/// Variables that the system gives to new programs, as they go.
pub(super) fn unset(found: &[&Assignment]) -> Vec<DiffLine> {
    let line =
        |found: &&Assignment| DiffLine { mark: DiffMark::Removed, old: None, new: None, text: word(found) };
    found.iter().map(line).collect()
}

fn word(found: &Assignment) -> String {
    let value =
        found.value.as_ref().map_or_else(|| "…".into(), |value| mask::value(&found.name, value.expose()));
    // A line that does more than set variables is none that could go.
    let rest = if found.is_whole_line { "" } else { " …" };
    format!("{}={value}{rest}", found.name)
}

/// The text without some of its lines; every other byte stays.
pub fn without_lines(text: &[u8], lines: &[usize]) -> Vec<u8> {
    let kept = text.split_inclusive(|byte| *byte == b'\n').zip(1..).filter(|(_, line)| !lines.contains(line));
    kept.flat_map(|(text, _)| text).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::AssignmentPlace;

    #[test]
    fn lines_have_their_numbers() {
        let set = |name: &str, line| Assignment {
            name: name.to_owned(),
            value: Some(aws_files::Secret::new("canary".to_owned())),
            place: AssignmentPlace::ShellFile("/home/ana/.zshrc".into()),
            line: Some(line),
            is_whole_line: true,
        };
        let found = [set("AWS_SESSION_TOKEN", 1), set("AWS_REGION", 39), set("AWS_PROFILE", 40)];
        let text = sandglass_core::profiles::as_text("~/.zshrc", &removed(&found, &[1, 39, 40]));
        let expected = "--- ~/.zshrc\n+++ ~/.zshrc\n-AWS_SESSION_TOKEN=****************\n@@ 39\n\
                        -AWS_REGION=canary\n-AWS_PROFILE=canary";
        assert_eq!(text, expected);
    }

    #[test]
    fn other_lines_keep_their_bytes() {
        let text = b"a\r\nexport AWS_PROFILE=x\n\xff\nexport AWS_REGION=y";
        assert_eq!(without_lines(text, &[2, 4]), b"a\r\n\xff\n");
        assert_eq!(without_lines(text, &[]), text);
    }
}
