//! What is no regular file stands in the place of one: it is not there, as for the AWS CLI, and nothing waits for it.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aws_sim::{Sim, World};
use sandglass_tests::{Home, Ran, aws_clis, built, fixtures, run};

/// Far more than any of these commands needs, on any machine.
const LONG: Duration = Duration::from_mins(1);

/// Something that a program may find where it looks for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Special {
    /// A pipe that nobody writes into.
    Pipe,
    /// A device without an end.
    Endless,
    Socket,
}

impl Special {
    const ALL: [Self; 3] = [Self::Pipe, Self::Endless, Self::Socket];

    fn put(self, path: &Path) {
        let _ = std::fs::remove_file(path);
        std::fs::create_dir_all(path.parent().expect("a directory")).expect("made");
        match self {
            Self::Pipe => assert_eq!(run(Command::new("mkfifo").arg(path)).code, Some(0)),
            Self::Endless => symlink("/dev/zero", path).expect("linked"),
            Self::Socket => drop(UnixListener::bind(path).expect("bound")),
        }
    }
}

/// Every file that Sandglass looks into without being told of it by an argument.
const PLACES: &[&str] = &[
    ".aws/config",
    ".aws/credentials",
    "CACHED",
    ".aws/cli/cache/other.json",
    ".aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json",
    ".aws/login/cache/x.json",
    "token",
    "bundle.pem",
    ".bashrc",
    ".profile",
    ".zshrc",
    ".config/fish/config.fish",
    ".config/environment.d/aws.conf",
    ".config/sandglass/preferences.toml",
    ".local/state/sandglass/history.jsonl",
    ".local/state/sandglass/known.json",
    ".local/state/sandglass/undo/changes.json",
    ".local/state/sandglass/backup/credentials.last",
    ".local/state/sandglass/locks/credentials.lock",
    ".local/state/sandglass/desktop.lock",
];

const COMMANDS: &[&[&str]] = &[
    &["status"],
    &["status", "--json"],
    &["credentials", "project1"],
    &["renew", "project1"],
    &["cache", "list"],
    &["preferences", "list"],
    &["profile", "list"],
    &["profile", "set", "pasted", "region=eu-west-2", "--yes"],
    &["profile", "undo", "--yes"],
    &["watch", "add", "project1"],
];

/// These look at everything, and take their time: for one kind of each place.
const DIAGNOSES: &[&[&str]] = &[&["doctor", "project1", "--offline"], &["doctor", "identity", "--offline"]];

/// Runs a command that must end by itself, in a megabyte of memory more than it needs, not gigabytes.
fn ends(home: &Home, arguments: &[&str]) -> Ran {
    ends_with(home, arguments, "")
}

/// The same; a failure names what stands there.
fn ends_with(home: &Home, arguments: &[&str], what: &str) -> Ran {
    let mut command = home.command("sh");
    let limited = format!("ulimit -v 4000000; exec '{}' \"$@\"", built("sandglass").display());
    command.args(["-c", &limited, "sandglass"]).args(arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let begun = Instant::now();
    // A thread of its own takes what it says, so that it is never full.
    let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
    let read = |pipe| std::thread::spawn(move || std::io::read_to_string(pipe).unwrap_or_default());
    let (out, err) = (read(Box::new(out) as Box<dyn std::io::Read + Send>), read(Box::new(err)));
    let status = loop {
        if let Some(status) = child.try_wait().expect("it can be asked") {
            break status;
        }
        if begun.elapsed() > LONG {
            child.kill().expect("ended");
            panic!("{arguments:?} waits for ever: {what}");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    Ran { code: status.code(), out: out.join().expect("read"), err: err.join().expect("read") }
}

fn home(sim: &Sim) -> Home {
    let mut home = fixtures::pasted(sim);
    let identity = "[profile identity]\nrole_arn = arn:aws:iam::123456789012:role/project1\nregion = eu-central-1\n\
                    web_identity_token_file = token\nca_bundle = bundle.pem\n\n\
                    [profile sso]\nsso_session = admin\nsso_account_id = 123456789012\nsso_role_name = x\n\n\
                    [sso-session admin]\nsso_region = eu-central-1\nsso_start_url = https://x.awsapps.com/start\n";
    let config = home.aws_file("config") + identity;
    home.write(".aws/config", &config);
    home.set("SHELL", "/bin/bash");
    home
}

#[test]
fn no_command_waits_for_a_pipe_or_reads_what_has_no_end() {
    let sim = Sim::start(World::small()).expect("a free port");
    let (mut tried, mut panicked) = (0, Vec::new());
    for place in PLACES {
        for special in Special::ALL {
            let home = home(&sim);
            home.sandglass(&["renew", "project1"]).done();
            let path = match *place {
                "CACHED" => home.cache_files().remove(0),
                place => home.path().join(place),
            };
            special.put(&path);
            // What is opened is the same; what of it is waited for shows with a pipe.
            let few = COMMANDS.len() / 2;
            let (commands, diagnoses) =
                if special == Special::Pipe { (COMMANDS, DIAGNOSES) } else { (&COMMANDS[..few], &[][..]) };
            for arguments in commands.iter().chain(diagnoses) {
                let ran = ends_with(&home, arguments, &format!("{place} as {special:?}"));
                tried += 1;
                if ran.code.is_none_or(|code| code > 3) || ran.err.contains("panicked") {
                    panicked.push(format!("{place} as {special:?}, {arguments:?}: {ran:?}"));
                }
            }
        }
    }
    assert!(panicked.is_empty(), "{panicked:#?}");
    assert!(tried > 400, "{tried}");
}

#[test]
fn a_pipe_is_not_there_as_for_the_aws_cli() {
    let sim = Sim::start(World::small()).expect("a free port");
    let said = |home: &Home| {
        ["status", "profile list"].map(|command| {
            let ran = ends(home, &command.split(' ').collect::<Vec<_>>());
            (ran.code, ran.out, ran.err)
        })
    };
    for place in [".aws/config", ".aws/credentials"] {
        let without = home(&sim);
        std::fs::remove_file(without.path().join(place)).expect("removed");
        let expected = said(&without);
        for special in Special::ALL {
            let with = home(&sim);
            special.put(&with.path().join(place));
            assert_eq!(said(&with), expected, "{place} as {special:?}");
            for aws in aws_clis("a_pipe_is_not_there_as_for_the_aws_cli") {
                let list = |home: &Home| aws.run(home, &["configure", "list-profiles"]);
                // Version 1 does not know that command, and says so either way.
                let (theirs, absent) = (list(&with), list(&without));
                assert_eq!((theirs.code, theirs.out), (absent.code, absent.out), "AWS CLI v{}", aws.version);
            }
        }
    }
    // A cached session: as if there were none.
    let home = home(&sim);
    home.sandglass(&["renew", "project1"]).done();
    let entry = home.cache_files().remove(0);
    Special::Pipe.put(&entry);
    assert_eq!(ends(&home, &["status", "project1", "--json"]).code, Some(0));
    assert!(ends(&home, &["status", "project1", "--json"]).out.contains("signed_out"));
}

#[test]
fn nothing_is_written_where_a_pipe_or_a_device_stands() {
    let sim = Sim::start(World::small()).expect("a free port");
    for special in Special::ALL {
        let home = home(&sim);
        let path = home.path().join(".aws/credentials");
        special.put(&path);
        let ran = ends(
            &home,
            &["profile", "set", "project1", "region=eu-west-1", "--file", "credentials", "--yes"],
        );
        assert_eq!(ran.code, Some(1), "{special:?}: {ran:?}");
        assert!(ran.err.contains("~/.aws/credentials cannot be written"), "{ran:?}");
        assert!(!std::fs::metadata(&path).is_ok_and(|found| found.is_file()), "{special:?} was replaced");
    }
}
