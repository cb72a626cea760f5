//! A home directory for one test, with secrets nobody else has.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::programs;

/// The access key `aws_sim::World::small` knows.
pub const ACCESS_KEY: &str = "AKIAIOSFODNN7EXAMPLE";

/// A fresh home. Everything started through it sees this home and nothing of the developer's.
pub struct Home {
    directory: TempDir,
    variables: Vec<(String, String)>,
    kept: Vec<String>,
    /// The secret of the long-term key: unique, so that it can be looked for.
    pub secret: String,
}

/// The place where Sandglass keeps the sessions that codes made.
const MFA_SESSIONS: &str = ".local/state/sandglass/mfa";

/// What a program left behind.
#[derive(Debug)]
pub struct Ran {
    /// The exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// Fails unless it ended well.
    #[track_caller]
    pub fn done(&self) {
        assert_eq!(self.code, Some(0), "{self:?}");
    }
}

impl Home {
    /// An empty home.
    pub fn empty() -> Self {
        let directory = tempfile::Builder::new().prefix("sandglass-test-").tempdir().expect("a directory");
        let unique: String =
            directory.path().file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
        let mut secret = format!("canary/{unique}");
        secret.extend(std::iter::repeat_n('x', 40usize.saturating_sub(secret.len())));
        Self { directory, variables: Vec::new(), kept: Vec::new(), secret }
    }

    /// A home with the profile `base` (long-term keys) and the given config file.
    pub fn with_config(config: &str) -> Self {
        let home = Self::empty();
        home.write(".aws/config", config);
        home.write(
            ".aws/credentials",
            &format!("[base]\naws_access_key_id = {ACCESS_KEY}\naws_secret_access_key = {}\n", home.secret),
        );
        home
    }

    /// A home whose keys the simulated AWS knows, which all its programs call.
    pub fn in_sim(config: &str, sim: &aws_sim::Sim) -> Self {
        let mut home = Self::with_config(config);
        sim.world().users[0].access_keys[0].secret.clone_from(&home.secret);
        home.set("AWS_ENDPOINT_URL_STS", &sim.url());
        home
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// Sets a variable for every program started from now on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.variables.push((name.to_owned(), value.to_owned()));
    }

    /// What a variable was set to here.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables.iter().rev().find(|(set, _)| set == name).map(|(_, value)| value.as_str())
    }

    /// Every variable that was set here.
    pub fn variables(&self) -> &[(String, String)] {
        &self.variables
    }

    /// Takes a variable back.
    pub fn unset(&mut self, name: &str) {
        self.variables.retain(|(set, _)| set != name);
    }

    /// Writes a file, with its directories.
    pub fn write(&self, path: &str, content: &str) -> PathBuf {
        let path = self.path().join(path);
        if let Some(directory) = path.parent() {
            std::fs::create_dir_all(directory).expect("the directories are made");
        }
        std::fs::write(&path, content).expect("the file is written");
        path
    }

    /// What stands in a file of `~/.aws`; nothing where there is none.
    pub fn aws_file(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(".aws").join(name)).unwrap_or_default()
    }

    /// The config file and the credentials file.
    pub fn aws_files(&self) -> (String, String) {
        (self.aws_file("config"), self.aws_file("credentials"))
    }

    /// What the desktop program put into its log; on Linux.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.path().join(".local/state/sandglass/sandglass.log")).unwrap_or_default()
    }

    /// The files of the AWS CLI's session cache.
    pub fn cache_files(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.path().join(".aws/cli/cache")) else { return Vec::new() };
        entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
            .collect()
    }

    /// The sessions that codes of MFA devices made.
    pub fn mfa_sessions(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.path().join(MFA_SESSIONS)).into_iter().flatten();
        let paths = entries.map_while(Result::ok).map(|entry| entry.path());
        paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
    }

    /// Removes the sessions that codes made, as when they are over: the next renewal takes a code.
    pub fn forget_codes(&self) {
        for session in self.mfa_sessions() {
            std::fs::remove_file(session).expect("removed");
        }
    }

    /// Every file with its content, but what Sandglass keeps of itself and what toolkits keep for themselves.
    pub fn own_files(&self) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
        let mut found = std::collections::BTreeMap::new();
        let mut waiting = vec![self.path().to_owned()];
        while let Some(directory) = waiting.pop() {
            for path in std::fs::read_dir(directory).expect("a directory").flatten().map(|entry| entry.path())
            {
                let kept = [".cache", ".local"].iter().any(|kept| path == self.path().join(kept));
                if path.is_dir() && !kept {
                    waiting.push(path);
                } else if !kept {
                    let content = std::fs::read(&path).unwrap_or_default();
                    found.insert(path, content);
                }
            }
        }
        found
    }

    /// Makes every cached session one of an hour that has so many seconds left. Returns its end.
    pub fn leave_seconds(&self, left: i64) -> String {
        let end = chrono::Utc::now() + chrono::TimeDelta::seconds(left);
        let text = end.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        for path in self.cache_files() {
            let content = std::fs::read(&path).expect("a cache file");
            let mut entry: serde_json::Value = serde_json::from_slice(&content).expect("JSON");
            entry["Credentials"]["Expiration"] = text.clone().into();
            std::fs::write(&path, entry.to_string()).expect("written");
            let begun = std::time::SystemTime::from(end - chrono::TimeDelta::hours(1));
            let file = std::fs::File::options().write(true).open(&path).expect("opened");
            file.set_modified(begun).expect("dated");
        }
        text
    }

    /// A further secret of this home, which no program may print.
    pub fn keep_secret(&mut self, secret: &str) {
        self.kept.push(secret.to_owned());
    }

    /// Every secret of this home: the long-term one, those of cached sessions and those it was told of.
    pub fn secrets(&self) -> Vec<String> {
        let mut secrets = vec![self.secret.clone()];
        secrets.extend(self.kept.iter().cloned());
        for file in self.cache_files().into_iter().chain(self.mfa_sessions()) {
            let content = std::fs::read(file).unwrap_or_default();
            // Junk that a test put there holds none.
            let entry: serde_json::Value = serde_json::from_slice(&content).unwrap_or_default();
            for key in ["SecretAccessKey", "SessionToken"] {
                secrets.extend(entry["Credentials"][key].as_str().map(str::to_owned));
            }
        }
        secrets
    }

    /// Where any of these texts stands: files by name, those of the session cache as one.
    pub fn files_with(&self, texts: &[String]) -> Vec<String> {
        let mut found = std::collections::BTreeSet::new();
        let mut waiting = vec![self.path().to_owned()];
        while let Some(directory) = waiting.pop() {
            for entry in std::fs::read_dir(directory).expect("a directory").map_while(Result::ok) {
                let path = entry.path();
                if path.is_dir() {
                    waiting.push(path);
                    continue;
                }
                let content = std::fs::read(&path).unwrap_or_default();
                let content = String::from_utf8_lossy(&content);
                if texts.iter().any(|text| content.contains(text)) {
                    let name = path.strip_prefix(self.path()).unwrap_or(&path);
                    let cache = name.starts_with(".aws/cli/cache") || name.starts_with(MFA_SESSIONS);
                    let name = if cache { name.parent().unwrap_or(name) } else { name };
                    found.insert(name.display().to_string());
                }
            }
        }
        found.into_iter().collect()
    }

    /// A command of this home: a clean environment, no input.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        self.dress(&mut command);
        command
    }

    /// Makes any command one of this home.
    pub fn dress(&self, command: &mut Command) {
        command.env_clear().stdin(Stdio::null()).current_dir(self.path());
        for name in ["PATH", "SYSTEMROOT", "TMPDIR", "TEMP"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
            .env("HOME", self.path())
            .env("USERPROFILE", self.path())
            .env("LANG", "C.UTF-8")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .env("AWS_PAGER", "")
            .envs(self.variables.iter().map(|(name, value)| (name, value)));
    }

    /// Runs `sandglass`. Whatever it prints holds no secret.
    pub fn sandglass(&self, arguments: &[&str]) -> Ran {
        let ran = run(self.command(programs::built("sandglass")).args(arguments));
        for secret in self.secrets() {
            assert!(
                !ran.out.contains(&secret) && !ran.err.contains(&secret),
                "a secret was printed: {arguments:?}"
            );
        }
        ran
    }

    /// Runs `sandglass … --json` and reads what it prints.
    pub fn sandglass_json(&self, arguments: &[&str]) -> serde_json::Value {
        let ran = self.sandglass(&[arguments, &["--json"]].concat());
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
    }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Ran {
    let Output { status, stdout, stderr } =
        command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    Ran {
        code: status.code(),
        out: String::from_utf8_lossy(&stdout).into_owned(),
        err: String::from_utf8_lossy(&stderr).into_owned(),
    }
}
