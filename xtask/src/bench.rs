//! `cargo xtask bench`: how fast and how light a release is. Not part of `test`: figures depend on the machine.

mod cpu;
mod idle;
mod target;
mod window;

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use crate::failure::{During as _, Failure, Result};
use crate::setup::aws_cli_v2;
use crate::{install, process, say, stages, workspace};

/// A person who works for a large company has so many profiles.
const MANY: usize = 2000;
/// What `credentials` must keep: its median, and how many times faster than the AWS CLI it is.
const MOST: Duration = Duration::from_millis(10);
const TIMES_FASTER: f64 = 50.0;

/// A part of what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Whole commands: their times, and their processor time with thousands of profiles.
    Commands,
    /// What the desktop program does while nothing happens.
    Idle,
    /// How reading grows with what is read.
    Growth,
    /// Opening and closing the window.
    Window,
}

impl Part {
    pub(crate) const ALL: [(&str, Self); 4] = [
        ("commands", Self::Commands),
        ("idle", Self::Idle),
        ("growth", Self::Growth),
        ("window", Self::Window),
    ];
}

/// Builds a release, measures it and prints a table; fails where it is not what it must be.
pub(crate) fn bench(only: Option<Part>) -> Result<()> {
    stages::run(install::RELEASE, &mut ())?;
    process::run(workspace::cargo().args(["build", "--quiet", "--package", "aws-sim"]))?;
    let directory = workspace::root().join("target").join(format!("bench-{}", std::process::id()));
    let measured = Bench::start(&directory).and_then(|bench| match only {
        Some(part) => bench.part(part),
        None => Part::ALL.iter().map(|(_, part)| bench.part(*part)).collect::<Vec<_>>().into_iter().collect(),
    });
    // Nothing of value is in it.
    let _ = fs::remove_dir_all(&directory);
    measured
}

/// A home with a fresh session, and the AWS it came from.
struct Bench {
    home: PathBuf,
    endpoint: String,
    _aws: Server,
}

/// Ends with its input.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

/// The times of one command, the shortest first.
struct Times(Vec<Duration>);

impl Times {
    fn percentile(&self, percent: usize) -> Duration {
        self.0[(self.0.len() - 1) * percent / 100]
    }
}

impl Bench {
    fn start(directory: &Path) -> Result<Self> {
        let home = directory.join("home");
        let files = home.join(".aws");
        fs::create_dir_all(&files).during(|| format!("{} cannot be created", files.display()))?;
        write(&files.join("credentials"), CREDENTIALS)?;
        write(&files.join("config"), &role("project1"))?;
        let mut server = Command::new(workspace::binary("aws-sim"));
        let server = server.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut server = Server(server.during(|| "aws-sim cannot be started".to_owned())?);
        let mut endpoint = String::new();
        if let Some(output) = server.0.stdout.take() {
            BufReader::new(output).read_line(&mut endpoint).during(|| "aws-sim says nothing".to_owned())?;
        }
        Ok(Self { home, endpoint: endpoint.trim().to_owned(), _aws: server })
    }

    /// Measures a part, prints it, and fails where it is not what it must be.
    fn part(&self, part: Part) -> Result<()> {
        let sandglass = release("sandglass");
        write(&self.home.join(".aws/config"), &role("project1"))?;
        process::output(self.command(&sandglass).args(["renew", "project1"]))?;
        match part {
            Part::Commands => self.commands(&sandglass),
            _ if !cfg!(target_os = "linux") => Ok(()),
            Part::Idle => {
                write(&self.home.join(".aws/config"), &many(MANY))?;
                let (figure, who) = idle::measure(self)?;
                say::line(&who);
                told(&[figure])
            }
            Part::Growth => told(&cpu::growth(self)?),
            Part::Window => {
                let windows = window::measure(self)?;
                for window in &windows {
                    say::line(&window.to_string());
                }
                windows.iter().try_for_each(window::Opened::judge)
            }
        }
    }

    fn commands(&self, sandglass: &Path) -> Result<()> {
        let (aws, _) = aws_cli_v2::ensure()?;
        let mut table = String::from("measured | median | 95 % |\n---|---:|---:|\n");
        let credentials = ["credentials", "project1"];
        let ours = self.times(sandglass, &credentials, 300)?;
        row(&mut table, "`sandglass credentials`, session in the cache", &ours);
        let theirs = match aws {
            None => None,
            Some(aws) => {
                let export = ["configure", "export-credentials", "--profile", "project1"];
                Some(self.times(&aws, &export, 15)?)
            }
        };
        if let Some(theirs) = &theirs {
            row(&mut table, "`aws configure export-credentials` (AWS CLI v2), the same", theirs);
        }
        write(&self.home.join(".aws/config"), &many(MANY))?;
        let times = self.times(sandglass, &["status"], 30)?;
        row(&mut table, &format!("`sandglass status`, {MANY} profiles"), &times);
        let times = self.times(sandglass, &credentials, 100)?;
        row(&mut table, &format!("`sandglass credentials`, {MANY} profiles"), &times);
        say::line(&format!("\n{table}"));
        let figures = if cfg!(target_os = "linux") { cpu::commands(self)? } else { Vec::new() };
        judge(&ours, theirs.as_ref()).and(told(&figures))
    }

    /// A command of this home that calls this AWS and sees nothing else of ours.
    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        self.surround(&mut command);
        command
    }

    fn surround(&self, command: &mut Command) {
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWS_")) {
            command.env_remove(name);
        }
        command.env("HOME", &self.home).env("AWS_ENDPOINT_URL_STS", &self.endpoint);
        for name in ["XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env_remove(name);
        }
    }

    fn times(&self, program: &Path, arguments: &[&str], runs: usize) -> Result<Times> {
        let mut command = self.command(program);
        command.args(arguments);
        // The first ones find their files on the disk.
        for _ in 0..3 {
            process::output(&mut command)?;
        }
        let mut times = Vec::new();
        for _ in 0..runs {
            let begun = Instant::now();
            process::output(&mut command)?;
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        Ok(Times(times))
    }
}

/// Prints figures; fails where one is missed.
fn told(figures: &[target::Figure]) -> Result<()> {
    say::line(&format!("\n{}", target::table(figures)));
    target::judge(figures)
}

fn judge(ours: &Times, theirs: Option<&Times>) -> Result<()> {
    let median = ours.percentile(50);
    if median >= MOST {
        return Err(Failure::new(format!("`sandglass credentials` takes {median:?}, not under {MOST:?}.")));
    }
    let Some(theirs) = theirs else {
        say::line("There is no AWS CLI v2 to compare with.");
        return Ok(());
    };
    let times = theirs.percentile(50).as_secs_f64() / median.as_secs_f64();
    say::line(&format!("`sandglass credentials` is {times:.0} times as fast as the AWS CLI."));
    if times < TIMES_FASTER {
        return Err(Failure::new(format!("It must be {TIMES_FASTER} times as fast.")));
    }
    Ok(())
}

fn row(table: &mut String, what: &str, times: &Times) {
    let milliseconds = |percent| times.percentile(percent).as_secs_f64() * 1000.0;
    let _ = writeln!(table, "{what} | {:.1} ms | {:.1} ms |", milliseconds(50), milliseconds(95));
}

/// Keys that aws-sim knows; nobody else does.
const CREDENTIALS: &str = "\
[base]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
";

/// The config file of somebody with so many profiles, the one with a session first.
fn many(count: usize) -> String {
    let others: String = (0..count).map(|number| role(&format!("account-{number}"))).collect();
    role("project1") + &others
}

fn role(name: &str) -> String {
    format!(
        "[profile {name}]\nrole_arn = arn:aws:iam::123456789012:role/{name}\nsource_profile = base\n\
         region = eu-central-1\n\n"
    )
}

fn release(name: &str) -> PathBuf {
    workspace::target().join("release").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).during(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::number_after;

    #[test]
    fn percentiles_and_proc_files_are_read() {
        let times = Times((1..=100).map(Duration::from_millis).collect());
        assert_eq!(times.percentile(50), Duration::from_millis(50));
        assert_eq!(times.percentile(95), Duration::from_millis(95));
        let status = "Name:\tx\nvoluntary_ctxt_switches:\t12\nnonvoluntary_ctxt_switches:\t3\n";
        assert_eq!(number_after(status, "voluntary_ctxt_switches:"), 12);
        assert_eq!(number_after("Pss_Dirty: 1 kB\nPss:   52000 kB\n", "Pss:"), 52000);
    }

    #[test]
    fn what_is_too_slow_fails() {
        let times = |milliseconds| Times(vec![Duration::from_millis(milliseconds)]);
        assert!(judge(&times(2), Some(&times(500))).is_ok());
        assert!(judge(&times(11), Some(&times(5000))).is_err());
        assert!(judge(&times(9), Some(&times(400))).is_err());
    }
}
