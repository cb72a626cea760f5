//! Finds the commands in a file for sh, bash or zsh, following quotes, heredocs, continued lines and blocks.

mod quotes;

use super::cursor::{Command, Current, Cursor, End, Place, Scanned, Word};

/// The kind of an opened block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    If,
    Loop,
    /// `foreach … end` of zsh.
    Each,
    Case(CasePart),
    Brace,
    Paren,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CasePart {
    /// Up to `in`.
    Head,
    /// A pattern comes.
    Pattern,
    Body,
}

struct Block {
    kind: Kind,
    /// True if it, or one around it, is a function or a process of its own.
    is_away: bool,
}

pub(super) fn scan(text: &str) -> Scanned {
    let mut scanner = Scanner {
        cursor: Cursor::new(text),
        current: Current::default(),
        commands: Vec::new(),
        blocks: Vec::new(),
        heredocs: Vec::new(),
        is_function_next: false,
        is_test: false,
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
    /// The end marks of heredocs, each true if tabs may stand before it.
    heredocs: Vec<(String, bool)>,
    /// The body of a function comes.
    is_function_next: bool,
    /// Within `[[ … ]]`, where signs are words.
    is_test: bool,
    /// The depth of the expansions here.
    depth: usize,
    is_certain: bool,
}

impl Scanner {
    fn run(&mut self) {
        loop {
            if self.case_part() == Some(CasePart::Pattern) && !self.pattern() {
                break;
            }
            let Some(letter) = self.cursor.peek() else { break };
            self.letter(letter);
        }
        self.end_command(End::Line);
        self.is_certain &=
            self.blocks.is_empty() && self.heredocs.is_empty() && !self.is_test && !self.current.is_joined;
    }

    fn letter(&mut self, letter: char) {
        let line = self.cursor.line;
        if self.is_test
            && ";&|)".contains(letter)
            && self.current.word.as_ref().is_some_and(|word| word.text == "]]")
        {
            self.end_word();
        }
        match letter {
            '\\' => self.current.escaped(&mut self.cursor),
            '\'' | '"' | '`' | '$' => {
                let mut word = std::mem::take(self.current.word(line));
                self.quoted(&mut word);
                self.current.word = Some(word);
            }
            '#' if self.current.word.is_none() => self.cursor.skip_comment(),
            '\n' => {
                self.end_command(End::Line);
                self.cursor.next();
                self.heredocs();
            }
            ' ' | '\t' | '\r' => {
                self.end_word();
                self.cursor.next();
            }
            ';' if !self.is_test => self.semicolon(),
            '&' | '|' if !self.is_test => self.connector(letter),
            '<' | '>' if !self.is_test => self.redirection(letter),
            '(' if !self.is_test => self.open_paren(),
            ')' if !self.is_test => self.close_paren(),
            _ => {
                self.cursor.next();
                self.current.word(line).text.push(letter);
            }
        }
    }

    fn semicolon(&mut self) {
        self.end_command(End::Semicolon);
        self.cursor.next();
        let ends_arm = self.cursor.peek() == Some(';') || self.cursor.peek() == Some('&');
        if ends_arm && let Some(block) = self.blocks.last_mut() {
            self.cursor.skip_while(|c| matches!(c, ';' | '&' | '|'));
            if matches!(block.kind, Kind::Case(_)) {
                block.kind = Kind::Case(CasePart::Pattern);
            } else {
                self.is_certain = false;
            }
        }
    }

    fn connector(&mut self, letter: char) {
        let line = self.cursor.line;
        if self.cursor.take("&&") || self.cursor.take("||") {
            return self.end_command(End::Condition);
        }
        if self.cursor.take("&>") {
            self.end_word();
            return self.current.sign(line, ">");
        }
        self.cursor.next();
        self.end_command(if letter == '|' { End::Pipe } else { End::Background });
        // `|&`, and `&!` of zsh.
        self.cursor.skip_while(|c| matches!(c, '&' | '!' | '|'));
    }

    fn redirection(&mut self, letter: char) {
        let line = self.cursor.line;
        if self.cursor.peek_after(1) == Some('(') {
            self.cursor.next();
            let mut word = std::mem::take(self.current.word(line));
            self.parens(&mut word);
            self.current.word = Some(word);
            return;
        }
        self.end_word();
        if self.cursor.take("<<<") {
            self.current.sign(line, "<<<");
        } else if self.cursor.take("<<") {
            let with_tabs = self.cursor.take("-");
            self.current.sign(line, "<<");
            self.delimiter(with_tabs);
        } else {
            self.cursor.next();
            self.cursor.skip_while(|c| c == letter || matches!(c, '&' | '|' | '!' | '>'));
            self.current.sign(line, ">");
        }
    }

    /// The word that ends a heredoc, without its quotes.
    fn delimiter(&mut self, with_tabs: bool) {
        self.cursor.skip_while(|c| matches!(c, ' ' | '\t'));
        let mut word = Word::default();
        while let Some(letter) = self.cursor.peek() {
            match letter {
                '\'' | '"' => self.quoted(&mut word),
                '\\' => {
                    self.cursor.next();
                    word.text.extend(self.cursor.next());
                }
                c if c.is_whitespace() || ";&|<>()".contains(c) => break,
                other => {
                    self.cursor.next();
                    word.text.push(other);
                }
            }
        }
        self.heredocs.push((word.text, with_tabs));
    }

    /// The texts that begin on the line that has ended.
    fn heredocs(&mut self) {
        for (delimiter, with_tabs) in std::mem::take(&mut self.heredocs) {
            loop {
                let Some(line) = self.cursor.take_line() else {
                    self.is_certain = false;
                    return;
                };
                let line = if with_tabs { line.trim_start_matches('\t') } else { &line };
                if line == delimiter {
                    break;
                }
            }
        }
    }

    fn open_paren(&mut self) {
        let line = self.cursor.line;
        let is_first = self.current.words.is_empty();
        let is_name = match &self.current.word {
            Some(word) => is_first && !word.text.contains('='),
            None => self.current.words.len() == 1 && !self.current.words[0].is_quoted,
        };
        let is_at_start = is_first && self.current.word.is_none();
        self.cursor.next();
        let is_empty = self.cursor.peek_behind_blanks() == Some(')');
        if is_empty && (is_name || is_at_start) {
            self.cursor.skip_while(|c| c != ')');
            self.cursor.next();
            self.current.word = None;
            self.current.words.clear();
            self.is_function_next = true;
        } else if is_at_start && self.cursor.peek() != Some('(') {
            self.open(Kind::Paren);
        } else {
            // A list, a pattern, or `((`: a word, whatever stands in it.
            let mut word = std::mem::take(self.current.word(line));
            self.parens_opened(&mut word);
            self.current.word = Some(word);
        }
    }

    fn close_paren(&mut self) {
        self.end_command(End::Semicolon);
        let line = self.cursor.line;
        self.cursor.next();
        self.close(&[Kind::Paren]);
        self.current.sign(line, ")");
    }

    fn end_word(&mut self) {
        let Some(word) = self.current.word.take() else { return };
        if self.is_test {
            self.is_test = word.text != "]]";
        } else if !word.is_quoted && !word.is_unknown && self.is_reserved(&word.text) {
            return;
        }
        self.current.words.push(word);
    }

    /// Follows what opens and closes; whether a command may still begin behind the word.
    fn is_reserved(&mut self, word: &str) -> bool {
        let count = self.current.words.len();
        match (self.current.words.first().map(|first| first.text.as_str()), word) {
            (Some(_), "in") if count == 1 && self.case_part() == Some(CasePart::Head) => {
                self.current.words.clear();
                self.set_case(CasePart::Pattern);
                return true;
            }
            (Some("function"), "{") => self.current.words.clear(),
            (Some("}"), "else" | "elif" | "always") if count == 1 => self.current.words.clear(),
            (None, _) => {}
            _ => return false,
        }
        match word {
            "if" => self.open(Kind::If),
            "while" | "until" => self.open(Kind::Loop),
            "{" => self.open(Kind::Brace),
            "case" => self.open(Kind::Case(CasePart::Head)),
            "then" | "else" | "elif" | "do" | "always" => self.is_certain &= !self.blocks.is_empty(),
            _ => {
                match word {
                    "for" | "select" | "repeat" => self.open(Kind::Loop),
                    "foreach" => self.open(Kind::Each),
                    "fi" => self.close(&[Kind::If]),
                    "done" => self.close(&[Kind::Loop]),
                    "end" => self.close(&[Kind::Each]),
                    "}" => self.close(&[Kind::Brace]),
                    "esac" => self.close(&[Kind::Case(CasePart::Body), Kind::Case(CasePart::Pattern)]),
                    "[[" => self.is_test = true,
                    "function" => self.is_function_next = true,
                    _ => {}
                }
                return false;
            }
        }
        true
    }

    fn open(&mut self, kind: Kind) {
        let is_function = std::mem::take(&mut self.is_function_next);
        let is_away =
            is_function || kind == Kind::Paren || self.blocks.last().is_some_and(|block| block.is_away);
        self.blocks.push(Block { kind, is_away });
    }

    fn close(&mut self, kinds: &[Kind]) {
        self.is_certain &= self.blocks.pop().is_some_and(|block| kinds.contains(&block.kind));
    }

    fn case_part(&self) -> Option<CasePart> {
        match self.blocks.last()?.kind {
            Kind::Case(part) => Some(part),
            _ => None,
        }
    }

    fn set_case(&mut self, part: CasePart) {
        if let Some(block) = self.blocks.last_mut() {
            block.kind = Kind::Case(part);
        }
    }

    /// Passes a pattern of `case` and its parenthesis, or leaves at `esac`; false at the end of the text.
    fn pattern(&mut self) -> bool {
        loop {
            match self.cursor.peek() {
                None => return false,
                Some('#') => self.cursor.skip_comment(),
                Some(c) if c.is_whitespace() => {
                    self.cursor.next();
                }
                Some(_) => break,
            }
        }
        self.set_case(CasePart::Body);
        let mut pattern = Word::default();
        self.cursor.take("(");
        while let Some(letter) = self.cursor.peek() {
            match letter {
                '\'' | '"' | '`' | '$' => self.quoted(&mut pattern),
                '(' => self.parens(&mut pattern),
                ')' => {
                    self.cursor.next();
                    return true;
                }
                '\n' | ' ' | ';' | '\t' if pattern.text == "esac" => {
                    let line = self.cursor.line;
                    self.close(&[Kind::Case(CasePart::Body)]);
                    self.current.sign(line, "esac");
                    return true;
                }
                _ => {
                    self.cursor.next();
                    pattern.text.push(letter);
                    if letter == '\\' {
                        self.cursor.next();
                    }
                }
            }
        }
        if pattern.text == "esac" {
            self.close(&[Kind::Case(CasePart::Body)]);
        }
        false
    }

    fn end_command(&mut self, end: End) {
        self.end_word();
        let is_header =
            self.current.words.first().is_some_and(|word| word.text == "function" && !word.is_quoted);
        let is_body = self.is_function_next && !is_header && !self.current.words.is_empty();
        self.is_function_next &= !is_body;
        let place = match self.blocks.as_slice() {
            [] if !is_body => Place::Top,
            blocks if is_body || blocks.last().is_some_and(|block| block.is_away) => Place::Away,
            _ => Place::Block,
        };
        self.current.end(end, self.cursor.line, place, &mut self.commands);
    }
}
