//! The history of the day for all profiles, as the window draws it. The future is in the rows.

use serde::Serialize;

use sandglass_core::Timestamp;
use sandglass_core::history::{HistoryEntry, HistoryEvent};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::Problem;
use sandglass_core::text::Text;

/// Something that happened, to one profile or to several in the same minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// The time of the first of these events.
    #[cfg_attr(test, ts(type = "number"))]
    pub at: i64,
    /// The event.
    pub what: MomentKind,
    /// To whom, each once.
    pub profiles: Vec<String>,
    /// For a failure: why, in a few words.
    pub reason: Option<String>,
}

/// A kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MomentKind {
    /// Somebody asked for a new session.
    Renewed,
    /// There was a new session without being asked for.
    RenewedSilently,
    /// There was none.
    Failed,
}

/// Returns the events, oldest first. Those of one minute and kind are joined.
pub fn day(happened: &[HistoryEntry], text: &Text, paths: &AwsPaths) -> Vec<Moment> {
    let mut moments: Vec<(i64, Moment)> = Vec::new();
    for one in happened {
        let moment = moment(one, text, paths);
        let minute = minute(one.at);
        let same = |(of, known): &&mut (i64, Moment)| {
            *of == minute && (known.what, &known.reason) == (moment.what, &moment.reason)
        };
        // Only the last minute's can be the same.
        match moments.iter_mut().rev().take_while(|(of, _)| *of == minute).find(same) {
            Some((_, known)) if known.profiles.contains(&one.profile) => {}
            Some((_, known)) => known.profiles.push(one.profile.clone()),
            None => moments.push((minute, moment)),
        }
    }
    moments.into_iter().map(|(_, moment)| moment).collect()
}

fn moment(happened: &HistoryEntry, text: &Text, paths: &AwsPaths) -> Moment {
    let (what, reason) = match happened.what {
        HistoryEvent::Renewed { silent: true, .. } => (MomentKind::RenewedSilently, None),
        HistoryEvent::Renewed { silent: false, .. } => (MomentKind::Renewed, None),
        HistoryEvent::Failed { code } => {
            (MomentKind::Failed, Some(text.problem_brief(&Problem::new(code), paths)))
        }
    };
    Moment { at: happened.at.timestamp_millis(), what, profiles: vec![happened.profile.clone()], reason }
}

fn minute(at: Timestamp) -> i64 {
    at.timestamp().div_euclid(60)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::testing::{now, paths};
    use sandglass_core::problem::Code;
    use sandglass_core::text::Language;

    fn happened(second: i64, profile: &str, what: HistoryEvent) -> HistoryEntry {
        HistoryEntry { at: now() + TimeDelta::seconds(second), profile: profile.to_owned(), what }
    }

    fn renewed(silent: bool) -> HistoryEvent {
        HistoryEvent::Renewed { silent, until: now() + TimeDelta::hours(1) }
    }

    #[test]
    fn a_minute_of_one_kind_is_one_moment() {
        let failed = |code| HistoryEvent::Failed { code };
        let all = [
            happened(0, "a", renewed(true)),
            happened(10, "b", renewed(true)),
            happened(11, "c", failed(Code::Network)),
            happened(12, "d", failed(Code::AccessDenied)),
            happened(13, "a", renewed(true)),
            happened(14, "e", failed(Code::Network)),
            happened(59, "f", renewed(false)),
            happened(60, "g", renewed(false)),
        ];
        let moments = day(&all, &Text::new(Language::English), &paths());
        let said: Vec<(MomentKind, String, bool)> = moments
            .iter()
            .map(|moment| (moment.what, moment.profiles.join(" "), moment.reason.is_some()))
            .collect();
        let expected = [
            (MomentKind::RenewedSilently, "a b", false),
            (MomentKind::Failed, "c e", true),
            (MomentKind::Failed, "d", true),
            (MomentKind::Renewed, "f", false),
            (MomentKind::Renewed, "g", false),
        ];
        assert_eq!(said, expected.map(|(what, profiles, why)| (what, profiles.to_owned(), why)));
        assert_eq!(moments[0].at, now().timestamp_millis());
        assert_eq!(day(&[], &Text::new(Language::English), &paths()), []);
    }
}
