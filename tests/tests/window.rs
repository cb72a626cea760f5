//! The real window of the real program, driven as a person would drive it.
#![cfg(target_os = "linux")]

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::key::Key;
use sandglass_tests::desktop_program::has;
use sandglass_tests::stage::{Stage, until};
use sandglass_tests::window::Window;
use sandglass_tests::{fixtures, skipped};

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);

const PREFERENCES: &str = ".config/sandglass/preferences.toml";
const SESSIONS: &str = "[aria-keyshortcuts='Control+1']";
const CACHES: &str = "[aria-keyshortcuts='Control+4']";
const CHOICES: &str = "[aria-keyshortcuts='Control+5']";

const CLOSE_MESSAGES: &str =
    "document.querySelectorAll('.toast > .icon-button').forEach((one) => one.click())";

/// A session of an hour was just made.
fn is_about_an_hour(text: &str) -> bool {
    (55..60).any(|minutes| text.contains(&format!("{minutes} min")))
}

fn preferences(stage: &Stage) -> String {
    std::fs::read_to_string(stage.home.path().join(PREFERENCES)).unwrap_or_default()
}

/// Waits for a text in the preferences file: it is written after the page was answered.
async fn until_chosen(stage: &Stage, line: &str) {
    let what = format!("{line} in the preferences");
    until(&what, || preferences(stage).contains(line)).await;
}

#[tokio::test]
async fn search_renew_clean_and_choose() {
    let world = Stage::start(&(fixtures::project1() + &fixtures::admin())).await;
    // Else a session that expires is renewed before anybody can clean it.
    world.home.write(".config/sandglass/preferences.toml", "version = 1\nsilent_renewal = false\n");
    let Some(window) = world.window("search_renew_clean_and_choose").await else { return };
    window.until("every profile", |text| text.contains("project1") && text.contains("admin")).await;
    window.find("[role='searchbox']").await.send_keys("proj").await.expect("typed");
    window.until("one profile", |text| !text.contains("prod-admin via base")).await;
    window.click("[data-row='project1'] .do button").await;
    window.until("the new session", is_about_an_hour).await;
    assert_eq!(world.sim.count("AssumeRole"), 1);

    // What has run out is cleaned without a question.
    world.home.leave_seconds(-60);
    window.click(CACHES).await;
    window.until("the entry", |text| text.contains("Clean caches (1)")).await;
    window.click("header .primary").await;
    window.until("no entry", |text| !text.contains("cli/cache")).await;
    assert_eq!(world.home.cache_files(), [] as [std::path::PathBuf; 0]);
    // It comes back from the message, to its owner alone.
    window.click("[role='status'] .button").await;
    window.until("the entry again", |text| text.contains("Clean caches (1)")).await;
    let [entry] = &world.home.cache_files()[..] else { panic!("not one entry") };
    let mode = std::fs::metadata(entry).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    window.click("header .primary").await;
    window.until("no entry", |text| !text.contains("cli/cache")).await;
    // Messages with an Undo stay a while, above what is clicked next.
    window.client.execute(CLOSE_MESSAGES, vec![]).await.expect("closed");

    window.click(CHOICES).await;
    window.click("select option[value='pt-BR']").await;
    window.until("Portuguese", |text| text.contains("Preferências")).await;
    until_chosen(&world, "language = \"pt-BR\"").await;
    window.click("input[name='theme'][value='dark'] + *, label:has(input[name='theme'][value='dark'])").await;
    until_chosen(&world, "theme = \"dark\"").await;
    let first = window.find("input[inputmode='numeric']").await;
    first.clear().await.expect("cleared");
    first.send_keys("20").await.expect("typed");
    window.press(Key::Enter).await;
    until_chosen(&world, "notify_minutes = [20, 5]").await;
}

#[tokio::test]
async fn a_wrong_code_then_a_right_one() {
    let second = fixtures::role(
        "root",
        "prod-admin",
        &["mfa_serial = arn:aws:iam::123456789012:mfa/ana", "role_session_name = root"],
    );
    let mut world = Stage::start(&(fixtures::admin() + &second)).await;
    // The tray's click opens the prompt: the first page of the program.
    let clicked = async {
        let mut item = world.host.item().await;
        item.until("the profiles", has("admin · no session yet")).await;
        item.click("admin").await;
        item
    };
    let (prompt, mut item) = tokio::join!(Window::start(&world.home, &world.desktop, &["--tray"]), clicked);
    let Some(prompt) = prompt else { return skipped("a_wrong_code_then_a_right_one", "a driver") };
    prompt.until("the device", |text| text.contains("arn:aws:iam::123456789012:mfa/ana")).await;
    // The field has the focus, and six digits are enough to press Enter.
    prompt.keys("000000").await;
    prompt.press(Key::Enter).await;
    prompt.until("the refusal", |text| text.contains("refused")).await;
    assert_eq!(world.sim.log().len(), 1, "it was tried");
    // The other one behind the device is chosen already, and stays so.
    assert!(prompt.find("input[type='checkbox']").await.is_selected().await.expect("a checkbox"));
    let field = prompt.find("input[inputmode='numeric']").await;
    field.send_keys("111111").await.expect("typed");
    // The prompt may be gone before its driver has heard of it.
    let _ = field.send_keys(&char::from(Key::Enter).to_string()).await;
    item.until("both sessions", |labels| labels.iter().filter(|label| is_about_an_hour(label)).count() == 2)
        .await;
    // One code, one session of the user, and a role's session each.
    assert_eq!(world.sim.count("GetSessionToken"), 2, "a refused one, and one that was not");
    assert_eq!(world.sim.count("AssumeRole"), 2);
    until("the prompt to go", || !world.desktop.shows("MFA code for admin").expect("xdotool runs")).await;
}

#[tokio::test]
async fn all_by_keyboard() {
    let world = Stage::start(&(fixtures::project1() + &fixtures::admin())).await;
    let Some(window) = world.window("all_by_keyboard").await else { return };
    // Real keys of a real keyboard, as the X server has it.
    let press = |keys: &[&str]| world.desktop.press(keys).expect("pressed");
    window.until("every profile", |text| text.contains("project1")).await;
    world.desktop.activate("^Sandglass$").expect("it is there");
    press(&["slash"]);
    world.desktop.type_text("project1").expect("typed");
    window.until("one profile", |text| !text.contains("prod-admin via base")).await;
    press(&["Down", "Return"]);
    window.until("the details", |text| text.contains("Chain") && text.contains("config:2")).await;
    press(&["ctrl+r"]);
    window.until("the new session", is_about_an_hour).await;
    press(&["Escape", "ctrl+4"]);
    window.until("the caches", |text| text.contains("cli/cache")).await;
    press(&["slash", "Down", "space"]);
    window.until("a chosen entry", |text| text.contains("Clean selected (1)")).await;
    press(&["ctrl+5"]);
    window.until("the preferences", |text| text.contains("Language")).await;
    press(&["ctrl+1"]);
    window.until("the sessions again", |text| text.contains("via base")).await;
    assert_eq!(world.sim.count("AssumeRole"), 1);
}

#[tokio::test]
async fn no_secret_reaches_a_page() {
    let world = Stage::start(&(fixtures::project1() + &fixtures::admin())).await;
    let Some(window) = world.window("no_secret_reaches_a_page").await else { return };
    window.until("every profile", |text| text.contains("project1")).await;
    assert_eq!(world.home.sandglass(&["renew", "project1"]).code, Some(0));
    window.until("the new session", is_about_an_hour).await;
    window.client.execute(LISTEN, vec![]).await.expect("the page listens to itself");
    for row in ["project1", "base"] {
        window.click(&format!("[data-row='{row}']")).await;
        window.until("the details", |text| text.contains("****")).await;
    }
    window.click(CACHES).await;
    window.until("the caches", |text| text.contains("cli/cache")).await;
    window.click(SESSIONS).await;
    window.find("[data-row='project1']").await;
    let heard = window.client.execute("return JSON.stringify(window.heard)", vec![]).await.expect("heard");
    let heard = heard.as_str().unwrap_or_default().to_owned();
    assert!(heard.contains("role_arn"), "the answers were not heard: {heard}");
    let everything = window.source().await + &heard;
    for secret in world.home.secrets() {
        assert!(!everything.contains(&secret), "a secret reached the page");
    }
}

/// Keeps what commands are told and answer.
const LISTEN: &str = "
    window.heard = [];
    const send = window.fetch;
    window.fetch = async (...args) => {
        const answer = await send(...args);
        window.heard.push(String(args[0]), String(args[1]?.body), await answer.clone().text());
        return answer;
    };
";

/// Copies the keys of a new session of `project1`, for fish; returns the session's token.
async fn copy_keys(world: &Stage, window: &Window) -> String {
    assert_eq!(world.home.sandglass(&["renew", "project1"]).code, Some(0));
    window.until("the new session", is_about_an_hour).await;
    window.click("[data-row='project1']").await;
    window.click("[aria-label^='Copy from']").await;
    let entry = Locator::XPath("//*[@role='menuitem'][contains(., 'fish')]");
    window
        .client
        .wait()
        .at_most(LIMIT)
        .for_element(entry)
        .await
        .expect("an entry")
        .click()
        .await
        .expect("clicked");
    let token = world.home.secrets().pop().expect("a session has a token");
    until("the keys", || world.clipboard("UTF8_STRING").contains(&token)).await;
    token
}

#[tokio::test]
async fn copied_keys_are_marked_and_taken_away() {
    let world = Stage::start(&fixtures::project1()).await;
    let Some(window) = world.window("copied_keys_are_marked_and_taken_away").await else { return };
    let token = copy_keys(&world, &window).await;
    assert!(world.clipboard("UTF8_STRING").starts_with("set -gx AWS_ACCESS_KEY_ID "));
    // What clipboard histories leave out bears this mark.
    assert_eq!(world.clipboard("x-kde-passwordManagerHint"), "secret");
    assert!(!window.source().await.contains(&token), "the page saw the keys");
    // A minute is what the user was told.
    let patience = Duration::from_mins(2);
    let gone = tokio::time::timeout(patience, async {
        while world.clipboard("UTF8_STRING").contains(&token) {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    gone.await.expect("they are taken away");
}

#[tokio::test]
async fn keys_go_from_the_clipboard_when_the_program_quits() {
    let mut world = Stage::start(&fixtures::project1()).await;
    let test = "keys_go_from_the_clipboard_when_the_program_quits";
    let Some(window) = world.window(test).await else { return };
    let token = copy_keys(&world, &window).await;
    // A program that keeps what is copied, as desktops have: it would go on holding the keys.
    let copied = world.clipboard("UTF8_STRING");
    let _kept = world.copy(&copied).await;
    let begun = std::time::Instant::now();
    world.host.item().await.click("Quit").await;
    until("no keys", || !world.clipboard("UTF8_STRING").contains(&token)).await;
    assert!(begun.elapsed() < Duration::from_secs(45), "that was the minute's end: {:?}", begun.elapsed());
}

#[tokio::test]
async fn a_broken_file_blocks_nothing_and_a_profile_may_vanish_while_it_is_shown() {
    let world = Stage::start(&(fixtures::project1() + &fixtures::admin())).await;
    let test = "a_broken_file_blocks_nothing_and_a_profile_may_vanish_while_it_is_shown";
    let Some(window) = world.window(test).await else { return };
    window.click("[data-row='admin']").await;
    window.until("its details", |text| text.contains("mfa/ana")).await;
    world.home.write(".aws/config", &fixtures::project1());
    window.until("one profile less", |text| !text.contains("mfa/ana")).await;
    world.home.write(".aws/config", &(fixtures::project1() + "no setting\n"));
    window.until("the broken line", |text| text.contains("~/.aws/config:6")).await;
    // Everything else goes on.
    window.click(CHOICES).await;
    window.click("select option[value='pt-BR']").await;
    until_chosen(&world, "language = \"pt-BR\"").await;
    window.click(SESSIONS).await;
    let odd = "a <b>&amp;\u{202e}\u{1f511}";
    let long = "x".repeat(300);
    let names = format!(
        "{}{}",
        fixtures::role(odd, "project1", &[]).replace(odd, &format!("\"{odd}\"")),
        fixtures::role(&long, "project1", &[])
    );
    world.home.write(".aws/config", &names);
    let shown = window.until("the names", |text| text.contains(&long)).await;
    assert!(shown.contains(odd), "markup in a name is text: {shown}");
}

#[tokio::test]
async fn a_first_run_says_what_will_be_written_where() {
    let mut world = Stage::start("").await;
    std::fs::remove_dir_all(world.home.path().join(".aws")).expect("an empty home");
    world.home.set("LANG", "pt_BR.UTF-8");
    let Some(window) = world.window("a_first_run_says_what_will_be_written_where").await else { return };
    window.until("the places", |text| text.contains("~/.aws/credentials") && text.contains("0600")).await;
    world.home.write(".aws/config", &fixtures::project1());
    window.until("the profile", |text| text.contains("project1")).await;
}
