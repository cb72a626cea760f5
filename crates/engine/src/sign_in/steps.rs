//! The port through which whoever began a sign-in hears how it goes on.

use sandglass_core::Timestamp;

/// The way a person signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInWay {
    /// A browser of this machine, which is sent back to it.
    Browser,
    /// A code that is confirmed in any browser.
    DeviceCode,
}

/// A step of a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInStep {
    /// Another process of ours signs the same person in already: its sign-in will serve.
    Another,
    /// A browser of this machine is to open the address.
    Browser {
        /// The page on which the sign-in is allowed.
        address: String,
    },
    /// A browser of any machine is to open the page.
    DeviceCode {
        /// The page that asks for the code.
        page: String,
        /// The page that has the code already.
        page_with_code: String,
        /// The code.
        code: String,
        /// The time after which it is worth nothing.
        until: Timestamp,
    },
}

/// Hears of the steps of a sign-in, and opens what is to be opened.
pub trait SignInObserver: Send {
    /// The sign-in waits for a person here.
    fn step(&mut self, step: SignInStep);
}

/// Somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The end of the token.
    pub expires_at: Timestamp,
    /// True if it is refreshed by itself afterwards.
    pub is_refreshed: bool,
    /// The region of the portal, where it is another than the configured one.
    pub other_region: Option<String>,
}
