//! The tray as plain data. The desktop's adapter compares it with what is shown, and pushes the difference.

mod action;
mod arrange;
mod conditions;
mod icon;
mod line;
mod menu;
mod tooltip;

pub use action::{Action, CopyWhat, PauseFor};
pub use arrange::{EntryKey, MenuStep, keys, steps};
pub(crate) use line::{brought, labelled, visible_name};
pub(crate) use menu::{most_urgent, view};

/// Everything the tray shows at one moment. Equal views are not pushed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrayView {
    /// The icon in the panel.
    pub icon: Icon,
    /// True if it has the mark of a pause.
    pub paused: bool,
    /// First line of the tooltip; the item's title for screen readers.
    pub title: String,
    /// Further tooltip lines, joined by newlines: a summary, and the most urgent profiles.
    pub tooltip: String,
    /// The menu, top to bottom.
    pub menu: Vec<MenuEntry>,
}

/// The five states of the sandglass (drawn in `icons/`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Icon {
    /// More than half of the most urgent session is left, or nothing runs out.
    Plenty,
    /// Between a quarter and a half is left.
    Half,
    /// Less than a quarter is left, or it is expiring; renewal needs no human.
    Little,
    /// A human is needed soon: an MFA code, new keys.
    NeedsYou,
    /// A human is needed: something is over, was refused, or cannot be resolved.
    Trouble,
}

/// One entry of the tray menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuEntry {
    /// A line that does something when clicked.
    Item {
        /// The action of a click.
        action: Action,
        /// The whole text, glyph included.
        label: String,
        /// Greyed when false.
        enabled: bool,
    },
    /// A line that only informs.
    Note {
        /// Stable identity within the menu, so that its text can be patched in place.
        id: String,
        /// The whole text.
        label: String,
    },
    /// A line that opens further lines.
    Submenu {
        /// Stable identity within the menu, so that its text can be patched in place.
        id: String,
        /// The whole text.
        label: String,
        /// Its entries.
        entries: Vec<MenuEntry>,
    },
    /// A dividing line.
    Separator,
}
