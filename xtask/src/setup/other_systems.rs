//! Systems where we install nothing ourselves: what to type instead.

use std::process::Command;

use super::system::{Family, System};
use crate::failure::{Failure, Result};
use crate::programs::{self, Group};
use crate::stages::Outcome;
use crate::{process, say};

/// Fails with the command to run when the build's needs are missing; other groups are only spoken of.
pub(super) fn check(system: &System, groups: &[Group]) -> Result<Outcome> {
    if groups.contains(&Group::Build) && !can_build(system.family) {
        let command = build_needs(system.family);
        return Err(Failure::new(format!(
            "{} lacks what the build needs. Install it, then start again:\n  {command}",
            system.name
        )));
    }
    say::line(&format!(
        "{}: nothing is installed from here; what is missing is named when it is needed.",
        system.name
    ));
    Ok(Outcome::Noted("nothing to install".to_owned()))
}

fn can_build(family: Family) -> bool {
    match family {
        Family::MacOs => process::succeeds(Command::new("xcode-select").arg("-p")),
        // A linker is there, or xtask would not run; Windows 10 and later bring the rest.
        Family::Windows => true,
        _ => {
            let modules = ["webkit2gtk-4.1", "librsvg-2.0", "openssl"];
            process::succeeds(Command::new("pkg-config").arg("--exists").args(modules))
        }
    }
}

/// The command that installs what the build needs.
fn build_needs(family: Family) -> String {
    match family {
        Family::Fedora => "sudo dnf install webkit2gtk4.1-devel librsvg2-devel openssl-devel gcc gcc-c++ make pkgconf-pkg-config".to_owned(),
        Family::Arch => "sudo pacman -S --needed webkit2gtk-4.1 librsvg openssl base-devel pkgconf".to_owned(),
        Family::MacOs => "xcode-select --install".to_owned(),
        Family::Windows => "winget install Microsoft.VisualStudio.2022.BuildTools --override \"--wait --passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended\"".to_owned(),
        Family::Debian | Family::OtherLinux => {
            format!("(your package manager's names for) {}", programs::packages(&[Group::Build]).join(" "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_has_its_command() {
        assert!(build_needs(Family::Fedora).starts_with("sudo dnf install webkit2gtk4.1-devel"));
        assert!(build_needs(Family::Arch).starts_with("sudo pacman -S"));
        assert!(build_needs(Family::MacOs).contains("xcode-select"));
        assert!(build_needs(Family::Windows).contains("winget"));
        assert!(build_needs(Family::OtherLinux).contains("libwebkit2gtk-4.1-dev"));
    }
}
