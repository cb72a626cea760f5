//! The desktop program at home on a system: one at a time, started at login, keeping a log.
#![cfg(target_os = "linux")]

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Stdio;

use aws_sim::{Sim, World};
use sandglass_tests::desktop_program::{has, start};
use sandglass_tests::stage::until;
use sandglass_tests::tray_host::TrayHost;
use sandglass_tests::window::Window;
use sandglass_tests::{Home, built, fixtures, run, skipped};
use xtask::desktop::VirtualDesktop;
use xtask::install::for_a_desktop;

fn world() -> (Sim, Home, tempfile::TempDir) {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&fixtures::project1(), &sim);
    (sim, home, tempfile::tempdir().expect("a directory"))
}

#[tokio::test]
async fn there_is_one_and_a_killed_one_blocks_nobody() {
    let (_sim, home, directory) = world();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let mut first = start(&home, &desktop);
    host.item().await.until("the menu", has("project1")).await;

    let mut command = home.command(built("sandglass-desktop"));
    let second = run(command.envs(desktop.environment()));
    assert_eq!(second.code, Some(0));
    assert_eq!(second.err, "sandglass-desktop: Sandglass is already running: it shows its window.\n");
    assert!(host.no_other_item(), "a second icon came");
    assert!(first.0.try_wait().expect("a process").is_none(), "the first one ended");

    // A second start at login is nobody who wants a window.
    let mut command = home.command(built("sandglass-desktop"));
    let silent = run(command.arg("--tray").envs(desktop.environment()));
    assert_eq!((silent.code, silent.err.as_str()), (Some(0), ""));

    // SIGKILL: it cannot clean up.
    first.0.kill().expect("killed");
    first.0.wait().expect("ended");
    let _third = start(&home, &desktop);
    host.item().await.until("the menu again", has("project1")).await;
    assert_eq!(home.log().matches(" started ").count(), 2);
}

#[test]
fn what_is_asked_for_is_answered_without_a_display() {
    let home = Home::empty();
    let asked = |argument: &str| run(home.command(built("sandglass-desktop")).arg(argument));
    let version = asked("--version");
    assert_eq!(
        (version.code, version.out),
        (Some(0), format!("sandglass-desktop {}\n", env!("CARGO_PKG_VERSION")))
    );
    let help = asked("--help");
    assert!(help.code == Some(0) && help.out.contains("Usage: sandglass-desktop"), "{help:?}");
    let unknown = asked("--hidden");
    assert!(unknown.code == Some(2) && unknown.err.contains("\"--hidden\" is not understood"), "{unknown:?}");
    assert_eq!(home.files_with(&[String::new()]), [] as [&str; 0], "asking leaves nothing behind");
}

#[tokio::test]
async fn start_at_login_follows_the_preference_and_fixes_itself() {
    let (_sim, home, directory) = world();
    let entry = home.path().join(".config/autostart/app.sandglass.desktop.desktop");
    let said = || std::fs::read_to_string(&entry).unwrap_or_default();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let mut running = start(&home, &desktop);
    host.item().await.until("the menu", has("project1")).await;
    assert!(!entry.exists(), "off by default");

    let set = |value: &str| home.sandglass(&["preferences", "set", "start_at_login", value]).code;
    assert_eq!(set("true"), Some(0));
    let exec = format!("\nExec=\"{}\" --tray\n", real(&built("sandglass-desktop")).display());
    until("the entry", || said().contains(&exec)).await;
    until("its line", || home.log().contains("change=entered")).await;

    // The program moved while it was not running.
    running.0.kill().expect("killed");
    running.0.wait().expect("ended");
    let stale = said().replace("sandglass-desktop", "sandglass-once");
    std::fs::write(&entry, stale).expect("written");
    let _running = start(&home, &desktop);
    until("the fixed entry", || said().contains(&exec)).await;

    // A file that cannot be read says nothing about the login.
    let preferences = ".config/sandglass/preferences.toml";
    home.write(preferences, "start_at_login = maybe\n");
    until("the problem", || home.log().contains("problem code=preferences_unusable")).await;
    assert!(entry.exists());
    home.write(preferences, "start_at_login = false\n");
    until("no entry", || !entry.exists()).await;
    until("the last line", || home.log().contains("change=removed")).await;
    let changes: Vec<String> =
        home.log().lines().filter_map(|line| Some(line.split_once("change=")?.1.to_owned())).collect();
    assert_eq!(changes, ["entered", "fixed", "removed"]);
}

/// What `cargo xtask install` puts there has the demo beside it, and the welcome page offers it.
#[tokio::test]
async fn an_installed_one_offers_the_demo_and_stays_as_it_is() {
    let home = Home::empty();
    home.write(".aws/cli/alias", "[toplevel]\nwhoami = sts get-caller-identity\n");
    let directory = tempfile::tempdir().expect("a directory");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let programs = for_a_desktop(&desktop, built("sandglass-demo").parent().expect("a directory"));
    let program = programs.expect("installed").join("sandglass-desktop");
    let window = Window::of(&program, &home, &desktop, &["--open"]).await;
    let Some(window) = window else { return skipped("the welcome page", "SANDGLASS_TEST_WINDOW_DRIVER") };
    let mut own = host.item().await;
    own.until("its own menu", |labels| labels.iter().any(|label| label == "Quit")).await;
    let before = home.own_files();

    let offer = window.find_text("button", "Try the demo").await;
    offer.click().await.expect("clicked");
    let mut demo = host.item().await;
    demo.until("the demo", has("Demo: a simulated AWS")).await;
    until("a window of its own", || windows(&desktop) == 2).await;
    // Whoever clicks again has it already.
    offer.click().await.expect("clicked");
    demo.click("partner").await;
    demo.until("a click that renews", has("● partner · 4 min · renewed")).await;
    assert!(host.no_other_item(), "a second demo came");
    assert_eq!(home.own_files(), before, "the demo has touched a file");

    demo.click("Quit").await;
    until("the end of its window", || windows(&desktop) == 1).await;
    until("the end of its home", || demo_homes(&desktop) == 0).await;
    own.until("its own menu still", |labels| labels.iter().any(|label| label == "Quit")).await;
    window.until("the welcome page still", |text| text.contains("Try the demo")).await;
    // And once more, for it is gone.
    offer.click().await.expect("clicked");
    host.item().await.until("another demo", has("Demo: a simulated AWS")).await;
    assert_eq!(home.own_files(), before);
}

fn windows(desktop: &VirtualDesktop) -> usize {
    desktop.windows().expect("the desktop says").iter().filter(|window| window.title == "Sandglass").count()
}

/// The demo's homes that are there.
fn demo_homes(desktop: &VirtualDesktop) -> usize {
    let variables = desktop.environment();
    let (_, runtime) = variables.iter().find(|(name, _)| *name == "XDG_RUNTIME_DIR").expect("it has one");
    let entries = std::fs::read_dir(runtime).expect("a directory").flatten();
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("sandglass-demo-")).count()
}

fn real(path: &std::path::Path) -> PathBuf {
    path.canonicalize().expect("it is there")
}

#[tokio::test]
async fn the_log_is_private_and_tells_of_start_and_end() {
    let (_sim, home, directory) = world();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let mut command = home.command(built("sandglass-desktop"));
    command.arg("--tray").envs(desktop.environment()).stderr(Stdio::piped());
    let running = command.spawn().expect("it starts");
    let mut item = host.item().await;
    item.until("the menu", has("project1")).await;
    home.write(".aws/config", "no setting\n");
    item.until("the broken file", has("~/.aws/config:1")).await;
    item.click("Quit").await;
    let ended = tokio::task::spawn_blocking(|| running.wait_with_output()).await.expect("it ends");
    assert_eq!(String::from_utf8_lossy(&ended.expect("a process").stderr), "", "nothing is wrong with us");
    let path = home.path().join(".local/state/sandglass/sandglass.log");
    assert_eq!(path.metadata().expect("a log").permissions().mode() & 0o777, 0o600);
    let log = home.log();
    let events: Vec<&str> = log.lines().map(|line| line.split_once(' ').expect("a time").1).collect();
    assert!(events[0].starts_with("started version="), "{log}");
    assert!(events.contains(&"problem code=file_unparsable at=~/.aws/config:1"), "{log}");
    assert_eq!(events.last(), Some(&"stopped"), "{log}");
}
