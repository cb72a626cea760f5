//! The JSON shapes of `--json`.

mod profiles;
mod sso;

use serde::Serialize;

use crate::Timestamp;
use crate::attention::Attention;
use crate::cache::CacheFile;
use crate::masked::{shown_command, shown_url};
use crate::paths::AwsPaths;
use crate::preferences::NamedPreference;
use crate::problem::{Origin, Problem};
use crate::session::{Link, Session, SessionKind};
use crate::text::{Text, instant, place};

pub use profiles::{LocatedProblem, ProfileListed, ProfileShown, SettingShown, listed, located, shown};
pub use sso::{SsoSignInView, SsoSignOutView, SsoStateView};

/// One element of `sandglass status --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileStatus {
    /// The profile's name.
    pub profile: String,
    /// `role`, `keys`, `temporary_keys`, `sso`, `web_identity`, `login`, `process`, `host`, `settings`, `none`.
    pub kind: &'static str,
    /// `fresh`, `expiring`, `expired`, `signed_out`, `no_expiry`, `unknown`, `broken`; `none` of a profile that
    /// holds settings only.
    pub state: &'static str,
    /// RFC 3339 UTC, or null.
    pub expires_at: Option<String>,
    /// Seconds until then; negative after it.
    pub seconds_left: Option<i64>,
    /// The time at which a person is next needed; null when never or not known.
    pub human_deadline: Option<String>,
    /// `silent`, `mfa`, `sign_in`, `no`.
    pub renewable: &'static str,
    /// The action that a watched profile needs from a person now: `fix`, `click`, `mfa`, `sign_in`, `keys`; null where
    /// nobody is needed.
    pub needs_you: Option<&'static str>,
    /// botocore's name of the method that gives the credentials, as `aws configure list` prints it.
    pub source: Option<&'static str>,
    /// The chain, from the profile to the source that needs no other.
    pub chain: Vec<ChainLink>,
    /// Its problems.
    pub problems: Vec<ProblemView>,
}

/// One source of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainLink {
    /// The profile, unless it is a variable or a host.
    pub profile: Option<String>,
    /// botocore's name of the method.
    pub source: &'static str,
    /// The role it assumes.
    pub role_arn: Option<String>,
    /// `~/.aws/config:12`, or a variable's name.
    pub location: String,
}

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemView {
    /// Stable identifier.
    pub code: &'static str,
    /// The problem, in a sentence.
    pub message: String,
    /// The next step.
    pub next: String,
    /// The words of AWS or of the system in full, where there are some.
    pub detail: Option<String>,
}

/// One element of `sandglass renew --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RenewalView {
    /// The profile's name.
    pub profile: String,
    /// `renewed`, `still_fresh`, `at_each_use`, `needs_human`, `failed`.
    pub outcome: &'static str,
    /// RFC 3339 UTC, or null.
    pub expires_at: Option<String>,
    /// The file the session stands in.
    pub stored_in: Option<String>,
    /// The reason for a failure.
    pub error: Option<ProblemView>,
}

/// One element of `sandglass cache list --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CacheFileView {
    /// The file.
    pub file: String,
    /// `role`, `web_identity`, `sso`, `sso_token`, `sso_registration`, `mfa_session`, `damaged`, `other`.
    pub kind: &'static str,
    /// The first profile it is for, or null.
    pub profile: Option<String>,
    /// Every profile it is for: of an MFA session those whose roles it serves.
    pub profiles: Vec<String>,
    /// The MFA device behind it, or null.
    pub mfa_serial: Option<String>,
    /// The access key of the user whose MFA session it is, or null.
    pub user_access_key_id: Option<String>,
    /// RFC 3339 UTC, or null.
    pub expires_at: Option<String>,
    /// True if that is over.
    pub expired: bool,
    /// Its size.
    pub bytes: u64,
    /// True if it was removed just now.
    pub removed: bool,
}

/// One element of `sandglass preferences list --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PreferenceView {
    /// Its name.
    pub key: String,
    /// The value in effect.
    pub value: serde_json::Value,
    /// True if the user chose it; else it is the default.
    pub chosen: bool,
}

/// The value of a preference as it is shown: an address without a password.
pub fn preference_value(preference: &NamedPreference) -> serde_json::Value {
    match (preference.name.to_string().as_str(), preference.value.as_str()) {
        (_, Some(command)) if preference.name.is_command_line() => shown_command(command).into(),
        ("proxy", Some(address)) => shown_url(address).into(),
        _ => preference.value.clone(),
    }
}

/// A preference as `--json` shows it.
pub fn preference(preference: &NamedPreference) -> PreferenceView {
    PreferenceView {
        key: preference.name.to_string(),
        value: preference_value(preference),
        chosen: preference.is_chosen,
    }
}

/// A cache file as `--json` shows it.
pub fn cache_file(file: &CacheFile, removed: bool, now: Timestamp) -> CacheFileView {
    CacheFileView {
        file: file.path.display().to_string(),
        kind: file.kind.as_str(),
        profile: file.profiles.first().cloned(),
        profiles: file.profiles.clone(),
        mfa_serial: file.device.as_ref().map(|device| device.serial_number.clone()),
        user_access_key_id: file.device.as_ref().map(|device| device.user_access_key_id.clone()),
        expires_at: file.expires_at.map(instant),
        expired: file.is_expired(now),
        bytes: file.bytes,
        removed,
    }
}

/// A problem in words.
pub fn problem(problem: &Problem, text: &Text, paths: &AwsPaths) -> ProblemView {
    ProblemView {
        code: problem.code.as_str(),
        message: text.problem(problem, paths),
        next: text.problem_next(problem, paths),
        detail: text.problem_detail(problem, paths),
    }
}

/// A session as `status --json` shows it.
pub fn status(
    session: &Session,
    attention: Option<&Attention>,
    now: Timestamp,
    text: &Text,
    paths: &AwsPaths,
) -> ProfileStatus {
    let end = session.expires_at();
    ProfileStatus {
        profile: session.profile.clone(),
        kind: SessionKind::from_session(session).as_str(),
        state: session.state(now).as_str(),
        expires_at: end.map(instant),
        seconds_left: end.map(|end| (end - now).num_seconds()),
        human_deadline: session.human_deadline().map(instant),
        renewable: session.needs(now).as_str(),
        needs_you: attention.map(Attention::as_str),
        source: session.chain.first().map(|link| link.kind.botocore_name()),
        chain: session.chain.iter().map(|link| chain_link(link, paths)).collect(),
        problems: session.problems(now).iter().map(|found| problem(found, text, paths)).collect(),
    }
}

fn chain_link(link: &Link, paths: &AwsPaths) -> ChainLink {
    ChainLink {
        profile: link.profile.clone(),
        source: link.kind.botocore_name(),
        role_arn: link.role_arn.clone(),
        location: origin(&link.at, paths),
    }
}

fn origin(at: &Origin, paths: &AwsPaths) -> String {
    place(at, paths)
}
