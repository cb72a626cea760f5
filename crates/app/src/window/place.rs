//! A place to show: a line of a file, which opens in an editor, or the name of something else.

use std::path::Path;

use serde::Serialize;

use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::{Origin, Problem};
use sandglass_core::text::{place, short_place};

/// A place that can be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// As it is shown: `~/.aws/config:12`, `config:12`, the name of a variable or of a method.
    pub text: String,
    /// The file, with `~`, by which it is asked to be opened; null where it is none.
    pub file: Option<String>,
    /// The line in it, from 1.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub line: Option<usize>,
}

impl Place {
    /// Creates a place that is no file: the name of a variable or of a method.
    pub fn named(text: impl Into<String>) -> Self {
        Self { text: text.into(), file: None, line: None }
    }

    /// Creates the place of a value's origin, with its full path.
    pub fn from_origin(origin: &Origin, paths: &AwsPaths) -> Self {
        Self { text: place(origin, paths), ..Self::short(origin, paths) }
    }

    /// The same in few letters: `config:12`.
    pub fn short(origin: &Origin, paths: &AwsPaths) -> Self {
        let text = short_place(origin, paths);
        match origin {
            Origin::File(at) => {
                Self { text, file: Some(paths.display(paths.file(at.file))), line: Some(at.line) }
            }
            _ => Self::named(text),
        }
    }

    /// A file as people write it, with its line where that is known.
    fn written(text: &str) -> Self {
        let (file, line) = match text.rsplit_once(':').map(|(file, line)| (file, line.parse().ok())) {
            Some((file, Some(line))) => (file, Some(line)),
            _ => (text, None),
        };
        Self { text: text.to_owned(), file: Some(file.to_owned()), line }
    }

    /// Returns the place where a problem is fixed: a line of an AWS file, or the file its sentence names.
    pub(super) fn of_problem(problem: &Problem, paths: &AwsPaths) -> Option<Self> {
        let named = |wanted: &str| problem.args.iter().find(|(name, _)| *name == wanted);
        match (&problem.at, named("where").or_else(|| named("path"))) {
            (Some(at @ Origin::File(_)), _) => Some(Self::from_origin(at, paths)),
            (_, Some((_, path))) if is_path(path) => Some(Self::written(path)),
            _ => None,
        }
    }
}

/// Sentences name other things by these words too, such as a program without its directory.
fn is_path(text: &str) -> bool {
    text.starts_with('~') || Path::new(text).is_absolute()
}

#[cfg(test)]
mod tests {
    use aws_files::{FileKind, Location};

    use super::*;
    use crate::testing::paths;
    use sandglass_core::problem::Code;

    #[test]
    fn a_line_of_a_file_can_be_opened_and_a_variable_cannot() {
        let origin = Origin::File(Location { file: FileKind::Credentials, line: 14 });
        let short = Place::short(&origin, &paths());
        assert_eq!((short.text.as_str(), short.line), ("credentials:14", Some(14)));
        assert_eq!(short.file.as_deref(), Some("~/.aws/credentials"));
        assert_eq!(Place::from_origin(&origin, &paths()).text, "~/.aws/credentials:14");
        let variable = Place::from_origin(&Origin::Variable("AWS_REGION"), &paths());
        assert_eq!(variable, Place::named("AWS_REGION"));
    }

    #[test]
    fn a_problem_leads_to_the_file_its_sentence_names() {
        let of = |problem: Problem| Place::of_problem(&problem, &paths());
        let preferences = Problem::new(Code::PreferencesInvalid).at(Origin::Call);
        let file = of(preferences.clone().with("where", "~/.config/sandglass/preferences.toml:3"));
        let file = file.expect("a place");
        assert_eq!(file.file.as_deref(), Some("~/.config/sandglass/preferences.toml"));
        assert_eq!(file.line, Some(3));
        assert_eq!(of(preferences.with("where", "proxy = foo")), None);
        let cache = of(Problem::new(Code::CacheUnwritable).with("path", "/home/ana/.aws/cli/cache"));
        assert_eq!(cache.and_then(|place| place.line), None);
        assert_eq!(of(Problem::new(Code::NotOpened).with("path", "sandglass-demo")), None);
        assert_eq!(of(Problem::new(Code::NoRegion)), None);
    }
}
