//! Texts for people: every sentence comes from `locales/`.

mod instant;
mod phrase;
mod visible;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

pub use instant::instant;
pub use visible::{visible, visible_json, visible_line};

use crate::paths::AwsPaths;
use crate::problem::{Origin, Problem};

/// A language Sandglass speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Brazilian Portuguese.
    Portuguese,
}

impl Language {
    /// Both.
    pub const ALL: [Language; 2] = [Language::English, Language::Portuguese];

    /// Its name in preferences: a BCP 47 tag.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Portuguese => "pt-BR",
        }
    }

    /// The language of a locale such as `pt_BR.UTF-8` or `pt-BR`; English where there is no better.
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("pt") { Self::Portuguese } else { Self::English }
    }
}

const ENGLISH: &[&str] = &[
    include_str!("../../../../locales/en/problems.ftl"),
    include_str!("../../../../locales/en/tray.ftl"),
    include_str!("../../../../locales/en/notices.ftl"),
    include_str!("../../../../locales/en/cli.ftl"),
    include_str!("../../../../locales/en/demo.ftl"),
    include_str!("../../../../locales/en/profiles.ftl"),
    include_str!("../../../../locales/en/doctor.ftl"),
    include_str!("../../../../locales/en/doctor-live.ftl"),
    include_str!("../../../../locales/en/error-hints.ftl"),
    include_str!("../../../../locales/en/sign-in.ftl"),
];
const PORTUGUESE: &[&str] = &[
    include_str!("../../../../locales/pt-BR/problems.ftl"),
    include_str!("../../../../locales/pt-BR/tray.ftl"),
    include_str!("../../../../locales/pt-BR/notices.ftl"),
    include_str!("../../../../locales/pt-BR/cli.ftl"),
    include_str!("../../../../locales/pt-BR/demo.ftl"),
    include_str!("../../../../locales/pt-BR/profiles.ftl"),
    include_str!("../../../../locales/pt-BR/doctor.ftl"),
    include_str!("../../../../locales/pt-BR/doctor-live.ftl"),
    include_str!("../../../../locales/pt-BR/error-hints.ftl"),
    include_str!("../../../../locales/pt-BR/sign-in.ftl"),
];

/// Arguments of sentences that are numbers of things, for plurals.
const COUNTS: [&str; 3] = ["count", "files", "expired"];

/// Half a minute: remaining time is rounded to the nearest minute.
pub const HALF_A_MINUTE: chrono::TimeDelta = chrono::TimeDelta::seconds(30);

/// The words of one language. Its messages are parsed once a process; a copy costs nothing.
#[derive(Clone, Copy)]
pub struct Text {
    language: Language,
    bundle: &'static FluentBundle<FluentResource>,
}

/// The parsed messages of each language.
static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; Language::ALL.len()] =
    [const { OnceLock::new() }; Language::ALL.len()];

impl Text {
    /// Loads a language, where nobody did before.
    pub fn new(language: Language) -> Self {
        let bundle = BUNDLES[language as usize].get_or_init(|| load(language));
        Self { language, bundle }
    }

    /// Returns the language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments.
    pub fn say(&self, id: &str) -> String {
        self.format(id, None, &FluentArgs::new())
    }

    /// A message with arguments.
    pub fn say_with(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.format(id, None, &fluent_args(args))
    }

    /// A message, or one of its attributes, with arguments.
    pub fn sentence(&self, id: &str, part: Option<&str>, args: &[(&str, String)]) -> String {
        let args = args.iter().map(|(name, text)| (*name, argument(name, text))).collect();
        self.format(id, part, &args)
    }

    /// A message with a count, for plurals.
    pub fn count(&self, id: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        self.format(id, None, &args)
    }

    /// The same with further arguments.
    pub fn count_with(&self, id: &str, count: usize, args: &[(&str, &str)]) -> String {
        let mut args = fluent_args(args);
        args.set("count", FluentValue::from(count));
        self.format(id, None, &args)
    }

    /// Says how much time is left, to the nearest minute: an hour that has just begun is an hour.
    pub fn time_left(&self, left: chrono::TimeDelta) -> String {
        self.duration(left + HALF_A_MINUTE)
    }

    /// Says what happened, in one sentence.
    pub fn problem(&self, problem: &Problem, paths: &AwsPaths) -> String {
        self.problem_part(problem, paths, None)
    }

    /// Says what to do next.
    pub fn problem_next(&self, problem: &Problem, paths: &AwsPaths) -> String {
        self.problem_part(problem, paths, Some("next"))
    }

    /// Says what to do next in the window, where that is not what it is in a terminal.
    pub fn problem_next_in_window(&self, problem: &Problem, paths: &AwsPaths) -> String {
        let own = self.problem_has(problem, "window");
        self.problem_part(problem, paths, Some(if own { "window" } else { "next" }))
    }

    /// The words of AWS or of the system in full, where a problem has some: they stand in no sentence of ours.
    pub fn problem_detail(&self, problem: &Problem, paths: &AwsPaths) -> Option<String> {
        let said =
            self.problem_has(problem, "detail").then(|| self.problem_part(problem, paths, Some("detail")))?;
        let said = said.trim();
        (!said.is_empty()).then(|| said.to_owned())
    }

    /// Says a problem beside its form field, which already tells what it is about: what is wrong and the
    /// fix in one. `None` where only the whole sentence will do.
    pub fn problem_at_field(&self, problem: &Problem, paths: &AwsPaths) -> Option<String> {
        self.problem_has(problem, "field").then(|| self.problem_part(problem, paths, Some("field")))
    }

    /// A few words for a menu line.
    pub fn problem_brief(&self, problem: &Problem, paths: &AwsPaths) -> String {
        self.problem_part(problem, paths, Some("brief"))
    }

    fn problem_has(&self, problem: &Problem, part: &str) -> bool {
        self.has(&format!("problem-{}", problem.code.as_str()), part)
    }

    /// True if a message has an attribute.
    pub fn has(&self, id: &str, part: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.get_attribute(part).is_some())
    }

    fn problem_part(&self, problem: &Problem, paths: &AwsPaths, part: Option<&str>) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &problem.args {
            args.set(*name, argument(name, value));
        }
        let place = problem.at.as_ref().map(|at| place(at, paths));
        // For a sentence whose problem may have no place.
        args.set("bracketed", place.as_ref().map_or_else(String::new, |place| format!(" ({place})")));
        args.set("place", place.unwrap_or_default());
        self.format(&format!("problem-{}", problem.code.as_str()), part, &args)
    }

    /// A message, or its id where a language lacks it: never nothing.
    fn format(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> String {
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        match pattern {
            Some(pattern) => self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned(),
            None => id.to_owned(),
        }
    }
}

/// Parses the messages of a language. They are part of the program and a test parses them all, so what does not parse
/// is left out rather than stopping a session tool.
fn load(language: Language) -> FluentBundle<FluentResource> {
    let (id, sources) = match language {
        Language::English => (langid!("en"), ENGLISH),
        Language::Portuguese => (langid!("pt-BR"), PORTUGUESE),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Marks for text direction reach native menus as boxes.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// `~/.aws/config:12`, or the variable's name.
pub fn place(origin: &Origin, paths: &AwsPaths) -> String {
    match origin {
        Origin::File(at) => paths.display_location(*at),
        Origin::Variable(name) => (*name).to_owned(),
        Origin::Call => "--profile".to_owned(),
        Origin::Preferences => "preferences.toml".to_owned(),
    }
}

/// `config:12` where there is no doubt about which file; else as `place`.
pub fn short_place(origin: &Origin, paths: &AwsPaths) -> String {
    match origin {
        Origin::File(at) => {
            let name = paths.file(at.file).file_name().map(|name| name.to_string_lossy().into_owned());
            format!("{}:{}", name.unwrap_or_default(), at.line)
        }
        other => place(other, paths),
    }
}

/// A number of things as a number, so that plurals are right, and all else as text.
fn argument<'a>(name: &str, value: &'a str) -> FluentValue<'a> {
    match value.parse::<u32>() {
        Ok(number) if COUNTS.contains(&name) => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

fn fluent_args<'a>(args: &'a [(&'a str, &'a str)]) -> FluentArgs<'a> {
    args.iter().map(|(name, value)| (*name, argument(name, value))).collect()
}

#[cfg(test)]
mod tests;
