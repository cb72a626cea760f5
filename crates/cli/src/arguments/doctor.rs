//! Arguments of `sandglass doctor`.

use clap::Args;

/// `doctor`.
#[derive(Args)]
pub(crate) struct DoctorArguments {
    /// The profile, as for `aws --profile` [default: what a plain `aws` uses here]
    pub(crate) profile: Option<String>,
    /// The error message you saw, or - to read it from standard input
    #[arg(long, value_name = "TEXT|-", allow_hyphen_values = true)]
    pub(crate) error: Option<String>,
    /// Fix it: everything safe, or the cause or fix with this code
    #[arg(long, value_name = "CODE", num_args = 0..=1, require_equals = true, default_missing_value = SAFE)]
    pub(crate) fix: Option<String>,
    /// Do not use the network
    #[arg(long)]
    pub(crate) offline: bool,
    /// In which form.
    #[command(flatten)]
    pub(crate) form: ReportForm,
}

/// What `--fix` alone means.
pub(crate) const SAFE: &str = "safe";

/// In which form a diagnosis is printed.
#[derive(Args)]
pub(crate) struct ReportForm {
    /// Print a JSON object
    #[arg(long, conflicts_with = "report")]
    pub(crate) json: bool,
    /// Print Markdown for a ticket
    #[arg(long)]
    pub(crate) report: bool,
    /// In the report, mask account IDs
    #[arg(long, requires = "report")]
    pub(crate) mask_accounts: bool,
}
