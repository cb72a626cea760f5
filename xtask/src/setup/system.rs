//! Tells the operating systems apart, as far as installing things goes.

use std::fs;

use crate::process;

/// The system's family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Debian,
    Fedora,
    Arch,
    OtherLinux,
    MacOs,
    Windows,
}

/// The system we run on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct System {
    pub(crate) family: Family,
    /// As the system calls itself.
    pub(crate) name: String,
    /// Debian's release ("bookworm"), Ubuntu's ("noble"); empty elsewhere.
    pub(crate) codename: String,
}

impl System {
    pub(crate) fn current() -> Self {
        let named = |family, name: &str| Self { family, name: name.to_owned(), codename: String::new() };
        if cfg!(target_os = "macos") {
            return named(Family::MacOs, "macOS");
        }
        if cfg!(windows) {
            return named(Family::Windows, "Windows");
        }
        Self::from_os_release(&fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    /// From the text of `/etc/os-release`; a derivative is known by the system it says it is like.
    fn from_os_release(text: &str) -> Self {
        let value = |key: &str| {
            let line = text.lines().find_map(|line| line.trim().strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches(['"', '\'']).to_owned()
        };
        let ids = format!("{} {}", value("ID"), value("ID_LIKE"));
        let family = ids.split_whitespace().find_map(|id| match id {
            "debian" | "ubuntu" => Some(Family::Debian),
            "fedora" | "rhel" => Some(Family::Fedora),
            "arch" => Some(Family::Arch),
            _ => None,
        });
        let name = Some(value("PRETTY_NAME")).filter(|name| !name.is_empty());
        Self {
            family: family.unwrap_or(Family::OtherLinux),
            name: name.unwrap_or_else(|| "this system".to_owned()),
            codename: value("VERSION_CODENAME"),
        }
    }

    pub(crate) fn has_apt(&self) -> bool {
        self.family == Family::Debian && process::find("apt-get").is_some()
    }

    /// The release whose backports have the AWS CLI v2 that the tests use.
    pub(crate) fn is_debian_12(&self) -> bool {
        self.family == Family::Debian && self.codename == "bookworm"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_with_its_release() {
        let system = System::from_os_release(
            "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_CODENAME=bookworm\nID=debian\n",
        );
        assert_eq!(system.family, Family::Debian);
        assert_eq!(system.name, "Debian GNU/Linux 12 (bookworm)");
        assert!(system.is_debian_12());
    }

    #[test]
    fn ubuntu_and_its_derivatives_are_debian_but_not_debian_12() {
        let ubuntu = System::from_os_release("ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\n");
        assert_eq!(ubuntu.family, Family::Debian);
        assert!(!ubuntu.is_debian_12());
        let mint = System::from_os_release("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n");
        assert_eq!(mint.family, Family::Debian);
    }

    #[test]
    fn others_by_what_they_are_like() {
        assert_eq!(System::from_os_release("ID=fedora\n").family, Family::Fedora);
        assert_eq!(
            System::from_os_release("ID=rocky\nID_LIKE=\"rhel centos fedora\"\n").family,
            Family::Fedora
        );
        assert_eq!(System::from_os_release("ID=manjaro\nID_LIKE=arch\n").family, Family::Arch);
        let unknown = System::from_os_release("");
        assert_eq!((unknown.family, unknown.name.as_str()), (Family::OtherLinux, "this system"));
    }
}
