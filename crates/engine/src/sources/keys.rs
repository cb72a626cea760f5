//! Obtains keys from a file or from variables.

use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::static_keys;
use sandglass_core::session::Needs;
use sandglass_core::source::KeysSource;

use super::{Obtained, SourceContext};
use crate::refused::Refused;

/// The keys as they stand there, unless they are known to be over.
pub(super) fn obtain(source: &KeysSource, context: &SourceContext<'_>) -> Result<Obtained, Refused> {
    let expires_at = source.expires_at();
    if source.are_over(context.clock.now()) {
        return Err(Refused::Needs(Needs::new_keys(source)));
    }
    let keys = static_keys(source, context.profiles, &context.environment.variables)
        .ok_or_else(|| Problem::new(Code::NoCredentials).with("profile", &source.profile))?;
    Ok(Obtained { keys, expires_at, entry: None, refreshed: None })
}
