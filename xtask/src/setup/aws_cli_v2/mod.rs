//! Real AWS CLIs v2, of three ages. On Debian 12 they run from files under `target/tools`, out of packages of other
//! suites: the release's own is too old to know `AWS_ENDPOINT_URL_STS`, and the system's sources are not touched.

mod packages;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::python::Environment;
use super::{System, fresh_directory, is_stamped, write, write_script};
use crate::failure::{During as _, Failure, Result};
use crate::stages::Outcome;
use crate::{process, say, workspace};

/// One AWS CLI v2 of Debian.
pub(crate) struct Edition {
    /// Under `target/tools`.
    directory: &'static str,
    suite: &'static str,
    /// What the suite has; none where it moves, and any will do.
    version: Option<&'static str>,
    packages: &'static [&'static str],
    /// The environment of what it requires from `PyPI`; none where the system's Python has it.
    python: Option<&'static str>,
    /// How tests learn where it is.
    pub(crate) variable: &'static str,
}

/// The one that most tests ask: what else it loads, Debian 12 has in no (or too old a) version.
pub(crate) const MAIN: Edition = Edition {
    directory: "aws-cli-v2",
    suite: "bookworm-backports",
    version: Some("2.17.3"),
    packages: &["awscli", "python3-awscrt"],
    python: None,
    variable: "SANDGLASS_TEST_AWS2",
};

/// Those that sign in otherwise than it does: the first with a redirect, and the newest, which has `aws login`.
pub(crate) const OTHERS: [Edition; 2] = [
    Edition {
        directory: "aws-cli-v2-redirect",
        suite: "trixie",
        version: Some("2.23.6"),
        packages: &["awscli"],
        python: Some("aws-cli-v2-redirect-python"),
        variable: "SANDGLASS_TEST_AWS2_REDIRECT",
    },
    Edition {
        directory: "aws-cli-v2-newest",
        suite: "sid",
        version: None,
        packages: &["awscli"],
        python: Some("aws-cli-v2-newest-python"),
        variable: "SANDGLASS_TEST_AWS2_NEWEST",
    },
];

/// Gives the path of the AWS CLI v2 that most tests ask, or `None` where there is none.
pub(crate) fn ensure() -> Result<(Option<PathBuf>, Outcome)> {
    if System::current().is_debian_12() {
        let (path, outcome) = MAIN.ensure()?;
        Ok((Some(path), outcome))
    } else {
        Ok(from_path())
    }
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

impl Edition {
    /// Gives its path; it is made unless it is there.
    pub(crate) fn ensure(&self) -> Result<(PathBuf, Outcome)> {
        let home = workspace::tools().join(self.directory);
        let (wrapper, stamp) = (home.join("aws"), home.join("sandglass-stamp"));
        let content = format!("{} {} {}", self.suite, self.version.unwrap_or("any"), home.display());
        if is_stamped(&stamp, &content) && wrapper.exists() {
            say::line(&format!("Nothing to do: {} is there in this version.", self.directory));
            return Ok((wrapper, Outcome::Noted("already there".to_owned())));
        }
        fresh_directory(&home)?;
        let system = home.join("system");
        for package in packages::download(self.suite, self.packages, &home)? {
            process::run(Command::new("dpkg").arg("-x").arg(&package).arg(&system))?;
        }
        let modules = system.join("usr/lib/python3/dist-packages");
        let python = match self.python {
            None => PathBuf::from("/usr/bin/python3"),
            Some(name) => {
                let environment = Environment::new(name, requirements(&modules)?);
                environment.ensure()?;
                environment.program("python")
            }
        };
        write_script(&wrapper, &script(&modules, &python))?;
        let found = version(&wrapper)?;
        if let Some(version) =
            self.version.filter(|version| !found.starts_with(&format!("aws-cli/{version} ")))
        {
            return Err(Failure::new(format!(
                "{} should have AWS CLI {version}, but this is {found}",
                self.suite
            )));
        }
        say::line(&found);
        write(&stamp, &content)?;
        Ok((wrapper, Outcome::Noted(found)))
    }
}

fn script(modules: &Path, python: &Path) -> String {
    format!(
        "#!/bin/sh\n# The AWS CLI v2 from its unpacked Debian package.\nPYTHONPATH='{}' exec '{}' -m awscli \"$@\"\n",
        modules.display(),
        python.display()
    )
}

fn version(aws: &Path) -> Result<String> {
    Ok(process::output(Command::new(aws).arg("--version"))?.trim().to_owned())
}

/// What the AWS CLI asks of `PyPI`, by its own list.
fn requirements(modules: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(modules).during(|| format!("{} cannot be read", modules.display()))?;
    let mut lists = entries.flatten().map(|entry| entry.path().join("METADATA"));
    let Some(text) = lists.find_map(|list| fs::read_to_string(list).ok()) else {
        return Err(Failure::new(format!("no list of what it requires is in {}", modules.display())));
    };
    Ok(required(&text))
}

/// The lines of a package's list; extras are not asked for.
fn required(list: &str) -> Vec<String> {
    let lines = list.lines().filter_map(|line| line.strip_prefix("Requires-Dist: "));
    lines.filter(|line| !line.contains("extra ==")).map(|line| line.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_required_is_read_from_the_list() {
        let list = "Name: awscli\nRequires-Dist: docutils>=0.10,<0.20\nRequires-Dist: x ; extra == \"dev\"\n\nText\n";
        assert_eq!(required(list), ["docutils>=0.10,<0.20"]);
    }
}
