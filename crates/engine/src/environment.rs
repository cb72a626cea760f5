//! The program's environment: variables and directories, captured once.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::TimeDelta;

use sandglass_core::browser::BrowserChoice;
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::Settings;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::text::Language;
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
    /// The language to speak: the one the user chose, or else the one of the locale.
    pub language: Language,
    /// The time for which a session that a code of an MFA device made lasts.
    pub mfa_session: TimeDelta,
    /// The commands that print the codes of MFA devices, by their serial numbers.
    pub mfa_commands: BTreeMap<String, String>,
    /// The browsers of sign-ins, by the sso-session or the start URL without one.
    pub browsers: BTreeMap<String, BrowserChoice>,
    /// True if a person agreed that a file which cannot be replaced is written in place.
    pub may_write_in_place: bool,
}

impl Environment {
    /// The same where a person agreed, or did not, that a file which cannot be replaced is written in place.
    #[must_use]
    pub fn writing_in_place(&self, agreed: bool) -> Self {
        Self { may_write_in_place: agreed, ..self.clone() }
    }

    /// Finds the directories that these variables name, before the preferences say anything. Fails where nothing says
    /// which is the home directory.
    pub(crate) fn before_preferences(variables: Variables) -> Result<Self, Problem> {
        let home = variables
            .first_non_empty(os::HOME_VARIABLES)
            .map(|(_, home)| PathBuf::from(home))
            .ok_or_else(|| Problem::new(Code::NoHome))?;
        let directories = os::Directories::new(&home, &variables);
        Ok(Self {
            paths: AwsPaths::new(&home, &variables).with_state_dir(&directories.state),
            mfa_session: Settings::default().mfa_session,
            mfa_commands: BTreeMap::new(),
            browsers: BTreeMap::new(),
            preferences: directories.config.join("preferences.toml"),
            config_home: directories.config_home,
            state_dir: directories.state,
            language: of_locale(&variables),
            process: variables.clone(),
            variables,
            may_write_in_place: false,
        })
    }

    /// The log of the desktop program.
    pub fn log(&self) -> PathBuf {
        self.state_dir.join("sandglass.log")
    }

    /// The language that the user's locale asks for, whatever was chosen.
    pub fn locale_language(&self) -> Language {
        of_locale(&self.process)
    }

    /// The locale of the system's times, where variables say it; none where only the system knows.
    pub fn time_locale(&self) -> Option<String> {
        os::LOCALE_IN_VARIABLES.then(|| {
            let locale = self.variables.first_non_empty(&["LC_ALL", "LC_TIME", "LANG"]);
            locale.map_or_else(String::new, |(_, locale)| locale.to_owned())
        })
    }
}

fn of_locale(variables: &Variables) -> Language {
    let locale = variables.first_non_empty(&["LC_ALL", "LC_MESSAGES", "LANG"]);
    Language::from_locale(locale.map_or("en", |(_, locale)| locale))
}
