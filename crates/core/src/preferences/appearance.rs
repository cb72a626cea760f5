//! Preferences about how the window looks and formats times.

use serde::{Deserialize, Serialize};

use crate::text::Language;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "testing", derive(ts_rs::TS))]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in the preferences file.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The choice of a word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

choice! {
    /// The language of tray, window, notifications and terminal.
    LanguageChoice {
        /// As the system's locale says.
        #[default]
        System = "system",
        /// English.
        English = "en",
        /// Brazilian Portuguese.
        Portuguese = "pt-BR",
    }
}

choice! {
    /// The window's colours.
    Theme {
        /// As the system has it.
        #[default]
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

choice! {
    /// The format of times of day.
    TimeFormat {
        /// As the language has it.
        #[default]
        System = "system",
        /// 14:05.
        Hours24 = "24h",
        /// 2:05 pm.
        Hours12 = "12h",
    }
}

choice! {
    /// The order of the window's sessions.
    Sort {
        /// By when somebody should look.
        #[default]
        Urgency = "urgency",
        /// By name.
        Name = "name",
        /// By account.
        Account = "account",
    }
}

choice! {
    /// The colour of a label. Never the only sign: the word stands beside it.
    LabelColor {
        /// Grey.
        #[default]
        Gray = "gray",
        /// Red, as for production.
        Red = "red",
        /// Orange.
        Orange = "orange",
        /// Yellow.
        Yellow = "yellow",
        /// Green.
        Green = "green",
        /// Blue.
        Blue = "blue",
        /// Purple.
        Purple = "purple",
    }
}

/// A colour and a word of the user's, so that nobody takes production for a playground.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "testing", derive(ts_rs::TS))]
pub struct Label {
    /// At most 12 characters.
    pub text: String,
    /// The colour.
    pub color: LabelColor,
}

impl From<Option<Language>> for LanguageChoice {
    fn from(language: Option<Language>) -> Self {
        match language {
            None => Self::System,
            Some(Language::English) => Self::English,
            Some(Language::Portuguese) => Self::Portuguese,
        }
    }
}
