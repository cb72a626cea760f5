//! Applies a reading's preferences and problems to the state.

use super::{Effect, State};
use sandglass_core::snapshot::Snapshot;
use sandglass_core::text::Text;

impl State {
    /// Follows the preferences of a new reading. While they cannot be read, what the user chose before
    /// holds, and nothing on this machine is changed because of it.
    pub(super) fn follow_preferences(&mut self, snapshot: &mut Snapshot) -> Vec<Effect> {
        let news = snapshot.problems.iter().filter(|problem| !self.facts.snapshot.problems.contains(problem));
        let mut effects: Vec<Effect> = news.cloned().map(Effect::Log).collect();
        if snapshot.problems.iter().any(sandglass_core::problem::Problem::is_of_preferences) {
            if self.has_read {
                snapshot.settings = self.facts.snapshot.settings.clone();
            }
            return effects;
        }
        let language = snapshot.settings.language.unwrap_or(self.facts.config.system_language);
        if self.facts.text.language() != language {
            self.facts.text = Text::new(language);
        }
        let at_login = snapshot.settings.start_at_login;
        // The demo is no program anybody wants at every login.
        if !self.facts.config.demo && self.starts_at_login.replace(at_login) != Some(at_login) {
            effects.push(Effect::StartAtLogin(at_login));
        }
        effects.extend(self.switcher_key_chosen(snapshot.settings.switcher_key.as_ref()));
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Event;
    use crate::testing;
    use sandglass_core::preferences::Settings;
    use sandglass_core::problem::{Code, Problem};
    use sandglass_core::text::Language;

    fn reading(settings: Settings, problems: &[Problem]) -> Event {
        let snapshot = testing::snapshot(Vec::new());
        Event::Read(Box::new(Snapshot { settings, problems: problems.to_vec(), ..snapshot }))
    }

    fn at_login(start_at_login: bool) -> Settings {
        Settings { start_at_login, ..Settings::default() }
    }

    fn broken() -> Problem {
        Problem::new(Code::PreferencesUnusable)
    }

    #[test]
    fn the_login_is_settled_once_and_again_when_it_changes() {
        let mut state = State::new(testing::startup_context(Language::English));
        let mut told = |settings| state.apply(reading(settings, &[]), testing::now());
        assert_eq!(told(at_login(false)), [Effect::StartAtLogin(false)]);
        assert_eq!(told(at_login(false)), []);
        assert_eq!(told(at_login(true)), [Effect::StartAtLogin(true)]);
        assert_eq!(told(at_login(true)), []);
    }

    #[test]
    fn the_demo_leaves_the_login_alone() {
        let mut startup_context = testing::startup_context(Language::English);
        startup_context.demo = true;
        let mut state = State::new(startup_context);
        assert_eq!(state.apply(reading(at_login(true), &[]), testing::now()), []);
    }

    #[test]
    fn preferences_that_cannot_be_read_change_nothing() {
        let mut state = State::new(testing::startup_context(Language::English));
        let told = state.apply(reading(Settings::default(), &[broken()]), testing::now());
        assert_eq!(told, [Effect::Log(broken())]);
        let chosen = Settings { silent_renewal: false, ..at_login(true) };
        state.apply(reading(chosen.clone(), &[]), testing::now());
        let told = state.apply(reading(Settings::default(), &[broken()]), testing::now());
        assert_eq!((told, &state.facts.snapshot.settings), (vec![Effect::Log(broken())], &chosen));
        // Said once, while it stays so.
        assert_eq!(state.apply(reading(Settings::default(), &[broken()]), testing::now()), []);
    }

    #[test]
    fn the_chosen_language_is_spoken_and_given_up_again() {
        let mut state = State::new(testing::startup_context(Language::English));
        let mut menu = |language| {
            let settings = Settings { language, ..Settings::default() };
            state.apply(reading(settings, &[]), testing::now());
            format!("{:?}", state.tray(testing::now()).menu)
        };
        assert!(menu(None).contains("\"Quit\""));
        assert!(menu(Some(Language::Portuguese)).contains("\"Sair\""));
        assert!(menu(None).contains("\"Quit\""));
    }
}
