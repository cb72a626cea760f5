//! Quotes a value as one word of a shell or one text of a file format. All other code that writes such lines uses
//! these functions.

/// A word for a POSIX shell, and for Python's `shlex`: quoted only when it must be.
pub fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@%+=,".contains(c);
    // zsh takes `=name` for the path of a program.
    if !word.is_empty() && !word.starts_with(['-', '=']) && word.chars().all(plain) {
        return word.to_owned();
    }
    posix(word)
}

/// A profile's name as the last argument of one of our own commands: one that begins with `-` is no option.
pub fn argument(name: &str) -> String {
    let end_of_options = if name.starts_with('-') { "-- " } else { "" };
    format!("{end_of_options}{}", shell_word(name))
}

/// An option of another program with its value: a value that begins with `-` is no option.
pub fn option(name: &str, value: &str) -> String {
    let separator = if value.starts_with('-') { "=" } else { " " };
    format!("{name}{separator}{}", shell_word(value))
}

/// A text in quotes, for bash, zsh and every POSIX shell.
pub(super) fn posix(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The same for fish.
pub(super) fn fish(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

/// The same for PowerShell, where five characters open and close such a text: doubled, each stands for itself.
pub fn powershell(text: &str) -> String {
    let mut quoted = String::from("'");
    for c in text.chars() {
        if is_powershell_quote(c) {
            quoted.push(c);
        }
        quoted.push(c);
    }
    quoted.push('\'');
    quoted
}

fn is_powershell_quote(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}')
}

/// An assignment for `set` of the command prompt. It has no way to write every text: quotes end at the next one, and `%`
/// is looked at even within them. What holds neither those nor what only quotes keep together stands in quotes;
/// anything else is escaped letter by letter, and a line end, which nothing escapes, is a blank.
pub(super) fn cmd_set(name: &str, value: &str) -> String {
    let special = |c: char| "%!\"^&|<>()\r\n".contains(c) || c.is_control();
    if !value.contains(special) {
        return format!("set \"{name}={value}\"");
    }
    let escaped: String = value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .flat_map(|c| special(c).then_some('^').into_iter().chain([c]))
        .collect();
    format!("set {name}={escaped}")
}

/// The value of a line of a `.env` file, as its readers agree on it.
pub(super) fn dotenv(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@%+=,~".contains(c);
    if value.chars().all(plain) {
        return value.to_owned();
    }
    if !value.contains(['\'', '\\', '\n', '\r']) {
        return format!("'{value}'");
    }
    let mut quoted = String::from("\"");
    for c in value.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '"' | '\\' | '$' => quoted.extend(['\\', c]),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// A word of a `credential_process` line on Windows, as Microsoft's C runtime and botocore split it: backslashes are
/// letters but in front of a quote.
pub(super) fn windows_word(word: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"%&|<>^()'`$;".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    let mut quoted = String::from("\"");
    let mut backslashes = 0;
    for c in word.chars() {
        if c == '\\' {
            backslashes += 1;
            continue;
        }
        // In front of a quote they count twice, and one more keeps the quote a letter.
        let before = if c == '"' { 2 * backslashes + 1 } else { backslashes };
        quoted.extend(std::iter::repeat_n('\\', before));
        quoted.push(c);
        backslashes = 0;
    }
    quoted.extend(std::iter::repeat_n('\\', 2 * backslashes));
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::command_line::{Splitter, words};

    /// How PowerShell reads a text in single quotes to its end (`ScanStringLiteral`): the text, and what is left.
    fn read_by_powershell(line: &str) -> Option<(String, String)> {
        let mut rest = line.chars().peekable();
        let mut text = String::new();
        rest.next().filter(|c| is_powershell_quote(*c))?;
        while let Some(c) = rest.next() {
            if !is_powershell_quote(c) {
                text.push(c);
            } else if let Some(second) = rest.next_if(|next| is_powershell_quote(*next)) {
                text.push(second);
            } else {
                return Some((text, rest.collect()));
            }
        }
        None
    }

    /// What the command prompt runs of a line: `set` and its value. None where the line is more than that.
    fn read_by_cmd(line: &str) -> Option<String> {
        let rest = line.strip_prefix("set ")?;
        if let Some(quoted) = rest.strip_prefix('"') {
            let (inside, behind) = quoted.rsplit_once('"')?;
            return (behind.is_empty() && !inside.contains(['"', '%', '\n', '\r']))
                .then(|| inside.to_owned());
        }
        let mut value = String::new();
        let mut letters = rest.chars();
        while let Some(c) = letters.next() {
            match c {
                '^' => value.push(letters.next()?),
                '%' | '"' | '&' | '|' | '<' | '>' | '\n' | '\r' => return None,
                other => value.push(other),
            }
        }
        Some(value)
    }

    fn odd() -> impl Strategy<Value = String> {
        proptest::collection::vec(
            prop_oneof![
                proptest::sample::select(
                    "'\"\\$`%&|<>^!;()# \t-=~*?[]{}\u{2018}\u{2019}\u{201a}\u{201b}ü日"
                        .chars()
                        .collect::<Vec<_>>()
                ),
                proptest::char::range('a', 'e'),
            ],
            0..12,
        )
        .prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn powershell_reads_back_what_was_written(text in odd()) {
            prop_assert_eq!(read_by_powershell(&powershell(&text)), Some((text, String::new())));
        }

        #[test]
        fn the_command_prompt_runs_nothing_but_the_assignment(text in odd(), end in "(\r?\ncalc)?") {
            let value = text + &end;
            let line = cmd_set("AWS_PROFILE", &value);
            let read = read_by_cmd(&line);
            let expected: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            prop_assert_eq!(read.map(|set| set.replace('\t', " ")), Some(format!("AWS_PROFILE={expected}")));
        }

        #[test]
        fn a_word_stays_one_word(text in odd()) {
            prop_assert_eq!(words(&format!("p {}", shell_word(&text)), Splitter::Posix), Some(vec!["p".to_owned(), text.clone()]));
            prop_assert_eq!(words(&format!("p {}", windows_word(&text)), Splitter::Windows), Some(vec!["p".to_owned(), text]));
        }
    }

    #[test]
    fn names_that_look_like_options_are_none() {
        assert_eq!(argument("-x"), "-- '-x'");
        assert_eq!(argument("prod"), "prod");
        assert_eq!(option("--profile", "--debug"), "--profile='--debug'");
        assert_eq!(option("--profile", "my prod"), "--profile 'my prod'");
    }
}
