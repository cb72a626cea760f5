//! A hold: one reason for which no renewal can succeed now, such as no network or a wrong clock. It is one state, and
//! not a failure of each profile.

use chrono::TimeDelta;

use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};

/// The time until one renewal tries again for all.
const PROBE: TimeDelta = TimeDelta::seconds(30);

/// The time for which it is said after it was seen last, where no renewal is due that could try.
const STALE: TimeDelta = TimeDelta::seconds(90);

/// The reason why every renewal waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldReason {
    /// AWS cannot be reached.
    Offline,
    /// This machine's clock is off, and AWS refuses what it signs.
    Clock,
}

/// Silent renewals wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The reason.
    pub reason: HoldReason,
    /// The problem of the first renewal that failed.
    pub problem: Problem,
    /// The time at which one renewal tries again for all.
    pub probe_at: Timestamp,
}

impl Hold {
    /// A hold, where a failure is one of everything and not of one profile.
    pub(crate) fn for_failure(problem: &Problem, now: Timestamp) -> Option<Self> {
        let reason = match problem.code {
            // An address that only one profile has is that profile's trouble.
            Code::Network if problem.args.iter().any(|(name, _)| *name == "own") => return None,
            Code::Network => HoldReason::Offline,
            Code::ClockSkew => HoldReason::Clock,
            _ => return None,
        };
        Some(Self { reason, problem: problem.clone(), probe_at: now + PROBE })
    }

    /// Returns when it is looked at again.
    pub(crate) fn next_looks(&self) -> [Timestamp; 2] {
        [self.probe_at, self.probe_at + STALE]
    }

    /// True if the last failure is so old that it tells nothing of now any more, where nobody tries again.
    pub(crate) fn is_stale(&self, now: Timestamp) -> bool {
        now - self.probe_at >= STALE || self.probe_at - now > PROBE
    }

    /// True if one may try. A clock that was set back does not keep it waiting.
    pub(crate) fn lets_probe(&self, now: Timestamp) -> bool {
        now >= self.probe_at || self.probe_at - now > PROBE
    }
}
