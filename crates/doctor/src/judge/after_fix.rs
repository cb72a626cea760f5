//! Finds what would break the call next, once the root cause is fixed. An unparsable file or a missing profile hides
//! everything behind it, so the files are diagnosed again as the fix would leave them.

use crate::evidence::{CachesEvidence, FilesEvidence, LiveEvidence};
use crate::{Cause, Evidence, Finding, FixAction, checks};
use sandglass_core::profiles::{Files, Plan};
use sandglass_core::resolve::{Call, resolve};

/// Causes that would break the call next, as far as files and variables tell.
pub(crate) fn findings(evidence: &Evidence, root: &Finding) -> Vec<Finding> {
    let Some(fixed) = fixed(evidence, root) else { return Vec::new() };
    let findings = checks::all(&fixed).into_iter().flat_map(|check| check.findings);
    findings.filter(|finding| finding.breaks && finding.cause != root.cause).collect()
}

/// The evidence with the root fixed; none where no edit fixes it, and no other profile was meant.
fn fixed(evidence: &Evidence, root: &Finding) -> Option<Evidence> {
    if root.cause == Cause::ProfileNameMisspelt {
        let meant = root.args.iter().find(|(name, _)| *name == "meant").map(|(_, meant)| meant.clone())?;
        return Some(seen(evidence, evidence.files.text.clone(), Call::Profile(meant)));
    }
    let change = root.fixes.iter().filter(|fix| fix.is_safe()).find_map(|fix| match &fix.action {
        FixAction::Edit { change, .. } => Some(change),
        _ => None,
    })?;
    let plan = Plan::new(&evidence.files.text, change, evidence.context()).ok()?;
    Some(seen(evidence, plan.rewrite.after, evidence.call.clone()))
}

/// This machine with other files or another call. What would be cached for that call, and what AWS would say, nobody
/// looked at.
fn seen(evidence: &Evidence, text: Files, call: Call) -> Evidence {
    let profiles = text.profiles();
    let resolution = resolve(&profiles, &evidence.variables.process, &call);
    Evidence {
        now: evidence.now,
        own: resolve(&profiles, &evidence.variables.process, &Call::Profile(resolution.profile.clone())),
        seen_from: evidence.seen_from,
        shell: evidence.shell,
        paths: evidence.paths.clone(),
        files: FilesEvidence {
            writable_by_others: Vec::new(),
            home: evidence.files.home.clone(),
            config: evidence.files.config.clone(),
            credentials: evidence.files.credentials.clone(),
            usual: evidence.files.usual.clone(),
            text,
        },
        variables: evidence.variables.clone(),
        caches: CachesEvidence::default(),
        tools: evidence.tools.clone(),
        renewals: evidence.renewals.clone(),
        live: LiveEvidence { offline: true, ..LiveEvidence::default() },
        profiles,
        resolution,
        call,
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::evidence;
    use crate::{DiagnosisOptions, diagnose};
    use sandglass_core::variables::Variables;

    const KEYS: &str = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
                        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";
    const QUOTED: &str = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
                          aws_secret_access_key = \"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"\n";
    const ROLE: &str = "role_arn = arn:aws:iam::123456789012:role/dev\n";

    /// The verdict of `aws --profile NAME`, and what else is found.
    fn found(config: &str, credentials: &str, name: &str) -> Vec<String> {
        let diagnosis = diagnose(
            &evidence(config, credentials, &Variables::default(), Some(name)),
            &DiagnosisOptions::default(),
        );
        assert_eq!(diagnosis.also_titles().len(), diagnosis.also_found.len(), "each has a title");
        let also = diagnosis.also_found.iter().map(|cause| cause.as_str().to_owned());
        [diagnosis.verdict.code().to_owned()].into_iter().chain(also).collect()
    }

    #[test]
    fn a_fault_behind_one_that_hides_it_is_found() {
        let header = format!("[x]\nregion = \"eu-west-1\"\n{KEYS}");
        assert_eq!(found(&header, "", "x"), ["profile_header_without_prefix", "region_malformed"]);
        let twice =
            format!("[profile x]\nregion = r-1\n{ROLE}source_profile = nope\n[profile x]\nregion = r-1\n");
        assert_eq!(
            found(&twice, &format!("[b]\n{KEYS}"), "x"),
            ["file_unparsable", "source_profile_missing"]
        );
        let named = format!("[dev]\n{QUOTED}");
        let misspelt = found("[profile dev]\nregion = r-1\n", &named, "dev\n");
        assert_eq!(misspelt, ["profile_name_misspelt", "secret_malformed"]);
        let source = format!("[profile x]\nregion = r-1\n{ROLE}source_profile = \"b\"\n");
        let source = found(&source, &format!("[b]\n{QUOTED}"), "x");
        assert_eq!(source, ["source_profile_missing", "secret_malformed"]);
    }

    #[test]
    fn behind_a_single_fault_nothing_is_found() {
        assert_eq!(found(&format!("[x]\nregion = r-1\n{KEYS}"), "", "x"), ["profile_header_without_prefix"]);
        let named = found(&format!("[profile dev]\nregion = r-1\n{KEYS}"), "", "dev\n");
        assert_eq!(named, ["profile_name_misspelt"]);
        let misspelt =
            "[profile x]\nregion = r-1\nrole_arm = arn:aws:iam::123456789012:role/d\nsource_profile = b\n";
        assert_eq!(found(misspelt, &format!("[b]\n{KEYS}"), "x"), ["setting_misspelt"]);
    }
}
