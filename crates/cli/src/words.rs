//! Codes as people read them: `--json` has the codes.

use sandglass_core::cache::Kind as CacheKind;
use sandglass_core::session::{Kind, Renewable, SessionState};

/// How long a session lasts, in a word or two.
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

/// What renewing takes.
pub(crate) fn renewal(renewable: Renewable) -> &'static str {
    match renewable {
        Renewable::Silent => "cli-renew-silent",
        Renewable::Mfa => "cli-renew-mfa",
        Renewable::SignIn => "cli-renew-sign_in",
        Renewable::No => "cli-renew-no",
    }
}

/// What gives a profile its credentials.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Role => "cli-kind-role",
        Kind::Keys => "cli-kind-keys",
        Kind::TemporaryKeys => "cli-kind-temporary_keys",
        Kind::Sso => "cli-kind-sso",
        Kind::WebIdentity => "cli-kind-web_identity",
        Kind::Login => "cli-kind-login",
        Kind::Process => "cli-kind-process",
        Kind::Host => "cli-kind-host",
        Kind::Settings => "cli-kind-settings",
        Kind::None => "cli-kind-none",
    }
}

/// Where credentials come from: the AWS CLI's own names of its providers.
pub(crate) fn source(method: &str) -> &'static str {
    match method {
        "env" => "cli-source-env",
        "shared-credentials-file" => "cli-source-credentials_file",
        "config-file" => "cli-source-config_file",
        "assume-role" => "cli-source-role",
        "assume-role-with-web-identity" => "cli-source-web_identity",
        "sso" => "cli-source-sso",
        "login" => "cli-source-login",
        "custom-process" => "cli-source-process",
        "container-role" => "cli-source-container",
        "iam-role" => "cli-source-instance",
        _ => "cli-source-none",
    }
}

/// What a file of a cache is.
pub(crate) fn cache_kind(kind: CacheKind) -> &'static str {
    match kind {
        CacheKind::Role => "cli-cache-kind-role",
        CacheKind::WebIdentity => "cli-cache-kind-web_identity",
        CacheKind::Sso => "cli-cache-kind-sso",
        CacheKind::SsoToken => "cli-cache-kind-sso_token",
        CacheKind::SsoRegistration => "cli-cache-kind-sso_registration",
        CacheKind::Damaged => "cli-cache-kind-damaged",
        CacheKind::Other => "cli-cache-kind-other",
    }
}

#[cfg(test)]
mod tests {
    use sandglass_core::text::{Language, Text};

    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages() {
        let methods = ["env", "config-file", "assume-role", "custom-process", "iam-role", "anything else"];
        let states = [SessionState::Broken, SessionState::Unknown, SessionState::None];
        let ids = [renewal(Renewable::No), kind(Kind::TemporaryKeys), cache_kind(CacheKind::SsoRegistration)];
        let ids = ids.into_iter().chain(methods.map(source)).chain(states.map(state));
        for (id, language) in ids.flat_map(|id| Language::ALL.map(|language| (id, language))) {
            let said = Text::new(language).say(id);
            assert_ne!(said, id);
            assert!(!said.contains('_'), "{said} is a code");
        }
    }
}
