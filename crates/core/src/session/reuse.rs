//! Decides when an existing session is good enough.

use chrono::TimeDelta;

use super::CLI_REUSE;
use crate::Timestamp;

/// Silent renewal comes this long before the end: earlier than the AWS CLI, which from 15 minutes on
/// would assume the role itself.
const SILENT: TimeDelta = TimeDelta::minutes(20);

/// The condition for using an existing session instead of a new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reuse {
    /// Never: a person asked for a new one.
    #[default]
    Never,
    /// With at least this much left.
    AtLeast(TimeDelta),
    /// As long as silent renewal is not due: with 20 minutes left, or a third of its life where that
    /// is shorter.
    NotDue,
    /// As long as other tools take it without asking again: with 15 minutes left (botocore's limit),
    /// or a third of its life where that is shorter.
    HandOut,
}

impl Reuse {
    /// True if a session is good enough at `now`. `stored_at` is when it began, when known.
    pub fn holds(self, expires_at: Timestamp, stored_at: Option<Timestamp>, now: Timestamp) -> bool {
        self.until(expires_at, stored_at).is_some_and(|until| now <= until)
    }

    /// Returns the time until which a session is good enough; none if no session is.
    pub fn until(self, expires_at: Timestamp, stored_at: Option<Timestamp>) -> Option<Timestamp> {
        let least = match self {
            Self::Never => return None,
            Self::AtLeast(least) => least,
            Self::NotDue => shorter(SILENT, expires_at, stored_at),
            Self::HandOut => shorter(CLI_REUSE, expires_at, stored_at),
        };
        expires_at.checked_sub_signed(least)
    }
}

/// `most`, or a third of the session's life where that is shorter.
fn shorter(most: TimeDelta, expires_at: Timestamp, stored_at: Option<Timestamp>) -> TimeDelta {
    let life = stored_at.map(|start| expires_at - start).filter(|life| *life > TimeDelta::zero());
    life.map_or(most, |life| most.min(life / 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::now;

    fn holds(reuse: Reuse, life: i64, left: i64) -> bool {
        let end = now() + TimeDelta::minutes(left);
        reuse.holds(end, Some(end - TimeDelta::minutes(life)), now())
    }

    #[test]
    fn a_long_session_is_handed_out_with_15_minutes_left_a_short_one_with_a_third() {
        assert!(holds(Reuse::HandOut, 60, 15) && !holds(Reuse::HandOut, 60, 14));
        assert!(holds(Reuse::HandOut, 15, 5) && !holds(Reuse::HandOut, 15, 4));
        assert!(holds(Reuse::NotDue, 60, 20) && !holds(Reuse::NotDue, 60, 19));
        assert!(Reuse::HandOut.holds(now() + TimeDelta::minutes(15), None, now()));
    }

    #[test]
    fn a_person_gets_a_new_one_and_a_limit_beyond_time_itself_is_never_met() {
        assert!(!holds(Reuse::Never, 60, 60));
        assert!(holds(Reuse::AtLeast(TimeDelta::minutes(30)), 60, 30));
        assert!(!holds(Reuse::AtLeast(TimeDelta::MAX), 60, 60));
    }
}
