//! Output of every command: failures to write are noticed, and terminals get no control characters.

use std::fs::File;
use std::io::Write;
use std::process::{Command, Stdio};

use aws_sim::{Sim, World};
use sandglass_tests::commands::{Call, every_call};
use sandglass_tests::{Home, Ran, built, fixtures};
use serde_json::Value;

/// Runs a command to its end, with what it reads.
fn ran(home: &Home, command: &mut Command, call: &Call, stdout: Stdio) -> Ran {
    home.dress(command);
    let mut child =
        command.stdin(Stdio::piped()).stdout(stdout).stderr(Stdio::piped()).spawn().expect("it starts");
    // Who reads nothing may be gone already.
    let _ = child.stdin.take().expect("a pipe").write_all(call.input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn direct(home: &Home, call: &Call, profile: &str, stdout: Stdio) -> Ran {
    ran(home, Command::new(built("sandglass")).args(call.arguments(profile)), call, stdout)
}

#[cfg(unix)]
#[test]
fn a_result_that_does_not_get_through_is_a_failure() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = || Home::in_sim(&(fixtures::project1() + &fixtures::admin()), &sim);
    for call in every_call() {
        let well = direct(&home(), &call, "project1", Stdio::piped());
        let prints = !well.out.is_empty();

        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let left = direct(&home(), &call, "project1", writer.into());
        assert_eq!(left.code, well.code, "{call:?}: who went away is no failure: {left:?}");
        assert_eq!(
            left.err.lines().count(),
            well.err.lines().count(),
            "{call:?}: nothing is said of it: {left:?}"
        );

        for (what, redirected) in
            [("a full disk", ">/dev/full"), ("closed", ">&-"), ("not to be written", "1</dev/null")]
        {
            if redirected.contains("full") && !cfg!(target_os = "linux") {
                continue;
            }
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("exec \"$0\" \"$@\" {redirected}")]).arg(built("sandglass"));
            let lost = ran(&home(), shell.args(call.arguments("project1")), &call, Stdio::null());
            let said = lost.err.contains("could not be written");
            assert_eq!(said, prints, "{call:?}, {what}: {lost:?}");
            assert_eq!(lost.code, if prints { Some(1) } else { well.code }, "{call:?}, {what}: {lost:?}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_watch_ends_when_nobody_takes_its_lines() {
    let home = Home::with_config(&fixtures::project1());
    let full = File::options().write(true).open("/dev/full").expect("a device");
    let mut command = home.command(built("sandglass"));
    let status = command.args(["status", "--watch", "--json"]).stdout(full).status().expect("it ends");
    assert_eq!(status.code(), Some(1));
}

/// What names, values and servers can hold: a title, the clipboard, a cleared screen, hidden letters, a turned line.
const ODD: &str = "a\u{1b}]0;PWNED\u{7}b\u{202e}dorp\u{9b}2J\u{7f}\u{8}\u{1b}]52;c;eA==\u{7}\u{1b}[8m\u{1b}c";

fn hostile(sim: &Sim, odd: &str) -> Home {
    let arn = "arn:aws:iam::123456789012";
    let config = [
        fixtures::project1(),
        format!("[profile {odd}]\nrole_arn = {arn}:role/project1\nsource_profile = base\nregion = eu-central-1\n\n"),
        format!("[profile {odd}2]\nrole_arn = {arn}:role/{odd}\nsource_profile = {odd}\nregion = {odd}\n\n"),
        format!("[profile {odd}3]\nrole_arn = {arn}:role/prod-admin\nsource_profile = base\nregion = eu-central-1\nmfa_serial = {arn}:mfa/{odd}\n\n"),
        format!("[profile {odd}4]\ncredential_process = printf '{odd}' >&2 {odd}\n\n"),
        format!("[profile {odd}5]\nrole_arn = x{odd}\nsource_profile = {odd}x\nendpoint_url = http://{odd}\noutput = {odd}\n{odd} = {odd}\n\n"),
        format!("[profile {odd}6]\nsso_session = {odd}\nsso_account_id = {odd}\nsso_role_name = {odd}\n\n"),
    ]
    .concat();
    let home = Home::in_sim(&config, sim);
    home.write(&format!(".aws/cli/cache/{}.json", odd.replace('/', "_")), "{\"Credentials\": 1}");
    home.write(&format!(".aws/sso/cache/{}.json", odd.replace('/', "_")), "no json");
    home.write(
        ".config/sandglass/preferences.toml",
        "watched = [\"a\\u001b]0;PWNED\\u0007\", \"project1\"]\n",
    );
    home
}

/// What would steer a terminal, without the styles that are ours.
fn steering(text: &str) -> String {
    let mut text = text.to_owned();
    for ours in ["0m", "1m", "2m", "4m", "31m", "32m", "33m"] {
        text = text.replace(&format!("\u{1b}[{ours}"), "");
    }
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| (c.is_control() && *c != '\n' && *c != '\t') || turns(*c)).collect()
}

#[test]
fn nothing_in_a_file_or_a_name_steers_a_terminal() {
    let sim = Sim::start(World::small()).expect("a free port");
    for call in every_call() {
        let is_about_one = call.arguments("?").iter().any(|word| word.contains('?'));
        for number in if is_about_one { &["", "2", "3", "4", "5", "6"][..] } else { &[""] } {
            let mut home = hostile(&sim, ODD);
            home.set("CLICOLOR_FORCE", "1");
            let ran = direct(&home, &call, &format!("{ODD}{number}"), Stdio::piped());
            assert_eq!(steering(&ran.err), "", "{call:?} {number}: {ran:?}");
            if !call.prints_for_shells() {
                assert_eq!(steering(&ran.out), "", "{call:?} {number}: {ran:?}");
            }
            if call.prints_json() && !ran.out.is_empty() {
                serde_json::from_str::<Value>(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
            }
        }
    }
}

#[test]
fn machines_get_the_exact_text() {
    let sim = Sim::start(World::small()).expect("a free port");
    let odd = "e\u{202e}\u{9b}2J";
    let home = hostile(&sim, odd);
    let rows = home.sandglass_json(&["profile", "list"]);
    let names: Vec<&str> =
        rows.as_array().expect("rows").iter().filter_map(|row| row["name"].as_str()).collect();
    assert!(names.contains(&odd), "{names:?}");
}

#[test]
fn what_was_typed_does_not_steer_a_terminal_either() {
    let mut home = Home::with_config(&fixtures::project1());
    for force in ["0", "1"] {
        home.set("CLICOLOR_FORCE", force);
        for odd in [ODD] {
            for arguments in [
                &[odd][..],
                &["status", &format!("--{odd}")],
                &["env", "x", "--shell", odd],
                &["renew", "x", "--mfa", odd],
                &["doctor", "--offline", "--error", odd],
                &["doctor", "--offline", &format!("--fix={odd}")],
                &["preferences", "set", odd, odd],
                &["profile", "set", "project1", &format!("region={odd}"), "--dry-run"],
                &["profile", "rename", "project1", odd, "--dry-run"],
                &["watch", "add", odd],
                &["completions", odd],
            ] {
                let ran = sandglass_tests::run(home.command(built("sandglass")).args(arguments));
                assert_eq!(
                    (steering(&ran.err), steering(&ran.out)),
                    (String::new(), String::new()),
                    "{arguments:?}"
                );
            }
        }
    }
}
