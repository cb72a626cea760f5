//! Finds the programs that can open a file at a line on this machine.

use std::path::Path;

use sandglass_core::editor::{EditorCommand, EditorRequest, commands};

use crate::{Environment, os, read_preferences};

/// The ways to open a file, the best first.
pub struct Editors {
    /// True if the user chose the command: then there is only that.
    pub chosen: bool,
    /// The commands, their programs by the path they are found at.
    pub commands: Vec<EditorCommand>,
}

/// Looks for them.
pub fn editors(environment: &Environment, path: &Path, line: Option<usize>) -> Editors {
    let chosen = read_preferences(environment).ok().and_then(|found| found.settings().editor.clone());
    let is_program = |name: &str| os::is_program(name, &environment.variables);
    let request = EditorRequest {
        chosen: chosen.as_deref(),
        variables: &environment.variables,
        is_program: &is_program,
        path,
        line,
    };
    let found = |command: EditorCommand| {
        let program = os::programs_named(&command.program, &environment.variables).into_iter().next();
        let program = program.map_or(command.program, |program| program.display().to_string());
        EditorCommand { program, arguments: command.arguments }
    };
    Editors { chosen: chosen.is_some(), commands: commands(&request).into_iter().map(found).collect() }
}
