//! Adds the preferences' choices (proxy, CA bundle, file locations) to the variables, and tells which files are in
//! use because of them.

use std::path::Path;

use crate::paths::AwsPaths;
use crate::preferences::MachineSettings;
use crate::snapshot::{FileInUse, FileOrigin, InUse};
use crate::variables::Variables;

/// A choice, the variables it stands for, and the variables that overrule it. Python's programs read
/// the lower-case proxy variables first.
struct Choice {
    key: &'static str,
    variables: &'static [&'static str],
    overruled_by: &'static [&'static str],
    of: fn(&MachineSettings) -> Option<&String>,
}

const CHOICES: &[Choice] = &[
    Choice {
        key: "proxy",
        variables: &["HTTPS_PROXY", "HTTP_PROXY"],
        overruled_by: &["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"],
        of: |machine| machine.proxy.as_ref(),
    },
    Choice {
        key: "no_proxy",
        variables: &["NO_PROXY"],
        overruled_by: &["no_proxy", "NO_PROXY"],
        of: |machine| machine.no_proxy.as_ref(),
    },
    Choice {
        key: "ca_bundle",
        variables: &["AWS_CA_BUNDLE"],
        overruled_by: &["AWS_CA_BUNDLE"],
        of: |machine| machine.ca_bundle.as_ref(),
    },
    Choice {
        key: "config_file",
        variables: &["AWS_CONFIG_FILE"],
        overruled_by: &["AWS_CONFIG_FILE"],
        of: |machine| machine.config_file.as_ref(),
    },
    Choice {
        key: "credentials_file",
        variables: &["AWS_SHARED_CREDENTIALS_FILE"],
        overruled_by: &["AWS_SHARED_CREDENTIALS_FILE"],
        of: |machine| machine.credentials_file.as_ref(),
    },
];

impl Choice {
    fn overruled_by(&self, process: &Variables) -> Option<&'static str> {
        process.first_non_empty(self.overruled_by).map(|(name, _)| name)
    }
}

/// The variables of the process, with the user's choices where it has none.
pub fn with_choices(process: &Variables, machine: &MachineSettings) -> Variables {
    let mut variables = process.clone();
    for choice in CHOICES.iter().filter(|choice| choice.overruled_by(process).is_none()) {
        for name in choice.variables {
            if let Some(value) = (choice.of)(machine) {
                variables.set(name, value);
            }
        }
    }
    variables
}

/// The files in use beside those of AWS.
#[derive(Clone, Copy, Debug)]
pub struct OwnFiles<'a> {
    /// The preferences.
    pub preferences: &'a Path,
    /// The log of the desktop program.
    pub log: &'a Path,
}

/// Every file in use and why, and what is overruled: of a process with these variables.
pub fn in_use(
    paths: &AwsPaths,
    own: OwnFiles<'_>,
    process: &Variables,
    machine: &MachineSettings,
    exists: &dyn Fn(&Path) -> bool,
) -> InUse {
    let origin = |key: &str| {
        let choice = CHOICES.iter().find(|choice| choice.key == key);
        match choice.map(|choice| (choice.overruled_by(process), (choice.of)(machine))) {
            Some((Some(_), _)) => FileOrigin::Variable,
            Some((None, Some(_))) => FileOrigin::Preference,
            _ => FileOrigin::Default,
        }
    };
    let file = |what, path: &Path, origin| FileInUse {
        what,
        path: paths.display(path),
        origin,
        exists: exists(path),
    };
    InUse {
        files: vec![
            file("config", &paths.config, origin("config_file")),
            file("credentials", &paths.credentials, origin("credentials_file")),
            file("cache", &paths.cli_cache, FileOrigin::Default),
            file("preferences", own.preferences, FileOrigin::Default),
            file("log", own.log, FileOrigin::Default),
        ],
        overruled: CHOICES
            .iter()
            .filter_map(|choice| Some((choice.key, choice.overruled_by(process)?)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_stands_for_variables_and_a_variable_wins() {
        let machine = MachineSettings {
            proxy: Some("http://chosen:1".to_owned()),
            config_file: Some("~/other".to_owned()),
            ..MachineSettings::default()
        };
        let process: Variables = [("https_proxy", "http://variable:2")].into_iter().collect();
        let variables = with_choices(&process, &machine);
        assert_eq!(variables.get("AWS_CONFIG_FILE"), Some("~/other"));
        assert_eq!(
            (variables.get("HTTPS_PROXY"), variables.get("https_proxy")),
            (None, Some("http://variable:2"))
        );
        let variables = with_choices(&Variables::default(), &machine);
        assert_eq!(variables.get("HTTP_PROXY"), Some("http://chosen:1"));
    }
}
