//! Gathers programs: the AWS CLIs on PATH, the program of `credential_process`, the token file of a web identity.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use std::time::Duration;

use sandglass_core::command_line::words;
use sandglass_core::resolve::{Resolution, Source};
use sandglass_core::variables::Variables;
use sandglass_doctor::evidence::{AwsCli, ProcessProgram, ToolsEvidence, Version, WebIdentityFile};
use sandglass_doctor::jwt;
use tokio::process::Command;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::sources::LARGEST_TOKEN;
use crate::{Environment, files, os};

/// A Python program starts in a second, on a slow disk in two.
const LONGEST_START: Duration = Duration::from_secs(4);
/// The time limit for it where nothing else can go on.
const BEFORE_THE_NETWORK: Duration = Duration::from_secs(2);
/// The number of AWS CLIs that are asked for their version.
const MOST_CLIS: usize = 4;

/// Running queries for the versions of AWS CLIs.
pub(crate) struct VersionQueries {
    asked: Vec<JoinHandle<AwsCli>>,
    found: Vec<AwsCli>,
}

impl VersionQueries {
    /// Returns true if the AWS CLI that runs is a version 1, which reads two variables differently. It is waited for
    /// only where one of them is set.
    pub(crate) async fn version_1(mut self, variables: &Variables) -> (Self, bool) {
        let differs = variables.first(&["AWS_DEFAULT_PROFILE", "AWS_REGION"]).is_some();
        if !differs || self.asked.is_empty() {
            return (self, false);
        }
        // One that is slower is taken for a version 2: the network has to be looked at in time.
        let Ok(first) = timeout(BEFORE_THE_NETWORK, &mut self.asked[0]).await else { return (self, false) };
        drop(self.asked.remove(0));
        let is_version_1 =
            first.as_ref().ok().and_then(|cli| cli.version).is_some_and(|version| version.major == 1);
        self.found.extend(first);
        (self, is_version_1)
    }

    /// Returns their answers.
    pub(crate) async fn found(mut self) -> Vec<AwsCli> {
        for one in self.asked {
            self.found.extend(one.await);
        }
        self.found
    }
}

/// Asks the AWS CLIs on PATH, in its order, while other things go on.
pub(crate) fn aws_clis(environment: &Environment) -> VersionQueries {
    let paths = os::programs_named("aws", &environment.variables).into_iter().take(MOST_CLIS);
    let running = paths.map(|path| {
        let home = environment.paths.home.clone();
        tokio::spawn(async move {
            let (version, starts) = version(&path, &home).await;
            AwsCli { path, version, starts }
        })
    });
    VersionQueries { asked: running.collect(), found: Vec::new() }
}

/// Returns its version, and true if it starts: one that takes too long does.
async fn version(path: &Path, home: &Path) -> (Option<Version>, bool) {
    let mut command = Command::new(path);
    for name in std::env::vars_os().map(|(name, _)| name).filter(|name| is_of_aws(name)) {
        command.env_remove(name);
    }
    command
        .arg("--version")
        .env("HOME", home)
        // It reads its files even for that, and ends on those it cannot parse: that is no fault of the program.
        .envs(["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"].map(|name| (name, os::NULL_DEVICE)));
    let output = match os::run::output(&mut command, LONGEST_START).await {
        Err(error) if error.kind() == ErrorKind::TimedOut => return (None, true),
        Err(_) => return (None, false),
        Ok(output) => output,
    };
    // Versions before 1.16 say it on standard error.
    let version =
        [output.stdout, output.stderr].iter().find_map(|text| parse(&String::from_utf8_lossy(text)));
    // What cannot even say its version, because its interpreter or its modules are gone, does nothing else.
    let starts = version.is_some() || output.status.success();
    (version, starts)
}

/// True if a variable chooses or sets something for the AWS CLI.
fn is_of_aws(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with("AWS_")
}

/// `aws-cli/2.36.7 Python/…`
fn parse(text: &str) -> Option<Version> {
    let number = text.split_whitespace().find_map(|word| word.strip_prefix("aws-cli/"))?;
    let mut parts = number.split('.').map(|part| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    });
    Some(Version { major: parts.next()??, minor: parts.next()??, patch: parts.next().flatten().unwrap_or(0) })
}

pub(super) fn gather(environment: &Environment, resolution: &Resolution) -> ToolsEvidence {
    let chain = resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    ToolsEvidence {
        aws_clis: Vec::new(),
        process: chain.iter().find_map(|source| process(environment, source)),
        web_identity: chain.iter().find_map(|source| web_identity(source)),
    }
}

fn process(environment: &Environment, source: &Source) -> Option<ProcessProgram> {
    let Source::Process(source) = source else { return None };
    let words = words(source.command.as_str(), os::SPLITTING);
    let program = words.unwrap_or_default().into_iter().next().unwrap_or_default();
    let is_there = os::is_program(&program, &environment.variables);
    Some(ProcessProgram { profile: source.profile.clone(), program, is_there })
}

fn web_identity(source: &Source) -> Option<WebIdentityFile> {
    let Source::WebIdentity(source) = source else { return None };
    let path = PathBuf::from(source.token_file.as_str());
    let read = files::text(&path, LARGEST_TOKEN).map(zeroize::Zeroizing::new);
    let expires_at = read.as_ref().ok().and_then(|token| jwt::expires_at(token));
    Some(WebIdentityFile { path, unreadable: read.err().map(|error| error.to_string()), expires_at })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_as_they_are_said() {
        let version = |major, minor, patch| Some(Version { major, minor, patch });
        assert_eq!(parse("aws-cli/2.36.7 Python/3.13 Linux"), version(2, 36, 7));
        assert_eq!(parse("aws-cli/1.45.11 Python/3.11.2"), version(1, 45, 11));
        assert_eq!(parse("aws-cli/2.0.0dev4 Python/3.7"), version(2, 0, 0));
        assert_eq!(parse("pyenv: aws: command not found"), None);
    }
}
