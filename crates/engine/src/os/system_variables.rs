//! Variables that the system gives to every new program of this user.

use sandglass_doctor::evidence::AssignmentPlace;

/// A variable, its value, and where it is set.
type SystemVariable = (String, String, AssignmentPlace);

/// Returns the variables that `launchctl setenv` set.
#[cfg(target_os = "macos")]
pub(crate) fn system_variables() -> Vec<SystemVariable> {
    const NAMES: &[&str] = &[
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_SECURITY_TOKEN",
        "AWS_CREDENTIAL_EXPIRATION",
        "AWS_PROFILE",
        "AWS_DEFAULT_PROFILE",
        "AWS_REGION",
        "AWS_DEFAULT_REGION",
    ];
    let value = |name: &&str| {
        let output = std::process::Command::new("/bin/launchctl").args(["getenv", name]).output().ok()?;
        let value = String::from_utf8(output.stdout).ok()?.trim_end().to_owned();
        (!value.is_empty()).then(|| ((*name).to_owned(), value, AssignmentPlace::Launchctl))
    };
    NAMES.iter().filter_map(value).collect()
}

/// Returns the variables in `HKCU\Environment`, where `setx` writes them.
#[cfg(windows)]
pub(crate) fn system_variables() -> Vec<SystemVariable> {
    let output = std::process::Command::new("reg").args(["query", r"HKCU\Environment"]).output();
    let Ok(output) = output else { return Vec::new() };
    let text = String::from_utf8_lossy(&output.stdout);
    let line = |line: &str| {
        let mut words = line.trim().splitn(3, "    ");
        let (name, _kind, value) = (words.next()?, words.next()?, words.next()?);
        let ours = name.starts_with("AWS_");
        ours.then(|| (name.to_owned(), value.trim().to_owned(), AssignmentPlace::Registry))
    };
    text.lines().filter_map(line).collect()
}

/// Nothing but files, here.
#[cfg(not(any(windows, target_os = "macos")))]
pub(crate) fn system_variables() -> Vec<SystemVariable> {
    Vec::new()
}

/// Takes one away again.
pub(crate) fn remove_system_variable(name: &str) -> std::io::Result<()> {
    let (program, arguments) = if cfg!(windows) {
        ("reg", vec!["delete", r"HKCU\Environment", "/F", "/V", name])
    } else {
        ("/bin/launchctl", vec!["unsetenv", name])
    };
    let mut command = std::process::Command::new(program);
    let status = command.args(arguments).stdin(std::process::Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(std::io::Error::other(format!("{program}: {status}"))) }
}
