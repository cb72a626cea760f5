//! Installing into a directory of the test's own, with small programs in place of the real ones.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use xtask::install::place::{self, Placed};
use xtask::install::{Built, Target};

/// A directory that goes with the test.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("sandglass install {name} {}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        for program in ["sandglass", "sandglass-desktop", "sandglass-demo"] {
            let file = path.join("built").join(program);
            fs::create_dir_all(path.join("built")).expect("made");
            fs::write(&file, "#!/bin/sh\nread line\n").expect("written");
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("set");
        }
        Self(path)
    }

    fn built(&self) -> Built {
        let completions = ["bash", "zsh", "fish"].map(|shell| (shell, format!("# {shell}\n"))).to_vec();
        Built { binaries: self.0.join("built"), completions }
    }

    fn target(&self) -> Target {
        Target::new(Some(&self.0.join("prefix"))).expect("a target")
    }

    fn install(&self) -> xtask::Result<Vec<(PathBuf, Placed)>> {
        let target = self.target();
        place::install(&target.files(&self.built())?, &target.manifest())
    }

    /// Every file under the prefix, with its content.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.0.join("prefix")];
        while let Some(directory) = waiting.pop() {
            for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    waiting.push(entry.path());
                } else {
                    let name = entry
                        .path()
                        .strip_prefix(self.0.join("prefix"))
                        .expect("below")
                        .display()
                        .to_string();
                    found.insert(name, fs::read(entry.path()).expect("read"));
                }
            }
        }
        found
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn written(placed: &[(PathBuf, Placed)]) -> usize {
    placed.iter().filter(|(_, change)| *change == Placed::Written).count()
}

#[test]
fn a_second_time_changes_nothing_and_uninstall_leaves_nothing() {
    let directory = Directory::new("twice");
    // Somebody else's, before and after.
    let other = directory.0.join("prefix/bin/aws");
    fs::create_dir_all(other.parent().expect("a directory")).expect("made");
    fs::write(&other, "other").expect("written");
    let before = directory.files();

    let placed = directory.install().expect("installed");
    assert_eq!((placed.len(), written(&placed)), (12, 12), "{placed:?}");
    let installed = directory.files();
    for name in [
        "bin/sandglass-desktop",
        "bin/sandglass-demo",
        "share/applications/app.sandglass.desktop.desktop",
        "share/icons/hicolor/128x128/apps/app.sandglass.desktop.png",
        "share/icons/hicolor/scalable/apps/app.sandglass.desktop.svg",
        "share/fish/vendor_completions.d/sandglass.fish",
        "share/sandglass/installed",
    ] {
        assert!(installed.contains_key(name), "{name} is not among {:?}", installed.keys());
    }
    let program = fs::metadata(directory.0.join("prefix/bin/sandglass")).expect("there");
    assert_eq!(program.permissions().mode() & 0o777, 0o755);

    assert_eq!(written(&directory.install().expect("installed again")), 0);
    assert_eq!(directory.files(), installed);
    let removed = place::uninstall(&directory.target().manifest()).expect("uninstalled");
    assert_eq!(removed.len(), 13, "the files and their list: {removed:?}");
    assert_eq!(directory.files(), before);
    assert!(!directory.0.join("prefix/share/sandglass").exists());
    assert_eq!(
        place::uninstall(&directory.target().manifest()).expect("nothing to do"),
        Vec::<PathBuf>::new()
    );
}

#[test]
fn a_file_in_the_way_stops_everything() {
    let directory = Directory::new("in the way");
    let other = directory.0.join("prefix/bin/sandglass-desktop");
    fs::create_dir_all(other.parent().expect("a directory")).expect("made");
    fs::write(&other, "not ours").expect("written");
    let before = directory.files();
    let failure = directory.install().expect_err("it is not replaced").to_string();
    assert!(failure.contains("bin/sandglass-desktop is there") && failure.contains("--prefix"), "{failure}");
    assert_eq!(directory.files(), before);
}

#[test]
fn a_program_that_runs_is_replaced() {
    let directory = Directory::new("running");
    // A real binary: the system refuses to write into the file of one that runs.
    let cat = ["/usr/bin/cat", "/bin/cat"].into_iter().find(|path| Path::new(path).exists()).expect("cat");
    fs::copy(cat, directory.0.join("built/sandglass-desktop")).expect("copied");
    directory.install().expect("installed");
    let installed = directory.0.join("prefix/bin/sandglass-desktop");
    let mut running = Command::new(&installed).stdin(Stdio::piped()).spawn().expect("it runs");
    assert!(fs::OpenOptions::new().write(true).open(&installed).is_err(), "its file is busy");
    fs::write(directory.0.join("built/sandglass-desktop"), "#!/bin/sh\nexit 7\n").expect("written");
    assert_eq!(written(&directory.install().expect("installed over it")), 1);
    assert!(running.try_wait().expect("a process").is_none(), "it goes on");
    assert_eq!(Command::new(&installed).status().expect("the new one").code(), Some(7));
    drop(running.stdin.take());
    assert!(running.wait().expect("it ends").success());
}

#[test]
fn what_a_later_version_has_no_longer_goes() {
    let directory = Directory::new("older");
    directory.install().expect("installed");
    let target = directory.target();
    let mut files = target.files(&directory.built()).expect("files");
    let gone = files.pop().expect("a file").path;
    let placed = place::install(&files, &target.manifest()).expect("installed");
    assert_eq!(placed.last(), Some(&(gone.clone(), Placed::Removed)));
    assert!(!gone.exists());
}

#[test]
fn the_desktop_entry_is_a_valid_one() {
    // Its directory's name holds blanks, which have to be quoted.
    let directory = Directory::new("100% $HOME");
    directory.install().expect("installed");
    let entry = directory.0.join("prefix/share/applications/app.sandglass.desktop.desktop");
    let text = fs::read_to_string(&entry).expect("read");
    let exec = text.lines().find(|line| line.starts_with("Exec=")).expect("a line");
    assert!(exec.contains(r"100%% \\$HOME") && exec.ends_with("/bin/sandglass-desktop\""), "{exec}");
    let demo = text.lines().rfind(|line| line.starts_with("Exec=")).expect("a line");
    assert!(demo.contains(r"100%% \\$HOME") && demo.ends_with("/bin/sandglass-demo\" --open"), "{demo}");
    assert!(!text.contains('@'), "{text}");
    let mut validate = match xtask::programs::command("desktop-file-validate") {
        Ok(command) => command,
        Err(missing) => {
            assert!(std::env::var_os("SANDGLASS_TEST_REQUIRE_ALL").is_none(), "{missing}");
            return eprintln!("skipped: the_desktop_entry_is_a_valid_one ({missing})");
        }
    };
    let output = validate.arg(&entry).output().expect("it runs");
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
}
