//! A cursor over the characters of a text, and the commands found in it.

/// The depth to which expansions may stand in one another.
pub(super) const DEEPEST: usize = 100;

/// A word of a command, without its quotes.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub(super) text: String,
    /// Holds a variable, a command or a pattern: only running it would tell.
    pub(super) is_unknown: bool,
    /// Had quotes or a backslash: then it is no reserved word.
    pub(super) is_quoted: bool,
}

/// The place of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Run by every shell that reads the file.
    Top,
    /// Run under a condition, or again and again.
    Block,
    /// In a function, or in a process of its own: what it sets does not last.
    Away,
}

/// One command.
#[derive(Debug)]
pub(super) struct Command {
    pub(super) words: Vec<Word>,
    /// The lines it stands on, from 1.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) place: Place,
    /// True if what runs beside or after it does not depend on it, nor it on what ran before.
    pub(super) is_alone: bool,
}

/// The commands of a file.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) commands: Vec<Command>,
    /// True if everything that was opened was closed, so that the lines are understood.
    pub(super) is_certain: bool,
}

/// The end of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Line,
    Semicolon,
    /// `&&` or `||`: the next one depends on it.
    Condition,
    Pipe,
    Background,
}

/// The place in a text.
pub(super) struct Cursor {
    letters: Vec<char>,
    at: usize,
    /// The line, from 1.
    pub(super) line: usize,
}

impl Cursor {
    pub(super) fn new(text: &str) -> Self {
        Self { letters: text.replace("\r\n", "\n").chars().collect(), at: 0, line: 1 }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.peek_after(0)
    }

    pub(super) fn peek_after(&self, count: usize) -> Option<char> {
        self.letters.get(self.at + count).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        if letter == '\n' {
            self.line += 1;
        }
        Some(letter)
    }

    /// Takes these letters if they come next.
    pub(super) fn take(&mut self, letters: &str) -> bool {
        let comes = letters.chars().enumerate().all(|(count, letter)| self.peek_after(count) == Some(letter));
        if comes {
            for _ in letters.chars() {
                self.next();
            }
        }
        comes
    }

    pub(super) fn skip_while(&mut self, is_meant: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&is_meant) {
            self.next();
        }
    }

    pub(super) fn skip_to_the_end(&mut self) {
        self.at = self.letters.len();
    }

    pub(super) fn skip_comment(&mut self) {
        self.skip_while(|c| c != '\n');
    }

    /// The rest of the line, and its end.
    pub(super) fn take_line(&mut self) -> Option<String> {
        self.peek()?;
        let mut line = String::new();
        while let Some(letter) = self.next().filter(|letter| *letter != '\n') {
            line.push(letter);
        }
        Some(line)
    }

    /// The first letter that is no blank.
    pub(super) fn peek_behind_blanks(&self) -> Option<char> {
        self.letters[self.at.min(self.letters.len())..].iter().copied().find(|c| !matches!(c, ' ' | '\t'))
    }
}

/// The words of the command at hand, and what it has to do with others.
#[derive(Default)]
pub(super) struct Current {
    pub(super) words: Vec<Word>,
    pub(super) word: Option<Word>,
    first: Option<usize>,
    /// True if what came before decides whether it runs.
    pub(super) is_joined: bool,
    is_piped: bool,
}

impl Current {
    pub(super) fn begin(&mut self, line: usize) {
        self.first.get_or_insert(line);
    }

    pub(super) fn word(&mut self, line: usize) -> &mut Word {
        self.begin(line);
        self.word.get_or_insert_default()
    }

    /// A letter behind a backslash, which is no sign; a line's end there is none.
    pub(super) fn escaped(&mut self, cursor: &mut Cursor) {
        let line = cursor.line;
        cursor.next();
        self.begin(line);
        if let Some(letter) = cursor.next().filter(|letter| *letter != '\n') {
            let word = self.word(line);
            word.text.push(letter);
            word.is_quoted = true;
        }
    }

    /// A sign that is a word of its own, such as `>`.
    pub(super) fn sign(&mut self, line: usize, sign: &str) {
        self.begin(line);
        self.words.push(Word { text: sign.to_owned(), is_unknown: true, is_quoted: true });
    }

    /// Ends the command, and puts it beside the others.
    pub(super) fn end(&mut self, end: End, line: usize, place: Place, commands: &mut Vec<Command>) {
        let words = std::mem::take(&mut self.words);
        let first = self.first.take().unwrap_or(line);
        let depends = self.is_joined;
        let is_piped = self.is_piped || end == End::Pipe;
        if words.is_empty() {
            // A line may end behind `&&`.
            if end == End::Line {
                return;
            }
        } else {
            let is_away = is_piped || end == End::Background;
            commands.push(Command {
                words,
                first,
                last: line,
                place: if is_away { Place::Away } else { place },
                is_alone: !depends && matches!(end, End::Line | End::Semicolon),
            });
        }
        self.is_joined = matches!(end, End::Condition | End::Pipe);
        self.is_piped = end == End::Pipe;
    }
}
