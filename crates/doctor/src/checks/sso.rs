//! Checks the sign-in to IAM Identity Center: its token file, and the portal's answer.

use super::{portal, refresh};
use crate::evidence::{Operation, SsoFound, TokenState};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::export::option;
use sandglass_core::text::instant;

pub(super) fn check(evidence: &Evidence) -> Check {
    let Some(found) = &evidence.caches.sso else {
        return Check::skipped(CheckCode::Sso, Sentence::new("check-sso-none"));
    };
    let needed = evidence.needs_source();
    let mut findings: Vec<Finding> =
        finding(evidence, found).map(|finding| finding.breaking_if(needed)).into_iter().collect();
    if findings.is_empty() {
        findings.extend(portal::findings(evidence));
    }
    Check::new(CheckCode::Sso, findings, detail(evidence, found)).shows([shown(found)])
}

fn detail(evidence: &Evidence, found: &SsoFound) -> Sentence {
    let written = match &found.token {
        TokenState::Token { expires_at, .. } => Some(*expires_at),
        _ => None,
    };
    let sentence = match (refresh::granted(evidence, Operation::CreateToken), written) {
        (Some(end), _) => Sentence::new("check-sso-refreshed").with("end", instant(end)),
        (None, Some(end)) if end <= evidence.now => Sentence::new("check-sso-over").with("end", instant(end)),
        (None, Some(end)) => Sentence::new("check-sso-signed_in").with("end", instant(end)),
        (None, None) => Sentence::new("check-sso-none"),
    };
    sentence.with("profile", &found.profile)
}

fn shown(found: &SsoFound) -> Exhibit {
    Exhibit::new("exhibit-token_file").in_file(&found.path, None)
}

/// Finds what is wrong with the sign-in itself.
fn finding(evidence: &Evidence, found: &SsoFound) -> Option<Finding> {
    let finding = match &found.token {
        TokenState::Absent => Finding::new(Cause::SsoNotSignedIn),
        TokenState::Damaged(reason) => Finding::new(Cause::SsoTokenDamaged).with("reason", reason),
        TokenState::Unreadable(reason) => Finding::new(Cause::FileUnreadable).with("reason", reason),
        TokenState::Token { start_url: Some(url), .. } if is_other(url, found.start_url.as_deref()) => {
            Finding::suspicion(Cause::SsoTokenOfOtherUrl)
                .with("url", url)
                .with("expected", found.start_url.clone().unwrap_or_default())
        }
        token @ TokenState::Token { .. } => over(evidence, found, token)?,
    };
    let exhibit = match &found.token {
        TokenState::Token { expires_at, .. } => shown(found).instant(*expires_at),
        TokenState::Damaged(reason) | TokenState::Unreadable(reason) => shown(found).words(reason),
        TokenState::Absent => shown(found),
    };
    let is_elsewhere = matches!(finding.cause, Cause::CacheDirectoryUnwritable | Cause::FileUnreadable);
    let finding = finding
        .with("profile", &found.profile)
        .with("path", evidence.paths.display(&found.path))
        .shown_by(exhibit);
    // A new sign-in could not be stored either.
    Some(if is_elsewhere { finding } else { finding.fixed_by([sign_in(found)]) })
}

/// A token that is over, and will not be refreshed.
fn over(evidence: &Evidence, found: &SsoFound, token: &TokenState) -> Option<Finding> {
    let TokenState::Token { expires_at, is_refreshable, registration_expires_at, .. } = token else {
        return None;
    };
    if !found.is_due(evidence.now) {
        return None;
    }
    // Only tokens of an sso-session are refreshed.
    let refreshable = *is_refreshable && found.session.is_some();
    let registered = registration_expires_at.is_some_and(|end| end > evidence.now);
    let finding = match (refreshable, registered, &found.unwritable) {
        (false, ..) => Finding::new(Cause::SsoTokenExpired).with("refused", "no"),
        (true, false, _) => Finding::new(Cause::SsoRegistrationExpired)
            .with("refused", "no")
            .with("registration", registration_expires_at.map(instant).unwrap_or_default()),
        (true, true, Some(reason)) => Finding::new(Cause::CacheDirectoryUnwritable).with("reason", reason),
        (true, true, None) => refresh::of_sso(evidence)?,
    };
    Some(finding.with("end", instant(*expires_at)))
}

fn sign_in(found: &SsoFound) -> Fix {
    let command = match &found.session {
        Some(session) => format!("aws sso login {}", option("--sso-session", session)),
        None => format!("aws sso login {}", option("--profile", &found.profile)),
    };
    Fix::command(Sentence::new("fix-sign_in"), command)
}

/// Another portal, however its address ends.
fn is_other(url: &str, expected: Option<&str>) -> bool {
    let plain = |url: &str| {
        let url = url.trim().trim_end_matches(['#', '/']).to_lowercase();
        url.strip_suffix("/start").map_or(url.clone(), str::to_owned)
    };
    expected.is_some_and(|expected| plain(expected) != plain(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_portal() {
        let start = "https://d-1.awsapps.com/start";
        for same in
            ["https://d-1.awsapps.com/start/", "https://d-1.awsapps.com/start/#/", "https://D-1.awsapps.com"]
        {
            assert!(!is_other(same, Some(start)), "{same}");
        }
        assert!(is_other("https://d-2.awsapps.com/start", Some(start)));
        assert!(!is_other("https://d-2.awsapps.com/start", None));
    }
}
