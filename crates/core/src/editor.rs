//! Chooses the command that opens a file at a line. It starts nothing and uses no shell.

use std::ffi::OsString;
use std::path::Path;

use crate::variables::Variables;

/// A program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorCommand {
    /// The program, by its name or path.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<OsString>,
}

/// A request to open a file, and the means to open it.
pub struct EditorRequest<'a> {
    /// The user's own command, such as `code -g {file}:{line}`.
    pub chosen: Option<&'a str>,
    /// The variables, for `VISUAL` and `EDITOR`.
    pub variables: &'a Variables,
    /// Returns true if a program can be started by this name.
    pub is_program: &'a dyn Fn(&str) -> bool,
    /// The file.
    pub path: &'a Path,
    /// The line in it, from 1.
    pub line: Option<usize>,
}

/// The way an editor is told of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    /// `-g FILE:LINE`
    Goto,
    /// `FILE:LINE`
    Colon,
    /// `+LINE FILE`
    Plus,
    /// `-l LINE FILE`
    Short,
    /// `--line LINE FILE`
    Long,
    /// `-nLINE FILE`
    Joined,
    /// Not at all.
    None,
}

/// Editors with a window of their own; those that are looked for come in this order.
const GRAPHICAL: &[(&str, Syntax)] = &[
    ("code", Syntax::Goto),
    ("codium", Syntax::Goto),
    ("cursor", Syntax::Goto),
    ("zed", Syntax::Colon),
    ("zeditor", Syntax::Colon),
    ("subl", Syntax::Colon),
    ("gnome-text-editor", Syntax::Plus),
    ("gedit", Syntax::Plus),
    ("kate", Syntax::Short),
    ("kwrite", Syntax::Short),
    ("mousepad", Syntax::Long),
    ("xed", Syntax::Plus),
    ("pluma", Syntax::Plus),
    ("geany", Syntax::Short),
    ("gvim", Syntax::Plus),
    ("emacs", Syntax::Plus),
    ("mate", Syntax::Short),
    ("bbedit", Syntax::Plus),
    ("notepad++", Syntax::Joined),
];

/// The same editors by other names; only where somebody names them.
const OTHER_NAMES: &[(&str, Syntax)] = &[
    ("code-insiders", Syntax::Goto),
    ("code-oss", Syntax::Goto),
    ("vscodium", Syntax::Goto),
    ("windsurf", Syntax::Goto),
    ("sublime_text", Syntax::Colon),
    ("mvim", Syntax::Plus),
    ("emacsclient", Syntax::Plus),
    ("idea", Syntax::Long),
    ("pycharm", Syntax::Long),
    ("goland", Syntax::Long),
    ("webstorm", Syntax::Long),
    ("rustrover", Syntax::Long),
    ("clion", Syntax::Long),
    ("leafpad", Syntax::None),
    ("featherpad", Syntax::None),
    ("notepad", Syntax::None),
];

/// Editors that need a terminal.
const IN_A_TERMINAL: &[(&str, Syntax)] = &[
    ("vi", Syntax::Plus),
    ("vim", Syntax::Plus),
    ("nvim", Syntax::Plus),
    ("nano", Syntax::Plus),
    ("pico", Syntax::Plus),
    ("micro", Syntax::Plus),
    ("joe", Syntax::Plus),
    ("mg", Syntax::Plus),
    ("hx", Syntax::Colon),
    ("helix", Syntax::Colon),
    ("kak", Syntax::Plus),
];

/// Terminals, and what stands before the command that runs in them.
const TERMINALS: &[(&str, &str)] = &[
    ("x-terminal-emulator", "-e"),
    ("gnome-terminal", "--"),
    ("konsole", "-e"),
    ("xfce4-terminal", "-x"),
    ("foot", "--"),
    ("kitty", "--"),
    ("alacritty", "-e"),
    ("xterm", "-e"),
];

/// Returns the commands to start, the best first; after all of them the system's own way remains. Of a command that
/// was chosen, that alone: whoever chose it wants to hear when it does not start.
pub fn commands(request: &EditorRequest<'_>) -> Vec<EditorCommand> {
    if let Some(chosen) = request.chosen {
        return named(chosen, request).into_iter().collect();
    }
    let of_variables = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| request.variables.non_empty(name));
    let of_variables = of_variables.filter_map(|command| of_variable(command, request));
    let found = GRAPHICAL.iter().filter(|(name, _)| (request.is_program)(name));
    let found = found.map(|(name, syntax)| command((*name).to_owned(), Vec::new(), *syntax, request));
    let mut all: Vec<EditorCommand> = of_variables.collect();
    all.extend(found.take(1));
    all
}

/// A command somebody wrote: with places for file and line, or an editor that is known, or any program.
fn named(text: &str, request: &EditorRequest<'_>) -> Option<EditorCommand> {
    let mut words = split(text)?.into_iter();
    let program = words.next().filter(|program| !program.is_empty())?;
    let words: Vec<String> = words.collect();
    if words.iter().any(|word| word.contains("{file}")) {
        let arguments = words.iter().map(|word| filled(word, request)).collect();
        return Some(EditorCommand { program, arguments });
    }
    let syntax = syntax_of(&program, &[GRAPHICAL, OTHER_NAMES, IN_A_TERMINAL]).unwrap_or(Syntax::None);
    Some(command(program, words, syntax, request))
}

/// Of a variable only what is known: of any other program nobody can tell whether it needs a terminal.
fn of_variable(text: &str, request: &EditorRequest<'_>) -> Option<EditorCommand> {
    let words = split(text)?;
    let program = words.first()?;
    if !(request.is_program)(program) {
        return None;
    }
    let in_terminal = words[1..].iter().any(|word| matches!(word.as_str(), "-nw" | "-t" | "-tty" | "--tty"));
    if syntax_of(program, &[GRAPHICAL, OTHER_NAMES]).is_some() && !in_terminal {
        return named(text, request);
    }
    if !in_terminal && syntax_of(program, &[IN_A_TERMINAL]).is_none() {
        return None;
    }
    let (terminal, before) = TERMINALS.iter().find(|(terminal, _)| (request.is_program)(terminal))?;
    let editor = named(text, request)?;
    let first = [OsString::from(before), OsString::from(editor.program)];
    let arguments = first.into_iter().chain(editor.arguments).collect();
    Some(EditorCommand { program: (*terminal).to_owned(), arguments })
}

fn syntax_of(program: &str, tables: &[&[(&str, Syntax)]]) -> Option<Syntax> {
    let name = Path::new(program).file_name()?.to_str()?.to_lowercase();
    let name = [".exe", ".cmd", ".bat"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    tables.iter().copied().flatten().find(|(known, _)| *known == name).map(|(_, syntax)| *syntax)
}

fn command(
    program: String,
    words: Vec<String>,
    syntax: Syntax,
    request: &EditorRequest<'_>,
) -> EditorCommand {
    let mut arguments: Vec<OsString> = words.into_iter().map(OsString::from).collect();
    let file = || request.path.as_os_str().to_owned();
    let Some(line) = request.line else {
        arguments.push(file());
        return EditorCommand { program, arguments };
    };
    let with_line = || {
        let mut file = file();
        file.push(format!(":{line}"));
        file
    };
    match syntax {
        Syntax::Goto => arguments.extend(["-g".into(), with_line()]),
        Syntax::Colon => arguments.push(with_line()),
        Syntax::Plus => arguments.extend([format!("+{line}").into(), file()]),
        Syntax::Short => arguments.extend(["-l".into(), line.to_string().into(), file()]),
        Syntax::Long => arguments.extend(["--line".into(), line.to_string().into(), file()]),
        Syntax::Joined => arguments.extend([format!("-n{line}").into(), file()]),
        Syntax::None => arguments.push(file()),
    }
    EditorCommand { program, arguments }
}

/// The word with file and line in their places. What the file is called is put in whole, and read by nobody again.
fn filled(word: &str, request: &EditorRequest<'_>) -> OsString {
    let line = request.line.unwrap_or(1).to_string();
    let mut filled = OsString::new();
    for (place, part) in word.split("{file}").enumerate() {
        if place > 0 {
            filled.push(request.path);
        }
        filled.push(part.replace("{line}", &line));
    }
    filled
}

/// The words of a command: blanks part them, quotes hold them together, nothing else means anything, so that paths of
/// Windows stay what they are. None where a quote has no end.
fn split(text: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut open): (Vec<String>, Option<String>, Option<char>) = Default::default();
    for letter in text.chars() {
        match open {
            Some(quote) if letter == quote => open = None,
            None if letter == '"' || letter == '\'' => {
                open = Some(letter);
                word.get_or_insert_default();
            }
            None if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    (open.is_none() && !words.is_empty()).then_some(words)
}

/// True if a command can be started as it is written.
pub(crate) fn is_command(text: &str) -> bool {
    split(text).and_then(|words| words.into_iter().next()).is_some_and(|program| !program.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "/home/ana/my files/$(touch x);'config";

    fn opened(chosen: Option<&str>, variables: &[(&str, &str)], programs: &[&str]) -> Vec<String> {
        let variables: Variables = variables.iter().copied().collect();
        let is_program = |name: &str| programs.contains(&name);
        let path = Path::new(FILE);
        let request =
            EditorRequest { chosen, variables: &variables, is_program: &is_program, path, line: Some(73) };
        commands(&request).into_iter().map(|command| written(&command)).collect()
    }

    /// `program|argument|argument`
    fn written(command: &EditorCommand) -> String {
        let arguments = command.arguments.iter().map(|argument| argument.to_string_lossy().into_owned());
        [command.program.clone()].into_iter().chain(arguments).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_chosen_command_is_split_without_a_shell() {
        for (chosen, expected) in [
            ("code -g {file}:{line}", format!("code|-g|{FILE}:73")),
            ("  'my editor' --at={line} \"{file}\" ", format!("my editor|--at=73|{FILE}")),
            (r#""C:\Program Files\ed.exe" {file}"#, format!(r"C:\Program Files\ed.exe|{FILE}")),
            ("code --wait", format!("code|--wait|-g|{FILE}:73")),
            ("/opt/kate", format!("/opt/kate|-l|73|{FILE}")),
            ("unheard-of -x", format!("unheard-of|-x|{FILE}")),
            ("ed {line} {file} ; rm -rf {file}", format!("ed|73|{FILE}|;|rm|-rf|{FILE}")),
        ] {
            assert_eq!(opened(Some(chosen), &[("VISUAL", "gedit")], &["gedit"]), [expected], "{chosen}");
        }
        for wrong in ["", "   ", "code \"{file}", "''"] {
            assert!(opened(Some(wrong), &[], &[]).is_empty(), "{wrong}");
            assert!(!is_command(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_file_is_never_read_for_places() {
        let variables = Variables::default();
        let path = Path::new("/tmp/{line}");
        let request = EditorRequest {
            chosen: Some("e {file}:{line}"),
            variables: &variables,
            is_program: &|_| true,
            path,
            line: None,
        };
        assert_eq!(written(&commands(&request)[0]), "e|/tmp/{line}:1");
    }

    #[test]
    fn variables_come_before_what_is_found() {
        let found = opened(None, &[("VISUAL", "gedit"), ("EDITOR", "nano")], &["gedit", "code"]);
        assert_eq!(found, [format!("gedit|+73|{FILE}"), format!("code|-g|{FILE}:73")]);
        assert_eq!(opened(None, &[("VISUAL", "gedit")], &[]), [] as [&str; 0], "it is not there");
        assert_eq!(
            opened(None, &[("EDITOR", "mousepad")], &["mousepad"])[0],
            format!("mousepad|--line|73|{FILE}")
        );
    }

    #[test]
    fn an_editor_of_terminals_gets_one_or_is_left_out() {
        let vim = &[("EDITOR", "vim")][..];
        assert_eq!(opened(None, vim, &["vim"]), [] as [&str; 0]);
        let in_terminal = opened(None, vim, &["vim", "xterm"]);
        assert_eq!(in_terminal, [format!("xterm|-e|vim|+73|{FILE}")]);
        let emacs = opened(None, &[("EDITOR", "emacs -nw")], &["emacs", "konsole"]);
        assert_eq!(emacs[0], format!("konsole|-e|emacs|-nw|+73|{FILE}"));
        assert_eq!(opened(None, &[("EDITOR", "my-own")], &["my-own", "xterm"]), [] as [&str; 0]);
    }
}
