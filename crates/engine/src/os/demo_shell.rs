//! Command lines that start programs and shells in the demo's home directory.

use std::fs::Metadata;
use std::io;
use std::path::Path;

#[cfg(windows)]
use sandglass_core::export::powershell;
#[cfg(unix)]
use sandglass_core::export::shell_word;

/// A line for a terminal that starts a program as if `home` were the user's: no variable of that
/// terminal reaches it.
#[cfg(unix)]
pub fn in_home(home: &Path, program: &Path) -> String {
    let home = shell_word(&format!("HOME={}", home.display()));
    format!("env -i {home} {}", shell_word(&program.display().to_string()))
}

/// A line for PowerShell that starts a program as if `home` were the user's. The window it is typed
/// in stays in that home.
#[cfg(windows)]
pub fn in_home(home: &Path, program: &Path) -> String {
    format!("{}& {}", in_powershell(home, &[]), powershell(&program.display().to_string()))
}

/// A line for a terminal that opens a shell in `home`, with `programs` on its search path and only
/// these further variables.
#[cfg(unix)]
pub fn shell_in_home(home: &Path, programs: &Path, variables: &[(&str, &str)]) -> String {
    let word = |name: &str, value: &str| shell_word(&format!("{name}={value}"));
    let set: Vec<String> = variables.iter().map(|(name, value)| word(name, value)).collect();
    format!(
        "env -i {} PATH={}:\"$PATH\" TERM=\"$TERM\" {} sh",
        word("HOME", &home.display().to_string()),
        shell_word(&programs.display().to_string()),
        set.join(" ")
    )
}

/// A line that brings a PowerShell window into `home`, with `programs` on its search path and these
/// further variables.
#[cfg(windows)]
pub fn shell_in_home(home: &Path, programs: &Path, variables: &[(&str, &str)]) -> String {
    let path = format!("$env:PATH = {} + $env:PATH", powershell(&format!("{};", programs.display())));
    in_powershell(home, variables) + &path
}

#[cfg(windows)]
fn in_powershell(home: &Path, variables: &[(&str, &str)]) -> String {
    let set = |name: &str, value: &str| format!("$env:{name} = {}; ", powershell(value));
    let place = |name: &str, below: &str| set(name, &home.join(below).display().to_string());
    let more: String = variables.iter().map(|(name, value)| set(name, value)).collect();
    [
        set("USERPROFILE", &home.display().to_string()),
        place("APPDATA", "AppData/Roaming"),
        place("LOCALAPPDATA", "AppData/Local"),
        more,
    ]
    .concat()
}

/// Makes a directory with a name of its own in `base` that nobody else can look into. It goes when
/// what is returned does.
pub fn private_temporary_directory(base: &Path, prefix: &str) -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.prefix(prefix).tempdir_in(base)
}

/// True if two files belong to the same user. Elsewhere than on Unix temporary directories are a
/// user's own.
pub fn same_owner(one: &Metadata, other: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        one.uid() == other.uid()
    }
    #[cfg(not(unix))]
    {
        let _ = (one, other);
        true
    }
}
