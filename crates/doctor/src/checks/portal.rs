//! What the portal of IAM Identity Center says of a sign-in.

use super::asked::{self, About};
use super::refused;
use crate::evidence::live::Operation;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::export::option;
use sandglass_core::source::Source;

/// What it has against the token or the role.
pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    asked::of(evidence, Operation::GetRoleCredentials).filter_map(|about| finding(&about)).collect()
}

fn finding(about: &About<'_>) -> Option<Finding> {
    if let Some(finding) = refused::whatever_was_asked(about) {
        return Some(finding);
    }
    let refusal = about.refusal()?;
    let Source::Sso(sso) = about.source else { return None };
    let filled = |mut finding: Finding| {
        if let Some(found) = &about.evidence.caches.sso {
            finding.exhibits.insert(0, Exhibit::new("exhibit-token_file").in_file(&found.path, None));
        }
        finding
            .with("role", sso.role_name.as_str())
            .with("account", sso.account_id.as_str())
            .with("detail", &refusal.message)
    };
    Some(match refusal.code.as_str() {
        "UnauthorizedException" => {
            let command = format!("aws sso login {}", option("--profile", &sso.profile));
            filled(about.finding(Cause::SsoTokenRefused))
                .mended_by([Fix::command(Sentence::new("fix-sso_login"), command)])
        }
        "ForbiddenException" | "ResourceNotFoundException" => {
            filled(about.finding(Cause::SsoRoleNotAssigned))
        }
        _ => filled(about.finding(Cause::AccessDenied)),
    })
}
