//! Credentials that the host of a container or an instance gives: its answer read, and the reasons why it gives none.

use aws_files::{Secret, expiry};
use serde_json::Value;

pub use crate::host_reason::HostReason;

use crate::Timestamp;
use crate::resolve::StaticKeys;

/// A host that gave no credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostFault {
    /// The reason.
    pub reason: HostReason,
    /// The words of the host or of the system.
    pub detail: String,
}

impl HostFault {
    /// A fault with what was said.
    pub fn new(reason: HostReason, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into() }
    }
}

/// Credentials of a host.
pub struct HostAnswer {
    /// The keys.
    pub keys: StaticKeys,
    /// Their end.
    pub expires_at: Timestamp,
}

/// Reads an answer. The token is the one part that may be null.
pub fn answer(body: &[u8]) -> Result<HostAnswer, HostFault> {
    let invalid = |detail: &str| HostFault::new(HostReason::Invalid, detail);
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
        return Err(invalid("the answer is not a JSON object"));
    };
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let is_refusal = fields.contains_key("Code") && !fields.contains_key("AccessKeyId");
    if let (true, Some(message)) = (is_refusal, text("Message")) {
        let code = text("Code").unwrap_or_default();
        return Err(HostFault::new(HostReason::Untrusted, format!("{message} ({code})")));
    }
    let missing = |name: &str| HostFault::new(HostReason::Invalid, format!("{name} is missing"));
    let needed = |name: &str| text(name).filter(|value| !value.is_empty()).ok_or_else(|| missing(name));
    let token = match fields.get("Token") {
        Some(Value::Null) => None,
        _ => Some(Secret::new(needed("Token")?.to_owned())),
    };
    let date = needed("Expiration")?;
    let expires_at = Some(date).filter(|date| date.contains('-')).and_then(expiry::parse);
    let keys = StaticKeys::new(
        needed("AccessKeyId")?.to_owned(),
        Secret::new(needed("SecretAccessKey")?.to_owned()),
        token,
    );
    Ok(HostAnswer {
        keys: keys.map_err(|_| invalid("its credentials hold a character that no request may hold"))?,
        expires_at: expires_at.ok_or_else(|| invalid("Expiration is not a date"))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"Code":"Success","AccessKeyId":"ASIA","SecretAccessKey":"canary","Token":"t","Expiration":"2030-01-31T12:00:00Z"}"#;

    fn reason(body: &str) -> Option<HostReason> {
        answer(body.as_bytes()).err().map(|fault| fault.reason)
    }

    #[test]
    fn an_answer_is_whole_or_none() {
        let read = answer(GOOD.as_bytes()).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(read.keys.access_key_id, "ASIA");
        assert_eq!(crate::text::instant(read.expires_at), "2030-01-31T12:00:00Z");
        let without = |name: &str| GOOD.replace(&format!("\"{name}\""), "\"Other\"");
        for name in ["AccessKeyId", "SecretAccessKey", "Token", "Expiration"] {
            assert_eq!(reason(&without(name)), Some(HostReason::Invalid), "{name}");
        }
        assert_eq!(reason(&GOOD.replace("\"t\"", "null")), None, "a token may be null");
        for (good, bad) in
            [("2030-01-31T12:00:00Z", "soon"), ("\"canary\"", "7"), ("ASIA", "AS\\nIA"), ("{", "[")]
        {
            assert_eq!(reason(&GOOD.replace(good, bad)), Some(HostReason::Invalid), "{bad}");
        }
        assert_eq!(reason("<html>"), Some(HostReason::Invalid));
    }

    #[test]
    fn what_the_instance_has_against_its_role_is_kept() {
        let refused = r#"{"Code":"AssumeRoleUnauthorizedAccess","Message":"EC2 cannot assume the role."}"#;
        let fault = answer(refused.as_bytes()).map(|_| ()).expect_err("no credentials");
        assert_eq!(fault.reason, HostReason::Untrusted);
        assert_eq!(fault.detail, "EC2 cannot assume the role. (AssumeRoleUnauthorizedAccess)");
    }
}
