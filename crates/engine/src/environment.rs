//! What surrounds the program: its variables and directories, taken once.

use std::path::PathBuf;

use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::text::Language;
use sandglass_core::variables::Variables;

use crate::os;

/// The variables and directories of this process.
#[derive(Clone)]
pub struct Environment {
    /// Every variable.
    pub variables: Variables,
    /// Where the AWS files are.
    pub paths: AwsPaths,
    /// Where this user's programs keep their settings.
    pub config_home: PathBuf,
    /// Our preferences file.
    pub preferences: PathBuf,
    /// Our state directory: locks and the log.
    pub state_dir: PathBuf,
}

impl Environment {
    /// Reads the environment of this process.
    pub fn capture() -> Result<Self, Problem> {
        // A variable that is not Unicode cannot be one of those AWS tools read.
        let variables: Variables = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        Self::from_variables(variables)
    }

    /// The same from given variables. Fails when they do not say where the home directory is.
    pub fn from_variables(variables: Variables) -> Result<Self, Problem> {
        let home = variables
            .first_non_empty(os::HOME_VARIABLES)
            .map(|(_, home)| PathBuf::from(home))
            .ok_or_else(|| Problem::new(Code::NoHome))?;
        let directories = os::Directories::new(&home, &variables);
        Ok(Self {
            paths: AwsPaths::new(&home, &variables),
            preferences: directories.config.join("preferences.toml"),
            config_home: directories.config_home,
            state_dir: directories.state,
            variables,
        })
    }

    /// The language the user's locale asks for.
    pub fn language(&self) -> Language {
        let locale = self.variables.first_non_empty(&["LC_ALL", "LC_MESSAGES", "LANG"]);
        Language::from_locale(locale.map_or("en", |(_, locale)| locale))
    }
}
