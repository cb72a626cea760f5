//! The profiles as the window shows them.

use sandglass_app::window::file_problem;
use sandglass_app::window::profiles::{
    EditableFile, FormInputs, ListInputs, ProfileForm, ProfileList, form, list,
};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::profiles::{Document, FileKind, Files, SectionName};
use sandglass_core::text::Text;

use sandglass_engine::profiles::{self, Undo};
use sandglass_engine::{Environment, read_preferences};

use super::edit::past_change;

/// Every section that can be edited. A file that cannot be read or parsed says why; what the other one
/// holds is listed.
pub(crate) fn profile_list(environment: &Environment, text: &Text) -> ProfileList {
    let document = |kind| profiles::read_one(environment, kind);
    let (config, credentials) = (document(FileKind::Config), document(FileKind::Credentials));
    let editable = [(FileKind::Config, &config), (FileKind::Credentials, &credentials)];
    let editable = editable.map(|(kind, read)| editable_file(environment, kind, read.as_ref().err(), text));
    let revision = profiles::revision(config.as_ref().ok(), credentials.as_ref().ok());
    let or_empty =
        |read: Result<Document, Problem>, kind| read.unwrap_or_else(|_| Document::parse(kind, b""));
    let both = Files {
        config: or_empty(config, FileKind::Config),
        credentials: or_empty(credentials, FileKind::Credentials),
    };
    let step = |step: Result<Undo, Problem>| {
        let change = match step.ok()? {
            Undo::Ready(step) => step.change,
            Undo::Changed(change, _) => change,
        };
        Some(past_change(&change, text))
    };
    list(ListInputs {
        profiles: &both.compared(),
        variables: &environment.variables,
        revision,
        files: editable.into(),
        undo: step(profiles::undo(environment)),
        redo: step(profiles::redo(environment)),
    })
}

fn editable_file(
    environment: &Environment,
    kind: FileKind,
    unreadable: Option<&Problem>,
    text: &Text,
) -> EditableFile {
    let path = environment.paths.file(kind);
    // A file that can be written in place is one to edit: it is asked when it is saved.
    let refused = || profiles::check_editable(environment, kind).err();
    let problem = unreadable.cloned().or_else(refused).filter(|problem| problem.code != Code::NotReplaceable);
    EditableFile {
        file: kind.into(),
        path: environment.paths.display(path),
        exists: path.exists(),
        problem: problem.map(|problem| file_problem(&problem, text, &environment.paths)),
    }
}

/// One section to edit; fails for one that is not there.
pub(crate) fn profile_form(
    environment: &Environment,
    section: &SectionName,
    text: &Text,
) -> Result<ProfileForm, Problem> {
    let both = profiles::read(environment)?;
    let profiles = both.compared();
    let preferences = read_preferences(environment).ok();
    let (resolution, refresh) = match section {
        SectionName::Profile(name) => (
            Some(profiles::resolve_in(environment, &profiles, name)),
            preferences.as_ref().and_then(|found| found.settings().refresh(name)),
        ),
        _ => (None, None),
    };
    let inputs = FormInputs {
        files: &both,
        profiles: &profiles,
        resolution: resolution.as_ref(),
        refresh,
        revision: profiles::revision(Some(&both.config), Some(&both.credentials)),
        paths: &environment.paths,
    };
    form(inputs, section, text)
}
