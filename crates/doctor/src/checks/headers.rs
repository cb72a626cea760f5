//! Finds headers of the config file that the AWS CLI does not take for a profile.

use aws_files::{Document, FileKind, LineFix, Location, Profiles, Section, SectionName, setting};

use crate::spelling::strip_profile_prefix;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::profiles::Change;

/// Keys whose loss changes who a call is made as, or whether it works.
const TELLING: &[&str] = &[
    setting::ROLE_ARN,
    setting::SOURCE_PROFILE,
    setting::CREDENTIAL_SOURCE,
    setting::AWS_ACCESS_KEY_ID,
    setting::SSO_SESSION,
    setting::SSO_ACCOUNT_ID,
    setting::SSO_START_URL,
    setting::WEB_IDENTITY_TOKEN_FILE,
    setting::CREDENTIAL_PROCESS,
    setting::LOGIN_SESSION,
    setting::MFA_SERIAL,
    setting::EXTERNAL_ID,
];

/// Every header that a profile of the chain, or one that is missing, was probably meant to have.
pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    let mut names: Vec<String> = evidence.chain().iter().map(|profile| profile.name.clone()).collect();
    names.extend(missing(evidence));
    names.iter().filter_map(|name| finding(evidence, name)).collect()
}

/// The profile that was asked for, or the source that is named, when it is in neither file.
pub(super) fn missing(evidence: &Evidence) -> Option<String> {
    let chain = evidence.chain();
    let Some(last) = chain.last() else { return Some(evidence.resolution.profile.clone()) };
    let named = last.get(setting::SOURCE_PROFILE)?.value();
    evidence.profiles.get(named).is_none().then(|| named.to_owned())
}

fn finding(evidence: &Evidence, name: &str) -> Option<Finding> {
    let has = |file| has_section(evidence, name, file);
    let config = &evidence.files.text.config;
    if !has(FileKind::Config) && name != "default" {
        if let Some((header, line)) =
            config.headers_written().find(|(header, _)| *header == name && is_no_section(header))
        {
            let at = Location { file: FileKind::Config, line };
            let found = finding_of(evidence, Cause::ProfileHeaderWithoutPrefix, name, header, at);
            return Some(found.breaking_if(matters(evidence, name, config, header)));
        }
        let mut headers = config.headers_written();
        if let Some((header, line)) = headers.find(|(header, _)| is_nearly(header, name)) {
            let at = Location { file: FileKind::Config, line };
            let found = finding_of(evidence, Cause::ProfileHeaderMalformed, name, header, at);
            return Some(found.breaking_if(matters(evidence, name, config, header)));
        }
    }
    if !has(FileKind::Credentials) {
        let credentials = &evidence.files.text.credentials;
        let wanted = [format!("profile {name}"), format!("profile \"{name}\"")];
        let mut headers = credentials.headers_written();
        if let Some((header, line)) = headers.find(|(header, _)| wanted.iter().any(|one| one == header)) {
            let at = Location { file: FileKind::Credentials, line };
            let found = finding_of(evidence, Cause::ProfileHeaderWithPrefix, name, header, at);
            return Some(found.breaking_if(matters(evidence, name, credentials, header)));
        }
    }
    None
}

fn has_section(evidence: &Evidence, name: &str, file: FileKind) -> bool {
    evidence.profiles.get(name).is_some_and(|profile| match file {
        FileKind::Config => profile.config.is_some(),
        FileKind::Credentials => profile.credentials.is_some(),
    })
}

/// `[ profile x ]`, `[Profile x]`, `[profile: x]`, `[profile-x]`, `[profile “x”]`.
fn is_nearly(header: &str, name: &str) -> bool {
    if let Some(SectionName::Profile(written)) = SectionName::parse(FileKind::Config, header) {
        return written != name && strip_profile_prefix(&written) == name;
    }
    let lower = header.trim().to_lowercase();
    let Some(rest) = lower.strip_prefix("profile") else { return false };
    let rest = rest.trim_start_matches([' ', '\t', ':', '-', '_', '=', '/', '.']).trim_matches(['"', '\'']);
    rest.trim() == name.to_lowercase() && is_no_section(header)
}

/// A header that the AWS CLI takes for nothing it knows.
fn is_no_section(header: &str) -> bool {
    SectionName::parse(FileKind::Config, header).is_none()
}

/// True if what stands under the header would make a difference.
fn matters(evidence: &Evidence, name: &str, document: &Document, header: &str) -> bool {
    if evidence.profiles.get(name).is_none() || !evidence.resolution.errors.is_empty() {
        return true;
    }
    // In the credentials file every header is a name, so there the section can be looked into.
    let as_names = Document::parse(FileKind::Credentials, document.bytes());
    let lost = Profiles::read(None, Some(&as_names));
    let lost: Option<&Section> = lost.get(header).and_then(|profile| profile.credentials.as_ref());
    let has = |key: &str| lost.is_some_and(|section| section.get(key).is_some());
    let no_region = evidence.resolution.client.region.is_none();
    TELLING.iter().any(|key| has(key)) || (no_region && has(setting::REGION))
}

fn finding_of(evidence: &Evidence, cause: Cause, name: &str, header: &str, at: Location) -> Finding {
    let by = match at.file {
        FileKind::Config => SectionName::Profile(name.to_owned()).header(FileKind::Config),
        FileKind::Credentials => Some(name.to_owned()),
    };
    let by = by.unwrap_or_else(|| name.to_owned());
    let fix = LineFix::Replace { was: format!("[{header}]"), by: format!("[{by}]") };
    let section = SectionName::Profile(name.to_owned());
    let change = Change::FixLines { section, file: at.file, lines: vec![(at.line, fix)] };
    let title = Sentence::new("fix-header").with("was", format!("[{header}]")).with("by", format!("[{by}]"));
    Finding::new(cause)
        .with("profile", name)
        .with("header", format!("[{header}]"))
        .with("wanted", format!("[{by}]"))
        .with("place", evidence.paths.display_location(at))
        .shown_by(Exhibit::new("exhibit-header").at(at, &evidence.paths).value(format!("[{header}]")))
        .fixed_by(Fix::edit(evidence, title, change))
}

/// `[default]` and `[profile default]` in one file: the one that stands last counts, whole.
pub(super) fn default_twice(evidence: &Evidence) -> Option<Finding> {
    if !evidence.chain().iter().any(|profile| profile.name == "default") {
        return None;
    }
    let is_default = |header: &str| {
        SectionName::parse(FileKind::Config, header) == Some(SectionName::Profile("default".to_owned()))
    };
    let found: Vec<(&str, usize)> =
        evidence.files.text.config.headers_written().filter(|(header, _)| is_default(header)).collect();
    let [.., (_, lost), (_, counts)] = found.as_slice() else { return None };
    let at = |line: usize| Location { file: FileKind::Config, line };
    let trouble = !evidence.resolution.errors.is_empty() || evidence.resolution.client.region.is_none();
    let finding = Finding::new(Cause::DefaultDefinedTwice)
        .with("lost", evidence.paths.display_location(at(*lost)))
        .with("counts", evidence.paths.display_location(at(*counts)))
        .shown_by(Exhibit::new("exhibit-header_lost").at(at(*lost), &evidence.paths))
        .shown_by(Exhibit::new("exhibit-header_counts").at(at(*counts), &evidence.paths));
    Some(finding.breaking_if(trouble))
}
