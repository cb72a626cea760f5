//! Starts the programs of a desktop, with their user and variables.

use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{fs, thread};

use super::Kind;
use super::user::User;
use crate::failure::{During as _, Failure, Result};
use crate::programs;

/// How long a part of the desktop may take to come up on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);
/// Between two looks at something that sends no event.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// What a program is told of the desktop.
pub(super) type Variables = Vec<(&'static str, String)>;

/// What all programs of one desktop share.
#[derive(Debug)]
pub(super) struct Parts {
    kind: Kind,
    user: User,
    directory: PathBuf,
    variables: Variables,
}

impl Parts {
    /// Makes the directories, and the files that a desktop of this kind reads.
    pub(super) fn prepare(kind: Kind, directory: &Path) -> Result<Self> {
        let user = if kind.is_wayland() { User::but_not_root() } else { User::Ourselves };
        let made =
            |path: &Path| fs::create_dir_all(path).during(|| format!("{} cannot be created", path.display()));
        made(directory)?;
        let directory =
            fs::canonicalize(directory).during(|| format!("{} cannot be found", directory.display()))?;
        let (home, runtime) = (directory.join("home"), directory.join("runtime"));
        made(&runtime)?;
        made(&home.join(".cache"))?;
        for (name, text) in kind.files() {
            let file = home.join(name);
            made(file.parent().unwrap_or(&home))?;
            fs::write(&file, text).during(|| format!("{} cannot be written", file.display()))?;
        }
        make_private(&runtime)?;
        user.give(&directory)?;
        let variables = variables(kind, &home, &runtime);
        Ok(Self { kind, user, directory, variables })
    }

    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    pub(super) fn user(&self) -> User {
        self.user
    }

    pub(super) fn home(&self) -> PathBuf {
        self.directory.join("home")
    }

    pub(super) fn runtime(&self) -> PathBuf {
        self.directory.join("runtime")
    }

    /// Tells every program that is started from now on.
    pub(super) fn tell(&mut self, name: &'static str, value: &str) {
        self.variables.push((name, value.to_owned()));
    }

    /// What a program is told that is no part of the desktop and has a home of its own.
    pub(super) fn for_guests(&self) -> Variables {
        let own = |name| matches!(name, "HOME" | "XDG_CONFIG_HOME" | "XDG_CACHE_HOME");
        self.variables.iter().filter(|(name, _)| !own(*name)).cloned().collect()
    }

    /// A program of the table as a part of the desktop, which dies with us.
    pub(super) fn bound(&self, name: &str) -> Result<Command> {
        let known = programs::command(name)?;
        Ok(self.told(self.user.bound(Path::new(known.get_program()))))
    }

    /// A program of the table that does one thing on the desktop.
    pub(super) fn tool(&self, name: &str) -> Result<Command> {
        let known = programs::command(name)?;
        Ok(self.told(self.user.command(Path::new(known.get_program()))))
    }

    fn told(&self, mut command: Command) -> Command {
        self.only_here(&mut command);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Forgets the display of whoever runs us, where this desktop has another kind of one.
    pub(super) fn only_here(&self, command: &mut Command) {
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "SWAYSOCK"] {
            if self.variables.iter().all(|(told, _)| *told != name) {
                command.env_remove(name);
            }
        }
    }

    /// Looks until it is so, or fails with what is to be said.
    pub(super) fn wait_until(&self, failure: &str, is_so: impl FnMut() -> Result<bool>) -> Result<()> {
        if wait_until(is_so)? {
            return Ok(());
        }
        Err(Failure::new(format!("{failure} (The desktop: {}.)", self.kind.name())))
    }
}

/// Looks until it is so; `false` when [`PATIENCE`] runs out.
pub(super) fn wait_until(mut is_so: impl FnMut() -> Result<bool>) -> Result<bool> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if is_so()? {
            return Ok(true);
        }
        thread::sleep(LOOK_AGAIN);
    }
    Ok(false)
}

/// What a program says on its first line once it is ready; nothing when it has died.
pub(super) fn first_line(output: Option<impl Read>, name: &str) -> Result<String> {
    let mut line = String::new();
    if let Some(output) = output {
        BufReader::new(output).read_line(&mut line).during(|| format!("{name} cannot be read from"))?;
    }
    let line = line.trim();
    if line.is_empty() {
        Err(Failure::new(format!("{name} ended before it was ready.")))
    } else {
        Ok(line.to_owned())
    }
}

/// What is known before anything runs.
fn variables(kind: Kind, home: &Path, runtime: &Path) -> Variables {
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let (session, toolkit) = if kind.is_wayland() { ("wayland", "wayland") } else { ("x11", "x11") };
    let mut variables = vec![
        ("HOME", path(home)),
        ("XDG_CONFIG_HOME", path(&home.join(".config"))),
        ("XDG_CACHE_HOME", path(&home.join(".cache"))),
        ("XDG_RUNTIME_DIR", path(runtime)),
        ("XDG_SESSION_TYPE", session.to_owned()),
        ("XDG_CURRENT_DESKTOP", kind.session_name().to_owned()),
        ("GDK_BACKEND", toolkit.to_owned()),
        // Portals, accessibility and dconf are not there: waiting for them takes GTK 25 s each.
        ("GTK_USE_PORTAL", "0".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
    ];
    if kind.is_wayland() {
        // In a runtime directory of its own it is always the first.
        variables.push(("WAYLAND_DISPLAY", "wayland-1".to_owned()));
        variables.push(("SWAYSOCK", path(&runtime.join("sway"))));
    }
    variables
}

/// XDG asks that nobody else can look into it, and programs check.
fn make_private(directory: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(directory, private)
            .during(|| format!("{} cannot be made private", directory.display()))?;
    }
    #[cfg(not(unix))]
    let _ = directory;
    Ok(())
}
