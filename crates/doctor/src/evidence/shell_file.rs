//! Which variables a shell's own file sets, as far as that can be read without running it.

use aws_files::Secret;

/// The language of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// sh, bash, zsh.
    #[default]
    Posix,
    /// fish.
    Fish,
    /// `environment.d`: every line is `NAME=VALUE`.
    Environment,
}

/// A variable that is set.
#[derive(Clone)]
pub struct Assigned {
    /// Its name.
    pub name: String,
    /// Its value; none where only running the file would tell.
    pub value: Option<Secret>,
    /// The line, from 1.
    pub line: usize,
    /// Whether the line does nothing else.
    pub is_whole_line: bool,
}

/// The variables of AWS that new processes get from a file, in the order of its lines. What is set and
/// taken away again, or set in a function that nobody called yet, is not among them.
pub fn assignments(text: &str, dialect: Dialect) -> Vec<Assigned> {
    let mut reader = Reader { dialect, ..Reader::default() };
    for (index, line) in text.lines().enumerate() {
        reader.line(index + 1, line);
    }
    let exported = reader.exported;
    let reaches = |found: &(Assigned, bool)| found.1 || exported.contains(&found.0.name);
    reader.found.into_iter().filter(reaches).map(|(assigned, _)| assigned).collect()
}

#[derive(Default)]
struct Reader {
    dialect: Dialect,
    /// What is set, and whether its own line exports it.
    found: Vec<(Assigned, bool)>,
    exported: Vec<String>,
    /// How many functions are open: their lines run when somebody calls them.
    functions: usize,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if self.is_in_function(line) {
            return;
        }
        let commands = commands(line);
        let is_whole_line = commands.iter().all(|words| sets_only_ours(words, self.dialect));
        for words in &commands {
            self.command(words, number, is_whole_line);
        }
    }

    /// Follows the braces of functions, and of fish's `function … end`.
    fn is_in_function(&mut self, line: &str) -> bool {
        let line = line.trim();
        let (opens, closes) = match self.dialect {
            Dialect::Posix => {
                ((line.contains("()") || line.starts_with("function ")) && !line.ends_with('}'), line == "}")
            }
            Dialect::Fish => {
                let opens = ["if ", "for ", "while ", "switch ", "begin"];
                let inner = self.functions > 0 && opens.iter().any(|word| line.starts_with(word));
                (line.starts_with("function ") || inner, line == "end" && self.functions > 0)
            }
            Dialect::Environment => (false, false),
        };
        let inside = self.functions > 0;
        if opens {
            self.functions += 1;
        } else if closes {
            self.functions = self.functions.saturating_sub(1);
        }
        inside || opens
    }

    fn command(&mut self, words: &[Word], line: usize, is_whole_line: bool) {
        let Some(first) = words.first() else { return };
        match (self.dialect, first.text.as_str()) {
            (Dialect::Posix, "unset") => self.forget(&words[1..]),
            (Dialect::Fish, "set") => self.fish(&words[1..], line, is_whole_line),
            (Dialect::Posix | Dialect::Fish, "export") => {
                self.assign(&words[1..], line, true, is_whole_line);
                let names = words[1..].iter().filter(|word| !word.text.contains('='));
                self.exported.extend(names.map(|word| word.text.clone()));
            }
            (Dialect::Posix, "declare" | "typeset") => {
                let exports = words.iter().any(|word| word.text.starts_with('-') && word.text.contains('x'));
                self.assign(&words[1..], line, exports, is_whole_line);
            }
            (Dialect::Posix, _) if words.iter().all(|word| is_assignment(&word.text)) => {
                self.assign(words, line, false, is_whole_line);
            }
            (Dialect::Environment, _) => self.assign(words, line, true, is_whole_line),
            _ => {}
        }
    }

    fn assign(&mut self, words: &[Word], line: usize, exports: bool, is_whole_line: bool) {
        for word in words {
            let Some((name, value)) = word.text.split_once('=') else { continue };
            self.add(name, word.is_known.then_some(value), line, exports, is_whole_line);
        }
    }

    fn add(&mut self, name: &str, value: Option<&str>, line: usize, exports: bool, is_whole_line: bool) {
        if is_ours(name) {
            let value = value.map(|value| Secret::new(value.to_owned()));
            self.found.push((Assigned { name: name.to_owned(), value, line, is_whole_line }, exports));
        }
    }

    /// `set -gx NAME VALUE`, `set --export NAME VALUE`, `set -e NAME`.
    fn fish(&mut self, words: &[Word], line: usize, is_whole_line: bool) {
        let (flags, rest): (Vec<&Word>, Vec<&Word>) =
            words.iter().partition(|word| word.text.starts_with('-'));
        let has = |short: char, long: &str| {
            flags
                .iter()
                .any(|flag| flag.text == long || (!flag.text.starts_with("--") && flag.text.contains(short)))
        };
        if has('e', "--erase") {
            let names: Vec<Word> = rest.into_iter().cloned().collect();
            return self.forget(&names);
        }
        let [name, value] = rest.as_slice() else { return };
        let known = value.is_known.then_some(value.text.as_str());
        self.add(&name.text, known, line, has('x', "--export"), is_whole_line);
    }

    fn forget(&mut self, names: &[Word]) {
        self.found.retain(|(assigned, _)| !names.iter().any(|name| name.text == assigned.name));
    }
}

fn is_ours(name: &str) -> bool {
    name.starts_with("AWS_") && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    })
}

/// Whether a command only sets variables of AWS, so that its line can go.
fn sets_only_ours(words: &[Word], dialect: Dialect) -> bool {
    let ours = |word: &Word| is_ours(word.text.split('=').next().unwrap_or_default());
    let flag = |word: &Word| word.text.starts_with('-');
    match (dialect, words) {
        (Dialect::Fish, [first, rest @ ..]) if first.text == "set" => {
            rest.iter().find(|word| !flag(word)).is_some_and(ours)
        }
        (_, [first, rest @ ..]) if ["export", "declare", "typeset"].contains(&first.text.as_str()) => {
            rest.iter().all(|word| flag(word) || ours(word))
        }
        (_, words) => words.iter().all(ours),
    }
}

/// A word of a command line, without its quotes.
#[derive(Clone)]
struct Word {
    text: String,
    /// Without a variable or a command in it.
    is_known: bool,
}

/// The commands of a line: words between `;`, `&&`, `||`, `|` and comments.
fn commands(line: &str) -> Vec<Vec<Word>> {
    let mut lexer = Lexer::default();
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (lexer.quote, letter) {
            (Some(quote), letter) if letter == quote => lexer.quote = None,
            (quote, '\\') if quote != Some('\'') => lexer.escaped(letters.next()),
            (quote, '$' | '`') if quote != Some('\'') => lexer.unknown(letter),
            (None, '"' | '\'') => lexer.open(letter),
            (None, '#') if lexer.word.is_none() => break,
            (None, ';' | '&' | '|') => lexer.end_command(),
            (None, letter) if letter.is_whitespace() => lexer.end_word(),
            (_, letter) => lexer.push(letter),
        }
    }
    lexer.end_command();
    lexer.commands
}

#[derive(Default)]
struct Lexer {
    commands: Vec<Vec<Word>>,
    words: Vec<Word>,
    word: Option<Word>,
    quote: Option<char>,
}

impl Lexer {
    fn current(&mut self) -> &mut Word {
        self.word.get_or_insert_with(|| Word { text: String::new(), is_known: true })
    }

    fn push(&mut self, letter: char) {
        self.current().text.push(letter);
    }

    fn open(&mut self, quote: char) {
        self.current();
        self.quote = Some(quote);
    }

    /// In double quotes a backslash before most letters stays.
    fn escaped(&mut self, next: Option<char>) {
        match next {
            Some(letter) if self.quote.is_some() && !"\"\\$`".contains(letter) => {
                self.push('\\');
                self.push(letter);
            }
            Some(letter) => self.push(letter),
            None => {}
        }
    }

    fn unknown(&mut self, letter: char) {
        self.current().is_known = false;
        self.push(letter);
    }

    fn end_word(&mut self) {
        self.words.extend(self.word.take());
    }

    fn end_command(&mut self) {
        self.end_word();
        if !self.words.is_empty() {
            self.commands.push(std::mem::take(&mut self.words));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, dialect: Dialect) -> Vec<String> {
        let shown = |found: Assigned| {
            let value = found.value.map_or_else(|| "?".to_owned(), |value| value.expose().to_owned());
            let part = if found.is_whole_line { "" } else { " (part)" };
            format!("{}:{}={value}{part}", found.line, found.name)
        };
        assignments(text, dialect).into_iter().map(shown).collect()
    }

    #[test]
    fn exports_of_posix_shells() {
        let text = "export AWS_PROFILE=prod AWS_REGION='eu-west-1' # mine\n\
                    AWS_SESSION_TOKEN=\"a b\"; export AWS_SESSION_TOKEN\n\
                    AWS_LOST=1\n\
                    [ -f x ] && export AWS_A=1\n\
                    declare -x AWS_B=2\n\
                    export AWS_C=$(cat token) PATH=/x\n\
                    # export AWS_D=4\n\
                    use() {\n  export AWS_E=5\n}\n\
                    alias p='AWS_PROFILE=x'\n\
                    export AWS_GONE=1\nunset AWS_GONE\n\
                    AWS_F=6 aws s3 ls\n";
        assert_eq!(
            read(text, Dialect::Posix),
            [
                "1:AWS_PROFILE=prod",
                "1:AWS_REGION=eu-west-1",
                "2:AWS_SESSION_TOKEN=a b",
                "4:AWS_A=1 (part)",
                "5:AWS_B=2",
                "6:AWS_C=? (part)"
            ]
        );
    }

    #[test]
    fn fish_and_environment_d() {
        let text = "set -gx AWS_PROFILE prod\nset --export --global AWS_REGION 'eu-west-1'\nset AWS_X 1\n\
                    function p\n  if true\n    set -gx AWS_Y 1\n  end\nend\nset -gx AWS_Z 1\nset -e AWS_Z\n";
        assert_eq!(read(text, Dialect::Fish), ["1:AWS_PROFILE=prod", "2:AWS_REGION=eu-west-1"]);
        assert_eq!(read("AWS_PROFILE=prod\n# no\nPATH=/x\n", Dialect::Environment), ["1:AWS_PROFILE=prod"]);
    }
}
