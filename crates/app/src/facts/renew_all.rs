//! Chooses the profiles that "renew all" renews, for the tray and the window.

use sandglass_core::Timestamp;
use sandglass_core::session::{Expires, Needs, Reuse, Session};

use super::Facts;

impl Facts {
    /// Returns the profiles that "renew all" renews: the watched profiles that end soon or have no session, and that can be renewed
    /// here. Those that take nobody come first.
    pub(crate) fn renew_all_takes(&self, now: Timestamp) -> RenewAll {
        let wants = |session: &&Session| {
            let due = match session.expires {
                Expires::At { instant, stored_at } => !Reuse::NotDue.holds(instant, stored_at, now),
                Expires::Never => false,
                Expires::NotYet | Expires::Unrecorded | Expires::Over => true,
            };
            due && !self.is_renewing(&session.profile)
        };
        let wanting: Vec<&Session> = self.snapshot.watched(now).into_iter().filter(wants).collect();
        let (mut profiles, mut asking) = (Vec::new(), Vec::new());
        for session in wanting {
            match session.needs(now) {
                Needs::Nothing => profiles.push(session.profile.clone()),
                Needs::Code { .. } => asking.push(session.profile.clone()),
                _ => {}
            }
        }
        let asks = !asking.is_empty();
        profiles.extend(asking);
        RenewAll { profiles, asks }
    }
}

/// The number of profiles that are renewed without asking.
const MANY: usize = 10;

/// The profiles that "renew all" would renew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RenewAll {
    /// The profiles.
    pub(crate) profiles: Vec<String>,
    /// True if some take a code.
    pub(crate) asks: bool,
}

impl RenewAll {
    /// True if they are so many that it is asked about.
    pub(crate) fn is_many(&self) -> bool {
        self.profiles.len() > MANY
    }
}
