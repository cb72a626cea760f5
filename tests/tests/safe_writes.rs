//! Other programs, full disks and odd places: no file is ever harmed.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use aws_sim::{Fault, FaultKind, Sim, World};
use sandglass_tests::fault_point::{STEPS, Stopped};
use sandglass_tests::{Home, Ran, aws_clis, built, fixtures, run};
use serde_json::Value;

/// How long programs write the same file side by side.
const SIDE_BY_SIDE: Duration = Duration::from_mins(1);

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn credentials(home: &Home) -> String {
    std::fs::read_to_string(home.path().join(".aws/credentials")).expect("a file")
}

fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).expect("a directory").map_while(Result::ok);
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Somebody else's change: a line more at the end, in place or by a rename.
fn add_line(home: &Home, line: &str, in_place: bool) {
    let file = home.path().join(".aws/credentials");
    let text = credentials(home) + line + "\n";
    if in_place {
        std::fs::write(file, text).expect("written");
    } else {
        let new = home.write(".aws/theirs", &text);
        std::fs::rename(new, file).expect("renamed");
    }
}

#[test]
fn nothing_is_lost_of_what_others_write_at_each_step() {
    for in_place in [true, false] {
        let sim = sim();
        let home = fixtures::pasted(&sim);
        for (number, step) in STEPS.into_iter().enumerate() {
            let before = credentials(&home);
            let stopped = Stopped::at(&home, "credentials", step, &["renew", "pasted"]);
            add_line(&home, &format!("theirs_{number} = 1"), in_place);
            let ran = stopped.go_on();
            assert_eq!(ran.code, Some(0), "{step}: {ran:?}");
            let after = credentials(&home);
            for line in (0..=number).map(|number| format!("\ntheirs_{number} = 1\n")) {
                assert!(after.contains(&line), "{line:?} is lost at {step}, in place: {in_place}");
            }
            let key = |text: &str| text.split("ASIA").nth(1).map(|rest| rest[..16].to_owned());
            assert_ne!(key(&before), key(&after), "our own change is lost at {step}");
            assert_eq!(after.lines().count(), before.lines().count() + 1, "{step}");
        }
        assert_eq!(names(&home.path().join(".aws")), ["config", "credentials"]);
    }
}

#[test]
fn the_real_aws_cli_writes_at_each_step() {
    for aws in aws_clis("the_real_aws_cli_writes_at_each_step") {
        let sim = sim();
        let home = fixtures::pasted(&sim);
        for step in STEPS {
            let stopped = Stopped::at(&home, "credentials", step, &["renew", "pasted"]);
            // The AWS CLI writes access keys to the credentials file.
            let set = ["configure", "set", "aws_access_key_id", step, "--profile", "other"];
            let theirs = aws.run(&home, &set);
            assert_eq!(theirs.code, Some(0), "{theirs:?}");
            assert_eq!(stopped.go_on().code, Some(0), "{step}");
            let text = credentials(&home);
            assert!(text.contains(&format!("aws_access_key_id = {step}\n")), "{step}: theirs is lost");
            assert_eq!(home.sandglass_json(&["status", "pasted"])[0]["state"], "fresh", "{step}");
        }
    }
}

#[test]
fn the_real_aws_cli_configures_while_keys_are_renewed() {
    for aws in aws_clis("the_real_aws_cli_configures_while_keys_are_renewed") {
        let sim = sim();
        let home = fixtures::pasted(&sim);
        let over = AtomicBool::new(false);
        std::thread::scope(|threads| {
            let renewals = threads.spawn(|| {
                let mut count = 0;
                while !over.load(Ordering::Relaxed) {
                    // The AWS CLI empties the file before it writes it: that moment must not be believed.
                    let ran = home.sandglass(&["renew", "pasted"]);
                    assert_eq!(ran.code, Some(0), "{ran:?}");
                    count += 1;
                }
                count
            });
            let mut kept = true;
            for number in 0..8 {
                let value = format!("THEIRS{number}");
                let key = ["aws_access_key_id", "--profile", "other"];
                aws.run(&home, &[&["configure", "set", key[0], &value][..], &key[1..]].concat());
                let read = aws.run(&home, &[&["configure", "get"][..], &key].concat());
                kept &= read.out.trim_end() == value;
            }
            over.store(true, Ordering::Relaxed);
            let renewals: usize = renewals.join().expect("no renewal failed");
            report(&format!("AWS CLI v{}: 8 changes among {renewals} renewals", aws.version));
            assert!(kept, "AWS CLI v{}: a change is lost", aws.version);
        });
    }
}

/// What `read` may say of an entry that AWS CLI v2 is writing in place: half of it, once.
fn is_readable(entry: &Path) -> bool {
    let read = || std::fs::read(entry).is_ok_and(|bytes| serde_json::from_slice::<Value>(&bytes).is_ok());
    read() || {
        // It takes a moment.
        std::thread::sleep(Duration::from_millis(20));
        read()
    }
}

#[test]
fn aws_and_sandglass_write_one_entry_for_a_minute() {
    let clis = aws_clis("aws_and_sandglass_write_one_entry_for_a_minute");
    if clis.is_empty() {
        return;
    }
    let sim = sim();
    // So short that the AWS CLI never reuses one: it writes the entry each time.
    sim.world().roles[0].session_seconds = Some(800);
    let home = Home::in_sim(&fixtures::project1(), &sim);
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    let entry = home.cache_files().remove(0);
    let over = AtomicBool::new(false);
    let begun = Instant::now();
    let (theirs, ours, reads) = std::thread::scope(|threads| {
        let ours = threads.spawn(|| {
            let mut count = 0;
            while !over.load(Ordering::Relaxed) {
                let ran = home.sandglass(&["renew", "project1"]);
                assert_eq!(ran.code, Some(0), "{ran:?}");
                count += 1;
            }
            count
        });
        let reads = threads.spawn(|| {
            let mut count = 0;
            while !over.load(Ordering::Relaxed) {
                assert!(is_readable(&entry), "reading {count} found no JSON, twice");
                count += 1;
                std::thread::sleep(Duration::from_millis(2));
            }
            count
        });
        let mut theirs = 0;
        // One after the other: two of them would meet each other's half-written files.
        while begun.elapsed() < SIDE_BY_SIDE && !ours.is_finished() && !reads.is_finished() {
            for aws in &clis {
                aws.caller_identity(&home, "project1");
                theirs += 1;
            }
        }
        over.store(true, Ordering::Relaxed);
        (theirs, ours.join().expect("no crash"), reads.join().expect("always readable"))
    });
    report(&format!("one entry: {theirs} writes by aws, {ours} by sandglass, {reads} readings"));
    assert!(theirs >= 20 && ours >= 100, "hardly anything was tried");
    assert_eq!(home.cache_files(), [entry]);
    assert_eq!(names(&home.path().join(".aws/cli/cache")).len(), 1 + usize::from(has_session_db(&home)));
}

/// AWS CLI v2 keeps a database there.
fn has_session_db(home: &Home) -> bool {
    home.path().join(".aws/cli/cache/session.db").exists()
}

#[expect(clippy::print_stderr, reason = "figures must be seen")]
fn report(line: &str) {
    eprintln!("{line}");
}

/// Fails with a sentence, and the file stays as it was, alone.
fn refused(home: &Home, ran: &Ran, words: &[&str], before: &str) {
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for word in words {
        assert!(ran.err.contains(word), "“{word}” is missing: {ran:?}");
    }
    assert!(ran.err.contains("→") && !ran.err.contains("panicked"), "{ran:?}");
    assert_eq!(credentials(home), before);
    let left = names(&home.path().join(".aws"));
    assert!(left.iter().all(|name| !name.starts_with(".sandglass")), "{left:?}");
}

#[test]
fn a_full_disk_loses_nothing() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let before = credentials(&home);
    // No file may grow: what a full disk is, for a single process.
    let limited = |profile: &str| {
        let script =
            format!("trap '' XFSZ; ulimit -f 0; exec '{}' renew {profile}", built("sandglass").display());
        run(home.command("sh").args(["-c", &script]))
    };
    if cfg!(unix) {
        refused(&home, &limited("pasted"), &["cannot be written", "credentials"], &before);
        refused(&home, &limited("project1"), &["~/.aws/cli/cache"], &before);
        assert!(home.cache_files().is_empty());
    }
    let Some(ran) =
        in_small_disk(&home, "cat /dev/zero > ~/.aws/filler 2> ~/said", "a_full_disk_loses_nothing")
    else {
        return;
    };
    assert!(
        ran.err
            .contains("~/.aws/credentials cannot be written. It has not changed.\n  No space left on device"),
        "{ran:?}"
    );
    assert!(
        ran.err.contains("The session cannot be stored in ~/.aws/cli/cache.\n  No space left"),
        "{ran:?}"
    );
    assert!(ran.err.matches("→ Free up disk space").count() == 2, "{ran:?}");
    assert_eq!(ran.out, format!("{before}\ncache\nconfig\ncredentials\nfiller\n"), "{ran:?}");
}

#[test]
fn a_read_only_disk_loses_nothing() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let before = credentials(&home);
    let test = "a_read_only_disk_loses_nothing";
    let Some(ran) = in_small_disk(&home, "mount -o remount,ro ~/.aws", test) else { return };
    assert!(
        ran.err
            .contains("~/.aws/credentials cannot be written. It has not changed.\n  Read-only file system"),
        "{ran:?}"
    );
    assert!(ran.err.contains("~/.aws/cli/cache.\n  Read-only file system"), "{ran:?}");
    assert!(ran.err.matches("→ The file system is mounted read-only").count() == 2, "{ran:?}");
    assert_eq!(ran.out, format!("{before}\ncache\nconfig\ncredentials\n"));
    // Neither was asked for what could not be kept.
    assert_eq!(sim.log(), []);
}

/// Renews both kinds of profile with ~/.aws on a disk of its own of 64 kB, to which something was done;
/// then prints the credentials file and the names of what is there. None where this user may not mount.
#[cfg(target_os = "linux")]
fn in_small_disk(home: &Home, doing: &str, test: &str) -> Option<Ran> {
    let script = format!(
        "cp -r ~/.aws ~/saved; mount -t tmpfs -o size=64k none ~/.aws; cp ~/saved/* ~/.aws/\n\
         mkdir -p ~/.aws/cli/cache; {doing}\n\
         for profile in pasted project1; do \"$SANDGLASS\" renew $profile; done\n\
         cat ~/.aws/credentials; echo; cd ~/.aws; ls -A cli; ls -A -p | grep -v /"
    );
    sandglass_tests::mounts::with_mounts(home, &script, test)
}

#[cfg(not(target_os = "linux"))]
fn in_small_disk(_home: &Home, _doing: &str, test: &str) -> Option<Ran> {
    sandglass_tests::skipped(test, "a system with mounts of one's own");
    None
}

#[cfg(unix)]
#[test]
fn directories_that_are_links_are_followed() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let real = home.path().join("cloud/aws");
    std::fs::create_dir(home.path().join("cloud")).expect("made");
    std::fs::rename(home.path().join(".aws"), &real).expect("moved");
    std::os::unix::fs::symlink("cloud/aws", home.path().join(".aws")).expect("linked");
    for profile in ["pasted", "project1"] {
        assert_eq!(home.sandglass(&["renew", profile]).code, Some(0), "{profile}");
        assert_eq!(home.sandglass_json(&["status", profile])[0]["state"], "fresh");
    }
    assert!(std::fs::symlink_metadata(home.path().join(".aws")).expect("there").is_symlink());
    assert_eq!(names(&real), ["cli", "config", "credentials"]);
}

#[cfg(unix)]
#[test]
fn the_mode_and_the_link_of_a_cached_session_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let sim = sim();
    let home = Home::in_sim(&fixtures::project1(), &sim);
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    let entry = home.cache_files().remove(0);
    let mode = || std::fs::metadata(&entry).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    let real = home.path().join("elsewhere");
    std::fs::rename(&entry, &real).expect("moved");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).expect("set");
    symlink(&real, &entry).expect("linked");
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    assert_eq!(mode(), 0o640);
    assert!(std::fs::symlink_metadata(&entry).expect("there").is_symlink());
    // A link to nothing is said, not followed into nowhere.
    std::fs::remove_file(&real).expect("removed");
    let ran = home.sandglass(&["renew", "project1"]);
    assert!(ran.code == Some(1) && ran.err.contains("a link to a file that is not there"), "{ran:?}");
    assert!(!real.exists());
}

#[test]
fn files_grown_to_50_mb_are_said_and_not_read() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let grow = |path: &Path| {
        std::fs::File::options()
            .append(true)
            .create(true)
            .open(path)
            .expect("a file")
            .set_len(50 * 1024 * 1024)
    };
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    let entry = home.cache_files().remove(0);
    grow(&entry).expect("grown");
    let begun = Instant::now();
    assert_eq!(home.sandglass_json(&["status", "project1"])[0]["problems"][0]["code"], "damaged_cache");
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    assert!(std::fs::metadata(&entry).expect("a file").len() < 10_000, "renewing fixes it");

    let file = home.path().join(".aws/credentials");
    grow(&file).expect("grown");
    for arguments in [&["renew", "pasted"][..], &["status"], &["credentials", "pasted"]] {
        let ran = home.sandglass(arguments);
        assert_eq!(ran.code, Some(1), "{arguments:?}: {ran:?}");
        assert!(ran.err.contains("~/.aws/credentials cannot be read: it is larger than 16 MiB"), "{ran:?}");
    }
    assert_eq!(std::fs::metadata(&file).expect("a file").len(), 50 * 1024 * 1024);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn locks_nobody_holds_are_no_hindrance() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    // Those that are held while both kinds of session are stored.
    let directory = home.path().join(".local/state/sandglass/locks");
    home.sandglass(&["renew", "project1"]).done();
    let entry = home.cache_files().remove(0).file_name().expect("a name").to_string_lossy().into_owned();
    let mut locks: Vec<std::path::PathBuf> = Vec::new();
    for (file, profile) in [("credentials", "pasted"), (entry.as_str(), "project1")] {
        let stopped = Stopped::at(&home, file, "write", &["renew", profile]);
        locks.extend(names(&directory).iter().map(|name| directory.join(name)));
        assert_eq!(stopped.go_on().code, Some(0));
    }
    assert!(locks.len() >= 3, "{locks:?}");
    for lock in &locks {
        std::fs::write(lock, "4194304 a process that is not there\n").expect("written");
    }
    for profile in ["pasted", "project1"] {
        assert_eq!(home.sandglass(&["renew", profile]).code, Some(0));
    }
    // A directory where a lock should be.
    let before = credentials(&home);
    for lock in &locks {
        let _ = std::fs::remove_file(lock);
        std::fs::create_dir(lock).expect("made");
    }
    for profile in ["pasted", "project1"] {
        refused(&home, &home.sandglass(&["renew", profile]), &["cannot be stored"], &before);
    }
}

#[test]
fn an_aws_that_makes_no_sense_and_a_wrong_clock_change_nothing() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let before = credentials(&home);
    sim.world().clock_offset = 3600;
    refused(&home, &home.sandglass(&["renew", "pasted"]), &["clock"], &before);
    sim.world().clock_offset = 0;
    sim.world().faults.push(Fault { action: None, times: None, kind: FaultKind::Garbage });
    let ran = home.sandglass(&["renew", "pasted"]);
    refused(&home, &ran, &["its answer is not one of STS"], &before);
    sim.world().faults.clear();
    sim.world().users[0].access_keys[0].inactive = true;
    refused(&home, &home.sandglass(&["renew", "pasted"]), &["~/.aws/credentials:2"], &before);
}

#[test]
fn a_file_the_aws_cli_cannot_parse_is_never_written() {
    let sim = sim();
    let home = fixtures::pasted(&sim);
    let stopped = Stopped::at(&home, "credentials", "rename", &["renew", "pasted"]);
    // Broken by somebody else while AWS was asked.
    add_line(&home, "no setting", true);
    let before = credentials(&home);
    refused(&home, &stopped.go_on(), &["~/.aws/credentials:15"], &before);
}
