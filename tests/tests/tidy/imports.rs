//! Rules about imports: the folders of a crate import in one direction.

use std::collections::{BTreeMap, BTreeSet};

use super::{PURE, is_tests, product, reached, sources};

/// The crates that are not pure, and the programs.
const OTHERS: [(&str, &str); 5] = [
    ("sandglass-engine", "crates/engine/src"),
    ("sandglass", "crates/cli/src"),
    ("sandglass-desktop", "src-tauri/src"),
    ("aws-sim", "crates/aws-sim/src"),
    ("xtask", "xtask/src"),
];

/// The folders of a crate, and the files in them.
struct Rooms {
    /// The room and the text of each file, tests aside.
    files: Vec<(String, String, String)>,
    names: BTreeSet<String>,
    /// The room that each name comes from which the root of the crate imports.
    of_root: BTreeMap<String, String>,
}

impl Rooms {
    fn of(folder: &str) -> Self {
        Self::new(folder, sources(&[folder], &["rs"]))
    }

    fn new(folder: &str, files: Vec<(String, String)>) -> Self {
        let files: Vec<_> = files
            .into_iter()
            .filter(|(name, _)| !is_tests(name))
            .map(|(name, text)| {
                let text = as_the_root_sees_it(&name, folder, product(&text));
                (room(&name, folder), name, text)
            })
            .collect();
        let names = files.iter().map(|(room, ..)| room.clone()).filter(|room| !is_root(room)).collect();
        let roots = files.iter().filter(|(room, ..)| is_root(room));
        let of_root = roots.flat_map(|(_, _, text)| imported_by_root(text)).collect();
        Self { files, names, of_root }
    }

    /// The rooms that a text imports from, by their names or by what the root imports of them.
    fn imported_by(&self, text: &str) -> BTreeSet<&String> {
        let named = text.split("crate::").skip(1).flat_map(items).map(first_name);
        named
            .filter_map(|name| self.names.get(name).or_else(|| self.names.get(self.of_root.get(name)?)))
            .collect()
    }

    /// The rooms that import themselves by a detour, with all arrows of the crate.
    fn circles(&self) -> (Vec<String>, BTreeMap<String, BTreeSet<String>>) {
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        // The root names every room, and is named by none.
        for (from, _, text) in self.files.iter().filter(|(room, ..)| !is_root(room)) {
            let to = self.imported_by(text).into_iter().filter(|to| *to != from).cloned();
            arrows.entry(from.clone()).or_default().extend(to);
        }
        let circles = arrows.keys().filter(|from| reached(from, &arrows).contains(*from)).cloned().collect();
        (circles, arrows)
    }
}

/// Which folder of a crate a file is part of: that below `src`, or the file itself.
fn room(name: &str, folder: &str) -> String {
    let below = name.strip_prefix(folder).unwrap_or(name).trim_start_matches('/');
    below.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned()
}

/// In a file directly below the root, `super` is the root.
fn as_the_root_sees_it(name: &str, folder: &str, text: &str) -> String {
    let below = name.strip_prefix(folder).unwrap_or(name).trim_start_matches('/').trim_end_matches("/mod.rs");
    if below.contains('/') { text.to_owned() } else { text.replace("super::", "crate::") }
}

fn is_root(room: &str) -> bool {
    ["lib", "main"].contains(&room)
}

/// What stands in an import: a path, or each path of a list.
fn items(import: &str) -> Vec<&str> {
    let Some(list) = import.strip_prefix('{') else { return vec![import] };
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&list[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

fn first_name(path: &str) -> &str {
    let path = path.trim_start();
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    &path[..end]
}

/// The names that a root imports, each with the room it comes from.
fn imported_by_root(root: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for import in root.split("use ").skip(1).filter_map(|rest| rest.split(';').next()) {
        let Some((from, names)) = import.split_once("::") else { continue };
        // Behind the comma at a list's end stands nothing.
        for name in items(names).into_iter().filter(|name| !name.trim().is_empty()) {
            let name = name.rsplit(" as ").next().unwrap_or(name);
            let name = name.rsplit("::").next().unwrap_or(name);
            found.insert(name.trim().to_owned(), from.to_owned());
        }
    }
    found
}

#[test]
fn views_read_facts_and_not_the_machine() {
    let views =
        ["crates/app/src/tray", "crates/app/src/notices", "crates/app/src/window", "crates/app/src/facts"];
    let rooms = Rooms::of("crates/app/src");
    let wrong: Vec<&String> = rooms
        .files
        .iter()
        .filter(|(_, name, _)| views.iter().any(|view| name.starts_with(view)))
        .filter(|(_, _, text)| rooms.imported_by(text).into_iter().any(|room| room == "state"))
        .map(|(_, name, _)| name)
        .collect();
    assert!(wrong.is_empty(), "these import the state: {wrong:?}");
}

#[test]
fn folders_import_in_one_direction() {
    for (package, folder) in PURE.into_iter().chain(OTHERS) {
        let rooms = Rooms::of(folder);
        assert!(rooms.names.len() > 3, "{package}: {:?}", rooms.names);
        let (circles, arrows) = rooms.circles();
        assert!(
            circles.is_empty(),
            "{package}: these import themselves by a detour: {circles:?} of {arrows:#?}"
        );
    }
}

#[test]
fn a_circle_is_seen_through_lists_and_through_the_root() {
    let file = |name: &str, text: &str| (format!("x/src/{name}"), text.to_owned());
    let circles = |of_b: &str| {
        let root = file(
            "lib.rs",
            "mod a;\nmod b;\nmod c;\npub use a::{Thing as Named, other::Deep};\npub use c::Other;\n",
        );
        let files = vec![
            root,
            file("a/mod.rs", "use crate::b::f;\n"),
            file("b.rs", of_b),
            file("c.rs", ""),
            file("b/tests.rs", "use crate::a;\n"),
        ];
        Rooms::new("x/src", files).circles().0
    };
    for none in ["", "use crate::{Other, c::{a, g}};", "#[cfg(test)]\nmod tests {\n use crate::a;\n}\n"] {
        assert!(circles(none).is_empty(), "{none}");
    }
    for there in [
        "use crate::a;",
        "use super::a;",
        "use crate::{c::{f, g}, a::x};",
        "use crate::{Named, c};",
        "fn f(_: crate::Deep) {}",
    ] {
        assert_eq!(circles(there), ["a", "b"], "{there}");
    }
}
