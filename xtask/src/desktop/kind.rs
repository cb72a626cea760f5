//! The virtual desktops to choose from, and their differences as data.

/// A desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// X11 with xfwm4, xfce4-panel and dunst.
    Xfce,
    /// X11 with xfwm4, lxqt-panel and `LXQt`'s own notifications.
    Lxqt,
    /// Wayland with sway, waybar and mako.
    Sway,
}

impl Kind {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Xfce, Self::Lxqt, Self::Sway];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xfce => "xfce",
            Self::Lxqt => "lxqt",
            Self::Sway => "sway",
        }
    }

    /// The one that is called so.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Every program that it is made of and looked at with.
    pub fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Xfce => &[
                "Xvfb",
                "xfwm4",
                "xfce4-panel",
                "dunst",
                "dunstctl",
                "xdotool",
                "xclip",
                "xprop",
                "xwininfo",
                "import",
            ],
            Self::Lxqt => &[
                "Xvfb",
                "xfwm4",
                "lxqt-panel",
                "lxqt-notificationd",
                "xdotool",
                "xclip",
                "xprop",
                "xwininfo",
                "import",
            ],
            Self::Sway => &[
                "sway", "swaymsg", "waybar", "mako", "makoctl", "grim", "wtype", "wl-paste", "jq", "setpriv",
            ],
        }
    }

    /// Whether it draws by Wayland.
    pub(super) fn is_wayland(self) -> bool {
        self == Self::Sway
    }

    /// `XDG_CURRENT_DESKTOP`.
    pub(super) fn session_name(self) -> &'static str {
        match self {
            Self::Xfce => "XFCE",
            Self::Lxqt => "LXQt",
            Self::Sway => "sway",
        }
    }

    /// The panel, which has the tray.
    pub(super) fn panel(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Xfce => ("xfce4-panel", &["--disable-wm-check"]),
            Self::Lxqt => ("lxqt-panel", &[]),
            Self::Sway => ("waybar", &[]),
        }
    }

    /// What shows notifications.
    pub(super) fn notifications(self) -> &'static str {
        match self {
            Self::Xfce => "dunst",
            Self::Lxqt => "lxqt-notificationd",
            Self::Sway => "mako",
        }
    }

    /// The files of its home, below it, that make it look the same everywhere.
    pub(super) fn files(self) -> &'static [(&'static str, &'static str)] {
        const TOOLKIT: (&str, &str) =
            (".config/gtk-3.0/settings.ini", "[Settings]\ngtk-font-name = Inter 10\n");
        match self {
            Self::Xfce => &[
                TOOLKIT,
                (
                    ".config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml",
                    include_str!("files/xfce4-panel.xml"),
                ),
            ],
            Self::Lxqt => &[
                TOOLKIT,
                (".config/lxqt/panel.conf", include_str!("files/lxqt-panel.conf")),
                (".config/lxqt/notifications.conf", include_str!("files/lxqt-notifications.conf")),
            ],
            Self::Sway => &[
                TOOLKIT,
                (".config/sway/config", include_str!("files/sway.conf")),
                (".config/waybar/config", include_str!("files/waybar.json")),
                (".config/waybar/style.css", include_str!("files/waybar.css")),
                (".config/mako/config", include_str!("files/mako.conf")),
            ],
        }
    }
}
