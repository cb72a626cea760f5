//! Opens the page of a sign-in in a browser of this machine.

use std::process::Stdio;
use std::time::Duration;

use sandglass_core::browser::{self, BrowserChoice, BrowserCommand};
use sandglass_core::sso::SsoSignIn;
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::{Environment, os};

/// A command that has not ended by then is a browser that stays.
const STAYS: Duration = Duration::from_secs(5);
/// One that stays, and has ended with an error by then, opened nothing.
const FAILS: Duration = Duration::from_millis(500);

/// The outcome of opening the page of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserOpening {
    /// A browser opens.
    Opens,
    /// None is to: the address is copied.
    OnlyLink,
    /// Nothing could be started.
    Failed,
}

/// True if a browser can open for the person who sits here, or was chosen.
pub fn can_open_browser(environment: &Environment, sign_in: &SsoSignIn) -> bool {
    environment.browsers.contains_key(sign_in.key())
        || browser::can_open(&environment.variables, os::HAS_DISPLAY_OF_ITS_OWN)
}

/// True if it was chosen that nothing opens: somebody copies the link.
pub fn opens_only_by_link(environment: &Environment, sign_in: &SsoSignIn) -> bool {
    environment.browsers.get(sign_in.key()) == Some(&BrowserChoice::OnlyLink)
}

/// Opens the page of a sign-in: as was chosen for it; else with what `BROWSER` names, as Python's `webbrowser` and so the AWS
/// CLI does; else as the system does.
pub async fn open_browser(environment: &Environment, sign_in: &SsoSignIn, address: &str) -> BrowserOpening {
    match environment.browsers.get(sign_in.key()) {
        Some(BrowserChoice::OnlyLink) => return BrowserOpening::OnlyLink,
        Some(BrowserChoice::Command(command)) => {
            let command = browser::of_choice(command, address, os::SPLITTING);
            let opens = match command {
                Some(command) => run(&command).await,
                None => false,
            };
            // Another browser is signed in as somebody else.
            return if opens { BrowserOpening::Opens } else { BrowserOpening::Failed };
        }
        None => {}
    }
    let named = if os::HAS_DISPLAY_OF_ITS_OWN {
        Vec::new()
    } else {
        browser::of_variable(&environment.variables, address)
    };
    for command in named {
        if run(&command).await {
            return BrowserOpening::Opens;
        }
    }
    let address = address.to_owned();
    let opened = tokio::task::spawn_blocking(move || open::that_detached(address).is_ok()).await;
    if opened.unwrap_or(false) { BrowserOpening::Opens } else { BrowserOpening::Failed }
}

async fn run(command: &BrowserCommand) -> bool {
    let mut started = Command::new(&command.program);
    started.args(&command.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    os::run::apart(&mut started);
    match started.spawn() {
        Ok(child) if command.stays => is_up(child, FAILS).await,
        Ok(child) => is_up(child, STAYS).await,
        Err(_) => false,
    }
}

/// True unless it has ended with an error by then.
async fn is_up(mut child: Child, patience: Duration) -> bool {
    match timeout(patience, child.wait()).await {
        Ok(Ok(status)) => status.success(),
        Ok(Err(_)) => false,
        Err(_) => {
            // Somebody waits for it, or it stays a zombie.
            tokio::spawn(async move { child.wait().await });
            true
        }
    }
}
