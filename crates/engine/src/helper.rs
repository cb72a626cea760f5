//! Recognises profiles whose `credential_process` is `sandglass credentials NAME`: their credentials are those of
//! NAME.

use aws_files::Profiles;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::process::handed_out_by_us;
use sandglass_core::resolve::{Resolution, Source};

use crate::resolution::resolve_named;
use crate::{Environment, os};

/// The number of helpers that may stand behind each other.
const DEEPEST: usize = 8;

/// The profile behind our helper, or behind several; none where a profile's credentials come from elsewhere. The error
/// is that of a helper which leads to itself.
pub(crate) fn behind(
    environment: &Environment,
    profiles: &Profiles,
    resolution: &Resolution,
) -> Result<Option<Resolution>, Problem> {
    let mut found: Option<Resolution> = None;
    for _ in 0..DEEPEST {
        let last = found.as_ref().unwrap_or(resolution);
        let Some(name) = asked_for(last) else { return Ok(found) };
        found = Some(resolve_named(profiles, environment, &name, &[]));
    }
    let at = resolution.source.as_ref().map(|source| source.at().clone());
    Err(Problem::new(Code::HelperLoop).maybe_at(at).with("profile", &resolution.profile))
}

/// The profile that our helper is asked for.
fn asked_for(resolution: &Resolution) -> Option<String> {
    let Some(Source::Process(process)) = &resolution.source else { return None };
    handed_out_by_us(&process.command.value, os::SPLITTING)
}
