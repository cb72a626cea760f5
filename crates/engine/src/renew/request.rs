//! One AssumeRole call, as the caller sees it.

use sandglass_core::resolve::{RoleSource, StaticKeys};

use crate::MfaCode;

/// One AssumeRole call.
pub(super) struct Request<'a> {
    pub(super) role: &'a RoleSource,
    pub(super) signer: &'a StaticKeys,
    pub(super) session_name: &'a str,
    pub(super) mfa_code: Option<&'a MfaCode>,
    /// Tries before this one, as the answer's metadata tells.
    pub(super) tries: u32,
}

impl Request<'_> {
    /// The device goes along with its code; a call that a session with MFA signs names none.
    pub(super) fn serial(&self) -> Option<&str> {
        let serial = self.role.mfa_serial.as_ref()?;
        self.mfa_code.map(|_| serial.value.as_str())
    }
}

/// Where a call goes, for a sentence.
pub(super) struct Place {
    /// The configured address, or "STS in REGION".
    pub(super) endpoint: String,
    /// The region.
    pub(super) region: String,
    /// Whether the address is one profile's own: that it cannot be reached tells nothing of the others.
    pub(super) is_profiles_own: bool,
}
