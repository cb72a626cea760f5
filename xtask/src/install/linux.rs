//! Linux: the XDG directories.

use super::{APPLICATION_ID, Built, Target, icon, place::File, program, text};
use crate::failure::{Failure, Result};

#[path = "../../../src-tauri/src/autostart/exec_line.rs"]
mod exec_line;

const ENTRY: &str = include_str!("../../../src-tauri/linux/app.sandglass.desktop.desktop");
const ICONS: &[(&str, &str)] = &[
    ("32x32.png", "32x32"),
    ("128x128.png", "128x128"),
    ("128x128@2x.png", "256x256"),
    ("icon.png", "512x512"),
];

pub(super) fn files(target: &Target, built: &Built) -> Result<Vec<File>> {
    let (bin, share) = (&target.bin, &target.data);
    let hicolor = share.join("icons/hicolor");
    let mut files = vec![
        program(built, "sandglass", bin),
        program(built, "sandglass-desktop", bin),
        program(built, "sandglass-demo", bin),
        text(share.join(format!("applications/{APPLICATION_ID}.desktop")), entry(target)?),
        icon("svg/app.svg", hicolor.join(format!("scalable/apps/{APPLICATION_ID}.svg"))),
    ];
    for (file, size) in ICONS {
        files.push(icon(file, hicolor.join(format!("{size}/apps/{APPLICATION_ID}.png"))));
    }
    for (shell, script) in &built.completions {
        let place = match *shell {
            "bash" => "bash-completion/completions/sandglass",
            "zsh" => "zsh/site-functions/_sandglass",
            _ => "fish/vendor_completions.d/sandglass.fish",
        };
        files.push(text(share.join(place), script));
    }
    Ok(files)
}

/// The desktop entry, which starts what is installed.
fn entry(target: &Target) -> Result<String> {
    let desktop = path(target, "sandglass-desktop")?;
    let demo = path(target, "sandglass-demo")?;
    Ok(ENTRY
        .replace("@EXEC@", &exec_line::exec(&desktop))
        .replace("@TRY_EXEC@", &exec_line::value(&desktop))
        .replace("@DEMO@", &exec_line::exec(&demo)))
}

fn path(target: &Target, program: &str) -> Result<String> {
    let path = target.program(program);
    path.to_str().map(str::to_owned).ok_or_else(|| {
        Failure::new(format!("A desktop entry cannot name {}: it is not Unicode.", path.display()))
    })
}
