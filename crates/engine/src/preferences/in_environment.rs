//! Puts what the preferences say into the environment.

use sandglass_core::export::{MARK, as_the_user_set};
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::Settings;
use sandglass_core::problem::Problem;
use sandglass_core::user_choices::with_choices;
use sandglass_core::variables::Variables;

use super::read_preferences;
use crate::{Environment, os};

impl Environment {
    /// Reads the environment of this process.
    pub fn capture() -> Result<Self, Problem> {
        // A variable that is not Unicode cannot be one of those AWS tools read.
        let mut variables: Variables = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        // As for the AWS CLI: a service or a clean shell may name no home, and the system knows it all the same.
        if variables.first(os::HOME_VARIABLES).is_none()
            && let Some(home) = std::env::home_dir().and_then(|home| home.into_os_string().into_string().ok())
        {
            variables.set(os::HOME_VARIABLES[0], &home);
        }
        Self::from_variables(variables)
    }

    /// The same from given variables. Fails when they do not say where the home directory is.
    pub fn from_variables(variables: Variables) -> Result<Self, Problem> {
        Self::before_preferences(variables).map(|environment| environment.with_current_preferences())
    }

    /// Reads the preferences file, and returns the environment with what it says. What is wrong with the file is said by
    /// whoever reads it for its own sake.
    #[must_use]
    pub fn with_current_preferences(&self) -> Self {
        let preferences = read_preferences(self);
        // What cannot be read may ask for less than is usual.
        let mfa_session = match &preferences {
            Ok(preferences) => preferences.settings().mfa_session,
            Err(_) => Settings::SHORTEST_MFA_SESSION,
        };
        let preferences = preferences.unwrap_or_default();
        let settings = preferences.settings();
        let variables = with_choices(&self.process, &settings.machine);
        Self {
            paths: AwsPaths::new(&self.paths.home, &variables).with_state_dir(&self.state_dir),
            mfa_session,
            mfa_commands: settings.mfa_commands.clone(),
            browsers: settings.browsers.clone(),
            language: settings.language.unwrap_or_else(|| self.locale_language()),
            variables,
            ..self.clone()
        }
    }

    /// The same without what `sandglass env` set in the shell this process was started from: that is no word of the user's.
    #[must_use]
    pub fn as_the_user_set(&self) -> Self {
        if self.process.get(MARK).is_none() {
            return self.clone();
        }
        Self { process: as_the_user_set(&self.process), ..self.clone() }.with_current_preferences()
    }
}
