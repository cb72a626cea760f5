//! A closed window leaves no process, and no memory that grows.
#![cfg(target_os = "linux")]

use sandglass_tests::desktop_program::has;
use sandglass_tests::fixtures;
use sandglass_tests::stage::{Stage, until};
use xtask::memory::{has_child, kilobytes_of_tree};

/// So often it is opened and closed.
const TIMES: usize = 10;
/// How much more, in KiB, everything may hold after the last close than after the second.
const MOST_MORE: u64 = 15 * 1024;

fn is_shown(root: u32) -> bool {
    has_child(root, "WebKitWebProces")
}

#[tokio::test]
async fn a_closed_window_gives_back_what_it_took() {
    let mut stage = Stage::start(&(fixtures::project1() + &fixtures::admin())).await;
    let (running, mut item) = stage.tray().await;
    let program = running.0.id();
    item.until("the menu", has("Open Sandglass")).await;
    let mut after = Vec::new();
    for _ in 0..TIMES {
        item.click("Open Sandglass").await;
        until("the window", || stage.desktop.shows("^Sandglass$").expect("xdotool runs")).await;
        until("its page", || is_shown(program)).await;
        stage.desktop.activate("^Sandglass$").expect("it has the keyboard");
        stage.desktop.close("^Sandglass$").expect("it is asked to close");
        until("no web process", || !is_shown(program)).await;
        after.push(kilobytes_of_tree(program));
    }
    println!("KiB after each close: {after:?}");
    let (second, last) = (after[1], after[TIMES - 1]);
    assert!(last <= second + MOST_MORE, "KiB after each close: {after:?}");
    let place = std::fs::read_to_string(stage.home.path().join(".local/state/sandglass/window.json"));
    assert!(place.expect("its place is remembered").contains("\"width\":1152"));
}
