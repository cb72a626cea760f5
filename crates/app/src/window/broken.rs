//! A file that the AWS CLI refuses: the faulty line with its neighbours, and the plan that fixes it where that is
//! plain.

use aws_files::{Document, SyntaxError};
use serde::Serialize;

use super::profiles::{FileName, ProfilePlan};
use super::{ProblemText, problem_text};
use sandglass_core::masked::shown_lines;
use sandglass_core::paths::AwsPaths;
use sandglass_core::syntax;
use sandglass_core::text::Text;

/// Lines before and behind the wrong one.
const AROUND: usize = 2;

/// One broken file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BrokenFile {
    /// The file.
    pub file: FileName,
    /// Its first error.
    pub words: ProblemText,
    /// The number of further errors.
    #[cfg_attr(test, ts(type = "number"))]
    pub more: usize,
    /// The line and its neighbours, secrets masked.
    pub lines: Vec<FileLine>,
    /// The plan that fixes the file, written like a change of profiles; null if only a person can tell how.
    pub plan: Option<ProfilePlan>,
}

/// One line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileLine {
    /// Its number, from 1.
    #[cfg_attr(test, ts(type = "number"))]
    pub number: usize,
    /// Its text, secrets masked.
    pub text: String,
    /// True if it is the wrong one.
    pub is_wrong: bool,
}

/// Describes a broken file; none if the AWS CLI can read it.
pub fn broken_file(
    document: &Document,
    plan: Option<ProfilePlan>,
    text: &Text,
    paths: &AwsPaths,
) -> Option<BrokenFile> {
    let errors = document.syntax_errors();
    let first = errors.first()?;
    Some(BrokenFile {
        file: document.kind().into(),
        words: problem_text(&syntax::problem(first), text, paths),
        more: errors.len() - 1,
        lines: lines(document, first),
        plan,
    })
}

fn lines(document: &Document, error: &SyntaxError) -> Vec<FileLine> {
    let wrong = error.at.line;
    let shown = shown_lines(document).into_iter().zip(1_usize..);
    let near = shown.filter(|(_, number)| usize::abs_diff(*number, wrong) <= AROUND);
    near.map(|(text, number)| FileLine { number, text, is_wrong: number == wrong }).collect()
}

#[cfg(test)]
mod tests {
    use aws_files::FileKind;

    use super::*;
    use crate::testing::paths;
    use sandglass_core::text::Language;

    #[test]
    fn a_line_is_shown_with_its_neighbours_and_without_secrets() {
        let text = "[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = canary-1-secret\n\
                    canary/2/wJalrXUtnFEMI+K7MDENG/bPxRfiCY\nregion = r\n\n[b]\n";
        let document = Document::parse(FileKind::Credentials, text.as_bytes());
        let words = Text::new(Language::English);
        let broken = broken_file(&document, None, &words, &paths()).expect("it is broken");
        let numbers: Vec<(usize, bool)> =
            broken.lines.iter().map(|line| (line.number, line.is_wrong)).collect();
        assert_eq!(numbers, [(2, false), (3, false), (4, true), (5, false), (6, false)]);
        assert!(!format!("{broken:?}").contains("canary"), "{broken:?}");
        assert_eq!(broken.words.place.and_then(|place| place.line), Some(4));
        let sound = Document::parse(FileKind::Config, b"[default]\nregion = r\n");
        assert_eq!(broken_file(&sound, None, &words, &paths()), None);
    }
}
