//! Reads what it means that a sign-in was refused.

use sandglass_core::problem::{Code, Problem};
use sandglass_core::refusal::{Meaning, Refusal};
use sandglass_core::sso::SsoSignIn;

use crate::backoff::TRIES;
use crate::refused::{Refused, shortened};

/// RFC 6749, 4.1.2.1.
const DENIED: &str = "access_denied";

/// Turns a refusal into a problem that is worded for people.
pub(super) fn problem(refused: Refused, sign_in: &SsoSignIn) -> Problem {
    let refusal = match refused {
        Refused::ByAws(refusal) => refusal,
        Refused::Local(problem) => return problem,
        Refused::NoAnswer(none) => return none.problem(),
        Refused::Process(_) | Refused::Host(_) | Refused::Needs(_) | Refused::Untaken => {
            return Problem::new(Code::SignInRefused).with("session", sign_in.name());
        }
    };
    let of_portal = |code| {
        Problem::new(code)
            .at(sign_in.start_url.at.clone())
            .with("session", sign_in.name())
            .with("url", &sign_in.start_url.value)
            .with("region", &sign_in.region.value)
    };
    match refusal.meaning() {
        Meaning::Denied => Problem::new(Code::SignInDenied),
        Meaning::SessionOver => Problem::new(Code::SignInTimedOut),
        Meaning::Throttled => Problem::new(Code::Throttled).with("tries", TRIES.to_string()),
        Meaning::Fault => Problem::new(Code::AwsFault).with("detail", &refusal.message),
        Meaning::ClockBehind | Meaning::ClockAhead => {
            Problem::new(Code::ClockSkew).with("detail", &refusal.message)
        }
        Meaning::PortalUnknown => of_portal(Code::SignInPortalUnknown),
        _ => of_portal(Code::SignInRefused)
            .with("error", &refusal.code)
            .with("detail", format!("{} ({})", refusal.message, refusal.code)),
    }
}

/// Reads the error that a browser brought.
pub(super) fn of_redirect(error: &str, sign_in: &SsoSignIn) -> Problem {
    if error == DENIED {
        return Problem::new(Code::SignInDenied);
    }
    let refusal = Refusal { code: shortened(error), message: String::new() };
    problem(Refused::ByAws(refusal), sign_in)
}

/// True if the service does not know the client any more.
pub(super) fn is_of_client(refused: &Refused) -> bool {
    means(refused, Meaning::ClientOver)
}

/// True while the person has not answered.
pub(super) fn is_pending(refused: &Refused) -> bool {
    // A line that is down for a moment is no answer.
    means(refused, Meaning::SignInPending) || matches!(refused, Refused::NoAnswer(_))
}

/// True if the service was asked too often.
pub(super) fn is_too_fast(refused: &Refused) -> bool {
    means(refused, Meaning::Throttled)
}

fn means(refused: &Refused, meaning: Meaning) -> bool {
    matches!(refused, Refused::ByAws(refusal) if refusal.meaning() == meaning)
}
