//! `preferences.toml`, which people edit.

use sandglass_core::preferences::{Name, Preferences, Refresh};

use crate::{Target, seeds};

pub(crate) const TARGET: Target = Target { name: "preferences", check, read, seeds };

fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = Name::parse(text);
    let Ok(preferences) = Preferences::parse(text) else { return };
    is_written_as_it_was(text, &preferences);
    if preferences.may_be_changed().is_err() {
        return;
    }
    let refresh = Refresh {
        role_arn: "arn:aws:iam::123456789012:role/r".to_owned(),
        source_profile: "b.c \"d\"".to_owned(),
    };
    let watched = ["a b".to_owned(), "c".to_owned()];
    let mut changed = preferences.clone();
    changed.set_watched(&watched);
    changed.set_silent("x", false);
    changed.set_refresh("a.b", Some(refresh.clone()));
    let stored = changed.to_text();
    let again = Preferences::parse(&stored).unwrap_or_else(|error| panic!("{error}: {stored}"));
    assert_eq!(again.settings(), changed.settings(), "what was chosen is read again");
    assert_eq!(again.settings().watched.as_deref(), Some(&watched[..]));
    assert_eq!(again.settings().refresh("a.b"), Some(&refresh));
    // A choice that is taken back leaves the rest.
    for name in ["snooze_minutes", "watched", "profiles.x.silent_renewal"] {
        let name = Name::parse(name).unwrap_or_else(|error| panic!("{error}"));
        let mut back = again.clone();
        if back.unset(&name).is_ok() {
            assert!(!back.get(&name).is_chosen, "{name}");
            assert!(Preferences::parse(&back.to_text()).is_ok());
        }
    }
}

/// What nobody changed is stored with every line it had, but for the ends of lines, and that of the last. `toml_edit` puts
/// keys like `profiles.x.label` together where they stood apart; elsewhere the order stays.
fn is_written_as_it_was(text: &str, preferences: &Preferences) {
    let plain = |text: &str| {
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n").trim_end_matches('\n').to_owned()
    };
    let (before, after) = (plain(text), plain(&preferences.to_text()));
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    assert_eq!(sorted(&after), sorted(&before), "every line is there");
    let has_dotted_keys =
        before.lines().any(|line| line.split('=').next().is_some_and(|key| key.contains('.')));
    assert!(has_dotted_keys || after == before, "the order stays: {after}");
}

fn read(data: &[u8]) {
    let _ = std::str::from_utf8(data).map(Preferences::parse);
}

fn seeds() -> Vec<Vec<u8>> {
    seeds::of(&[
        "# mine\nversion = 1\nfuture = { a = 1 }\nwatched = [\"a\", \"b c\"]\n",
        "notify_minutes = [5, 30]\nsnooze_minutes = 10\nnotifications = false\nlanguage = \"pt-BR\"\ntheme = \"dark\"\n",
        "[profiles.x]\nsilent_renewal = true # why\n[profiles.\"a b\"]\nlabel = \"x\"\nlabel_color = \"red\"\n",
        "profiles = { x = { silent_renewal = true } }\n",
        "profiles.x.refresh_role = \"arn:aws:iam::123456789012:role/r\"\nprofiles.x.refresh_source = \"b\"\n",
        "version = 2\nsnooze_minutes = \"a while\"\n",
        "profiles = = 1\nprofiles.prod = 2\n",
        "global_key = \"Ctrl+Alt+S\"\nproxy = \"http://ana:x@proxy:3128\"\n",
    ])
}
