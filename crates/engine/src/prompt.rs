//! The port through which a person is asked for an MFA code.

use std::future::Future;
use std::pin::Pin;

use sandglass_core::resolve::StaticKeys;
use zeroize::Zeroizing;

/// A request for an MFA code.
#[derive(Clone, Debug)]
pub struct MfaRequest {
    /// The profile that needs the code.
    pub profile: String,
    /// The device: an ARN, or a hardware serial number.
    pub serial: String,
}

/// Six digits, valid once and for half a minute.
#[derive(Clone)]
pub struct MfaCode(Zeroizing<String>);

impl MfaCode {
    /// Six digits; blanks around and between them are dropped. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Zeroizing<String> = Zeroizing::new(text.chars().filter(|c| !c.is_whitespace()).collect());
        (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(Self(digits))
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// The answer to a request for an MFA code.
pub enum MfaAnswer {
    /// A code.
    Code(MfaCode),
    /// A session that was made with a code already: it signs the call, which then needs none.
    Session(StaticKeys),
    /// Something that is no code.
    Malformed,
    /// Nobody can be asked, or they declined.
    Nobody,
}

/// The future a prompt returns.
pub type MfaAnswerFuture<'a> = Pin<Box<dyn Future<Output = MfaAnswer> + Send + 'a>>;

/// Asks a human for what only a human has.
pub trait Prompt: Send + Sync {
    /// Asks for one MFA code.
    fn mfa_code(&mut self, request: MfaRequest) -> MfaAnswerFuture<'_>;

    /// A code that is at hand already, so that no program is asked for one.
    fn given_code(&mut self) -> Option<MfaCode> {
        None
    }

    /// Tells that a session was made with the code, which answers further requests.
    fn made_session(&mut self, _keys: &StaticKeys) {}
}

/// Asks nobody: what needs a human fails with `needs_mfa`.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPrompt;

impl Prompt for NoPrompt {
    fn mfa_code(&mut self, _request: MfaRequest) -> MfaAnswerFuture<'_> {
        Box::pin(std::future::ready(MfaAnswer::Nobody))
    }
}
