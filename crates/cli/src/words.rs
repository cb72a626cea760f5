//! Words for people in place of codes, which `--json` has.

use sandglass_core::cache::CacheFileKind;
use sandglass_core::session::{Needs, SessionKind, SessionState};
use sandglass_core::source::SourceKind;

/// Says the state of a session in a word or two.
pub(crate) fn state(state: SessionState) -> &'static str {
    match state {
        SessionState::Fresh => "cli-state-fresh",
        SessionState::Expiring => "cli-state-expiring",
        SessionState::Expired => "cli-state-expired",
        SessionState::SignedOut => "cli-state-signed_out",
        SessionState::NoExpiry => "cli-state-no_expiry",
        SessionState::Unknown => "cli-state-unknown",
        SessionState::Broken => "cli-state-broken",
        SessionState::None => "cli-state-none",
    }
}

/// The requirement of a new session.
pub(crate) fn renewal(needs: &Needs) -> &'static str {
    match needs {
        Needs::Nothing => "cli-renew-silent",
        Needs::Code { .. } => "cli-renew-mfa",
        Needs::SignIn { .. } => "cli-renew-sign_in",
        Needs::NewKeys { .. } | Needs::OtherTool | Needs::NoRenewal | Needs::Fix => "cli-renew-no",
    }
}

/// Says the kind of a profile's credentials.
pub(crate) fn kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Role => "cli-kind-role",
        SessionKind::Keys => "cli-kind-keys",
        SessionKind::TemporaryKeys => "cli-kind-temporary_keys",
        SessionKind::Sso => "cli-kind-sso",
        SessionKind::WebIdentity => "cli-kind-web_identity",
        SessionKind::Login => "cli-kind-login",
        SessionKind::Process => "cli-kind-process",
        SessionKind::Host => "cli-kind-host",
        SessionKind::Settings => "cli-kind-settings",
        SessionKind::None => "cli-kind-none",
    }
}

/// Names the source of credentials as the AWS CLI calls its providers.
pub(crate) fn source(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::Environment) => "cli-source-env",
        Some(SourceKind::SharedKeys) => "cli-source-credentials_file",
        Some(SourceKind::ConfigKeys) => "cli-source-config_file",
        Some(SourceKind::Role) => "cli-source-role",
        Some(SourceKind::WebIdentity) => "cli-source-web_identity",
        Some(SourceKind::Sso) => "cli-source-sso",
        Some(SourceKind::Login) => "cli-source-login",
        Some(SourceKind::Process) => "cli-source-process",
        Some(SourceKind::Container) => "cli-source-container",
        Some(SourceKind::Instance) => "cli-source-instance",
        None => "cli-source-none",
    }
}

/// Says the kind of a cache file.
pub(crate) fn cache_kind(kind: CacheFileKind) -> &'static str {
    match kind {
        CacheFileKind::Role => "cli-cache-kind-role",
        CacheFileKind::WebIdentity => "cli-cache-kind-web_identity",
        CacheFileKind::Sso => "cli-cache-kind-sso",
        CacheFileKind::SsoToken => "cli-cache-kind-sso_token",
        CacheFileKind::SsoRegistration => "cli-cache-kind-sso_registration",
        CacheFileKind::MfaSession => "cli-cache-kind-mfa_session",
        CacheFileKind::Damaged => "cli-cache-kind-damaged",
        CacheFileKind::Other => "cli-cache-kind-other",
    }
}

#[cfg(test)]
mod tests {
    use sandglass_core::text::{Language, Text};

    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages() {
        let sources = SourceKind::ALL.map(Some).into_iter().chain([None]);
        let states = [SessionState::Broken, SessionState::Unknown, SessionState::None];
        let ids = [
            renewal(&Needs::NoRenewal),
            kind(SessionKind::TemporaryKeys),
            cache_kind(CacheFileKind::SsoRegistration),
            cache_kind(CacheFileKind::MfaSession),
        ];
        let ids = ids.into_iter().chain(sources.map(source)).chain(states.map(state));
        for (id, language) in ids.flat_map(|id| Language::ALL.map(|language| (id, language))) {
            let said = Text::new(language).say(id);
            assert_ne!(said, id);
            assert!(!said.contains('_'), "{said} is a code");
        }
    }
}
