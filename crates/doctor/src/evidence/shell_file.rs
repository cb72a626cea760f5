//! Finds the variables that a shell's own file sets, as far as reading tells without running it.

mod cursor;
mod fish;
mod posix;

use std::collections::{HashMap, HashSet};

use aws_files::Secret;

use cursor::{Command, Place, Scanned, Word};

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
    /// True if the line does nothing else, and nothing around it needs it: then it can go.
    pub is_whole_line: bool,
}

/// The variables of AWS that new processes get from a file, in the order of its lines. What is set and
/// taken away again, or set where nobody else sees it, such as in a function or a pipe, is not among them.
pub fn assignments(text: &str, dialect: Dialect) -> Vec<Assigned> {
    let scanned = match dialect {
        Dialect::Posix => posix::scan(text),
        Dialect::Fish => fish::scan(text),
        Dialect::Environment => environment(text),
    };
    let mut reader = Reader { dialect, ..Reader::default() };
    for command in scanned.commands.iter().filter(|command| command.place != Place::Away) {
        reader.command(command);
    }
    let exported = reader.exported;
    let reaches = |found: &(Assigned, bool)| found.1 || exported.contains(&found.0.name);
    let found = reader.found.into_iter().flatten().filter(reaches).map(|(assigned, _)| assigned);
    let needed = needed_lines(&scanned.commands, dialect);
    // Each shell does something else with a NUL.
    let is_certain = scanned.is_certain && !text.contains('\0');
    let can_go = |line: usize| is_certain && !needed.contains(&line);
    found.map(|one| Assigned { is_whole_line: can_go(one.line), ..one }).collect()
}

/// The lines that cannot go, of those on which a command stands. One can where everything on it sets variables of AWS
/// and nothing else, begins and ends there, is run by every shell, and decides about nothing. Where the file is not
/// understood to its end, none can.
fn needed_lines(commands: &[Command], dialect: Dialect) -> HashSet<usize> {
    let can_go = |command: &&Command| {
        command.first == command.last
            && command.place == Place::Top
            && command.is_alone
            && sets_only_ours(&command.words, dialect)
    };
    let mut needed = HashSet::new();
    let mut end = 0;
    let mut needing: Vec<&Command> = commands.iter().filter(|command| !can_go(command)).collect();
    needing.sort_by_key(|command| command.first);
    for command in needing {
        // One may stand within another; no line is added twice for that.
        needed.extend(command.first.max(end)..=command.last);
        end = end.max(command.last);
    }
    needed
}

/// `environment.d`: a line is an assignment, unless a backslash or a quote carries it on.
fn environment(text: &str) -> Scanned {
    let is_comment = |line: &str| line.trim_start().starts_with(['#', ';']);
    let uncommented: Vec<&str> = text.lines().map(|line| if is_comment(line) { "" } else { line }).collect();
    // What has a meaning in a shell only is a letter here.
    let is_meant = |c: char| "();&|<>`#".contains(c);
    let escaped = |c: char| is_meant(c).then_some('\\').into_iter().chain([c]);
    posix::scan(&uncommented.join("\n").chars().flat_map(escaped).collect::<String>())
}

#[derive(Default)]
struct Reader {
    dialect: Dialect,
    /// The variables that are set, each true if its own line exports it; none if it was taken away again.
    found: Vec<Option<(Assigned, bool)>>,
    /// The position of each name there.
    by_name: HashMap<String, Vec<usize>>,
    exported: HashSet<String>,
}

impl Reader {
    fn command(&mut self, command: &Command) {
        let (words, line) = (&command.words, command.first);
        let Some(first) = words.first() else { return };
        match (self.dialect, first.text.as_str()) {
            (Dialect::Posix, "unset") => self.forget(&words[1..]),
            (Dialect::Fish, "set") => self.fish(&words[1..], line),
            (Dialect::Posix | Dialect::Fish, "export") => {
                self.assign(&words[1..], line, true);
                let names = words[1..].iter().filter(|word| !word.text.contains('='));
                self.exported.extend(names.map(|word| word.text.clone()));
            }
            (Dialect::Posix, "declare" | "typeset") => {
                let exports = words.iter().any(|word| word.text.starts_with('-') && word.text.contains('x'));
                self.assign(&words[1..], line, exports);
            }
            (Dialect::Posix, _) if words.iter().all(|word| is_assignment(&word.text)) => {
                self.assign(words, line, false);
            }
            (Dialect::Environment, _) => self.assign(words, line, true),
            _ => {}
        }
    }

    fn assign(&mut self, words: &[Word], line: usize, exports: bool) {
        for word in words {
            let Some((name, value)) = word.text.split_once('=') else { continue };
            self.add(name, (!word.is_unknown).then_some(value), line, exports);
        }
    }

    fn add(&mut self, name: &str, value: Option<&str>, line: usize, exports: bool) {
        if is_ours(name) {
            let value = value.map(|value| Secret::new(value.to_owned()));
            self.by_name.entry(name.to_owned()).or_default().push(self.found.len());
            let assigned = Assigned { name: name.to_owned(), value, line, is_whole_line: false };
            self.found.push(Some((assigned, exports)));
        }
    }

    /// `set -gx NAME VALUE`, `set --export NAME VALUE`, `set -e NAME`.
    fn fish(&mut self, words: &[Word], line: usize) {
        // Behind the name everything is a value, whatever it begins with.
        let end = words.iter().position(|word| !word.text.starts_with('-')).unwrap_or(words.len());
        let (flags, rest) = words.split_at(end);
        let has = |short: char, long: &str| {
            flags
                .iter()
                .any(|flag| flag.text == long || (!flag.text.starts_with("--") && flag.text.contains(short)))
        };
        if has('e', "--erase") {
            return self.forget(rest);
        }
        let [name, value] = rest else { return };
        let known = (!value.is_unknown).then_some(value.text.as_str());
        self.add(&name.text, known, line, has('x', "--export"));
    }

    fn forget(&mut self, names: &[Word]) {
        for place in names.iter().filter_map(|name| self.by_name.remove(&name.text)).flatten() {
            self.found[place] = None;
        }
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

/// True if a command only sets variables of AWS, so that its line can go.
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

#[cfg(test)]
mod tests;
