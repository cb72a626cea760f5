//! Checks `duration_seconds` against AWS's limits.

use crate::problem::{Code, Problem};
use crate::source::{LONGEST_BY_SESSION, RoleSource, Source};

/// STS: from 15 minutes to 12 hours; a session made from a role's session one hour at most.
const SHORTEST: i64 = 900;
const LONGEST: i64 = 43_200;

/// Checks `duration_seconds` of every role of the chain.
pub fn check_durations(role: &RoleSource) -> Result<(), Problem> {
    let mut next = Some(role);
    while let Some(role) = next {
        if let Some(duration) = &role.duration {
            let code = match duration.value {
                ..SHORTEST => Some(Code::DurationOutOfRange),
                seconds if seconds > LONGEST => Some(Code::DurationOutOfRange),
                seconds if seconds > LONGEST_BY_SESSION && role.is_chained() => Some(Code::ChainedDuration),
                _ => None,
            };
            if let Some(code) = code {
                return Err(duration_problem(code, role));
            }
        }
        next = match role.source.as_ref() {
            Source::Role(role) => Some(role),
            _ => None,
        };
    }
    Ok(())
}

/// A problem with a role's `duration_seconds`, at its line.
pub fn duration_problem(code: Code, role: &RoleSource) -> Problem {
    let duration = role.duration.as_ref();
    Problem::new(code)
        .at(duration.map_or_else(|| role.role_arn.at.clone(), |duration| duration.at.clone()))
        .with("seconds", duration.map_or(LONGEST_BY_SESSION, |duration| duration.value).to_string())
        .with("role", &role.role_arn.value)
        .with("profile", &role.profile)
}
