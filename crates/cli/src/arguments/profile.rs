//! Arguments of `sandglass profile`.

use clap::{Args, Subcommand, ValueEnum};
use sandglass_core::profiles::{FileKind, ProfileKind};

use super::help::PROFILE_HELP;
use super::role_arn;

/// What to do with profiles.
#[derive(Subcommand)]
pub(crate) enum ProfileCommand {
    /// List every profile, and what is wrong with it
    #[command(after_help = PROFILE_HELP)]
    List {
        /// Print a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Show a profile's settings as the AWS CLI reads them, and where they are
    #[command(after_help = PROFILE_HELP)]
    Show {
        /// The profile
        name: String,
        /// Print a JSON object
        #[arg(long)]
        json: bool,
    },
    /// Create a profile
    #[command(after_help = PROFILE_HELP)]
    Add {
        /// Its name
        name: String,
        /// Where its credentials come from
        #[arg(long, value_parser = kind, value_name = "KIND")]
        kind: ProfileKind,
        /// Its settings
        #[arg(value_name = "KEY=VALUE", value_parser = Assignment::parse)]
        settings: Vec<Assignment>,
        /// The file for all settings [default: keys in credentials, the rest in config]
        #[arg(long, value_enum)]
        file: Option<File>,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Change settings of a profile
    #[command(after_help = PROFILE_HELP)]
    Set {
        /// The profile
        name: String,
        /// New values; KEY=- reads the value from standard input
        #[arg(value_name = "KEY=VALUE", value_parser = Assignment::parse, required = true)]
        settings: Vec<Assignment>,
        /// The file to change [default: where the value counts]
        #[arg(long, value_enum)]
        file: Option<File>,
        /// NAME is an sso-session
        #[arg(long)]
        sso_session: bool,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Remove settings of a profile
    #[command(after_help = PROFILE_HELP)]
    Unset {
        /// The profile
        name: String,
        /// The settings to remove
        #[arg(value_name = "KEY", required = true)]
        keys: Vec<String>,
        /// The file to change [default: both]
        #[arg(long, value_enum)]
        file: Option<File>,
        /// NAME is an sso-session
        #[arg(long)]
        sso_session: bool,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Remove a profile from both files, and say what depends on it
    #[command(after_help = PROFILE_HELP)]
    Remove {
        /// The profile
        name: String,
        /// NAME is an sso-session
        #[arg(long)]
        sso_session: bool,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Rename a profile, and everything that refers to it
    #[command(after_help = PROFILE_HELP)]
    Rename {
        /// The profile
        old: String,
        /// Its new name
        new: String,
        /// OLD and NEW are sso-sessions
        #[arg(long)]
        sso_session: bool,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Copy a profile
    #[command(after_help = PROFILE_HELP)]
    Duplicate {
        /// The profile to copy
        from: String,
        /// The name of the copy
        to: String,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Turn temporary keys into a role that renews automatically
    #[command(after_help = PROFILE_HELP)]
    Convert {
        /// The profile
        name: String,
        /// The role [default: the one recorded with the keys]
        #[arg(long, value_name = "ARN", value_parser = role_arn)]
        role: Option<String>,
        /// The profile that assumes it [default: the only one with long-term keys]
        #[arg(long, value_name = "PROFILE")]
        source: Option<String>,
        /// Ask AWS for a session first, and save nothing if it refuses
        #[arg(long)]
        r#try: bool,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Put pasted keys, or a pasted section, into a profile
    #[command(after_help = PROFILE_HELP)]
    Paste {
        /// The profile; created if missing
        name: String,
        /// Read from standard input, which is the default
        #[arg(value_name = "-", value_parser = ["-"])]
        input: Option<String>,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Undo the last change, if the files did not change since; again, the one before it
    #[command(after_help = PROFILE_HELP)]
    Undo {
        /// List the last ten changes, newest first
        #[arg(long, conflicts_with_all = ["yes", "dry_run"])]
        list: bool,
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
    /// Redo the change that was undone last
    #[command(after_help = PROFILE_HELP)]
    Redo {
        /// Whether to write.
        #[command(flatten)]
        writing: Writing,
    },
}

/// Whether a change that was shown is written.
#[derive(Args, Clone, Copy)]
pub(crate) struct Writing {
    /// Save without asking
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
    /// Only show what would be saved
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// One of the two files.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum File {
    /// `~/.aws/config`
    Config,
    /// `~/.aws/credentials`
    Credentials,
}

impl From<File> for FileKind {
    fn from(file: File) -> Self {
        match file {
            File::Config => Self::Config,
            File::Credentials => Self::Credentials,
        }
    }
}

/// `key=value`.
#[derive(Clone)]
pub(crate) struct Assignment {
    /// In lower case.
    pub(crate) key: String,
    /// As it was typed.
    pub(crate) value: String,
}

impl Assignment {
    fn parse(text: &str) -> Result<Self, &'static str> {
        match text.split_once('=') {
            Some((key, value)) if !key.trim().is_empty() => {
                Ok(Self { key: key.trim().to_lowercase(), value: value.trim().to_owned() })
            }
            _ => Err("expected KEY=VALUE"),
        }
    }
}

fn kind(name: &str) -> Result<ProfileKind, String> {
    ProfileKind::parse(name).ok_or_else(|| {
        let names: Vec<&str> = ProfileKind::ALL.into_iter().map(|(_, name)| name).collect();
        format!("one of {}", names.join(", "))
    })
}
