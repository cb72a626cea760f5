//! Finds the form field that a problem belongs to.

use aws_files::{Location, Profile, Profiles, Section, SectionName, Setting, setting};

use super::FieldProblem;
use crate::window::problem_text;
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::text::Text;

/// The field of a section's name: no key can be called so.
pub(super) const NAME: &str = "[name]";

/// A problem of a section of these files, at its field.
pub(super) fn field_problem(
    problem: &Problem,
    section: Option<&SectionName>,
    profiles: &Profiles,
    text: &Text,
    paths: &AwsPaths,
) -> FieldProblem {
    FieldProblem {
        field: field_of(problem, section, profiles),
        words: problem_text(problem, text, paths),
        beside: text.problem_at_field(problem, paths),
    }
}

fn field_of(problem: &Problem, section: Option<&SectionName>, profiles: &Profiles) -> Option<String> {
    if matches!(problem.code, Code::InvalidName | Code::NameTaken | Code::NameNotEverywhere) {
        return Some(NAME.to_owned());
    }
    if matches!(problem.code, Code::StillReferenced | Code::HarmToOthers | Code::FileUnparsable) {
        return None;
    }
    let own = section.map_or_else(Vec::new, |section| sections(profiles, section));
    let at = match &problem.at {
        Some(Origin::File(at)) => Some(*at),
        _ => None,
    };
    if let Some(key) = at.and_then(|at| own.iter().find_map(|section| key_at(section, at))) {
        // It stands at the role, and is fixed by what is missing beside it.
        let is_missing = problem.code == Code::RoleWithoutSource;
        return Some(if is_missing { setting::SOURCE_PROFILE } else { key }.to_owned());
    }
    // Several keys would do: the first of them is the field.
    let named = problem.args.iter().find_map(|(name, value)| (*name == "key").then_some(value));
    if let Some(key) = named.and_then(|keys| keys.split(" | ").next()) {
        return Some(key.to_owned());
    }
    let is_elsewhere = at.is_some_and(|at| own.iter().all(|section| section.header != at));
    let field = match usual_field(problem.code) {
        // What is wrong further up the chain is fixed by another source.
        Some(_) if is_elsewhere && has_source(section, profiles) => setting::SOURCE_PROFILE,
        Some(field) => field,
        None => return None,
    };
    Some(field.to_owned())
}

/// The field where a problem is fixed whose place does not tell it.
fn usual_field(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::SourceLoop
        | Code::MissingSource
        | Code::SourceWithoutCredentials
        | Code::RoleWithoutSource
        | Code::SourceNotChosen => setting::SOURCE_PROFILE,
        Code::TwoSources | Code::InvalidCredentialSource | Code::NoEnvironmentKeys => {
            setting::CREDENTIAL_SOURCE
        }
        Code::PartialKeys => setting::AWS_SECRET_ACCESS_KEY,
        Code::InvalidDuration
        | Code::ChainedDuration
        | Code::DurationAboveMaximum
        | Code::DurationOutOfRange => setting::DURATION_SECONDS,
        Code::MissingServices => setting::SERVICES,
        Code::MissingSsoSession => setting::SSO_SESSION,
        Code::ProgramNotFound => setting::CREDENTIAL_PROCESS,
        Code::RoleNotKnown => setting::ROLE_ARN,
        _ => return None,
    })
}

fn has_source(section: Option<&SectionName>, profiles: &Profiles) -> bool {
    let Some(SectionName::Profile(name)) = section else { return false };
    profiles.get(name).is_some_and(|profile: &Profile| profile.get(setting::SOURCE_PROFILE).is_some())
}

/// The sections of both files that a name leads to.
pub(super) fn sections<'a>(profiles: &'a Profiles, section: &SectionName) -> Vec<&'a Section> {
    match section {
        SectionName::Profile(name) => profiles
            .get(name)
            .map_or_else(Vec::new, |profile| profile.config.iter().chain(&profile.credentials).collect()),
        SectionName::SsoSession(name) => profiles.sso_session(name).into_iter().collect(),
        SectionName::Services(name) => profiles.services(name).into_iter().collect(),
    }
}

fn key_at(section: &Section, at: Location) -> Option<&str> {
    section.keys().find(|key| {
        let is_at = |setting: &Setting| setting.at == at;
        section.get(key).is_some_and(is_at) || section.block(key).any(|(_, inner)| is_at(inner))
    })
}
