//! A real AWS CLI v2. On Debian 12 it runs from files under `target/tools`: the release's own is too old to know
//! `AWS_ENDPOINT_URL_STS`, and the one of its backports is taken without touching the system's sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{System, fresh_directory, is_stamped, write, write_script};
use crate::failure::{During as _, Failure, Result};
use crate::stages::Outcome;
use crate::{process, say, workspace};

/// The version in bookworm-backports.
const VERSION: &str = "2.17.3";
/// What else it loads that Debian 12 has in no (or too old a) version.
const PACKAGES: [&str; 2] = ["awscli", "python3-awscrt"];
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Gives the path of an AWS CLI v2, or `None` where there is none.
pub(crate) fn ensure() -> Result<(Option<PathBuf>, Outcome)> {
    if System::current().is_debian_12() { from_backports() } else { Ok(from_path()) }
}

/// The `aws` of this system, if it is a v2.
fn from_path() -> (Option<PathBuf>, Outcome) {
    let Some(path) = process::find("aws") else {
        return (
            None,
            Outcome::Skipped("no aws in PATH; the tests with the AWS CLI v2 will be skipped".to_owned()),
        );
    };
    let version = version(&path).unwrap_or_default();
    if version.starts_with("aws-cli/2.") {
        say::line(&format!("{} is {version}", path.display()));
        return (Some(path), Outcome::Noted(version));
    }
    let reason =
        format!("{} is not a v2 ({version}); the tests with the AWS CLI v2 will be skipped", path.display());
    (None, Outcome::Skipped(reason))
}

fn from_backports() -> Result<(Option<PathBuf>, Outcome)> {
    let home = workspace::tools().join("aws-cli-v2");
    let (wrapper, stamp) = (home.join("aws"), home.join("sandglass-stamp"));
    let content = format!("{VERSION} {}", home.display());
    if is_stamped(&stamp, &content) && wrapper.exists() {
        say::line("Nothing to do: it is there in this version.");
        return Ok((Some(wrapper), Outcome::Noted("already there".to_owned())));
    }
    fresh_directory(&home)?;
    let system = home.join("system");
    for package in download(&home)? {
        process::run(Command::new("dpkg").arg("-x").arg(&package).arg(&system))?;
    }
    write_script(&wrapper, WRAPPER)?;
    let found = version(&wrapper)?;
    if !found.starts_with(&format!("aws-cli/{VERSION} ")) {
        return Err(Failure::new(format!(
            "bookworm-backports should have AWS CLI {VERSION}, but this is {found}"
        )));
    }
    say::line(&found);
    write(&stamp, &content)?;
    Ok((Some(wrapper), Outcome::Done))
}

const WRAPPER: &str = r#"#!/bin/sh
# The AWS CLI v2 from its unpacked Debian packages, with the system's Python.
here=$(dirname "$(readlink -f "$0")")
PYTHONPATH="$here/system/usr/lib/python3/dist-packages" exec /usr/bin/python3 "$here/system/usr/bin/aws" "$@"
"#;

fn version(aws: &Path) -> Result<String> {
    Ok(process::output(Command::new(aws).arg("--version"))?.trim().to_owned())
}

/// The packages' files, from an apt of its own: own sources, lists and cache, the system's keys.
fn download(home: &Path) -> Result<Vec<PathBuf>> {
    let apt = home.join("apt");
    let (lists, cache, packages) = (apt.join("lists"), apt.join("cache"), home.join("packages"));
    for directory in [lists.join("partial"), cache.join("archives/partial"), packages.clone()] {
        fs::create_dir_all(&directory).during(|| format!("{} cannot be created", directory.display()))?;
    }
    let policy = process::output(Command::new("apt-cache").arg("policy"))?;
    let mirror = mirror(&policy).unwrap_or("http://deb.debian.org/debian");
    let sources = apt.join("sources.list");
    write(&sources, &format!("deb [signed-by={KEYRING}] {mirror} bookworm-backports main\n"))?;
    let apt_get = || {
        let mut command = Command::new("apt-get");
        command.arg("-q").current_dir(&packages);
        command.arg("-o").arg(format!("Dir::Etc::sourcelist={}", sources.display()));
        command.args([
            "-o",
            "Dir::Etc::sourceparts=-",
            "-o",
            "APT::Sandbox::User=",
            "-o",
            "Acquire::Languages=none",
        ]);
        command.arg("-o").arg(format!("Dir::State::lists={}", lists.display()));
        command.arg("-o").arg(format!("Dir::Cache={}", cache.display()));
        command
    };
    let explain = |failure: Failure| {
        Failure::new(format!(
            "{failure}\nThe AWS CLI v2 comes from bookworm-backports at {mirror}; what apt-get wrote above says why it cannot be had."
        ))
    };
    process::run(apt_get().arg("update")).map_err(explain)?;
    process::run(apt_get().arg("download").args(PACKAGES)).map_err(explain)?;
    // The lists have served; tens of megabytes.
    fs::remove_dir_all(&apt).during(|| format!("{} cannot be removed", apt.display()))?;
    let entries = fs::read_dir(&packages).during(|| format!("{} cannot be read", packages.display()))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}

/// The mirror this system takes Debian 12 itself from, out of `apt-cache policy`.
fn mirror(policy: &str) -> Option<&str> {
    policy.lines().find_map(|line| {
        let mut words = line.split_whitespace();
        let (_, address, suite) = (words.next()?, words.next()?, words.next()?);
        suite.starts_with("bookworm/main").then_some(address)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mirror_is_the_one_of_the_release_itself() {
        let policy = "\
Package files:
 100 /var/lib/dpkg/status
     release a=now
 500 http://security.example/debian-security bookworm-security/main amd64 Packages
     release v=12,o=Debian,a=oldstable-security,n=bookworm-security,l=Debian-Security,c=main,b=amd64
 500 http://mirror.example/debian bookworm-updates/main amd64 Packages
 500 http://mirror.example/debian bookworm/main amd64 Packages
     origin mirror.example
";
        assert_eq!(mirror(policy), Some("http://mirror.example/debian"));
        assert_eq!(mirror(""), None);
    }
}
