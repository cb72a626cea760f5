//! What the window shows of the profiles.

use aws_files::{Document, FileKind, SectionName};
use sandglass_core::problem::Problem;
use sandglass_core::profiles::Files;
use sandglass_core::text::Text;
use sandglass_core::view::window::file_problem;
use sandglass_core::view::window::profiles::{
    EditableFile, FormInputs, ListInputs, ProfileForm, ProfileList, form, list,
};

use super::Undo;
use super::edit::past_change;
use crate::snapshot::resolve_named;
use crate::{Environment, files, read_preferences};

/// Every section that can be edited. A file that cannot be read or parsed says why; what the other one
/// holds is listed.
pub fn profile_list(environment: &Environment, text: &Text) -> ProfileList {
    let document = |kind| files::read_document(&environment.paths, kind).map(|(document, _)| document);
    let (config, credentials) = (document(FileKind::Config), document(FileKind::Credentials));
    let editable = [(FileKind::Config, &config), (FileKind::Credentials, &credentials)];
    let editable = editable.map(|(kind, read)| editable_file(environment, kind, read.as_ref().err(), text));
    let revision = files::revision([config.as_ref().ok(), credentials.as_ref().ok()]);
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
        undo: step(super::undo(environment)),
        redo: step(super::redo(environment)),
    })
}

fn editable_file(
    environment: &Environment,
    kind: FileKind,
    unreadable: Option<&Problem>,
    text: &Text,
) -> EditableFile {
    let path = environment.paths.file(kind);
    let problem = unreadable.cloned().or_else(|| files::check_editable(environment, kind).err());
    EditableFile {
        file: kind.into(),
        path: environment.paths.display(path),
        exists: path.exists(),
        problem: problem.map(|problem| file_problem(&problem, text, &environment.paths)),
    }
}

/// One section to edit; fails for one that is not there.
pub fn profile_form(
    environment: &Environment,
    section: &SectionName,
    text: &Text,
) -> Result<ProfileForm, Problem> {
    let both = super::read(environment)?;
    let profiles = both.compared();
    let preferences = read_preferences(environment).ok();
    let (resolution, refresh) = match section {
        SectionName::Profile(name) => (
            Some(resolve_named(&profiles, environment, name, &[])),
            preferences.as_ref().and_then(|found| found.settings().refresh(name)),
        ),
        _ => (None, None),
    };
    let inputs = FormInputs {
        files: &both,
        profiles: &profiles,
        resolution: resolution.as_ref(),
        refresh,
        revision: files::revision([Some(&both.config), Some(&both.credentials)]),
        paths: &environment.paths,
    };
    form(inputs, section, text)
}
