//! The token of a web identity.

use aws_files::Secret;
use sandglass_doctor::jwt;

use crate::Clock;

/// Reads it. None where there is no token that is still good: that is found without asking.
pub(super) fn token(path: &str, clock: &dyn Clock) -> Option<Secret> {
    // As botocore: no `~`, no variables.
    let token = Secret::new(std::fs::read_to_string(path).ok()?);
    let over = jwt::expires_at(token.expose()).is_some_and(|end| end <= clock.now());
    (!over).then_some(token)
}
