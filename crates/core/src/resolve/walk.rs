//! Walks all providers in botocore's order.

use super::profile_providers::{PROFILE_PROVIDERS, ask};
use super::provider::{Provider, ProviderAnswer, ProviderStep, ProviderVerdict};
use super::{ResolveInputs, assume_role, container, keys};
use crate::problem::{Code, Origin, Problem};
use crate::source::Source;

/// The walk over all providers of one call.
pub(super) struct Walk<'a> {
    inputs: ResolveInputs<'a>,
    profile: &'a str,
    explicit: bool,
    pub(super) steps: Vec<ProviderStep>,
    pub(super) source: Option<Source>,
    pub(super) errors: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
    decided_by: Option<Provider>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(inputs: ResolveInputs<'a>, profile: &'a str, explicit: bool) -> Self {
        Self {
            inputs,
            profile,
            explicit,
            steps: Vec::with_capacity(PROFILE_PROVIDERS.len() + 4),
            source: None,
            errors: Vec::new(),
            warnings: Vec::new(),
            decided_by: None,
        }
    }

    pub(super) fn run(&mut self) {
        let environment = keys::from_environment(self.inputs.variables, self.profile);
        if self.explicit {
            let at = environment.as_ref().ok().and_then(Option::as_ref).map(|source| source.at().clone());
            let verdict =
                if at.is_some() { ProviderVerdict::IgnoredWithProfile } else { ProviderVerdict::Absent };
            self.steps.push(ProviderStep { provider: Provider::Environment, verdict, at });
        } else {
            self.record(Provider::Environment, environment);
        }
        let mut visited = vec![self.profile.to_owned()];
        let role = assume_role::from_profile(self.inputs, self.profile, &mut visited, &mut self.warnings);
        self.record(Provider::AssumeRole, role);
        for provider in PROFILE_PROVIDERS {
            let with_variables = !self.explicit;
            let answer = ask(provider, self.inputs, self.profile, with_variables);
            self.record(provider, answer);
        }
        self.record(Provider::Container, Ok(container::from_variables(self.inputs.variables)));
        self.finish();
    }

    fn record(&mut self, provider: Provider, answer: ProviderAnswer) {
        let (verdict, at) = match (answer, self.decided_by) {
            (Ok(None), _) => (ProviderVerdict::Absent, None),
            (Ok(Some(source)), Some(winner)) => {
                (ProviderVerdict::ShadowedBy(winner), Some(source.at().clone()))
            }
            (Err(problem), Some(winner)) => (ProviderVerdict::ShadowedBy(winner), problem.at),
            (Ok(Some(source)), None) => {
                self.decided_by = Some(provider);
                let at = source.at().clone();
                self.source = Some(source);
                (ProviderVerdict::Wins, Some(at))
            }
            (Err(problem), None) => {
                self.decided_by = Some(provider);
                let verdict = ProviderVerdict::Fails(problem.code);
                let at = problem.at.clone();
                self.errors.push(problem);
                (verdict, at)
            }
        };
        self.steps.push(ProviderStep { provider, verdict, at });
    }

    fn finish(&mut self) {
        let verdict = match self.decided_by {
            Some(_) => ProviderVerdict::Absent,
            None => ProviderVerdict::NotAsked,
        };
        self.steps.push(ProviderStep { provider: Provider::InstanceMetadata, verdict, at: None });
        if self.decided_by.is_none() {
            let at = self.inputs.profiles.get(self.profile).map(|profile| Origin::File(profile.header()));
            self.errors.push(Problem::new(Code::NoCredentials).maybe_at(at).with("profile", self.profile));
        }
    }
}
