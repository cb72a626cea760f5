//! Recognises pasted credentials, as a whole or not at all.
//!
//! Each form has a file. A form looks at the text, says that it is not its own (`None`), or says what is
//! in it, or what is wrong with it. The first that knows the text decides.

mod ini;
mod json;
mod shell;

use aws_files::{access_key, expiry, setting};
use serde::Serialize;

use super::NewSetting;
use crate::problem::{Code, Problem};

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PasteForm {
    /// `aws sts assume-role` and its relatives.
    #[serde(rename = "sts")]
    StsAnswer,
    /// The output of a `credential_process`.
    #[serde(rename = "process")]
    ProcessAnswer,
    /// Lines that set variables, of any shell.
    Variables,
    /// A section of an AWS file.
    Section,
}

impl PasteForm {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StsAnswer => "sts",
            Self::ProcessAnswer => "process",
            Self::Variables => "variables",
            Self::Section => "section",
        }
    }
}

/// A recognised paste.
#[derive(Clone, Debug)]
pub struct Pasted {
    /// In which form.
    pub form: PasteForm,
    /// The name it came with.
    pub name: Option<String>,
    /// Its settings.
    pub settings: Vec<NewSetting>,
}

impl Pasted {
    /// True if it is a session's keys, and not a whole profile.
    pub fn is_keys(&self) -> bool {
        self.get(setting::AWS_ACCESS_KEY_ID).is_some()
    }

    /// The access key, which is no secret.
    pub fn access_key_id(&self) -> Option<&str> {
        self.get(setting::AWS_ACCESS_KEY_ID)
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.settings.iter().find(|setting| setting.key == key).map(|setting| setting.value.expose())
    }
}

/// Reads what was pasted.
pub fn recognise(text: &str) -> Result<Pasted, Problem> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Problem::new(Code::PasteUnknown));
    }
    let read = json::read(text).or_else(|| ini::read(text)).or_else(|| shell::read(text));
    let pasted = read.unwrap_or_else(|| Err(Problem::new(Code::PasteUnknown)))?;
    complete(pasted)
}

/// Half a key pair, or a temporary key without its token, is a paste that lost its end.
fn complete(pasted: Pasted) -> Result<Pasted, Problem> {
    let missing = |key: &str| Err(Problem::new(Code::PasteIncomplete).with("key", key));
    let keys = [setting::AWS_ACCESS_KEY_ID, setting::AWS_SECRET_ACCESS_KEY, setting::AWS_SESSION_TOKEN]
        .map(|key| pasted.get(key));
    match keys {
        [None, None, None] if pasted.form == PasteForm::Section && !pasted.settings.is_empty() => {}
        [None, ..] => return missing(setting::AWS_ACCESS_KEY_ID),
        [_, None, _] => return missing(setting::AWS_SECRET_ACCESS_KEY),
        [Some(id), _, None] if access_key::is_temporary(id) => return missing(setting::AWS_SESSION_TOKEN),
        _ => {}
    }
    for setting in &pasted.settings {
        if let Some(problem) = super::field::check_field(&setting.key, setting.value.expose()) {
            return Err(problem);
        }
    }
    Ok(pasted)
}

/// A value said once, or twice the same.
#[derive(Default)]
struct PastedValues(Vec<NewSetting>);

impl PastedValues {
    fn add(&mut self, key: &str, value: &str) -> Result<(), Problem> {
        match self.0.iter().find(|known| known.key == key) {
            Some(known) if known.value.expose() == value => Ok(()),
            Some(_) => Err(Problem::new(Code::PasteOfTwo).with("key", key)),
            None => {
                self.0.push(NewSetting::new(key, value));
                Ok(())
            }
        }
    }

    /// An end in our own form, which every reader of it knows.
    fn add_expiry(&mut self, text: &str) -> Result<(), Problem> {
        // A few digits are a date that was cut off, and no time in 1970.
        match expiry::parse(text).filter(|_| text.len() >= 10) {
            Some(end) => self.add("x_security_token_expires", &crate::text::instant(end)),
            None => {
                Err(Problem::new(Code::InvalidSetting).with("key", "expiration").with("expected", "date"))
            }
        }
    }
}

#[cfg(test)]
mod tests;
