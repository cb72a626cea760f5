//! The five drawings, decoded at build time: at double density, which panels scale down evenly.

use sandglass_core::tray::Icon;
use tauri::image::Image;
use tauri::include_image;

use super::panel::Panel;

/// The order of `Icon`.
type Drawings = [Image<'static>; 5];

static TEMPLATE: Drawings = [
    include_image!("../icons/tray/template/plenty-44.png"),
    include_image!("../icons/tray/template/half-44.png"),
    include_image!("../icons/tray/template/little-44.png"),
    include_image!("../icons/tray/template/needs-you-44.png"),
    include_image!("../icons/tray/template/trouble-44.png"),
];

static LIGHT: Drawings = [
    include_image!("../icons/tray/light/plenty-48.png"),
    include_image!("../icons/tray/light/half-48.png"),
    include_image!("../icons/tray/light/little-48.png"),
    include_image!("../icons/tray/light/needs-you-48.png"),
    include_image!("../icons/tray/light/trouble-48.png"),
];

static ANY: Drawings = [
    include_image!("../icons/tray/any/plenty-48.png"),
    include_image!("../icons/tray/any/half-48.png"),
    include_image!("../icons/tray/any/little-48.png"),
    include_image!("../icons/tray/any/needs-you-48.png"),
    include_image!("../icons/tray/any/trouble-48.png"),
];

static DARK: Drawings = [
    include_image!("../icons/tray/dark/plenty-48.png"),
    include_image!("../icons/tray/dark/half-48.png"),
    include_image!("../icons/tray/dark/little-48.png"),
    include_image!("../icons/tray/dark/needs-you-48.png"),
    include_image!("../icons/tray/dark/trouble-48.png"),
];

/// The drawing of a state for a panel.
pub(super) fn icon(state: Icon, panel: Panel) -> Result<tray_icon::Icon, tray_icon::BadIcon> {
    let drawings = match panel {
        Panel::Template => &TEMPLATE,
        Panel::Light => &LIGHT,
        Panel::Dark => &DARK,
        Panel::Unknown => &ANY,
    };
    let drawing = &drawings[match state {
        Icon::Plenty => 0,
        Icon::Half => 1,
        Icon::Little => 2,
        Icon::NeedsYou => 3,
        Icon::Trouble => 4,
    }];
    tray_icon::Icon::from_rgba(drawing.rgba().to_vec(), drawing.width(), drawing.height())
}
