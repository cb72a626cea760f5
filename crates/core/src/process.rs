//! Parses the answer of a `credential_process`, and knows our own helper.

use aws_files::{Secret, expiry};
use serde_json::Value;

use crate::Timestamp;
use crate::command_line::{Splitter, words};
use crate::resolve::{Malformed, StaticKeys};

/// The profile whose credentials a command line hands out, where its program is ours.
pub fn handed_out_by_us(command: &str, splitter: Splitter) -> Option<String> {
    let words = words(command, splitter)?;
    let (program, arguments) = words.split_first()?;
    let name = program.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match (name.strip_suffix(".exe").unwrap_or(&name), words.as_slice()) {
        ("sandglass", ["credentials", "--", profile] | ["credentials", profile]) => {
            Some((*profile).to_owned())
        }
        _ => None,
    }
}

/// The parsed output of a program.
pub struct ProcessAnswer {
    /// The keys.
    pub keys: StaticKeys,
    /// Their end, when it says one.
    pub expires_at: Option<Timestamp>,
}

/// The reason why a program's output is not valid credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// Not a JSON object.
    NotJson,
    /// `Version` is not the number 1.
    Version,
    /// A field is missing or not a text.
    Missing(&'static str),
    /// A field holds a line break, or a character that no request may hold.
    Malformed(&'static str),
    /// The date of `Expiration` cannot be read.
    Expiration,
}

/// Reads what a program wrote, as botocore does: null is absent.
pub fn answer(output: &[u8]) -> Result<ProcessAnswer, AnswerFault> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(output) else { return Err(AnswerFault::NotJson) };
    if fields.get("Version").and_then(Value::as_f64) != Some(1.0) {
        return Err(AnswerFault::Version);
    }
    let text = |name| fields.get(name).and_then(Value::as_str);
    let needed = |name| text(name).filter(|value| !value.is_empty()).ok_or(AnswerFault::Missing(name));
    let expires_at = match fields.get("Expiration") {
        None | Some(Value::Null) => None,
        Some(value) => {
            // Other tools write seconds since 1970; botocore cannot read those.
            let date = value.as_str().filter(|text| text.contains('-'));
            Some(date.and_then(expiry::parse).ok_or(AnswerFault::Expiration)?)
        }
    };
    Ok(ProcessAnswer {
        keys: StaticKeys::new(
            needed("AccessKeyId")?.to_owned(),
            Secret::new(needed("SecretAccessKey")?.to_owned()),
            text("SessionToken").map(|token| Secret::new(token.to_owned())),
        )
        .map_err(|part| {
            AnswerFault::Malformed(match part {
                Malformed::AccessKeyId => "AccessKeyId",
                Malformed::SecretAccessKey => "SecretAccessKey",
                Malformed::SessionToken => "SessionToken",
            })
        })?,
        expires_at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_helper_is_known() {
        let posix = |line| handed_out_by_us(line, Splitter::Posix);
        assert_eq!(posix("sandglass credentials dev").as_deref(), Some("dev"));
        assert_eq!(posix("'/home/ana b/sandglass' credentials -- '-x y'").as_deref(), Some("-x y"));
        let windows = r#""C:\Program Files\Sandglass\Sandglass.exe" credentials prod"#;
        assert_eq!(handed_out_by_us(windows, Splitter::Windows).as_deref(), Some("prod"));
        for other in [
            "vault credentials dev",
            "sandglass env dev",
            "sandglass credentials",
            "sandglass 'x",
            "sh -c 'sandglass credentials dev'",
        ] {
            assert_eq!(posix(other), None, "{other}");
        }
    }

    #[test]
    fn answers_are_judged_as_botocore_judges_them() {
        let fault = |text: &str| answer(text.as_bytes()).err();
        let good = r#"{"Version":1,"AccessKeyId":"AKIAEXAMPLE","SecretAccessKey":"x","SessionToken":null}"#;
        assert_eq!(fault(good), None);
        assert_eq!(fault(&good.replace("null}", r#"null,"Expiration":"2026-11-23T22:51:41Z"}"#)), None);
        assert_eq!(fault("export AWS_ACCESS_KEY_ID=x"), Some(AnswerFault::NotJson));
        assert_eq!(fault(r#"["Version"]"#), Some(AnswerFault::NotJson));
        assert_eq!(fault(&good.replace("\"Version\":1", "\"Version\":\"1\"")), Some(AnswerFault::Version));
        assert_eq!(fault(&good.replace("\"Version\":1,", "")), Some(AnswerFault::Version));
        assert_eq!(
            fault(&good.replace("AccessKeyId", "AccessKey")),
            Some(AnswerFault::Missing("AccessKeyId"))
        );
        assert_eq!(fault(&good.replace("\"x\"", "7")), Some(AnswerFault::Missing("SecretAccessKey")));
        for (field, value) in
            [("AccessKeyId", "AKIA\\nX"), ("SecretAccessKey", "x\\u0000"), ("SessionToken", "é")]
        {
            let mut fields: Value = serde_json::from_str(good).unwrap();
            fields[field] = serde_json::from_str(&format!("\"{value}\"")).unwrap();
            assert_eq!(fault(&fields.to_string()), Some(AnswerFault::Malformed(field)), "{field}");
        }
        let date = |text: &str| fault(&good.replace("null}", &format!("null,\"Expiration\":{text}}}")));
        assert_eq!(date("1769000000"), Some(AnswerFault::Expiration));
        assert_eq!(date("\"1769000000\""), Some(AnswerFault::Expiration));
        assert_eq!(date("\"\""), Some(AnswerFault::Expiration));
    }
}
