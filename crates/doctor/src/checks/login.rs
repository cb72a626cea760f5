//! Checks the sign-in of `aws login`. It gives keys for fifteen minutes at a time; when it ends itself is not
//! recorded anywhere.

use super::refresh;
use crate::evidence::{LoginFound, Operation, TokenState};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence};

pub(super) fn check(evidence: &Evidence) -> Check {
    let Some(found) = &evidence.caches.login else {
        return Check::skipped(CheckCode::Login, Sentence::new("check-login-none"));
    };
    let finding = finding(evidence, found).map(|finding| finding.breaking_if(evidence.needs_source()));
    let is_refreshed = refresh::granted(evidence, Operation::CreateOAuth2Token).is_some();
    let detail = match (is_refreshed, found.is_due(evidence.now)) {
        (true, _) => "check-login-refreshed",
        (false, true) => "check-login-over",
        (false, false) => "check-login-ok",
    };
    let detail = Sentence::new(detail).with("profile", &found.profile);
    Check::new(CheckCode::Login, finding.into_iter().collect(), detail).shows([shown(found)])
}

fn shown(found: &LoginFound) -> Exhibit {
    Exhibit::new("exhibit-token_file").in_file(&found.path, None)
}

fn finding(evidence: &Evidence, found: &LoginFound) -> Option<Finding> {
    let about = |finding: Finding| {
        finding
            .with("profile", &found.profile)
            .with("path", evidence.paths.display(&found.path))
            .shown_by(shown(found))
    };
    let finding = match (&found.token, &found.unwritable) {
        (TokenState::Absent, _) => Finding::new(Cause::LoginNotSignedIn),
        (TokenState::Damaged(reason), _) => Finding::new(Cause::LoginTokenDamaged).with("reason", reason),
        (TokenState::Unreadable(reason), _) => {
            return Some(about(Finding::new(Cause::FileUnreadable).with("reason", reason)));
        }
        (_, Some(reason)) if found.is_due(evidence.now) => {
            // A new sign-in could not be stored either.
            return Some(about(Finding::new(Cause::CacheDirectoryUnwritable).with("reason", reason)));
        }
        (TokenState::Token { is_refreshable: false, .. }, _) if found.is_due(evidence.now) => {
            Finding::new(Cause::LoginTokenDamaged).with("reason", "its dpopKey is no key")
        }
        (TokenState::Token { .. }, _) => refresh::of_login(evidence)?,
    };
    let command = format!("aws login {}", sandglass_core::export::option("--profile", &found.profile));
    Some(about(finding).fixed_by([Fix::command(Sentence::new("fix-sign_in"), command)]))
}
