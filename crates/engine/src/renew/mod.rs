//! Renews a profile: resolves it, walks the chain up from what is still fresh, and stores the session where the AWS
//! CLI looks for it.

pub(crate) mod last_resort;
mod verify;
mod with_code;

use std::path::PathBuf;
use std::time::Duration;

use aws_files::Profiles;
use aws_files::regions::GLOBAL;
use sandglass_core::Timestamp;
use sandglass_core::history::{HistoryEntry, HistoryEvent};
use sandglass_core::preferences::Refresh;
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::resolve::{
    Call, ClientSettings, Located, Resolution, StaticKeys, check_durations, replaceable_keys, resolve,
};
use sandglass_core::session::{Needs, Reuse};
use sandglass_core::source::{InstanceSource, KeysSource, Source};
use tokio::time::Instant;

use crate::chain::{Chain, Nobody, Policy};
use crate::panics::guarded;
use crate::refused::Refused;
use crate::resolution::resolve_refresh;
use crate::session_store::{KeysFile, SessionStore};
use crate::sources::{self, Client, Obtained, SourceContext};
use crate::{Clock, Environment, NoPrompt, Prompt, history, resolve_profile};

pub use verify::verify;
pub use with_code::renew_with_code;

/// The time others of ours that refresh the same sign-in are waited for.
const SIGN_IN: Duration = Duration::from_secs(20);

/// The time limit of a `credential_process`. One that takes longer waits for a person, or never ends.
const PROGRAM: Duration = Duration::from_mins(1);

/// Options of a renewal.
#[derive(Clone, Copy, Debug, Default)]
pub struct RenewOptions {
    /// The condition for using the existing session. A person's renewal always gets a new one.
    pub reuse: Reuse,
}

/// The result of a renewal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// There is a new session.
    Renewed {
        /// Its expiry.
        expires_at: Timestamp,
        /// The file it stands in: the AWS CLI's cache, or the profile's own file.
        stored_in: PathBuf,
    },
    /// There was nothing to do.
    StillFresh {
        /// Its expiry; none for long-term keys.
        expires_at: Option<Timestamp>,
        /// The file it stands in: the AWS CLI's cache, or the profile's own file.
        stored_in: Option<PathBuf>,
    },
    /// Its source gives credentials at each use, as it just did: there is nothing to keep.
    MadeAtEachUse {
        /// The expiry of the credentials it gave.
        expires_at: Option<Timestamp>,
    },
}

impl Renewal {
    /// Its expiry; none for long-term keys.
    pub fn expires_at(&self) -> Option<Timestamp> {
        match self {
            Self::Renewed { expires_at, .. } => Some(*expires_at),
            Self::StillFresh { expires_at, .. } | Self::MadeAtEachUse { expires_at } => *expires_at,
        }
    }
}

/// Renews one profile as `aws --profile NAME` would get its session, and stores it for the AWS CLI.
///
/// The error is a problem of the profile, of this machine or of AWS, ready to be said in words.
pub async fn renew(
    environment: &Environment,
    profile: &str,
    options: RenewOptions,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Renewal, Problem> {
    // A fault of a library is the answer to one renewal, whoever asked for it.
    let result = guarded(Box::pin(renew_once(environment, profile, options, prompt, clock))).await.flatten();
    if let Some(what) = happened(options.reuse, &result) {
        history::record(environment, &HistoryEntry { at: clock.now(), profile: profile.to_owned(), what });
    }
    result
}

/// Returns what a renewal adds to the history: that somebody was asked in vain is no event, and while there is
/// no network a silent renewal is tried again and again.
fn happened(reuse: Reuse, result: &Result<Renewal, Problem>) -> Option<HistoryEvent> {
    let silent = matches!(reuse, Reuse::NotDue | Reuse::HandOut);
    match result {
        Ok(Renewal::Renewed { expires_at, .. }) => Some(HistoryEvent::Renewed { silent, until: *expires_at }),
        Ok(Renewal::StillFresh { .. } | Renewal::MadeAtEachUse { .. }) => None,
        Err(problem) if silent && problem.code == Code::Network => None,
        // Credentials that are handed out need no place.
        Err(problem) if matches!(reuse, Reuse::HandOut) && problem.is_of_keeping() => None,
        Err(problem) if problem.needs_human() => None,
        Err(problem) => Some(HistoryEvent::Failed { code: problem.code }),
    }
}

async fn renew_once(
    environment: &Environment,
    profile: &str,
    options: RenewOptions,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Renewal, Problem> {
    let (profiles, resolution) = resolve_profile(environment, profile);
    let behind = crate::helper::behind(environment, &profiles, &resolution)?;
    let resolution = behind.unwrap_or(resolution);
    renew_planned(environment, &resolution.profile, (&profiles, &resolution), options, prompt, clock).await
}

/// Renews a profile that was resolved from these profiles, whether they stand in the files or not.
pub(crate) async fn renew_planned(
    environment: &Environment,
    profile: &str,
    (profiles, resolution): (&Profiles, &Resolution),
    options: RenewOptions,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Renewal, Problem> {
    if let Some(asked) = last_resort::ask(environment, profiles, resolution, clock).await {
        return asked.map(|(obtained, _)| Renewal::MadeAtEachUse { expires_at: obtained.expires_at });
    }
    if let Some(problem) = resolution.errors.first() {
        return Err(problem.clone());
    }
    let Some(plan) = plan(environment, profile, profiles, resolution)? else {
        return Ok(Renewal::StillFresh { expires_at: None, stored_in: None });
    };
    let stored_in = plan.own.as_ref().map(SessionStore::path);
    if let Some(held) = plan.own.as_ref().and_then(SessionStore::stored) {
        let expires_at = held.expires_at;
        if options.reuse.holds(expires_at, held.stored_at, clock.now()) {
            return Ok(Renewal::StillFresh { expires_at: Some(expires_at), stored_in });
        }
    }
    let mode = RenewalMode { reuse: options.reuse, must_keep: true };
    let obtained = obtain(environment, profile, profiles, plan, mode, prompt, clock).await?;
    match (stored_in.or(obtained.refreshed), obtained.expires_at) {
        (Some(stored_in), Some(expires_at)) => Ok(Renewal::Renewed { expires_at, stored_in }),
        (_, expires_at) => Ok(Renewal::MadeAtEachUse { expires_at }),
    }
}

/// The way in which a plan is carried out.
#[derive(Clone, Copy)]
struct RenewalMode {
    reuse: Reuse,
    must_keep: bool,
}

/// Goes up the chain of a plan.
async fn obtain(
    environment: &Environment,
    profile: &str,
    profiles: &Profiles,
    plan: RenewalPlan<'_>,
    mode: RenewalMode,
    prompt: &mut dyn Prompt,
    clock: &dyn Clock,
) -> Result<Obtained, Problem> {
    let RenewalPlan { source, client: settings, own } = plan;
    if let Source::Role(role) = &source {
        check_durations(role)?;
    }
    let sts = Client::new(&settings, profile)?;
    let context = SourceContext {
        environment,
        profiles,
        profile,
        settings: &settings,
        sts: &sts,
        clock,
        deadline: Instant::now() + SIGN_IN,
        program_limit: PROGRAM,
    };
    let policy = Policy::Renew { own, reuse: mode.reuse, must_keep: mode.must_keep };
    let walked = Chain { context, policy, prompt, witness: &mut Nobody }.walk(&source).await;
    walked.map_err(|stopped| {
        let chain = source.chain();
        let refused_by = chain.get(stopped.depth).copied().unwrap_or(&source);
        sources::problem(stopped.refused, refused_by, profile, sts.region())
    })
}

/// Obtains the present credentials of a profile's source, for one that keeps nothing under the AWS CLI's keys: a
/// program, a sign-in with `aws login`, or the host.
pub(crate) async fn at_each_use(
    environment: &Environment,
    profiles: &Profiles,
    resolution: &Resolution,
    clock: &dyn Clock,
) -> Result<Obtained, Problem> {
    let profile = &resolution.profile;
    let source = resolution.source.clone();
    let source = source.ok_or_else(|| Problem::new(Code::NoCredentials).with("profile", profile))?;
    let plan = RenewalPlan { source, client: resolution.client.clone(), own: None };
    let mode = RenewalMode { reuse: Reuse::HandOut, must_keep: false };
    obtain(environment, profile, profiles, plan, mode, &mut NoPrompt, clock).await
}

/// A session for whoever asks for credentials where it cannot be kept: they hold it as long as they live. Asks nobody.
pub(crate) async fn unkept(
    environment: &Environment,
    profile: &str,
    clock: &dyn Clock,
) -> Result<(StaticKeys, Timestamp), Problem> {
    let (profiles, resolution) = resolve_profile(environment, profile);
    let Some(plan) = plan(environment, profile, &profiles, &resolution)? else {
        return Err(Problem::new(Code::NoCredentials).with("profile", profile));
    };
    let mode = RenewalMode { reuse: Reuse::HandOut, must_keep: false };
    let obtained = obtain(environment, profile, &profiles, plan, mode, &mut NoPrompt, clock).await?;
    let endless = || Problem::new(Code::AwsFault).with("detail", "the answer does not say when it ends");
    Ok((obtained.keys, obtained.expires_at.ok_or_else(endless)?))
}

/// Tries to reach STS with these settings, and names the endpoint.
pub(crate) async fn reach(settings: &ClientSettings) -> (String, Result<(), Problem>) {
    let mut settings = settings.clone();
    // STS is everywhere: which region is asked says nothing about the network.
    let anywhere = || Located { value: GLOBAL.to_owned(), at: Origin::Call };
    settings.region.get_or_insert_with(anywhere);
    match Client::new(&settings, "default") {
        Ok(client) => (
            client.endpoint().to_owned(),
            client.reach().await.map_err(|refused| unreached(refused, &client)),
        ),
        Err(problem) => ("STS".to_owned(), Err(problem)),
    }
}

fn unreached(refused: Refused, client: &Client) -> Problem {
    let nobody = Source::Instance(InstanceSource { at: Origin::Call });
    sources::problem(refused, &nobody, "default", client.region())
}

/// The plan of a renewal: the source, the settings to reach AWS, and the store.
struct RenewalPlan<'a> {
    source: Source,
    client: ClientSettings,
    own: Option<SessionStore<'a>>,
}

/// None for long-term keys, which there is nothing to do for.
fn plan<'a>(
    environment: &'a Environment,
    profile: &'a str,
    profiles: &Profiles,
    resolution: &Resolution,
) -> Result<Option<RenewalPlan<'a>>, Problem> {
    let client = resolution.client.clone();
    match &resolution.source {
        None => Err(Problem::new(Code::NoCredentials).with("profile", profile)),
        Some(Source::Keys(keys)) => match refresh_source_of(environment, profile, keys)? {
            Some(refresh) => refreshed(environment, profile, profiles, resolution, &refresh).map(Some),
            None => Needs::of_own_keys(keys).problem(profile).map_or(Ok(None), Err),
        },
        Some(source) => {
            let own = source.stored(0).and_then(|stored| SessionStore::in_cache(environment, stored));
            Ok(Some(RenewalPlan { source: source.clone(), client, own }))
        }
    }
}

/// Returns the role that a profile's own keys are renewed from, as the user chose it.
pub(crate) fn refresh_source_of(
    environment: &Environment,
    profile: &str,
    keys: &KeysSource,
) -> Result<Option<Refresh>, Problem> {
    match crate::read_preferences(environment) {
        Ok(preferences) => Ok(preferences.settings().refresh(profile).cloned()),
        // Whoever keeps long-term keys only has nothing to do with our preferences.
        Err(_) if !keys.temporary => Ok(None),
        Err(error) => Err(error.to_problem(environment)),
    }
}

fn refreshed<'a>(
    environment: &'a Environment,
    profile: &'a str,
    profiles: &Profiles,
    resolution: &Resolution,
    refresh: &Refresh,
) -> Result<RenewalPlan<'a>, Problem> {
    let keys = replaceable_keys(resolution)?;
    let source = resolve_refresh(environment, profiles, profile, refresh)?;
    let mut client = resolution.client.clone();
    if client.region.is_none() {
        // A section that only holds keys says nothing of how AWS is reached: its source does.
        let call = Call::Profile(refresh.source_profile.clone());
        client = resolve(profiles, &environment.variables, &call).client;
    }
    let own = Some(SessionStore::File(KeysFile::new(environment, profile, keys)));
    Ok(RenewalPlan { source, client, own })
}
