//! The JSON shapes of `sandglass profile list` and `show`.

use aws_files::{Location, Profile, Section, Setting};
use serde::Serialize;
use serde_json::{Map, Value};

use super::{ChainLink, chain_link};
use crate::Timestamp;
use crate::masked::shown_setting;
use crate::paths::AwsPaths;
use crate::problem::{Origin, Problem};
use crate::session::{Session, SessionKind};
use crate::text::Text;

/// One element of `sandglass profile list --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileListed {
    /// The profile's name; null where a file cannot be used.
    pub name: Option<String>,
    /// As in `status`; null where a file cannot be used.
    pub kind: Option<&'static str>,
    /// Its problems.
    pub problems: Vec<LocatedProblem>,
}

/// A problem and its line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LocatedProblem {
    /// Stable identifier.
    pub code: &'static str,
    /// The file; null where it is no line of a file.
    pub file: Option<String>,
    /// The line; null likewise.
    pub line: Option<usize>,
    /// The problem, in a sentence.
    pub message: String,
}

/// `sandglass profile show --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileShown {
    /// The profile's name.
    pub name: String,
    /// Every setting, as the AWS CLI reads it.
    pub settings: Vec<SettingShown>,
    /// The chain, from the profile to the source that needs no other.
    pub chain: Vec<ChainLink>,
    /// Its problems.
    pub problems: Vec<LocatedProblem>,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SettingShown {
    /// Its key.
    pub key: String,
    /// Its value: text, or the settings of a nested block. A secret is masked.
    pub value: Value,
    /// The file it stands in.
    pub file: String,
    /// Its line.
    pub line: usize,
    /// The value of the other file that does not count because of it, or null.
    pub overrides: Option<OverriddenSetting>,
}

/// A value that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverriddenSetting {
    /// It, masked where it is a secret.
    pub value: Value,
    /// Its file.
    pub file: String,
    /// Its line.
    pub line: usize,
}

/// A problem with its line.
pub fn located(problem: &Problem, text: &Text, paths: &AwsPaths) -> LocatedProblem {
    let at = match problem.at {
        Some(Origin::File(at)) => Some(at),
        _ => None,
    };
    LocatedProblem {
        code: problem.code.as_str(),
        file: at.map(|at| file(at, paths)),
        line: at.map(|at| at.line),
        message: text.problem(problem, paths),
    }
}

/// Every profile; files that cannot be used come first, without a name.
pub fn listed(
    sessions: &[Session],
    files: &[Problem],
    now: Timestamp,
    text: &Text,
    paths: &AwsPaths,
) -> Vec<ProfileListed> {
    let of_file =
        |problem| ProfileListed { name: None, kind: None, problems: vec![located(problem, text, paths)] };
    let of_profile = |session: &Session| ProfileListed {
        name: Some(session.profile.clone()),
        kind: Some(SessionKind::from_session(session).as_str()),
        problems: session.problems(now).iter().map(|problem| located(problem, text, paths)).collect(),
    };
    files.iter().map(of_file).chain(sessions.iter().map(of_profile)).collect()
}

/// One profile: what the AWS CLI reads, and where it stands.
pub fn shown(
    profile: &Profile,
    session: &Session,
    now: Timestamp,
    text: &Text,
    paths: &AwsPaths,
) -> ProfileShown {
    ProfileShown {
        name: profile.name.clone(),
        settings: settings(profile, paths),
        chain: session.chain.iter().map(|link| chain_link(link, paths)).collect(),
        problems: session.problems(now).iter().map(|problem| located(problem, text, paths)).collect(),
    }
}

fn settings(profile: &Profile, paths: &AwsPaths) -> Vec<SettingShown> {
    let (config, credentials) = (profile.config.as_ref(), profile.credentials.as_ref());
    let in_config = config.into_iter().flat_map(Section::keys);
    let only_in_credentials = credentials
        .into_iter()
        .flat_map(Section::keys)
        .filter(|key| config.is_none_or(|config| config.get(key).is_none()));
    let shown = |key: &str| {
        let of = |section: Option<&Section>| {
            let section = section?;
            section.get(key).map(|setting| (value(section, key, setting), setting.at))
        };
        let (counts, other) = match of(credentials) {
            Some(counts) => (counts, of(config)),
            None => (of(config)?, None),
        };
        let overrides =
            other.map(|(value, at)| OverriddenSetting { value, file: file(at, paths), line: at.line });
        let (value, at) = counts;
        Some(SettingShown { key: key.to_owned(), value, file: file(at, paths), line: at.line, overrides })
    };
    in_config.chain(only_in_credentials).filter_map(shown).collect()
}

fn value(section: &Section, key: &str, setting: &Setting) -> Value {
    let shown = |key: &str, setting: &Setting| Value::from(shown_setting(key, setting.value()));
    let block: Map<String, Value> =
        section.block(key).map(|(inner, setting)| (inner.to_owned(), shown(inner, setting))).collect();
    if block.is_empty() { shown(key, setting) } else { Value::Object(block) }
}

fn file(at: Location, paths: &AwsPaths) -> String {
    paths.file(at.file).display().to_string()
}

#[cfg(test)]
mod tests {
    use aws_files::MASK;

    use super::*;
    use crate::testing::{now, paths, profiles, session};
    use crate::text::Language;

    #[test]
    fn values_are_those_the_aws_cli_reads() {
        let config =
            "[profile x]\nregion = a\ns3 =\n  addressing_style = path\n  secret = CANARY\noutput = json\n";
        let credentials = "[x]\nregion = b\naws_secret_access_key = CANARY\n";
        let profiles = profiles(config, credentials);
        let profile = profiles.get("x").expect("a profile");
        let text = Text::new(Language::English);
        let shown = shown(profile, &session(config, "x", None), now(), &text, &paths());
        let json = serde_json::to_value(&shown).expect("JSON");
        let (config, credentials) = ("/home/ana/.aws/config", "/home/ana/.aws/credentials");
        let setting = |key: &str, value: Value, file: &str, line: usize, overrides: Value| serde_json::json!({"key": key, "value": value, "file": file, "line": line, "overrides": overrides});
        assert_eq!(
            json["settings"],
            serde_json::json!([
                setting(
                    "region",
                    "b".into(),
                    credentials,
                    2,
                    serde_json::json!({"value": "a", "file": config, "line": 2})
                ),
                setting(
                    "s3",
                    serde_json::json!({"addressing_style": "path", "secret": MASK}),
                    config,
                    3,
                    Value::Null
                ),
                setting("output", "json".into(), config, 6, Value::Null),
                setting("aws_secret_access_key", MASK.into(), credentials, 3, Value::Null),
            ])
        );
        assert!(!json.to_string().contains("CANARY"));
    }
}
