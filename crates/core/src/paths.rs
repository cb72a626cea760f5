//! Derives the paths of the AWS files from variables alone.

use std::path::{Path, PathBuf};

use aws_files::{FileKind, Location};

use crate::variables::Variables;

/// The name of our cache in our state directory.
const MFA_SESSIONS: &str = "mfa";

/// The places the AWS CLI reads and writes. Caches do not move with the two file variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsPaths {
    /// `~`, as the AWS CLI finds it.
    pub home: PathBuf,
    /// `AWS_CONFIG_FILE`, or `~/.aws/config`.
    pub config: PathBuf,
    /// `AWS_SHARED_CREDENTIALS_FILE`, or `~/.aws/credentials`.
    pub credentials: PathBuf,
    /// `~/.aws/cli/cache`.
    pub cli_cache: PathBuf,
    /// Our own cache, of the sessions that a code of an MFA device made.
    pub mfa_sessions: PathBuf,
}

impl AwsPaths {
    /// The paths for an environment and the home directory of its user. In the two variables a
    /// leading `~` and `$NAME` / `${NAME}` are expanded, as botocore does.
    pub fn new(home: &Path, variables: &Variables) -> Self {
        let aws = home.join(".aws");
        let moved = |name: &str, fallback: &str| {
            variables.get(name).map_or_else(|| aws.join(fallback), |text| expand(text, home, variables))
        };
        Self {
            home: home.to_owned(),
            config: moved("AWS_CONFIG_FILE", "config"),
            credentials: moved("AWS_SHARED_CREDENTIALS_FILE", "credentials"),
            cli_cache: aws.join("cli").join("cache"),
            mfa_sessions: home.join(".local/state/sandglass").join(MFA_SESSIONS),
        }
    }

    /// The same with our state directory where this system has it.
    #[must_use]
    pub fn with_state_dir(self, state_dir: &Path) -> Self {
        Self { mfa_sessions: state_dir.join(MFA_SESSIONS), ..self }
    }

    /// A path of a variable, expanded as botocore does.
    pub fn expand(&self, text: &str, variables: &Variables) -> PathBuf {
        expand(text, &self.home, variables)
    }

    /// The path of one of the two files.
    pub fn file(&self, kind: FileKind) -> &Path {
        match kind {
            FileKind::Config => &self.config,
            FileKind::Credentials => &self.credentials,
        }
    }

    /// A path as people write it: with `~` for the home directory.
    pub fn display(&self, path: &Path) -> String {
        match path.strip_prefix(&self.home) {
            Ok(rest) if !rest.as_os_str().is_empty() => {
                format!("~{}{}", std::path::MAIN_SEPARATOR, rest.display())
            }
            _ => path.display().to_string(),
        }
    }

    /// `~/.aws/config:12`.
    pub fn display_location(&self, at: Location) -> String {
        format!("{}:{}", self.display(self.file(at.file)), at.line)
    }
}

/// Python's `expandvars` then `expanduser` (own home only): unknown variables stay as written.
fn expand(text: &str, home: &Path, variables: &Variables) -> PathBuf {
    let text = expand_variables(text, variables);
    match text.strip_prefix('~') {
        Some("") => home.to_owned(),
        Some(rest) if rest.starts_with(['/', '\\']) => home.join(rest.trim_start_matches(['/', '\\'])),
        _ => PathBuf::from(text),
    }
}

fn expand_variables(text: &str, variables: &Variables) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('$') {
        out.push_str(&rest[..start]);
        let after = &rest[start + 1..];
        let braced = after.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let (name, length) = if let Some((name, _)) = braced {
            (name, name.len() + 2)
        } else {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
            (&after[..end], end)
        };
        match variables.get(name).filter(|_| !name.is_empty()) {
            Some(value) => out.push_str(value),
            None => out.push_str(&rest[start..=start + length]),
        }
        rest = &after[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Variables {
        pairs.iter().copied().collect()
    }

    #[test]
    fn caches_stay_while_files_move() {
        let paths = AwsPaths::new(
            Path::new("/home/ana"),
            &variables(&[
                ("AWS_CONFIG_FILE", "~/work/$TEAM/config"),
                ("TEAM", "core"),
                ("AWS_SHARED_CREDENTIALS_FILE", "/x/${NO}/c"),
            ]),
        );
        assert_eq!(paths.config, Path::new("/home/ana/work/core/config"));
        assert_eq!(paths.credentials, Path::new("/x/${NO}/c"));
        assert_eq!(paths.cli_cache, Path::new("/home/ana/.aws/cli/cache"));
    }

    #[test]
    fn locations_are_shown_with_a_tilde() {
        let paths = AwsPaths::new(Path::new("/home/ana"), &Variables::default());
        let at = Location { file: FileKind::Config, line: 12 };
        assert_eq!(paths.display_location(at), "~/.aws/config:12");
    }

    #[test]
    fn a_lone_dollar_stays() {
        assert_eq!(expand_variables("a$", &Variables::default()), "a$");
        assert_eq!(expand_variables("$/x$$", &Variables::default()), "$/x$$");
    }
}
