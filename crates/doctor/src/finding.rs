//! A finding of a check, and the exhibits that show it.

use std::path::PathBuf;

use aws_files::Location;

use super::{Args, Cause, Fix, Sentence};
use sandglass_core::Timestamp;
use sandglass_core::masked::{shown_argument, shown_value, shown_words};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Origin;

/// One thing that shows what was found: a line, a variable, a value. Never a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// Its message: an id `exhibit-…` of the locales.
    pub what: Sentence,
    /// The file.
    pub file: Option<PathBuf>,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// The variable.
    pub variable: Option<String>,
    /// The value, masked where it could be a secret.
    pub value: Option<String>,
    /// The instant, where the value is one.
    pub instant: Option<Timestamp>,
}

impl Exhibit {
    /// An exhibit with nothing but its name.
    pub fn new(what: &str) -> Self {
        Self { what: Sentence::new(what), file: None, line: None, variable: None, value: None, instant: None }
    }

    /// Adds an argument of its name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.what = self.what.with(name, value);
        self
    }

    /// Adds a file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<PathBuf>, line: Option<usize>) -> Self {
        (self.file, self.line) = (Some(file.into()), line);
        self
    }

    /// Adds a line of one of the two AWS files.
    #[must_use]
    pub fn at(self, at: Location, paths: &AwsPaths) -> Self {
        self.in_file(paths.file(at.file), Some(at.line))
    }

    /// Adds the place a value comes from.
    #[must_use]
    pub fn from(mut self, origin: &Origin, paths: &AwsPaths) -> Self {
        match origin {
            Origin::File(at) => return self.at(*at, paths),
            Origin::Variable(name) => self.variable = Some((*name).to_owned()),
            Origin::Call => self.variable = None,
            Origin::Preferences => self.file = Some("preferences.toml".into()),
        }
        self
    }

    /// Adds a variable.
    #[must_use]
    pub fn of_variable(mut self, name: &str) -> Self {
        self.variable = Some(name.to_owned());
        self
    }

    /// Adds an instant.
    #[must_use]
    pub fn instant(mut self, at: Timestamp) -> Self {
        self.instant = Some(at);
        self
    }

    /// Adds a value that may be shown. One that has the form of a secret stands where none belongs.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(shown_value(&value.into()));
        self
    }

    /// Adds words of a server, a program or a library, which may hold anything.
    #[must_use]
    pub fn words(mut self, words: &str) -> Self {
        self.value = Some(shown_words(words));
        self
    }
}

/// A cause that was found, with all there is to say about it.
#[derive(Debug)]
pub struct Finding {
    /// The cause.
    pub cause: Cause,
    /// True if it alone makes the call fail, or act as the wrong identity; else it is a warning.
    pub breaks: bool,
    /// True if AWS taking the credentials shows that it does not: what looks wrong and is not.
    pub is_suspicion: bool,
    /// The arguments of its sentences.
    pub args: Args,
    /// Its exhibits, the most telling first.
    pub exhibits: Vec<Exhibit>,
    /// Its fixes, the best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// A cause that makes the call fail.
    pub fn new(cause: Cause) -> Self {
        Self {
            cause,
            breaks: true,
            is_suspicion: false,
            args: Vec::new(),
            exhibits: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// A cause that AWS would disprove by taking the credentials.
    pub fn suspicion(cause: Cause) -> Self {
        Self { is_suspicion: true, ..Self::new(cause) }
    }

    /// The same, as a warning where a condition does not hold.
    #[must_use]
    pub fn breaking_if(mut self, condition: bool) -> Self {
        self.breaks &= condition;
        self
    }

    /// Something to know that makes nothing fail.
    pub fn warning(cause: Cause) -> Self {
        Self { breaks: false, ..Self::new(cause) }
    }

    /// Adds an argument of its sentences.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, shown_argument(name, &value.into())));
        self
    }

    /// Adds what shows it.
    #[must_use]
    pub fn shown_by(mut self, exhibit: Exhibit) -> Self {
        self.exhibits.push(exhibit);
        self
    }

    /// Adds what fixes it, when something does.
    #[must_use]
    pub fn fixed_by(mut self, fixes: impl IntoIterator<Item = Fix>) -> Self {
        self.fixes.extend(fixes);
        self
    }

    /// Its title.
    pub fn title(&self) -> Sentence {
        Sentence { id: format!("doctor-{}", self.cause.as_str()), args: self.args.clone() }
    }
}
