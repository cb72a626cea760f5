//! The arguments of `sandglass env`.

use clap::Args;
use sandglass_core::export;

/// `env`.
#[derive(Args)]
pub(crate) struct EnvArguments {
    /// The profile
    #[arg(required_unless_present = "unset")]
    pub(crate) profile: Option<String>,
    /// The shell to print for [default: the current one]
    #[arg(long, value_parser = shell, value_name = "bash|zsh|fish|powershell|cmd|dotenv|json")]
    pub(crate) shell: Option<export::Shell>,
    /// Unset what was set before
    #[arg(long)]
    pub(crate) unset: bool,
}

fn shell(name: &str) -> Result<export::Shell, String> {
    let known = export::Shell::ALL.into_iter().find(|(_, known)| *known == name);
    known.map(|(shell, _)| shell).ok_or_else(|| {
        let names: Vec<&str> = export::Shell::ALL.into_iter().map(|(_, name)| name).collect();
        format!("one of {}", names.join(", "))
    })
}
