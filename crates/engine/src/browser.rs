//! Opens an address in a browser of this machine.

use std::process::Stdio;
use std::time::Duration;

use sandglass_core::browser::{self, BrowserCommand};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::{Environment, os};

/// A command that has not ended by then is a browser that stays.
const STAYS: Duration = Duration::from_secs(5);

/// True if a browser can open for the person who sits here.
pub fn can_open_browser(environment: &Environment) -> bool {
    browser::can_open(&environment.variables, os::HAS_DISPLAY_OF_ITS_OWN)
}

/// Opens an address: with what `BROWSER` names, as Python's `webbrowser` and so the AWS CLI does, else as the system does.
/// False where nothing could be started.
pub async fn open_browser(environment: &Environment, address: &str) -> bool {
    let named = if os::HAS_DISPLAY_OF_ITS_OWN {
        Vec::new()
    } else {
        browser::of_variable(&environment.variables, address)
    };
    for command in named {
        if run(&command).await {
            return true;
        }
    }
    let address = address.to_owned();
    tokio::task::spawn_blocking(move || open::that_detached(address).is_ok()).await.unwrap_or(false)
}

async fn run(command: &BrowserCommand) -> bool {
    let mut started = Command::new(&command.program);
    started.args(&command.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    os::run::apart(&mut started);
    match started.spawn() {
        Ok(child) if command.stays => is_up(child, Duration::ZERO).await,
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
