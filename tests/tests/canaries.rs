//! No command shows secrets in any form: canary secrets are put in every place where a home can hold one.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_sim::Sim;
use sandglass_tests::canaries::{self, PROFILES};
use sandglass_tests::commands::{Call, every_call};
use sandglass_tests::{Home, built};

/// Calls that are made at once.
const WORKERS: usize = 4;

fn said(home: &Home, call: &Call, profile: &str) -> String {
    let mut command = Command::new(built("sandglass"));
    command.args(call.arguments(profile));
    home.dress(&mut command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let _ = child.stdin.take().expect("a pipe").write_all(call.input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let out = if call.prints_secrets() { Vec::new() } else { output.stdout };
    String::from_utf8_lossy(&[out, output.stderr].concat()).into_owned()
}

/// The lines that show a secret, of what a call prints, and of what Sandglass keeps of its own after it.
fn shown(home: &Home, call: &Call, profile: &str) -> Vec<String> {
    let text = said(home, call, profile) + &canaries::kept(home);
    let secrets = home.secrets();
    let minted = text.lines().filter(|line| secrets.iter().any(|secret| line.contains(secret)));
    let lines = canaries::shown(&text).into_iter().chain(minted);
    lines.map(|line| format!("{call:?} {profile}: {line}")).collect()
}

/// Makes each call with each profile, in a home of its own. Most of the time passes in waiting, so some are made at once.
fn none_shown(calls: &[Call], profiles: &[&str], home: fn(&Sim) -> Home) {
    let jobs: Vec<(&Call, &str)> = calls
        .iter()
        .flat_map(|call| {
            let is_about_one = call.arguments("?").iter().any(|word| word.contains('?'));
            let profiles = if is_about_one { profiles } else { &profiles[..1] };
            profiles.iter().map(move |profile| (call, *profile))
        })
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let sim = canaries::sim();
        let mut found = Vec::new();
        while let Some((call, profile)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.extend(shown(&home(&sim), call, profile));
        }
        found
    };
    let found: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no call panics")).collect()
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn names() -> Vec<&'static str> {
    PROFILES.iter().map(|profile| profile.name).collect()
}

#[test]
fn no_secret_is_shown_by_any_command() {
    assert!(canaries::all().len() >= 78, "{:?}", canaries::all());
    none_shown(&every_call(), &names(), canaries::home);
}

#[test]
fn no_secret_is_shown_of_what_aws_is_asked_and_a_person_types() {
    none_shown(&canaries::more_calls(), &names(), canaries::home);
}

#[test]
fn no_secret_of_a_file_that_is_refused_is_shown() {
    let calls: Vec<Call> = every_call().into_iter().chain(canaries::more_calls()).collect();
    none_shown(&calls, &canaries::broken_profiles(), canaries::broken_home);
}

#[test]
fn each_profile_is_read_and_gets_as_far_as_it_can() {
    let sim = canaries::sim();
    let home = canaries::home(&sim);
    for profile in PROFILES {
        let answer = &home.sandglass_json(&["renew", profile.name])[0];
        let said = answer["error"]["code"].as_str().or(answer["outcome"].as_str());
        assert_eq!(said, Some(profile.reached), "{}: {answer}", profile.name);
    }
    let ran = canaries::broken_home(&sim).sandglass(&["status"]);
    assert!(
        ran.err.contains("~/.aws/config:8 is broken") && ran.err.contains("~/.aws/credentials"),
        "{ran:?}"
    );
}
