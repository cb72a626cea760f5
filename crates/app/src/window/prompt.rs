//! The prompt for an MFA code, as its page shows it.

use serde::{Deserialize, Serialize};

use super::ProblemText;
use sandglass_core::preferences::Label;

/// The content of the prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PromptView {
    /// The profile to renew.
    pub profile: String,
    /// Its account.
    pub account: Option<String>,
    /// The role's name.
    pub role: Option<String>,
    /// The profile it is assumed from.
    pub via: Option<String>,
    /// The device: an ARN, or a hardware number.
    pub serial: String,
    /// The user's own label.
    pub label: Option<Label>,
    /// Other watched profiles that wait for a code of the same device and the same keys.
    pub same_device: Vec<SameDevice>,
    /// True if a code is being tried.
    pub busy: bool,
    /// AWS's answer to the last code.
    pub refusal: Option<ProblemText>,
    /// The language in use: `en` or `pt-BR`.
    pub language: &'static str,
}

/// A profile behind the same device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SameDevice {
    /// Its name.
    pub profile: String,
    /// The user's own label.
    pub label: Option<Label>,
}

/// The answer that the prompt sends.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromptAnswer {
    /// Six digits.
    pub code: String,
    /// Profiles of `sameDevice` to renew with the same code.
    pub also: Vec<String>,
}
