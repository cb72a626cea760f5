//! Embeds the configuration and, on Windows, the icon and manifest.

fn main() {
    let windows = tauri_build::WindowsAttributes::new().window_icon_path("../icons/icon.ico");
    let attributes = tauri_build::Attributes::new().windows_attributes(windows);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("{error:#}");
    }
}
