//! Proposes a conversion that makes a profile renew itself.

use aws_files::{Profile, Profiles, setting};

use super::{ConvertProposal, RoleSeen};
use sandglass_core::preferences::Refresh;
use sandglass_core::profiles::{ProfileKind, likely_source, long_term_keys, nearest_region, recorded_role};

/// For temporary keys, and for a role that names nobody who assumes it.
pub(super) fn proposal(
    profiles: &Profiles,
    profile: &Profile,
    refresh: Option<&Refresh>,
) -> Option<ConvertProposal> {
    let names = |key: &str| profile.get(key).map(|setting| setting.value().to_owned());
    let needs_one = match ProfileKind::from_profile(profile)? {
        ProfileKind::TemporaryKeys => true,
        ProfileKind::Role | ProfileKind::RoleMfa => {
            names(setting::SOURCE_PROFILE).is_none() && names(setting::CREDENTIAL_SOURCE).is_none()
        }
        _ => false,
    };
    if !needs_one {
        return None;
    }
    let sources = long_term_keys(profiles, &profile.name);
    let likely = likely_source(profiles, &sources).map(str::to_owned);
    let chosen = refresh.map(|refresh| refresh.source_profile.clone());
    let (role_arn, seen, seen_in, may_lack_path) = match (recorded_role(profile), refresh) {
        (Some(recorded), _) => {
            (Some(recorded.role_arn), RoleSeen::Setting, Some(recorded.key), recorded.by_session)
        }
        (None, Some(refresh)) => (Some(refresh.role_arn.clone()), RoleSeen::Preferences, None, false),
        (None, None) => (None, RoleSeen::Nowhere, None, false),
    };
    let source_profile = names(setting::SOURCE_PROFILE).or(chosen).or(likely);
    let of_source = || source_profile.as_deref().and_then(|source| nearest_region(profiles, source));
    Some(ConvertProposal {
        region: names(setting::REGION).or_else(of_source),
        role_arn,
        seen,
        seen_in: seen_in.map(str::to_owned),
        may_lack_path,
        source_profile,
        sources: sources.into_iter().map(str::to_owned).collect(),
    })
}
