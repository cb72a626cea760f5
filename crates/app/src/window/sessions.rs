//! Rows of the Sessions view, one per profile.

use std::collections::HashSet;

use serde::Serialize;

use super::{ProblemText, problem_text};
use crate::facts::{Facts, Outcome};
use sandglass_core::Timestamp;
use sandglass_core::attention::{Attention, of_session};
use sandglass_core::preferences::Label;
use sandglass_core::session::{Needs, Session, SessionKind, SessionState};
use sandglass_core::text::short_place;

/// One profile's line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SessionRow {
    /// The profile's name, exactly.
    pub profile: String,
    /// The profile's kind.
    pub kind: SessionKind,
    /// Its state now.
    pub state: SessionState,
    /// Under which heading it stands.
    pub group: Group,
    /// True if the tray shows and guards it.
    pub watched: bool,
    /// True if it is renewed without being asked, where that is possible.
    pub keep_fresh: bool,
    /// The reason why that has no effect now; null if it works.
    pub keep_fresh_idle: Option<IdleReason>,
    /// The requirement of a new session now.
    pub renewable: RenewalNeed,
    /// True if one of its roles asks for an MFA code.
    pub mfa: bool,
    /// The action that is needed from a person now; null if nobody is needed.
    pub attention: Option<AttentionKind>,
    /// The thing a person must provide, now or at the deadline; null if nobody is needed.
    pub need: Option<NeedKind>,
    /// The deadline; null if never or unknown.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub human_deadline: Option<i64>,
    /// The expiry of its credentials.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// The time they began, if it is known: the ring shows what is left of the whole.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub began_at: Option<i64>,
    /// The time of the next silent renewal.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub renews_at: Option<i64>,
    /// The end of its snooze.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub snoozed_until: Option<i64>,
    /// The progress or result of the last renewal.
    pub progress: Option<Progress>,
    /// The sign-in that it waits for.
    pub sign_in: Option<WaitingSignIn>,
    /// The reason why the last renewal failed, or why it cannot work at all.
    pub failure: Option<ProblemText>,
    /// The account.
    pub account: Option<String>,
    /// The role's name, without its path, also of one of IAM Identity Center.
    pub role: Option<String>,
    /// The profile its role is assumed from.
    pub via: Option<String>,
    /// The place of its credentials, such as `credentials:14`.
    pub place: String,
    /// A colour and a word of the user's, such as "prod".
    pub label: Option<Label>,
}

/// A sign-in that waits for a person at a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WaitingSignIn {
    /// The code that the page must show; null where the browser comes back by itself.
    pub code: Option<String>,
    /// True if somebody opens the link: no browser does.
    pub by_link: bool,
}

/// A heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Watched, and a human must do something.
    NeedsYou,
    /// Watched.
    Watching,
    /// Long-term keys, and what is asked at each use.
    AlwaysValid,
    /// The rest.
    Others,
}

/// The requirement of a new session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RenewalNeed {
    /// Nobody has to be asked.
    Silent,
    /// An MFA code.
    Mfa,
    /// A sign-in in the browser.
    SignIn,
    /// A sign-in that only the AWS CLI makes.
    SignInByCommand,
    /// New keys, which can be pasted.
    NewKeys,
    /// It cannot be renewed from here.
    No,
}

/// The thing a person must provide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NeedKind {
    /// A click: silent renewal is off.
    Click,
    /// An MFA code.
    Mfa,
    /// A sign-in in the browser.
    SignIn,
    /// New keys.
    Keys,
}

/// An action that is needed from a person now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AttentionKind {
    /// Find out what is wrong: neither time nor another try fixes it.
    Fix,
    /// Bring what the need says.
    Bring,
    /// Nothing but wait: it is over, and what would renew it waits.
    Over,
}

/// The reason why keeping a session fresh has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IdleReason {
    /// It is not watched.
    NotWatched,
    /// Each new session takes an MFA code.
    MfaEachTime,
    /// Only a sign-in renews it.
    SignIn,
}

/// The progress or result of a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// It is on its way.
    Renewing,
    /// It succeeded within the last minute.
    Renewed,
    /// A sign-in waits for a person at a browser.
    SigningIn,
}

impl From<&Attention> for AttentionKind {
    fn from(attention: &Attention) -> Self {
        match attention {
            Attention::Fix(_) => Self::Fix,
            Attention::Bring { .. } => Self::Bring,
            Attention::Over => Self::Over,
        }
    }
}

impl RenewalNeed {
    /// The word for what a session takes now.
    pub(crate) fn of(session: &Session, now: Timestamp) -> Self {
        match session.needs(now) {
            Needs::Nothing => Self::Silent,
            Needs::Code { .. } => Self::Mfa,
            Needs::SignIn { .. } if session.sso_sign_in().is_some() => Self::SignIn,
            Needs::SignIn { .. } => Self::SignInByCommand,
            Needs::NewKeys { into: Some(_), .. } => Self::NewKeys,
            Needs::NewKeys { into: None, .. } | Needs::OtherTool | Needs::NoRenewal | Needs::Fix => Self::No,
        }
    }
}

impl NeedKind {
    /// The word for it; none where a person can bring nothing.
    fn of(needs: &Needs) -> Option<Self> {
        match needs {
            Needs::Nothing => Some(Self::Click),
            Needs::Code { .. } => Some(Self::Mfa),
            Needs::SignIn { .. } => Some(Self::SignIn),
            Needs::NewKeys { .. } => Some(Self::Keys),
            Needs::OtherTool | Needs::NoRenewal | Needs::Fix => None,
        }
    }
}

/// Every profile's line, in the order of the files.
pub(crate) fn rows(facts: &Facts, now: Timestamp) -> Vec<SessionRow> {
    let watched: HashSet<&str> =
        facts.snapshot.watched(now).into_iter().map(|session| session.profile.as_str()).collect();
    let sessions = &facts.snapshot.sessions;
    sessions
        .iter()
        .map(|session| row(facts, session, watched.contains(session.profile.as_str()), now))
        .collect()
}

fn row(facts: &Facts, session: &Session, watched: bool, now: Timestamp) -> SessionRow {
    let settings = &facts.snapshot.settings;
    let keep_fresh = settings.is_silent(&session.profile);
    let attention = facts.attention(session, now);
    let need = match &attention {
        Some(Attention::Bring { needs, by }) => NeedKind::of(needs).map(|kind| (kind, Some(*by))),
        _ => need(session, keep_fresh, now),
    };
    let paths = &facts.snapshot.paths;
    let outcome = facts.outcomes.get(&session.profile);
    let signing_in = facts.signing_in(session);
    let failed = facts.failure(&session.profile).or(session.errors.first());
    let millis = |at: Timestamp| at.timestamp_millis();
    let own = session.chain.first();
    SessionRow {
        profile: session.profile.clone(),
        kind: SessionKind::from_session(session),
        state: session.state(now),
        group: group(session, watched, attention.is_some(), now),
        watched,
        keep_fresh,
        keep_fresh_idle: idle(session, watched, now),
        renewable: RenewalNeed::of(session, now),
        mfa: session.chain.iter().chain(&session.refresh).any(|link| link.mfa_serial.is_some()),
        attention: attention.as_ref().map(AttentionKind::from),
        need: need.map(|(kind, _)| kind),
        human_deadline: need.and_then(|(_, by)| by).map(millis),
        expires_at: session.expires_at().map(millis),
        began_at: session.expires_at().zip(session.life()).map(|(end, life)| millis(end - life)),
        renews_at: facts.silent_at(session, now).map(millis),
        snoozed_until: facts.memory.snoozed.get(&session.profile).copied().map(millis),
        progress: match outcome {
            Some(Outcome::Renewing { .. }) => Some(Progress::Renewing),
            _ if signing_in.is_some() => Some(Progress::SigningIn),
            Some(Outcome::Renewed { .. }) => Some(Progress::Renewed),
            _ => None,
        },
        sign_in: signing_in.map(|begun| WaitingSignIn {
            code: begun.page.as_ref().and_then(|page| page.code.clone()),
            by_link: begun.takes_link(),
        }),
        failure: failed.map(|problem| problem_text(problem, &facts.text, paths)),
        account: session.account_id.clone(),
        role: own.and_then(|link| link.role_name.clone()),
        via: session.chain.get(1).and_then(|link| link.profile.clone()),
        place: own.map_or_else(String::new, |link| short_place(&link.at, paths)),
        label: settings.label(&session.profile).cloned(),
    }
}

/// Returns the thing a person must provide in the end, even if nobody is needed yet, with the deadline if it is known.
pub(super) fn need(
    session: &Session,
    keep_fresh: bool,
    now: Timestamp,
) -> Option<(NeedKind, Option<Timestamp>)> {
    if let Some((needs, by)) = of_session(session, keep_fresh, now) {
        return NeedKind::of(&needs).map(|kind| (kind, Some(by)));
    }
    let deadline = session.human_deadline();
    let kind = match session.needs(now) {
        _ if !session.errors.is_empty() => None,
        needs @ (Needs::Code { .. } | Needs::SignIn { .. }) => NeedKind::of(&needs),
        Needs::Nothing => NeedKind::of(&session.needs(deadline?)),
        _ => None,
    };
    kind.map(|kind| (kind, deadline))
}

/// Returns the reason why keeping it fresh has no effect.
fn idle(session: &Session, watched: bool, now: Timestamp) -> Option<IdleReason> {
    match session.needs(now) {
        Needs::Code { .. } if is_asked_each_time(session) => Some(IdleReason::MfaEachTime),
        Needs::SignIn { .. } => Some(IdleReason::SignIn),
        _ if !watched => Some(IdleReason::NotWatched),
        _ => None,
    }
}

/// True if the profile's own role asks for the code: no session further up saves one from it.
fn is_asked_each_time(session: &Session) -> bool {
    session.renewal_chain().first().is_some_and(|own| own.mfa_serial.is_some())
}

fn group(session: &Session, watched: bool, needs_you: bool, now: Timestamp) -> Group {
    let at_each_use = matches!(session.source, Some(kind) if kind.is_made_at_each_use());
    match (watched, session.state(now)) {
        (true, _) if needs_you => Group::NeedsYou,
        (_, SessionState::None) => Group::Others,
        (_, SessionState::NoExpiry) => Group::AlwaysValid,
        (_, SessionState::Unknown | SessionState::SignedOut) if at_each_use => Group::AlwaysValid,
        (true, _) => Group::Watching,
        (false, _) => Group::Others,
    }
}
