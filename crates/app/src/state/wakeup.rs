//! Computes when the state must be looked at again.

use chrono::{TimeDelta, Timelike};

use super::State;
use crate::facts::Hold;
use sandglass_core::Timestamp;
use sandglass_core::memory::Pause;
use sandglass_core::session::Session;
use sandglass_core::text::HALF_A_MINUTE;

/// Wake-ups fall on whole half minutes, so that many profiles share them: two a minute at most.
const GRID_SECONDS: u32 = 30;
/// Deadlines are wall-clock and a clock can jump: never longer than this without a look.
const LONGEST: TimeDelta = TimeDelta::seconds(60);

/// The reason for a wake-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WakeReason {
    /// Something changes or is due.
    Due,
    /// Nothing changes yet: the regular look at the clock.
    ClockCheck,
}

pub(super) fn next(state: &State, now: Timestamp) -> Option<(Timestamp, WakeReason)> {
    let watched = state.facts.snapshot.watched(now);
    let of_sessions = watched.iter().flat_map(|session| changes(state, session, now));
    let due = of_sessions.chain(ends(state)).filter(|at| *at > now).min()?;
    let check = on_grid(now + LONGEST - TimeDelta::seconds(i64::from(GRID_SECONDS)), now);
    let due = on_grid(due, now);
    if due <= check { Some((due, WakeReason::Due)) } else { Some((check, WakeReason::ClockCheck)) }
}

fn changes(state: &State, session: &Session, now: Timestamp) -> Vec<Timestamp> {
    let mut changes: Vec<Timestamp> = state.facts.shown_until(session).into_iter().collect();
    if let Some(end) = session.expires_at() {
        changes.push(end);
        changes.push(end - session.expiring_threshold());
        if let Some(deadline) = session.human_deadline() {
            changes.push(deadline - session.expiring_threshold());
        }
        // Labels count minutes: to the nearest before the end, whole ones after it.
        let counted = if end > now { end - now + HALF_A_MINUTE } else { end - now };
        let away = counted.num_milliseconds().rem_euclid(60_000);
        changes.push(now + TimeDelta::milliseconds(away + 1));
    }
    changes.extend(state.facts.silent_at(session, now));
    changes.extend(state.notice_at(session, now));
    changes
}

/// Returns the moments at which something ends for everything.
fn ends(state: &State) -> Vec<Timestamp> {
    let pause = match state.facts.memory.paused {
        Some(Pause::Until(end)) => Some(end),
        _ => None,
    };
    let probe = state.facts.hold.iter().flat_map(Hold::next_looks);
    let running = state.begun.next_looks();
    pause
        .into_iter()
        .chain(probe)
        .chain(running)
        .chain(state.facts.memory.snoozed.values().copied())
        .collect()
}

/// The first grid point at or after `at`, and after `now`.
fn on_grid(at: Timestamp, now: Timestamp) -> Timestamp {
    let at = at.max(now + TimeDelta::milliseconds(1));
    let past =
        i64::from(at.second() % GRID_SECONDS) * 1000 + i64::from(at.nanosecond() % 1_000_000_000) / 1_000_000;
    let floor =
        at - TimeDelta::milliseconds(past) - TimeDelta::nanoseconds(i64::from(at.nanosecond() % 1_000_000));
    if floor >= at { floor } else { floor + TimeDelta::seconds(i64::from(GRID_SECONDS)) }
}
