//! The sign-ins of `aws sso login` and `aws login`: signing somebody in, their token files, and refreshing an expired one.
//!
//! A refresh token may be good once only. So whoever spends one has made room for the answer before, holds
//! the lock of its file, and stores what came whatever became of whoever asked.

mod dpop;
mod login;
mod oidc;
mod pkce;
mod places;
mod redirect;
mod refresh;
mod refusals;
mod refused;
mod registration;
mod service;
mod sso;
mod sso_sign_in;
mod sso_sign_out;
mod steps;
mod token_file;
mod vanity;

pub(crate) use dpop::is_key as is_login_key;
pub(crate) use login::Login;
pub(crate) use places::{login_directory, login_file, sso_file};
pub(crate) use refresh::{TokenPlace, fresh};
pub(crate) use sso::Sso;
pub use sso_sign_in::sign_in_to_sso;
pub use sso_sign_out::{SignedOut, SsoState, SsoStates, sign_out_of_sso, sso_of_profile, sso_states};
pub use steps::{SignInObserver, SignInStep, SignInWay, SignedIn};

use aws_files::Profiles;
use sandglass_core::Timestamp;
use sandglass_core::resolve::{ClientSettings, Service, client_settings};
use sandglass_core::session::SignIn;
use sandglass_core::source::Source;
use sandglass_core::sso::SsoSignIn;

use crate::Environment;

/// Reads the file of a source's sign-in; none where the source takes none, or there is none.
pub(crate) fn read(environment: &Environment, source: &Source, now: Timestamp) -> Option<SignIn> {
    match source {
        Source::Sso(sso) => refresh::reading::<Sso>(&sso_file(environment, sso), &environment.state_dir, now),
        Source::Login(login) => {
            refresh::reading::<Login>(&login_file(environment, login), &environment.state_dir, now)
        }
        _ => None,
    }
}

/// Returns the sign-in as it is for one of the sources that share the file.
pub(crate) fn of_source(source: &Source, found: SignIn) -> Option<SignIn> {
    match source {
        Source::Sso(sso) if sso.session_lacks.is_some() => None,
        Source::Sso(sso) => Some(of_session(sso.session.is_some(), found)),
        _ => Some(found),
    }
}

/// The same for one of IAM Identity Center, with an sso-session or without.
fn of_session(has_session: bool, found: SignIn) -> SignIn {
    // Without an sso-session the AWS CLI uses a token to its end, and never refreshes it.
    if has_session { found } else { SignIn { refreshable_until: None, ..found } }
}

/// The settings to reach a service for a sign-in: those of the first profile that takes it.
fn settings_of(
    environment: &Environment,
    profiles: &Profiles,
    sign_in: &SsoSignIn,
    service: Service,
) -> ClientSettings {
    let profile = sign_in.profile.as_deref().and_then(|name| profiles.get(name));
    let variables = &environment.variables;
    // What is wrong with them is said of the profile.
    let settings = client_settings(profiles, variables, profile, &mut Vec::new());
    settings.of_service(service, profiles, variables, profile)
}
