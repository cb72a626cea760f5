//! Helpers for tests of single events: a state past its start, renewals that end, and notifications as text.

use chrono::TimeDelta;
use sandglass_core::problem::Code;
use sandglass_core::text::Language;

use super::*;
use crate::testing::startup_context;

pub(super) fn state() -> State {
    started(State::new(startup_context(Language::English)))
}

/// What starts at login was settled before.
pub(super) fn started(mut state: State) -> State {
    state.starts_at_login = Some(false);
    state
}

pub(super) fn minutes(count: i64) -> TimeDelta {
    TimeDelta::minutes(count)
}

/// The notifications that come and go.
pub(super) fn shown(effects: &[Effect]) -> Vec<String> {
    let text = |effect: &Effect| match effect {
        Effect::Notify(notice) => {
            Some(format!("{}: {} | {}", notice.slot.number(), notice.title, notice.body))
        }
        Effect::CloseNotice(slot) => Some(format!("{}: closed", slot.number())),
        _ => None,
    };
    effects.iter().filter_map(text).collect()
}

/// Ends the renewals among the effects.
pub(super) fn end(
    state: &mut State,
    effects: &[Effect],
    result: Result<Option<Timestamp>, Code>,
    at: Timestamp,
) -> Vec<Effect> {
    let mut all = Vec::new();
    for effect in effects {
        if let Effect::Renew { attempt, profile, .. } = effect {
            let result = result.map_err(|code| Problem::new(code).with("profile", profile));
            all.extend(
                state.apply(
                    Event::RenewalFinished { attempt: *attempt, profile: profile.clone(), result },
                    at,
                ),
            );
        }
    }
    all
}
