//! The providers in botocore's order, and the walk over them.

use super::source::{Located, Source};
use super::{Inputs, assume_role, keys};
use crate::problem::{Code, Origin, Problem};
use aws_files::cache::{SsoPortal, sso_role_key, web_identity_key};
use aws_files::{Profile, Setting};

/// One place botocore looks for credentials, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provider {
    /// `AWS_ACCESS_KEY_ID`.
    Environment,
    /// `role_arn` with a source.
    AssumeRole,
    /// `role_arn` with `web_identity_token_file`.
    WebIdentity,
    /// `sso_session` or `sso_start_url`.
    Sso,
    /// Keys in the credentials file.
    CredentialsFile,
    /// `login_session`.
    Login,
    /// `credential_process`.
    Process,
    /// Keys in the config file.
    ConfigFile,
    /// `AWS_CONTAINER_CREDENTIALS_*`.
    Container,
    /// The instance metadata service: last, and only known by asking it.
    InstanceMetadata,
}

/// What became of one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It gives the credentials.
    Wins,
    /// It could, but an earlier one wins.
    ShadowedBy(Provider),
    /// It is asked for, but fails: botocore stops here.
    Fails(Code),
    /// It is not configured.
    Absent,
    /// It does not count with `--profile`.
    IgnoredWithProfile,
    /// Only a request could tell; none is made.
    NotAsked,
}

/// One provider's part in a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The provider.
    pub provider: Provider,
    /// What became of it.
    pub verdict: Verdict,
    /// Where it is configured.
    pub at: Option<Origin>,
}

/// What a provider says when it is asked.
pub(super) type Answer = Result<Option<Source>, Problem>;

/// The walk over all providers of one call.
pub(super) struct Walk<'a> {
    inputs: Inputs<'a>,
    profile: &'a str,
    explicit: bool,
    pub(super) steps: Vec<Step>,
    pub(super) source: Option<Source>,
    pub(super) errors: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
    decided_by: Option<Provider>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(inputs: Inputs<'a>, profile: &'a str, explicit: bool) -> Self {
        Self {
            inputs,
            profile,
            explicit,
            steps: Vec::new(),
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
            let verdict = if at.is_some() { Verdict::IgnoredWithProfile } else { Verdict::Absent };
            self.steps.push(Step { provider: Provider::Environment, verdict, at });
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
        self.record(Provider::Container, Ok(container(self.inputs)));
        self.finish();
    }

    fn record(&mut self, provider: Provider, answer: Answer) {
        let (verdict, at) = match (answer, self.decided_by) {
            (Ok(None), _) => (Verdict::Absent, None),
            (Ok(Some(source)), Some(winner)) => (Verdict::ShadowedBy(winner), Some(source.at().clone())),
            (Err(problem), Some(winner)) => (Verdict::ShadowedBy(winner), problem.at),
            (Ok(Some(source)), None) => {
                self.decided_by = Some(provider);
                let at = source.at().clone();
                self.source = Some(source);
                (Verdict::Wins, Some(at))
            }
            (Err(problem), None) => {
                self.decided_by = Some(provider);
                let verdict = Verdict::Fails(problem.code);
                let at = problem.at.clone();
                self.errors.push(problem);
                (verdict, at)
            }
        };
        self.steps.push(Step { provider, verdict, at });
    }

    fn finish(&mut self) {
        let verdict = match self.decided_by {
            Some(_) => Verdict::Absent,
            None => Verdict::NotAsked,
        };
        self.steps.push(Step { provider: Provider::InstanceMetadata, verdict, at: None });
        if self.decided_by.is_none() {
            let at = self.inputs.profiles.get(self.profile).map(|profile| Origin::File(profile.header()));
            self.errors.push(Problem::new(Code::NoCredentials).maybe_at(at).with("profile", self.profile));
        }
    }
}

/// What botocore asks for one profile, and alone for a source profile.
pub(super) const PROFILE_PROVIDERS: [Provider; 6] = [
    Provider::WebIdentity,
    Provider::Sso,
    Provider::CredentialsFile,
    Provider::Login,
    Provider::Process,
    Provider::ConfigFile,
];

/// Asks one of `PROFILE_PROVIDERS` about a profile.
pub(super) fn ask(provider: Provider, inputs: Inputs<'_>, name: &str, with_variables: bool) -> Answer {
    let profile = inputs.profiles.get(name);
    if provider == Provider::WebIdentity {
        return web_identity(inputs, name, profile, with_variables);
    }
    let Some(profile) = profile else { return Ok(None) };
    match provider {
        Provider::Sso => sso(profile),
        Provider::CredentialsFile | Provider::ConfigFile => keys::from_file(profile, provider),
        Provider::Login => Ok(profile
            .get("login_session")
            .map(|setting| Source::Login { profile: profile.name.clone(), at: Origin::File(setting.at) })),
        Provider::Process => Ok(profile
            .get("credential_process")
            .map(|setting| Source::Process { profile: profile.name.clone(), at: Origin::File(setting.at) })),
        _ => Ok(None),
    }
}

/// A setting, or the variable that overrides it.
fn setting_or_variable(
    inputs: Inputs<'_>,
    profile: Option<&Profile>,
    key: &str,
    variable: &'static str,
    with_variables: bool,
) -> Option<Located<String>> {
    if with_variables && let Some(value) = inputs.variables.get(variable) {
        return Some(Located { value: value.to_owned(), at: Origin::Variable(variable) });
    }
    profile.and_then(|profile| profile.get(key)).map(located)
}

/// The value of a setting with its place.
pub(super) fn located(setting: &Setting) -> Located<String> {
    Located { value: setting.value().to_owned(), at: Origin::File(setting.at) }
}

fn web_identity(inputs: Inputs<'_>, name: &str, profile: Option<&Profile>, with_variables: bool) -> Answer {
    let setting = |key, variable| setting_or_variable(inputs, profile, key, variable, with_variables);
    let Some(token) = setting("web_identity_token_file", "AWS_WEB_IDENTITY_TOKEN_FILE") else {
        return Ok(None);
    };
    let Some(role) = setting("role_arn", "AWS_ROLE_ARN") else {
        return Err(missing(token.at, name, "role_arn"));
    };
    let session = setting("role_session_name", "AWS_ROLE_SESSION_NAME").filter(|name| !name.value.is_empty());
    let cache_key = web_identity_key(&role.value, session.as_ref().map(|session| session.value.as_str()));
    Ok(Some(Source::WebIdentity { profile: name.to_owned(), at: token.at, cache_key }))
}

fn sso(profile: &Profile) -> Answer {
    let (account, role) = match (profile.get("sso_account_id"), profile.get("sso_role_name")) {
        (None, None) => return Ok(None),
        (Some(account), Some(role)) => (account, role),
        (Some(there), None) => return Err(missing(Origin::File(there.at), &profile.name, "sso_role_name")),
        (None, Some(there)) => return Err(missing(Origin::File(there.at), &profile.name, "sso_account_id")),
    };
    let session = profile.get("sso_session");
    let portal = match (session, profile.get("sso_start_url")) {
        (Some(session), _) => SsoPortal::Session(session.value()),
        (None, Some(url)) => SsoPortal::StartUrl(url.value()),
        (None, None) => return Err(missing(Origin::File(account.at), &profile.name, "sso_session")),
    };
    Ok(Some(Source::Sso {
        profile: profile.name.clone(),
        at: Origin::File(session.unwrap_or(account).at),
        cache_key: sso_role_key(account.value(), role.value(), portal),
        session: session.map(|session| session.value().to_owned()),
    }))
}

fn missing(at: Origin, profile: &str, key: &str) -> Problem {
    Problem::new(Code::MissingSetting).at(at).with("profile", profile).with("key", key)
}

fn container(inputs: Inputs<'_>) -> Option<Source> {
    const NAMES: [&str; 2] = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
    let name = NAMES.into_iter().find(|name| inputs.variables.get(name).is_some());
    name.map(|name| Source::Container { at: Origin::Variable(name) })
}
