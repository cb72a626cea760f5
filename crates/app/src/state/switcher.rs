//! The quick switcher, opened by a key, from the tray or from the command line: its content, and the state of its
//! key.

use super::{Effect, State};
use crate::facts::KeyState;
use crate::window::{SwitcherMessage, SwitcherView, switcher_view};
use sandglass_core::Timestamp;
use sandglass_core::preferences::{GlobalKey, Theme};

/// Something happened to the switcher or its key.
#[derive(Clone, Debug)]
pub enum SwitcherEvent {
    /// Its page is there and shows nothing yet.
    Asks,
    /// Its page wants to go.
    Closes,
    /// It is gone.
    Gone,
    /// The state of the key that was asked for.
    Key(KeyState),
}

/// Effects of the quick switcher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SwitcherEffect {
    /// Open it, or bring it to the front.
    Open {
        /// The title of its frame, if it has one.
        title: String,
        /// Its colours.
        theme: Theme,
    },
    /// Close it.
    Close,
    /// Tell it what to show.
    Tell(SwitcherMessage),
    /// Listen for this key, which opens it from now on; none: no key does. Answer with `SwitcherEvent::Key`.
    Listen {
        /// The key.
        key: Option<GlobalKey>,
        /// Its purpose, for a desktop that asks the user for permission.
        purpose: String,
    },
}

#[derive(Default)]
pub(super) struct Switcher {
    page: Page,
    /// The key the shell was asked to listen for last.
    key: Option<GlobalKey>,
}

#[derive(Default)]
enum Page {
    /// There is none.
    #[default]
    None,
    /// It shows nothing yet.
    Asks,
    /// It shows this.
    Shows(Box<SwitcherView>),
}

impl State {
    pub(super) fn open_switcher(&self) -> Effect {
        let title = self.facts.text.say("tray-switcher-title");
        Effect::Switcher(SwitcherEffect::Open { title, theme: self.facts.snapshot.settings.theme })
    }

    pub(super) fn switcher_event(&mut self, event: SwitcherEvent) -> Vec<Effect> {
        match event {
            SwitcherEvent::Asks => self.switcher.page = Page::Asks,
            SwitcherEvent::Gone => self.switcher.page = Page::None,
            SwitcherEvent::Closes => return vec![Effect::Switcher(SwitcherEffect::Close)],
            SwitcherEvent::Key(state) => self.facts.switcher_key = state,
        }
        Vec::new()
    }

    /// Follows the preference. At the start nobody listens for anything.
    pub(super) fn switcher_key_chosen(&mut self, key: Option<&GlobalKey>) -> Option<Effect> {
        if self.switcher.key.as_ref() == key {
            return None;
        }
        self.switcher.key = key.cloned();
        self.facts.switcher_key = KeyState::Off;
        let purpose = self.facts.text.say("tray-switcher-title");
        Some(Effect::Switcher(SwitcherEffect::Listen { key: key.cloned(), purpose }))
    }

    /// Brings the page to what holds now.
    pub(super) fn tell_switcher(&mut self, now: Timestamp) -> Option<Effect> {
        if matches!(self.switcher.page, Page::None) || !self.has_read {
            return None;
        }
        let new = switcher_view(&self.facts, now);
        let (new, message) = match &self.switcher.page {
            Page::Shows(old) => {
                let new = new.in_order_of(old);
                let message = new.message_from(old);
                (new, message?)
            }
            _ => (new.clone(), SwitcherMessage::View(Box::new(new))),
        };
        self.switcher.page = Page::Shows(Box::new(new));
        Some(Effect::Switcher(SwitcherEffect::Tell(message)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Event;
    use crate::testing::{now, session, snapshot, startup_context};
    use crate::tray::Action;
    use crate::window::{Progress, SwitcherPatch};
    use sandglass_core::preferences::Settings;
    use sandglass_core::snapshot::Snapshot;
    use sandglass_core::text::Language;

    const CONFIG: &str = "\
[profile dev]\nrole_arn = arn:aws:iam::123456789012:role/path/Dev\nsource_profile = base
[profile admin]\nrole_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile = base
[profile old]\nrole_arn = arn:aws:iam::123456789012:role/Old\nsource_profile = base
[profile Late]\nrole_arn = arn:aws:iam::123456789012:role/Late\nsource_profile = base
";

    /// `dev` and `admin` are watched.
    fn reading(left: &[(&str, Option<i64>)], key: Option<&str>) -> Event {
        let sessions = left.iter().map(|(profile, minutes)| session(CONFIG, profile, *minutes)).collect();
        let watched = Some(vec!["dev".to_owned(), "admin".to_owned()]);
        let switcher_key = key.and_then(GlobalKey::parse);
        let settings = Settings { watched, switcher_key, ..Settings::default() };
        Event::Read(Box::new(Snapshot { settings, ..snapshot(sessions) }))
    }

    fn state(left: &[(&str, Option<i64>)]) -> State {
        let mut state = State::new(startup_context(Language::English));
        state.apply(reading(left, None), now());
        state
    }

    fn told(effects: Vec<Effect>) -> Vec<SwitcherMessage> {
        let message = |effect| match effect {
            Effect::Switcher(SwitcherEffect::Tell(message)) => Some(message),
            _ => None,
        };
        effects.into_iter().filter_map(message).collect()
    }

    fn shown(state: &mut State) -> SwitcherView {
        match told(state.apply(Event::Switcher(SwitcherEvent::Asks), now())).pop() {
            Some(SwitcherMessage::View(view)) => *view,
            other => panic!("{other:?}"),
        }
    }

    fn names(view: &SwitcherView) -> Vec<&str> {
        view.rows.iter().map(|row| row.profile.as_str()).collect()
    }

    fn patch(effects: Vec<Effect>) -> SwitcherPatch {
        match told(effects).pop() {
            Some(SwitcherMessage::Patch(patch)) => *patch,
            other => panic!("{other:?}"),
        }
    }

    const ALL: &[(&str, Option<i64>)] =
        &[("base", None), ("Late", None), ("old", Some(42)), ("dev", Some(42)), ("admin", Some(14))];

    #[test]
    fn it_is_opened_and_told_everything_in_the_order_of_interest() {
        let mut state = state(ALL);
        let opened = state.apply(Event::Clicked(Action::OpenSwitcher), now());
        let [Effect::Switcher(SwitcherEffect::Open { title, .. })] = &opened[..] else {
            panic!("{opened:?}")
        };
        assert_eq!(title, "Find a profile");
        let view = shown(&mut state);
        assert_eq!(names(&view), ["admin", "dev", "old", "base", "Late"]);
        assert_eq!(view.language, "en");
        assert_eq!(told(state.apply(Event::WokeUp, now())), [], "nothing changed");
    }

    #[test]
    fn rows_keep_their_places_while_it_is_open() {
        let mut state = state(ALL);
        shown(&mut state);
        let renews = state.apply(Event::Clicked(Action::Renew { profile: "old".to_owned() }), now());
        let said = patch(renews);
        assert_eq!(said.order, None);
        let [row] = &said.rows[..] else { panic!("{said:?}") };
        assert_eq!((row.profile.as_str(), row.progress), ("old", Some(Progress::Renewing)));
        // Another is more urgent now, one has come and one is gone: those that stay keep their order.
        let news = [("base", None), ("old", Some(3)), ("dev", Some(2)), ("admin", Some(50))];
        let said = patch(state.apply(reading(&news, None), now()));
        assert_eq!(said.order.as_deref().map(|order| order.join(" ")).as_deref(), Some("admin dev old base"));
        let said = patch(state.apply(reading(ALL, None), now()));
        assert_eq!(
            said.order.as_deref().map(|order| order.join(" ")).as_deref(),
            Some("admin dev old base Late")
        );
    }

    #[test]
    fn a_page_that_is_gone_is_told_nothing() {
        let mut state = state(ALL);
        shown(&mut state);
        let closed = state.apply(Event::Switcher(SwitcherEvent::Closes), now());
        assert!(closed.contains(&Effect::Switcher(SwitcherEffect::Close)), "{closed:?}");
        state.apply(Event::Switcher(SwitcherEvent::Gone), now());
        assert_eq!(told(state.apply(reading(&ALL[..2], None), now())), []);
    }

    #[test]
    fn the_key_follows_the_preference() {
        let mut state = State::new(startup_context(Language::English));
        let mut listens = |key: Option<&str>| {
            let effects = state.apply(reading(ALL, key), now());
            let listen = |effect| match effect {
                Effect::Switcher(SwitcherEffect::Listen { key, .. }) => Some(key.map(|key| key.to_string())),
                _ => None,
            };
            effects.into_iter().find_map(listen)
        };
        assert_eq!(listens(None), None, "off at first, and nobody is troubled");
        assert_eq!(listens(Some("ctrl+alt+s")), Some(Some("Ctrl+Alt+S".to_owned())));
        assert_eq!(listens(Some("Ctrl+Alt+S")), None);
        assert_eq!(listens(None), Some(None));
        assert_eq!(state.facts.switcher_key, KeyState::Off);
        state.apply(Event::Switcher(SwitcherEvent::Key(KeyState::Taken)), now());
        assert_eq!(state.facts.switcher_key, KeyState::Taken);
    }
}
