//! A check of the diagnosis and its state.

use serde::Serialize;

use super::{Exhibit, Finding, Sentence};

macro_rules! checks {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)*) => {
        /// The subject of a check. Its name is the message `check-CODE` of the locales.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum CheckCode { $($(#[$doc])* $variant,)* }

        impl CheckCode {
            /// Every check, in the order they are shown.
            pub const ALL: &'static [CheckCode] = &[$(CheckCode::$variant,)*];

            /// The word of `--json`.
            pub fn as_str(self) -> &'static str {
                match self { $(CheckCode::$variant => $text,)* }
            }
        }
    };
}

checks! {
    /// The two files.
    Files = "files",
    /// The choice of the profile.
    ProfileChoice = "profile_choice",
    /// Variables, of this process and of shells to come.
    Environment = "environment",
    /// The profile, its sources and settings.
    Chain = "chain",
    /// The credentials that a call would use.
    Credentials = "credentials",
    /// Keys kept in a file.
    Keys = "keys",
    /// The AWS CLI's cached sessions.
    RoleCache = "role_cache",
    /// The sign-in to IAM Identity Center.
    Sso = "sso",
    /// The sign-in with `aws login`.
    Login = "login",
    /// `credential_process` and token files.
    Process = "process",
    /// The AWS CLIs on PATH.
    Cli = "cli",
    /// The clock.
    Clock = "clock",
    /// Proxy and CA bundle.
    Proxy = "proxy",
    /// The endpoint.
    Endpoint = "endpoint",
    /// Assuming the role.
    AssumeRole = "assume_role",
    /// The identity that AWS reports.
    Identity = "identity",
}

/// The state of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// As it should be.
    Ok,
    /// Something to know.
    Warn,
    /// It makes the call fail.
    Fail,
    /// Nothing to look at, or it could not be looked at.
    Skipped,
}

impl CheckState {
    /// The word of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::Skipped => "skipped",
        }
    }
}

/// One check, done.
#[derive(Debug)]
pub struct Check {
    /// Its code.
    pub code: CheckCode,
    /// Its state.
    pub state: CheckState,
    /// Its detail, in a line.
    pub detail: Sentence,
    /// Its evidence.
    pub exhibits: Vec<Exhibit>,
    /// Its findings.
    pub findings: Vec<Finding>,
}

impl Check {
    /// Everything as it should be.
    pub fn ok(code: CheckCode, detail: Sentence) -> Self {
        Self { code, state: CheckState::Ok, detail, exhibits: Vec::new(), findings: Vec::new() }
    }

    /// Nothing to look at.
    pub fn skipped(code: CheckCode, detail: Sentence) -> Self {
        Self { state: CheckState::Skipped, ..Self::ok(code, detail) }
    }

    /// Creates a check from its findings, the first breaking one in front; `otherwise` is the detail if there are none.
    pub fn new(code: CheckCode, findings: Vec<Finding>, otherwise: Sentence) -> Self {
        let mut check = Self { findings, ..Self::ok(code, otherwise) };
        check.derive_state();
        check
    }

    /// Takes state and detail from what was found: a breaking finding in front of a warning.
    pub(super) fn derive_state(&mut self) {
        self.findings.sort_by_key(|finding| (!finding.breaks, finding.cause));
        let Some(first) = self.findings.first() else { return };
        self.state = if first.breaks { CheckState::Fail } else { CheckState::Warn };
        self.detail = first.title();
    }

    /// Adds what it looked at.
    #[must_use]
    pub fn shows(mut self, exhibits: impl IntoIterator<Item = Exhibit>) -> Self {
        self.exhibits.extend(exhibits);
        self
    }
}
