//! The reasons why a source gives no credentials.

use std::error::Error;

use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use sandglass_core::host::HostFault;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::refusal::{Meaning, Refusal};
use sandglass_core::session::Needs;
use sandglass_doctor::evidence::live::{Outcome, ProcessFault};

/// The reason why a source gave no credentials.
#[derive(Clone, Debug)]
pub(crate) enum Refused {
    /// A service of AWS said no.
    ByAws(Refusal),
    /// No answer came, or none that could be understood.
    NoAnswer(NoAnswer),
    /// A `credential_process` did not do its part.
    Process(ProcessFault),
    /// The host of a container or an instance gave none.
    Host(HostFault),
    /// A person is needed, for a code, a sign-in or new keys. Nobody could be asked, or asking is of no use.
    Needs(Needs),
    /// Credentials came, and whoever looks on saw that AWS does not take them.
    Untaken,
    /// Something on this machine stands in the way.
    Local(Problem),
}

/// A question without an answer.
#[derive(Clone, Debug)]
pub(crate) struct NoAnswer {
    /// The service that was asked: an address, or "STS in REGION".
    pub(crate) endpoint: String,
    /// The reason.
    pub(crate) detail: String,
    /// The kind of silence.
    pub(crate) silence: Silence,
    /// True if the address is one profile's own: that it cannot be reached tells nothing of the others.
    pub(crate) is_profiles_own: bool,
}

/// The kind of silence in place of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silence {
    /// Nothing: no connection, or no answer in time.
    Nothing,
    /// Nothing, because the question could not be put at all.
    Unasked,
    /// An answer of something else.
    Stranger,
}

/// No answer in time.
pub(crate) const IN_TIME: &str = "no answer in time";

impl NoAnswer {
    /// Words it for people.
    pub(crate) fn problem(self) -> Problem {
        match self.silence {
            Silence::Stranger => Problem::new(Code::AwsFault).with("detail", self.detail),
            Silence::Nothing | Silence::Unasked => {
                let problem = Problem::new(Code::Network).with("endpoint", self.endpoint);
                let problem = problem.with("detail", self.detail);
                if self.is_profiles_own { problem.with("own", "yes") } else { problem }
            }
        }
    }
}

impl Refused {
    /// There was no answer.
    pub(crate) fn silent(endpoint: &str, detail: impl Into<String>) -> Self {
        Self::no_answer(endpoint, detail, Silence::Nothing)
    }

    /// Something answered that is not the service.
    pub(crate) fn stranger(endpoint: &str, detail: impl Into<String>) -> Self {
        Self::no_answer(endpoint, detail, Silence::Stranger)
    }

    fn no_answer(endpoint: &str, detail: impl Into<String>, silence: Silence) -> Self {
        Self::NoAnswer(NoAnswer {
            endpoint: endpoint.to_owned(),
            detail: detail.into(),
            silence,
            is_profiles_own: false,
        })
    }

    /// Reads the SDK's error of a failed call. `endpoint` names who was asked, `stranger` what something else's
    /// answer is called.
    pub(crate) fn of_sdk<E, R>(error: &SdkError<E, R>, endpoint: &str, stranger: &str) -> Self
    where
        E: ProvideErrorMetadata + Error + 'static,
        R: std::fmt::Debug,
    {
        match error {
            SdkError::ServiceError(refused) => {
                let refused = refused.err();
                let message = shortened(refused.message().unwrap_or_default());
                match refused.code() {
                    Some(code) if !code.is_empty() => Self::ByAws(Refusal { code: shortened(code), message }),
                    // A page of a proxy or a portal, say.
                    _ => Self::stranger(
                        endpoint,
                        if message.is_empty() { stranger.to_owned() } else { message },
                    ),
                }
            }
            SdkError::ConstructionFailure(_) => Self::no_answer(endpoint, innermost(error), Silence::Unasked),
            SdkError::DispatchFailure(failure) if failure.is_user() => {
                Self::no_answer(endpoint, innermost(error), Silence::Unasked)
            }
            SdkError::TimeoutError(_) => Self::silent(endpoint, IN_TIME),
            SdkError::ResponseError(_) => Self::stranger(endpoint, stranger),
            _ => Self::silent(endpoint, innermost(error)),
        }
    }

    /// Reads what it means that a sign-in was not refreshed: whatever the token service has against the refresh
    /// token, a person signs in.
    pub(crate) fn of_refresh(self, sign_in: impl FnOnce() -> Needs) -> Self {
        match &self {
            Self::ByAws(refusal) => match refusal.meaning() {
                Meaning::Throttled | Meaning::Fault | Meaning::ClockBehind | Meaning::ClockAhead => self,
                _ => Self::Needs(sign_in()),
            },
            _ => self,
        }
    }

    /// The same of an address that is one profile's own.
    pub(crate) fn of_own_address(mut self, is_profiles_own: bool) -> Self {
        if let Self::NoAnswer(none) = &mut self {
            none.is_profiles_own = is_profiles_own;
        }
        self
    }

    /// True if the same call may work a little later with nothing changed.
    pub(crate) fn may_pass(&self) -> bool {
        match self {
            Self::ByAws(refusal) => refusal.may_pass(),
            Self::NoAnswer(none) => none.silence != Silence::Unasked,
            Self::Process(_) | Self::Host(_) | Self::Needs(_) | Self::Untaken | Self::Local(_) => false,
        }
    }

    /// True if the clock of this machine is what was refused.
    pub(crate) fn is_of_clock(&self) -> bool {
        let means =
            |refusal: &Refusal| matches!(refusal.meaning(), Meaning::ClockBehind | Meaning::ClockAhead);
        matches!(self, Self::ByAws(refusal) if means(refusal))
    }

    /// The same for a diagnosis; none where nobody was asked, and the files tell why.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        match self {
            Self::ByAws(refusal) => Some(Outcome::Refused(refusal.clone())),
            Self::NoAnswer(none) => Some(Outcome::NoAnswer(none.detail.clone())),
            Self::Process(fault) => Some(Outcome::Process(fault.clone())),
            Self::Host(fault) => Some(Outcome::Host(fault.clone())),
            Self::Needs(Needs::Code { serial, .. }) => Some(Outcome::CodeWanted(serial.clone())),
            Self::Local(problem) if problem.code == Code::MfaProcessFailed => {
                Some(Outcome::NoCode(problem.clone()))
            }
            Self::Needs(_) | Self::Untaken | Self::Local(_) => None,
        }
    }
}

impl From<HostFault> for Refused {
    fn from(fault: HostFault) -> Self {
        Self::Host(fault)
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Local(problem)
    }
}

/// The letters that are kept of a message: AWS says no more, what pretends to be AWS may.
const MOST_LETTERS: usize = 1000;

/// Words of others, as far as they are kept.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The last cause: the outer ones say "dispatch failure".
fn innermost(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = cause.to_string();
        source = cause.source();
    }
    text
}
