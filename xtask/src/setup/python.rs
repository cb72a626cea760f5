//! Python tools in virtual environments under `target/tools`, with pinned versions.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{System, fresh_directory, is_stamped, write};
use crate::failure::{Failure, Result};
use crate::stages::Outcome;
use crate::{process, say, workspace};

/// The AWS CLI v1, the botocore it is made of (also the tests' oracle), and a second STS that is not ours.
pub(crate) const TEST_TOOLS: &[&str] =
    &["awscli==1.45.11", "awscrt==0.38.1", "botocore==1.43.11", "moto[server]==5.2.5"];

/// A virtual environment and what is in it.
pub(crate) struct Environment {
    directory: PathBuf,
    requirements: Vec<String>,
}

impl Environment {
    /// The environment of this name under `target/tools`.
    pub(crate) fn new(name: &str, requirements: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let requirements = requirements.into_iter().map(Into::into).collect();
        Self { directory: workspace::tools().join(name), requirements }
    }

    /// A program of the environment.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        let (folder, file) =
            if cfg!(windows) { ("Scripts", format!("{name}.exe")) } else { ("bin", name.to_owned()) };
        self.directory.join(folder).join(file)
    }

    /// Makes the environment unless it is there with just these versions.
    pub(crate) fn ensure(&self) -> Result<Outcome> {
        let stamp = self.directory.join("sandglass-stamp");
        let python = find_python()?;
        let version = process::output(Command::new(&python).args(["-c", "import sys; print(sys.version)"]))?;
        let content = format!("{}\n{}\n{version}", self.requirements.join("\n"), self.directory.display());
        if is_stamped(&stamp, &content) && self.program("python").exists() {
            say::line("Nothing to do: they are there in these versions.");
            return Ok(Outcome::Noted("already there".to_owned()));
        }
        say::line(&format!("Into {}: {}", self.directory.display(), self.requirements.join(" ")));
        fresh_directory(&self.directory)?;
        process::run(Command::new(&python).args(["-m", "venv"]).arg(&self.directory)).map_err(|failure| {
            Failure::new(format!("{failure}\nOn Debian the module comes in python3-venv."))
        })?;
        let mut pip = Command::new(self.program("python"));
        pip.args(["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]);
        process::run(pip.args(&self.requirements)).map_err(|failure| {
            Failure::new(format!(
                "{failure}\nThe packages come from PyPI: what pip wrote above says why it has none."
            ))
        })?;
        write(&stamp, &content)?;
        Ok(Outcome::Done)
    }
}

/// The system's Python: on Debian not another that comes first in PATH and may lack the venv module.
fn find_python() -> Result<PathBuf> {
    let debian = Path::new("/usr/bin/python3");
    if System::current().has_apt() && debian.exists() {
        return Ok(debian.to_owned());
    }
    ["python3", "python"].iter().find_map(|name| process::find(name)).ok_or_else(|| {
        Failure::new("No Python 3 was found in PATH; the tests run the AWS CLI v1 with it. Install it from your system or python.org.")
    })
}
