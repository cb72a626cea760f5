//! Lines that set and unset variables in each shell.

use std::fmt::Write;

use aws_files::Secret;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::quote;
use crate::text::visible_json;

/// A shell, or a file format that stands for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Shell {
    /// bash, and POSIX shells alike.
    Bash,
    /// zsh.
    Zsh,
    /// fish.
    Fish,
    /// PowerShell.
    PowerShell,
    /// The command prompt of Windows.
    Cmd,
    /// A `.env` file.
    Dotenv,
    /// One JSON object; null takes away.
    Json,
}

impl Shell {
    /// Every one, with the name it is asked for by.
    pub const ALL: [(Shell, &'static str); 7] = [
        (Shell::Bash, "bash"),
        (Shell::Zsh, "zsh"),
        (Shell::Fish, "fish"),
        (Shell::PowerShell, "powershell"),
        (Shell::Cmd, "cmd"),
        (Shell::Dotenv, "dotenv"),
        (Shell::Json, "json"),
    ];

    /// The shell of a program such as `/usr/bin/zsh`, `-bash` or `pwsh.exe`.
    pub fn of_program(program: &str) -> Option<Self> {
        let name = program.rsplit(['/', '\\']).next().unwrap_or_default().trim_start_matches('-');
        let name = name.strip_suffix(".exe").unwrap_or(name).to_ascii_lowercase();
        match name.as_str() {
            "bash" | "sh" | "dash" | "ksh" | "ash" => Some(Self::Bash),
            "zsh" => Some(Self::Zsh),
            "fish" => Some(Self::Fish),
            "powershell" | "pwsh" => Some(Self::PowerShell),
            "cmd" => Some(Self::Cmd),
            _ => None,
        }
    }

    /// The line that sets a variable that is no secret.
    pub fn set_line(self, name: &str, value: &str) -> String {
        let mut text = String::new();
        self.set(&mut text, name, value);
        text.trim_end().to_owned()
    }

    /// The one line that takes variables away.
    pub fn unset_line(self, names: &[&str]) -> String {
        match self {
            Self::Fish => format!("set -e {}", names.join(" ")),
            Self::PowerShell => {
                let names: Vec<String> = names.iter().map(|name| format!("Env:{name}")).collect();
                format!("Remove-Item {} -ErrorAction SilentlyContinue", names.join(", "))
            }
            Self::Cmd => {
                let lines: Vec<String> = names.iter().map(|name| format!("set \"{name}=\"")).collect();
                lines.join(" & ")
            }
            Self::Bash | Self::Zsh | Self::Dotenv | Self::Json => format!("unset {}", names.join(" ")),
        }
    }

    /// A line for each variable: set where there is a value, taken away where there is none.
    pub(super) fn lines(self, values: &[(&str, Option<Secret>)]) -> Secret {
        let mut text = Zeroizing::new(String::new());
        if self == Self::Json {
            let fields: Vec<String> =
                values.iter().map(|(name, value)| json_field(name, value.as_ref())).collect();
            let _ = writeln!(text, "{{\n{}\n}}", fields.join(",\n"));
        } else {
            for (name, value) in values {
                match value {
                    Some(value) => self.set(&mut text, name, value.expose()),
                    None => self.unset(&mut text, name),
                }
            }
        }
        Secret::new(std::mem::take(&mut *text))
    }

    fn set(self, text: &mut String, name: &str, value: &str) {
        let _ = match self {
            Self::Bash | Self::Zsh => writeln!(text, "export {name}={}", quote::posix(value)),
            Self::Fish => writeln!(text, "set -gx {name} {}", quote::fish(value)),
            Self::PowerShell => writeln!(text, "$Env:{name} = {}", quote::powershell(value)),
            Self::Cmd => writeln!(text, "{}", quote::cmd_set(name, value)),
            Self::Dotenv | Self::Json => writeln!(text, "{name}={}", quote::dotenv(value)),
        };
    }

    fn unset(self, text: &mut String, name: &str) {
        let _ = match self {
            Self::Bash | Self::Zsh => writeln!(text, "unset {name}"),
            Self::Fish => writeln!(text, "set -e {name}"),
            Self::PowerShell => {
                writeln!(text, "Remove-Item Env:{name} -ErrorAction SilentlyContinue")
            }
            Self::Cmd => writeln!(text, "set \"{name}=\""),
            // A file sets; what is not in it is not set.
            Self::Dotenv | Self::Json => Ok(()),
        };
    }
}

fn json_field(name: &str, value: Option<&Secret>) -> String {
    let value = value.map(Secret::expose);
    let field = format!("  {}: {}", serde_json::json!(name), serde_json::json!(value));
    visible_json(&field).into_owned()
}
