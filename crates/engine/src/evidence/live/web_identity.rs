//! The token of a web identity.

use aws_files::Secret;
use sandglass_doctor::jwt;

use crate::evidence::LARGEST_TOKEN;
use crate::{Clock, files};

/// Reads it. None where there is no token that is still good: that is found without asking.
pub(super) fn token(path: &str, clock: &dyn Clock) -> Option<Secret> {
    // As botocore: no `~`, no variables.
    let token = Secret::new(files::text(path.as_ref(), LARGEST_TOKEN).ok()?);
    let over = jwt::expires_at(token.expose()).is_some_and(|end| end <= clock.now());
    (!over).then_some(token)
}
