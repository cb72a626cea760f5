//! The programs under test, and the real ones beside them.

use std::path::{Path, PathBuf};

use crate::home::{Home, Ran, run};

/// A program of this workspace, built beside the test.
pub fn built(name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().and_then(|path| Some(path.parent()?.parent()?.join(&file)));
    let path = match std::env::var_os("SANDGLASS_TEST_BIN_DIR") {
        Some(directory) => PathBuf::from(directory).join(&file),
        None => beside.expect("a test stands in target/debug/deps"),
    };
    assert!(path.exists(), "{} is not built: cargo build --workspace", path.display());
    path
}

/// What `cargo xtask test` set up. Without it a test that needs it is skipped by name, unless
/// everything is required.
pub fn set_up(variable: &str) -> Option<PathBuf> {
    let found = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.exists());
    assert!(
        found.is_some() || std::env::var_os("SANDGLASS_TEST_REQUIRE_ALL").is_none(),
        "{variable} names no program"
    );
    found
}

/// Says that something was not tested.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
pub fn skipped(test: &str, missing: &str) {
    eprintln!("skipped: {test} ({missing} is not set; cargo xtask test sets it)");
}

/// A real AWS CLI.
#[derive(Clone, Debug)]
pub struct AwsCli {
    /// 1 or 2.
    pub version: u8,
    /// The variable that names it, which tells one v2 from another.
    pub variable: &'static str,
    program: PathBuf,
}

/// Every real AWS CLI that was set up.
pub fn aws_clis(test: &str) -> Vec<AwsCli> {
    found(test, &[(1, "SANDGLASS_TEST_AWS1"), (2, "SANDGLASS_TEST_AWS2")])
}

/// Every AWS CLI v2, of three ages: before sign-ins had a redirect, the first with one, and the newest.
pub fn aws_clis_of_all_ages(test: &str) -> Vec<AwsCli> {
    [found(test, &[(2, "SANDGLASS_TEST_AWS2")]), aws_clis_with_redirect(test)].concat()
}

/// Those with `aws sso login` over a redirect.
pub fn aws_clis_with_redirect(test: &str) -> Vec<AwsCli> {
    found(test, &[(2, "SANDGLASS_TEST_AWS2_REDIRECT"), (2, "SANDGLASS_TEST_AWS2_NEWEST")])
}

fn found(test: &str, known: &[(u8, &'static str)]) -> Vec<AwsCli> {
    let mut found = Vec::new();
    for &(version, variable) in known {
        match set_up(variable) {
            Some(program) => found.push(AwsCli { version, variable, program }),
            None => skipped(test, variable),
        }
    }
    found
}

impl AwsCli {
    /// The program.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Runs it in a home.
    pub fn run(&self, home: &Home, arguments: &[&str]) -> Ran {
        run(home.command(&self.program).args(arguments))
    }

    /// Who it is as a profile.
    pub fn caller_identity(&self, home: &Home, profile: &str) -> serde_json::Value {
        let ran = self.run(home, &["sts", "get-caller-identity", "--output", "json", "--profile", profile]);
        assert_eq!(ran.code, Some(0), "AWS CLI v{}: {ran:?}", self.version);
        serde_json::from_str(&ran.out).expect("the AWS CLI prints JSON")
    }
}
