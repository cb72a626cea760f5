//! Everything about one session: its chain, its settings, what happened to it.

use serde::Serialize;

use super::Words;

/// What the details pane shows beside its row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SessionDetails {
    /// The profile.
    pub profile: String,
    /// The role's ARN.
    pub arn: Option<String>,
    /// From the source that needs no other to the profile itself.
    pub chain: Vec<ChainStep>,
    /// For keys in a file that are renewed from a role: that chain. Else empty.
    pub refresh: Vec<ChainStep>,
    /// Every setting, as `aws configure list` would tell where it comes from.
    pub settings: Vec<SettingRow>,
    /// What is wrong, and what other SDKs read differently.
    pub problems: Vec<Words>,
    /// What happened in the last 24 hours, newest first.
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
    /// Where it is written, such as `config:12`.
    pub place: String,
    /// When its own credentials run out.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// How long a session is asked for, in seconds, where the profile says so.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub duration: Option<i64>,
    /// Whether its session stands in the AWS CLI's cache.
    pub cached: bool,
}

/// One setting and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SettingRow {
    /// Its key.
    pub name: String,
    /// Its value; of a secret only the last four characters, as the AWS CLI shows them.
    pub value: String,
    /// `config:13`, the name of a variable, or botocore's name of a method.
    pub from: String,
    /// What stands elsewhere and does not count.
    pub overrides: Vec<Overridden>,
}

/// A value that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Overridden {
    /// The value, masked as the other.
    pub value: String,
    /// Where.
    pub from: String,
}

/// Something that happened to a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// When.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// What: `renewed`, `renewed_silently`, `failed`.
    pub what: &'static str,
    /// For a renewal: until when the new session lasts.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub until: Option<i64>,
    /// For a failure: why, in a few words.
    pub reason: Option<String>,
}
