//! Removes what Sandglass left and needs no more: old backups and texts for undoing, and the locks of processes that were
//! killed.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use sandglass_core::Timestamp;

use crate::preferences::kept_for;
use crate::profiles::forget_old_changes;
use crate::{Environment, lock};

/// A lock that was not touched for so long is nobody's.
const LOCKS_STAY: Duration = Duration::from_hours(24);

/// Removes what became too old. What cannot be removed now is removed another time.
pub fn tidy_up(environment: &Environment, now: Timestamp) {
    if !environment.state_dir.is_dir() {
        return;
    }
    let stay = kept_for(environment);
    for path in backups(environment) {
        let written = std::fs::symlink_metadata(&path).ok().filter(std::fs::Metadata::is_file);
        let written = written.and_then(|found| found.modified().ok()).map(Timestamp::from);
        if written.is_some_and(|written| now - written >= stay) {
            let _ = std::fs::remove_file(&path);
        }
    }
    forget_old_changes(environment, now);
    lock::sweep(&environment.state_dir, SystemTime::from(now) - LOCKS_STAY);
}

/// Every `*.last`: of AWS files and of the files of shells.
fn backups(environment: &Environment) -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir(environment.state_dir.join("backup"));
    let paths = entries.into_iter().flatten().map_while(Result::ok).map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "last"))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::testing::environment;

    #[test]
    fn every_backup_goes_after_its_days_and_nothing_else() {
        let home = tempfile::tempdir().expect("a directory");
        let environment = environment(home.path());
        let directory = environment.state_dir.join("backup");
        std::fs::create_dir_all(&directory).expect("made");
        let names = ["config.last", "credentials.last", "zshrc.last", "notes"];
        for name in names {
            std::fs::write(directory.join(name), "secret").expect("written");
        }
        let left = || {
            let entries = std::fs::read_dir(&directory).expect("a directory").map_while(Result::ok);
            let mut left: Vec<_> =
                entries.map(|entry| entry.file_name().into_string().expect("text")).collect();
            left.sort();
            left
        };
        let written = Timestamp::from(SystemTime::now());
        let mut sorted = names.map(str::to_owned).to_vec();
        sorted.sort();
        tidy_up(&environment, written + TimeDelta::days(29));
        assert_eq!(left(), sorted);
        std::fs::create_dir_all(environment.preferences.parent().expect("a directory")).expect("made");
        std::fs::write(&environment.preferences, "backup_days = 60\n").expect("written");
        tidy_up(&environment, written + TimeDelta::days(31));
        assert_eq!(left(), sorted, "the user chose longer");
        std::fs::write(&environment.preferences, "backup_days = soon\n").expect("written");
        tidy_up(&environment, written + TimeDelta::days(400));
        assert_eq!(left(), sorted, "nobody knows what the user chose");
        std::fs::write(&environment.preferences, "backup_days = 2\n").expect("written");
        tidy_up(&environment, written + TimeDelta::days(3));
        assert_eq!(left(), ["notes"]);
    }
}
