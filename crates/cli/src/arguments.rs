//! Command-line arguments. The help texts are the manual: in English, each with an example.

mod doctor;
mod env;
mod help;
mod profile;
mod sso;

use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use sandglass_core::preferences::{Refresh, is_role_arn};
use sandglass_engine::MfaCode;

pub(crate) use doctor::{DoctorArguments, SAFE};
pub(crate) use env::EnvArguments;
use help::{
    CACHE_HELP, COMPLETIONS_HELP, CREDENTIALS_HELP, DOCTOR_HELP, ENV_HELP, EXIT_CODES, PREFERENCES_HELP,
    PROFILE_HELP, RENEW_HELP, SSO_HELP, STATUS_HELP, WATCH_HELP,
};
pub(crate) use profile::{Assignment, ProfileCommand, Writing};
pub(crate) use sso::{SignInArguments, SsoArguments, SsoCommand, SsoLoginArguments};

/// Keep AWS sessions alive, and see how long they last.
///
/// Reads the files and the session cache of the AWS CLI. `aws --profile NAME` uses a renewed session at once.
#[derive(Parser)]
#[command(name = "sandglass", version, after_help = EXIT_CODES, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Show how long each profile's session lasts
    #[command(after_help = STATUS_HELP)]
    Status(StatusArguments),
    /// Get a new session for a profile and store it for the AWS CLI
    #[command(after_help = RENEW_HELP)]
    Renew(RenewArguments),
    /// Sign in to IAM Identity Center, and sign out
    #[command(after_help = SSO_HELP)]
    Sso {
        /// What to do.
        #[command(subcommand)]
        command: SsoCommand,
    },
    /// Find the one cause of an expired or refused token, and fix it
    #[command(after_help = DOCTOR_HELP)]
    Doctor(DoctorArguments),
    /// Choose which profiles the tray shows
    #[command(after_help = WATCH_HELP)]
    Watch {
        /// Which way.
        #[command(subcommand)]
        change: WatchChange,
    },
    /// List and clean the session caches of AWS tools
    #[command(after_help = CACHE_HELP)]
    Cache {
        /// What to do.
        #[command(subcommand)]
        command: CacheCommand,
    },
    /// Print a profile's credentials for `credential_process`
    #[command(after_help = CREDENTIALS_HELP)]
    Credentials {
        /// The profile
        profile: String,
    },
    /// Print the lines that make a shell use a profile's credentials
    #[command(after_help = ENV_HELP)]
    Env(EnvArguments),
    /// Show and change preferences
    #[command(after_help = PREFERENCES_HELP)]
    Preferences {
        /// What to do.
        #[command(subcommand)]
        command: PreferencesCommand,
    },
    /// List, create and change profiles in the AWS files
    #[command(after_help = PROFILE_HELP)]
    Profile {
        /// What to do.
        #[command(subcommand)]
        command: ProfileCommand,
    },
    /// Print a completion script for a shell
    #[command(after_help = COMPLETIONS_HELP)]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// `status`.
#[derive(Args)]
pub(crate) struct StatusArguments {
    /// Profiles to show [default: all]
    #[arg(value_name = "PROFILE")]
    pub(crate) profiles: Vec<String>,
    /// Print a JSON array
    #[arg(long)]
    pub(crate) json: bool,
    /// Keep running and show every change until Ctrl-C; with --json, one array per line
    #[arg(long)]
    pub(crate) watch: bool,
    /// Ask AWS about temporary keys without a recorded expiry: "expired" if it refuses them, else a note
    #[arg(long, conflicts_with = "watch")]
    pub(crate) verify: bool,
}

/// `renew`.
#[derive(Args)]
pub(crate) struct RenewArguments {
    /// Profiles to renew
    #[arg(value_name = "PROFILE", required_unless_present = "all")]
    pub(crate) profiles: Vec<String>,
    /// Renew the profiles you watch, or every renewable role if you chose none
    #[arg(long, conflicts_with = "profiles")]
    pub(crate) all: bool,
    /// Code from the MFA device (used once), or - to read one per line from standard input
    #[arg(long, value_name = "CODE|-", value_parser = mfa, allow_hyphen_values = true)]
    pub(crate) mfa: Option<Mfa>,
    /// Sign in where a profile needs it, also without a terminal
    #[arg(long)]
    pub(crate) sign_in: bool,
    #[command(flatten)]
    pub(crate) way: SignInArguments,
    /// Skip sessions that last at least this long, such as 30m or 1h30m
    #[arg(long, value_name = "DUR", value_parser = humantime::parse_duration)]
    pub(crate) min_remaining: Option<Duration>,
    /// Print a JSON array
    #[arg(long)]
    pub(crate) json: bool,
}

/// Where MFA codes come from, other than from the terminal.
#[derive(Clone)]
pub(crate) enum Mfa {
    /// Given as an argument.
    Code(MfaCode),
    /// Standard input.
    Input,
    /// Given as an argument, and used.
    Spent,
}

/// An error says which argument is wrong, and repeats its value: of a code that would be a secret, or what else was put
/// there by mistake.
pub(crate) fn without_code(error: &mut clap::Error) {
    use clap::error::{ContextKind, ContextValue};
    let is_code = matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(name)) if name.starts_with("--mfa"));
    if is_code {
        error.insert(ContextKind::InvalidValue, ContextValue::String("****".to_owned()));
    }
}

fn mfa(text: &str) -> Result<Mfa, &'static str> {
    match text {
        "-" => Ok(Mfa::Input),
        code => MfaCode::parse(code).map(Mfa::Code).ok_or("an MFA code has six digits"),
    }
}

/// `watch`.
#[derive(Subcommand)]
pub(crate) enum WatchChange {
    /// Show profiles in the tray
    #[command(after_help = WATCH_HELP)]
    Add(WatchAddArguments),
    /// Remove profiles from the tray, and forget their refresh source
    #[command(after_help = WATCH_HELP)]
    Remove(WatchRemoveArguments),
}

/// `watch add`.
#[derive(Args)]
pub(crate) struct WatchAddArguments {
    /// Profiles
    #[arg(value_name = "PROFILE", required = true)]
    pub(crate) profiles: Vec<String>,
    /// Renew temporary keys kept in a file from this role
    #[arg(long, value_name = "ARN", value_parser = role_arn, requires = "refresh_source")]
    pub(crate) refresh_role: Option<String>,
    /// The profile that assumes that role
    #[arg(long, value_name = "PROFILE", requires = "refresh_role")]
    pub(crate) refresh_source: Option<String>,
    /// Forget the refresh source
    #[arg(long, conflicts_with_all = ["refresh_role", "refresh_source"])]
    pub(crate) no_refresh: bool,
    /// Renew automatically where no MFA code or sign-in is needed [default: as in the preferences]
    #[arg(long, value_name = "on|off", value_parser = on_or_off)]
    pub(crate) silent: Option<bool>,
}

impl WatchAddArguments {
    /// The refresh source, when one was given.
    pub(crate) fn refresh(&self) -> Option<Refresh> {
        let (role_arn, source_profile) = (self.refresh_role.clone()?, self.refresh_source.clone()?);
        Some(Refresh { role_arn, source_profile })
    }
}

fn role_arn(text: &str) -> Result<String, &'static str> {
    is_role_arn(text)
        .then(|| text.to_owned())
        .ok_or("a role's ARN looks like arn:aws:iam::123456789012:role/NAME")
}

fn on_or_off(text: &str) -> Result<bool, &'static str> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("on or off"),
    }
}

/// `watch remove`.
#[derive(Args)]
pub(crate) struct WatchRemoveArguments {
    /// Profiles
    #[arg(value_name = "PROFILE", required = true)]
    pub(crate) profiles: Vec<String>,
}

/// `preferences`.
#[derive(Subcommand)]
pub(crate) enum PreferencesCommand {
    /// Show every preference, and which of them you chose
    #[command(after_help = PREFERENCES_HELP)]
    List {
        /// Print a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Print one value; a list as one entry per line
    #[command(after_help = PREFERENCES_HELP)]
    Get {
        /// The preference, such as `notify_minutes`
        key: String,
    },
    /// Set a value
    #[command(after_help = PREFERENCES_HELP)]
    Set {
        /// The preference, such as `notify_minutes`
        key: String,
        /// The value; for a list, every entry
        #[arg(value_name = "VALUE", required = true)]
        values: Vec<String>,
    },
    /// Go back to the default
    #[command(after_help = PREFERENCES_HELP)]
    Unset {
        /// The preference, such as `notify_minutes`
        key: String,
    },
}

/// `cache`.
#[derive(Subcommand)]
pub(crate) enum CacheCommand {
    /// List the cached sessions and sign-ins
    #[command(after_help = CACHE_HELP)]
    List(CacheListArguments),
    /// Remove expired sessions
    #[command(after_help = CACHE_HELP)]
    Clean(CacheCleanArguments),
}

/// `cache list`.
#[derive(Args)]
pub(crate) struct CacheListArguments {
    /// Only entries of these profiles
    #[arg(value_name = "PROFILE")]
    pub(crate) profiles: Vec<String>,
    /// Print a JSON array
    #[arg(long)]
    pub(crate) json: bool,
}

/// `cache clean`.
#[derive(Args)]
pub(crate) struct CacheCleanArguments {
    /// Only entries of these profiles, their sign-ins too [default: the AWS CLI's session cache]
    #[arg(value_name = "PROFILE")]
    pub(crate) profiles: Vec<String>,
    /// Also remove valid sessions
    #[arg(long)]
    pub(crate) all: bool,
    /// Only say what would be removed
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Print a JSON array
    #[arg(long)]
    pub(crate) json: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn help(path: &[&str]) -> String {
        let mut command = Arguments::command().term_width(100);
        command.build();
        let mut found = &mut command;
        for name in path {
            found = found.find_subcommand_mut(name).expect("the command exists");
        }
        found.render_long_help().to_string()
    }

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn help_texts() {
        insta::assert_snapshot!("help", help(&[]));
        insta::assert_snapshot!("help_status", help(&["status"]));
        insta::assert_snapshot!("help_renew", help(&["renew"]));
        insta::assert_snapshot!("help_doctor", help(&["doctor"]));
        insta::assert_snapshot!("help_watch", help(&["watch"]));
        insta::assert_snapshot!("help_watch_add", help(&["watch", "add"]));
        insta::assert_snapshot!("help_watch_remove", help(&["watch", "remove"]));
        insta::assert_snapshot!("help_cache", help(&["cache"]));
        insta::assert_snapshot!("help_cache_list", help(&["cache", "list"]));
        insta::assert_snapshot!("help_cache_clean", help(&["cache", "clean"]));
        insta::assert_snapshot!("help_credentials", help(&["credentials"]));
        insta::assert_snapshot!("help_env", help(&["env"]));
        insta::assert_snapshot!("help_preferences", help(&["preferences"]));
        insta::assert_snapshot!("help_preferences_set", help(&["preferences", "set"]));
        insta::assert_snapshot!("help_profile", help(&["profile"]));
        for name in [
            "list",
            "show",
            "add",
            "set",
            "unset",
            "remove",
            "rename",
            "duplicate",
            "convert",
            "paste",
            "undo",
            "redo",
        ] {
            insta::assert_snapshot!(format!("help_profile_{name}"), help(&["profile", name]));
        }
        insta::assert_snapshot!("help_sso", help(&["sso"]));
        for name in ["login", "logout", "status"] {
            insta::assert_snapshot!(format!("help_sso_{name}"), help(&["sso", name]));
        }
        insta::assert_snapshot!("help_completions", help(&["completions"]));
    }

    #[test]
    fn wrong_usage_ends_with_2() {
        for line in [
            "sandglass renew",
            "sandglass renew a --all",
            "sandglass renew a --mfa 12",
            "sandglass renew a --min-remaining soon",
            "sandglass watch add",
            "sandglass watch add a --refresh-role arn:aws:iam::123456789012:role/r",
            "sandglass watch add a --refresh-source b",
            "sandglass watch add a --refresh-role role/r --refresh-source b",
            "sandglass watch add a --refresh-role arn:aws:iam::123456789012:user/r --refresh-source b",
            "sandglass watch add a --silent maybe",
            "sandglass watch add a --no-refresh --refresh-source b",
            "sandglass status --verify --watch",
            "sandglass credentials",
            "sandglass env",
            "sandglass env a --shell tcsh",
            "sandglass preferences set language",
            "sandglass profile",
            "sandglass profile show",
            "sandglass profile add a region=x",
            "sandglass profile add a --kind gold",
            "sandglass profile set a",
            "sandglass profile set a region",
            "sandglass profile set a =x",
            "sandglass profile set a region=x --file cache",
            "sandglass profile set a region=x --yes --dry-run",
            "sandglass profile unset a",
            "sandglass profile rename a",
            "sandglass profile convert a --role role/r",
            "sandglass profile paste a b",
            "sandglass unknown",
        ] {
            let error = Arguments::try_parse_from(line.split(' ')).err().expect(line);
            assert_eq!(error.exit_code(), 2, "{line}");
        }
    }
}
