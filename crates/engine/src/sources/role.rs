//! Assumes a role with another source's keys: `AssumeRole`.

use aws_files::cache::RoleAnswer;
use aws_files::expiry;
use sandglass_core::resolve::StaticKeys;
use sandglass_core::source::RoleSource;

use super::sts::AssumeRole;
use super::{Obtained, Signing, SourceContext};
use crate::refused::Refused;

/// Assumes it once.
pub(super) async fn obtain(
    role: &RoleSource,
    signing: &Signing<'_>,
    context: &SourceContext<'_>,
    tries: u32,
) -> Result<Obtained, Refused> {
    let session_name = context.session_name();
    let asked =
        AssumeRole { role, signer: signing.keys, session_name: &session_name, code: signing.code, tries };
    obtained(context.sts.assume_role(&asked).await?, context)
}

/// The session of an answer, and its entry for the AWS CLI's cache.
pub(super) fn obtained(answer: RoleAnswer, context: &SourceContext<'_>) -> Result<Obtained, Refused> {
    let entry = answer.to_cli_json();
    let expires_at = expiry::parse(&answer.expiration);
    let keys = StaticKeys::new(answer.access_key_id, answer.secret_access_key, Some(answer.session_token));
    let keys = keys
        .map_err(|_| Refused::stranger(context.sts.endpoint(), "the answer holds no usable credentials"))?;
    Ok(Obtained { keys, expires_at, entry: Some(entry), refreshed: None })
}
