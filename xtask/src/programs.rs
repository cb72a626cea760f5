//! Every external program and library the project needs, and the Debian package each comes in.
//!
//! A program that xtask or a test starts is started through [`command`], which knows only this table: so
//! nothing works by the luck of being installed here. What every Debian has (`sh`, `env`, `dpkg`, `apt-get`) is
//! not in it.

use std::process::Command;

use crate::failure::{Failure, Result};
use crate::process;

/// What needs it, which decides when it is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Building Sandglass.
    Build,
    /// The virtual environments of Python tools.
    Python,
    /// The virtual desktop and what is done on it.
    Desktop,
    /// Desktops besides the first: what the tray, the window and notifications are tried on as well.
    OtherDesktops,
    /// The browser that the pages are tested in, and what drives the real window.
    Browser,
    /// The shells that the tests run.
    Shells,
    /// The AWS CLI v2, which is itself kept under `target/tools`.
    AwsCliV2,
    /// Checking for Windows: a C compiler (macOS has one from `PyPI`).
    Platforms,
    /// Checking for Windows and macOS where there is no rustup to give Rust's library for them.
    PlatformsRust,
}

/// A program (or a library, by what the build looks for) and the Debian package it comes in.
#[derive(Debug)]
pub struct Need {
    /// The program's name as it is started; for a library the name of the file or module that is looked for.
    pub name: &'static str,
    /// The Debian package.
    pub package: &'static str,
    /// What needs it.
    pub group: Group,
}

/// The table.
pub const NEEDS: &[Need] = &[
    need("webkit2gtk-4.1.pc", "libwebkit2gtk-4.1-dev", Group::Build),
    need("librsvg-2.0.pc", "librsvg2-dev", Group::Build),
    need("openssl.pc", "libssl-dev", Group::Build),
    need("cc", "build-essential", Group::Build),
    need("pkg-config", "pkg-config", Group::Build),
    need("python3", "python3", Group::Python),
    need("venv", "python3-venv", Group::Python),
    need("Xvfb", "xvfb", Group::Desktop),
    need("xfwm4", "xfwm4", Group::Desktop),
    need("xfce4-panel", "xfce4-panel", Group::Desktop),
    need("dbus-daemon", "dbus", Group::Desktop),
    need("gdbus", "libglib2.0-bin", Group::Desktop),
    need("setpriv", "util-linux", Group::Desktop),
    need("script", "bsdutils", Group::Desktop),
    need("strace", "strace", Group::Desktop),
    need("dunstctl", "dunst", Group::Desktop),
    need("xdotool", "xdotool", Group::Desktop),
    need("xclip", "xclip", Group::Desktop),
    need("xprop", "x11-utils", Group::Desktop),
    need("xwininfo", "x11-utils", Group::Desktop),
    need("import", "imagemagick", Group::Desktop),
    need("dunst", "dunst", Group::Desktop),
    need("notify-send", "libnotify-bin", Group::Desktop),
    need("desktop-file-validate", "desktop-file-utils", Group::Desktop),
    need("Inter", "fonts-inter", Group::Desktop),
    need("lxqt-panel", "lxqt-panel", Group::OtherDesktops),
    need("lxqt-notificationd", "lxqt-notificationd", Group::OtherDesktops),
    need("sway", "sway", Group::OtherDesktops),
    need("swaymsg", "sway", Group::OtherDesktops),
    need("waybar", "waybar", Group::OtherDesktops),
    need("mako", "mako-notifier", Group::OtherDesktops),
    need("makoctl", "mako-notifier", Group::OtherDesktops),
    need("grim", "grim", Group::OtherDesktops),
    need("wtype", "wtype", Group::OtherDesktops),
    need("wl-paste", "wl-clipboard", Group::OtherDesktops),
    need("jq", "jq", Group::OtherDesktops),
    need("chromium", "chromium", Group::Browser),
    need("WebKitWebDriver", "webkit2gtk-driver", Group::Browser),
    need("zsh", "zsh", Group::Shells),
    need("fish", "fish", Group::Shells),
    need("groff", "groff-base", Group::AwsCliV2),
    need("colorama", "python3-colorama", Group::AwsCliV2),
    need("docutils", "python3-docutils", Group::AwsCliV2),
    need("cryptography", "python3-cryptography", Group::AwsCliV2),
    need("ruamel.yaml", "python3-ruamel.yaml", Group::AwsCliV2),
    need("prompt_toolkit", "python3-prompt-toolkit", Group::AwsCliV2),
    need("distro", "python3-distro", Group::AwsCliV2),
    need("jmespath", "python3-jmespath", Group::AwsCliV2),
    need("dateutil", "python3-dateutil", Group::AwsCliV2),
    need("urllib3", "python3-urllib3", Group::AwsCliV2),
    need("pyasn1", "python3-pyasn1", Group::AwsCliV2),
    need("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64", Group::Platforms),
    need("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64", Group::Platforms),
    need("rustc-web", "rustc-web", Group::PlatformsRust),
    need("cargo-web", "cargo-web", Group::PlatformsRust),
    need("library/std", "rust-web-src", Group::PlatformsRust),
];

const fn need(name: &'static str, package: &'static str, group: Group) -> Need {
    Need { name, package, group }
}

/// The Debian packages of these groups, each once, in the table's order.
pub fn packages(groups: &[Group]) -> Vec<&'static str> {
    let mut packages = Vec::new();
    for need in NEEDS.iter().filter(|need| groups.contains(&need.group)) {
        if !packages.contains(&need.package) {
            packages.push(need.package);
        }
    }
    packages
}

/// A command for a program of the table. Fails for one that is not in it, even where it happens to be installed,
/// and for one that is not installed, naming its package.
pub fn command(program: &str) -> Result<Command> {
    let package = package_of(program)?;
    if process::find(program).is_none() {
        let message =
            format!("{program} is not installed. On Debian and Ubuntu it comes in the package {package}.");
        return Err(Failure::new(message));
    }
    Ok(Command::new(program))
}

fn package_of(program: &str) -> Result<&'static str> {
    let need = NEEDS.iter().find(|need| need.name == program).ok_or_else(|| {
        Failure::new(format!(
            "\"{program}\" is not in the table of programs (xtask/src/programs.rs): add it with its package"
        ))
    })?;
    Ok(need.package)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_named_once() {
        let packages = packages(&[Group::Desktop, Group::Desktop]);
        assert_eq!(packages.iter().filter(|package| **package == "dbus").count(), 1);
        assert!(!packages.contains(&"build-essential"));
    }

    #[test]
    fn a_name_is_in_the_table_once_and_packages_are_debian_names() {
        for (index, need) in NEEDS.iter().enumerate() {
            assert!(NEEDS[index + 1..].iter().all(|other| other.name != need.name), "{} twice", need.name);
            let fits = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || "+-.".contains(letter)
            };
            assert!(need.package.chars().all(fits), "{}", need.package);
        }
    }

    #[test]
    fn a_program_that_nobody_installs_is_refused() {
        assert_eq!(package_of("Xvfb").ok(), Some("xvfb"));
        assert!(command("xeyes").is_err_and(|failure| failure.to_string().contains("xeyes")));
    }
}
