//! Derives a profile's kind, account and role from its settings.

use aws_files::{Arn, Profile, Profiles, setting};

use sandglass_core::denied::role_name;
use sandglass_core::masked::{shown_setting, shown_value};
use sandglass_core::profiles::ProfileKind;
use sandglass_core::resolve::sso_source;

/// A profile in a few words.
#[derive(Default)]
pub(super) struct ProfileTraits {
    pub(super) kind: Option<ProfileKind>,
    pub(super) mfa: bool,
    pub(super) via: Option<String>,
    pub(super) account: Option<String>,
    pub(super) role: Option<String>,
}

impl ProfileTraits {
    pub(super) fn profile(profiles: &Profiles, profile: &Profile) -> Self {
        let sso = sso_source(profiles, profile);
        let (account_id, sso_role) =
            sso.map(|sso| (shown_value(&sso.account_id.value), shown_value(&sso.role_name.value))).unzip();
        let kind = ProfileKind::from_profile(profile);
        let get = |key: &str| profile.get(key).map(|setting| shown_setting(key, setting.value()));
        let role_arn = get(setting::ROLE_ARN);
        let via = match kind {
            Some(ProfileKind::Role | ProfileKind::RoleMfa) => {
                get(setting::SOURCE_PROFILE).or_else(|| get(setting::CREDENTIAL_SOURCE))
            }
            Some(ProfileKind::Sso) => get(setting::SSO_SESSION),
            Some(ProfileKind::SsoLegacy) => get(setting::SSO_START_URL),
            Some(ProfileKind::Process) => {
                profile.get(setting::CREDENTIAL_PROCESS).and_then(|command| program(command.value()))
            }
            _ => None,
        };
        Self {
            mfa: kind == Some(ProfileKind::RoleMfa),
            kind,
            via,
            account: account_id
                .or_else(|| get(setting::SSO_ACCOUNT_ID))
                .or_else(|| account(role_arn.as_deref()?)),
            role: sso_role
                .or_else(|| get(setting::SSO_ROLE_NAME))
                .or_else(|| role_name(role_arn.as_deref()?).map(str::to_owned)),
        }
    }
}

fn account(arn: &str) -> Option<String> {
    let account = Arn::parse(arn)?.account;
    (!account.is_empty()).then(|| account.to_owned())
}

/// The program of a command, without its directory: its arguments may hold a password.
fn program(command: &str) -> Option<String> {
    let command = command.trim();
    let quoted = command.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    let program = quoted.map_or_else(|| command.split_whitespace().next(), |(program, _)| Some(program))?;
    program.rsplit(['/', '\\']).next().map(str::to_owned)
}
