//! Scripts with mounts of their own, which nothing outside of them sees.

use std::process::Command;

use crate::{Home, Ran, built, run, skipped};

/// Runs a shell script in a home, where it may mount; `$SANDGLASS` is the program. None where this user may not.
pub fn with_mounts(home: &Home, script: &str, test: &str) -> Option<Ran> {
    let own = ["--user", "--map-root-user", "--mount"];
    let may = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        let script = "mount -t tmpfs -o size=64k none /mnt";
        command.args(arguments).args(["sh", "-c", script]);
        command.output().is_ok_and(|output| output.status.success())
    };
    let Some(arguments) = [&own[..], &["--mount"]].into_iter().find(|arguments| may(arguments)) else {
        skipped(test, "a right to mount");
        return None;
    };
    let mut command = home.command("unshare");
    Some(run(command.args(arguments).args(["sh", "-c", script]).env("SANDGLASS", built("sandglass"))))
}

/// A command line of a script as it is where a person sits, who types an answer.
pub fn answered(command: &str, answer: &str) -> String {
    format!("printf '{answer}\\n' | script -qec \"{command}\" /dev/null")
}

/// Whether this test may act as another user, who is called nobody.
pub fn may_be_nobody(test: &str) -> bool {
    let may = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups", "true"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !may {
        skipped(test, "a right to act as another user");
    }
    may
}

/// Runs a script as nobody in a home that is nobody's; `$SANDGLASS` is the program.
pub fn as_nobody(home: &Home, script: &str) -> Ran {
    as_user(home, 65534, script)
}

/// The same as any user.
pub fn as_user(home: &Home, user: u32, script: &str) -> Ran {
    let mut command = home.command("setpriv");
    let (user, group) = (format!("--reuid={user}"), format!("--regid={user}"));
    command.args([&user, &group, "--clear-groups", "sh", "-c", script]);
    run(command.env("SANDGLASS", built("sandglass")))
}
