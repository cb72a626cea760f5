//! Debian and Ubuntu: what is installed (dpkg-query) and what is not (apt-get).

use std::collections::HashSet;
use std::io::{IsTerminal as _, stdin};
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

use crate::failure::{Failure, Result};
use crate::stages::Outcome;
use crate::{process, say};

const LISTS: &str = "/var/lib/apt/lists";
/// Package lists older than this name versions that the mirror may have dropped.
const STALE: Duration = Duration::from_hours(7 * 24);

/// Installs those of the packages that are missing.
pub(super) fn install(packages: &[&str]) -> Result<Outcome> {
    let missing = missing(packages)?;
    if missing.is_empty() {
        say::line("Nothing to install: every package is there.");
        return Ok(Outcome::Noted("nothing to install".to_owned()));
    }
    say::line(&format!("These packages are missing. apt-get will install them:\n  {}", missing.join(" ")));
    let by_hand = by_hand(&missing);
    let apt = AptGet::new().ok_or_else(|| {
        Failure::new(format!(
            "Only root can install packages, and there is no sudo here. By hand, as root:\n  {}",
            by_hand.replace("sudo ", "")
        ))
    })?;
    let had_lists = lists_are_fresh(Path::new(LISTS));
    if !had_lists {
        say::line("The package lists are missing or old: apt-get update first.");
        apt.update(&by_hand)?;
    }
    let mut installed = apt.install(&missing);
    if installed.is_err() && had_lists {
        say::line("apt-get failed: once more, after apt-get update.");
        apt.update(&by_hand)?;
        installed = apt.install(&missing);
    }
    installed.map_err(|failure| apt_failed(&failure, &by_hand))?;
    Ok(Outcome::Noted(format!("{} installed", missing.len())))
}

/// The version apt would install, from fresh lists where we may fetch them.
pub(super) fn candidate(package: &str) -> Result<Option<String>> {
    if !lists_are_fresh(Path::new(LISTS))
        && let Some(apt) = AptGet::new()
    {
        apt.update(&by_hand(&[package]))?;
    }
    let policy = process::output(Command::new("apt-cache").args(["policy", package]).env("LC_ALL", "C"))?;
    Ok(candidate_in(&policy).map(str::to_owned))
}

fn candidate_in(policy: &str) -> Option<&str> {
    let version = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate:"))?.trim();
    Some(version).filter(|version| *version != "(none)")
}

/// Those that are not installed, found with one call.
fn missing<'a>(packages: &[&'a str]) -> Result<Vec<&'a str>> {
    // It exits with 1 when it does not know a package, which is an answer.
    let mut query = Command::new("dpkg-query");
    let answer = process::output_whatever_the_code(
        query.args(["--show", "--showformat=${Package} ${db:Status-Status}\\n", "--"]).args(packages),
    )?;
    let installed = installed(&answer);
    Ok(packages.iter().filter(|package| !installed.contains(*package)).copied().collect())
}

fn installed(answer: &str) -> HashSet<&str> {
    answer
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, s)| *s == "installed")
        .map(|(p, _)| p)
        .collect()
}

/// Whether package lists are there and none too old.
fn lists_are_fresh(directory: &Path) -> bool {
    let Ok(entries) = fs::read_dir(directory) else { return false };
    let lists = entries.flatten().filter(|entry| entry.file_name().to_string_lossy().contains("_Packages"));
    // The lists' own dates are the mirror's; the directory changes with each update.
    let updated = fs::metadata(directory).and_then(|data| data.modified()).ok();
    let age = updated.and_then(|time| time.elapsed().ok()).unwrap_or_default();
    lists.count() > 0 && age < STALE
}

fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get update && sudo apt-get install --no-install-recommends {}", packages.join(" "))
}

fn apt_failed(failure: &Failure, by_hand: &str) -> Failure {
    Failure::new(format!(
        "{failure}\nWhat apt-get wrote above says why. To do it by hand, then start again:\n  {by_hand}"
    ))
}

/// How apt-get is started here: as root, or through sudo.
struct AptGet {
    prefix: &'static [&'static str],
}

impl AptGet {
    fn new() -> Option<Self> {
        let is_root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
        let prefix: &[&str] = if is_root {
            &["env"]
        } else if process::find("sudo").is_none() {
            return None;
        } else if stdin().is_terminal() {
            &["sudo", "env"]
        } else {
            // With nobody to type a password, sudo must not wait for one.
            &["sudo", "-n", "env"]
        };
        Some(Self { prefix })
    }

    fn update(&self, by_hand: &str) -> Result<()> {
        process::run(self.command().args(["update", "-q"])).map_err(|failure| apt_failed(&failure, by_hand))
    }

    fn install(&self, packages: &[&str]) -> Result<()> {
        process::run(
            self.command().args(["install", "-q", "-y", "--no-install-recommends", "--"]).args(packages),
        )
    }

    fn command(&self) -> Command {
        let mut command = Command::new(self.prefix[0]);
        command.args(&self.prefix[1..]).arg("DEBIAN_FRONTEND=noninteractive").arg("apt-get");
        // Another apt may be at work: wait for it, but not for ever.
        command.args(["-o", "DPkg::Lock::Timeout=300"]).current_dir(env::temp_dir());
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_installed_counts() {
        let answer = "xvfb installed\ndunst config-files\nxdotool not-installed\nlibssl-dev installed\n";
        assert_eq!(installed(answer), HashSet::from(["xvfb", "libssl-dev"]));
        assert!(installed("").is_empty());
    }

    #[test]
    fn a_machine_with_no_lists_needs_an_update() {
        assert!(!lists_are_fresh(Path::new("/nonexistent")));
    }

    #[test]
    fn a_package_apt_does_not_know_has_no_candidate() {
        let policy =
            "rustc-web:\n  Installed: (none)\n  Candidate: 1.96.0+dfsg1-1~deb12u2\n  Version table:\n";
        assert_eq!(candidate_in(policy), Some("1.96.0+dfsg1-1~deb12u2"));
        assert_eq!(candidate_in("rustc-web:\n  Installed: (none)\n  Candidate: (none)\n"), None);
        assert_eq!(candidate_in(""), None);
    }

    #[test]
    fn the_command_by_hand_can_be_pasted() {
        assert_eq!(
            by_hand(&["dunst", "xvfb"]),
            "sudo apt-get update && sudo apt-get install --no-install-recommends dunst xvfb"
        );
    }
}
