//! The desktop program left alone: silent renewal and notifications, as daemons see them.
#![cfg(target_os = "linux")]

use aws_sim::{Sim, World};
use sandglass_tests::desktop_program::{has, start};
use sandglass_tests::notification_daemon::{Call, NotificationDaemon};
use sandglass_tests::tray_host::TrayHost;
use sandglass_tests::{Home, fixtures};
use xtask::desktop::VirtualDesktop;

const BY_HAND: &str = "[profiles.project1]\nsilent_renewal = false\n";

/// A session of `project1` with ten minutes left.
fn world(preferences: &str) -> (Sim, Home, tempfile::TempDir) {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(&(fixtures::project1() + &fixtures::admin()), &sim);
    assert_eq!(home.sandglass(&["renew", "project1"]).code, Some(0));
    home.leave_seconds(600);
    home.write(".config/sandglass/preferences.toml", preferences);
    (sim, home, tempfile::tempdir().expect("a directory"))
}

#[tokio::test]
async fn what_needs_nobody_is_renewed_without_a_word() {
    let (sim, home, directory) = world("");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    let mut item = host.item().await;
    item.until("the new session", has("● project1 · 1 h")).await;
    assert_eq!(sim.count("AssumeRole"), 2);
    assert_eq!(daemon.more(), []);
}

#[tokio::test]
async fn a_button_renews_and_the_notification_goes() {
    let (sim, home, directory) = world(BY_HAND);
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    let mut item = host.item().await;
    let shown = daemon.shown().await;
    assert_eq!((shown.title.as_str(), shown.replaces), ("project1 expires in 10 min", 0));
    assert_eq!(sim.count("AssumeRole"), 1, "nobody asked yet");
    daemon.click(&shown, "Renew").await;
    item.until("the new session", has("● project1 · 1 h")).await;
    assert_eq!(sim.count("AssumeRole"), 2);
    assert_eq!(daemon.next().await, Call::Close(shown.id));
    assert_eq!(daemon.more(), [], "there was exactly one");
}

#[tokio::test]
async fn a_later_stage_stands_in_its_place_and_snooze_keeps_quiet() {
    let (sim, home, directory) = world(BY_HAND);
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let running = start(&home, &desktop);
    let mut item = host.item().await;
    let shown = daemon.shown().await;
    daemon.click(&shown, "Snooze for 30 min").await;
    // The state closes what was snoozed; a daemon that closed it already does not mind.
    assert_eq!(daemon.next().await, Call::Close(shown.id));
    home.leave_seconds(200);
    item.until("less time", has("project1 · 3 min")).await;
    // Nor does a program that waits for it make us speak.
    assert_eq!(daemon.more(), []);
    // A restart does not forget.
    drop((running, item));
    let _running = start(&home, &desktop);
    let mut item = host.item().await;
    item.until("the menu again", has("project1 · 3 min")).await;
    assert_eq!(daemon.more(), []);
    assert_eq!(sim.count("AssumeRole"), 1);
}

#[tokio::test]
async fn a_program_that_waits_for_a_code_is_told_of() {
    let (_sim, home, directory) = world("");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    let mut item = host.item().await;
    item.until("the menu", has("admin · no session yet")).await;
    for _ in 0..3 {
        assert_eq!(home.sandglass(&["credentials", "admin"]).code, Some(3));
    }
    let shown = daemon.shown().await;
    assert_eq!(shown.title, "A program is waiting for admin");
    assert_eq!(home.sandglass(&["renew", "admin", "--mfa", "333333"]).code, Some(0));
    assert_eq!(daemon.next().await, Call::Close(shown.id));
    assert_eq!(daemon.more(), []);
}

#[tokio::test]
async fn without_a_tray_host_one_notification_says_so() {
    let (_sim, home, directory) = world("");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    let shown = daemon.shown().await;
    assert!(shown.title.contains("no tray"), "{shown:?}");
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let mut item = host.item().await;
    item.until("the menu", has("project1")).await;
    assert_eq!(daemon.more(), []);
}

#[tokio::test]
async fn a_refusal_is_said_once_with_its_reason() {
    let (sim, home, directory) = world("");
    sim.world().roles[0].trusts = Vec::new();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    let mut item = host.item().await;
    let shown = daemon.shown().await;
    assert_eq!(shown.title, "project1 could not be renewed");
    assert!(shown.body.contains("trust policy"), "{shown:?}");
    item.until("the reason", has("renewal failed: access denied")).await;
    sim.world().roles[0].trusts = vec!["*".to_owned()];
    daemon.click(&shown, "Renew").await;
    item.until("the new session", has("● project1 · 1 h")).await;
    assert_eq!(daemon.next().await, Call::Close(shown.id));
    assert_eq!(daemon.more(), []);
}

#[tokio::test]
async fn a_notification_has_a_picture_where_the_program_is_not_installed() {
    let (_sim, home, directory) = world(BY_HAND);
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    let shown = daemon.shown().await;
    let picture = std::fs::read(&shown.icon).expect("a file that is there");
    assert_eq!(picture[..8], *b"\x89PNG\r\n\x1a\n");
}

#[tokio::test]
async fn a_click_that_fails_gets_an_answer() {
    let (sim, home, directory) = world(BY_HAND);
    home.leave_seconds(3000);
    sim.world().roles[0].trusts = Vec::new();
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let running = start(&home, &desktop);
    let mut item = host.item().await;
    item.until("the menu", has("● project1 · 50 min")).await;
    item.click("project1").await;
    let labels = item.until("the refusal", has("renewal failed")).await;
    assert!(labels[0].starts_with("✕ project1"), "{labels:?}");
    let shown = daemon.shown().await;
    assert_eq!(shown.title, "project1 could not be renewed");
    assert!(shown.buttons.iter().any(|(_, label)| label == "Diagnose"), "{shown:?}");
    assert_eq!(daemon.more(), [], "once");

    // A terminal says the same, though no file of the AWS CLI's tells.
    let status = home.sandglass(&["status"]);
    assert!(status.out.contains("Needs you: project1"), "{status:?}");
    assert!(status.out.contains("project1: renewal failed: access denied"), "{status:?}");
    let rows = home.sandglass_json(&["status"]);
    assert_eq!(rows[0]["needs_you"], "fix", "{rows}");

    // What a program knew that has ended is no news.
    drop((running, item));
    let status = home.sandglass(&["status"]);
    assert!(!status.out.contains("Needs you"), "{status:?}");
}

/// The buttons of a notification, by what a daemon of this name is asked to draw.
async fn buttons_under(name: &'static str) -> Vec<(String, String)> {
    let (_sim, home, directory) = world(BY_HAND);
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start_as(name, desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    daemon.shown().await.buttons
}

#[tokio::test]
async fn no_button_stands_twice_where_the_default_action_is_drawn() {
    let labels = |buttons: &[(String, String)]| -> Vec<String> {
        buttons.iter().map(|(_, label)| label.clone()).collect()
    };
    let usual = buttons_under("dunst").await;
    assert_eq!(usual[0].0, "default");
    assert_eq!(labels(&usual), ["Renew", "Renew", "Snooze for 30 min"]);
    let lxqt = buttons_under("lxqt-notificationd").await;
    assert_eq!(labels(&lxqt), ["Renew", "Snooze for 30 min"]);
    assert!(lxqt.iter().all(|(id, _)| id != "default"), "{lxqt:?}");
}

#[tokio::test]
async fn what_the_tray_cleaned_is_told_and_undone() {
    let (_sim, home, directory) = world("silent_renewal = false\n");
    home.leave_seconds(-60);
    let entries = home.cache_files();
    let stored = std::fs::read(&entries[0]).expect("the entry");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let _running = start(&home, &desktop);
    let mut item = host.item().await;
    item.until("something to clean", has("Clean caches (1)")).await;
    item.click("Clean caches (1)").await;
    let told = daemon.shown().await;
    assert_eq!(told.title, "1 cache cleaned");
    assert_eq!(home.cache_files(), [] as [std::path::PathBuf; 0]);
    daemon.click(&told, "Undo").await;
    let restored = daemon.shown().await;
    assert_eq!((restored.title.as_str(), restored.buttons.len()), ("1 cache restored", 0));
    assert_eq!((home.cache_files(), std::fs::read(&entries[0]).expect("the entry")), (entries, stored));
    item.until("it may be cleaned again", has("Clean caches (1)")).await;
}
