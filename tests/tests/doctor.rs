//! The doctor against set-ups whose fault is known, and against sound ones; the real AWS CLI is the judge.

#![expect(clippy::print_stdout, reason = "the seed repeats a run, and the table is its result")]

use std::path::Path;

use sandglass_tests::doctor::run::{self, Outcome};
use sandglass_tests::doctor::{Case, broken, healthy, table};
use sandglass_tests::{set_up, skipped};

/// The head of `docs/doctor-results.md`.
const RESULTS: &str = "# The doctor's results

Each line is a set-up of `tests/src/doctor`: a home, variables, programs and a simulated AWS, with the fault that was put
into it. Names, keys, ports, order and forms are drawn anew in each run. The AWS CLI is the real one. Written by
`SANDGLASS_WRITE_RESULTS=1 cargo test -p sandglass-tests --test doctor`; a line that is not as stated fails it.

";

/// `SANDGLASS_TEST_SEED` repeats a run.
fn seed() -> u64 {
    let given = std::env::var("SANDGLASS_TEST_SEED").ok().and_then(|text| text.parse().ok());
    let seed = given.unwrap_or_else(|| u64::from(std::process::id()).wrapping_mul(0x9e37_79b9) ^ now());
    println!("SANDGLASS_TEST_SEED={seed}");
    seed
}

fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

/// All cases, or those whose name holds one of the parts in `SANDGLASS_TEST_CASE`, which `;` separates.
fn chosen(cases: Vec<Case>) -> Vec<Case> {
    let wanted = std::env::var("SANDGLASS_TEST_CASE").unwrap_or_default();
    cases.into_iter().filter(|case| wanted.split(';').any(|part| case.name.contains(part))).collect()
}

fn say_mismatches(case: &Case, outcome: &Outcome) {
    if !outcome.mismatches.is_empty() {
        let mismatches = outcome.mismatches.join("\n    ");
        println!("MISMATCH {} [{}]: {mismatches}\n    AWS CLI: {:?}", case.name, case.cause, outcome.before);
    }
}

#[test]
fn broken_set_ups_are_named_and_sound_ones_let_be() {
    for variable in ["SANDGLASS_TEST_AWS1", "SANDGLASS_TEST_AWS2"] {
        if set_up(variable).is_none() {
            return skipped("broken_set_ups_are_named_and_sound_ones_let_be", variable);
        }
    }
    let seed = seed();
    let cases = chosen([broken::all(), healthy::all()].concat());
    let results: Vec<_> = cases.iter().zip(run::all(&cases, seed, say_mismatches)).collect();
    let wrong = results.iter().filter(|(_, outcome)| !outcome.mismatches.is_empty()).count();
    let table = table::markdown(&results);
    println!("{table}");
    if std::env::var_os("SANDGLASS_WRITE_RESULTS").is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/doctor-results.md");
        std::fs::write(file, format!("{RESULTS}{table}")).expect("written");
    }
    assert_eq!(wrong, 0, "of {} cases are not as stated (seed {seed})", cases.len());
}

#[test]
fn the_corpus_covers_every_family() {
    let cases = broken::all();
    assert!(cases.len() >= 66, "{} cases", cases.len());
    for (family, count) in table::families(&cases) {
        assert!(count >= 3, "{family:?} has {count} cases");
    }
    assert!(cases.iter().filter(|case| !case.also.is_empty()).count() >= 10);
    assert!(healthy::all().len() >= 20);
    let mut names: Vec<_> = cases.iter().map(|case| case.name).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "two cases have one name");
}
