//! One profile's line: glyph, name, how long, what it needs.

use super::{Action, MenuEntry};
use crate::Timestamp;
use crate::session::{Expires, Kind, Renewable, Session, SessionState};
use crate::state::{Outcome, State};

/// Lines are sorted by this: what is over first, then what ends soonest, then what has no end.
pub(super) fn urgency(session: &Session, now: Timestamp) -> (u8, Option<Timestamp>, String) {
    let rank = match session.state(now) {
        SessionState::Broken => 0,
        SessionState::Expired => 1,
        SessionState::Expiring | SessionState::Fresh => 2,
        SessionState::SignedOut => 3,
        SessionState::Unknown => 4,
        SessionState::NoExpiry => 5,
        SessionState::None => 6,
    };
    (rank, session.expires_at(), session.profile.clone())
}

/// The menu entry of one profile.
pub(super) fn entry(state: &State, session: &Session, now: Timestamp) -> MenuEntry {
    let profile = session.profile.clone();
    let pasted = session.hand_made_keys().is_some_and(|keys| keys.profile.is_some());
    let (action, enabled) = match session.renewable(now) {
        Renewable::SignIn => (Action::CopySignInCommand { profile }, true),
        // With an MFA device, that asks for the code.
        Renewable::Silent | Renewable::Mfa => (Action::Renew { profile }, true),
        Renewable::No if pasted => (Action::PasteKeys { profile }, true),
        Renewable::No => (Action::Renew { profile }, false),
    };
    let enabled = enabled && !state.is_renewing(&session.profile);
    MenuEntry::Item { action, label: label(state, session, now), enabled }
}

/// `● project1 · 42 min · needs MFA`
pub(super) fn label(state: &State, session: &Session, now: Timestamp) -> String {
    let text = &state.text;
    let outcome = state.outcomes.get(&session.profile);
    let mut parts = vec![format!("{} {}", glyph(state, session, now), visible_name(&session.profile))];
    if matches!(outcome, Some(Outcome::Renewing { .. })) {
        parts.push(text.say("session-renewing"));
        return parts.join(" · ");
    }
    parts.push(lasting(state, session, now));
    match outcome {
        Some(Outcome::Renewed { .. }) => parts.push(text.say("session-renewed")),
        Some(Outcome::Copied { .. }) => parts.push(text.say("tray-copied")),
        Some(Outcome::Failed(problem)) => {
            let reason = text.problem_brief(problem, &state.snapshot.paths);
            parts.push(text.say_with("session-renewal-failed", &[("reason", &reason)]));
        }
        Some(Outcome::Renewing { .. }) | None => parts.extend(need(state, session, now)),
    }
    parts.join(" · ")
}

/// A control character in a name would break the line, and a direction mark would turn it.
pub(crate) fn visible_name(name: &str) -> String {
    const LONGEST: usize = 60;
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean: String =
        name.chars().map(|c| if c.is_control() || turns(c) { '\u{fffd}' } else { c }).collect();
    if clean.chars().count() <= LONGEST {
        return clean;
    }
    clean.chars().take(LONGEST - 1).chain(['…']).collect()
}

fn glyph(state: &State, session: &Session, now: Timestamp) -> &'static str {
    if state.is_renewing(&session.profile) {
        return "↻";
    }
    match session.state(now) {
        SessionState::Broken | SessionState::Expired => "✕",
        SessionState::Expiring => "▲",
        SessionState::SignedOut | SessionState::Unknown | SessionState::None => "○",
        SessionState::Fresh | SessionState::NoExpiry => "●",
    }
}

/// How long the session lasts, in words.
pub(super) fn lasting(state: &State, session: &Session, now: Timestamp) -> String {
    let text = &state.text;
    match (session.state(now), session.expires) {
        (SessionState::Broken, _) => session
            .errors
            .first()
            .map_or_else(String::new, |problem| text.problem_brief(problem, &state.snapshot.paths)),
        (SessionState::None, _) => text.say("session-settings-only"),
        (SessionState::Expired, Expires::At { instant, .. }) if (now - instant).num_minutes() < 1 => {
            text.say("session-expired-now")
        }
        (SessionState::Expired, Expires::At { instant, .. }) => {
            text.say_with("session-expired", &[("duration", &text.duration(now - instant))])
        }
        (_, Expires::At { instant, .. }) => {
            text.say_with("session-left", &[("duration", &text.duration(instant - now))])
        }
        (_, Expires::Over) => text.say("session-expired-now"),
        (_, Expires::NotYet) => text.say("session-signed-out"),
        (_, Expires::Never) => text.say("session-no-expiry"),
        (_, Expires::Unrecorded) => text.say("session-unknown"),
    }
}

/// What a human must bring, said while it matters: not beside an hour that is still left.
fn need(state: &State, session: &Session, now: Timestamp) -> Option<String> {
    let id = match session.renewable(now) {
        Renewable::Mfa => "session-needs-mfa",
        Renewable::SignIn if session.state(now) != SessionState::Fresh => "session-needs-sign-in",
        Renewable::No if session.kind == Kind::TemporaryKeys && runs_out(session, now) => "notice-needs-keys",
        _ => return None,
    };
    Some(state.text.say(id))
}

fn runs_out(session: &Session, now: Timestamp) -> bool {
    matches!(session.state(now), SessionState::Expiring | SessionState::Expired)
}
