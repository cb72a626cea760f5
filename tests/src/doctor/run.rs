//! Runs test cases side by side.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use serde_json::Value;

use super::{Call, Case, Draw, Place, SetUp};
use crate::Ran;

/// How lines of checks begin: they are long, and the verdict is known.
const CHECKS: &[char] = &['✓', '–', '!', '✕'];

/// What came out of a case.
#[derive(Debug)]
pub struct Outcome {
    /// What the real AWS CLI did before.
    pub before: Before,
    /// The doctor's verdict.
    pub verdict: String,
    /// What came of the safe fix; none when there was none.
    pub after: Option<After>,
    /// What is not as the case states.
    pub mismatches: Vec<String>,
}

/// What came of a safe fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// The real AWS CLI works.
    Works,
    /// Of two faults the second is named.
    NextFault,
    /// The real AWS CLI fails, or the second fault is not named.
    Fails,
}

/// What the real AWS CLI does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// It does what was meant.
    Works,
    /// It acts as another.
    OtherIdentity,
    /// It fails.
    Fails(String),
}

/// Runs all of them, a few at a time; the outcomes in their order. Each is reported as soon as it is known.
pub fn all(cases: &[Case], seed: u64, report: impl Fn(&Case, &Outcome) + Sync) -> Vec<Outcome> {
    let waiting = Mutex::new((0..cases.len()).rev().collect::<Vec<_>>());
    let done: Mutex<Vec<Option<Outcome>>> = Mutex::new(cases.iter().map(|_| None).collect());
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                loop {
                    let Some(next) = waiting.lock().expect("no panic holds it").pop() else { return };
                    let outcome = caught(&cases[next], seed);
                    report(&cases[next], &outcome);
                    done.lock().expect("no panic holds it")[next] = Some(outcome);
                }
            });
        }
    });
    done.into_inner().expect("all are done").into_iter().flatten().collect()
}

/// A set-up that cannot be made, or a printed secret, is a mismatch of this case and ends no other.
fn caught(case: &Case, seed: u64) -> Outcome {
    catch_unwind(AssertUnwindSafe(|| one(case, seed))).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        let said = said.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Outcome {
            before: Before::Works,
            verdict: "none".to_owned(),
            after: None,
            mismatches: vec![format!("panicked: {}", said.unwrap_or_default())],
        }
    })
}

fn one(case: &Case, seed: u64) -> Outcome {
    let mut set_up = SetUp::new(Draw::of_case(seed, case.name));
    (case.build)(&mut set_up);
    set_up.finish();
    let sound = case.cause == "healthy";
    let mut mismatches = Vec::new();
    let before = real_cli(&set_up);
    if (before == Before::Works) != sound {
        mismatches.push(format!("the real AWS CLI before: {before:?}, meant {}", set_up.identity));
    }
    let (ran, said) = doctor(&set_up, &["--json"]);
    let verdict = &said["verdict"];
    let code = text(&verdict["code"]);
    judge(case, &set_up, &ran, &said, &mut mismatches);
    let safe = array(&verdict["fixes"]).iter().any(|fix| fix["safe"] == true);
    let after = (!sound && (safe || case.fixed)).then(|| fixed(case, &set_up, &mut mismatches));
    if !mismatches.is_empty() && std::env::var_os("SANDGLASS_TEST_CASE").is_some() {
        mismatches.push(set_up.shown());
        mismatches.push(ran.out);
    }
    Outcome { before, verdict: code, after, mismatches }
}

fn judge(case: &Case, set_up: &SetUp, ran: &Ran, said: &Value, mismatches: &mut Vec<String>) {
    let verdict = &said["verdict"];
    let code = text(&verdict["code"]);
    if code != case.cause {
        let evidence = evidence(verdict);
        mismatches.push(format!(
            "verdict {code} for {} ({evidence:?}; {})",
            case.cause,
            text(&verdict["explanation"])
        ));
    }
    let also: Vec<String> = array(&verdict["also_found"]).iter().map(text).collect();
    for extra in also.iter().filter(|found| !case.also.contains(&found.as_str())) {
        mismatches.push(format!("also_found has {extra}"));
    }
    for expected in case.also {
        if !also.iter().any(|found| found == expected) {
            mismatches.push(format!("also_found {also:?} lacks {expected}"));
        }
    }
    let exit = match code.as_str() {
        "healthy" => 0,
        "cannot_tell" => 3,
        _ => 1,
    };
    if ran.code != Some(exit) {
        mismatches.push(format!("exit {:?} for {code}: {}", ran.code, ran.err.trim()));
    }
    if ["title", "explanation"].iter().any(|part| text(&verdict[*part]).is_empty()) {
        mismatches.push("no title or explanation".to_owned());
    }
    let exhibits = evidence(verdict);
    let named = |place: &Place| exhibits.iter().any(|exhibit| place.is_named_by(exhibit));
    if code == case.cause && !set_up.places.is_empty() && !set_up.places.iter().any(named) {
        mismatches.push(format!("evidence {exhibits:?} is not at {:?}", set_up.places));
    }
    for check in
        array(&said["checks"]).iter().filter(|check| case.cause == "healthy" && check["state"] == "fail")
    {
        mismatches.push(format!("the check {} fails: {}", check["code"], check["detail"]));
    }
}

/// Whether the real AWS CLI works after the safe fixes.
fn fixed(case: &Case, set_up: &SetUp, mismatches: &mut Vec<String>) -> After {
    let ran = set_up.home.sandglass(&doctor_arguments(set_up, &["--fix"]));
    // Of two faults the fix takes the first, and the doctor names the second.
    if let Some(next) = case.also.first() {
        let (_, said) = doctor(set_up, &["--json"]);
        let code = text(&said["verdict"]["code"]);
        if code != *next {
            mismatches.push(format!("after the fix the verdict is {code}, not {next}"));
            return After::Fails;
        }
        return After::NextFault;
    }
    let after = real_cli(set_up);
    if after != Before::Works {
        let said: Vec<_> =
            ran.out.lines().chain(ran.err.lines()).filter(|line| !line.starts_with(CHECKS)).collect();
        mismatches
            .push(format!("the real AWS CLI after the fix: {after:?}; doctor --fix: {}", said.join("\n")));
    }
    if after == Before::Works { After::Works } else { After::Fails }
}

/// What `aws sts get-caller-identity` does, tried once: no fault here goes away by itself.
fn real_cli(set_up: &SetUp) -> Before {
    let path = set_up.path(&format!("{}/aws", super::programs::FOLDER));
    if !path.exists() {
        return Before::Fails("no AWS CLI".to_owned());
    }
    let mut command = set_up.home.command(path);
    command.args(["sts", "get-caller-identity"]).args(&set_up.cli_arguments);
    if let Call::Argument(profile) = &set_up.call {
        command.args(["--profile", profile]);
    }
    if set_up.home.variable("AWS_MAX_ATTEMPTS").is_none() {
        command.env("AWS_MAX_ATTEMPTS", "1");
    }
    let ran = match command.output() {
        Ok(ran) => ran,
        Err(error) => return Before::Fails(error.to_string()),
    };
    if !ran.status.success() {
        return Before::Fails(format!("{} {}", ran.status, String::from_utf8_lossy(&ran.stderr).trim()));
    }
    // In whichever format the set-up asks for.
    let meant = String::from_utf8_lossy(&ran.stdout).contains(&set_up.identity);
    if meant { Before::Works } else { Before::OtherIdentity }
}

fn doctor(set_up: &SetUp, more: &[&str]) -> (Ran, Value) {
    let ran = set_up.home.sandglass(&doctor_arguments(set_up, more));
    let said = serde_json::from_str(&ran.out).unwrap_or_default();
    (ran, said)
}

fn doctor_arguments<'a>(set_up: &'a SetUp, more: &[&'a str]) -> Vec<&'a str> {
    let profile = match &set_up.call {
        Call::Argument(profile) => Some(profile.as_str()),
        Call::Plain => None,
    };
    ["doctor"].into_iter().chain(profile).chain(more.iter().copied()).collect()
}

/// What an exhibit names: file, line, variable.
type Exhibit = (String, u64, String);

fn evidence(verdict: &Value) -> Vec<Exhibit> {
    let exhibits = array(&verdict["evidence"]);
    let one = |found: &Value| {
        (text(&found["file"]), found["line"].as_u64().unwrap_or_default(), text(&found["variable"]))
    };
    exhibits.iter().map(one).collect()
}

impl Place {
    fn is_named_by(&self, (file, line, variable): &Exhibit) -> bool {
        match self {
            Self::Lines(name, lines) => {
                file.ends_with(name.as_str())
                    && usize::try_from(*line).is_ok_and(|line| lines.contains(&line))
            }
            Self::File(name) => file.ends_with(name.as_str()),
            Self::Variable(name) => variable == name,
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
