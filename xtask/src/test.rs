//! `cargo xtask test`: runs every check.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::failure::{During as _, Failure, Result};
use crate::programs::Group;
use crate::setup::cargo_tool::TAURI_DRIVER;
use crate::setup::python::{Environment, TEST_TOOLS};
use crate::setup::{self, System, aws_cli_v2, node, pages};
use crate::stages::{self, Outcome, Stage};
use crate::{fuzz, page_preview, process, say, workspace};

/// What the stages find out for those after them.
struct Checks {
    filter: Vec<String>,
    python: Environment,
    aws_cli_v2: Option<PathBuf>,
    /// Other AWS CLIs v2, with the variables that name them.
    other_aws_clis: Vec<(&'static str, PathBuf)>,
}

/// What the checks need: nothing to do where it is there already.
const SETUP: &[Stage<Checks>] = &[
    Stage { name: "packages", does: "what the build and the tests need from the system", run: packages },
    Stage {
        name: "python tools",
        does: "AWS CLI v1, botocore and moto",
        run: |checks| checks.python.ensure(),
    },
    Stage { name: "node tools", does: "the AWS SDK for JavaScript", run: |_| node::ensure() },
    Stage { name: "aws cli v2", does: "a real one for the tests", run: find_aws_cli_v2 },
    Stage {
        name: "aws clis that sign in",
        does: "the first v2 with a redirect, and the newest",
        run: find_other_aws_clis,
    },
    Stage { name: "window driver", does: "what drives the real window", run: |_| TAURI_DRIVER.ensure() },
    Stage {
        name: "page packages",
        does: "what the window's pages are made with",
        run: |_| pages::packages(),
    },
    Stage { name: "pages", does: "what the window shows", run: |_| pages::build() },
];

const CHECKS: &[Stage<Checks>] = &[
    Stage { name: "page checks", does: "types, lints, tests and a browser", run: check_pages },
    Stage { name: "crates", does: "those of every system, for the rules about who may use what", run: fetch },
    FORMAT,
    CLIPPY,
    Stage { name: "build", does: "the programs that the tests start", run: build },
    Stage { name: "tests", does: "cargo test, the whole workspace", run: run_tests },
    Stage {
        name: "fuzz",
        does: "texts that nobody would think of, the first of each kind",
        run: |_| fuzz::in_all(FUZZING),
    },
];

/// So long are the targets of fuzzing tried, all together.
const FUZZING: Duration = Duration::from_mins(5);

const FORMAT: Stage<Checks> = Stage { name: "format", does: "cargo fmt --check", run: format };
const CLIPPY: Stage<Checks> = Stage { name: "clippy", does: "lints, a warning is an error", run: clippy };

/// What is run again and again while working: needs nothing from the system but what a build does.
const QUICK: &[Stage<Checks>] = &[
    FORMAT,
    CLIPPY,
    Stage { name: "unit tests", does: "those of the crates, which start nothing", run: unit_tests },
];

/// The demo is a program of its own; with its feature in every stage nothing is compiled twice.
const DEMO: &str = "sandglass-desktop/demo";

/// Runs every stage, or after the set-up only the named one; `filter` goes to cargo test.
pub(crate) fn test(only: Option<&str>, filter: Vec<String>) -> Result<()> {
    let chosen = CHECKS.iter().filter(|stage| only.is_none_or(|only| stage.name == only));
    stages::run(SETUP.iter().chain(chosen), &mut Checks::new(filter))
}

/// The names of the stages that can be run alone.
pub(crate) fn stage_names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|stage| stage.name)
}

/// Format, lints and the tests that start nothing.
pub(crate) fn check() -> Result<()> {
    stages::run(QUICK, &mut Checks::new(Vec::new()))
}

impl Checks {
    fn new(filter: Vec<String>) -> Self {
        Self {
            filter,
            python: Environment::new("python", TEST_TOOLS.iter().copied()),
            aws_cli_v2: None,
            other_aws_clis: Vec::new(),
        }
    }
}

fn packages(_: &mut Checks) -> Result<Outcome> {
    let mut groups = vec![
        Group::Build,
        Group::Python,
        Group::Desktop,
        Group::OtherDesktops,
        Group::Browser,
        Group::Shells,
    ];
    if System::current().is_debian_12() {
        groups.push(Group::AwsCliV2);
    }
    setup::packages(&groups)
}

fn find_aws_cli_v2(checks: &mut Checks) -> Result<Outcome> {
    let (path, outcome) = aws_cli_v2::ensure()?;
    checks.aws_cli_v2 = path;
    Ok(outcome)
}

fn find_other_aws_clis(checks: &mut Checks) -> Result<Outcome> {
    if !System::current().is_debian_12() {
        return Ok(Outcome::Skipped("they come from packages of Debian, tried on Debian 12".to_owned()));
    }
    for edition in &aws_cli_v2::OTHERS {
        let (path, _) = edition.ensure()?;
        checks.other_aws_clis.push((edition.variable, path));
    }
    Ok(Outcome::Done)
}

/// Each is a script of `ui/package.json`.
fn check_pages(_: &mut Checks) -> Result<Outcome> {
    // What the tests in a browser run on; the build of the page would make it as well, and say less.
    page_preview::build()?;
    let port = free_port()?.to_string();
    for script in ["check", "lint", "format:check", "test", "e2e"] {
        say::line(&format!("\nnpm run {script}"));
        let mut npm = pages::npm()?;
        process::run(npm.args(["run", "--silent", script]).env("SANDGLASS_UI_PORT", &port))?;
    }
    Ok(Outcome::Done)
}

/// A port of this machine that nobody listens on now.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).during(|| "no port is free".to_owned())
}

/// What this system does not compile is looked at as well, and a test reaches no network.
fn fetch(_: &mut Checks) -> Result<Outcome> {
    process::run(workspace::cargo().args(["fetch", "--locked"]))?;
    Ok(Outcome::Done)
}

fn format(_: &mut Checks) -> Result<Outcome> {
    process::run(workspace::cargo().args(["fmt", "--all", "--check"]))
        .map_err(|failure| Failure::new(format!("{failure}\nRun \"cargo fmt --all\" to fix it.")))?;
    Ok(Outcome::Done)
}

fn clippy(_: &mut Checks) -> Result<Outcome> {
    process::run(workspace::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        DEMO,
        "--",
        "-D",
        "warnings",
    ]))?;
    Ok(Outcome::Done)
}

fn unit_tests(_: &mut Checks) -> Result<Outcome> {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--quiet", "--workspace", "--features", DEMO, "--lib", "--bins"]);
    without_aws_variables(&mut cargo);
    process::run(&mut cargo)?;
    Ok(Outcome::Done)
}

fn build(_: &mut Checks) -> Result<Outcome> {
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--workspace", "--bins", "--features", DEMO]);
    if cfg!(windows) {
        // Windows lets nobody replace a program that runs: this one.
        cargo.args(["--exclude", "xtask"]);
    }
    process::run(&mut cargo)?;
    Ok(Outcome::Done)
}

fn run_tests(checks: &mut Checks) -> Result<Outcome> {
    let before = git_status();
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--workspace", "--features", DEMO, "--no-fail-fast"]).args(&checks.filter);
    without_aws_variables(&mut cargo);
    for (name, value) in environment(checks) {
        cargo.env(name, value);
    }
    let tested = process::run(&mut cargo);
    let after = git_status();
    tested?;
    let (Some(before), Some(after)) = (before, after) else {
        return Ok(Outcome::Noted(
            "not a git repository: whether the tests leave files behind is not checked".to_owned(),
        ));
    };
    if before != after {
        return Err(Failure::new(format!(
            "the tests changed the working copy. git status before:\n{before}after:\n{after}"
        )));
    }
    say::line("The tests left the working copy as it was.");
    Ok(Outcome::Done)
}

/// What the tests are told about what was set up.
fn environment(checks: &Checks) -> Vec<(&'static str, PathBuf)> {
    let mut variables = vec![
        ("SANDGLASS_TEST_AWS1", checks.python.program("aws")),
        ("SANDGLASS_TEST_PYTHON", checks.python.program("python")),
        ("SANDGLASS_TEST_MOTO", checks.python.program("moto_server")),
        ("SANDGLASS_TEST_NODE_TOOLS", node::directory()),
        ("SANDGLASS_TEST_WINDOW_DRIVER", TAURI_DRIVER.program()),
        ("SANDGLASS_TEST_BIN_DIR", workspace::binaries()),
    ];
    if let Some(path) = &checks.aws_cli_v2 {
        variables.push((aws_cli_v2::MAIN.variable, path.clone()));
        variables.extend(checks.other_aws_clis.iter().cloned());
        if System::current().has_apt() {
            // Everything could be installed, so nothing may be skipped.
            variables.push(("SANDGLASS_TEST_REQUIRE_ALL", PathBuf::from("1")));
        }
    }
    variables
}

/// A developer's own profile, region or CA bundle must not reach the tests.
fn without_aws_variables(command: &mut Command) {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWS_")) {
        command.env_remove(name);
    }
}

/// `None` where there is no git or no repository.
fn git_status() -> Option<String> {
    process::output(Command::new("git").args(["status", "--porcelain"]).current_dir(workspace::root())).ok()
}
