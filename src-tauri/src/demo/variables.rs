//! The variables of the demo: everything that leads to the user's own files is replaced.

use std::path::{Path, PathBuf};

use sandglass_core::variables::Variables;

use crate::home::Home;

/// The variables that reach the demo as they are: the display, the language, where programs are. Nothing of AWS, no
/// proxy, no directory of the user's.
const KEPT: [&str; 22] = [
    "DISPLAY",
    "DESKTOP_SESSION",
    "GDK_BACKEND",
    "GDK_SCALE",
    "GTK_USE_PORTAL",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
    "LIBGL_ALWAYS_SOFTWARE",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "TZ",
    "PATH",
    "LD_LIBRARY_PATH",
    "SHELL",
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "WINDIR",
    "COMSPEC",
    "PATHEXT",
    "PROGRAMFILES",
];

/// The variables this program was started with. They are passed on, never acted upon.
pub(crate) struct Outside(Vec<(String, String)>);

impl Outside {
    pub(crate) fn capture() -> Self {
        let unicode = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Self(unicode.collect())
    }

    pub(crate) fn variables(&self) -> Variables {
        self.0.iter().cloned().collect()
    }

    /// A directory that the system empties: the session's own where there is one.
    pub(crate) fn temporary_directory(&self) -> PathBuf {
        let runtime = self.path("XDG_RUNTIME_DIR").filter(|path| path.is_dir());
        runtime.unwrap_or_else(std::env::temp_dir)
    }

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        self.get(name).map(PathBuf::from).filter(|path| path.is_absolute())
    }
}

/// Returns the variables that the desktop program is started with.
pub(crate) fn inside(outside: &Outside, home: &Home) -> Vec<(String, String)> {
    let kept = KEPT.iter().filter_map(|name| Some(((*name).to_owned(), outside.get(name)?.to_owned())));
    let path = home.path();
    let places = [
        ("HOME", path.clone()),
        ("USERPROFILE", path.clone()),
        ("APPDATA", path.join("AppData/Roaming")),
        ("LOCALAPPDATA", path.join("AppData/Local")),
        ("XDG_RUNTIME_DIR", home.runtime()),
        ("TMPDIR", home.temporary()),
        ("TEMP", home.temporary()),
        ("TMP", home.temporary()),
        // So that the program knows, and only in this home.
        ("SANDGLASS_DEMO", path),
    ];
    let places = places.map(|(name, path)| (name.to_owned(), path.display().to_string()));
    // The toolkit keeps settings in a file, and asks the accessibility bus, unless told otherwise.
    let toolkit = [("GSETTINGS_BACKEND", "memory"), ("NO_AT_BRIDGE", "1")];
    let toolkit = toolkit.map(|(name, value)| (name.to_owned(), value.to_owned()));
    kept.chain(places).chain(toolkit).chain(sockets(outside)).collect()
}

/// Returns the variables by which the display and the session bus are reached when `HOME` and the runtime directory
/// no longer tell.
fn sockets(outside: &Outside) -> Vec<(String, String)> {
    let runtime = outside.path("XDG_RUNTIME_DIR");
    let in_runtime = |name: &str| Some(runtime.as_ref()?.join(name).display().to_string());
    let cookie = || Some(Path::new(outside.get("HOME")?).join(".Xauthority").display().to_string());
    let own = |name: &str| outside.get(name).map(str::to_owned);
    let display = own("XAUTHORITY").or_else(|| outside.get("DISPLAY").and_then(|_| cookie()));
    let wayland = outside.get("WAYLAND_DISPLAY").and_then(in_runtime);
    let bus = own("DBUS_SESSION_BUS_ADDRESS").or_else(|| Some(format!("unix:path={}", in_runtime("bus")?)));
    let found = [("XAUTHORITY", display), ("WAYLAND_DISPLAY", wayland), ("DBUS_SESSION_BUS_ADDRESS", bus)];
    found.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(outside: &[(&str, &str)]) -> Variables {
        let base = tempfile::tempdir().expect("a directory");
        let home = Home::make(base.path()).expect("a home");
        let pairs = outside.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        inside(&Outside(pairs.collect()), &home).into_iter().collect()
    }

    #[test]
    fn nothing_of_the_user_gets_in() {
        let own = [
            ("HOME", "/home/ana"),
            ("XDG_CONFIG_HOME", "/home/ana/.config"),
            ("XDG_DATA_DIRS", "/home/ana/.local/share"),
            ("AWS_ACCESS_KEY_ID", "AKIAREAL"),
            ("AWS_CONFIG_FILE", "/home/ana/real"),
            ("HTTPS_PROXY", "http://ana:secret@proxy"),
            ("LANG", "pt_BR.UTF-8"),
        ];
        let inside = made(&own);
        assert_eq!(inside.get("LANG"), Some("pt_BR.UTF-8"));
        assert_eq!(inside.get("HOME"), inside.get("SANDGLASS_DEMO"));
        for (name, value) in &own[..own.len() - 1] {
            assert_ne!(inside.get(name), Some(*value), "{name}");
        }
    }

    #[test]
    fn display_and_bus_are_found_without_home_and_runtime_directory() {
        let inside = made(&[
            ("HOME", "/home/ana"),
            ("DISPLAY", ":0"),
            ("WAYLAND_DISPLAY", "wayland-0"),
            ("XDG_RUNTIME_DIR", "/run/user/1000"),
        ]);
        assert_eq!(inside.get("XAUTHORITY"), Some("/home/ana/.Xauthority"));
        assert_eq!(inside.get("WAYLAND_DISPLAY"), Some("/run/user/1000/wayland-0"));
        assert_eq!(inside.get("DBUS_SESSION_BUS_ADDRESS"), Some("unix:path=/run/user/1000/bus"));
        assert_ne!(inside.get("XDG_RUNTIME_DIR"), Some("/run/user/1000"));
    }
}
