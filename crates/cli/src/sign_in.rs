//! Shows the steps of a sign-in in the terminal, and opens the browser.

use sandglass_core::sso::SsoSignIn;
use sandglass_core::text::Text;
use sandglass_engine::{
    BrowserOpening, Environment, SignInObserver, SignInStep, SignInWay, can_open_browser, open_browser,
    opens_only_by_link,
};

use crate::arguments::SignInArguments;
use crate::output::Output;
use crate::{CliContext, LazyText};

/// Somebody at a terminal who signs in.
pub(crate) struct TerminalSignIn {
    environment: Environment,
    text: LazyText,
    sign_in: SsoSignIn,
    opens: bool,
    way: SignInWay,
}

impl TerminalSignIn {
    pub(crate) fn new(context: &CliContext, sign_in: &SsoSignIn, asked: SignInArguments) -> Self {
        let no_browser = asked.no_browser || opens_only_by_link(&context.environment, sign_in);
        let opens = !no_browser && can_open_browser(&context.environment, sign_in);
        // A browser elsewhere cannot be sent back to this machine.
        let by_code = asked.device_code || !opens && !no_browser;
        Self {
            environment: context.environment.clone(),
            text: context.text.clone(),
            sign_in: sign_in.clone(),
            opens,
            way: if by_code { SignInWay::DeviceCode } else { SignInWay::Browser },
        }
    }

    pub(crate) fn way(&self) -> SignInWay {
        self.way
    }

    fn open(&self, address: &str) {
        if !self.opens {
            return;
        }
        let (environment, sign_in) = (self.environment.clone(), self.sign_in.clone());
        let (address, text) = (address.to_owned(), self.text.clone());
        tokio::spawn(async move {
            if open_browser(&environment, &sign_in, &address).await == BrowserOpening::Failed {
                Output::new().error_line(text.say("cli-sign-in-not-opened"));
            }
        });
    }
}

impl SignInObserver for TerminalSignIn {
    fn step(&mut self, step: SignInStep) {
        let mut output = Output::new();
        let text: &Text = &self.text;
        match step {
            SignInStep::Another => output.error_line(text.say("cli-sign-in-another")),
            SignInStep::Browser { address } => {
                let words = if self.opens { "cli-sign-in-opened" } else { "cli-sign-in-open" };
                output.error_line(text.say(words));
                output.error_line(address.as_str());
                self.open(&address);
            }
            SignInStep::DeviceCode { page, page_with_code, code, until } => {
                output.error_line(text.say("cli-sign-in-device"));
                output.error_line(page.as_str());
                let time = until.with_timezone(&chrono::Local).format("%H:%M").to_string();
                output.error_line(text.say_with("cli-sign-in-code", &[("code", &code), ("time", &time)]));
                if page_with_code != page {
                    output.error_line(text.say("cli-sign-in-with-code"));
                    output.error_line(page_with_code.as_str());
                }
                self.open(&page_with_code);
            }
        }
    }
}
