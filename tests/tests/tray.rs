//! The desktop program in a tray: a host reads its menu and clicks.
#![cfg(target_os = "linux")]

use std::time::Duration;

use aws_sim::{Sim, World};
use sandglass_tests::desktop_program::{Running, has, printed, start};
use sandglass_tests::person::{Answer, Person};
use sandglass_tests::stage::{Stage, until};
use sandglass_tests::tray_host::{Entry, Monitor, TrayHost};
use sandglass_tests::{Home, aws_clis, aws_clis_of_all_ages, built, fixtures, identity_center};
use xtask::desktop::VirtualDesktop;

/// The token of the sso-session `corp`.
const TOKEN: &str = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";
/// The files are looked at this often, told of or not.
const LABEL_TICK: Duration = Duration::from_secs(30);

fn config() -> String {
    let refused = fixtures::role("\"under_score & more\"", "partner", &["external_id = another"]);
    [fixtures::project1(), refused, fixtures::admin()].concat()
}

fn world() -> (Sim, Home, tempfile::TempDir) {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&config(), &sim);
    (sim, home, tempfile::tempdir().expect("a directory"))
}

#[tokio::test]
async fn a_click_renews_and_the_line_follows() {
    let mut stage = Stage::start(&config()).await;
    stage.sim.world().latency_ms = 400;
    let (_running, mut item) = stage.tray().await;
    let labels = item.until("the profiles", has("project1")).await;
    assert_eq!(
        labels,
        [
            "○ admin · no session yet · needs MFA",
            "○ project1 · no session yet",
            "○ under_score & more · no session yet",
            "",
            "Renew 3 sessions…",
            "Copy",
            "Find a profile…",
            "Diagnose…",
            "",
            "Open Sandglass",
            "Pause",
            "Quit"
        ]
    );

    item.click("project1").await;
    item.until("the renewal", has("↻ project1 · renewing…")).await;
    item.until("its end", has("● project1 · 1 h · renewed")).await;
    assert_eq!(stage.sim.count("AssumeRole"), 1);
    let tooltip = item.tooltip().await;
    assert!(tooltip.contains("1 valid, expires in ") && !tooltip.contains("123456789012"), "{tooltip}");
    for aws in aws_clis("a_click_renews_and_the_line_follows") {
        let identity = aws.caller_identity(&stage.home, "project1");
        assert!(identity["Arn"].to_string().contains("assumed-role/project1/"), "{identity}");
    }
    assert_eq!(stage.sim.count("AssumeRole"), 1);

    // What is refused says why, in the line.
    item.click("under_score & more").await;
    let labels =
        item.until("the refusal", has("✕ under_score & more · no session yet · renewal failed")).await;
    assert!(labels[0].starts_with("✕ under_score & more"), "it is not the first: {labels:?}");
    let (width, height, pixels) = item.picture().await;
    assert_eq!((width, height, pixels.len()), (48, 48, 48 * 48 * 4));
}

#[tokio::test]
async fn texts_change_in_place() {
    let mut stage = Stage::start(&fixtures::project1()).await;
    let (_running, mut item) = stage.tray().await;
    item.until("the profile", has("no session yet")).await;
    let (revision, before) = item.layout().await;
    item.click("project1").await;
    item.until("the session", has("project1 · 1 h")).await;
    let (later, after) = item.layout().await;
    // A menu of the same revision and ids is patched while it is open; a new one would close it.
    assert_eq!(later, revision);
    let ids = |entries: &[Entry]| entries.iter().map(|entry| entry.id).collect::<Vec<_>>();
    assert_eq!(ids(&before), ids(&after));
}

#[tokio::test]
async fn profiles_come_and_go_and_there_is_a_menu_all_the_time() {
    let mut stage = Stage::start(&config()).await;
    let (_running, mut item) = stage.tray().await;
    // A host that looks at any moment.
    let whole = |labels: &[String]| labels.iter().any(|label| label == "Quit");
    item.until("the profiles", has("admin")).await;
    let all = item.labels().await;
    // With the one that takes a code gone, one less is renewed, and nobody is asked.
    let without: Vec<String> = all
        .iter()
        .filter(|label| !label.contains("admin"))
        .map(|label| label.replace("Renew 3 sessions…", "Renew 2 sessions"))
        .collect();
    for _ in 0..5 {
        for (text, wanted) in [(config().replace(&fixtures::admin(), ""), &without), (config(), &all)] {
            stage.home.write(".aws/config", &text);
            let is_there = |labels: &[String]| {
                assert!(whole(labels), "{labels:?}");
                labels == wanted.as_slice()
            };
            item.until("the other profiles", is_there).await;
        }
    }
}

#[tokio::test]
async fn what_a_terminal_renews_the_tray_shows() {
    let mut stage = Stage::start(&config()).await;
    let (_running, mut item) = stage.tray().await;
    item.until("the profiles", has("admin · no session yet")).await;
    assert_eq!(stage.home.sandglass(&["renew", "admin", "--mfa", "444444"]).code, Some(0));
    item.until("the session", has("● admin · 1 h")).await;
    assert_eq!(stage.home.sandglass(&["watch", "remove", "admin"]).code, Some(0));
    item.until("one line less", |labels| !labels.iter().any(|label| label.contains("admin"))).await;
    let calm = item.picture().await;
    stage.home.write(".aws/config", "[profile project1]\nthis is no setting\n");
    item.until("the broken file", has("✕ ~/.aws/config:2 is broken…")).await;
    item.until_picture_is_not(&calm).await;
    stage.home.write(".aws/config", &config());
    item.until("the fixed file", has("project1 · no session yet")).await;
}

#[tokio::test]
async fn a_sign_in_made_in_a_terminal_the_tray_shows() {
    let sso = "[profile sso]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\n\
               region = eu-central-1\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\n\
               sso_region = eu-west-1\n";
    let mut stage = Stage::start(&(config() + sso)).await;
    let (_running, mut item) = stage.tray().await;
    item.until("the profile", has("sso · no session yet · needs sign-in")).await;
    // As `aws sso login` leaves it.
    let token = r#"{"accessToken":"example","expiresAt":"2090-01-01T00:00:00Z"}"#;
    let begun = std::time::Instant::now();
    stage.home.write(TOKEN, token);
    let signed_in = |labels: &[String]| labels.iter().any(|label| label.ends_with("sso · no session yet"));
    item.until("the sign-in", signed_in).await;
    std::fs::remove_file(stage.home.path().join(TOKEN)).expect("it is there");
    item.until("its end", has("sso · no session yet · needs sign-in")).await;
    assert!(begun.elapsed() < LABEL_TICK, "nobody told of it: {:?}", begun.elapsed());
}

#[tokio::test]
async fn a_line_that_needs_a_code_asks_for_it_and_settings_open_the_window() {
    let mut stage = Stage::start(&config()).await;
    let (_running, mut item) = stage.tray().await;
    item.until("the profiles", has("needs MFA")).await;
    assert!(!stage.desktop.shows("Sandglass").expect("xdotool runs"), "a window opened unasked");
    item.click("admin").await;
    until_shown(&stage.desktop, "MFA code for admin").await;
    // Two windows that come at once take the keyboard from each other in any order.
    until("the prompt to have the keyboard", || active(&stage.desktop).starts_with("MFA code")).await;
    item.click("Open Sandglass").await;
    until_shown(&stage.desktop, "^Sandglass$").await;
    // What was asked for has the keyboard.
    until("the window to have the keyboard", || active(&stage.desktop) == "Sandglass").await;
    assert_eq!(stage.sim.log(), []);
}

#[tokio::test]
async fn what_makes_a_tool_use_a_profile_is_copied() {
    let mut stage = Stage::start(&config()).await;
    let (_running, mut item) = stage.tray().await;
    item.until("the profiles", has("project1")).await;
    item.click("export AWS_PROFILE=project1").await;
    until("the clipboard", || clipboard(&stage.desktop) == "export AWS_PROFILE=project1").await;
}

/// Waits for a window.
async fn until_shown(desktop: &VirtualDesktop, title: &str) {
    until(title, || desktop.shows(title).expect("xdotool runs")).await;
}

/// The title of the window that has the keyboard.
fn active(desktop: &VirtualDesktop) -> String {
    desktop.active().expect("xdotool runs")
}

/// The clipboard of a desktop that is not the test's own.
fn clipboard(desktop: &VirtualDesktop) -> String {
    let mut command = xtask::programs::command("xclip").expect("it is in the table");
    let read = command.args(["-selection", "clipboard", "-o"]).envs(desktop.environment()).output();
    String::from_utf8(read.expect("it runs").stdout).expect("text")
}

#[tokio::test]
async fn a_tray_host_may_come_late_and_go() {
    let (sim, home, directory) = world();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut running = start(&home, &desktop);
    let pid = running.0.id();
    // The host comes three seconds after the program: that is the situation, not a wait for something.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let mut item = host.item().await;
    item.until("the menu", has("project1")).await;
    drop(item);
    host.kill().await;

    let mut host = TrayHost::start(desktop.bus_address()).await;
    let mut item = host.item().await;
    item.until("the menu, at another host", has("project1")).await;
    item.click("project1").await;
    item.until("the session", has("project1 · 1 h")).await;
    assert_eq!(sim.count("AssumeRole"), 1);
    assert!(running.0.try_wait().expect("a process").is_none(), "it ended");
    assert_eq!(running.0.id(), pid);

    item.click("Quit").await;
    let ended = tokio::task::spawn_blocking(move || running.0.wait()).await.expect("it ends");
    assert_eq!(ended.expect("a process").code(), Some(0));
}

/// The names of a process's threads, in the order of the alphabet.
fn threads(process: u32) -> Vec<String> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).expect("its threads");
    let name = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("comm")).ok();
    let mut names: Vec<String> =
        tasks.flatten().filter_map(name).map(|name| name.trim().to_owned()).collect();
    names.sort_unstable();
    names
}

#[tokio::test]
async fn no_thread_is_there_that_wakes_by_itself() {
    let mut stage = Stage::start(&fixtures::project1()).await;
    let (running, mut item) = stage.tray().await;
    item.click("project1").await;
    item.until("the session", has("project1 · 1 h")).await;
    // One of the crate `blocking` looks twice a second whether there is work, for as long as the program lives.
    let threads = threads(running.0.id());
    assert!(threads.iter().any(|name| name.starts_with("tokio")), "{threads:?}");
    assert!(!threads.iter().any(|name| name.starts_with("blocking-")), "{threads:?}");
}

#[tokio::test]
async fn secrets_stay_where_they_are() {
    let (_sim, home, directory) = world();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let monitor = Monitor::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let running = start(&home, &desktop);
    let mut item = host.item().await;
    item.until("the profiles", has("project1")).await;
    item.click("project1").await;
    item.until("the session", has("project1 · 1 h")).await;
    item.click("under_score").await;
    item.until("the refusal", has("renewal failed")).await;
    item.tooltip().await;

    let secrets = home.secrets();
    assert_eq!(secrets.len(), 3);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", running.0.id())).expect("its limits");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a line");
    assert!(core.split_whitespace().nth(4) == Some("0"), "{core}");
    let command_lines = command_lines();
    let heard = monitor.heard();
    assert!(heard.windows(8).any(|bytes| bytes == b"renewing"), "the monitor hears nothing");
    let printed = printed(running);
    for secret in &secrets {
        let bytes = secret.as_bytes();
        assert!(!heard.windows(bytes.len()).any(|found| found == bytes), "a secret went over D-Bus");
        assert!(!printed.contains(secret), "a secret was printed");
        assert!(!command_lines.contains(secret), "a secret is in a command line");
    }
    // The log is among the files that are looked through.
    let log = home.log();
    assert!(log.contains(" renewed profile=project1 expires_at=20"), "{log}");
    assert!(
        log.contains(r#" not_renewed profile="under_score & more" code=access_denied at=~/.aws/config:"#)
    );
    assert_eq!(home.files_with(&secrets), [".aws/cli/cache", ".aws/credentials"]);
}

fn command_lines() -> String {
    let processes = std::fs::read_dir("/proc").expect("Linux").map_while(Result::ok);
    processes
        .filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok())
        .fold(String::new(), |all, line| all + &String::from_utf8_lossy(&line).replace('\0', " ") + "\n")
}

/// Starts it where the system has no watch of files left.
fn start_unwatched(home: &Home, desktop: &VirtualDesktop) -> Option<Running> {
    let inside = "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$0\" --tray";
    let can = std::process::Command::new("unshare")
        .args(["-r", "sh", "-c", "echo 0 > /proc/sys/user/max_inotify_instances"])
        .stderr(std::process::Stdio::null())
        .status();
    if !can.is_ok_and(|status| status.success()) {
        return None;
    }
    let mut command = home.command(std::path::Path::new("unshare"));
    command.args(["-r", "sh", "-c", inside]).arg(built("sandglass-desktop")).envs(desktop.environment());
    Some(Running(command.spawn().expect("it starts")))
}

#[tokio::test]
async fn what_changes_is_seen_where_the_system_tells_nothing() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&fixtures::project1(), &sim);
    let directory = tempfile::tempdir().expect("a directory");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let Some(_running) = start_unwatched(&home, &desktop) else {
        return eprintln!("skipped: no user namespace here in which watches of files could run out");
    };
    let mut item = host.item().await;
    item.until("the menu", has("project1 · no session yet")).await;
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    item.until("the session made elsewhere", has("● project1 · 1 h")).await;
    home.leave_seconds(3000);
    item.until("less of it", has("project1 · 50 min")).await;
    assert_eq!(home.log().matches("files cannot be watched").count(), 1, "{}", home.log());
}

/// Changes eight letters of a file without a word to those who watch it, as another machine does on a network drive. It
/// waits for a line before it does.
const CHANGE_UNSEEN: &str = "
import mmap, sys
file = open(sys.argv[1], 'r+b')
text = mmap.mmap(file.fileno(), 0)
print('ready', flush=True)
sys.stdin.readline()
at = text.find(b'project1')
text[at:at + 8] = b'project2'
text.flush()
print('done', flush=True)
sys.stdin.read()
";

#[tokio::test]
async fn opening_the_menu_looks_whatever_the_file_system_tells() {
    use std::io::{BufRead, BufReader, Write};
    let Some(python) = sandglass_tests::set_up("SANDGLASS_TEST_PYTHON") else {
        return sandglass_tests::skipped("opening_the_menu_looks", "SANDGLASS_TEST_PYTHON");
    };
    let mut stage = Stage::start(&fixtures::project1()).await;
    let config = stage.home.path().join(".aws/config");
    let mut command = std::process::Command::new(python);
    command.args(["-c", CHANGE_UNSEEN]).arg(&config);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut other = command.spawn().expect("Python starts");
    let mut said = BufReader::new(other.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    assert_eq!(said.next().as_deref(), Some("ready"), "opened before anybody watches");
    let (_running, mut item) = stage.tray().await;
    item.until("the profile", has("project1 · no session yet")).await;
    let mut input = other.stdin.take().expect("a pipe");
    input.write_all(b"\n").expect("it reads");
    assert_eq!(said.next().as_deref(), Some("done"));
    // No session counts down, so no label wakes anybody up.
    item.open().await;
    item.until("what was changed elsewhere", has("project2 · no session yet")).await;
    drop(input);
    other.wait().expect("it ends");
}

#[tokio::test]
async fn a_click_signs_in_and_every_profile_of_the_session_follows() {
    let test = "a_click_signs_in_and_every_profile_of_the_session_follows";
    let mut stage = Stage::start(identity_center::CONFIG).await;
    stage.sim.world().portals.push(identity_center::portal());
    let endpoint = stage.sim.url();
    stage.home.set("AWS_ENDPOINT_URL", &endpoint);
    let Some(person) = Person::sit_down(&mut stage.home, Answer::Nothing) else { return };
    let (_running, mut item) = stage.tray().await;
    item.until("the profiles", has("○ dev · no session yet · needs sign-in")).await;
    assert!(person.opened().is_empty(), "nothing opens by itself");

    // Given up.
    item.click("○ dev").await;
    item.until("the browser", has("↻ dev · waiting for the browser…")).await;
    item.until("its link", has("Copy sign-in link (corp)")).await;
    item.until("the other profile", has("↻ ops · waiting for the browser…")).await;
    until("a browser", || person.opened().len() == 1).await;
    item.click("Copy sign-in link (corp)").await;
    until("the link", || stage.clipboard("UTF8_STRING") == person.opened()[0]).await;
    item.click("Cancel sign-in (corp)").await;
    item.until("its end", has("○ dev · no session yet · needs sign-in")).await;

    // And done.
    item.click("○ dev").await;
    until("a browser again", || person.opened().len() == 2).await;
    person.visit(&stage.home, &person.opened()[1]);
    item.until("the session", has("● dev · 1 h · renewed")).await;
    assert_eq!(person.saw(), ["You are signed in – Sandglass"]);
    item.click("○ ops").await;
    item.until("the other session", has("● ops · 1 h · renewed")).await;
    assert_eq!(
        (person.opened().len(), stage.sim.count("CreateToken")),
        (2, 1),
        "it needed no sign-in of its own"
    );
    for aws in aws_clis_of_all_ages(test) {
        aws.caller_identity(&stage.home, "dev");
    }
    let log = stage.home.log();
    assert!(log.contains("signed_in") && log.contains("sign_in_cancelled"), "{log}");
    let token = identity_center::token(&stage.home);
    for secret in ["accessToken", "refreshToken", "clientSecret"] {
        assert!(!log.contains(token[secret].as_str().expect("a text")), "{secret}: {log}");
    }
}
