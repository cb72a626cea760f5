//! Writes a profile's credentials for other tools: `credential_process` and shells.

mod mark;
mod quote;
mod shell;

use std::path::Path;

use aws_files::Secret;
use serde::Serialize;
use zeroize::Zeroizing;

pub use mark::{MARK, as_the_user_set};
pub use quote::{argument, option, powershell, shell_word};
pub use shell::Shell;

use crate::Timestamp;
use crate::problem::Problem;
use crate::resolve::StaticKeys;
use crate::text::{instant, visible_json};
use crate::variables::Variables;
use mark::Touched;

/// Credentials to hand out. Nothing here can be printed but by the functions of this module.
pub struct Exported {
    /// The keys.
    pub keys: StaticKeys,
    /// Their expiry; none for long-term keys.
    pub expires_at: Option<Timestamp>,
    /// The profile's region.
    pub region: Option<String>,
    /// The reason why they could not be stored for the next caller, if they could not.
    pub not_kept: Option<Problem>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ProcessOutput<'a> {
    version: u8,
    access_key_id: &'a str,
    secret_access_key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_token: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expiration: Option<String>,
}

/// Everything `set` may set, and what it takes away: `AWS_PROFILE` and `AWS_SECURITY_TOKEN` make some
/// tools pass the keys by.
const NAMES: [&str; 9] = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_CREDENTIAL_EXPIRATION",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_SECURITY_TOKEN",
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
];
/// The variables that a missing value leaves as they are: a region of one's own may stay.
const REGIONS: [&str; 2] = ["AWS_REGION", "AWS_DEFAULT_REGION"];
/// The variables that are no credentials: they are only taken away if we set them.
const SETTINGS: [&str; 4] = ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_DEFAULT_PROFILE"];

impl Exported {
    /// Writes the output of a `credential_process` (AWS SDK reference, "Process credential provider"). A
    /// missing `Expiration` means: never.
    pub fn process_json(&self) -> serde_json::Result<Secret> {
        let output = ProcessOutput {
            version: 1,
            access_key_id: &self.keys.access_key_id,
            secret_access_key: self.keys.secret_access_key.expose(),
            session_token: self.keys.session_token.as_ref().map(Secret::expose),
            expiration: self.expires_at.map(instant),
        };
        let json = Zeroizing::new(serde_json::to_string(&output)?);
        Ok(Secret::new(visible_json(&json).into_owned()))
    }

    /// The lines that make a shell with these variables use these credentials, and none that were there before. A last
    /// line marks what is set, and keeps what the user had there.
    pub fn set_lines(&self, shell: Shell, variables: &Variables) -> Secret {
        let own = as_the_user_set(variables);
        let mut lines: Vec<(&str, Option<Secret>)> = Vec::new();
        let mut touched = Vec::new();
        for name in NAMES {
            let is_region = REGIONS.contains(&name);
            let users = own.get(name).filter(|_| is_region).map(|users| Secret::new(users.to_owned()));
            let value = self.value(name).or(users);
            if let (None, true, None) = (&value, is_region, variables.get(name)) {
                continue;
            }
            let now = value.as_ref().map(Secret::expose);
            if now != own.get(name) {
                touched.push(Touched::new(name, now, own.get(name)));
            }
            lines.push((name, value));
        }
        // A file is read where other variables stand than here.
        if shell != Shell::Dotenv {
            lines.push((MARK, Some(mark::written(&touched))));
        }
        shell.lines(&lines)
    }

    fn value(&self, name: &str) -> Option<Secret> {
        match name {
            "AWS_ACCESS_KEY_ID" => Some(Secret::new(self.keys.access_key_id.clone())),
            "AWS_SECRET_ACCESS_KEY" => Some(self.keys.secret_access_key.clone()),
            "AWS_SESSION_TOKEN" => self.keys.session_token.clone(),
            "AWS_CREDENTIAL_EXPIRATION" => self.expires_at.map(|end| Secret::new(instant(end))),
            "AWS_REGION" | "AWS_DEFAULT_REGION" => self.region.clone().map(Secret::new),
            _ => None,
        }
    }
}

/// The lines that take away what `set_lines` set in a shell with these variables, and give back what stood there
/// before. What was changed since is the user's. Where nothing says what was set, credentials go and settings stay.
pub fn unset_lines(shell: Shell, variables: &Variables) -> Secret {
    let lines: Vec<(&str, Option<Secret>)> = if let Some(touched) = mark::touched(variables) {
        let given_back = touched.into_iter().map(|one| (one.name, one.before));
        given_back.chain([(MARK, None)]).collect()
    } else {
        let credentials = NAMES.into_iter().filter(|name| !SETTINGS.contains(name));
        credentials.map(|name| (name, None)).collect()
    };
    shell.lines(&lines)
}

/// The line that makes a shell use a profile. Nothing secret is in it.
pub fn profile_line(shell: Shell, profile: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@".contains(c);
    if shell == Shell::Bash || shell == Shell::Zsh || shell == Shell::Fish {
        let set = if shell == Shell::Fish { "set -gx AWS_PROFILE " } else { "export AWS_PROFILE=" };
        if !profile.is_empty() && profile.chars().all(plain) {
            return format!("{set}{profile}");
        }
    }
    let value = [("AWS_PROFILE", Some(Secret::new(profile.to_owned())))];
    shell.lines(&value).expose().trim_end().to_owned()
}

/// The line for a config file that makes every SDK ask us, as botocore splits it on the system the program is for.
pub fn credential_process_line(sandglass: &Path, profile: &str) -> String {
    let program = sandglass.display().to_string();
    // A path that starts with a drive stands for Windows, where a backslash is a letter.
    let word = if program.starts_with('/') { quote::shell_word } else { quote::windows_word };
    let end_of_options = if profile.starts_with('-') { "-- " } else { "" };
    format!("credential_process = {} credentials {end_of_options}{}", word(&program), word(profile))
}

#[cfg(test)]
mod tests;
