//! Checks which profile is meant, and whether it exists.

use aws_files::{FileKind, Profiles, SectionName};

use super::{environment, headers};
use crate::evidence::Presence;
use crate::spelling::{meant, strip_profile_prefix};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence};
use sandglass_core::problem::{Code, Origin};
use sandglass_core::profiles::Files;

pub(super) fn check(evidence: &Evidence) -> Check {
    let mut findings = headers::findings(evidence);
    findings.extend(headers::default_twice(evidence));
    let moved = moved_file(evidence);
    if is_missing(evidence) {
        let linked =
            Files::KINDS.iter().any(|kind| evidence.files.of(*kind).presence == Presence::LinkToNothing);
        let explained = linked || findings.iter().any(|finding| finding.breaks) || moved.is_some();
        findings.extend((!explained).then(|| missing(evidence)));
    }
    findings.extend(moved);
    let name = &evidence.resolution.profile;
    let detail = match &evidence.resolution.chosen_by {
        Origin::Variable(variable) => {
            Sentence::new("check-profile_choice-variable").with("profile", name).with("variable", *variable)
        }
        _ => Sentence::new("check-profile_choice-ok").with("profile", name),
    };
    Check::new(CheckCode::ProfileChoice, findings, detail).shows(places(evidence))
}

/// Shows the places of the profile.
fn places(evidence: &Evidence) -> Vec<Exhibit> {
    let Some(profile) = evidence.profile() else { return Vec::new() };
    let sections = [profile.config.as_ref(), profile.credentials.as_ref()];
    let shown =
        |section: &aws_files::Section| Exhibit::new("exhibit-section").at(section.header, &evidence.paths);
    sections.into_iter().flatten().map(shown).collect()
}

fn is_missing(evidence: &Evidence) -> bool {
    evidence.resolution.errors.iter().any(|problem| problem.code == Code::UnknownProfile)
}

fn missing(evidence: &Evidence) -> Finding {
    let name = &evidence.resolution.profile;
    let chosen = &evidence.resolution.chosen_by;
    let shown = Exhibit::new("exhibit-profile_asked").from(chosen, &evidence.paths).value(name);
    let Origin::Variable(variable) = chosen else { return unknown(evidence, name).shown_by(shown) };
    let finding = if name.trim().is_empty() {
        Finding::new(Cause::ProfileVariableEmpty).with("variable", *variable)
    } else {
        unknown(evidence, name)
    };
    environment::profile_variable(evidence, variable, finding.with("variable", *variable))
}

/// A name that is in neither file: near to one that is, or not.
pub(super) fn unknown(evidence: &Evidence, name: &str) -> Finding {
    let near = bare(evidence, name).or_else(|| meant(name, evidence.profiles.names()));
    match near {
        Some(near) => {
            let header = evidence.profiles.get(near).map(|profile| {
                let shown = Exhibit::new("exhibit-meant").at(profile.header(), &evidence.paths);
                shown.value(near)
            });
            let mut finding =
                Finding::new(Cause::ProfileNameMisspelt).with("profile", visible(name)).with("meant", near);
            finding.exhibits.extend(header);
            finding.fixed_by([choose(evidence, near)])
        }
        None => Finding::new(Cause::ProfileMissing)
            .with("profile", visible(name))
            .with("known", known(evidence))
            .with("variable", ""),
    }
}

/// With what nobody sees written out: `prod\n`.
fn visible(name: &str) -> String {
    let shown = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    name.chars().map(shown).collect()
}

/// A name written as in a header, with the word profile, quotes or blanks around it, here or in the file.
pub(super) fn bare<'e>(evidence: &'e Evidence, name: &str) -> Option<&'e str> {
    let wanted = strip_profile_prefix(name);
    let exact = evidence.profiles.get(wanted).map(|profile| profile.name.as_str());
    let dressed = || evidence.profiles.names().find(|known| strip_profile_prefix(known) == wanted);
    exact.or_else(dressed).filter(|found| *found != name)
}

/// Returns the fix that chooses the profile that was meant.
fn choose(evidence: &Evidence, name: &str) -> Fix {
    let title = Sentence::new("fix-choose_profile").with("profile", name);
    match &evidence.resolution.chosen_by {
        Origin::Variable(variable) => {
            let command = evidence.shell.set_line(variable, name);
            Fix::command(title, command)
        }
        _ => Fix::command(title, format!("sandglass doctor {name}")),
    }
}

/// The first few names there are.
fn known(evidence: &Evidence) -> String {
    const SHOWN: usize = 8;
    let names: Vec<&str> = evidence.profiles.names().take(SHOWN).collect();
    let more = if evidence.profiles.names().count() > SHOWN { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}

/// A variable moves one of the two files to where there is none, or to one of another project, and something is
/// missing for it.
fn moved_file(evidence: &Evidence) -> Option<Finding> {
    let codes = [Code::UnknownProfile, Code::NoCredentials, Code::MissingSource, Code::FileUnreadable];
    let trouble = evidence.resolution.client.region.is_none()
        || evidence.resolution.errors.iter().any(|problem| codes.contains(&problem.code));
    let wrong = |kind: FileKind| {
        let name = variable_of(kind);
        let value = evidence.variables.process.get(name)?;
        let presence = &evidence.files.of(kind).presence;
        let what = match presence {
            Presence::Absent | Presence::Directory => "absent",
            Presence::Read if is_of_another(evidence, kind) => "other",
            _ => return None,
        };
        Some((name, value.to_owned(), kind, what))
    };
    let (name, value, kind, what) = Files::KINDS.into_iter().find_map(wrong)?;
    let finding = Finding::new(Cause::ConfigFileVariableWrong)
        .with("variable", name)
        .with("what", what)
        .with("path", evidence.paths.display(evidence.paths.file(kind)))
        .with("profile", &evidence.resolution.profile)
        .shown_by(Exhibit::new("exhibit-variable").of_variable(name).value(value));
    let finding = finding.fixed_by(super::unset::unset(evidence, &[name]));
    trouble.then_some(finding)
}

/// True if the profile that is missing, or the one without credentials, has a section in the usual file alone.
fn is_of_another(evidence: &Evidence, kind: FileKind) -> bool {
    let Some(usual) = &evidence.files.usual else { return false };
    let base = evidence.chain().last().map(|profile| profile.name.clone());
    let Some(name) = headers::missing(evidence).or(base) else { return false };
    let has = |files: &Files| {
        let document = Some(files.document(kind));
        let profiles = match kind {
            FileKind::Config => Profiles::read(document, None),
            FileKind::Credentials => Profiles::read(None, document),
        };
        profiles.get(&name).is_some()
    };
    has(usual) && !has(&evidence.files.text)
}

/// The variable that moves a file.
pub(super) fn variable_of(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Config => "AWS_CONFIG_FILE",
        FileKind::Credentials => "AWS_SHARED_CREDENTIALS_FILE",
    }
}

/// The section of a profile.
pub(super) fn section(name: &str) -> SectionName {
    SectionName::Profile(name.to_owned())
}
