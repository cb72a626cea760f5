//! Recognises pasted JSON: answers of STS, of the portal and of a `credential_process`.

use aws_files::setting;

use serde_json::{Map, Value};

use super::{PasteForm, Pasted, PastedValues};
use crate::problem::{Code, Problem};

pub(super) fn read(text: &str) -> Option<Result<Pasted, Problem>> {
    text.starts_with(['{', '[']).then_some(())?;
    // An INI section begins with a bracket too.
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(text).into_iter().collect();
    match values {
        Ok(values) => match values.as_slice() {
            [value] => Some(keys(value)),
            _ => Some(Err(Problem::new(Code::PasteOfTwo).with("key", "{…}"))),
        },
        Err(_) if text.starts_with('[') => None,
        Err(error) => {
            let line = error.line().to_string();
            Some(Err(Problem::new(Code::PasteNotJson).with("line", line)))
        }
    }
}

fn keys(value: &Value) -> Result<Pasted, Problem> {
    let Some(answer) = value.as_object() else { return Err(Problem::new(Code::PasteUnknown)) };
    let inner = ["Credentials", "credentials", "roleCredentials"].iter().find_map(|key| answer.get(*key));
    let (form, credentials) = match inner.and_then(Value::as_object) {
        Some(inner) => (PasteForm::StsAnswer, inner),
        None if answer.contains_key("Version") => (PasteForm::ProcessAnswer, answer),
        None => (PasteForm::StsAnswer, answer),
    };
    if form == PasteForm::ProcessAnswer && answer.get("Version") != Some(&Value::from(1)) {
        return Err(Problem::new(Code::PasteUnknown));
    }
    let mut found = PastedValues::default();
    for (key, names) in KEYS {
        if let Some(value) = text(credentials, &names) {
            found.add(key, value)?;
        }
    }
    // The portal counts milliseconds.
    let milliseconds = credentials.get("expiration").and_then(Value::as_i64).map(|end| end.to_string());
    if let Some(end) = text(credentials, &["Expiration", "expiration"]).or(milliseconds.as_deref()) {
        found.add_expiry(end)?;
    }
    if found.0.is_empty() {
        return Err(Problem::new(Code::PasteUnknown));
    }
    Ok(Pasted { form, name: None, settings: found.0 })
}

const KEYS: [(&str, [&str; 2]); 3] = [
    (setting::AWS_ACCESS_KEY_ID, ["AccessKeyId", "accessKeyId"]),
    (setting::AWS_SECRET_ACCESS_KEY, ["SecretAccessKey", "secretAccessKey"]),
    (setting::AWS_SESSION_TOKEN, ["SessionToken", "sessionToken"]),
];

fn text<'a>(fields: &'a Map<String, Value>, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| fields.get(*name)?.as_str())
}
