//! Autostart on Linux: a desktop entry in `$XDG_CONFIG_HOME/autostart` (Desktop Application Autostart Specification).

use std::path::{Path, PathBuf};

use anyhow::Context;
use sandglass_engine::Environment;

use super::entry_file::{self, Owner};
use super::{LogWord, exec_line};

/// Tells our entry from one that somebody wrote by hand.
const OURS: &str = "X-Sandglass-Autostart=true";

pub(super) fn enter(environment: &Environment, program: &Path) -> anyhow::Result<Option<LogWord>> {
    let program = program.to_str().context("the program's path is not Unicode")?;
    entry_file::enter(&path(environment), &entry(program), owner)
}

pub(super) fn remove(environment: &Environment) -> anyhow::Result<Option<LogWord>> {
    entry_file::remove(&path(environment), owner)
}

fn path(environment: &Environment) -> PathBuf {
    environment.config_home.join("autostart").join(format!("{}.desktop", crate::APPLICATION_ID))
}

/// With `TryExec`, a program that was removed is not missed at login.
fn entry(program: &str) -> String {
    format!(
        "[Desktop Entry]\nType=Application\nName=Sandglass\nExec={} --tray\nTryExec={}\nIcon={}\nTerminal=false\n\
         StartupWMClass={}\nX-GNOME-Autostart-enabled=true\n{OURS}\n",
        exec_line::exec(program),
        exec_line::value(program),
        crate::APPLICATION_ID,
        crate::APPLICATION_ID,
    )
}

/// Desktops switch an entry off by one of two lines.
fn owner(entry: &str) -> Owner {
    let has = |line: &str| entry.lines().any(|found| found.replace(' ', "").eq_ignore_ascii_case(line));
    if !has(OURS) {
        Owner::Another
    } else if has("Hidden=true") || has("X-GNOME-Autostart-enabled=false") {
        Owner::SwitchedOff
    } else {
        Owner::Sandglass
    }
}

#[cfg(test)]
mod tests {
    use sandglass_core::variables::Variables;

    use super::*;

    fn environment(home: &Path, config: &str) -> Environment {
        let home = home.display().to_string();
        let variables: Variables =
            [("HOME", home.as_str()), ("XDG_CONFIG_HOME", config)].into_iter().collect();
        Environment::from_variables(variables).expect("a home")
    }

    #[test]
    fn an_entry_is_made_fixed_and_removed_and_nothing_is_written_twice() {
        let home = tempfile::tempdir().expect("a directory");
        let config = home.path().join("elsewhere");
        let environment = environment(home.path(), config.to_str().expect("text"));
        let file = config.join("autostart/app.sandglass.desktop.desktop");
        let enter = |program: &str| enter(&environment, Path::new(program)).expect("entered");
        assert_eq!(enter("/opt/a b/sandglass-desktop"), Some("entered"));
        let text = std::fs::read_to_string(&file).expect("read");
        assert!(text.contains("\nExec=\"/opt/a b/sandglass-desktop\" --tray\n"), "{text}");
        assert_eq!(enter("/opt/a b/sandglass-desktop"), None);
        assert_eq!(enter("/usr/bin/sandglass-desktop"), Some("fixed"));
        assert_eq!(remove(&environment).expect("removed"), Some("removed"));
        assert!(!file.exists());
        assert_eq!(remove(&environment).expect("removed"), None);
    }

    #[test]
    fn what_is_not_ours_or_was_switched_off_stays() {
        let home = tempfile::tempdir().expect("a directory");
        let environment = environment(home.path(), "relative, so not honoured");
        let file = home.path().join(".config/autostart/app.sandglass.desktop.desktop");
        std::fs::create_dir_all(file.parent().expect("a directory")).expect("made");
        let program = Path::new("/usr/bin/sandglass-desktop");
        let off = entry("/old") + "Hidden = true\n";
        for (text, change) in [("[Desktop Entry]\nExec=x\n", "left_as_found"), (&off, "left_switched_off")] {
            std::fs::write(&file, text).expect("written");
            assert_eq!(enter(&environment, program).expect("looked at"), Some(change));
            assert_eq!(std::fs::read_to_string(&file).expect("read"), text);
        }
        assert_eq!(remove(&environment).expect("removed"), Some("removed"));
        std::fs::write(&file, "[Desktop Entry]\nExec=x\n").expect("written");
        assert_eq!(remove(&environment).expect("looked at"), None);
        assert!(file.exists());
    }
}
