//! A profile's line in the menu: glyph, name, time left, need.

use super::{Action, MenuEntry};
use crate::facts::{Facts, Outcome};
use sandglass_core::Timestamp;
use sandglass_core::attention::Attention;
use sandglass_core::preferences::Settings;
use sandglass_core::session::{Expires, Needs, Session, SessionState};
use sandglass_core::text::visible_line;

/// No label is longer: a menu as wide as a sentence is a wall.
pub(super) const WIDEST: usize = 60;
/// A name is cut no shorter than this, whatever stands behind it.
const SHORTEST_NAME: usize = 24;

/// Lines are sorted by this: what needs a person first, then what is over, what ends soonest, what has no
/// end. A profile that only holds settings comes last.
pub(super) fn urgency(facts: &Facts, session: &Session, now: Timestamp) -> (u8, Option<Timestamp>, String) {
    let over = session.state(now) == SessionState::Expired;
    let rank = match (facts.attention(session, now), session.state(now)) {
        (Some(Attention::Fix(_)), _) => 0,
        (_, SessionState::Broken) => 1,
        (Some(_), _) if over => 2,
        (Some(_), _) => 3,
        (None, SessionState::Expired | SessionState::Expiring | SessionState::Fresh) => 4,
        (None, SessionState::SignedOut) => 5,
        (None, SessionState::Unknown) => 6,
        (None, SessionState::NoExpiry) => 7,
        (None, SessionState::None) => 8,
    };
    (rank, session.expires_at(), session.profile.clone())
}

/// The menu entry of one profile.
pub(super) fn entry(facts: &Facts, session: &Session, now: Timestamp) -> MenuEntry {
    let (action, works) = action(facts, session, now);
    let enabled = works && !facts.is_renewing(&session.profile) && facts.signing_in(session).is_none();
    MenuEntry::Item { action, label: label(facts, session, now), enabled }
}

/// Returns the action of a click on the line, and true if it has an effect.
fn action(facts: &Facts, session: &Session, now: Timestamp) -> (Action, bool) {
    let profile = session.profile.clone();
    let wrong = matches!(facts.attention(session, now), Some(Attention::Fix(_)));
    if wrong || session.state(now) == SessionState::Broken {
        return (Action::Diagnose { profile: Some(profile) }, true);
    }
    match session.needs(now) {
        Needs::SignIn { .. } => (sign_in(session), true),
        // With an MFA device, that asks for the code.
        Needs::Nothing | Needs::Code { .. } => (Action::Renew { profile }, true),
        Needs::NewKeys { into: Some(_), .. } => (Action::PasteKeys { profile }, true),
        Needs::NewKeys { into: None, .. } | Needs::OtherTool | Needs::NoRenewal | Needs::Fix => {
            (Action::Renew { profile }, false)
        }
    }
}

/// The click that signs somebody in; what only the AWS CLI does has its command copied.
pub(crate) fn sign_in(session: &Session) -> Action {
    let profile = session.profile.clone();
    match session.sso_sign_in() {
        Some(_) => Action::SignIn { profile },
        None => Action::CopySignInCommand { profile },
    }
}

/// `● project1 [prod] · 42 min · needs MFA`
pub(super) fn label(facts: &Facts, session: &Session, now: Timestamp) -> String {
    let text = &facts.text;
    let outcome = facts.outcomes.get(&session.profile);
    let mut parts = Vec::new();
    if matches!(outcome, Some(Outcome::Renewing { .. })) {
        parts.push(text.say("session-renewing"));
    } else if let Some(begun) = facts.signing_in(session) {
        parts.push(text.say(if begun.takes_link() { "session-sign-in-link" } else { "session-signing-in" }));
    } else {
        parts.push(lasting(facts, session, now));
        match outcome {
            Some(Outcome::Renewed { .. }) => parts.push(text.say("session-renewed")),
            Some(Outcome::Copied { .. }) => parts.push(text.say("tray-copied")),
            Some(Outcome::Failed(failed)) => {
                let reason = text.problem_brief(&failed.problem, &facts.snapshot.paths);
                parts.push(text.say_with("session-renewal-failed", &[("reason", &reason)]));
            }
            Some(Outcome::Renewing { .. }) | None => parts.extend(need(facts, session, now)),
        }
    }
    let behind = format!(" · {}", parts.join(" · "));
    let glyph = glyph(facts, session, now);
    let room = WIDEST.saturating_sub(2 + behind.chars().count()).max(SHORTEST_NAME);
    let name = named(&facts.snapshot.settings, &session.profile, room);
    cut(&format!("{glyph} {name}{behind}"), WIDEST)
}

/// `prod-admin [prod]`: the name with the user's label, so that nobody takes it for another.
pub(crate) fn labelled(settings: &Settings, profile: &str) -> String {
    named(settings, profile, WIDEST)
}

/// The same in so many characters. The label is the last to go: it is there to warn.
fn named(settings: &Settings, profile: &str, room: usize) -> String {
    let label = settings.label(profile).map(|label| format!(" [{}]", cut(&visible_line(&label.text), 16)));
    let label = label.unwrap_or_default();
    format!("{}{label}", cut(&visible_line(profile), room.saturating_sub(label.chars().count())))
}

/// A name where there is room for one line.
pub(crate) fn visible_name(name: &str) -> String {
    cut(&visible_line(name), WIDEST)
}

/// At most so many characters, with … where something is missing.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn glyph(facts: &Facts, session: &Session, now: Timestamp) -> &'static str {
    if facts.is_renewing(&session.profile) || facts.signing_in(session).is_some() {
        return "↻";
    }
    match (facts.attention(session, now), session.state(now)) {
        (Some(Attention::Fix(_)), _) | (_, SessionState::Broken | SessionState::Expired) => "✕",
        (Some(_), _) => "▲",
        (None, SessionState::SignedOut | SessionState::Unknown | SessionState::None) => "○",
        (None, SessionState::Fresh | SessionState::Expiring | SessionState::NoExpiry) => "●",
    }
}

/// Says how long the session lasts.
pub(super) fn lasting(facts: &Facts, session: &Session, now: Timestamp) -> String {
    let text = &facts.text;
    match (session.state(now), session.expires) {
        (SessionState::Broken, _) => session
            .errors
            .first()
            .map_or_else(String::new, |problem| text.problem_brief(problem, &facts.snapshot.paths)),
        (SessionState::None, _) => text.say("session-settings-only"),
        (SessionState::Expired, Expires::At { instant, .. }) if (now - instant).num_minutes() < 1 => {
            text.say("session-expired-now")
        }
        (SessionState::Expired, Expires::At { instant, .. }) => {
            text.say_with("session-expired", &[("duration", &text.duration(now - instant))])
        }
        (_, Expires::At { instant, .. }) => {
            text.say_with("session-left", &[("duration", &text.time_left(instant - now))])
        }
        (_, Expires::Over) => text.say("session-expired-now"),
        (_, Expires::NotYet) => text.say("session-signed-out"),
        (_, Expires::Never) => text.say("session-no-expiry"),
        (_, Expires::Unrecorded) => text.say("session-unknown"),
    }
}

/// Says what a person must provide, while it matters: now, and if there is no session yet; not beside an hour
/// that is still left.
fn need(facts: &Facts, session: &Session, now: Timestamp) -> Option<String> {
    let absent = session.state(now) == SessionState::SignedOut;
    let needs = match facts.attention(session, now) {
        Some(Attention::Bring { needs, .. }) => needs,
        None if absent => session.needs(now),
        _ => return None,
    };
    brought(&needs).map(|id| facts.text.say(id))
}

/// Says in two words what a person must provide; nothing for a click.
pub(crate) fn brought(needs: &Needs) -> Option<&'static str> {
    match needs {
        Needs::Code { .. } => Some("session-needs-mfa"),
        Needs::SignIn { .. } => Some("session-needs-sign-in"),
        Needs::NewKeys { .. } => Some("notice-needs-keys"),
        Needs::Nothing | Needs::OtherTool | Needs::NoRenewal | Needs::Fix => None,
    }
}
