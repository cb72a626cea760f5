//! What a click in the menu means.

use serde::{Deserialize, Serialize};

/// A menu entry's meaning. Serialized to JSON it *is* the entry's id, so ids are never parsed by
/// splitting and a profile may carry any name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// Get a new session for this profile, now.
    Renew {
        /// The profile's name.
        profile: String,
    },
    /// Put the `sandglass renew PROFILE` command on the clipboard: its MFA code is asked for in
    /// a terminal.
    CopyRenewCommand {
        /// The profile's name.
        profile: String,
    },
    /// Put the AWS CLI's sign-in command on the clipboard.
    CopySignInCommand {
        /// The profile's name.
        profile: String,
    },
    /// Renew every watched profile that needs no human.
    RenewAll,
    /// End the application.
    Quit,
}
