//! The rows of the real window: their menu, and the choice of what is watched.
#![cfg(target_os = "linux")]

use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_RIGHT, MouseActions, PointerAction};
use sandglass_tests::fixtures;
use sandglass_tests::stage::{Stage, until};
use sandglass_tests::window::Window;

fn preferences(stage: &Stage) -> String {
    std::fs::read_to_string(stage.home.path().join(".config/sandglass/preferences.toml")).unwrap_or_default()
}

async fn until_chosen(stage: &Stage, line: &str) {
    let what = format!("{line} in the preferences");
    until(&what, || preferences(stage).contains(line)).await;
}

async fn right_click(window: &Window, css: &str) {
    let element = window.find(css).await;
    let clicks = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_RIGHT })
        .then(PointerAction::Up { button: MOUSE_BUTTON_RIGHT });
    window.client.perform_actions(clicks).await.expect("clicked");
}

#[tokio::test]
async fn a_right_click_watches() {
    let world = Stage::start(&(fixtures::project1() + &fixtures::admin())).await;
    let Some(window) = world.window("a_right_click_watches").await else { return };
    right_click(&window, "[data-row='project1'] .name").await;
    window.find("[role='menu']").await;
    window.accessible().await;
    window.choose("menuitem", "Stop watching").await;
    until_chosen(&world, "watched = [\"admin\"]").await;
    right_click(&window, "[data-row='project1'] .name").await;
    window.choose("menuitem", "Watch").await;
    until_chosen(&world, "watched = [\"admin\", \"project1\"]").await;
    let menus = window.client.find_all(Locator::Css("[role='menu']")).await.expect("looked for");
    assert!(menus.is_empty(), "the menu is closed");
}

#[tokio::test]
async fn with_many_profiles_the_window_asks_which_to_watch() {
    let names: Vec<String> = (0..10).map(|number| format!("role-{number}")).collect();
    let roles: String = names.iter().map(|name| fixtures::role(name, "base", &[])).collect();
    let world = Stage::start(&(fixtures::project1() + &roles)).await;
    let test = "with_many_profiles_the_window_asks_which_to_watch";
    let Some(window) = world.window(test).await else { return };
    // Two clicks: the account, and Save.
    window.click("dialog [role='checkbox'].account").await;
    window.accessible().await;
    window.choose("button", "Save").await;
    until("all of the account", || names.iter().all(|name| preferences(&world).contains(name))).await;
    window.until("no question", |text| !text.contains("Not now")).await;
}
