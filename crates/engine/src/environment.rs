//! The program's environment: variables and directories, captured once.

use std::path::PathBuf;

use sandglass_core::export::{MARK, as_the_user_set};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::text::Language;
use sandglass_core::user_choices::with_choices;
use sandglass_core::variables::Variables;

use crate::os;

/// The variables and directories of this process, and what the user chose in their place.
#[derive(Clone)]
pub struct Environment {
    /// Every variable, those the preferences stand for included.
    pub variables: Variables,
    /// The variables this process was started with.
    pub process: Variables,
    /// The paths of the AWS files.
    pub paths: AwsPaths,
    /// The directory for settings of this user's programs.
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
        Self::before_preferences(variables).map(|environment| environment.with_current_preferences().0)
    }

    /// Reads the preferences file: the environment with what it says, and the language to speak. What is wrong with
    /// the file is said by whoever reads it for its own sake.
    #[must_use]
    pub fn with_current_preferences(&self) -> (Self, Language) {
        let preferences = crate::read_preferences(self).unwrap_or_default();
        let settings = preferences.settings();
        let variables = with_choices(&self.process, &settings.machine);
        let language = settings.language.unwrap_or_else(|| self.language());
        (Self { paths: AwsPaths::new(&self.paths.home, &variables), variables, ..self.clone() }, language)
    }

    /// The same without what `sandglass env` set in the shell this process was started from: that is no word of the user's.
    #[must_use]
    pub fn as_the_user_set(&self) -> Self {
        if self.process.get(MARK).is_none() {
            return self.clone();
        }
        Self { process: as_the_user_set(&self.process), ..self.clone() }.with_current_preferences().0
    }

    fn before_preferences(variables: Variables) -> Result<Self, Problem> {
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
            process: variables.clone(),
            variables,
        })
    }

    /// The log of the desktop program.
    pub fn log(&self) -> PathBuf {
        self.state_dir.join("sandglass.log")
    }

    /// The language the user's locale asks for.
    pub fn language(&self) -> Language {
        let locale = self.variables.first_non_empty(&["LC_ALL", "LC_MESSAGES", "LANG"]);
        Language::from_locale(locale.map_or("en", |(_, locale)| locale))
    }

    /// The locale of the system's times, where variables say it; none where only the system knows.
    pub fn time_locale(&self) -> Option<String> {
        os::LOCALE_IN_VARIABLES.then(|| {
            let locale = self.variables.first_non_empty(&["LC_ALL", "LC_TIME", "LANG"]);
            locale.map_or_else(String::new, |(_, locale)| locale.to_owned())
        })
    }
}
