//! Whether a program can be started by a name.

use std::path::Path;

use sandglass_core::variables::Variables;

/// What a program's name may end in without being written out.
const ENDINGS: &[&str] = if cfg!(windows) { &["", ".exe", ".cmd", ".bat", ".com"] } else { &[""] };

/// A path to a file, or a name that is found in one of the directories of `PATH`.
pub(crate) fn is_program(program: &str, variables: &Variables) -> bool {
    let is_file = |path: &Path| {
        ENDINGS.iter().any(|ending| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            Path::new(&name).is_file()
        })
    };
    if program.contains(std::path::is_separator) {
        return is_file(Path::new(program));
    }
    let path = variables.first_non_empty(&["PATH", "Path"]).map_or("", |(_, path)| path);
    std::env::split_paths(path).any(|directory| is_file(&directory.join(program)))
}
