//! The virtual desktop itself: it comes up, shows a panel again and again, and leaves nothing behind.
#![cfg(target_os = "linux")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::desktop::{Kind, VirtualDesktop};

/// `None`, said aloud, where the programs are not installed and need not be.
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn desktop(kind: Kind, directory: &Path) -> Option<VirtualDesktop> {
    match VirtualDesktop::of(kind, directory) {
        Ok(desktop) => Some(desktop),
        Err(failure) if env::var_os("SANDGLASS_TEST_REQUIRE_ALL").is_none() => {
            println!("skipped: the virtual desktop {} ({failure})", kind.name());
            None
        }
        Err(failure) => panic!("{failure}"),
    }
}

/// A directory of this test alone, with a short name, as sockets want it, and where another user can look.
fn directory(name: &str) -> PathBuf {
    let directory = env::temp_dir().join(format!("sandglass-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&directory);
    directory
}

/// Processes whose command line or environment names the directory: the desktop's, and what they started.
fn processes_of(directory: &Path) -> Vec<String> {
    let name = directory.to_string_lossy().into_owned();
    let processes = fs::read_dir("/proc").expect("Linux has /proc").flatten();
    let names_it = |process: &Path| {
        let environment = fs::read(process.join("environ")).unwrap_or_default();
        String::from_utf8_lossy(&environment).contains(&name)
    };
    let shown =
        |process: &Path| fs::read_to_string(process.join("comm")).unwrap_or_default().trim().to_owned();
    processes.map(|entry| entry.path()).filter(|path| names_it(path)).map(|path| shown(&path)).collect()
}

#[test]
fn a_panel_comes_goes_and_comes_again_and_nothing_stays() {
    let directory = directory("desktop");
    let Some(mut desktop) = desktop(Kind::Xfce, &directory) else { return };
    desktop.start_panel().expect("the panel comes");
    desktop.stop_panel().expect("the panel goes");
    desktop.start_panel().expect("the panel comes again");
    desktop.click(640, 400, 1).expect("there is a mouse");
    let picture = directory.join("screen.png");
    desktop.screenshot(&picture).expect("there is a screen");
    assert!(fs::read(&picture).expect("it was written").starts_with(b"\x89PNG"));
    let number = desktop.display().trim_start_matches(':').to_owned();
    assert!(Path::new(&format!("/tmp/.X11-unix/X{number}")).exists());
    drop(desktop);
    assert!(!Path::new(&format!("/tmp/.X{number}-lock")).exists(), "the X server's lock is left");
    nothing_stays(&directory);
}

#[test]
fn every_other_one_comes_with_all_its_parts_and_nothing_stays() {
    for kind in [Kind::Lxqt, Kind::Sway] {
        let directory = directory(kind.name());
        let Some(mut desktop) = desktop(kind, &directory) else { continue };
        desktop.start_notifications().expect("notifications come");
        desktop.start_panel().expect("the panel comes");
        assert!(!desktop.shows_a_notification().expect("it says"));
        let mut notify = desktop.tool("notify-send").expect("it is in the table");
        assert!(notify.arg("Hello").status().expect("it runs").success());
        assert!(desktop.shows_a_notification().expect("it says"), "{}", kind.name());
        desktop.click(640, 400, 1).expect("there is a mouse");
        desktop.press(&["ctrl+a", "Escape"]).expect("there is a keyboard");
        desktop.stop_panel().expect("the panel goes");
        drop(desktop);
        nothing_stays(&directory);
    }
}

/// Services that the bus started (xfconfd) end when they see that it is gone.
fn nothing_stays(directory: &Path) {
    let mut left = processes_of(directory);
    for _ in 0..200 {
        if left.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        left = processes_of(directory);
    }
    assert!(left.is_empty(), "still running: {left:?}");
    let _ = fs::remove_dir_all(directory);
}

#[test]
fn two_desktops_stand_side_by_side() {
    let (here, there) = (directory("desktop-a"), directory("desktop-b"));
    let (Some(one), Some(two)) = (desktop(Kind::Xfce, &here), desktop(Kind::Xfce, &there)) else { return };
    assert_ne!(one.display(), two.display());
    assert_ne!(one.bus_address(), two.bus_address());
    drop((one, two));
    let _ = (fs::remove_dir_all(here), fs::remove_dir_all(there));
}

#[test]
fn the_help_names_every_command() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("help").output().expect("xtask starts");
    let help = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success());
    for command in ["run", "demo", "test", "check-platforms", "help"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is missing");
    }
    let wrong = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("tset").output().expect("xtask starts");
    assert_eq!(wrong.status.code(), Some(2));
}
