//! A profile's credentials, written for other tools: `credential_process` and shells.

mod quote;
mod shell;

use std::path::Path;

use aws_files::Secret;
use serde::Serialize;
use zeroize::Zeroizing;

pub use quote::shell_word;
pub use shell::Shell;

use crate::Timestamp;
use crate::resolve::StaticKeys;
use crate::text::{instant, visible_json};

/// Credentials to hand out. Nothing here can be printed but by the functions of this module.
pub struct Exported {
    /// The keys.
    pub keys: StaticKeys,
    /// When they run out; none for long-term keys.
    pub expires_at: Option<Timestamp>,
    /// The profile's region.
    pub region: Option<String>,
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
/// How many of these a missing value leaves as they are: a region of one's own may stay.
const REGIONS: [&str; 2] = ["AWS_REGION", "AWS_DEFAULT_REGION"];

impl Exported {
    /// What a `credential_process` prints (AWS SDK reference, "Process credential provider"). A
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

    /// The lines that make a shell use these credentials, and none that were there before.
    pub fn set_lines(&self, shell: Shell) -> Secret {
        let values: Vec<(&str, Option<Secret>)> = NAMES
            .into_iter()
            .map(|name| (name, self.value(name)))
            .filter(|(name, value)| value.is_some() || !REGIONS.contains(name))
            .collect();
        shell.lines(&values)
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

/// The lines that take away whatever `set_lines` may have set.
pub fn unset_lines(shell: Shell) -> String {
    let nothing: Vec<(&str, Option<Secret>)> =
        NAMES.into_iter().filter(|name| !name.ends_with("PROFILE")).map(|name| (name, None)).collect();
    shell.lines(&nothing).expose().to_owned()
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

/// The line for a config file that makes every SDK ask us. Paths and names stand in double quotes,
/// which botocore and the shells of the other SDKs read alike.
pub fn credential_process_line(sandglass: &Path, profile: &str) -> String {
    let program = sandglass.display().to_string();
    // A path that starts with a drive stands for Windows, where a backslash is a letter.
    let posix = program.starts_with('/');
    format!("credential_process = {} credentials {}", quoted(&program, posix), quoted(profile, posix))
}

fn quoted(word: &str, posix: bool) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@%+=,".contains(c) || (c == '\\' && !posix);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let special: &[char] = if posix { &['"', '\\', '$', '`'] } else { &['"'] };
    let escaped: String =
        word.chars().flat_map(|c| special.contains(&c).then_some('\\').into_iter().chain([c])).collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests;
