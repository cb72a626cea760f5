//! Words and values written for shells and for `credential_process`, read back by the rules of who reads them.

use std::path::Path;

use sandglass_core::command_line::{Splitter, words};
use sandglass_core::export::{Shell, argument, credential_process_line, powershell, shell_word};
use sandglass_core::process::handed_out_by_us;
use sandglass_doctor::evidence::shell_file::{Dialect, assignments};

use crate::{Target, seeds};

pub(crate) const TARGET: Target = Target { name: "quoting", check, read, seeds };

fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    // No file and no variable can hold it.
    if text.contains('\0') {
        return;
    }
    let one = |line: &str, expected: &[&str]| {
        let expected: Vec<String> = expected.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(words(line, Splitter::Posix), Some(expected), "{line}");
    };
    one(&format!("p {}", shell_word(text)), &["p", text]);
    let end_of_options: &[&str] = if text.starts_with('-') { &["--", text] } else { &[text] };
    one(&argument(text), end_of_options);
    our_own_helper_is_known(text);
    // A file of Windows has such ends of lines everywhere, and its reader knows them as ends of lines.
    if !text.contains('\r') {
        is_assigned_as_it_is(text);
    }
    assert_eq!(read_by_powershell(&powershell(text)).as_deref(), Some(text));
    // However a line is split, it is split without an end of memory or a panic.
    for splitter in [Splitter::Posix, Splitter::Windows] {
        let total: usize = words(text, splitter).iter().flatten().map(String::len).sum();
        assert!(total <= text.len(), "nothing is added by splitting");
    }
}

/// The line for a config file is read back as ours, on both systems.
fn our_own_helper_is_known(profile: &str) {
    let programs = [
        ("/opt/our tools/sandglass", Splitter::Posix),
        (r"C:\Program Files\sandglass.exe", Splitter::Windows),
    ];
    for (program, splitter) in programs {
        let line = credential_process_line(Path::new(program), profile);
        let command = line.strip_prefix("credential_process = ").expect("it is a setting");
        assert_eq!(handed_out_by_us(command, splitter).as_deref(), Some(profile), "{line}");
    }
}

/// A line that sets a variable sets it to that, and to nothing else.
fn is_assigned_as_it_is(value: &str) {
    for (shell, dialect) in
        [(Shell::Bash, Dialect::Posix), (Shell::Zsh, Dialect::Posix), (Shell::Fish, Dialect::Fish)]
    {
        let line = shell.set_line("AWS_PROFILE", value);
        let found = assignments(&line, dialect);
        let [found] = found.as_slice() else { panic!("{} assignments: {line}", found.len()) };
        assert_eq!(found.value.as_ref().map(aws_files::Secret::expose), Some(value), "{line}");
    }
}

/// How PowerShell reads a text in single quotes (`ScanStringLiteral`): five characters open and close it, and two of them
/// are one that stands for itself. None where something follows.
fn read_by_powershell(line: &str) -> Option<String> {
    let is_quote = |c: &char| "'\u{2018}\u{2019}\u{201a}\u{201b}".contains(*c);
    let mut rest = line.chars().peekable();
    rest.next().filter(is_quote)?;
    let mut text = String::new();
    while let Some(c) = rest.next() {
        if !is_quote(&c) {
            text.push(c);
        } else if let Some(second) = rest.next_if(is_quote) {
            text.push(second);
        } else {
            return rest.next().is_none().then_some(text);
        }
    }
    None
}

fn read(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = (words(text, Splitter::Posix), words(text, Splitter::Windows), shell_word(text));
}

fn seeds() -> Vec<Vec<u8>> {
    seeds::of(&[
        "prod",
        "my prod",
        "it's",
        "-x --debug",
        "a\"b\\",
        "$HOME `id` $(id)",
        "%PATH% & calc",
        "\u{2019}; calc; \u{2018}",
        "two\nlines\r\n",
        "=ls",
        "'a b' \"c d\" e\\ f",
        "C:\\Program Files\\x\\",
    ])
}
