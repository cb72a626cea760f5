//! Renames a profile in the preferences when its section is renamed.

use super::{Preferences, PreferencesError, put};

impl Preferences {
    /// Follows a profile's new name wherever the old one stands: among the watched, in its own choices,
    /// and as the source others are renewed from. Whether anything did.
    pub fn follow_name(&mut self, from: &str, to: &str) -> Result<bool, PreferencesError> {
        let before = self.to_text();
        if let Some(watched) =
            self.settings.watched.clone().filter(|names| names.iter().any(|name| name == from))
        {
            let renamed = |name: String| if name == from { to.to_owned() } else { name };
            self.set_watched(&watched.into_iter().map(renamed).collect::<Vec<_>>());
        }
        if let Some(profiles) = self.document.get_mut("profiles").and_then(|item| item.as_table_like_mut()) {
            if let Some(own) = profiles.remove(from) {
                profiles.insert(to, own);
            }
            for (_, other) in profiles.iter_mut() {
                let Some(other) = other.as_table_like_mut() else { continue };
                if other.get("refresh_source").and_then(|source| source.as_str()) == Some(from) {
                    put(other, "refresh_source", to);
                }
            }
        }
        let after = self.to_text();
        let changed = after != before;
        if changed {
            *self = Self::parse(&after)?;
        }
        Ok(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_follows_and_comments_stay() {
        let text = "# mine\nversion = 1\nwatched = [\"a\", \"base\"] # two\n\n# of base\n[profiles.base]\nlabel = \"prod\"\nfuture = 1\n\n[profiles.a]\nrefresh_role = \"arn:aws:iam::123456789012:role/r\"\nrefresh_source = \"base\" # keys\nsilent_renewal = false\n";
        let mut preferences = Preferences::parse(text).expect("it is read");
        assert!(preferences.follow_name("base", "long.term").expect("it follows"));
        let expected = text
            .replace("[\"a\", \"base\"]", "[\"a\", \"long.term\"]")
            .replace("[profiles.base]", "[profiles.\"long.term\"]")
            .replace("= \"base\" #", "= \"long.term\" #");
        assert_eq!(preferences.to_text(), expected);
        assert_eq!(
            preferences.settings().refresh("a").map(|refresh| refresh.source_profile.as_str()),
            Some("long.term")
        );
        assert!(!preferences.follow_name("base", "x").expect("nothing to do"));
        assert_eq!(preferences.to_text(), expected);
    }
}
