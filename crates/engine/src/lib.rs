//! Everything Sandglass does to the outside world: it reads the AWS files, maintains their caches and renews
//! sessions.
//!
//! The terminal program and the desktop call the same functions here. Two things are ports, so
//! that tests can stand in for them: `Prompt` (ask a human) and `Clock`. AWS is swapped by its
//! endpoint, files by their directory.

mod backoff;
mod browser;
pub mod cache;
mod chain;
mod clock;
mod credentials;
mod details;
mod diagnostics;
pub mod doctor;
mod editor;
mod environment;
pub mod evidence;
mod files;
mod helper;
mod history;
mod housekeeping;
mod http;
mod instance;
mod known;
mod lock;
mod log;
mod memory;
mod mfa;
mod network;
pub mod os;
pub mod panics;
mod placement;
mod preferences;
pub mod profiles;
mod prompt;
mod refused;
pub mod renew;
pub mod renewal_request;
mod resolution;
mod session_store;
pub mod show_request;
mod sign_in;
mod snapshot;
mod sources;
mod stamp;
pub mod store;
#[cfg(test)]
mod testing;
mod trouble;
mod watch;

pub use browser::{BrowserOpening, can_open_browser, open_browser, opens_only_by_link};
pub use clock::{Clock, SystemClock};
pub use credentials::credentials;
pub use details::{Details, day, details};
pub use diagnostics::diagnostics;
pub use editor::{Editors, editors};
pub use environment::Environment;
pub use files::revision_of as revision;
pub use housekeeping::tidy_up;
pub use instance::InstanceLock;
pub use known::{read_known, store_known};
pub use log::Log;
pub use memory::{read_memory, store_memory, store_picture};
pub use network::try_network;
pub use placement::{read_placement, store_placement};
pub use preferences::{PreferencesFileError, change_preferences, read_preferences};
pub use prompt::{MfaAnswer, MfaAnswerFuture, MfaCode, MfaRequest, NoPrompt, Prompt};
pub use resolution::resolve_profile;
pub use sign_in::{
    SignInObserver, SignInStep, SignInWay, SignedIn, SignedOut, SsoState, SsoStates, sign_in_to_sso,
    sign_out_of_sso, sso_of_profile, sso_states,
};
pub use snapshot::{check_refresh, profile_session, snapshot};
pub use stamp::Stamp;
pub use watch::{Watch, WatchError};
