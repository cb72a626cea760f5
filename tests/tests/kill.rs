//! After `kill -9` in the middle of a write a file is the old one or the new one, and no lock remains held.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use aws_sim::{Sim, World};
use sandglass_tests::fault_point::{STEPS, Stopped};
use sandglass_tests::{Home, built, fixtures};
use serde_json::Value;

/// How often a process is killed, all in all.
const KILLS: usize = 200;
/// What a killed process may cost the next one.
const PATIENCE: Duration = Duration::from_secs(2);

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn temporary_files(directory: &Path) -> usize {
    let entries = std::fs::read_dir(directory).expect("a directory").map_while(Result::ok);
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(".sandglass-")).count()
}

/// Whether a process holds one of our locks.
fn is_locked(directory: &Path) -> bool {
    let entries = std::fs::read_dir(directory).expect("a directory").map_while(Result::ok);
    entries.map(|entry| entry.path()).any(|path| match path.extension() {
        _ if path.is_dir() => is_locked(&path),
        Some(end) if end == "lock" => {
            let file = std::fs::File::open(&path).expect("a lock file");
            matches!(file.try_lock(), Err(std::fs::TryLockError::WouldBlock))
        }
        _ => false,
    })
}

/// Kills renewals of a profile at each step of writing its file. Returns how often at each.
fn kill_at_each_step(
    home: &Home,
    profile: &str,
    file: &Path,
    steps: &[&'static str],
    is_whole: &dyn Fn(&[u8]) -> bool,
) -> BTreeMap<&'static str, usize> {
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    let directory = file.parent().expect("a directory");
    let mut hit = BTreeMap::new();
    for step in steps.iter().cycle().take(KILLS / 2) {
        let before = std::fs::read(file).expect("a file");
        let stopped = Stopped::at(home, name, step, &["renew", profile]);
        // The one before was killed too, and holds no lock.
        assert!(stopped.took < PATIENCE, "{name}: {:?} to come to {step}", stopped.took);
        stopped.kill();
        let after = std::fs::read(file).expect("a file");
        let is_new = matches!(*step, "discard" | "sync-directory");
        assert_eq!(after != before, is_new, "{name} is neither the old nor the new one after {step}");
        assert!(is_whole(&after), "{name} is damaged after {step}");
        assert!(temporary_files(directory) <= 1, "what dead processes left gathers after {step}");
        *hit.entry(*step).or_insert(0) += 1;
    }
    let renewed = home.sandglass_json(&["renew", profile]);
    assert_eq!(renewed[0]["outcome"], "renewed", "{renewed}");
    assert_eq!(temporary_files(directory), 0, "a dead process's file is left");
    hit
}

#[expect(clippy::print_stderr, reason = "that each point was hit must be seen")]
fn show(file: &str, hit: &BTreeMap<&'static str, usize>, steps: &[&str]) {
    eprintln!("killed while writing {file}, before the step: {hit:?}");
    assert!(steps.iter().all(|step| hit.contains_key(step)) && hit.values().sum::<usize>() == KILLS / 2);
}

#[test]
fn keys_in_a_file_survive_a_kill_at_each_step() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let whole = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        text.ends_with("\n\n[other]\nregion = us-east-1\n")
            && text.contains("\naws_session_token = ")
            && text.lines().count() == 14
    };
    let hit = kill_at_each_step(&home, "pasted", &home.path().join(".aws/credentials"), &STEPS, &whole);
    show("~/.aws/credentials", &hit, &STEPS);
}

#[test]
fn a_cached_session_survives_a_kill_at_each_step() {
    let sim = sim();
    let home = Home::in_sim(&fixtures::project1(), &sim);
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    let entry: PathBuf = home.cache_files().remove(0);
    let whole = |bytes: &[u8]| {
        serde_json::from_slice::<Value>(bytes)
            .is_ok_and(|entry| entry["Credentials"]["SessionToken"].is_string())
    };
    let steps: Vec<&'static str> = STEPS.into_iter().filter(|step| *step != "discard").collect();
    let hit = kill_at_each_step(&home, "project1", &entry, &steps, &whole);
    show("an entry of ~/.aws/cli/cache", &hit, &steps);
}

#[test]
fn a_holder_killed_in_mid_renewal_is_not_waited_for() {
    for profile in ["project1", "pasted"] {
        let sim = sim();
        let home = fixtures::pasted(&sim);
        sim.world().latency_ms = 60_000;
        let mut holder = home.command(built("sandglass"));
        let mut holder = holder.args(["renew", profile]).stderr(Stdio::null()).spawn().expect("it starts");
        // It holds its lock while it waits for AWS.
        while !is_locked(home.path()) {
            assert!(holder.try_wait().expect("a process").is_none(), "it ended by itself");
            std::thread::yield_now();
        }
        sim.world().latency_ms = 0;
        let waiting =
            home.command(built("sandglass")).args(["credentials", profile]).stdout(Stdio::piped()).spawn();
        let waiting = waiting.expect("it starts");
        holder.kill().expect("it runs");
        holder.wait().expect("it ends");
        let killed = Instant::now();
        let output = waiting.wait_with_output().expect("it ends");
        let took = killed.elapsed();
        assert!(output.status.success() && took < PATIENCE, "{profile}: {took:?}, {output:?}");
        assert_eq!(temporary_files(&home.path().join(".aws")), 0);
        let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(answer["SessionToken"].is_string());
    }
}
