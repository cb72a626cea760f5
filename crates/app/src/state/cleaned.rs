//! Messages about a cleaning started in the tray, and about undoing it.

use super::{Effect, State};
use crate::notices::{Button, CLEANED, Notice};
use crate::tray::Action;
use sandglass_core::cache::PutBack;
use sandglass_core::problem::Problem;

impl State {
    pub(super) fn caches_cleaned(
        &self,
        count: usize,
        cleaning: Option<u32>,
        failure: Option<&Problem>,
    ) -> Vec<Effect> {
        let undo = cleaning.map(|cleaning| Button {
            action: Action::PutBackCaches { cleaning },
            label: self.facts.text.say("notice-undo"),
        });
        let may_undo = undo.as_ref().map(|_| self.facts.text.say("notice-cleaned-body"));
        let body: Vec<String> =
            failure.map(|problem| self.sentences(problem)).into_iter().chain(may_undo).collect();
        let nothing = count == 0 && failure.is_none();
        let title = self.facts.text.count("notice-cleaned", count);
        self.answer(!nothing, title, &body, undo.into_iter().collect())
    }

    pub(super) fn caches_put_back(&self, answer: &Result<PutBack, Problem>) -> Vec<Effect> {
        let (title, body): (String, Vec<String>) = match answer {
            Ok(PutBack { put_back, newer, failures }) => {
                let newer = (*newer > 0).then(|| self.facts.text.count("caches-newer", *newer));
                let failure = failures.first().map(|problem| self.sentences(problem));
                let title = self.facts.text.count("notice-restored", *put_back);
                (title, newer.into_iter().chain(failure).collect())
            }
            Err(problem) => {
                let paths = &self.facts.snapshot.paths;
                let next = self.facts.text.problem_next_in_window(problem, paths);
                (self.facts.text.problem(problem, paths), vec![next])
            }
        };
        self.answer(true, title, &body, Vec::new())
    }

    fn sentences(&self, problem: &Problem) -> String {
        let paths = &self.facts.snapshot.paths;
        format!(
            "{} {}",
            self.facts.text.problem(problem, paths),
            self.facts.text.problem_next_in_window(problem, paths)
        )
    }

    /// In the place of what was said of the cleaning before. Who wants no notification sees it in the menu.
    fn answer(&self, tells: bool, title: String, body: &[String], buttons: Vec<Button>) -> Vec<Effect> {
        let notice = Notice { slot: CLEANED, title, body: body.join("\n"), buttons };
        let told = (tells && self.facts.snapshot.settings.notifications).then_some(Effect::Notify(notice));
        told.into_iter().chain([Effect::Read]).collect()
    }
}
