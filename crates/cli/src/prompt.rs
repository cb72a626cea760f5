//! Gets MFA codes from the argument, from standard input, or from a prompt in the terminal.

use std::io::{BufRead, IsTerminal};

use sandglass_engine::{MfaAnswer, MfaAnswerFuture, MfaCode, MfaRequest, Prompt};
use zeroize::Zeroizing;

use crate::arguments::Mfa;
use crate::output::Output;
use crate::{CliContext, LazyText};

/// Answers requests for MFA codes.
pub(crate) struct TerminalPrompt {
    given: Option<Mfa>,
    text: LazyText,
}

impl TerminalPrompt {
    pub(crate) fn new(given: Option<Mfa>, text: LazyText) -> Self {
        Self { given, text }
    }

    async fn answer(&mut self, request: MfaRequest) -> MfaAnswer {
        match &self.given {
            Some(Mfa::Input) => read_code().await,
            None if std::io::stdin().is_terminal() => {
                let question = self.text.say_with("cli-mfa-prompt", &[("serial", &request.serial)]);
                Output::new().question(&question);
                read_code().await
            }
            Some(Mfa::Code(_) | Mfa::Spent) | None => MfaAnswer::Nobody,
        }
    }
}

impl Prompt for TerminalPrompt {
    fn mfa_code(&mut self, request: MfaRequest) -> MfaAnswerFuture<'_> {
        Box::pin(self.answer(request))
    }

    fn given_code(&mut self) -> Option<MfaCode> {
        match self.given.take_if(|given| matches!(given, Mfa::Code(_)))? {
            Mfa::Code(code) => {
                // A code works once: whoever needs another is answered by nobody.
                self.given = Some(Mfa::Spent);
                Some(code)
            }
            Mfa::Input | Mfa::Spent => None,
        }
    }
}

/// True if the next line a person types is a yes, in their language or in English.
pub(crate) async fn yes(context: &CliContext) -> bool {
    let reading = tokio::task::spawn_blocking(|| {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).map(|_| line)
    });
    let answer = reading.await.ok().and_then(Result::ok).unwrap_or_default().trim().to_lowercase();
    answer.starts_with('y') || answer.starts_with(&context.text.say("cli-profile-yes"))
}

/// Reads a line beside the runtime, which meanwhile listens for Ctrl-C.
async fn read_code() -> MfaAnswer {
    let reading = tokio::task::spawn_blocking(|| {
        let mut line = Zeroizing::new(String::new());
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => MfaAnswer::Nobody,
            Ok(_) => MfaCode::parse(&line).map_or(MfaAnswer::Malformed, MfaAnswer::Code),
        }
    });
    reading.await.unwrap_or(MfaAnswer::Nobody)
}
