//! Checks the values of the chain's settings: ARNs, regions, durations, and which of two files counts.

use aws_files::regions::is_host_label;
use aws_files::{FileKind, LineFix, Profile, Setting, setting};

use super::misspelt;
use super::profile_choice::section;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence, mask};
use sandglass_core::preferences::is_role_arn;
use sandglass_core::problem::{Code, Origin};
use sandglass_core::profiles::Change;
use sandglass_core::resolve::{Source, check_durations};

/// Settings that decide who a call is made as.
const IDENTITY: &[&str] = &[setting::ROLE_ARN, setting::SSO_ACCOUNT_ID, setting::SSO_ROLE_NAME];
/// Settings that decide whether it can be made.
const WAY: &[&str] = &[
    setting::SOURCE_PROFILE,
    setting::CREDENTIAL_SOURCE,
    setting::SSO_SESSION,
    setting::SSO_START_URL,
    setting::SSO_REGION,
    setting::MFA_SERIAL,
    setting::EXTERNAL_ID,
    setting::ROLE_SESSION_NAME,
    setting::CREDENTIAL_PROCESS,
    setting::WEB_IDENTITY_TOKEN_FILE,
    setting::LOGIN_SESSION,
    setting::ENDPOINT_URL,
    setting::REGION,
    setting::DURATION_SECONDS,
];

pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    let chain = evidence.chain();
    let mut findings: Vec<Finding> = chain.iter().filter_map(|profile| role_arn(evidence, profile)).collect();
    findings.extend(chain.iter().filter_map(|profile| overrides(evidence, profile)));
    findings.extend(chain.iter().skip(1).filter_map(|source| not_assumed(evidence, source)));
    findings.extend(region(evidence));
    findings.extend(duration(evidence));
    findings
}

fn role_arn(evidence: &Evidence, profile: &Profile) -> Option<Finding> {
    let setting = profile.get(setting::ROLE_ARN).filter(|setting| !is_role_arn(setting.value()))?;
    // An indented setting below it is what is wrong then.
    if misspelt::swallows(evidence, profile, setting.at.line) {
        return None;
    }
    let finding = Finding::suspicion(Cause::RoleArnMalformed)
        .with("profile", &profile.name)
        .with("value", setting.value())
        .with("place", evidence.paths.display_location(setting.at))
        .shown_by(Exhibit::new("exhibit-setting").at(setting.at, &evidence.paths).value(setting.value()));
    let value = setting.value();
    let fix = [" #", " ;"]
        .into_iter()
        .find(|mark| value.contains(mark))
        .map(|mark| LineFix::CutFrom(mark.to_owned()));
    let quoted = (value.starts_with(['"', '\''])).then_some(LineFix::Unquote);
    let fix = fix.or(quoted).and_then(|fix| {
        let lines = vec![(setting.at.line, fix)];
        let change = Change::FixLines { section: section(&profile.name), file: setting.at.file, lines };
        Fix::edit(evidence, Sentence::new("fix-clean_value"), change)
    });
    Some(finding.fixed_by(fix))
}

/// The same setting in both files, with other values: the credentials file wins.
fn overrides(evidence: &Evidence, profile: &Profile) -> Option<Finding> {
    let (config, credentials) = (profile.config.as_ref()?, profile.credentials.as_ref()?);
    let differs = |key: &&&str| {
        let values = (config.get(key), credentials.get(key));
        matches!(values, (Some(one), Some(other)) if one.value() != other.value())
    };
    let key = IDENTITY.iter().chain(WAY).find(differs)?;
    let (lost, wins) = (config.get(key)?, credentials.get(key)?);
    let change = Change::Unset {
        section: section(&profile.name),
        keys: vec![(*key).to_owned()],
        file: Some(wins.at.file),
    };
    let title = Sentence::new("fix-remove_override").with("key", *key);
    let value = |setting: &aws_files::Setting| mask::value(key, setting.value());
    let finding = if IDENTITY.contains(key) {
        Finding::new(Cause::CredentialsFileOverrides)
    } else {
        Finding::suspicion(Cause::CredentialsFileOverrides)
    };
    let finding = finding
        .with("profile", &profile.name)
        .with("key", *key)
        .with("place", evidence.paths.display_location(wins.at))
        .with("other", evidence.paths.display_location(lost.at))
        .shown_by(Exhibit::new("exhibit-wins").at(wins.at, &evidence.paths).value(value(wins)))
        .shown_by(Exhibit::new("exhibit-overridden").at(lost.at, &evidence.paths).value(value(lost)))
        .fixed_by(Fix::edit(evidence, title, change));
    // A region or a duration of another value is still one.
    Some(
        finding.breaking_if(
            ![setting::REGION, setting::DURATION_SECONDS, setting::ROLE_SESSION_NAME].contains(key),
        ),
    )
}

/// True if a place is one where the credentials file overrides another value: that is the cause then.
pub(super) fn overrides_at(evidence: &Evidence, at: Option<&Origin>) -> bool {
    let Some(at @ Origin::File(_)) = at else { return false };
    let place = sandglass_core::text::place(at, &evidence.paths);
    let found = evidence.chain().into_iter().filter_map(|profile| overrides(evidence, profile));
    found.into_iter().any(|finding| finding.breaks && finding.args.contains(&("place", place.clone())))
}

/// A source with keys and a role: its keys sign, its role is not assumed.
fn not_assumed(evidence: &Evidence, source: &Profile) -> Option<Finding> {
    let (role, key) = (source.get(setting::ROLE_ARN)?, source.get(setting::AWS_ACCESS_KEY_ID)?);
    let has_source = source.get(setting::SOURCE_PROFILE).or_else(|| source.get(setting::CREDENTIAL_SOURCE));
    // A role whose source is itself holds its own keys on purpose.
    if has_source.is_none_or(|named| named.value() == source.name) {
        return None;
    }
    let finding = Finding::suspicion(Cause::SourceRoleNotAssumed)
        .with("source", &source.name)
        .with("profile", &evidence.resolution.profile)
        .with("role", role.value())
        .with("place", evidence.paths.display_location(key.at))
        .shown_by(
            Exhibit::new("exhibit-access_key")
                .with("profile", &source.name)
                .at(key.at, &evidence.paths)
                .value(mask::access_key(key.value())),
        )
        .shown_by(Exhibit::new("exhibit-setting").at(role.at, &evidence.paths).value(role.value()));
    Some(finding)
}

/// A region that is written and empty: the AWS CLI takes it for one, and needs it for no address where an endpoint
/// is set.
fn is_empty_and_unused(evidence: &Evidence) -> bool {
    let variable = evidence.variables.process.first(&["AWS_REGION", "AWS_DEFAULT_REGION"]);
    let setting = || evidence.profile()?.get(setting::REGION).map(Setting::value);
    let written = variable.map(|(_, value)| value).or_else(setting);
    written == Some("") && evidence.resolution.client.endpoint_url.is_some()
}

fn region(evidence: &Evidence) -> Option<Finding> {
    let profile = &evidence.resolution.profile;
    let known_profile = evidence.profile().is_some() || evidence.resolution.errors.is_empty();
    let unknown = evidence.resolution.errors.iter().any(|problem| {
        matches!(problem.code, Code::UnknownProfile | Code::FileUnparsable | Code::FileUnreadable)
    });
    let Some(region) = &evidence.resolution.client.region else {
        if !known_profile || unknown || misspelt::near(evidence, profile, setting::REGION).is_some() {
            return None;
        }
        let finding = Finding::new(Cause::RegionMissing).with("profile", profile);
        let fix = Fix::command(
            Sentence::new("fix-set_region").with("profile", profile),
            format!(
                "aws configure set region REGION {}",
                sandglass_core::export::option("--profile", profile)
            ),
        );
        let header = evidence
            .profile()
            .map(|profile| Exhibit::new("exhibit-section").at(profile.header(), &evidence.paths));
        let mut finding = finding.fixed_by([fix]);
        finding.exhibits.extend(header);
        return Some(finding.breaking_if(!is_empty_and_unused(evidence)));
    };
    if is_host_label(&region.value) {
        return None;
    }
    let shown = Exhibit::new("exhibit-setting").from(&region.at, &evidence.paths).value(&region.value);
    let place = sandglass_core::text::place(&region.at, &evidence.paths);
    let finding = Finding::new(Cause::RegionMalformed)
        .with("region", &region.value)
        .with("place", place)
        .shown_by(shown);
    let fix = match region.at {
        Origin::File(at) => {
            let mark = [" #", " ;"].into_iter().find(|mark| region.value.contains(mark));
            let fix = mark.map(|mark| LineFix::CutFrom(mark.to_owned()));
            let right = cleaned(&region.value);
            let fix = fix.or_else(|| {
                let by = right.filter(|right| is_host_label(right))?;
                Some(LineFix::Replace { was: region.value.clone(), by })
            });
            fix.and_then(|fix| {
                let lines = vec![(at.line, fix)];
                let change = Change::FixLines { section: section(profile), file: at.file, lines };
                Fix::edit(evidence, Sentence::new("fix-clean_value"), change)
            })
        }
        _ => None,
    };
    Some(finding.fixed_by(fix))
}

/// `"eu central 1"` and `eu_central_1` are `eu-central-1`.
fn cleaned(region: &str) -> Option<String> {
    let bare = region.trim_matches(['"', '\'']).trim().to_lowercase();
    let right: String = bare.chars().map(|c| if c == ' ' || c == '_' { '-' } else { c }).collect();
    (!right.is_empty()).then_some(right)
}

fn duration(evidence: &Evidence) -> Option<Finding> {
    let Some(Source::Role(role)) = &evidence.of_profile().source else { return None };
    let problem = check_durations(role).err()?;
    let cause = match problem.code {
        Code::ChainedDuration => Cause::ChainedDurationTooLong,
        _ => Cause::DurationOutOfRange,
    };
    let mut finding = Finding::suspicion(cause);
    finding.args.clone_from(&problem.args);
    let at = problem.at.as_ref()?;
    let finding = finding.with("place", sandglass_core::text::place(at, &evidence.paths));
    let finding = finding.shown_by(Exhibit::new("exhibit-setting").from(at, &evidence.paths));
    let of = problem.args.iter().find(|(name, _)| *name == "profile").map(|(_, profile)| profile.clone())?;
    let fix = match (cause, at) {
        (Cause::ChainedDurationTooLong, Origin::File(at)) => one_hour(evidence, &of, at.file),
        (_, Origin::File(at)) => Fix::edit(
            evidence,
            Sentence::new("fix-remove_key").with("key", setting::DURATION_SECONDS),
            Change::Unset {
                section: section(&of),
                keys: vec![setting::DURATION_SECONDS.to_owned()],
                file: Some(at.file),
            },
        ),
        _ => None,
    };
    Some(finding.fixed_by(fix))
}

/// Returns the fix that sets the duration AWS allows to a role that a session assumes.
pub(super) fn one_hour(evidence: &Evidence, profile: &str, file: FileKind) -> Option<Fix> {
    Fix::edit(
        evidence,
        Sentence::new("fix-set_key").with("key", setting::DURATION_SECONDS).with("value", "3600"),
        Change::Set {
            section: section(profile),
            settings: vec![sandglass_core::profiles::NewSetting::new(setting::DURATION_SECONDS, "3600")],
            file: Some(file),
        },
    )
}
