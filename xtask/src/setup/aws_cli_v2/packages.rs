//! Packages of another suite than the system's, from an apt of its own: own sources, lists and cache, the system's keys.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{During as _, Failure, Result};
use crate::process;
use crate::setup::write;

const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Downloads the packages into the home's `packages`, and gives their files.
pub(super) fn download(suite: &str, names: &[&str], home: &Path) -> Result<Vec<PathBuf>> {
    let apt = home.join("apt");
    let (lists, cache, packages) = (apt.join("lists"), apt.join("cache"), home.join("packages"));
    for directory in [lists.join("partial"), cache.join("archives/partial"), packages.clone()] {
        fs::create_dir_all(&directory).during(|| format!("{} cannot be created", directory.display()))?;
    }
    let policy = process::output(Command::new("apt-cache").arg("policy"))?;
    let mirror = mirror(&policy).unwrap_or("http://deb.debian.org/debian");
    let sources = apt.join("sources.list");
    write(&sources, &format!("deb [signed-by={KEYRING}] {mirror} {suite} main\n"))?;
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
            "{failure}\nThis AWS CLI v2 comes from {suite} at {mirror}; what apt-get wrote above says why it cannot be had."
        ))
    };
    process::run(apt_get().arg("update")).map_err(explain)?;
    process::run(apt_get().arg("download").args(names)).map_err(explain)?;
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
