//! No secret is shown by the desktop program, in any form: not by the tray, a notification, a page, the log or what it
//! prints, with canaries in every place where a home can hold one.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use sandglass_tests::canaries::{self, PROFILES};
use sandglass_tests::desktop_program::{has, printed, start};
use sandglass_tests::notification_daemon::NotificationDaemon;
use sandglass_tests::tray_host::{Entry, Monitor, TrayHost};
use sandglass_tests::window::Window;
use sandglass_tests::{Home, skipped};
use xtask::desktop::VirtualDesktop;

/// Longer than all answers take on a slow machine.
const LIMIT: Duration = Duration::from_mins(3);

/// The home without a question at the first start, and with everything in the tray.
fn home(sim: &aws_sim::Sim) -> Home {
    let mut home = canaries::home(sim);
    home.set("SHELL", "/bin/zsh");
    let names: Vec<String> = PROFILES.iter().map(|profile| format!("\"{}\"", profile.name)).collect();
    let chosen = format!(
        "watched = [{}]\nproxy = \"http://ana:CANARYproxy@127.0.0.1:9\"\nnotify_minutes = [20]\n",
        names.join(", ")
    );
    home.write(".config/sandglass/preferences.toml", &chosen);
    home
}

/// A line of an answer is long.
fn around(line: &str) -> String {
    let at = line.find(canaries::CANARY).unwrap_or_default();
    let before = line[..at].chars().count().saturating_sub(300);
    line.chars().skip(before).take(600).collect()
}

/// Fails for every place that shows a canary, and says which.
fn none_in(places: &BTreeMap<String, String>) {
    let shown: Vec<String> = places
        .iter()
        .flat_map(|(place, text)| {
            canaries::shown(text).into_iter().map(move |line| format!("{place}: {}", around(line)))
        })
        .collect();
    assert!(shown.is_empty(), "{shown:#?}");
}

#[tokio::test]
async fn tray_notifications_log_and_bus_show_none() {
    let sim = canaries::sim();
    let home = home(&sim);
    let directory = tempfile::tempdir().expect("a directory");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let monitor = Monitor::start(desktop.bus_address()).await;
    let mut daemon = NotificationDaemon::start(desktop.bus_address()).await;
    let mut host = TrayHost::start(desktop.bus_address()).await;
    let running = start(&home, &desktop);
    let mut item = host.item().await;
    item.until("the profiles", has("denied")).await;
    let mut places = BTreeMap::new();
    for name in PROFILES.iter().map(|profile| profile.name) {
        // What needs no person was tried already, and says why it failed; what fails at a click says it in its line.
        let words = format!(" {name} · ");
        let fits = |entry: &Entry| entry.enabled && entry.label.contains(&words);
        if item.menu().await.iter().any(fits) {
            item.click(&words).await;
        }
        places.insert(format!("tooltip after {name}"), item.tooltip().await);
        places.insert(format!("menu after {name}"), format!("{:?}", item.menu().await));
    }
    let ended = |labels: &[String]| !labels.iter().any(|label| label.contains("renewing"));
    item.until("every answer", ended).await;
    places.insert("the menu at last".to_owned(), format!("{:?}", item.menu().await));
    places.insert("the tooltip at last".to_owned(), item.tooltip().await);
    assert!(places["the menu at last"].contains("denied · no session yet · renewal failed"), "{places:#?}");
    let called = daemon.more();
    assert!(format!("{called:?}").contains("denied"), "no notification: {called:?}");
    places.insert("notifications".to_owned(), format!("{called:#?}"));
    places.insert("D-Bus".to_owned(), String::from_utf8_lossy(&monitor.heard()).into_owned());
    places.insert("printed".to_owned(), printed(running));
    places.insert("the log".to_owned(), home.log());
    places.insert("what is kept".to_owned(), canaries::kept(&home));
    assert!(!places["the log"].is_empty() && places["D-Bus"].contains("denied"), "nothing was looked at");
    none_in(&places);
}

/// Asks the program everything that a page can ask of each profile, and keeps every answer.
const ASK_EVERYTHING: &str = r"
    const [profiles, pasted, done] = arguments;
    const ask = async (command, given) => {
        try {
            return JSON.stringify(await window.__TAURI_INTERNALS__.invoke(command, given));
        } catch (error) {
            return JSON.stringify(error);
        }
    };
    (async () => {
        const said = {};
        for (const profile of profiles) {
            const section = { is: 'profile', name: profile };
            said[`details of ${profile}`] = await ask('session_details', { profile });
            said[`form of ${profile}`] = await ask('profile_form', { section });
            const set = [{ key: 'region', value: 'eu-west-1' }];
            const edits = {
                change: { do: 'change', section, name: profile, set, unset: [], file: null },
                rename: { do: 'change', section, name: 'renamed', set: [], unset: [], file: null },
                remove: { do: 'remove', section },
                duplicate: { do: 'duplicate', section, name: 'again' },
            };
            for (const [kind, edit] of Object.entries(edits)) {
                const plan = await ask('plan_profile', { edit });
                said[`${kind} of ${profile}`] = plan;
                const { id } = JSON.parse(plan);
                if (kind === 'change' && id) said[`trial of ${profile}`] = await ask('try_plan', { id, code: null });
            }
            said[`diagnosis of ${profile}`] =
                await ask('diagnose', { profile, error: null, channel: '__CHANNEL__:0' });
        }
        said['diagnosis'] = await ask('diagnose', { profile: null, error: null, channel: '__CHANNEL__:0' });
        said['error'] = await ask('read_error', { text: pasted, profile: null });
        said['pasted'] = await ask('paste_profile', { into: null });
        const { id: paste } = JSON.parse(said['pasted']);
        said['plan of what was pasted'] =
            await ask('plan_profile', { edit: { do: 'paste', paste, profile: 'new', set: [] } });
        // Whoever watches the window is told everything at once.
        said['messages'] = await new Promise((told) => {
            const id = window.__TAURI_INTERNALS__.transformCallback((message) => told(JSON.stringify(message)));
            void ask('watch_window', { channel: `__CHANNEL__:${id}` });
        });
        said['profiles'] = await ask('profile_list', {});
        said['day'] = await ask('day', {});
        said['network'] = await ask('test_network', {});
        said['undo'] = await ask('undo_profiles', { again: false });
        said['broken'] = await ask('broken_files', {});
        said['report'] = await ask('copy_report', { maskAccounts: false });
        done(said);
    })();
";

/// Opens the window on a home, asks everything, looks at each view, and returns all it was told and showed.
async fn told(test: &str, home: &Home, names: &[&str]) -> Option<BTreeMap<String, String>> {
    let directory = tempfile::tempdir().expect("a directory");
    let desktop = VirtualDesktop::start(directory.path()).expect("a desktop");
    let Some(window) = Window::open(home, &desktop).await else {
        skipped(test, "SANDGLASS_TEST_WINDOW_DRIVER");
        return None;
    };
    window.until("every profile", |text| text.contains(names[0])).await;
    let mut places = BTreeMap::new();
    window.client.update_timeouts(timeouts()).await.expect("a driver that waits");
    copy(&desktop, PASTED);
    let given = vec![serde_json::json!(names), serde_json::json!(PASTED)];
    let said = window.client.execute_async(ASK_EVERYTHING, given).await.expect("answers");
    for (place, text) in said.as_object().expect("answers") {
        places.insert(place.clone(), text.as_str().unwrap_or_default().to_owned());
    }
    for view in 1..=5 {
        window.click(&format!("[aria-keyshortcuts='Control+{view}']")).await;
        places.insert(format!("view {view}"), window.source().await);
    }
    // The report for a ticket is on the clipboard.
    places.insert("the report".to_owned(), until_copied(&desktop, "## Evidence").await);
    places.insert("the log".to_owned(), home.log());
    places.insert("what is kept".to_owned(), canaries::kept(home));
    Some(places)
}

#[tokio::test]
async fn the_window_shows_none_and_no_page_is_told_one() {
    let sim = canaries::sim();
    let names: Vec<&str> = PROFILES.iter().map(|profile| profile.name).collect();
    let test = "the_window_shows_none_and_no_page_is_told_one";
    let Some(places) = told(test, &home(&sim), &names).await else { return };
    for (place, words) in [
        ("details of denied", "source_profile"),
        ("form of misplaced", "aws_session_tokn"),
        ("diagnosis of denied", "verdict"),
        ("trial of denied", "refused"),
        ("trial of device", "needsCode"),
        ("change of denied", "eu-west-1"),
        ("pasted", "aws_secret_access_key"),
        ("plan of what was pasted", "aws_session_token"),
        ("messages", "denied"),
    ] {
        assert!(places[place].contains(words), "{place}: {}", places[place]);
    }
    none_in(&places);
}

#[tokio::test]
async fn of_files_that_are_refused_the_window_shows_none() {
    let sim = canaries::sim();
    let names = canaries::broken_profiles();
    let test = "of_files_that_are_refused_the_window_shows_none";
    let Some(places) = told(test, &canaries::broken_home(&sim), &names).await else { return };
    assert!(places["broken"].contains("isWrong"), "{}", places["broken"]);
    assert!(places["diagnosis"].contains("verdict"), "{}", places["diagnosis"]);
    none_in(&places);
}

/// What a person has on the clipboard.
const PASTED: &str = "[new]\naws_access_key_id = ASIAIOSFODNN7PASTED\naws_secret_access_key = CANARYcopied\n\
                      aws_session_token = CANARYcopiedtoken\naws_sesion_tokn = CANARYcopiedwrong\n\
                      endpoint_url = http://ana:CANARYcopiedpw@127.0.0.1:9\n";

fn copy(desktop: &VirtualDesktop, text: &str) {
    let mut command = xtask::programs::command("xclip").expect("it is in the table");
    command.args(["-selection", "clipboard", "-i"]).envs(desktop.environment());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("it runs");
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it reads");
    assert!(child.wait().expect("it ends").success());
}

/// What is on the clipboard, once it has these words.
async fn until_copied(desktop: &VirtualDesktop, words: &str) -> String {
    let copied = tokio::time::timeout(LIMIT, async {
        loop {
            let mut command = xtask::programs::command("xclip").expect("it is in the table");
            command.args(["-selection", "clipboard", "-o"]).envs(desktop.environment());
            let text = String::from_utf8_lossy(&command.output().expect("it runs").stdout).into_owned();
            if text.contains(words) {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    copied.await.expect("something is copied")
}

fn timeouts() -> fantoccini::wd::TimeoutConfiguration {
    fantoccini::wd::TimeoutConfiguration::new(Some(LIMIT), None, None)
}
