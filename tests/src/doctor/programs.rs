//! The AWS CLIs on the PATH of a set-up.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::{Home, run, set_up};

/// The folder of the home that its PATH begins with.
pub const FOLDER: &str = "bin";

/// Which AWS CLI is found first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cli {
    /// The real version 1.
    V1,
    /// The real version 2.
    V2,
    /// A program that says it is of this old version, and knows no more than that one did.
    Old(&'static str),
    /// None.
    Missing,
}

/// Puts an AWS CLI, and nothing of the developer's, on the PATH of a home.
pub(super) fn install(home: &mut Home, cli: Cli) {
    std::fs::create_dir_all(home.path().join(FOLDER)).expect("a directory");
    add(home, FOLDER, cli);
    let folder = home.path().join(FOLDER).display().to_string();
    let system = if cli == Cli::Missing { "/nowhere" } else { "/usr/bin:/bin" };
    home.set("PATH", &format!("{folder}:{system}"));
}

/// Puts an AWS CLI into a folder of a home.
pub fn add(home: &Home, folder: &str, cli: Cli) {
    let script = match cli {
        Cli::Missing => return,
        Cli::V1 => forwarding(real(1)),
        Cli::V2 => forwarding(real(2)),
        Cli::Old(version) => old(version),
    };
    executable(home, &format!("{folder}/aws"), &script);
}

/// Writes a program.
pub fn executable(home: &Home, path: &str, text: &str) -> PathBuf {
    let path = home.write(path, text);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("its mode");
    }
    path
}

/// The real program: `aws --version` is answered at once with what it said the first time, because it
/// takes the better part of a second.
fn forwarding((program, version): &(PathBuf, String)) -> String {
    format!(
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo '{version}'; exit; fi\nexec '{}' \"$@\"\n",
        program.display()
    )
}

/// Puts the real version 1 into a home as it is: asked for its version it reads its files, too.
pub(super) fn as_it_is(home: &Home) {
    let (program, _) = real(1);
    executable(home, &format!("{FOLDER}/aws"), &format!("#!/bin/sh\nexec '{}' \"$@\"\n", program.display()));
}

fn old(version: &str) -> String {
    format!(
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'aws-cli/{version} Python/3.6.9 Linux/4.15.0-213-generic \
         botocore/1.8.30' >&2; exit; fi\necho 'Unable to locate credentials. You can configure credentials by \
         running \"aws configure\".' >&2\nexit 255\n"
    )
}

fn real(version: u8) -> &'static (PathBuf, String) {
    static PROGRAMS: [OnceLock<(PathBuf, String)>; 2] = [OnceLock::new(), OnceLock::new()];
    PROGRAMS[usize::from(version - 1)].get_or_init(|| {
        let program = set_up(&format!("SANDGLASS_TEST_AWS{version}")).expect("the caller looked");
        let said = version_of(&program);
        (program, said)
    })
}

fn version_of(program: &Path) -> String {
    let ran = run(std::process::Command::new(program).arg("--version"));
    assert_eq!(ran.code, Some(0), "{ran:?}");
    ran.out.trim().to_owned()
}
