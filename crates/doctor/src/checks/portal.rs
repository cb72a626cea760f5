//! Explains what the portal of IAM Identity Center says about a sign-in.

use super::calls::{self, CallContext};
use super::refused;
use crate::evidence::live::Operation;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::refusal::Meaning;
use sandglass_core::session::SignInTool;
use sandglass_core::source::Source;

/// Finds what the portal has against the token or the role.
pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    calls::of(evidence, Operation::GetRoleCredentials).filter_map(|context| finding(&context)).collect()
}

fn finding(context: &CallContext<'_>) -> Option<Finding> {
    if let Some(finding) = refused::of_any_call(context) {
        return Some(finding);
    }
    let refusal = context.refusal()?;
    let Source::Sso(sso) = context.source else { return None };
    let filled = |mut finding: Finding| {
        if let Some(found) = &context.evidence.caches.sso {
            finding.exhibits.insert(0, Exhibit::new("exhibit-token_file").in_file(&found.path, None));
        }
        finding
            .with("role", sso.role_name.as_str())
            .with("account", sso.account_id.as_str())
            .with("detail", &refusal.message)
    };
    Some(match refusal.meaning() {
        Meaning::SignInOver | Meaning::SessionOver => {
            let command = SignInTool::Sso.command(&sso.profile);
            filled(context.finding(Cause::SsoTokenRefused))
                .fixed_by([Fix::command(Sentence::new("fix-sso_login"), command)])
        }
        Meaning::RoleNotAssigned => filled(context.finding(Cause::SsoRoleNotAssigned)),
        _ => filled(context.finding(Cause::AccessDenied)),
    })
}
