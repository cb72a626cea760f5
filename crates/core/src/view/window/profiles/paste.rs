//! What stands on the clipboard, without its secrets.

use serde::Serialize;

use crate::profiles::paste::Form;

/// What was pasted. The program keeps it for `ProfileEdit.paste`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PastedProfile {
    /// By which an edit names it.
    pub id: String,
    /// In which form it came.
    pub form: Form,
    /// The profile it would go to: the one asked for, else the name it came with; else `pasted`.
    pub name: String,
    /// Whether there is a profile of that name already.
    pub exists: bool,
    /// Whether it is a session's keys, and not a whole profile.
    pub is_keys: bool,
    /// The access key, which is no secret.
    pub access_key: Option<String>,
    /// What it holds.
    pub settings: Vec<PastedSetting>,
    /// When the keys run out, where it says so.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
}

/// One setting of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PastedSetting {
    /// Its key.
    pub key: String,
    /// Its value; of a secret only what may be shown.
    pub value: String,
    /// Whether it is a secret.
    pub secret: bool,
}
