//! Lines of a shell's own file that go: how they are shown, and what is left without them.

use std::path::Path;

use super::evidence::Assignment;
use super::mask;
use crate::paths::AwsPaths;

/// What becomes of the lines, secrets masked. Two files whose lines look the same here set the same
/// variables in them.
pub fn diff(paths: &AwsPaths, path: &Path, assignments: &[Assignment], lines: &[usize]) -> String {
    let shown = paths.display(path);
    let mut diff = format!("--- {shown}\n+++ {shown}");
    for line in lines {
        let words: Vec<String> =
            assignments.iter().filter(|found| found.line == Some(*line)).map(word).collect();
        diff.extend(["\n@@ ", &line.to_string(), "\n-", &words.join(" ")]);
    }
    diff
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

    #[test]
    fn other_lines_keep_their_bytes() {
        let text = b"a\r\nexport AWS_PROFILE=x\n\xff\nexport AWS_REGION=y";
        assert_eq!(without_lines(text, &[2, 4]), b"a\r\n\xff\n");
        assert_eq!(without_lines(text, &[]), text);
    }
}
