//! The tray's tooltip: a summary, and the most urgent profiles.

use super::conditions::{conditions, problem_label};
use super::line::{self, visible_name};
use crate::facts::Facts;
use sandglass_core::Timestamp;
use sandglass_core::session::Session;

/// The number of lines that name a profile.
const LINES: usize = 6;
/// The number of file problems that are shown: fixing the first often fixes the rest.
const PROBLEMS: usize = 3;

/// The whole tooltip, line by line; never empty, and no line wider than the menu.
pub(super) fn tooltip(facts: &Facts, watched: &[&Session], now: Timestamp) -> String {
    let mut lines: Vec<String> = conditions(facts, now).into_iter().map(|(_, label)| label).collect();
    lines.extend(facts.snapshot.problems.iter().take(PROBLEMS).map(|problem| problem_label(facts, problem)));
    lines.extend(summary(facts, watched, now));
    lines.extend(watched.iter().take(LINES).map(|session| line::label(facts, session, now)));
    if watched.len() > LINES {
        lines.push(facts.text.count("tray-and-more", watched.len() - LINES));
    }
    let lines: Vec<String> = lines.iter().map(|line| visible_name(line)).collect();
    lines.join("\n")
}

/// `1 needs you · 6 valid, the first expires in 38 min`
fn summary(facts: &Facts, watched: &[&Session], now: Timestamp) -> Option<String> {
    let text = &facts.text;
    let (live, first) = facts.still_valid(now);
    let needing = watched.iter().filter(|session| facts.attention(session, now).is_some()).count();
    let mut parts = Vec::new();
    if needing > 0 {
        parts.push(text.count("tray-need-you", needing));
    }
    if let Some(first) = first {
        let duration = text.time_left(first - now);
        parts.push(text.count_with("tray-live", live, &[("duration", &duration)]));
    } else if !facts.snapshot.problems.is_empty() {
        // What is wrong with the files was said above, and says why.
    } else if watched.is_empty() {
        parts.push(text.say("tray-nothing-shown"));
    } else if parts.is_empty() {
        parts.push(text.say("tray-none-live"));
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}
