//! Follows quotes and expansions: where they end, and what they hold.

use super::Scanner;
use crate::evidence::shell_file::cursor::{DEEPEST, Word};

impl Scanner {
    /// Takes what quotes or an expansion holds into a word.
    pub(super) fn quoted(&mut self, word: &mut Word) {
        word.is_quoted = true;
        match self.cursor.next() {
            Some('\'') => self.until('\'', word, false),
            Some('"') => self.double(word),
            Some('`') => {
                word.is_unknown = true;
                self.until('`', word, true);
            }
            Some('$') => {
                word.is_unknown = true;
                match self.cursor.peek() {
                    Some('\'') => {
                        self.cursor.next();
                        self.until('\'', word, true);
                    }
                    Some('(') => self.parens(word),
                    Some('{') => self.braces(word),
                    _ => word.text.push('$'),
                }
            }
            _ => {}
        }
    }

    fn until(&mut self, quote: char, word: &mut Word, has_escapes: bool) {
        while let Some(letter) = self.cursor.next() {
            if letter == quote {
                return;
            }
            word.text.push(letter);
            if has_escapes && letter == '\\' {
                word.text.extend(self.cursor.next());
            }
        }
        self.is_certain = false;
    }

    /// In double quotes a backslash before most letters stays.
    fn double(&mut self, word: &mut Word) {
        while let Some(letter) = self.cursor.peek() {
            match letter {
                '"' => {
                    self.cursor.next();
                    return;
                }
                '`' | '$' => self.quoted(word),
                '\\' => {
                    self.cursor.next();
                    match self.cursor.next() {
                        Some('\n') | None => {}
                        Some(escaped) if "\"\\$`".contains(escaped) => word.text.push(escaped),
                        Some(other) => word.text.extend(['\\', other]),
                    }
                }
                other => {
                    self.cursor.next();
                    word.text.push(other);
                }
            }
        }
        self.is_certain = false;
    }

    pub(super) fn parens(&mut self, word: &mut Word) {
        self.cursor.next();
        self.parens_opened(word);
    }

    /// Up to the parenthesis that closes the one before.
    pub(super) fn parens_opened(&mut self, word: &mut Word) {
        self.nested(word, '(', ')');
    }

    fn braces(&mut self, word: &mut Word) {
        self.cursor.next();
        self.nested(word, '{', '}');
    }

    fn nested(&mut self, word: &mut Word, open: char, close: char) {
        word.is_unknown = true;
        self.depth += 1;
        if self.depth > DEEPEST {
            // Nobody wrote that, and the stack has an end.
            self.is_certain = false;
            self.cursor.skip_to_the_end();
        }
        self.nested_here(word, open, close);
        self.depth -= 1;
    }

    fn nested_here(&mut self, word: &mut Word, open: char, close: char) {
        word.text.push(open);
        let mut depth = 1;
        let mut before = open;
        while let Some(letter) = self.cursor.peek() {
            match letter {
                '\'' | '"' | '`' | '$' => self.quoted(word),
                '#' if open == '(' && (before == '(' || before.is_whitespace()) => self.cursor.skip_comment(),
                _ => {
                    self.cursor.next();
                    word.text.push(letter);
                    if letter == '\\' {
                        word.text.extend(self.cursor.next());
                    }
                    depth += i32::from(letter == open) - i32::from(letter == close);
                    if depth == 0 {
                        return;
                    }
                }
            }
            before = letter;
        }
        self.is_certain = false;
    }
}
