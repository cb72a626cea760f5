//! Autostart on macOS: a launch agent in `~/Library/LaunchAgents`.

use std::path::{Path, PathBuf};

use anyhow::Context;
use sandglass_engine::Environment;

use super::LogWord;
use super::entry_file::{self, Owner};

/// Tells our agent from one that somebody wrote by hand.
const OURS: &str = "<!-- written by Sandglass: start_at_login -->";

pub(super) fn enter(environment: &Environment, program: &Path) -> anyhow::Result<Option<LogWord>> {
    let program = program.to_str().context("the program's path is not Unicode")?;
    entry_file::enter(&path(environment), &agent(program), owner)
}

pub(super) fn remove(environment: &Environment) -> anyhow::Result<Option<LogWord>> {
    entry_file::remove(&path(environment), owner)
}

fn path(environment: &Environment) -> PathBuf {
    let agents = environment.paths.home.join("Library/LaunchAgents");
    agents.join(format!("{}.plist", crate::APPLICATION_ID))
}

fn agent(program: &str) -> String {
    let program = program.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
{OURS}
<plist version="1.0">
<dict>
    <key>Label</key>
    <string>{}</string>
    <key>ProgramArguments</key>
    <array>
        <string>{program}</string>
        <string>--tray</string>
    </array>
    <key>ProcessType</key>
    <string>Interactive</string>
    <key>RunAtLoad</key>
    <true/>
</dict>
</plist>
"#,
        crate::APPLICATION_ID,
    )
}

/// The system's own switch is kept elsewhere, so nothing in the file says that it is off.
fn owner(agent: &str) -> Owner {
    if agent.contains(OURS) { Owner::Sandglass } else { Owner::Another }
}
