//! What a window leaves behind when it is closed: no process, and no memory that grows.
#![cfg(target_os = "linux")]

use std::path::Path;

use sandglass_tests::desktop_program::has;
use sandglass_tests::fixtures;
use sandglass_tests::stage::{Stage, until};

/// So often it is opened and closed.
const TIMES: usize = 10;
/// How much more, in KiB, everything may hold after the last close than after the second.
const MOST_MORE: u64 = 15 * 1024;

/// A process and all below it, with their names.
fn tree(root: u32) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![root];
    while let Some(process) = waiting.pop() {
        let Ok(name) = std::fs::read_to_string(format!("/proc/{process}/comm")) else { continue };
        found.push((process, name.trim().to_owned()));
        let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
        for task in tasks {
            let children = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
            waiting.extend(children.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        }
    }
    found
}

/// The proportional set size of the whole tree, in KiB.
fn memory(root: u32) -> u64 {
    let of = |process: u32| -> Option<u64> {
        let text = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("smaps_rollup"));
        let text = text.ok()?;
        let line = text.lines().find(|line| line.starts_with("Pss:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    tree(root).into_iter().filter_map(|(process, _)| of(process)).sum()
}

fn is_shown(root: u32) -> bool {
    tree(root).iter().any(|(_, name)| name.starts_with("WebKitWebProces"))
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
        after.push(memory(program));
    }
    println!("KiB after each close: {after:?}");
    let (second, last) = (after[1], after[TIMES - 1]);
    assert!(last <= second + MOST_MORE, "KiB after each close: {after:?}");
    let place = std::fs::read_to_string(stage.home.path().join(".local/state/sandglass/window.json"));
    assert!(place.expect("its place is remembered").contains("\"width\":1152"));
}
