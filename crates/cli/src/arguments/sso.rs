//! The arguments of `sandglass sso`.

use clap::{Args, Subcommand};

use super::help::SSO_HELP;

/// `sso`.
#[derive(Subcommand)]
pub(crate) enum SsoCommand {
    /// Sign in, for every profile of a session
    #[command(after_help = SSO_HELP)]
    Login(SsoLoginArguments),
    /// Sign out
    #[command(after_help = SSO_HELP)]
    Logout(SsoArguments),
    /// Show who is signed in, and for how long
    #[command(after_help = SSO_HELP)]
    Status(SsoArguments),
}

/// `sso login`.
#[derive(Args)]
pub(crate) struct SsoLoginArguments {
    /// The sso-session, or a start URL [default: the only one there is]
    #[arg(value_name = "SESSION")]
    pub(crate) session: Option<String>,
    #[command(flatten)]
    pub(crate) way: SignInArguments,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// How to sign in.
#[derive(Args, Clone, Copy)]
pub(crate) struct SignInArguments {
    /// Confirm a code in any browser, on any device [default: where no browser can open here]
    #[arg(long)]
    pub(crate) device_code: bool,
    /// Print the address and open no browser
    #[arg(long)]
    pub(crate) no_browser: bool,
}

/// `sso logout` and `sso status`.
#[derive(Args)]
pub(crate) struct SsoArguments {
    /// The sso-session, or a start URL [default: for logout the only one there is, for status all]
    #[arg(value_name = "SESSION")]
    pub(crate) session: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}
