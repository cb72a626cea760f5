//! Chooses the tray's icon.

use super::Icon;
use crate::facts::Facts;
use sandglass_core::Timestamp;
use sandglass_core::attention::Attention;
use sandglass_core::session::{Session, SessionState};

/// The sand left is that of the most urgent session; a badge says that a person is needed.
pub(super) fn icon(facts: &Facts, watched: &[&Session], now: Timestamp) -> Icon {
    let mut needed = false;
    for session in watched {
        match facts.attention(session, now) {
            Some(Attention::Fix(_) | Attention::Over) => return Icon::Trouble,
            Some(Attention::Bring { .. }) if session.state(now) == SessionState::Expired => {
                return Icon::Trouble;
            }
            Some(Attention::Bring { .. }) => needed = true,
            None => {}
        }
    }
    if facts.needs_of_all() > 0 {
        return Icon::Trouble;
    }
    if needed {
        return Icon::NeedsYou;
    }
    watched.iter().map(|session| left(session, now)).min().map_or(Icon::Plenty, |(_, icon)| icon)
}

/// The drawing for one session; the number sorts the emptier first.
fn left(session: &Session, now: Timestamp) -> (u8, Icon) {
    if matches!(session.state(now), SessionState::Expiring | SessionState::Expired) {
        return (0, Icon::Little);
    }
    let (Some(end), Some(life)) = (session.expires_at(), session.life()) else { return (2, Icon::Plenty) };
    let left = (end - now).num_seconds();
    match left * 100 / life.num_seconds().max(1) {
        ..25 => (0, Icon::Little),
        25..50 => (1, Icon::Half),
        _ => (2, Icon::Plenty),
    }
}
