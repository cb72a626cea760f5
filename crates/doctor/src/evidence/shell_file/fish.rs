//! Finds the commands in a file for fish.

use super::cursor::{Command, Current, Cursor, DEEPEST, End, Place, Scanned, Word};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    If,
    Function,
    Other,
    Brace,
}

pub(super) fn scan(text: &str) -> Scanned {
    let mut scanner = Scanner {
        cursor: Cursor::new(text),
        current: Current::default(),
        commands: Vec::new(),
        blocks: Vec::new(),
        functions: 0,
        is_after_else: false,
        depth: 0,
        is_certain: true,
    };
    scanner.run();
    Scanned { is_certain: scanner.is_certain, commands: scanner.commands }
}

struct Scanner {
    cursor: Cursor,
    current: Current,
    commands: Vec<Command>,
    blocks: Vec<Block>,
    functions: usize,
    /// `else if` opens nothing.
    is_after_else: bool,
    /// The depth of the expansions here.
    depth: usize,
    is_certain: bool,
}

impl Scanner {
    fn run(&mut self) {
        while let Some(letter) = self.cursor.peek() {
            self.letter(letter);
        }
        self.end_command(End::Line);
        self.is_certain &= self.blocks.is_empty() && !self.current.is_joined;
    }

    fn letter(&mut self, letter: char) {
        let line = self.cursor.line;
        match letter {
            '\\' => self.current.escaped(&mut self.cursor),
            '\'' | '"' | '(' | '$' => {
                let mut word = std::mem::take(self.current.word(line));
                self.part(&mut word);
                self.current.word = Some(word);
            }
            '#' if self.current.word.is_none() => self.cursor.skip_comment(),
            '\n' | ';' => {
                self.end_command(if letter == '\n' { End::Line } else { End::Semicolon });
                self.cursor.next();
            }
            '&' | '|' => self.connector(letter),
            '<' | '>' => {
                self.end_word();
                self.cursor.skip_while(|c| matches!(c, '<' | '>' | '&' | '|' | '?'));
                self.current.sign(line, ">");
            }
            c if c.is_whitespace() => {
                self.end_word();
                self.cursor.next();
            }
            _ => {
                self.cursor.next();
                self.current.word(line).text.push(letter);
            }
        }
    }

    fn connector(&mut self, letter: char) {
        let line = self.cursor.line;
        if self.cursor.take("&&") || self.cursor.take("||") {
            return self.end_command(End::Condition);
        }
        if self.cursor.take("&>") || self.cursor.take("&|") {
            self.end_word();
            return self.current.sign(line, ">");
        }
        self.cursor.next();
        self.end_command(if letter == '|' { End::Pipe } else { End::Background });
    }

    fn end_word(&mut self) {
        let Some(word) = self.current.word.take() else { return };
        let is_first = self.current.words.is_empty() && !word.is_quoted && !word.is_unknown;
        if !is_first || !self.is_reserved(&word.text) {
            self.current.words.push(word);
        }
    }

    /// Follows what opens and closes; whether a command may still begin behind the word.
    fn is_reserved(&mut self, word: &str) -> bool {
        let is_after_else = std::mem::take(&mut self.is_after_else);
        match word {
            "if" if is_after_else => {}
            "if" => self.blocks.push(Block::If),
            "while" | "begin" => self.blocks.push(Block::Other),
            "{" => self.blocks.push(Block::Brace),
            "else" => {
                self.is_after_else = true;
                self.is_certain &= self.blocks.last() == Some(&Block::If);
            }
            // They run, or not, by how the command before ended.
            "and" | "or" => {
                self.current.is_joined = true;
                if let Some(before) = self.commands.last_mut() {
                    before.is_alone = false;
                }
            }
            "not" | "!" => self.current.is_joined = true,
            _ => {
                match word {
                    "for" | "switch" => self.blocks.push(Block::Other),
                    "function" => {
                        self.functions += 1;
                        self.blocks.push(Block::Function);
                    }
                    "end" => self.is_certain &= self.close().is_some_and(|block| block != Block::Brace),
                    "}" => self.is_certain &= self.close() == Some(Block::Brace),
                    _ => {}
                }
                return false;
            }
        }
        true
    }

    fn close(&mut self) -> Option<Block> {
        let block = self.blocks.pop();
        self.functions -= usize::from(block == Some(Block::Function));
        block
    }

    fn end_command(&mut self, end: End) {
        self.end_word();
        let place = match self.blocks.as_slice() {
            _ if self.functions > 0 => Place::Away,
            [] => Place::Top,
            _ => Place::Block,
        };
        self.current.end(end, self.cursor.line, place, &mut self.commands);
    }

    /// Takes what quotes or an expansion holds into a word.
    fn part(&mut self, word: &mut Word) {
        word.is_quoted = true;
        match self.cursor.next() {
            Some('(') => self.parens(word),
            Some('$') => {
                word.is_unknown = true;
                word.text.push('$');
            }
            Some(quote) => self.quotes(quote, word),
            None => {}
        }
    }

    fn quotes(&mut self, quote: char, word: &mut Word) {
        while let Some(letter) = self.cursor.next() {
            match letter {
                letter if letter == quote => return,
                '\\' => match self.cursor.next() {
                    Some(escaped)
                        if escaped == quote || escaped == '\\' || (quote == '"' && escaped == '$') =>
                    {
                        word.text.push(escaped);
                    }
                    Some('\n') if quote == '"' => {}
                    Some(other) => word.text.extend(['\\', other]),
                    None => {}
                },
                '$' if quote == '"' => {
                    word.is_unknown = true;
                    word.text.push('$');
                    if self.cursor.take("(") {
                        self.parens(word);
                    }
                }
                other => word.text.push(other),
            }
        }
        self.is_certain = false;
    }

    /// Up to the parenthesis that closes the one before.
    fn parens(&mut self, word: &mut Word) {
        word.is_unknown = true;
        self.depth += 1;
        if self.depth > DEEPEST {
            self.is_certain = false;
            self.cursor.skip_to_the_end();
        }
        self.parens_here(word);
        self.depth -= 1;
    }

    fn parens_here(&mut self, word: &mut Word) {
        let mut before = '(';
        while let Some(letter) = self.cursor.next() {
            match letter {
                ')' => return,
                '(' => self.parens(word),
                '\'' | '"' => self.quotes(letter, word),
                '\\' => {
                    self.cursor.next();
                }
                '#' if before == '(' || before.is_whitespace() => self.cursor.skip_comment(),
                _ => {}
            }
            before = letter;
        }
        self.is_certain = false;
    }
}
