//! What the pages are shown is what the core says of the invented home, in both languages.

use std::path::Path;

use serde_json::{Value, json};

use crate::Preview;

/// 23 November 2026, 13:23:30 UTC.
const NOW: f64 = 1_795_440_210_000.0;

fn invoke(preview: &mut Preview, command: &str, arguments: &str) -> Value {
    let said: Value = serde_json::from_str(&preview.invoke(command, arguments, NOW)).expect("JSON");
    assert!(said.get("refused").is_none(), "{command}: {said}");
    said["answer"].clone()
}

fn view(preview: &mut Preview) -> Value {
    invoke(preview, "watch_window", "{}");
    let news: Value = serde_json::from_str(&preview.news()).expect("JSON");
    news[0]["window"]["view"].clone()
}

/// The unit tests of the pages have no WebAssembly: what they need of the invented home they read in this file.
#[test]
fn what_is_recorded_for_the_unit_tests_of_the_pages_is_what_the_core_says() {
    let mut preview = Preview::new("{}", NOW);
    let choices = invoke(&mut preview, "profile_choices", "{}");
    let said = json!({ "now": NOW, "view": view(&mut preview), "choices": choices });
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/testing/recorded.json");
    if std::env::var_os("SANDGLASS_WRITE_RECORDED").is_some() {
        let text = serde_json::to_string_pretty(&said).expect("JSON") + "\n";
        std::fs::write(&file, text).expect("written");
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    let recorded: Value = serde_json::from_str(&there).unwrap_or_default();
    assert!(
        recorded == said,
        "recorded.json is stale: SANDGLASS_WRITE_RECORDED=1 cargo test --package sandglass-page-preview recorded"
    );
}

#[test]
fn every_kind_of_session_is_there_and_stands_where_it_belongs() {
    let mut preview = Preview::new("{}", NOW);
    let view = view(&mut preview);
    let rows = view["sessions"].as_array().expect("rows");
    let of = |profile: &str| rows.iter().find(|row| row["profile"] == profile).expect("a row");
    for (profile, state, group) in [
        ("staging", "expired", "needs_you"),
        ("prod-admin", "expiring", "needs_you"),
        ("project1", "fresh", "watching"),
        ("data-eng", "fresh", "watching"),
        ("user1", "no_expiry", "always_valid"),
        ("legacy", "broken", "others"),
        ("sandbox", "signed_out", "others"),
    ] {
        assert_eq!(
            (&of(profile)["state"], &of(profile)["group"]),
            (&state.into(), &group.into()),
            "{profile}"
        );
    }
    assert_eq!(of("partner-audit")["failure"]["code"], "access_denied");
    // Three that are over, and one that is damaged.
    assert_eq!(view["app"]["expiredCaches"], 4);
    let caches = view["caches"].as_array().expect("caches");
    assert_eq!(
        caches.iter().filter(|row| row["stale"] == true).count(),
        4,
        "the window cleans what the tray does"
    );
}

#[test]
fn a_diagnosis_speaks_the_language_and_does_not_contradict_itself() {
    for (language, title) in [("en", "expired"), ("pt-BR", "expira")] {
        let mut preview = Preview::new(&format!(r#"{{"lang":"{language}"}}"#), NOW);
        let found = invoke(&mut preview, "diagnose", r#"{"profile":null,"error":null}"#);
        assert_eq!(found["verdict"]["kind"], "cause");
        let said = found["verdict"]["title"].as_str().expect("a title").to_lowercase();
        assert!(said.contains(title), "{said}");
        assert_eq!(found["checks"].as_array().map(Vec::len), Some(16));
        // It is fixed by its first fix, and then there is nothing left.
        let fix = &found["verdict"]["fixes"][0];
        invoke(&mut preview, "apply_fix", &format!(r#"{{"fix":{}}}"#, fix["id"]));
        let fixed = invoke(&mut preview, "diagnose", r#"{"profile":null,"error":null}"#);
        assert_eq!(fixed["verdict"]["kind"], "healthy", "{fixed}");
    }
}

#[test]
fn what_is_written_is_what_was_shown_and_is_taken_back() {
    let mut preview = Preview::new("{}", NOW);
    let before = preview.read("config");
    let edit = r#"{"edit":{"do":"change","section":{"is":"profile","name":"billing"},"name":"bills",
        "set":[],"unset":[],"file":null}}"#;
    let plan = invoke(&mut preview, "plan_profile", edit);
    assert_eq!(plan["writable"], true, "{plan}");
    let written = invoke(&mut preview, "write_plan", &format!(r#"{{"id":{},"inPlace":false}}"#, plan["id"]));
    assert_eq!(written["section"]["name"], "bills");
    assert!(preview.read("config").contains("source_profile = bills"), "the reference follows");
    let undo = invoke(&mut preview, "undo_profiles", r#"{"again":false}"#);
    assert_eq!(undo["is"], "ready", "{undo}");
    invoke(&mut preview, "write_plan", &format!(r#"{{"id":{},"inPlace":false}}"#, undo["plan"]["id"]));
    assert_eq!(preview.read("config"), before);
}

#[test]
fn a_renewal_ends_in_a_new_session() {
    let mut preview = Preview::new("{}", NOW);
    view(&mut preview);
    invoke(&mut preview, "act", r#"{"action":{"do":"renew","profile":"sandbox"}}"#);
    let news: Value = serde_json::from_str(&preview.news()).expect("JSON");
    let later = news.as_array().expect("news").iter().find_map(|one| one["later"]["number"].as_u64());
    preview.due(u32::try_from(later.expect("a renewal")).expect("small"), NOW);
    let news = preview.news();
    assert!(news.contains(r#""progress":"renewed""#), "{news}");
}
