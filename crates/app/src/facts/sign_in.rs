//! Sign-ins that wait for a person at a browser.

use aws_files::cache::CacheKey;
use sandglass_core::session::Session;

use super::{AttemptId, Facts, StartedBy};

/// A sign-in that is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SigningIn {
    pub(crate) attempt: AttemptId,
    /// The profile that was clicked, which is renewed afterwards.
    pub(crate) profile: String,
    /// The name of what is signed in to.
    pub(crate) name: String,
    pub(crate) by: StartedBy,
    /// The page that waits; none until it is known.
    pub(crate) page: Option<SignInPage>,
}

/// The page on which a person allows a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInPage {
    /// Its address.
    pub link: String,
    /// The code that it must show, or ask for; none where the browser comes back by itself.
    pub code: Option<String>,
    /// False if no browser opens it: then somebody copies the link.
    pub opens: bool,
}

impl SigningIn {
    /// True if somebody has to open the page with its link.
    pub(crate) fn takes_link(&self) -> bool {
        self.page.as_ref().is_some_and(|page| !page.opens)
    }
}

impl Facts {
    /// Returns the sign-in on its way that serves a profile.
    pub(crate) fn signing_in(&self, session: &Session) -> Option<&SigningIn> {
        if self.signing_in.is_empty() {
            return None;
        }
        self.signing_in.get(&session.sso_sign_in()?.token_key())
    }

    /// The same by the profile's name, with its key.
    pub(crate) fn signing_in_of(&self, profile: &str) -> Option<(CacheKey, &SigningIn)> {
        let key = self.snapshot.session(profile)?.sso_sign_in()?.token_key();
        let found = self.signing_in.get(&key)?;
        Some((key, found))
    }
}
