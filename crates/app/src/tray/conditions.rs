//! Words for what is about no profile: conditions of everything, and files that are broken.

use crate::facts::{Facts, HoldReason};
use sandglass_core::Timestamp;
use sandglass_core::memory::Pause;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::text::place;

/// A place in a file is cut to this, so that what is said of it is still read.
const LONGEST_PLACE: usize = 36;

/// Returns the conditions of everything: the demo, a pause, no network, a wrong clock.
pub(super) fn conditions(facts: &Facts, now: Timestamp) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    if facts.config.demo {
        found.push(("demo", facts.text.say("tray-demo")));
    }
    match facts.memory.paused {
        Some(Pause::Until(end)) if now < end => {
            let left = facts.text.time_left(end - now);
            found.push(("paused", facts.text.say_with("tray-paused", &[("duration", &left)])));
        }
        Some(Pause::UntilResumed) => found.push(("paused", facts.text.say("tray-paused-until-resumed"))),
        _ => {}
    }
    match facts.hold.as_ref().map(|hold| hold.reason) {
        Some(HoldReason::Offline) => found.push(("hold", offline(facts, now))),
        Some(HoldReason::Clock) => found.push(("hold", facts.text.say("tray-clock"))),
        None => {}
    }
    found
}

/// No network is nobody's fault: what matters is how long the sessions there are last.
fn offline(facts: &Facts, now: Timestamp) -> String {
    let (valid, first) = facts.still_valid(now);
    match first {
        Some(end) => {
            let duration = facts.text.time_left(end - now);
            facts.text.count_with("tray-offline-valid", valid, &[("duration", &duration)])
        }
        None => facts.text.say("tray-offline"),
    }
}

/// `✕ ~/.aws/config:73 is broken…`: where to look. The sentence stands in the window.
pub(super) fn problem_label(facts: &Facts, problem: &Problem) -> String {
    let (text, paths) = (&facts.text, &facts.snapshot.paths);
    match &problem.at {
        Some(at) if problem.code == Code::FileUnparsable => {
            let at = place(at, paths);
            // The end of a path tells more than its beginning.
            let over = at.chars().count().saturating_sub(LONGEST_PLACE);
            let shown =
                if over == 0 { at } else { format!("…{}", at.chars().skip(over + 1).collect::<String>()) };
            text.say_with("tray-file-broken", &[("place", &shown)])
        }
        _ => text.say_with("tray-problem", &[("reason", &text.problem_brief(problem, paths))]),
    }
}
