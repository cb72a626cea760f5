//! The sign-ins of `aws sso login` and `aws login`: their token files, and refreshing an expired one.
//!
//! A refresh token may be good once only. So whoever spends one has made room for the answer before, holds
//! the lock of its file, and stores what came whatever became of whoever asked.

mod dpop;
mod login;
mod places;
mod refresh;
mod sso;
mod token_file;

pub(crate) use dpop::is_key as is_login_key;
pub(crate) use login::Login;
pub(crate) use places::{login_directory, login_file, sso_file};
pub(crate) use refresh::{TokenPlace, fresh};
pub(crate) use sso::Sso;

use sandglass_core::Timestamp;
use sandglass_core::session::SignIn;
use sandglass_core::source::Source;

use crate::Environment;

/// Reads the file of a source's sign-in; none where the source takes none, or there is none.
pub(crate) fn read(environment: &Environment, source: &Source, now: Timestamp) -> Option<SignIn> {
    match source {
        Source::Sso(sso) => refresh::reading::<Sso>(&sso_file(environment, sso), now),
        Source::Login(login) => refresh::reading::<Login>(&login_file(environment, login), now),
        _ => None,
    }
}

/// Returns the sign-in as it is for one of the sources that share the file.
pub(crate) fn of_source(source: &Source, found: SignIn) -> Option<SignIn> {
    match source {
        Source::Sso(sso) if sso.session_lacks.is_some() => None,
        // Without an sso-session the AWS CLI uses a token to its end, and never refreshes it.
        Source::Sso(sso) if sso.session.is_none() => Some(SignIn { refreshable_until: None, ..found }),
        _ => Some(found),
    }
}
