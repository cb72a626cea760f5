//! Chooses between a 12-hour and a 24-hour clock where the user did not. Everything that writes times asks here.

use super::TimeFormat;
use crate::text::Language;

/// Regions whose clocks count to twelve (Unicode's CLDR, `preferred="h"`); in all others they count to 24.
const TWELVE: &[&str] = &[
    "AE", "AU", "BD", "BH", "CA", "CO", "CY", "DO", "EG", "ET", "GR", "HK", "IN", "IQ", "JM", "JO", "KH",
    "KR", "KW", "LB", "LY", "MY", "NZ", "OM", "PA", "PG", "PH", "PK", "PR", "QA", "SA", "SD", "SG", "SY",
    "TT", "US", "VE", "YE", "ZM",
];

impl TimeFormat {
    /// The format in force. `locale` is that of the system's times, such as `pt_BR.UTF-8`; none: only the
    /// system itself knows, so `System` stays. A locale that names no region leaves it to the language in
    /// use. Whether the locale is installed makes no difference.
    #[must_use]
    pub fn in_force(self, locale: Option<&str>, language: Language) -> Self {
        let (Self::System, Some(locale)) = (self, locale) else { return self };
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = name.split(['_', '-']);
        let spoken = parts.next().unwrap_or_default();
        let twelve = match parts.find(|part| part.len() == 2) {
            // In Quebec it is 14 h 05.
            Some(region) => spoken != "fr" && TWELVE.contains(&region.to_ascii_uppercase().as_str()),
            None => language == Language::English,
        };
        if twelve { Self::Hours12 } else { Self::Hours24 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_decides_then_the_language() {
        use Language::{English, Portuguese};
        for (locale, language, twelve) in [
            ("pt_BR.UTF-8", Portuguese, false),
            ("pt_BR.UTF-8", English, false),
            ("en_US.UTF-8", English, true),
            ("en_US.UTF-8", Portuguese, true),
            ("en_GB", English, false),
            ("en-IN", English, true),
            ("fr_CA.UTF-8", English, false),
            ("sr_Latn_RS@latin", English, false),
            ("C.UTF-8", English, true),
            ("POSIX", Portuguese, false),
            ("", Portuguese, false),
            ("pt", Portuguese, false),
            ("en", English, true),
        ] {
            let expected = if twelve { TimeFormat::Hours12 } else { TimeFormat::Hours24 };
            assert_eq!(TimeFormat::System.in_force(Some(locale), language), expected, "{locale}");
        }
    }

    #[test]
    fn a_choice_wins_and_a_system_that_knows_better_is_asked() {
        assert_eq!(TimeFormat::Hours24.in_force(Some("en_US"), Language::English), TimeFormat::Hours24);
        assert_eq!(TimeFormat::System.in_force(None, Language::English), TimeFormat::System);
    }
}
