//! Removes lines of a shell's own file: how that is shown, and what remains.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Assignment;
use super::mask;
use sandglass_core::profiles::{DiffLine, DiffMark, gap};

/// The number of lines shown before and after one that goes.
const CONTEXT: usize = 2;

/// The lines that go, by their numbers, between those around them, all with secrets masked. Two files whose lines look
/// the same here set the same variables in them.
pub fn removed(assignments: &[Assignment], numbers: &[usize], around: &[String]) -> Vec<DiffLine> {
    let numbers: BTreeSet<usize> = numbers.iter().copied().collect();
    let mut by_line: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for found in assignments {
        by_line.entry(found.line.unwrap_or_default()).or_default().push(word(found));
    }
    let near = |number: usize| number.saturating_sub(CONTEXT)..=number + CONTEXT;
    let is_there = |number: &usize| numbers.contains(number) || (1..=around.len()).contains(number);
    let wanted: BTreeSet<usize> = numbers.iter().flat_map(|number| near(*number)).filter(is_there).collect();
    let mut lines = Vec::new();
    let (mut last, mut gone) = (0, 0);
    for number in wanted {
        if last + 1 < number {
            lines.push(gap());
        }
        last = number;
        if numbers.contains(&number) {
            gone += 1;
            let text = by_line.get(&number).map_or_else(String::new, |words| words.join(" "));
            lines.push(DiffLine { mark: DiffMark::Removed, old: Some(number), new: None, text });
        } else {
            let (old, new) = (Some(number), Some(number - gone));
            lines.push(DiffLine { mark: DiffMark::Same, old, new, text: around[number - 1].clone() });
        }
    }
    lines
}

/// Every line of a file as it may be shown around one that goes.
pub fn shown_lines(text: &str) -> Vec<String> {
    text.lines().map(mask::line).collect()
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
    let lines: BTreeSet<usize> = lines.iter().copied().collect();
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
        let text = sandglass_core::profiles::as_text("~/.zshrc", &removed(&found, &[1, 39, 40], &[]));
        let expected = "--- ~/.zshrc\n+++ ~/.zshrc\n-AWS_SESSION_TOKEN=****************\n@@ 39\n\
                        -AWS_REGION=canary\n-AWS_PROFILE=canary";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_line_is_shown_between_two_of_its_neighbours() {
        let text = "# a\nexport GITHUB_TOKEN=CANARY\nexport AWS_PROFILE=gone\nb\nc\nd\n";
        let found = [Assignment {
            name: "AWS_PROFILE".to_owned(),
            value: None,
            place: AssignmentPlace::ShellFile("/home/ana/.zshrc".into()),
            line: Some(3),
            is_whole_line: true,
        }];
        let shown = sandglass_core::profiles::as_text("x", &removed(&found, &[3], &shown_lines(text)));
        assert_eq!(shown, "--- x\n+++ x\n # a\n export GITHUB_TOKEN=****\n-AWS_PROFILE=…\n b\n c");
    }

    #[test]
    fn other_lines_keep_their_bytes() {
        let text = b"a\r\nexport AWS_PROFILE=x\n\xff\nexport AWS_REGION=y";
        assert_eq!(without_lines(text, &[2, 4]), b"a\r\n\xff\n");
        assert_eq!(without_lines(text, &[]), text);
    }
}
