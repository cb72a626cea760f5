//! npm packages the tests run, in `target/tools/node`, with pinned versions.

use std::path::PathBuf;
use std::process::Command;

use super::{fresh_directory, is_stamped, write};
use crate::failure::{Failure, Result};
use crate::stages::Outcome;
use crate::{process, say, workspace};

/// The AWS SDK for JavaScript: one more reader of what `sandglass credentials` prints.
const PACKAGES: &[&str] = &["@aws-sdk/client-sts@3.1173.0", "@aws-sdk/credential-providers@3.1173.0"];

/// Where the packages are: scripts run there find them.
pub(crate) fn directory() -> PathBuf {
    workspace::tools().join("node")
}

/// Installs the packages unless they are there in just these versions.
pub(crate) fn ensure() -> Result<Outcome> {
    let npm = process::find("npm").ok_or_else(|| {
        Failure::new("npm was not found in PATH. It comes with Node.js 20 or newer (nodejs.org, or your system's packages).")
    })?;
    let directory = directory();
    let stamp = directory.join("sandglass-stamp");
    let content = format!("{}\n{}", PACKAGES.join("\n"), directory.display());
    if is_stamped(&stamp, &content) {
        say::line("Nothing to do: they are there in these versions.");
        return Ok(Outcome::Noted("already there".to_owned()));
    }
    say::line(&format!("Into {}: {}", directory.display(), PACKAGES.join(" ")));
    fresh_directory(&directory)?;
    // A package.json of its own, or npm would look for one above.
    write(&directory.join("package.json"), "{ \"private\": true }\n")?;
    let mut install = Command::new(npm);
    install.args(["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]).args(PACKAGES);
    process::run(install.current_dir(&directory))?;
    write(&stamp, &content)?;
    Ok(Outcome::Done)
}
