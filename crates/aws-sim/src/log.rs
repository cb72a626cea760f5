//! A log of every request, without its secrets.

use std::collections::BTreeMap;

use serde::Serialize;

/// One request and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogEntry {
    /// Seconds since 1970 by the world's clock.
    pub at: i64,
    /// `AssumeRole`, …
    pub action: String,
    /// The caller who signed, once known.
    pub caller: Option<String>,
    /// The key that signed, as the request says.
    pub access_key_id: Option<String>,
    /// The region of the signature.
    pub region: Option<String>,
    /// The parameters; of an MFA code or an identity token only that there was one.
    pub parameters: BTreeMap<String, String>,
    /// The HTTP status; 0 when the connection was dropped.
    pub status: u16,
    /// The error's code, when it was refused.
    pub error: Option<String>,
    /// The client's own name for itself.
    pub user_agent: String,
}

/// The parameters that may be shown.
pub(crate) fn shown(parameters: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    parameters
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "Action" | "Version"))
        .map(|(name, value)| {
            let secret =
                matches!(name.as_str(), "TokenCode" | "WebIdentityToken" | "code_challenge" | "state");
            let value = if secret { "present".to_owned() } else { value.clone() };
            (name.clone(), value)
        })
        .collect()
}
