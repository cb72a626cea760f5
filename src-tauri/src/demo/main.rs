//! `sandglass-demo`: the desktop program with a simulated AWS and a home that is thrown away.
//!
//! This program makes the home, is the AWS, and removes the home; between the two it runs
//! `sandglass-desktop` as any user does, but for its variables. So nothing of the demo is part of the
//! desktop program, and the home goes only when nobody writes to it any more.

mod account;
mod arguments;
mod home;
mod introduction;
mod variables;

use std::future::Future;
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};
use aws_sim::Sim;
use home::Home;
use sandglass_engine::{Environment, os};
use tokio::process::{Child, Command};
use variables::Outside;

/// The time the desktop program has to end when it was asked to.
const GRACE: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    os::no_core_dumps();
    let opens = match arguments::answer(std::env::args_os().skip(1)) {
        Ok(opens) => opens,
        Err(answered) => return answered,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    match runtime.context("no runtime can be started").and_then(|runtime| runtime.block_on(demo(opens))) {
        Ok(code) => code,
        Err(error) => {
            introduction::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Runs the demo, from the making of the home to its end. `opens`: with the window.
async fn demo(opens: bool) -> anyhow::Result<ExitCode> {
    let outside = Outside::capture();
    if !os::has_display(&outside.variables()) {
        bail!(
            "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Try: cargo xtask demo --headless"
        );
    }
    // Before there is anything to remove, so that nothing is left.
    let end = os::asked_to_end().context("no word of Ctrl-C can be had")?;
    let home = Home::make(&outside.temporary_directory())?;
    let inside = variables::inside(&outside, &home);
    let environment = Environment::from_variables(inside.iter().cloned().collect())
        .map_err(|problem| anyhow::anyhow!("the demo's home is not found: {}", problem.code.as_str()))?;
    let sim = Sim::start(account::world()).context("no port of this machine is free")?;
    account::fill(&environment, &sim).await?;
    let mut desktop = start(&inside, opens)?;
    introduction::print(&environment, &sim);
    let code = until_it_ends(&mut desktop, end).await?;
    drop(sim);
    home.remove()?;
    Ok(code)
}

/// Starts the desktop program. Its standard input is ours to close: it ends with that, however we end.
fn start(inside: &[(String, String)], opens: bool) -> anyhow::Result<Child> {
    let program = beside("sandglass-desktop")?;
    Command::new(&program)
        .arg(if opens { "--open" } else { "--tray" })
        .env_clear()
        .envs(inside.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("{} cannot be started", program.display()))
}

async fn until_it_ends(desktop: &mut Child, end: impl Future<Output = ()>) -> anyhow::Result<ExitCode> {
    // Waiting for it would close its standard input.
    let input = desktop.stdin.take();
    let status = tokio::select! {
        status = desktop.wait() => status.context("the desktop program cannot be waited for")?,
        () = end => {
            drop(input);
            if tokio::time::timeout(GRACE, desktop.wait()).await.is_err() {
                desktop.kill().await.context("the desktop program does not end")?;
            }
            return Ok(ExitCode::SUCCESS);
        }
    };
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A program that stands beside this one.
fn beside(name: &str) -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe().context("this program does not find itself")?;
    Ok(own.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
