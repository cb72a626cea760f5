//! Runs another program with limits for its time and its output, and ends everything it started.

use std::io::{Error, ErrorKind, Result};
use std::process::{Output, Stdio};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::{Child, Command};
use tokio::time::timeout;

/// Credentials and a version fill a few kilobytes.
const MOST: u64 = 64 * 1024;

/// Runs a program and returns its output and exit status. Nothing can be typed into it. The error is of the kind `TimedOut` where it took
/// longer, and `FileTooLarge` where it said more; then it and what it started are gone.
pub(crate) async fn output(command: &mut Command, limit: Duration) -> Result<Output> {
    apart(command);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut group = ProcessGroup::new(command.spawn()?);
    let ended = timeout(limit, group.read()).await;
    match ended {
        Ok(result) => {
            let result = result?;
            group.ended = true;
            Ok(result)
        }
        Err(_) => Err(ErrorKind::TimedOut.into()),
    }
}

/// Makes it a group of its own: what Ctrl-C ends in a terminal is not this program.
pub(crate) fn apart(command: &mut Command) {
    #[cfg(unix)]
    command.process_group(0);
    #[cfg(not(unix))]
    let _ = command;
}

/// A program with all that it started, which end when this is dropped.
struct ProcessGroup {
    program: Child,
    #[cfg(windows)]
    job: Option<super::job::Job>,
    ended: bool,
}

impl ProcessGroup {
    fn new(program: Child) -> Self {
        Self {
            #[cfg(windows)]
            job: program.raw_handle().and_then(super::job::Job::of),
            program,
            ended: false,
        }
    }

    async fn read(&mut self) -> Result<Output> {
        let (out, err) = (self.program.stdout.take(), self.program.stderr.take());
        let (stdout, stderr) = tokio::try_join!(read(out), read(err))?;
        Ok(Output { status: self.program.wait().await?, stdout, stderr })
    }
}

impl Drop for ProcessGroup {
    fn drop(&mut self) {
        if self.ended {
            return;
        }
        // Its number is its group's, and stays taken while it was not waited for.
        #[cfg(unix)]
        if let Some(group) = self.program.id().and_then(|id| rustix::process::Pid::from_raw(id.cast_signed()))
        {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        #[cfg(windows)]
        if let Some(job) = &self.job {
            job.end();
        }
        let _ = self.program.start_kill();
    }
}

async fn read(pipe: Option<impl AsyncRead + Unpin>) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    if let Some(pipe) = pipe {
        pipe.take(MOST + 1).read_to_end(&mut text).await?;
    }
    if text.len() as u64 > MOST {
        return Err(Error::new(ErrorKind::FileTooLarge, "it prints more than 64 KiB"));
    }
    Ok(text)
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Instant;

    use super::*;

    fn sh(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    const LIMIT: Duration = Duration::from_millis(500);
    const LONG: Duration = Duration::from_secs(30);

    fn is_alive(process: &str) -> bool {
        std::process::Command::new("kill")
            .args(["-0", process])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    }

    #[tokio::test]
    async fn what_it_says_is_read_and_what_is_too_much_or_too_late_ends_it() {
        let said = output(&mut sh("echo a; echo b >&2; exit 3"), LONG).await.expect("it ran");
        assert_eq!((said.stdout.as_slice(), said.stderr.as_slice()), (&b"a\n"[..], &b"b\n"[..]));
        assert_eq!(said.status.code(), Some(3));
        let begun = Instant::now();
        let endless =
            output(&mut sh("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done"), LONG)
                .await;
        assert_eq!(endless.expect_err("too much").kind(), ErrorKind::FileTooLarge);
        assert!(begun.elapsed() < LONG);
        let asks = output(&mut sh("read answer; echo \"[$answer]\""), LONG).await.expect("it ran");
        assert_eq!(asks.stdout, b"[]\n");
    }

    #[tokio::test]
    async fn what_it_started_ends_with_it() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("id");
        let script = format!("sleep 300 & echo $! > '{}'; sleep 300", file.display());
        let late = output(&mut sh(&script), LIMIT).await;
        assert_eq!(late.expect_err("too late").kind(), ErrorKind::TimedOut);
        let process = std::fs::read_to_string(&file).expect("it began");
        // The system takes a moment to end it.
        let ended = async {
            while is_alive(process.trim()) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(LONG, ended).await.expect("it ended");
    }
}
