//! Checks the clock: AWS accepts signatures that are at most five minutes off.

use super::{calls, refused};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence};

/// The seconds by which AWS allows a clock to be off.
const ALLOWED: i64 = 300;

/// The seconds from which a warning is due: clocks that drift go on drifting.
const WORTH_A_WORD: i64 = 60;

pub(super) fn check(evidence: &Evidence) -> Check {
    let refused = calls::all(evidence).find_map(|context| refused::clock(context.refusal()?));
    let Some(ahead) = evidence.live.clock_ahead.map(|ahead| ahead.num_seconds()) else {
        return match refused {
            Some(is_ahead) => Check::new(CheckCode::Clock, vec![finding(evidence, is_ahead, None)], ok(0)),
            None => Check::skipped(CheckCode::Clock, Sentence::new("check-clock-skipped")),
        };
    };
    let off = ahead.abs();
    let shown = exhibit(ahead);
    let findings = if off > ALLOWED || refused.is_some() {
        vec![finding(evidence, ahead > 0, Some(off))]
    } else if off > WORTH_A_WORD {
        vec![Finding { breaks: false, ..finding(evidence, ahead > 0, Some(off)) }]
    } else {
        Vec::new()
    };
    let found = !findings.is_empty();
    Check::new(CheckCode::Clock, findings, ok(off)).shows((!found).then_some(shown))
}

fn ok(off: i64) -> Sentence {
    // A date has whole seconds.
    Sentence::new("check-clock-ok").with("seconds", off.max(1).to_string())
}

fn exhibit(ahead: i64) -> Exhibit {
    Exhibit::new("exhibit-clock").value(format!("{ahead:+} s"))
}

fn finding(evidence: &Evidence, is_ahead: bool, off: Option<i64>) -> Finding {
    let direction = if is_ahead { "ahead" } else { "behind" };
    let seconds = off.map_or_else(|| "none".to_owned(), |off| off.to_string());
    let mut finding = Finding::new(Cause::ClockSkewed).with("direction", direction).with("seconds", seconds);
    if let Some(off) = off {
        finding = finding.shown_by(exhibit(if is_ahead { off } else { -off }));
    }
    match evidence.live.set_clock {
        "" => finding,
        command => finding.fixed_by([Fix::command(Sentence::new("fix-set_clock"), command)]),
    }
}
