//! One line a profile.

use serde::Serialize;

use super::Words;
use crate::preferences::Label;
use crate::session::{Kind, Renewable, SessionState};

/// One profile's line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SessionRow {
    /// The profile's name, exactly.
    pub profile: String,
    /// What kind of profile it is.
    pub kind: Kind,
    /// Its state now.
    pub state: SessionState,
    /// Under which heading it stands.
    pub group: Group,
    /// Whether the tray shows and guards it.
    pub watched: bool,
    /// Whether it is renewed without being asked, where that is possible.
    pub keep_fresh: bool,
    /// What renewing takes now.
    pub renewable: Renewable,
    /// Whether one of its roles asks for an MFA code.
    pub mfa: bool,
    /// What a human must bring, now or at the deadline; null: nobody is needed.
    pub need: Option<NeedKind>,
    /// When that is; null: not known, or never.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub human_deadline: Option<i64>,
    /// When its credentials run out.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub expires_at: Option<i64>,
    /// When they began, where that is known: the ring shows what is left of the whole.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub began_at: Option<i64>,
    /// When it will be renewed silently.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub renews_at: Option<i64>,
    /// Until when its notifications keep quiet.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub snoozed_until: Option<i64>,
    /// What the last renewal does or did.
    pub progress: Option<Progress>,
    /// Why the last renewal failed, or why it cannot work at all.
    pub failure: Option<Words>,
    /// The account.
    pub account: Option<String>,
    /// The role's name, without its path.
    pub role: Option<String>,
    /// The profile its role is assumed from.
    pub via: Option<String>,
    /// Where its credentials are written, such as `credentials:14`.
    pub place: String,
    /// A colour and a word of the user's, such as "prod".
    pub label: Option<Label>,
}

/// A heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Watched, and a human must do something.
    NeedsYou,
    /// Watched.
    Watching,
    /// Long-term keys, and what is asked at each use.
    AlwaysValid,
    /// The rest.
    Others,
}

/// What a human must bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NeedKind {
    /// A click: silent renewal is off.
    Click,
    /// An MFA code.
    Mfa,
    /// A sign-in in the browser.
    SignIn,
    /// New keys.
    Keys,
}

/// What a renewal does or did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// It is on its way.
    Renewing,
    /// It succeeded within the last minute.
    Renewed,
}
