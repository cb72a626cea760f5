//! A paste from the clipboard, without its secrets.

use aws_files::expiry;
use serde::Serialize;

use sandglass_core::masked::shown_setting;
use sandglass_core::profiles::paste::{PasteForm, Pasted};
use sandglass_core::profiles::{NewSetting, is_secret_key};

/// A paste. The program keeps it for `ProfileEdit.paste`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PastedProfile {
    /// By which an edit names it.
    pub id: String,
    /// In which form it came.
    pub form: PasteForm,
    /// The profile it would go to: the one asked for, else the name it came with; else `pasted`.
    pub name: String,
    /// True if there is a profile of that name already.
    pub exists: bool,
    /// True if it is a session's keys, and not a whole profile.
    pub is_keys: bool,
    /// The access key, which is no secret.
    pub access_key: Option<String>,
    /// Its content.
    pub settings: Vec<PastedSetting>,
    /// The expiry of the keys, if it names one.
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
    /// True if it is a secret.
    pub secret: bool,
}

/// Creates the view of a paste. `into` is the profile it was asked for.
pub fn pasted(
    id: String,
    paste: &Pasted,
    into: Option<String>,
    exists: impl Fn(&str) -> bool,
) -> PastedProfile {
    let name = into.or_else(|| paste.name.clone()).unwrap_or_else(|| "pasted".to_owned());
    let setting = |setting: &NewSetting| {
        let value = shown_setting(&setting.key, setting.value.expose());
        let secret = is_secret_key(&setting.key) || value != setting.value.expose();
        PastedSetting { key: setting.key.clone(), value, secret }
    };
    let end = paste.settings.iter().find(|setting| expiry::KEYS.contains(&setting.key.as_str()));
    PastedProfile {
        id,
        form: paste.form,
        exists: exists(&name),
        name,
        is_keys: paste.is_keys(),
        access_key: paste.access_key_id().map(str::to_owned),
        settings: paste.settings.iter().map(setting).collect(),
        expires_at: end.and_then(|end| expiry::parse(end.value.expose())).map(|end| end.timestamp_millis()),
    }
}
