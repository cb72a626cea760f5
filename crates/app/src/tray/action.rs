//! The actions of menu entries and notification buttons.

use sandglass_core::export::Shell;

use serde::{Deserialize, Serialize};

/// A menu entry's meaning. Serialized to JSON it *is* the entry's id, so ids are never parsed by
/// splitting and a profile may carry any name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// Get a new session for this profile, now. Where that takes an MFA code, ask for it.
    Renew {
        /// The profile's name.
        profile: String,
    },
    /// Get new sessions for the profiles of a notification.
    RenewThese {
        /// Their names.
        profiles: Vec<String>,
    },
    /// Sign in for this profile, in a browser.
    SignIn {
        /// The profile's name.
        profile: String,
    },
    /// Give up the sign-in that this profile waits for.
    CancelSignIn {
        /// The profile's name.
        profile: String,
    },
    /// Put the address of the page that waits for a sign-in on the clipboard.
    CopySignInLink {
        /// The profile's name.
        profile: String,
    },
    /// Put the AWS CLI's sign-in command on the clipboard.
    CopySignInCommand {
        /// The profile's name.
        profile: String,
    },
    /// Put something on the clipboard that makes a tool use the profile.
    Copy {
        /// The profile's name.
        profile: String,
        /// The text to copy.
        what: CopyWhat,
    },
    /// Put the lines that make a shell use the session's keys on the clipboard: from here, never
    /// through a page.
    CopyKeys {
        /// The profile's name.
        profile: String,
        /// For which shell.
        shell: Shell,
    },
    /// Open the window, or bring it to the front.
    OpenWindow,
    /// Open the quick switcher, or bring it to the front.
    OpenSwitcher,
    /// Open the window on its Diagnose view.
    Diagnose {
        /// The profile; none means the watched one that needs it most.
        profile: Option<String>,
    },
    /// Open the window on what is wrong with a file.
    ExplainProblem {
        /// The number of the problem.
        number: usize,
    },
    /// Open the window where the user chooses which profiles are watched.
    ChooseProfiles,
    /// Open the window where new keys are pasted into a profile.
    PasteKeys {
        /// The profile's name.
        profile: String,
    },
    /// Renew every watched profile that ends soon or has no session; of those that take a code, ask for one.
    RenewAll,
    /// Remove what has run out from the AWS CLI's cache.
    CleanCaches,
    /// Put back what a cleaning removed.
    PutBackCaches {
        /// The number of the cleaning.
        cleaning: u32,
    },
    /// No silent renewal and no notification for a while.
    Pause {
        /// The length.
        until: PauseFor,
    },
    /// End the pause.
    Resume,
    /// Keep quiet about these profiles for a while.
    Snooze {
        /// Their names.
        profiles: Vec<String>,
    },
    /// A button of the notification that shows what one looks like: it does nothing.
    TestButton {
        /// Its number.
        number: u8,
    },
    /// End the application.
    Quit,
}

/// Texts to copy, none of them secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CopyWhat {
    /// Its name.
    Name,
    /// `sandglass renew X`.
    RenewCommand,
    /// `export AWS_PROFILE=X`, for the user's shell.
    Export,
    /// `--profile X`.
    Argument,
    /// The `credential_process` line for a config file.
    CredentialProcess,
}

/// The length of a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PauseFor {
    /// An hour.
    Hour,
    /// Until tomorrow morning.
    Tomorrow,
    /// Until the user ends it.
    Resumed,
}
