//! Tests of the transaction on real files.

use sandglass_core::problem::Origin;
use std::sync::atomic::{AtomicU32, Ordering};

use aws_files::SectionName;

use super::*;
use crate::testing::environment;

const TEXT: &str = "# mine\r\n[a]\r\nregion = x ; y\r\n[b]\r\n";

struct Place {
    home: tempfile::TempDir,
    environment: Environment,
}

impl Place {
    fn empty() -> Self {
        let home = tempfile::tempdir().expect("a directory");
        Self { environment: environment(home.path()), home }
    }

    fn with(text: &str) -> Self {
        let place = Self::empty();
        std::fs::create_dir(place.home.path().join(".aws")).expect("made");
        std::fs::write(place.file(), text).expect("written");
        place
    }

    fn file(&self) -> &Path {
        &self.environment.paths.credentials
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.file()).expect("a file")
    }

    fn backup(&self) -> PathBuf {
        self.environment.state_dir.join("backup/credentials.last")
    }

    async fn set(&self, value: &str) -> Result<PathBuf, Problem> {
        edit(&self.environment, FileKind::Credentials, |document| with(document, value)).await
    }

    /// What is left beside the file.
    fn neighbours(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.file().parent().expect("a directory")).expect("readable");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn with(document: &Document, value: &str) -> Result<Document, EditRefused> {
    Ok(document.set(&SectionName::Profile("a".to_owned()), "output", value)?)
}

fn code(result: Result<PathBuf, Problem>) -> Code {
    result.expect_err("it is refused").code
}

#[tokio::test]
async fn the_last_version_is_kept_and_nothing_else_is_left() {
    let place = Place::with(TEXT);
    place.set("json").await.expect("edited");
    assert_eq!(place.text(), TEXT.replace("; y\r\n", "; y\r\noutput = json\r\n"));
    assert_eq!(std::fs::read_to_string(place.backup()).expect("a backup"), TEXT);
    let first = place.text();
    place.set("text").await.expect("edited");
    assert_eq!(std::fs::read_to_string(place.backup()).expect("a backup"), first);
    assert_eq!(place.neighbours(), ["credentials"]);
    // What changes nothing is not written, and the backup stays.
    place.set("text").await.expect("edited");
    assert_eq!(std::fs::read_to_string(place.backup()).expect("a backup"), first);
}

#[tokio::test]
async fn a_file_that_is_not_there_is_made() {
    let place = Place::empty();
    let section = SectionName::Profile("new".to_owned());
    edit(&place.environment, FileKind::Credentials, |document| {
        Ok(document.add_section(&section, &[("region", "x")])?)
    })
    .await
    .expect("made");
    assert_eq!(place.text(), "[new]\nregion = x\n");
    assert!(!place.backup().exists());
}

#[tokio::test]
async fn what_another_program_wrote_meanwhile_stays() {
    let place = Place::with(TEXT);
    let tries = AtomicU32::new(0);
    edit(&place.environment, FileKind::Credentials, |document| {
        if tries.fetch_add(1, Ordering::Relaxed) == 0 {
            std::fs::write(place.file(), format!("{TEXT}theirs = 1\r\n")).expect("written");
        }
        with(document, "json")
    })
    .await
    .expect("edited");
    assert_eq!(tries.load(Ordering::Relaxed), 2);
    assert_eq!(
        place.text(),
        format!("{}theirs = 1\r\n", TEXT.replace("; y\r\n", "; y\r\noutput = json\r\n"))
    );
    assert_eq!(place.neighbours(), ["credentials"]);
}

#[tokio::test]
async fn a_file_that_keeps_changing_is_left_alone() {
    let place = Place::with(TEXT);
    let tries = AtomicU32::new(0);
    let refused = edit(&place.environment, FileKind::Credentials, |document| {
        let number = tries.fetch_add(1, Ordering::Relaxed);
        std::fs::write(place.file(), format!("{TEXT}theirs = {number}\r\n")).expect("written");
        with(document, "json")
    })
    .await;
    assert_eq!(code(refused), Code::FileBusy);
    assert_eq!(place.text(), format!("{TEXT}theirs = {}\r\n", TRIES - 1));
    assert_eq!(place.neighbours(), ["credentials"]);
}

#[tokio::test]
async fn what_the_aws_cli_cannot_parse_is_never_written() {
    let text = "[a]\nregion = x\nno setting\n";
    let place = Place::with(text);
    let problem = place.set("json").await.expect_err("refused");
    assert_eq!(problem.code, Code::FileUnparsable);
    let Some(Origin::File(at)) = problem.at else { panic!("no place") };
    assert_eq!(at.line, 3);
    assert_eq!(place.text(), text);
}

#[tokio::test]
async fn places_that_are_no_file_are_refused() {
    let place = Place::with(TEXT);
    std::fs::remove_file(place.file()).expect("removed");
    std::fs::create_dir(place.file()).expect("made");
    assert_eq!(code(place.set("json").await), Code::FileUnreadable);
    std::fs::remove_dir(place.file()).expect("removed");

    let large = std::fs::File::create(place.file()).expect("made");
    large.set_len(50 * 1024 * 1024).expect("grown");
    assert_eq!(code(place.set("json").await), Code::FileUnreadable);
    assert_eq!(place.neighbours(), ["credentials"]);

    // A directory where our lock, or our backup, should be.
    let place = Place::with(TEXT);
    std::fs::create_dir_all(place.environment.state_dir.join("locks/credentials.lock")).expect("made");
    assert_eq!(code(place.set("json").await), Code::FileUnwritable);
    let place = Place::with(TEXT);
    std::fs::create_dir_all(place.backup()).expect("made");
    assert_eq!(code(place.set("json").await), Code::FileUnwritable);
    assert_eq!((place.text().as_str(), place.neighbours().len()), (TEXT, 1));
}

#[tokio::test]
async fn a_file_marked_read_only_is_left_alone() {
    let place = Place::with(TEXT);
    let mut permissions = std::fs::metadata(place.file()).expect("a file").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(place.file(), permissions).expect("marked");
    assert_eq!(code(place.set("json").await), Code::FileUnwritable);
    assert_eq!(
        check_editable(&place.environment, FileKind::Credentials).map_err(|problem| problem.code),
        Err(Code::FileUnwritable)
    );
    assert_eq!((place.text().as_str(), place.neighbours().len()), (TEXT, 1));
}

#[tokio::test]
async fn what_a_killed_process_left_is_swept() {
    let place = Place::with(TEXT);
    std::fs::write(place.file().with_file_name(".sandglass-credentials-left"), "secret").expect("written");
    std::fs::write(place.file().with_file_name(".sandglass-config-in-use"), "theirs").expect("written");
    place.set("json").await.expect("edited");
    assert_eq!(place.neighbours(), [".sandglass-config-in-use", "credentials"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("a file").mode() & 0o7777
    }

    #[tokio::test]
    async fn modes_are_kept_and_new_files_are_private() {
        for wanted in [0o600, 0o640, 0o664, 0o700] {
            let place = Place::with(TEXT);
            std::fs::set_permissions(place.file(), std::fs::Permissions::from_mode(wanted)).expect("set");
            place.set("json").await.expect("edited");
            assert_eq!(mode(place.file()), wanted);
            assert_eq!(mode(&place.backup()), 0o600);
            assert_eq!(mode(place.backup().parent().expect("a directory")), 0o700);
        }
        let place = Place::empty();
        let section = SectionName::Profile("new".to_owned());
        edit(&place.environment, FileKind::Config, |document| Ok(document.add_section(&section, &[])?))
            .await
            .expect("made");
        assert_eq!(mode(&place.environment.paths.config), 0o600);
    }

    #[tokio::test]
    async fn links_are_followed_and_stay() {
        let place = Place::with("");
        let (file, real) = (place.file().to_owned(), place.home.path().join("dotfiles/credentials"));
        std::fs::create_dir(place.home.path().join("dotfiles")).expect("made");
        std::fs::rename(&file, &real).expect("moved");
        std::fs::write(&real, TEXT).expect("written");
        let second = place.home.path().join("second");
        symlink(&real, &second).expect("linked");
        symlink("../second", &file).expect("linked");
        place.set("json").await.expect("edited");
        assert!(std::fs::symlink_metadata(&file).expect("there").is_symlink());
        assert!(std::fs::symlink_metadata(&second).expect("there").is_symlink());
        assert!(std::fs::read_to_string(&real).expect("a file").contains("output = json"));

        std::fs::remove_file(&real).expect("removed");
        assert_eq!(code(place.set("json").await), Code::FileUnwritable);
        assert!(!real.exists() && std::fs::symlink_metadata(&file).expect("there").is_symlink());
    }

    #[tokio::test]
    async fn owners_are_kept_where_permitted() {
        let place = Place::with(TEXT);
        // Only root may give a file away.
        if std::os::unix::fs::chown(place.file(), Some(12_345), Some(23_456)).is_err() {
            return;
        }
        place.set("json").await.expect("edited");
        let found = std::fs::metadata(place.file()).expect("a file");
        assert_eq!((found.uid(), found.gid()), (12_345, 23_456));
    }

    #[tokio::test]
    async fn a_file_that_somebody_else_put_there_lets_nobody_in() {
        let place = Place::with(TEXT);
        let mode = |path: &Path, mode| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("set");
        };
        let directory = place.file().parent().expect("a directory").to_owned();
        // Only root may give a file away.
        if std::os::unix::fs::chown(place.file(), Some(12_345), Some(23_456)).is_err() {
            return;
        }
        mode(place.file(), 0o666);
        mode(&directory, 0o777);
        place.set("json").await.expect("edited");
        let found = std::fs::metadata(place.file()).expect("a file");
        assert_eq!(
            (found.uid(), found.mode() & 0o777),
            (std::fs::metadata(&directory).expect("there").uid(), 0o600)
        );
    }

    /// `user::rw- user:12345:r-- group::--- mask::r-- other::---`, as the kernel stores it.
    #[cfg(target_os = "linux")]
    const ACCESS_LIST: &[u8] = &[
        2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 0x39, 0x30, 0, 0, 4, 0, 0, 0, 255, 255, 255,
        255, 16, 0, 4, 0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255,
    ];

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn access_lists_are_kept_and_none_is_inherited() {
        use rustix::fs::{XattrFlags, getxattr, setxattr};

        let place = Place::with(TEXT);
        let name = "system.posix_acl_access";
        if setxattr(place.file(), name, ACCESS_LIST, XattrFlags::empty()).is_err() {
            return;
        }
        let list = || {
            let mut value = [0; 256];
            let length = getxattr(place.file(), name, &mut value[..]).ok()?;
            Some(value[..length].to_vec())
        };
        place.set("json").await.expect("edited");
        assert_eq!((list().as_deref(), mode(place.file())), (Some(ACCESS_LIST), 0o640));

        // The directory would give its own list to a new file: the old file had none.
        rustix::fs::removexattr(place.file(), name).expect("removed");
        std::fs::set_permissions(place.file(), std::fs::Permissions::from_mode(0o640)).expect("set");
        let directory = place.file().parent().expect("a directory");
        setxattr(directory, "system.posix_acl_default", ACCESS_LIST, XattrFlags::empty()).expect("set");
        place.set("text").await.expect("edited");
        assert_eq!((list(), mode(place.file())), (None, 0o640));
    }
}
