//! What the Profiles view asks for: planned by the core, written into the home, taken back.

use std::collections::BTreeMap;

use aws_files::{Document, FileKind, setting};
use sandglass_app::window::profiles::{
    EditableFile, FormInputs, ListInputs, PastChange, PastedProfile, PlanInputs, ProfileEdit, ProfileForm,
    ProfileList, ProfilePlan, SectionRef, TryAnswer, UndoView, Written, file_changes, form, list, pasted,
    plan, plan_back,
};
use sandglass_app::window::{BrokenFile, broken_file, file_problem};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::paste::{self, Pasted};
use sandglass_core::profiles::{Changes, Files, Plan, PlanContext, Rewrite, SectionName, Summary, diff};
use sandglass_doctor::fix_of_file;

use super::Desk;
use crate::aws;
use crate::home::Home;
use crate::reading::resolved;

/// So many changes can be taken back.
const KEPT: usize = 10;

/// What the page was shown and may name again, and what was written.
#[derive(Default)]
pub(super) struct Shown {
    last: u64,
    plans: BTreeMap<String, Planned>,
    pastes: BTreeMap<String, Pasted>,
    past: Vec<PastWrite>,
}

/// What writing a plan takes.
#[derive(Clone)]
struct Planned {
    view: ProfilePlan,
    rewrite: Option<Rewrite>,
    /// The change that it takes back, or makes again.
    step: Option<(u64, bool)>,
}

/// A change that was written.
struct PastWrite {
    id: u64,
    at: Timestamp,
    summary: Summary,
    rewrite: Rewrite,
    undone: bool,
}

impl Shown {
    fn next_id(&mut self) -> u64 {
        self.last += 1;
        self.last
    }
}

impl Home {
    /// What several changes of one section would make of the files.
    pub(crate) fn plan(&self, files: &Files, changes: &Changes) -> Result<Plan, Problem> {
        let (paths, variables) = (self.paths(), self.variables());
        let context = PlanContext { paths: &paths, variables: &variables, is_program: &|_| true };
        Plan::of_all(files, changes, context)
    }

    /// A file of it changed since it was looked at.
    fn changed(&self) -> Problem {
        let paths = self.paths();
        Problem::new(Code::FileChanged).with("path", paths.display(&paths.config))
    }
}

impl Desk {
    /// Every section that can be edited.
    pub(crate) fn profile_list(&self) -> ProfileList {
        let (home, text, paths) = (&self.home, self.text(), self.home.paths());
        let files = home.files();
        let editable = |kind: FileKind| {
            let broken = files.document(kind).syntax_errors().first().map(sandglass_core::syntax::problem);
            let path = paths.display(paths.file(kind));
            let readonly = kind == FileKind::Credentials && home.options.has("readonly");
            let unwritable = readonly.then(|| {
                Problem::new(Code::FileUnwritable)
                    .with("path", &path)
                    .with("detail", "Permission denied (os error 13)")
            });
            EditableFile {
                file: kind.into(),
                exists: home.exists(kind),
                problem: broken.or(unwritable).map(|problem| file_problem(&problem, &text, &paths)),
                path,
            }
        };
        list(ListInputs {
            profiles: &files.compared(),
            variables: &home.variables(),
            revision: home.revision(),
            files: Files::KINDS.map(editable).into(),
            undo: self.next_step(false).map(|past| self.shown_change(past)),
            redo: self.next_step(true).map(|past| self.shown_change(past)),
        })
    }

    /// One section to edit.
    pub(crate) fn profile_form(&self, section: SectionRef) -> Result<ProfileForm, Problem> {
        let home = &self.home;
        let (files, section) = (home.files(), SectionName::from(section));
        let profiles = files.compared();
        let preferences = home.preferences().ok();
        let (resolution, refresh) = match &section {
            SectionName::Profile(name) => (
                Some(resolved(&profiles, &home.variables(), name)),
                preferences.as_ref().and_then(|found| found.settings().refresh(name)),
            ),
            _ => (None, None),
        };
        let inputs = FormInputs {
            files: &files,
            profiles: &profiles,
            resolution: resolution.as_ref(),
            refresh,
            revision: home.revision(),
            paths: &home.paths(),
        };
        form(inputs, &section, &self.text())
    }

    /// What an edit would make of the files.
    pub(crate) fn plan_profile(&mut self, edit: ProfileEdit) -> Result<ProfilePlan, Problem> {
        let id = self.shown.next_id().to_string();
        let (files, text) = (self.home.files(), self.text());
        let profiles = files.profiles();
        let changes =
            edit.changes(|paste| self.shown.pastes.get(paste).cloned(), |name| profiles.get(name).is_some())?;
        let planned = self.home.plan(&files, &changes);
        let inputs = PlanInputs {
            id: id.clone(),
            changes: &changes,
            planned: &planned,
            exists: &|kind| self.home.exists(kind),
            paths: &self.home.paths(),
            profiles: &profiles,
        };
        let view = plan(&inputs, &text);
        let rewrite = planned.ok().filter(|_| view.writable).map(|plan| plan.rewrite);
        self.shown.plans.insert(id, Planned { view: view.clone(), rewrite, step: None });
        Ok(view)
    }

    /// Writes a plan exactly as it was shown, or nothing. With `?mount` the files can only be written in place.
    pub(crate) fn write_plan(&mut self, id: &str, in_place: bool) -> Result<Written, Problem> {
        if self.home.options.has("mount") && !in_place {
            let path = self.home.paths().display(&self.home.paths().config);
            return Err(Problem::new(Code::NotReplaceable).with("path", path).with("why", "mount"));
        }
        let planned = self.shown.plans.get(id).cloned().ok_or_else(|| self.home.changed())?;
        let rewrite = planned.rewrite.ok_or_else(|| self.home.changed())?;
        let files = self.write(&rewrite)?;
        let change = match planned.step {
            Some((id, again)) => {
                for past in self.shown.past.iter_mut().filter(|past| past.id == id) {
                    past.undone = !again;
                }
                None
            }
            None => Some(self.keep(rewrite.clone()).to_string()),
        };
        Ok(Written {
            files,
            section: planned.view.section,
            gone: rewrite.summary().gone(),
            change,
            notes: Vec::new(),
        })
    }

    /// Puts the new texts into the files, where the old ones still stand; the preferences follow a new name.
    pub(crate) fn write(&mut self, rewrite: &Rewrite) -> Result<Vec<String>, Problem> {
        let (now, paths) = (self.home.files(), self.home.paths());
        let mut after = now.clone();
        for kind in rewrite.files() {
            if now.document(kind).bytes() != rewrite.before.document(kind).bytes() {
                let path = paths.display(paths.file(kind));
                return Err(Problem::new(Code::FileChanged).with("path", path));
            }
            after.set(rewrite.after.document(kind).clone());
        }
        self.home.write_files(&after);
        if let (Some((from, to)), Ok(mut preferences)) = (rewrite.renamed(), self.home.preferences())
            && preferences.follow_name(&from, &to).is_ok()
        {
            self.home.write_preferences(&preferences);
        }
        Ok(rewrite.files().map(|kind| paths.display(paths.file(kind))).collect())
    }

    fn keep(&mut self, rewrite: Rewrite) -> u64 {
        let id = self.shown.next_id();
        let past = &mut self.shown.past;
        past.retain(|change| !change.undone);
        past.push(PastWrite { id, at: self.now, summary: rewrite.summary(), rewrite, undone: false });
        let surplus = past.len().saturating_sub(KEPT);
        past.drain(..surplus);
        id
    }

    /// The change that a step is about: the last that was not taken back, or the one taken back last.
    fn next_step(&self, again: bool) -> Option<&PastWrite> {
        let newest_first = || self.shown.past.iter().rev();
        if again {
            newest_first().take_while(|change| change.undone).last()
        } else {
            newest_first().find(|change| !change.undone)
        }
    }

    fn shown_change(&self, past: &PastWrite) -> PastChange {
        PastChange {
            id: past.id.to_string(),
            at: past.at.timestamp_millis(),
            what: past.summary.said(&self.text()),
        }
    }

    /// What taking the last change back comes to, or making the one again that was taken back last.
    pub(crate) fn undo_profiles(&mut self, again: bool) -> UndoView {
        let Some(past) = self.next_step(again) else { return UndoView::Nothing };
        let (change, id) = (self.shown_change(past), past.id);
        let Rewrite { before, after } = &past.rewrite;
        let (from, to) = if again { (before, after) } else { (after, before) };
        let now = self.home.files();
        let (mut then, mut changed) = (now.clone(), Vec::new());
        for kind in past.rewrite.files() {
            let stands = now.document(kind).bytes();
            if stands == from.document(kind).bytes() {
                then.set(to.document(kind).clone());
            } else {
                changed.extend(diff(now.document(kind), to.document(kind)));
            }
        }
        let paths = self.home.paths();
        let shown = |diffs: &[_]| file_changes(diffs, &paths, &|kind| self.home.exists(kind));
        if !changed.is_empty() {
            return UndoView::Changed { files: shown(&changed), change };
        }
        let rewrite = Rewrite { before: now, after: then };
        let section = rewrite.summary().after();
        let (files, plan) = (shown(&rewrite.diffs()), self.shown.next_id().to_string());
        let view = plan_back(plan.clone(), section, files);
        let planned = Planned { view: view.clone(), rewrite: Some(rewrite), step: Some((id, again)) };
        self.shown.plans.insert(plan, planned);
        UndoView::Ready { plan: view, change }
    }

    /// Reads the clipboard and says what is on it.
    pub(crate) fn paste_profile(&mut self, into: Option<String>) -> Result<PastedProfile, Problem> {
        if self.home.clipboard.is_empty() {
            return Err(Problem::new(Code::ClipboardEmpty));
        }
        let found = paste::recognise(&self.home.clipboard)?;
        let profiles = self.home.files().profiles();
        let id = self.shown.next_id().to_string();
        let view = pasted(id.clone(), &found, into, |name| profiles.get(name).is_some());
        self.shown.pastes = BTreeMap::from([(id, found)]);
        Ok(view)
    }

    /// Asks AWS for a session of the profile as the plan would make it.
    pub(crate) fn try_plan(&self, id: &str, code: Option<&str>) -> TryAnswer {
        let refused = |problem: &Problem| TryAnswer::Refused { words: self.problem_text(problem) };
        let Some(rewrite) = self.shown.plans.get(id).and_then(|planned| planned.rewrite.as_ref()) else {
            return refused(&self.home.changed());
        };
        let Some(section) = rewrite.summary().after() else { return refused(&self.home.changed()) };
        let profiles = rewrite.after.profiles();
        let resolution = resolved(&profiles, &self.home.variables(), &section.name);
        let role = profiles.get(&section.name).and_then(|profile| profile.get(setting::ROLE_ARN));
        if self.home.options.has("fail") {
            let source = resolution.source.as_ref().map(sandglass_core::resolve::Source::base);
            let signer = source.map_or("", |source| source.name());
            return refused(&aws::not_trusted(signer, role.map_or("", |role| role.value())));
        }
        if self.home.options.has("mfa") && code.is_none() {
            return TryAnswer::NeedsCode { serial: "arn:aws:iam::123456789012:mfa/ana".to_owned() };
        }
        TryAnswer::Works { expires_at: Some((self.now + chrono::TimeDelta::hours(1)).timestamp_millis()) }
    }

    /// The files that the AWS CLI refuses, each with what fixes it where that is plain.
    pub(crate) fn broken_files(&mut self) -> Vec<BrokenFile> {
        let (files, text, paths) = (self.home.files(), self.text(), self.home.paths());
        let mut found = Vec::new();
        for kind in Files::KINDS {
            let document: &Document = files.document(kind);
            let fixed = fix_of_file(document).and_then(|change| self.home.plan(&files, &change.into()).ok());
            let plan = fixed.map(|plan| {
                let changes = file_changes(&plan.rewrite.diffs(), &paths, &|kind| self.home.exists(kind));
                let id = self.shown.next_id().to_string();
                let view = plan_back(id.clone(), None, changes);
                let planned = Planned { view: view.clone(), rewrite: Some(plan.rewrite), step: None };
                self.shown.plans.insert(id, planned);
                view
            });
            found.extend(broken_file(document, plan, &text, &paths));
        }
        found
    }
}
