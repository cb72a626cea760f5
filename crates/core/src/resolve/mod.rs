//! Resolves where a profile's credentials come from, given the files, the variables and the way it is called. No
//! other code decides this.
//!
//! The order is botocore's (AWS CLI v1 and v2), step by step; each step says whether it wins, is
//! shadowed by an earlier one, or is absent. Status, renewal and diagnosis all read this answer.

mod assume_role;
mod client;
mod container;
mod duration;
mod keys;
mod metadata;
mod profile_providers;
mod provider;
mod proxy;
mod refresh;
mod settings_only;
mod sso;
mod url;
mod walk;

use aws_files::{Divergence, DivergenceKind, Profile, Profiles, Section};

pub use crate::source::{Duration, KeysPlace, KeysSource, Located, RoleSource, Source, SourceKind};
pub use client::{ClientSettings, Service, client_settings, goes_in_clear};
pub use duration::{check_durations, duration_problem};
pub use keys::{Malformed, StaticKeys, are_replaceable, static_keys};
pub use metadata::{MetadataAccess, MetadataSettings};
pub use provider::{Provider, ProviderStep, ProviderVerdict};
pub use proxy::{ProxyAddress, ProxySettings};
pub use refresh::{refresh_source, replaceable_keys};
pub(crate) use sso::missing_sso_session;
pub use sso::sso_source;

use chrono::NaiveDateTime;

use crate::Timestamp;
use crate::masked::shown_url;
use crate::problem::{Code, Origin, Problem};
use crate::source::InstanceSource;
use crate::syntax;
use crate::variables::Variables;

/// The way in which a call chooses its profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// `--profile NAME`: variables with keys no longer count.
    Profile(String),
    /// No `--profile`: the variables and `default` decide, as for the AWS CLI v2.
    Bare,
}

/// The result of resolving a call: where its credentials come from, and why.
#[derive(Clone, Debug)]
pub struct Resolution {
    /// The profile asked for.
    pub profile: String,
    /// The thing that chose it.
    pub chosen_by: Origin,
    /// Every provider in the order it is asked.
    pub steps: Vec<ProviderStep>,
    /// The source of the credentials, unless something is wrong.
    pub source: Option<Source>,
    /// Region, endpoint and CA bundle of the STS client.
    pub client: ClientSettings,
    /// The problems that keep the profile from working.
    pub errors: Vec<Problem>,
    /// Problems of what works, but not as written, or not everywhere.
    pub warnings: Vec<Problem>,
    /// True if the profile asks for no credentials at all: it holds a region, an output format and the
    /// like. A call with it still has none, which is an error of the call.
    pub settings_only: bool,
}

impl Resolution {
    /// The same with the credentials of the instance it may run on, where the AWS CLI asks that after everybody else;
    /// none where it does not. Whether there are any, only asking tells.
    pub fn of_instance(&self) -> Option<Self> {
        let [problem] = self.errors.as_slice() else { return None };
        if problem.code != Code::NoCredentials || self.client.metadata.disabled.is_some() {
            return None;
        }
        let at = problem.at.clone().unwrap_or(Origin::Call);
        let mut steps = self.steps.clone();
        if let Some(last) = steps.last_mut() {
            (last.verdict, last.at) = (ProviderVerdict::Wins, Some(at.clone()));
        }
        let source = Some(Source::Instance(InstanceSource { at }));
        Some(Self { steps, source, errors: Vec::new(), settings_only: false, ..self.clone() })
    }

    /// Turns recorded wall-clock times without zone into instants: only the machine knows its zone.
    pub fn settle_local_times(&mut self, to_utc: &dyn Fn(NaiveDateTime) -> Option<Timestamp>) {
        if let Some(source) = &mut self.source {
            source.settle_local_time(to_utc);
        }
    }
}

/// The inputs of a resolution.
#[derive(Clone, Copy)]
pub(crate) struct ResolveInputs<'a> {
    pub(crate) profiles: &'a Profiles,
    pub(crate) variables: &'a Variables,
}

/// Resolves one call.
pub fn resolve(profiles: &Profiles, variables: &Variables, call: &Call) -> Resolution {
    let inputs = ResolveInputs { profiles, variables };
    let (name, chosen_by) = choose_profile(variables, call);
    let explicit = matches!(call, Call::Profile(_));
    let mut errors = file_errors(profiles);
    let profile = profiles.get(&name);
    let must_exist = explicit || matches!(chosen_by, Origin::Variable(_));
    if profile.is_none() && must_exist && errors.is_empty() {
        errors.push(Problem::new(Code::UnknownProfile).at(chosen_by.clone()).with("profile", &name));
    }
    let mut walk = walk::Walk::new(inputs, &name, explicit);
    walk.run();
    let walk::Walk { steps, source, errors: found, mut warnings, .. } = walk;
    // With the file refused or the profile missing, whatever the tolerant reading found is moot.
    let source = if errors.is_empty() { source } else { None };
    if errors.is_empty() {
        errors.extend(found);
    }
    if let Some(Source::Keys(base)) = source.as_ref().map(Source::base) {
        errors.extend(keys::malformed(base, profiles, variables));
    }
    let client = client_settings(inputs.profiles, inputs.variables, profile, &mut errors);
    warnings.extend(disagreements(profiles, profile));
    warnings.extend(in_clear(&client));
    let nothing = errors.iter().any(|problem| problem.code == Code::NoCredentials);
    let settings_only = nothing && profile.is_some_and(settings_only::holds_settings_only);
    Resolution { profile: name, chosen_by, steps, source, client, errors, warnings, settings_only }
}

/// AWS CLI v2: `--profile`, then `AWS_PROFILE`, then `AWS_DEFAULT_PROFILE`; a set but empty
/// variable counts as a name.
fn choose_profile(variables: &Variables, call: &Call) -> (String, Origin) {
    match call {
        Call::Profile(name) => (name.clone(), Origin::Call),
        Call::Bare => match variables.first(&["AWS_PROFILE", "AWS_DEFAULT_PROFILE"]) {
            Some(("AWS_PROFILE", value)) => (value.to_owned(), Origin::Variable("AWS_PROFILE")),
            Some((_, value)) => (value.to_owned(), Origin::Variable("AWS_DEFAULT_PROFILE")),
            None => ("default".to_owned(), Origin::Call),
        },
    }
}

/// Returns the problems for which the AWS CLI refuses a whole file.
pub fn file_errors(profiles: &Profiles) -> Vec<Problem> {
    // One cause is one message: what else is wrong with a file shows where it is looked at.
    profiles.refusals().iter().map(syntax::problem).collect()
}

fn disagreements(profiles: &Profiles, profile: Option<&Profile>) -> Vec<Problem> {
    let Some(profile) = profile else { return Vec::new() };
    let mut readers: Vec<(String, Origin)> = Vec::new();
    for divergence in profiles.divergences_of(&profile.name).filter(|found| matters(found, profile)) {
        let reader = divergence.reader.to_string();
        if !readers.iter().any(|(known, _)| *known == reader) {
            readers.push((reader, Origin::File(divergence.at)));
        }
    }
    let Some((_, at)) = readers.first().cloned() else { return Vec::new() };
    let names = readers.into_iter().map(|(reader, _)| reader).collect::<Vec<_>>().join(", ");
    vec![Problem::new(Code::ReadersDisagree).at(at).with("readers", names).with("profile", &profile.name)]
}

/// Warns that the keys of new sessions would come over the network unencrypted.
fn in_clear(client: &ClientSettings) -> Option<Problem> {
    let endpoint = client.endpoint_url.as_ref().filter(|endpoint| goes_in_clear(&endpoint.value))?;
    let shown = shown_url(&endpoint.value);
    Some(Problem::new(Code::EndpointInClear).at(endpoint.at.clone()).with("endpoint", shown))
}

/// True if an SDK does something else for it: a profile that holds nothing for it may well be missing.
fn matters(divergence: &Divergence, profile: &Profile) -> bool {
    let sections = || profile.config.iter().chain(&profile.credentials);
    let is_for_it = || sections().flat_map(Section::keys).any(|key| divergence.reader.reads(key));
    divergence.matters() && (divergence.kind != DivergenceKind::ProfileMissing || is_for_it())
}

#[cfg(test)]
mod tests;
