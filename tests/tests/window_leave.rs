//! Closing the real window while a form holds unsaved edits.
#![cfg(target_os = "linux")]

use sandglass_tests::fixtures;
use sandglass_tests::stage::{Stage, until};
use sandglass_tests::window::Window;

const PROFILES: &str = "[aria-keyshortcuts='Control+2']";
const REGION: &str = ".editor [title='region'] + * input";
const QUESTION: &str = "Close without saving?";

/// A window whose profile has another region, typed and not written.
async fn edited(stage: &Stage, test: &str) -> Option<Window> {
    let window = stage.window(test).await?;
    window.until("the sessions", |text| text.contains("project1")).await;
    window.click(PROFILES).await;
    window.click("[data-kind][data-row='project1']").await;
    window.fill(REGION, "eu-west-3").await;
    window.until("the edit", |text| text.contains("not saved yet")).await;
    Some(window)
}

fn is_open(stage: &Stage) -> bool {
    stage.desktop.shows("^Sandglass$").expect("xdotool runs")
}

#[tokio::test]
async fn an_edit_is_not_lost_by_closing_the_window() {
    let stage = Stage::start(&fixtures::project1()).await;
    let Some(window) = edited(&stage, "an_edit_is_not_lost_by_closing_the_window").await else { return };
    stage.desktop.close("^Sandglass$").expect("it is asked to close");
    window.until("the question", |text| text.contains(QUESTION)).await;
    window.accessible().await;
    window.choose("button", "Cancel").await;
    window
        .until("the edit is still there", |text| !text.contains(QUESTION) && text.contains("eu-west-3"))
        .await;
    // Asked again, and let go: nothing was written.
    stage.desktop.close("^Sandglass$").expect("it is asked to close");
    window.until("the question again", |text| text.contains(QUESTION)).await;
    // The window may be gone before its driver has heard of it.
    let _ = window.find("dialog .danger").await.click().await;
    until("the window to go", || !is_open(&stage)).await;
    assert_eq!(stage.home.aws_file("config"), fixtures::project1());
}

#[tokio::test]
async fn an_edit_is_not_lost_by_quitting_and_one_that_was_written_holds_nothing() {
    let mut stage = Stage::start(&fixtures::project1()).await;
    let test = "an_edit_is_not_lost_by_quitting_and_one_that_was_written_holds_nothing";
    let Some(window) = edited(&stage, test).await else { return };
    let item = stage.host.item().await;
    item.click("Quit").await;
    window.until("the question", |text| text.contains(QUESTION)).await;
    window.choose("button", "Cancel").await;
    window.find(".editor .primary[aria-disabled='false']").await.click().await.expect("clicked");
    window.until("it is written", |text| text.contains("Saved to ~/.aws/config")).await;
    stage.desktop.close("^Sandglass$").expect("it is asked to close");
    until("the window to go", || !is_open(&stage)).await;
    assert!(stage.home.aws_file("config").contains("region = eu-west-3"));
}

#[tokio::test]
async fn saving_from_the_question_writes_and_then_closes() {
    let stage = Stage::start(&fixtures::project1()).await;
    let Some(window) = edited(&stage, "saving_from_the_question_writes_and_then_closes").await else {
        return;
    };
    stage.desktop.close("^Sandglass$").expect("it is asked to close");
    window.until("the question", |text| text.contains(QUESTION)).await;
    // The window may be gone before its driver has heard of it.
    let _ = window.find("dialog .primary[aria-disabled='false']").await.click().await;
    until("the window to go", || !is_open(&stage)).await;
    assert!(stage.home.aws_file("config").contains("region = eu-west-3"));
}
