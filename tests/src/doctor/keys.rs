//! Credentials of a set-up.

/// Keys as they stand in a file or in variables.
#[derive(Clone, Debug)]
pub struct Keys {
    /// `AKIA…` or `ASIA…`.
    pub id: String,
    /// The secret access key.
    pub secret: String,
    /// The session token of temporary keys.
    pub token: Option<String>,
}

impl Keys {
    /// The token; empty for long-term keys.
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// The same without the token.
    #[must_use]
    pub fn without_token(&self) -> Self {
        Self { token: None, ..self.clone() }
    }
}
