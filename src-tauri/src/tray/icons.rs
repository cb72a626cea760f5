//! The tray's icons, decoded at build time, at double density, which panels scale down evenly.

use sandglass_app::tray::Icon;
use tauri::image::Image;
use tauri::include_image;

use super::panel::Panel;

/// In the order of `Icon`: without and with the mark of a pause.
type Drawings = [[Image<'static>; 2]; 5];

static TEMPLATE: Drawings = [
    [
        include_image!("../icons/tray/template/plenty-44.png"),
        include_image!("../icons/tray/template/plenty-paused-44.png"),
    ],
    [
        include_image!("../icons/tray/template/half-44.png"),
        include_image!("../icons/tray/template/half-paused-44.png"),
    ],
    [
        include_image!("../icons/tray/template/little-44.png"),
        include_image!("../icons/tray/template/little-paused-44.png"),
    ],
    [
        include_image!("../icons/tray/template/needs-you-44.png"),
        include_image!("../icons/tray/template/needs-you-paused-44.png"),
    ],
    [
        include_image!("../icons/tray/template/trouble-44.png"),
        include_image!("../icons/tray/template/trouble-paused-44.png"),
    ],
];

static LIGHT: Drawings = [
    [
        include_image!("../icons/tray/light/plenty-48.png"),
        include_image!("../icons/tray/light/plenty-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/light/half-48.png"),
        include_image!("../icons/tray/light/half-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/light/little-48.png"),
        include_image!("../icons/tray/light/little-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/light/needs-you-48.png"),
        include_image!("../icons/tray/light/needs-you-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/light/trouble-48.png"),
        include_image!("../icons/tray/light/trouble-paused-48.png"),
    ],
];

static ANY: Drawings = [
    [
        include_image!("../icons/tray/any/plenty-48.png"),
        include_image!("../icons/tray/any/plenty-paused-48.png"),
    ],
    [include_image!("../icons/tray/any/half-48.png"), include_image!("../icons/tray/any/half-paused-48.png")],
    [
        include_image!("../icons/tray/any/little-48.png"),
        include_image!("../icons/tray/any/little-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/any/needs-you-48.png"),
        include_image!("../icons/tray/any/needs-you-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/any/trouble-48.png"),
        include_image!("../icons/tray/any/trouble-paused-48.png"),
    ],
];

static DARK: Drawings = [
    [
        include_image!("../icons/tray/dark/plenty-48.png"),
        include_image!("../icons/tray/dark/plenty-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/dark/half-48.png"),
        include_image!("../icons/tray/dark/half-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/dark/little-48.png"),
        include_image!("../icons/tray/dark/little-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/dark/needs-you-48.png"),
        include_image!("../icons/tray/dark/needs-you-paused-48.png"),
    ],
    [
        include_image!("../icons/tray/dark/trouble-48.png"),
        include_image!("../icons/tray/dark/trouble-paused-48.png"),
    ],
];

/// The drawing of a state for a panel.
pub(super) fn icon(state: Icon, paused: bool, panel: Panel) -> Result<tray_icon::Icon, tray_icon::BadIcon> {
    let drawing = drawing(state, paused, panel);
    tray_icon::Icon::from_rgba(drawing.rgba().to_vec(), drawing.width(), drawing.height())
}

fn drawing(state: Icon, paused: bool, panel: Panel) -> &'static Image<'static> {
    let drawings = match panel {
        Panel::Template => &TEMPLATE,
        Panel::Light => &LIGHT,
        Panel::Dark => &DARK,
        Panel::Unknown => &ANY,
    };
    let place = match state {
        Icon::Plenty => 0,
        Icon::Half => 1,
        Icon::Little => 2,
        Icon::NeedsYou => 3,
        Icon::Trouble => 4,
    };
    &drawings[place][usize::from(paused)]
}

#[cfg(test)]
mod tests {
    use super::*;

    type Colour = [u8; 3];

    /// The grounds of a light and a dark panel.
    const LIGHT_PANEL: Colour = [0xF0, 0xF0, 0xF1];
    const DARK_PANEL: Colour = [0x2A, 0x2A, 0x2C];
    const ICONS: [Icon; 5] = [Icon::Plenty, Icon::Half, Icon::Little, Icon::NeedsYou, Icon::Trouble];
    /// What is to be seen must differ from its ground by this (WCAG's measure for text).
    const LEGIBLE: f64 = 4.5;

    fn luminance(colour: Colour) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
    }

    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    /// A pixel as it looks on a ground.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it stays a byte")]
    fn on(ground: Colour, pixel: &[u8]) -> Colour {
        let share = f64::from(pixel[3]) / 255.0;
        let mix = |part: usize| {
            (f64::from(pixel[part]) * share + f64::from(ground[part]) * (1.0 - share)).round() as u8
        };
        [mix(0), mix(1), mix(2)]
    }

    /// The rows of a drawing, as pixels on a ground.
    fn rows(drawing: &Image<'_>, ground: Colour) -> Vec<Vec<Colour>> {
        let width = drawing.width() as usize;
        let row = |row: &[u8]| row.chunks(4).map(|pixel| on(ground, pixel)).collect();
        drawing.rgba().chunks(width * 4).map(row).collect()
    }

    #[test]
    fn the_frame_is_seen_on_whatever_panel_it_may_stand() {
        let cases = [
            (Panel::Unknown, LIGHT_PANEL),
            (Panel::Unknown, DARK_PANEL),
            (Panel::Light, LIGHT_PANEL),
            (Panel::Dark, DARK_PANEL),
        ];
        for (panel, ground) in cases {
            for (icon, paused) in ICONS.into_iter().flat_map(|icon| [(icon, false), (icon, true)]) {
                let rows = rows(drawing(icon, paused, panel), ground);
                // The drawing leaves margins of some pixels above and below.
                for (number, row) in rows.iter().enumerate().filter(|(number, _)| (5..43).contains(number)) {
                    let seen = row.iter().filter(|pixel| contrast(**pixel, ground) >= LEGIBLE).count();
                    assert!(seen >= 2, "{icon:?} {paused} {panel:?} on {ground:?}: row {number} has {seen}");
                }
            }
        }
    }

    #[test]
    fn a_badge_leaves_the_glass_to_be_seen() {
        for panel in [Panel::Unknown, Panel::Light, Panel::Dark] {
            let plain = rows(drawing(Icon::Little, false, panel), LIGHT_PANEL).concat();
            for (icon, red) in [(Icon::NeedsYou, [0xE0, 0x50, 0x0C]), (Icon::Trouble, [0xD5, 0x3A, 0x3E])] {
                let badged = rows(drawing(icon, false, panel), LIGHT_PANEL);
                let near = |pixel: &Colour| {
                    (0..3).map(|part| i32::from(pixel[part]) - red[part]).all(|far| far.abs() < 28)
                };
                // From the first to the last of its pixels, marks in it included.
                let places = badged.iter().enumerate().flat_map(|(y, row)| {
                    row.iter().enumerate().filter(|(_, pixel)| near(pixel)).map(move |(x, _)| (x, y))
                });
                let places: Vec<(usize, usize)> = places.collect();
                let span = |part: fn(&(usize, usize)) -> usize| {
                    let all = || places.iter().map(part);
                    all().max().unwrap_or(0) + 1 - all().min().unwrap_or(0)
                };
                let area = span(|place| place.0) * span(|place| place.1);
                assert!(area > 0 && area * 5 <= plain.len(), "{icon:?} {panel:?}: {area} of {}", plain.len());
            }
        }
    }

    #[test]
    fn a_pause_is_seen_in_every_state() {
        for panel in [Panel::Unknown, Panel::Light, Panel::Dark, Panel::Template] {
            for icon in ICONS {
                let [plain, paused] = [false, true].map(|paused| drawing(icon, paused, panel).rgba());
                let differ =
                    plain.chunks(4).zip(paused.chunks(4)).filter(|(one, other)| one != other).count();
                assert!(differ > 100, "{icon:?} {panel:?}: {differ} pixels");
            }
        }
    }
}
