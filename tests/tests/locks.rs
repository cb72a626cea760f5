//! A lock that is never released: waiting ends at a deadline, its holder is named, and others are not held up.
#![cfg(unix)]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use aws_sim::{Sim, World};
use sandglass_tests::fault_point::Stopped;
use sandglass_tests::{Home, built, fixtures};

/// What a program is kept waiting, and what an answer takes beside it on a slow machine.
const PATIENCE: Duration = Duration::from_secs(20);
const ROOM: Duration = Duration::from_secs(15);

fn entry(home: &Home) -> PathBuf {
    let mut entries =
        std::fs::read_dir(home.path().join(".aws/cli/cache")).expect("a cache").map_while(Result::ok);
    entries.next().expect("an entry").path()
}

#[test]
fn a_stopped_renewal_keeps_its_own_session_for_a_while_and_no_other() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&fixtures::project1(), &sim);
    home.sandglass(&["renew", "project1"]).done();
    let session = entry(&home);
    let name = session.file_name().and_then(|name| name.to_str()).expect("text").to_owned();
    let stopped = Stopped::at(&home, &name, "write", &["renew", "project1"]);
    stopped.stop();
    std::fs::remove_file(&session).expect("removed");
    home.write(
        ".aws/config",
        &(fixtures::project1() + &fixtures::role("other", "project1", &["duration_seconds = 900"])),
    );

    let begun = Instant::now();
    let mut other = home.command(built("sandglass"));
    let ran = sandglass_tests::home::run(other.args(["credentials", "other"]));
    ran.done();
    assert!(begun.elapsed() < ROOM, "{:?}", begun.elapsed());

    let begun = Instant::now();
    let ran = home.sandglass(&["credentials", "project1"]);
    let took = begun.elapsed();
    assert!(took >= PATIENCE && took < PATIENCE + ROOM, "{took:?}: {ran:?}");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let process = stopped.id().to_string();
    assert!(ran.err.contains(&process) && ran.err.contains("since"), "{process} is not named: {ran:?}");

    // What is taken from a dead process is free at once.
    stopped.kill();
    let begun = Instant::now();
    home.sandglass(&["renew", "project1"]).done();
    assert!(begun.elapsed() < ROOM, "{:?}", begun.elapsed());
}

#[test]
fn what_is_only_noted_waits_for_nobody() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&fixtures::project1(), &sim);
    let locks = home.path().join(".local/state/sandglass/locks");
    std::fs::create_dir_all(&locks).expect("made");
    let history = std::fs::File::create(locks.join("history.lock")).expect("a file");
    history.lock().expect("free");
    let begun = Instant::now();
    home.sandglass(&["renew", "project1"]).done();
    assert!(begun.elapsed() < ROOM, "{:?}", begun.elapsed());
}

#[test]
fn no_lock_is_left_by_who_gave_it_back_and_old_ones_of_the_killed_go() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = fixtures::pasted(&sim);
    let locks = home.path().join(".local/state/sandglass/locks");
    let left = || std::fs::read_dir(&locks).map_or(0, Iterator::count);
    for arguments in [
        &["renew", "pasted", "project1"][..],
        &["profile", "set", "project1", "region=eu-west-1", "--yes"],
        &["profile", "undo", "--yes"],
        &["watch", "add", "project1"],
        &["cache", "clean", "--all"],
    ] {
        home.sandglass(arguments).done();
        assert_eq!(left(), 0, "{arguments:?} left a lock");
    }
    Stopped::at(&home, "credentials", "write", &["renew", "pasted"]).kill();
    let killed = left();
    assert!(killed > 0, "one that was killed cannot give back");
    home.sandglass(&["watch", "add", "project1"]).done();
    assert_eq!(left(), killed, "they may be in use a moment from now");
    let long_ago = std::time::SystemTime::now() - Duration::from_hours(30);
    for entry in std::fs::read_dir(&locks).expect("a directory").flatten() {
        let file = std::fs::File::options().append(true).open(entry.path()).expect("opened");
        file.set_modified(long_ago).expect("dated");
    }
    home.sandglass(&["watch", "add", "project1"]).done();
    assert_eq!(left(), 0);
}
