//! Measures how the time of reading grows with the length of the text.

use std::fs;
use std::time::{Duration, Instant};

const SHORT: usize = 8 * 1024;
const LONG: usize = 16 * SHORT;
/// Sixteen times the text takes sixteen times as long where reading is linear, and 256 times where it is quadratic.
const MOST: u32 = 64;
/// What takes less is too short to be measured.
const MEASURABLE: Duration = Duration::from_millis(100);

/// Asserts that reading a text that is repeated takes no longer than its length explains.
///
/// # Panics
///
/// Where it takes much longer.
pub fn assert_linear(read: fn(&[u8]), text: &[u8]) {
    if text.is_empty() {
        return;
    }
    let long = fastest(read, &repeated(text, LONG));
    if long < MEASURABLE {
        return;
    }
    let short = fastest(read, &repeated(text, SHORT));
    assert!(
        long <= short * MOST,
        "reading {SHORT} bytes takes {short:?}, reading {LONG} bytes of the same {long:?}"
    );
}

/// The text, line by line, until it is that long.
fn repeated(text: &[u8], length: usize) -> Vec<u8> {
    let mut line = text.to_vec();
    line.push(b'\n');
    line.iter().copied().cycle().take(length).collect()
}

/// Of three times.
fn fastest(read: fn(&[u8]), text: &[u8]) -> Duration {
    let once = || {
        let begun = (Instant::now(), processor_time());
        read(text);
        match (begun.1, processor_time()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => begun.0.elapsed(),
        }
    };
    once().min(once()).min(once())
}

/// How long this thread has had a processor, where the system tells: others may keep the machine busy.
fn processor_time() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_repeated_by_lines() {
        assert_eq!(repeated(b"ab", 8), b"ab\nab\nab");
    }

    #[test]
    fn what_is_quick_is_linear() {
        assert_linear(|_| {}, b"x");
    }

    #[test]
    #[should_panic(expected = "reading 8192 bytes")]
    fn what_is_quadratic_is_found() {
        // Each of some letters is compared with each: of all it would take minutes.
        assert_linear(
            |text| {
                let some = || text.iter().step_by(16);
                let pairs = some().flat_map(|one| some().map(move |other| one ^ other));
                std::hint::black_box(pairs.fold(0, |all, next| all ^ next));
            },
            b"x",
        );
    }
}
