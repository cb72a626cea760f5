//! The rules of ARCHITECTURE.md that a compiler does not hold.

mod imports;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Pure crates reach none of these, by whatever way.
const NOT_PURE: &[&str] = &[
    "tokio",
    "mio",
    "async-io",
    "tauri",
    "wry",
    "tray-icon",
    "hyper",
    "reqwest",
    "ureq",
    "rustls",
    "aws-config",
    "aws-sdk-sts",
    "aws-smithy-runtime",
    "aws-smithy-http-client",
    "notify",
    "tempfile",
    "zbus",
];

/// Where code may depend on the operating system.
const PLATFORM_CODE: &[&str] = &[
    "crates/engine/src/os/",
    "src-tauri/src/autostart/",
    "src-tauri/src/tray/",
    "src-tauri/src/notify/",
    "src-tauri/src/clipboard/sensitive.rs",
    "src-tauri/src/toolkit.rs",
    "src-tauri/src/wake.rs",
    "src-tauri/src/global_key/",
    "xtask/",
    "tests/",
];

/// The modules that may hold unsafe code: calls of the operating system, nothing else.
const UNSAFE_CODE: &[&str] = &[
    "crates/engine/src/os/job.rs",
    "crates/engine/src/os/memory.rs",
    "crates/engine/src/os/replace.rs",
    "crates/engine/src/os/wake.rs",
    "crates/engine/src/os/standard_output.rs",
];

/// Who may depend on whom, of our own crates.
const MAY_USE: &[(&str, &[&str])] = &[
    ("aws-files", &[]),
    ("sandglass-core", &["aws-files"]),
    ("sandglass-doctor", &["aws-files", "sandglass-core"]),
    ("sandglass-app", &["aws-files", "sandglass-core", "sandglass-doctor"]),
    ("sandglass-engine", &["aws-files", "sandglass-core", "sandglass-doctor"]),
    ("sandglass", &["sandglass-core", "sandglass-doctor", "sandglass-engine"]),
    ("sandglass-desktop", &["sandglass-app", "sandglass-core", "sandglass-doctor", "sandglass-engine"]),
    ("sandglass-page-preview", &["aws-files", "sandglass-app", "sandglass-core", "sandglass-doctor"]),
    ("aws-sim", &[]),
    ("xtask", &[]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// What cargo knows of the workspace.
fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--format-version", "1", "--locked", "--offline"]).current_dir(root());
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo speaks JSON")
}

/// Names of direct dependencies by package, without those of tests and of features that are off.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = metadata();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let names: BTreeMap<String, String> = metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .map(|package| (text(&package["id"]), text(&package["name"])))
        .collect();
    let nodes = metadata["resolve"]["nodes"].as_array().expect("a resolution");
    nodes
        .iter()
        .map(|node| {
            let needed = node["deps"].as_array().expect("dependencies").iter().filter(|dependency| {
                let kinds = dependency["dep_kinds"].as_array().expect("kinds");
                kinds.iter().any(|kind| kind["kind"].is_null())
            });
            let needed = needed.map(|dependency| names[&text(&dependency["pkg"])].clone());
            (names[&text(&node["id"])].clone(), needed.collect())
        })
        .collect()
}

/// Everything a package reaches.
fn reached(package: &str, dependencies: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![package.to_owned()];
    while let Some(next) = waiting.pop() {
        for dependency in dependencies.get(&next).into_iter().flatten() {
            if found.insert(dependency.clone()) {
                waiting.push(dependency.clone());
            }
        }
    }
    found
}

/// Our own source files of these kinds, with their paths from the root.
fn sources(folders: &[&str], kinds: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(directory) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(directory) else { continue };
        for path in entries.map_while(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|end| kinds.iter().any(|kind| end == *kind)) {
                let name = path
                    .strip_prefix(&root)
                    .expect("below the root")
                    .display()
                    .to_string()
                    .replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    found
}

/// The crates that do nothing: text and data in, data out.
const PURE: [(&str, &str); 5] = [
    ("aws-files", "crates/aws-files/src"),
    ("sandglass-core", "crates/core/src"),
    ("sandglass-doctor", "crates/doctor/src"),
    ("sandglass-app", "crates/app/src"),
    ("sandglass-page-preview", "crates/page-preview/src"),
];

const RUST: &[&str] = &["crates", "src-tauri/src", "tests", "fuzz", "xtask"];

#[test]
fn pure_crates_reach_nothing_that_does_something() {
    let dependencies = dependencies();
    for (package, _) in PURE {
        let reached = reached(package, &dependencies);
        assert!(!reached.is_empty(), "{package} is not in the workspace");
        let wrong: Vec<_> = NOT_PURE.iter().filter(|name| reached.contains(**name)).collect();
        assert!(wrong.is_empty(), "{package} reaches {wrong:?}");
    }
}

#[test]
fn the_terminal_program_links_no_desktop() {
    let reached = reached("sandglass", &dependencies());
    for name in ["tauri", "wry", "tray-icon", "zbus", "gtk", "arboard"] {
        assert!(!reached.contains(name), "sandglass reaches {name}");
    }
}

#[test]
fn crates_stand_in_one_line() {
    let dependencies = dependencies();
    for (package, allowed) in MAY_USE {
        for (other, _) in MAY_USE {
            let uses = dependencies[*package].contains(*other);
            assert!(!uses || allowed.contains(other), "{package} uses {other}");
        }
    }
}

/// What a package's manifest says, whatever features are on.
fn manifest(package: &str) -> Value {
    metadata()["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .find(|found| found["name"] == package)
        .expect("it is in the workspace")
        .clone()
}

#[test]
fn the_simulated_aws_is_in_the_demo_alone() {
    let desktop = manifest("sandglass-desktop");
    let dependencies = desktop["dependencies"].as_array().expect("dependencies");
    let sim: Vec<_> =
        dependencies.iter().filter(|found| found["name"] == "aws-sim" && found["kind"] != "dev").collect();
    assert!(sim.len() == 1 && sim[0]["optional"] == true, "{sim:?}");
    for (feature, needs) in desktop["features"].as_object().expect("features") {
        let brings = needs.to_string().contains("aws-sim");
        assert!(!brings || feature == "demo", "the feature {feature} brings aws-sim");
        assert!(feature != "default" || !needs.to_string().contains("demo"), "the demo is in the default");
    }
    let programs = desktop["targets"].as_array().expect("targets");
    let demo = programs.iter().find(|found| found["name"] == "sandglass-demo").expect("a program");
    assert_eq!(demo["required-features"], serde_json::json!(["demo"]));
    // The desktop program does not even name it.
    for (name, text) in sources(&["src-tauri/src"], &["rs"]) {
        let demo = name.starts_with("src-tauri/src/demo/") || name.ends_with("/tests.rs");
        assert!(demo || !text.contains("aws_sim"), "{name} uses aws-sim");
    }
}

#[test]
fn pure_crates_touch_neither_files_nor_clock_nor_environment() {
    let words = [
        "std::fs",
        "std::net",
        "std::process",
        "std::env::var",
        "std::thread",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
    ];
    for (name, text) in sources(&PURE.map(|(_, folder)| folder), &["rs"]) {
        let own_tests = name.ends_with("/tests.rs");
        for word in words {
            assert!(own_tests || !text.contains(word), "{name} has {word}");
        }
    }
}

#[test]
fn platform_code_stands_where_it_belongs() {
    for (name, text) in sources(RUST, &["rs"]) {
        let allowed = PLATFORM_CODE.iter().any(|place| name.starts_with(place));
        for word in ["target_os", "cfg(windows)", "cfg(unix)", "cfg(not(windows))", "cfg!(windows)"] {
            let own_tests = name.ends_with("/tests.rs");
            assert!(allowed || own_tests || !text.contains(word), "{name} has {word}");
        }
    }
}

#[test]
fn files_stay_short() {
    for (name, text) in sources(RUST, &["rs"]) {
        let lines = text.lines().count();
        assert!(lines <= 420, "{name} has {lines} lines");
    }
}

/// What is tested is what is shipped: nothing in the product may ask whether somebody drives it.
#[test]
fn no_code_asks_whether_it_is_driven() {
    let words = ["automation", "webdriver", "is_driven", "isdriven", "headlesschrome", "playwright"];
    let files = sources(&["crates", "src-tauri", "ui/src"], &["rs", "ts", "svelte", "json", "html"]);
    for (name, text) in files {
        let own_tests = [".test.ts", "/tests.rs", "_tests.rs", "/testing/"];
        let tests = own_tests.iter().any(|end| name.contains(end)) || name.contains("/tests/");
        let text = text.to_lowercase();
        for word in words {
            assert!(tests || !text.contains(word), "{name} has {word}");
        }
    }
}

#[test]
fn unsafe_code_stands_where_the_system_is_called() {
    for (name, text) in sources(RUST, &["rs"]) {
        let may = name.ends_with("tidy/main.rs") || UNSAFE_CODE.contains(&name.as_str());
        assert!(
            may || !["unsafe {", "unsafe("].iter().any(|code| text.contains(code)),
            "{name} has unsafe code"
        );
    }
}

#[test]
fn the_readme_names_the_two_commands() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is one");
    for command in ["cargo xtask run", "cargo xtask test"] {
        assert!(readme.contains(command), "README.md lacks {command}");
    }
}

/// A file without the tests at its end.
fn product(text: &str) -> &str {
    let mut modules = text.match_indices("#[cfg(test)]\nmod ");
    let tests =
        modules.find(|(start, _)| text[*start..].lines().nth(1).is_some_and(|line| line.ends_with('{')));
    tests.map_or(text, |(start, _)| &text[..start])
}

/// True if a file is tests from its first line to its last.
fn is_tests(name: &str) -> bool {
    ["tests.rs", "testing.rs"].iter().any(|end| name.ends_with(end))
}
