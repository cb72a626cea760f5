//! Assumes a role with the token of an identity provider: `AssumeRoleWithWebIdentity`.

use aws_files::Secret;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::source::WebIdentitySource;
use sandglass_doctor::jwt;

use super::{Obtained, SourceContext, role};
use crate::files;
use crate::refused::Refused;

/// The token of an identity provider fills a few kilobytes.
pub(crate) const LARGEST_TOKEN: u64 = 64 * 1024;

/// The token in its file, unless it is known to be over.
pub(super) fn token(source: &WebIdentitySource, context: &SourceContext<'_>) -> Result<Secret, Refused> {
    let unusable = |detail: &str| {
        Problem::new(Code::IdentityTokenUnusable)
            .at(source.token_file.at.clone())
            .with("profile", &source.profile)
            .with("path", source.token_file.as_str())
            .with("detail", detail)
    };
    // As botocore: no `~`, no variables.
    let token = files::text(source.token_file.as_str().as_ref(), LARGEST_TOKEN);
    let token = Secret::new(token.map_err(|error| unusable(&error.to_string()))?);
    match jwt::expires_at(token.expose()) {
        Some(end) if end <= context.clock.now() => {
            Err(unusable(&format!("it expired at {}", sandglass_core::text::instant(end))).into())
        }
        _ => Ok(token),
    }
}

/// Assumes the role once.
pub(super) async fn obtain(
    source: &WebIdentitySource,
    token: &Secret,
    context: &SourceContext<'_>,
    tries: u32,
) -> Result<Obtained, Refused> {
    let name = context.session_name();
    role::obtained(context.sts.assume_role_with_web_identity(source, token, &name, tries).await?, context)
}
