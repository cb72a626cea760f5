//! The token file of a web identity.

use std::path::Path;

use aws_files::Secret;
use sandglass_core::doctor::evidence::live::TokenFileFault;
use sandglass_core::doctor::jwt;

use crate::Clock;

/// Reads it. A token that says itself that it is over is not sent.
pub(super) fn token(path: &str, clock: &dyn Clock) -> Result<Secret, TokenFileFault> {
    // As botocore: no `~`, no variables.
    let path = Path::new(path);
    let text = std::fs::read_to_string(path).map_err(|_| TokenFileFault::Missing(path.to_owned()))?;
    match jwt::expires_at(&text) {
        Some(end) if end <= clock.now() => Err(TokenFileFault::Expired(path.to_owned(), end)),
        _ => Ok(Secret::new(text)),
    }
}
