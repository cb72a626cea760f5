//! Embeds the configuration and the pages and, on Windows, the icon and manifest.

use std::path::Path;

/// The commands of all pages; `capabilities/` says which page may use which.
const COMMANDS: &[&str] = &[
    "watch_window",
    "watch_prompt",
    "page_drawn",
    "close_window",
    "zoom",
    "set_unwritten",
    "answer_leave",
    "session_details",
    "copy_setting",
    "day",
    "act",
    "clean_caches",
    "put_back_caches",
    "set_preference",
    "selected",
    "choose_later",
    "test_notification",
    "test_network",
    "open_log",
    "open_place",
    "try_editor",
    "copy_diagnostics",
    "start_demo",
    "diagnose",
    "apply_fix",
    "copy_fix",
    "copy_report",
    "read_error",
    "broken_files",
    "profile_choices",
    "profile_list",
    "profile_form",
    "plan_profile",
    "write_plan",
    "undo_profiles",
    "paste_profile",
    "try_plan",
    "prompt_answer",
    "prompt_cancel",
    "watch_switcher",
    "close_switcher",
];

fn main() {
    pages();
    let windows = tauri_build::WindowsAttributes::new().window_icon_path("../icons/icon.ico");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().windows_attributes(windows).app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("{error:#}");
    }
}

/// The pages are made by `npm run build` in `ui/`, which `cargo xtask` does first. A check of a fresh
/// clone needs none, so it gets empty ones; a release is refused without.
fn pages() {
    let dist = Path::new("../ui/dist");
    println!("cargo:rerun-if-changed={}", dist.display());
    for page in ["index.html", "prompt.html", "switcher.html"] {
        let file = dist.join(page);
        if file.exists() {
            continue;
        }
        let release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
        assert!(!release, "{} is missing: run `npm ci && npm run build` in ui/", file.display());
        let text = "<!doctype html><title>Sandglass</title><p>Build the pages: npm run build in ui/</p>\n";
        if let Err(error) = std::fs::create_dir_all(dist).and_then(|()| std::fs::write(&file, text)) {
            panic!("{}: {error}", file.display());
        }
    }
}
