//! Checks the profile, its sources and its settings, as the resolution walked them.

use aws_files::{FileKind, setting};

use super::profile_choice::{bare, section};
use super::{environment, headers, misspelt, settings, sso_settings};
use crate::spelling::meant;
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::profiles::{CREDENTIAL_SOURCES, Change, NewSetting};
use sandglass_core::resolve::Source;
use sandglass_core::source::InstanceSource;

pub(super) fn check(evidence: &Evidence) -> Check {
    // While good keys in the variables win, what the profile lacks is of no matter.
    let counts = !evidence.variables_decide() || environment::is_broken(evidence);
    // That a profile has none is no second fault where somebody exported keys.
    let is_fault = |problem: &&Problem| !evidence.variables_decide() || problem.code != Code::NoCredentials;
    let errors = evidence.of_profile().errors.iter().filter(|_| counts).filter(is_fault);
    let mut findings: Vec<Finding> = errors.filter_map(|problem| of_problem(evidence, problem)).collect();
    findings.extend(no_metadata(evidence));
    findings.extend(misspelt::findings(evidence));
    findings.extend(sso_settings::findings(evidence));
    findings.extend(settings::findings(evidence));
    findings.extend(evidence.resolution.warnings.iter().filter_map(|problem| warning(evidence, problem)));
    let links = links(evidence);
    if links.is_empty() && findings.is_empty() {
        return Check::skipped(CheckCode::Chain, Sentence::new("check-credentials-none"));
    }
    let detail = Sentence::new("check-chain-ok")
        .with("profile", &evidence.resolution.profile)
        .with("links", links.iter().filter_map(|link| link.value.clone()).collect::<Vec<_>>().join(" → "));
    Check::new(CheckCode::Chain, findings, detail).shows(links)
}

/// Every part of the chain, from the profile up.
fn links(evidence: &Evidence) -> Vec<Exhibit> {
    let chain = evidence.resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let shown = |source: &&Source| {
        let name = source.name();
        let value = match source {
            Source::Role(role) => role.role_arn.value.clone(),
            _ => source.kind().botocore_name().to_owned(),
        };
        let exhibit = Exhibit::new("exhibit-link").with("profile", name);
        exhibit.from(source.at(), &evidence.paths).value(value)
    };
    chain.iter().map(shown).collect()
}

/// Turns a problem of the resolution into a cause; none if a misspelt key or header explains it.
fn of_problem(evidence: &Evidence, problem: &Problem) -> Option<Finding> {
    let profile = arg(problem, "profile").unwrap_or(&evidence.resolution.profile);
    let misspelt = |keys: &[&str]| keys.iter().any(|key| misspelt::near(evidence, profile, key).is_some());
    let (cause, explained) = match problem.code {
        Code::MissingSource => return missing_source(evidence, problem),
        Code::SourceLoop => (Cause::SourceProfileLoop, false),
        Code::SourceWithoutCredentials => {
            let source = arg(problem, "source").unwrap_or_default();
            let any = misspelt_any(evidence, source) || sso_settings::explains(evidence, source);
            (Cause::SourceProfileWithoutCredentials, any)
        }
        Code::RoleWithoutSource => (
            Cause::RoleWithoutSource,
            misspelt(&[
                setting::SOURCE_PROFILE,
                setting::CREDENTIAL_SOURCE,
                setting::WEB_IDENTITY_TOKEN_FILE,
            ]),
        ),
        Code::TwoSources => (Cause::TwoSources, false),
        Code::InvalidCredentialSource => (Cause::CredentialSourceInvalid, false),
        Code::NoEnvironmentKeys | Code::NoContainer => (Cause::CredentialSourceEmpty, false),
        Code::MissingServices => (Cause::ServicesSectionMissing, false),
        Code::MissingSetting if arg(problem, "key") == Some(setting::ROLE_ARN) => {
            (Cause::WebIdentityRoleMissing, misspelt(&[setting::ROLE_ARN]))
        }
        Code::NoCredentials => (
            Cause::NoCredentials,
            misspelt_any(evidence, profile)
                || sso_settings::explains(evidence, profile)
                || headers::findings(evidence).iter().any(|finding| finding.breaks),
        ),
        _ => return None,
    };
    let explained = explained || settings::overrides_at(evidence, problem.at.as_ref());
    (!explained).then(|| finding(evidence, cause, problem))
}

/// Any key that decides where credentials come from.
fn misspelt_any(evidence: &Evidence, profile: &str) -> bool {
    const KEYS: &[&str] = &[
        setting::AWS_ACCESS_KEY_ID,
        setting::AWS_SECRET_ACCESS_KEY,
        setting::ROLE_ARN,
        setting::SSO_SESSION,
        setting::SSO_ACCOUNT_ID,
        setting::SSO_ROLE_NAME,
        setting::SSO_START_URL,
        setting::WEB_IDENTITY_TOKEN_FILE,
        setting::CREDENTIAL_PROCESS,
        setting::LOGIN_SESSION,
    ];
    KEYS.iter().any(|key| misspelt::near(evidence, profile, key).is_some())
}

fn arg<'p>(problem: &'p Problem, name: &str) -> Option<&'p str> {
    problem.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

fn finding(evidence: &Evidence, cause: Cause, problem: &Problem) -> Finding {
    let mut finding = match cause {
        // An instance's or a container's own credentials may still be there.
        Cause::NoCredentials => Finding::suspicion(cause),
        _ => Finding::new(cause),
    };
    finding.args.clone_from(&problem.args);
    if arg(problem, "profile").is_none() {
        finding = finding.with("profile", &evidence.resolution.profile);
    }
    let place =
        problem.at.as_ref().map(|at| sandglass_core::text::place(at, &evidence.paths)).unwrap_or_default();
    finding = finding.with("place", place);
    if let Some(at) = &problem.at {
        let value = ["value", "chain", "services"].into_iter().find_map(|name| arg(problem, name));
        let mut shown = Exhibit::new("exhibit-setting").from(at, &evidence.paths);
        shown.value = value.map(str::to_owned);
        finding = finding.shown_by(shown);
    }
    let fix = fix(evidence, cause, problem);
    finding.fixed_by(fix)
}

/// The instance's own credentials, where a variable says not to ask for them.
fn no_metadata(evidence: &Evidence) -> Option<Finding> {
    let Source::Instance(InstanceSource { at }) = evidence.of_profile().source.as_ref()?.base() else {
        return None;
    };
    let disabled = evidence.variables.process.get("AWS_EC2_METADATA_DISABLED")?;
    let finding = Finding::new(Cause::CredentialSourceEmpty)
        .with("profile", &evidence.resolution.profile)
        .with("value", "Ec2InstanceMetadata")
        .with("place", sandglass_core::text::place(at, &evidence.paths))
        .shown_by(Exhibit::new("exhibit-setting").from(at, &evidence.paths).value("Ec2InstanceMetadata"))
        .shown_by(Exhibit::new("exhibit-variable").of_variable("AWS_EC2_METADATA_DISABLED").value(disabled));
    disabled.eq_ignore_ascii_case("true").then_some(finding)
}

/// Returns a fix that puts a known word in the place of a wrong one.
fn fix(evidence: &Evidence, cause: Cause, problem: &Problem) -> Option<Fix> {
    let profile = arg(problem, "profile")?;
    match (cause, problem.at.as_ref()?) {
        (Cause::CredentialSourceInvalid, Origin::File(at)) => {
            let value = arg(problem, "value")?;
            let same = CREDENTIAL_SOURCES.into_iter().find(|known| known.eq_ignore_ascii_case(value.trim()));
            let right = same.or_else(|| meant(value, CREDENTIAL_SOURCES.into_iter()))?;
            set(evidence, profile, setting::CREDENTIAL_SOURCE, right, at.file)
        }
        (Cause::ServicesSectionMissing, Origin::File(at)) => {
            let change = Change::Unset {
                section: section(profile),
                keys: vec![setting::SERVICES.to_owned()],
                file: Some(at.file),
            };
            Fix::edit(evidence, Sentence::new("fix-remove_key").with("key", setting::SERVICES), change)
        }
        _ => None,
    }
}

fn set(evidence: &Evidence, profile: &str, key: &'static str, value: &str, file: FileKind) -> Option<Fix> {
    let settings = vec![NewSetting::new(key, value)];
    let change = Change::Set { section: section(profile), settings, file: Some(file) };
    let title = Sentence::new("fix-set_key").with("key", key).with("value", value);
    Fix::edit(evidence, title, change)
}

/// The source is in neither file: a slip of the pen, a wrong header, or simply not there.
fn missing_source(evidence: &Evidence, problem: &Problem) -> Option<Finding> {
    let source = arg(problem, "source")?;
    // A wrong header of the source is a cause of its own.
    let explained = headers::findings(evidence).iter().any(|finding| finding.breaks);
    if explained || settings::overrides_at(evidence, problem.at.as_ref()) {
        return None;
    }
    let mut finding = finding(evidence, Cause::SourceProfileMissing, problem);
    let near = bare(evidence, source).or_else(|| meant(source, evidence.profiles.names()));
    finding = finding.with("meant", near.unwrap_or_default());
    if let (Some(near), Some(Origin::File(at))) = (near, &problem.at) {
        finding =
            finding.fixed_by(set(evidence, arg(problem, "profile")?, setting::SOURCE_PROFILE, near, at.file));
    }
    Some(finding)
}

/// Problems of what works, but not as written, or not everywhere.
fn warning(evidence: &Evidence, problem: &Problem) -> Option<Finding> {
    let cause = match problem.code {
        Code::InvalidDuration => Cause::DurationNotANumber,
        Code::ReadersDisagree => Cause::ReadersDisagree,
        _ => return None,
    };
    let mut finding = Finding::warning(cause);
    finding.args.clone_from(&problem.args);
    let at = problem.at.as_ref()?;
    let shown = Exhibit::new("exhibit-setting").from(at, &evidence.paths);
    Some(finding.with("place", sandglass_core::text::place(at, &evidence.paths)).shown_by(shown))
}
