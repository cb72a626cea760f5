//! Diagnoses in the real window: made, shown, fixed, and made again.
#![cfg(target_os = "linux")]

use aws_sim::{Sim, World};
use fantoccini::key::Key;
use sandglass_tests::doctor::programs::{self, Cli};
use sandglass_tests::stage::until;
use sandglass_tests::tray_host::TrayHost;
use sandglass_tests::window::Window;
use sandglass_tests::{Home, fixtures, set_up, skipped};
use tempfile::TempDir;
use xtask::desktop::VirtualDesktop;

const DIAGNOSE: &str = "[aria-keyshortcuts='Control+3']";
const FIRST_FIX: &str = "[data-first-fix]";
const DIALOG_CONFIRM: &str = "dialog .primary";
/// Nobody else has it: it must never reach a page.
const CANARY: &str = "canary/shell/secret+of/forty/characters00";

/// A home, its AWS, and a desktop to show it on.
struct Stage {
    sim: Sim,
    home: Home,
    desktop: VirtualDesktop,
    host: TrayHost,
    _directory: TempDir,
}

/// None where there is no AWS CLI to speak for.
async fn stage(config: &str) -> Option<Stage> {
    set_up("SANDGLASS_TEST_AWS2")?;
    let sim = Sim::start(World::small()).expect("a free port");
    let mut home = Home::in_sim(config, &sim);
    programs::add(&home, programs::FOLDER, Cli::V2);
    home.set("PATH", &format!("{}:/usr/bin:/bin", home.path().join(programs::FOLDER).display()));
    home.set("SHELL", "/usr/bin/zsh");
    let directory = tempfile::tempdir().expect("a directory");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let host = TrayHost::start(desktop.bus_address()).await;
    Some(Stage { sim, home, desktop, host, _directory: directory })
}

impl Stage {
    async fn window(&self) -> Option<Window> {
        Window::open(&self.home, &self.desktop).await
    }

    fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.home.path().join(name)).expect("a file")
    }
}

/// Goes to the view and looks at a profile.
async fn diagnose(window: &Window, profile: &str) {
    window.click(DIAGNOSE).await;
    let chooser = window.find("[role='combobox']").await;
    chooser.click().await.expect("clicked");
    // The driver puts what it types somewhere into what is there.
    let gone = [Key::Backspace, Key::Delete].map(|key| char::from(key).to_string().repeat(60)).concat();
    chooser.send_keys(&format!("{gone}{profile}{}", char::from(Key::Enter))).await.expect("typed");
    let what = chooser.prop("value").await.expect("a value");
    assert_eq!(what.as_deref(), Some(profile));
}

#[tokio::test]
async fn keys_that_a_shell_file_sets_are_found_shown_removed_and_looked_for_again() {
    let test = "keys_that_a_shell_file_sets_are_found_shown_removed_and_looked_for_again";
    let Some(stage) = stage(&fixtures::project1()).await else { return skipped(test, "SANDGLASS_TEST_AWS2") };
    let around = ("alias ll='ls -l'\n# only for today\n", "export EDITOR=vim\n");
    let lines = format!(
        "export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXPIRED\nexport AWS_SECRET_ACCESS_KEY='{CANARY}'\n\
         export AWS_SESSION_TOKEN={CANARY}\nexport AWS_CREDENTIAL_EXPIRATION=2020-01-01T00:00:00Z\n"
    );
    stage.home.write(".zshrc", &format!("{}{lines}{}", around.0, around.1));
    let Some(window) = stage.window().await else { return skipped(test, "SANDGLASS_TEST_WINDOW_DRIVER") };
    diagnose(&window, "project1").await;
    window.until("the cause", |text| text.contains("have expired")).await;
    window.until("every check", |text| text.contains(" checks, ")).await;
    window.until("the evidence", |text| text.contains("~/.zshrc") && text.contains("****")).await;
    window.accessible().await;
    window.click(FIRST_FIX).await;
    let shown = window.until("the diff", |text| text.contains("AWS_SESSION_TOKEN=****")).await;
    assert!(shown.contains("Remove 4 lines from ~/.zshrc"), "{shown}");
    window.accessible().await;
    assert!(!window.source().await.contains(CANARY), "a secret reached the page");
    assert!(stage.file(".zshrc").contains(CANARY), "nothing is done before the answer");
    window.click(DIALOG_CONFIRM).await;
    window.until("another look", |text| text.contains("Everything works")).await;
    assert_eq!(stage.file(".zshrc"), around.0.to_owned() + around.1);
    let heard = window.find("body").await.html(false).await.expect("the page");
    assert!(heard.contains("Fixed and checked again."), "it is said to screen readers");
}

#[tokio::test]
async fn the_tray_leads_to_a_diagnosis_which_a_pasted_error_steers() {
    let test = "the_tray_leads_to_a_diagnosis_which_a_pasted_error_steers";
    let Some(mut stage) = stage(&fixtures::project1()).await else {
        return skipped(test, "SANDGLASS_TEST_AWS2");
    };
    assert_eq!(stage.home.sandglass(&["renew", "project1"]).code, Some(0));
    stage.home.leave_seconds(-60);
    let clicked = async {
        let mut item = stage.host.item().await;
        item.until("the profile", |labels| labels.iter().any(|label| label.contains("project1"))).await;
        item.click("Diagnose").await;
    };
    let (window, ()) = tokio::join!(Window::start(&stage.home, &stage.desktop, &[]), clicked);
    let Some(window) = window else { return skipped(test, "SANDGLASS_TEST_WINDOW_DRIVER") };
    window.until("a verdict", |text| text.contains("Everything works")).await;
    let chooser = window.find("[role='combobox']").await;
    assert_eq!(chooser.prop("value").await.expect("a value").as_deref(), Some("project1"));
    window.choose("button", "Paste an error…").await;
    let field = window.find("textarea").await;
    field.send_keys("what is this").await.expect("typed");
    window.until("no guess", |text| text.contains("The error was not recognized")).await;
    field.clear().await.expect("cleared");
    let error = "An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security \
                 token included in the request is expired";
    field.send_keys(error).await.expect("typed");
    window.until("what it is", |text| text.contains("ExpiredToken from GetCallerIdentity")).await;
    window.accessible().await;
    window.click(DIALOG_CONFIRM).await;
    window.until("its meaning", |text| text.contains("A session that was used has expired.")).await;
    window.choose("button", "Forget the error").await;
    window.until("it is forgotten", |text| !text.contains("A session that was used")).await;
}

#[tokio::test]
async fn a_header_without_its_prefix_is_fixed_in_portuguese() {
    let test = "a_header_without_its_prefix_is_fixed_in_portuguese";
    let config = fixtures::project1().replace("[profile project1]", "[project1]");
    let Some(mut stage) = stage(&config).await else { return skipped(test, "SANDGLASS_TEST_AWS2") };
    stage.home.set("LANG", "pt_BR.UTF-8");
    stage.home.set("AWS_PROFILE", "project1");
    let Some(window) = stage.window().await else { return skipped(test, "SANDGLASS_TEST_WINDOW_DRIVER") };
    window.click(DIAGNOSE).await;
    window.until("the view", |text| text.contains("Diagnóstico") && text.contains("[project1]")).await;
    window.until("every check", |text| text.contains("verificações, ")).await;
    window.accessible().await;
    window.click(FIRST_FIX).await;
    window.until("the diff", |text| text.contains("[profile project1]")).await;
    window.click(DIALOG_CONFIRM).await;
    window.until("another look", |text| text.contains("Tudo funciona")).await;
    assert_eq!(stage.file(".aws/config"), fixtures::project1());
}

#[tokio::test]
async fn a_code_that_a_fix_takes_is_typed_and_it_is_looked_at_again() {
    let test = "a_code_that_a_fix_takes_is_typed_and_it_is_looked_at_again";
    let Some(stage) = stage(&fixtures::admin()).await else { return skipped(test, "SANDGLASS_TEST_AWS2") };
    let Some(window) = stage.window().await else { return skipped(test, "SANDGLASS_TEST_WINDOW_DRIVER") };
    diagnose(&window, "admin").await;
    window.until("every check", |text| text.contains(" checks, ")).await;
    window.click(FIRST_FIX).await;
    until("the prompt", || stage.desktop.shows("MFA code for admin").expect("xdotool runs")).await;
    let own = window.client.window().await.expect("a window");
    let pages = window.client.windows().await.expect("windows");
    let prompt = pages.into_iter().find(|page| *page != own).expect("a second one");
    window.client.switch_to_window(prompt).await.expect("it is there");
    let field = window.find("input[inputmode='numeric']").await;
    field.send_keys("111111").await.expect("typed");
    // The prompt may be gone before its driver has heard of it.
    let _ = field.send_keys(&char::from(Key::Enter).to_string()).await;
    window.client.switch_to_window(own).await.expect("it is still there");
    window.until("another look", |text| text.contains("Everything works")).await;
    assert_eq!(stage.sim.count("AssumeRole"), 1, "nothing was asked for twice");
}

#[tokio::test]
async fn a_click_on_a_place_opens_the_editor_that_was_chosen_at_the_line() {
    let test = "a_click_on_a_place_opens_the_editor_that_was_chosen_at_the_line";
    let config = fixtures::project1();
    let Some(stage) = stage(&config).await else { return skipped(test, "SANDGLASS_TEST_AWS2") };
    let told = stage.home.path().join("told");
    let script = stage.home.path().join("my editor");
    let lines = format!("#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\n", told.display());
    std::fs::write(&script, lines).expect("written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(&script, mode).expect("made a program");
    let chosen = format!("version = 1\neditor = '\"{}\" --at={{line}} {{file}}'\n", script.display());
    stage.home.write(".config/sandglass/preferences.toml", &chosen);
    stage.home.write(".aws/config", &format!("{config}[profile broken\n"));
    let line = config.lines().count() + 1;
    let Some(window) = stage.window().await else { return skipped(test, "SANDGLASS_TEST_WINDOW_DRIVER") };
    window.until("what is wrong", |text| text.contains(&format!("~/.aws/config:{line} is broken"))).await;
    window.accessible().await;
    window.choose("button", "Open the file").await;
    until("the editor", || told.exists()).await;
    let expected = format!("--at={line}\n{}\n", stage.home.path().join(".aws/config").display());
    until("its arguments", || std::fs::read_to_string(&told).is_ok_and(|told| told == expected)).await;
    // The fix is shown first, and every profile works again.
    window.choose("button", "Fix…").await;
    window.until("the diff", |text| text.contains("[profile broken]")).await;
    window.click(DIALOG_CONFIRM).await;
    window.until("it is whole", |text| !text.contains("is broken")).await;
    assert_eq!(stage.file(".aws/config"), format!("{config}[profile broken]\n"));
}
