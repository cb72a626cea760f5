//! A global keyboard shortcut such as `Ctrl+Alt+S`, as the preferences hold it.

use std::fmt;

/// A combination of keys. Without Ctrl, Alt or Super it would take a letter from every other program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "keys that are held or are not")]
pub struct GlobalKey {
    /// Ctrl is held.
    pub control: bool,
    /// Alt is held: on a Mac, Option.
    pub alt: bool,
    /// Shift is held.
    pub shift: bool,
    /// The key with the system's sign is held: Windows, Super, on a Mac Command.
    pub logo: bool,
    /// The key that is pressed then.
    pub key: Key,
}

/// A key that is pressed while others are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// `A` to `Z`, a digit, or a sign that has a key of its own: in capitals.
    Character(char),
    /// `F1` to `F12`.
    Function(u8),
    /// A key with a name.
    Named(&'static str),
}

/// Signs that have a key of their own on most keyboards.
const SIGNS: &str = ",./;'[]\\-=`";
/// Keys with a name, as the pages and most systems call them.
const NAMED: &[&str] =
    &["Space", "Insert", "Home", "End", "PageUp", "PageDown", "Up", "Down", "Left", "Right", "Pause"];

impl GlobalKey {
    /// Reads a combination; none for one that will not do.
    pub fn parse(text: &str) -> Option<Self> {
        let mut found = Self { control: false, alt: false, shift: false, logo: false, key: Key::Function(1) };
        let (held, key) = text.rsplit_once('+').map(|(held, key)| (held, key.trim()))?;
        for name in held.split('+') {
            let seat = match name.trim().to_ascii_lowercase().as_str() {
                "ctrl" | "control" => &mut found.control,
                "alt" | "option" => &mut found.alt,
                "shift" => &mut found.shift,
                "super" | "meta" | "win" | "cmd" | "command" => &mut found.logo,
                _ => return None,
            };
            if std::mem::replace(seat, true) {
                return None;
            }
        }
        found.key = Key::parse(key)?;
        (found.control || found.alt || found.logo).then_some(found)
    }
}

impl Key {
    fn parse(text: &str) -> Option<Self> {
        if let Some(name) = NAMED.iter().find(|name| name.eq_ignore_ascii_case(text)) {
            return Some(Self::Named(name));
        }
        let mut characters = text.chars();
        if let (Some(one), None) = (characters.next(), characters.next()) {
            let fits = one.is_ascii_alphanumeric() || SIGNS.contains(one);
            return fits.then(|| Self::Character(one.to_ascii_uppercase()));
        }
        let number = text.strip_prefix(['F', 'f'])?.parse().ok()?;
        (1..=12).contains(&number).then_some(Self::Function(number))
    }
}

impl fmt::Display for GlobalKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = [(self.control, "Ctrl"), (self.alt, "Alt"), (self.shift, "Shift"), (self.logo, "Super")];
        for (_, name) in held.into_iter().filter(|(is_held, _)| *is_held) {
            write!(formatter, "{name}+")?;
        }
        match self.key {
            Key::Character(one) => write!(formatter, "{one}"),
            Key::Function(number) => write!(formatter, "F{number}"),
            Key::Named(name) => formatter.write_str(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_combination_is_written_in_one_form() {
        for (typed, written) in [
            ("Ctrl+Alt+S", "Ctrl+Alt+S"),
            ("alt + control + s", "Ctrl+Alt+S"),
            ("Cmd+Shift+space", "Shift+Super+Space"),
            ("Super+F12", "Super+F12"),
            ("Ctrl+`", "Ctrl+`"),
            ("Meta+pageup", "Super+PageUp"),
        ] {
            let key = GlobalKey::parse(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(key.to_string(), written, "{typed}");
            assert_eq!(GlobalKey::parse(written), Some(key));
        }
    }

    #[test]
    fn what_would_take_a_letter_from_every_program_is_none() {
        for wrong in [
            "",
            "S",
            "Shift+S",
            "F5",
            "Ctrl",
            "Ctrl+",
            "Ctrl+Alt",
            "Ctrl+Ctrl+S",
            "Ctrl+SS",
            "Ctrl+é",
            "Ctrl+F13",
            "Ctrl+F0",
            "Hyper+S",
            "Ctrl++",
            "+S",
        ] {
            assert_eq!(GlobalKey::parse(wrong), None, "{wrong}");
        }
    }
}
