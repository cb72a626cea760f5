//! Splits command lines into words, as botocore does on each system.

use aws_files::shlex_split;

/// The rules that split a command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Splitter {
    /// `shlex.split`.
    Posix,
    /// Blanks split, only `"` quotes, a backslash escapes only before `"`.
    Windows,
}

/// The program and its arguments, as botocore splits them; nothing is expanded. None for a quote that
/// does not end.
pub fn words(command: &str, splitter: Splitter) -> Option<Vec<String>> {
    match splitter {
        Splitter::Posix => shlex_split(command),
        Splitter::Windows => windows_words(command),
    }
}

/// botocore's `_windows_shell_split`, which follows Microsoft's C runtime.
fn windows_words(command: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let mut backslashes = 0;
    for c in command.chars() {
        if c == '\\' {
            backslashes += 1;
            continue;
        }
        let before = std::mem::take(&mut backslashes);
        let literal = if c == '"' { before / 2 } else { before };
        if before > 0 || c == '"' {
            word.get_or_insert_default().extend(std::iter::repeat_n('\\', literal));
        }
        match c {
            '"' if before % 2 == 1 => word.get_or_insert_default().push('"'),
            '"' => quoted = !quoted,
            ' ' | '\t' if !quoted => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    if backslashes > 0 {
        word.get_or_insert_default().extend(std::iter::repeat_n('\\', backslashes));
    }
    words.extend(word);
    (!quoted).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_windows() {
        let split = |text| words(text, Splitter::Windows);
        let owned = |words: &[&str]| Some(words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        assert_eq!(split(r"C:\tools\get.exe --name a"), owned(&[r"C:\tools\get.exe", "--name", "a"]));
        assert_eq!(split(r#""C:\Program Files\get.exe"  x"#), owned(&[r"C:\Program Files\get.exe", "x"]));
        assert_eq!(split(r#"a "" \"b\" c\\"#), owned(&["a", "", "\"b\"", r"c\\"]));
        assert_eq!(split(r#"a "b c"#), None);
        assert_eq!(words("a 'b c' d\\ e", Splitter::Posix), owned(&["a", "b c", "d e"]));
    }
}
