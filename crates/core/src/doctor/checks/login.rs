//! The sign-in with `aws login`. Keys of fifteen minutes are made anew from it; when it ends is not
//! written anywhere.

use crate::doctor::evidence::TokenState;
use crate::doctor::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence};

pub(super) fn check(evidence: &Evidence) -> Check {
    let Some(found) = &evidence.caches.login else {
        return Check::skipped(CheckCode::Login, Sentence::new("check-login-none"));
    };
    let finding = match &found.token {
        TokenState::Absent => Some(Finding::new(Cause::LoginNotSignedIn)),
        TokenState::Damaged(reason) => Some(Finding::new(Cause::LoginTokenDamaged).with("reason", reason)),
        TokenState::Token { .. } => None,
    };
    let shown = Exhibit::new("exhibit-token_file").in_file(&found.path, None);
    let command = format!("aws login --profile {}", crate::view::shell_word(&found.profile));
    let finding = finding.map(|finding| {
        finding
            .with("profile", &found.profile)
            .with("path", evidence.paths.display(&found.path))
            .shown_by(shown.clone())
            .mended_by([Fix::command(Sentence::new("fix-sign_in"), command)])
            .breaking_if(evidence.needs_source())
    });
    let detail = Sentence::new("check-login-ok").with("profile", &found.profile);
    Check::of(CheckCode::Login, finding.into_iter().collect(), detail).shows([shown])
}
