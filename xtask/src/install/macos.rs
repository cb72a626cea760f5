//! macOS: an application in `~/Applications`, which has no place in the Dock, and the terminal program.

use super::{APPLICATION_ID, Built, Target, icon, place::File, program, text};

pub(super) fn files(target: &Target, built: &Built) -> Vec<File> {
    let contents = target.data.join("Sandglass.app/Contents");
    vec![
        text(contents.join("Info.plist"), information()),
        icon("icon.icns", contents.join("Resources/icon.icns")),
        program(built, "sandglass-desktop", &contents.join("MacOS")),
        program(built, "sandglass-demo", &contents.join("MacOS")),
        // Beside it too: what the tray copies for `credential_process` names it there.
        program(built, "sandglass", &contents.join("MacOS")),
        program(built, "sandglass", &target.bin),
    ]
}

fn information() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <key>CFBundleIdentifier</key>
    <string>{APPLICATION_ID}</string>
    <key>CFBundleName</key>
    <string>Sandglass</string>
    <key>CFBundleExecutable</key>
    <string>sandglass-desktop</string>
    <key>CFBundleIconFile</key>
    <string>icon</string>
    <key>CFBundlePackageType</key>
    <string>APPL</string>
    <key>CFBundleShortVersionString</key>
    <string>{version}</string>
    <key>CFBundleVersion</key>
    <string>{version}</string>
    <key>LSUIElement</key>
    <true/>
    <key>NSHighResolutionCapable</key>
    <true/>
</dict>
</plist>
"#
    )
}
