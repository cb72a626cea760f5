//! A command of the window is named in seven places: its function, the list of handlers, the build script, a
//! capability, the page's contract, and what calls it there. They agree in names, arguments and types.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A function as one side of the border declares it: parameters with their types, and what it gives.
#[derive(Debug, PartialEq, Eq)]
struct Signature {
    parameters: Vec<(String, String)>,
    gives: String,
}

/// What Tauri hands to a function by itself.
const HANDED: &[&str] = &["State<", "AppHandle", "WebviewWindow"];

/// Types that are called otherwise in TypeScript.
const CALLED: &[(&str, &str)] = &[
    ("String", "string"),
    ("bool", "boolean"),
    ("usize", "number"),
    ("u32", "number"),
    ("()", "void"),
    ("ZoomStep", "Zoom"),
];

fn source(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The letters of a text, each with how deep in brackets the text behind it is. The `>` of an arrow closes nothing.
fn depths(text: &str) -> impl Iterator<Item = (usize, char, i32)> {
    let depth = |depth: &mut i32, (at, c): (usize, char)| {
        *depth += match c {
            '(' | '<' | '{' | '[' => 1,
            '>' if text[..at].ends_with(['=', '-']) => 0,
            ')' | '>' | '}' | ']' => -1,
            _ => 0,
        };
        Some((at, c, *depth))
    };
    text.char_indices().scan(0, depth)
}

/// What stands between a bracket that is already open and the one that closes it, and what follows.
fn closed(text: &str) -> (&str, &str) {
    let end = depths(text).find(|(_, _, depth)| *depth < 0);
    let (at, ..) = end.unwrap_or_else(|| panic!("a bracket is not closed: {text}"));
    (&text[..at], &text[at + 1..])
}

/// The parts between commas that stand in no bracket.
fn parts(text: &str) -> Vec<&str> {
    let (mut from, mut found) = (0, Vec::new());
    for (at, ..) in depths(text).filter(|(_, c, depth)| *c == ',' && *depth == 0) {
        found.push(text[from..at].trim());
        from = at + 1;
    }
    found.push(text[from..].trim());
    found.retain(|part| !part.is_empty());
    found
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| {
        let mut letters = word.chars();
        let head = letters.next().map(|c| c.to_ascii_uppercase()).into_iter();
        all + &head.chain(letters).collect::<String>()
    })
}

/// A type of Rust as TypeScript writes it.
fn in_typescript(rust: &str) -> String {
    let inner = |of: &str| rust.strip_prefix(of).and_then(|rest| rest.strip_suffix('>')).map(in_typescript);
    if let Some(inner) = inner("Option<") {
        return format!("{inner} | null");
    }
    if let Some(inner) = inner("Vec<") {
        return format!("{inner}[]");
    }
    if let Some(inner) = inner("Channel<") {
        return format!("Channel<{inner}>");
    }
    CALLED.iter().find(|(name, _)| *name == rust).map_or(rust, |(_, called)| called).to_owned()
}

/// The functions that are commands, as TypeScript would declare them.
fn functions() -> BTreeMap<String, Signature> {
    let files = ["", "/caches", "/doctor", "/place", "/profiles", "/switcher"]
        .map(|file| format!("src-tauri/src/commands{file}.rs"));
    let mut found = BTreeMap::new();
    for text in files.iter().map(|file| source(file)) {
        for declared in text.split("#[tauri::command]").skip(1) {
            let (_, rest) = declared.split_once("fn ").expect("a function");
            let (name, rest) = rest.split_once('(').expect("parameters");
            let (parameters, rest) = closed(rest);
            let gives = rest.split_once("-> ").expect("a result").1.split_once(" {").expect("a body").0;
            let gives =
                gives.strip_prefix("CommandResult<").and_then(|of| of.strip_suffix('>')).unwrap_or(gives);
            let parameters = parts(parameters)
                .into_iter()
                .map(|parameter| parameter.split_once(": ").expect("a type"))
                .filter(|(_, of)| !HANDED.iter().any(|handed| of.starts_with(handed)))
                .map(|(name, of)| (camel_case(name), in_typescript(of)))
                .collect();
            found.insert(name.to_owned(), Signature { parameters, gives: in_typescript(gives) });
        }
    }
    assert!(found.len() > 30, "{found:?}");
    found
}

/// The methods of the page's contract.
fn contract() -> BTreeMap<String, Signature> {
    let text = source("ui/src/backend/index.ts");
    let (_, body) = text.split_once("export interface Backend {").expect("the contract");
    let (body, _) = closed(body);
    let lines =
        body.lines().filter(|line| !line.trim_start().starts_with("/**")).collect::<Vec<_>>().join("\n");
    let method = |declared: &str| {
        let (name, rest) = declared.trim().split_once('(')?;
        let (parameters, rest) = closed(rest);
        let (_, gives) = rest.split_once("Promise<")?;
        let parameters = parts(parameters)
            .into_iter()
            .map(|parameter| parameter.split_once(": ").expect("a type"))
            .map(|(name, of)| (name.trim_end_matches('?').to_owned(), of.to_owned()))
            .collect();
        Some((name.to_owned(), Signature { parameters, gives: closed(gives).0.to_owned() }))
    };
    lines.split(";\n").filter_map(method).collect()
}

/// What the page calls: the command, the method that calls it, and its arguments with the names the method has for
/// them.
struct Call {
    command: String,
    method: String,
    arguments: Vec<(String, String)>,
}

fn calls() -> Vec<Call> {
    let text = source("ui/src/backend/commands.ts");
    let (_, body) = text.split_once("export function backendOver(").expect("the backend");
    let (_, body) = body.split_once("  return {").expect("its methods");
    let mut found = Vec::new();
    let mut method = String::new();
    for (at, line) in
        body.lines().scan(0, |at, line| Some((std::mem::replace(at, *at + line.len() + 1), line)))
    {
        let own = line.strip_prefix("    ").filter(|rest| !rest.starts_with([' ', '}']));
        if let Some((name, _)) = own.and_then(|rest| rest.split_once(": ")) {
            name.clone_into(&mut method);
        }
        let Some((_, rest)) = line.split_once("invoke('") else { continue };
        let (command, _) = rest.split_once('\'').expect("a name");
        let whole = &body[at + line.find("invoke('").expect("there") + "invoke(".len()..];
        let arguments = parts(closed(whole).0);
        let object = arguments.get(1).map_or("", |object| object.trim_matches(['{', '}', ' ']));
        let argument = |part: &str| match part.split_once(": ") {
            Some((name, value)) => (name.to_owned(), value.to_owned()),
            None => (part.to_owned(), part.to_owned()),
        };
        let arguments = parts(object).into_iter().map(argument).collect();
        found.push(Call { command: command.to_owned(), method: method.clone(), arguments });
    }
    found
}

/// Lines over which the page is told of news: opened by commands that give nothing but a channel.
fn lines() -> BTreeSet<String> {
    let text = source("ui/src/backend/commands.ts");
    let quoted = text.split('\'').skip(1).step_by(2);
    quoted.filter(|word| word.starts_with("watch_")).map(str::to_owned).collect()
}

fn names(of: impl IntoIterator<Item = impl Into<String>>) -> BTreeSet<String> {
    of.into_iter().map(Into::into).collect()
}

#[test]
fn every_list_names_the_same_commands() {
    let functions = names(functions().into_keys());
    let text = source("src-tauri/src/commands.rs");
    let (_, handled) = text.split_once("generate_handler![").expect("the list");
    let handled = parts(closed(handled).0).into_iter().filter_map(|path| path.rsplit("::").next());
    assert_eq!(names(handled), functions, "handlers! against the functions");
    let text = source("src-tauri/build.rs");
    let (_, allowed) = text.split_once("const COMMANDS: &[&str] = &[").expect("the list");
    let allowed = parts(closed(allowed).0).into_iter().map(|name| name.trim_matches('"'));
    assert_eq!(names(allowed), functions, "build.rs against the functions");
    let mut permitted = BTreeSet::new();
    for window in ["prompt", "switcher", "window"] {
        let capability = source(&format!("src-tauri/capabilities/{window}.json"));
        let capability: serde_json::Value = serde_json::from_str(&capability).expect("JSON");
        for permission in capability["permissions"].as_array().expect("permissions") {
            let name =
                permission.as_str().and_then(|name| name.strip_prefix("allow-")).expect("a command of ours");
            permitted.insert(name.replace('-', "_"));
        }
    }
    assert_eq!(permitted, functions, "the capabilities against the functions");
    let called = names(calls().into_iter().map(|call| call.command));
    assert_eq!(&called | &lines(), functions, "commands.ts against the functions");
    let preview = source("crates/page-preview/src/commands.rs");
    let unknown = functions.iter().filter(|name| !preview.contains(&format!("\"{name}\"")));
    assert_eq!(unknown.collect::<Vec<_>>(), [] as [&String; 0], "the preview in a browser lacks them");
}

#[test]
fn the_page_calls_each_command_as_it_is() {
    let (functions, contract) = (functions(), contract());
    for Call { command, method, arguments } in calls() {
        let function = &functions[&command];
        let declared = &contract.get(&method).unwrap_or_else(|| panic!("the contract has no {method}"));
        assert_eq!(declared.gives, function.gives, "what {method} promises, and {command} gives");
        let expected: BTreeSet<&String> = function.parameters.iter().map(|(name, _)| name).collect();
        let given: BTreeSet<&String> = arguments.iter().map(|(name, _)| name).collect();
        assert_eq!(given, expected, "the arguments of {command}");
        for (name, of) in &function.parameters {
            let (_, value) = arguments.iter().find(|(given, _)| given == name).expect("given");
            // A channel is made on the spot.
            let Some((_, declared)) = declared.parameters.iter().find(|(name, _)| name == value) else {
                assert!(of.starts_with("Channel<"), "{method} has no parameter {value}");
                continue;
            };
            assert_eq!(declared, of, "{value} of {method}, {name} of {command}");
        }
    }
}
