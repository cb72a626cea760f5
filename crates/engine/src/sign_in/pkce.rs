//! Proof Key for Code Exchange (RFC 7636): who shows a code must know what its challenge was made of.

use aws_files::Secret;
use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// The verifier of one sign-in, and its `state`, by which the answer is known to be of this sign-in.
pub(super) struct Pkce {
    pub(super) verifier: Secret,
    pub(super) state: Secret,
}

impl Pkce {
    /// Makes both anew.
    ///
    /// Fails where the system has no randomness.
    pub(super) fn new() -> Result<Self, getrandom::Error> {
        Ok(Self { verifier: random()?, state: random()? })
    }

    /// `code_challenge` of the method `S256`.
    pub(super) fn challenge(&self) -> String {
        Base64UrlUnpadded::encode_string(&Sha256::digest(self.verifier.expose().as_bytes()))
    }
}

/// 32 bytes, as text of 43 letters.
fn random() -> Result<Secret, getrandom::Error> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    getrandom::fill(&mut *bytes)?;
    Ok(Secret::new(Base64UrlUnpadded::encode_string(&*bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_the_one_of_rfc_7636() {
        let verifier = Secret::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".to_owned());
        let pkce = Pkce { verifier, state: Secret::new(String::new()) };
        assert_eq!(pkce.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn no_two_are_the_same() {
        let (one, other) = (Pkce::new().expect("randomness"), Pkce::new().expect("randomness"));
        assert!(one.verifier != other.verifier && one.state != other.state && one.verifier != one.state);
        assert_eq!(one.verifier.expose().len(), 43);
    }
}
