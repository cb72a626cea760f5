//! The details of one session: its chain, its settings, its history.

use aws_files::{Profiles, python_int, setting};
use serde::Serialize;

use super::settings::settings;
use super::{Place, ProblemText, problem_text};
use sandglass_core::Timestamp;
use sandglass_core::history::{HistoryEntry, HistoryEvent};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::resolve::{Resolution, StaticKeys};
use sandglass_core::session::{Link, Session};
use sandglass_core::source::SourceKind;
use sandglass_core::text::Text;

/// The content of the details pane beside the session's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SessionDetails {
    /// The profile.
    pub profile: String,
    /// The role's ARN.
    pub arn: Option<String>,
    /// The chain, from the source that needs no other to the profile itself.
    pub chain: Vec<ChainStep>,
    /// For keys in a file that are renewed from a role: that chain. Else empty.
    pub refresh: Vec<ChainStep>,
    /// Every setting, as `aws configure list` would tell where it comes from.
    pub settings: Vec<SettingRow>,
    /// Problems, and differences in what other SDKs read.
    pub problems: Vec<ProblemText>,
    /// The history of the last 24 hours, newest first.
    pub history: Vec<HistoryRow>,
}

/// One source of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChainStep {
    /// The profile, unless it is a variable or this host.
    pub profile: Option<String>,
    /// botocore's name of the method: `assume-role`, `shared-credentials-file`, `sso`, …
    pub method: &'static str,
    /// The role it assumes.
    pub role_arn: Option<String>,
    /// The MFA device it asks for.
    pub mfa_serial: Option<String>,
    /// Its place, such as `config:12`.
    pub place: Place,
    /// The expiry of its own credentials.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// The requested length of a session in seconds, if the profile sets it.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub duration: Option<i64>,
    /// True if its session stands in the AWS CLI's cache.
    pub cached: bool,
}

/// One setting and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SettingRow {
    /// Its key.
    pub name: String,
    /// Its value; of an access key ID the last four characters, as the AWS CLI shows them, of a secret nothing.
    pub value: String,
    /// True if the value is masked: there is nothing to copy.
    pub secret: bool,
    /// `config:13`, the name of a variable, or botocore's name of a method.
    pub from: Place,
    /// Values elsewhere that it overrides.
    pub overrides: Vec<Overridden>,
}

/// A value that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Overridden {
    /// The value, masked as the other.
    pub value: String,
    /// Its place.
    pub from: Place,
}

/// Something that happened to a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// The time.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// The event: `renewed`, `renewed_silently`, `failed`.
    pub what: &'static str,
    /// For a renewal: until when the new session lasts.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub until: Option<i64>,
    /// For a failure: why, in a few words.
    pub reason: Option<String>,
}

/// The inputs for the details.
pub struct DetailInputs<'a> {
    /// Both files.
    pub profiles: &'a Profiles,
    /// The resolution of the credentials.
    pub resolution: &'a Resolution,
    /// The session.
    pub session: &'a Session,
    /// The credentials a command would use now, where they are at hand.
    pub keys: Option<&'a StaticKeys>,
    /// The history, newest first.
    pub history: &'a [HistoryEntry],
    /// The paths of the files.
    pub paths: &'a AwsPaths,
}

/// Everything about one session, at `now`.
pub fn details(inputs: &DetailInputs<'_>, text: &Text, now: Timestamp) -> SessionDetails {
    let session = inputs.session;
    let steps = |links: &[Link]| links.iter().rev().map(|link| step(inputs, link)).collect();
    SessionDetails {
        profile: session.profile.clone(),
        arn: session.renewal_chain().first().and_then(|link| link.role_arn.clone()),
        chain: steps(&session.chain),
        refresh: steps(&session.refresh),
        settings: settings(inputs),
        problems: session
            .problems(now)
            .iter()
            .map(|problem| problem_text(problem, text, inputs.paths))
            .collect(),
        history: inputs.history.iter().map(|happened| history_row(happened, text, inputs.paths)).collect(),
    }
}

fn step(inputs: &DetailInputs<'_>, link: &Link) -> ChainStep {
    let profile = link.profile.as_deref().and_then(|name| inputs.profiles.get(name));
    let is_role = link.kind == SourceKind::Role;
    let duration = profile.filter(|_| is_role).and_then(|profile| profile.get(setting::DURATION_SECONDS));
    ChainStep {
        profile: link.profile.clone(),
        method: link.kind.botocore_name(),
        role_arn: link.role_arn.clone(),
        mfa_serial: link.mfa_serial.clone(),
        place: Place::short(&link.at, inputs.paths),
        expires_at: link.expires.instant().map(|end| end.timestamp_millis()),
        duration: duration.and_then(|setting| python_int(setting.value())),
        cached: matches!(link.kind, SourceKind::Role | SourceKind::Sso | SourceKind::WebIdentity)
            && link.expires.instant().is_some(),
    }
}

fn history_row(happened: &HistoryEntry, text: &Text, paths: &AwsPaths) -> HistoryRow {
    let (what, until, reason) = match happened.what {
        HistoryEvent::Renewed { silent, until } => {
            (if silent { "renewed_silently" } else { "renewed" }, Some(until.timestamp_millis()), None)
        }
        HistoryEvent::Failed { code } => {
            ("failed", None, Some(text.problem_brief(&Problem::new(code), paths)))
        }
    };
    HistoryRow { at: happened.at.timestamp_millis(), what, until, reason }
}
