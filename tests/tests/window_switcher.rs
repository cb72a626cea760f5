//! The quick switcher of the real program: by its key, from the tray, from the command line.
#![cfg(target_os = "linux")]

use std::process::Stdio;

use sandglass_tests::desktop_program::{Running, has};
use sandglass_tests::portal::Portal;
use sandglass_tests::stage::{Stage, until};
use sandglass_tests::{Home, built, fixtures};

const TITLE: &str = "^Find a profile$";
const PREFERENCES: &str = ".config/sandglass/preferences.toml";
/// So often it is opened and closed.
const ROUNDS: usize = 20;

fn shows(stage: &Stage) -> bool {
    stage.desktop.shows(TITLE).expect("xdotool runs")
}

async fn until_it_has_the_keyboard(stage: &Stage) {
    until("the switcher", || stage.desktop.active().expect("xdotool runs") == "Find a profile").await;
}

async fn until_gone(stage: &Stage) {
    until("the switcher to go", || !shows(stage)).await;
}

/// What the log says of the key, once it says it.
async fn until_key(stage: &Stage, wanted: &str) {
    until(wanted, || stage.home.log().contains(&format!("switcher_key state={wanted}"))).await;
}

/// How often the switcher's page has asked for its rows.
fn connected(stage: &Stage) -> usize {
    stage.home.log().matches("page_connected page=switcher").count()
}

#[tokio::test]
async fn its_key_opens_it_as_often_as_it_is_pressed() {
    let mut stage = Stage::start(&fixtures::project1()).await;
    stage.home.write(PREFERENCES, "version = 1\nswitcher_key = \"Ctrl+Alt+S\"\n");
    let (_running, mut item) = stage.tray().await;
    item.until("the profile", has("project1")).await;
    until_key(&stage, "works").await;
    for round in 1..=ROUNDS {
        stage.desktop.press(&["ctrl+alt+s"]).expect("pressed");
        until_it_has_the_keyboard(&stage).await;
        until("its page", || connected(&stage) == round).await;
        if round % 2 == 0 {
            stage.desktop.press(&["Escape"]).expect("pressed");
        } else {
            stage.desktop.type_text("proj").expect("typed");
            stage.desktop.press(&["Return"]).expect("pressed");
            let renewals = round.div_ceil(2);
            until("a new session", || stage.sim.count("AssumeRole") == renewals).await;
        }
        until_gone(&stage).await;
    }
    // Another key, at once; and the old one means nothing any more.
    stage.home.write(PREFERENCES, "version = 1\nswitcher_key = \"Super+Shift+F9\"\n");
    until("the other key", || stage.home.log().matches("switcher_key state=works").count() == 2).await;
    stage.desktop.press(&["ctrl+alt+s", "super+shift+F9"]).expect("pressed");
    until("its page", || connected(&stage) == ROUNDS + 1).await;
}

#[tokio::test]
async fn a_key_of_another_program_is_said_to_be_taken() {
    let mut stage = Stage::start(&fixtures::project1()).await;
    stage.home.write(PREFERENCES, "version = 1\nswitcher_key = \"Ctrl+Alt+S\"\n");
    let (_first, mut item) = stage.tray().await;
    item.until("the profile", has("project1")).await;
    until_key(&stage, "works").await;
    // Another program: the same one, in another home.
    let other = Home::with_config(&fixtures::project1());
    other.write(PREFERENCES, "version = 1\nswitcher_key = \"Ctrl+Alt+S\"\n");
    let _second = start(&other, &stage, &[], "x11");
    until("the other to be told", || other.log().contains("switcher_key state=taken")).await;
    // (The window manager has Ctrl+Alt+D, and is another program too.)
    other.write(PREFERENCES, "version = 1\nswitcher_key = \"Shift+Super+F11\"\n");
    until("another key", || other.log().contains("switcher_key state=works")).await;
}

/// A desktop that has such a portal is asked, and what it allows opens the switcher.
#[tokio::test]
async fn on_wayland_the_desktop_is_asked() {
    let mut stage = Stage::start(&fixtures::project1()).await;
    stage.home.write(PREFERENCES, "version = 1\nswitcher_key = \"Ctrl+Alt+S\"\n");
    let mut portal = Portal::start(stage.desktop.bus_address(), Some("Meta+Space")).await;
    let _running = start(&stage.home, &stage, &[], "wayland");
    let mut item = stage.host.item().await;
    item.until("the profile", has("project1")).await;
    let asked = portal.asked().await;
    assert_eq!((asked.description.as_str(), asked.trigger.as_str()), ("Find a profile", "CTRL+ALT+s"));
    until_key(&stage, "works").await;
    for round in 1..=3 {
        portal.press(&asked).await;
        until_it_has_the_keyboard(&stage).await;
        until("its page", || connected(&stage) == round).await;
        stage.desktop.press(&["Escape"]).expect("pressed");
        until_gone(&stage).await;
    }
    // The portal starts anew: so does the wish.
    drop(portal);
    let mut portal = Portal::start(stage.desktop.bus_address(), Some("Meta+Space")).await;
    let again = portal.asked().await;
    until("the new key", || stage.home.log().matches("switcher_key state=works").count() == 2).await;
    portal.press(&again).await;
    until_it_has_the_keyboard(&stage).await;
}

#[tokio::test]
async fn a_desktop_that_refuses_or_has_no_portal_is_said_to() {
    let stage = Stage::start(&fixtures::project1()).await;
    let portal = Portal::start(stage.desktop.bus_address(), None).await;
    stage.home.write(PREFERENCES, "version = 1\nswitcher_key = \"Ctrl+Alt+S\"\n");
    let _running = start(&stage.home, &stage, &[], "wayland");
    until_key(&stage, "refused").await;
    drop(portal);
    stage.home.write(PREFERENCES, "version = 1\nswitcher_key = \"Ctrl+Alt+D\"\n");
    until_key(&stage, "unsupported").await;
}

#[tokio::test]
async fn the_tray_and_the_command_line_open_it() {
    let mut stage = Stage::start(&fixtures::project1()).await;
    let (_running, mut item) = stage.tray().await;
    item.until("the profile", has("project1")).await;
    item.click("Find a profile").await;
    until_it_has_the_keyboard(&stage).await;
    until("its page", || connected(&stage) == 1).await;
    stage.desktop.press(&["ctrl+c"]).expect("pressed");
    until_gone(&stage).await;
    until("the clipboard", || stage.clipboard("UTF8_STRING").contains("AWS_PROFILE=project1")).await;
    // What a desktop without such keys binds itself.
    let mut second = start(&stage.home, &stage, &["--switcher"], "x11");
    until_it_has_the_keyboard(&stage).await;
    assert!(second.0.wait().expect("it ends").success());
    // Who goes on elsewhere is done with it.
    until("its page", || connected(&stage) == 2).await;
    item.click("Open Sandglass").await;
    until_gone(&stage).await;
    until("the window", || stage.desktop.shows("^Sandglass$").expect("xdotool runs")).await;
}

/// Starts the program in a session of this kind.
fn start(home: &Home, stage: &Stage, arguments: &[&str], session: &str) -> Running {
    let mut command = home.command(built("sandglass-desktop"));
    command.envs(stage.desktop.environment()).env("XDG_SESSION_TYPE", session).args(arguments);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    Running(command.spawn().expect("it starts"))
}
