//! Recognises pasted lines that set variables: `export`, `set -gx`, `$Env:`, `set`, `setx`, `$env.`, a `.env` file.

use std::borrow::Cow;

use aws_files::setting;

use super::{PasteForm, Pasted, PastedValues};
use crate::problem::{Code, Problem};

const KEYS: [(&str, &str); 6] = [
    ("AWS_ACCESS_KEY_ID", setting::AWS_ACCESS_KEY_ID),
    ("AWS_SECRET_ACCESS_KEY", setting::AWS_SECRET_ACCESS_KEY),
    ("AWS_SESSION_TOKEN", setting::AWS_SESSION_TOKEN),
    ("AWS_SECURITY_TOKEN", setting::AWS_SESSION_TOKEN),
    ("AWS_REGION", setting::REGION),
    ("AWS_DEFAULT_REGION", setting::REGION),
];

/// The variables that hold the expiry of keys.
const EXPIRY: [&str; 2] = ["AWS_CREDENTIAL_EXPIRATION", "AWS_SESSION_EXPIRATION"];

pub(super) fn read(text: &str) -> Option<Result<Pasted, Problem>> {
    let lines: Vec<(usize, &str)> = text
        .split(['\n', '\r'])
        .enumerate()
        .flat_map(|(number, line)| statements(line).into_iter().map(move |part| (number + 1, part)))
        .filter(|(_, line)| !line.is_empty() && !is_comment(line) && !takes_away(line))
        .collect();
    let known =
        lines.iter().any(|(_, line)| assignment(line).is_some_and(|(name, _)| name.starts_with("AWS_")));
    known.then(|| settings(&lines))
}

fn settings(lines: &[(usize, &str)]) -> Result<Pasted, Problem> {
    let mut found = PastedValues::default();
    for (number, line) in lines {
        let unreadable = || Problem::new(Code::PasteLine).with("line", number.to_string());
        let (name, value) = assignment(line).ok_or_else(unreadable)?;
        let value = value.ok_or_else(unreadable)?;
        if let Some((_, key)) = KEYS.iter().find(|(known, _)| *known == name) {
            // `set AWS_SESSION_TOKEN=` takes away.
            if !value.is_empty() {
                found.add(key, &value)?;
            }
        } else if EXPIRY.contains(&name.as_str()) {
            found.add_expiry(&value)?;
        }
    }
    Ok(Pasted { form: PasteForm::Variables, name: None, settings: found.0 })
}

fn is_comment(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    word.starts_with('#') || word == "::" || word.eq_ignore_ascii_case("rem")
}

fn takes_away(line: &str) -> bool {
    let starts = ["unset ", "set -e ", "remove-item ", "hide-env "];
    starts.iter().any(|start| line.to_ascii_lowercase().starts_with(start))
}

/// `export A=x; export B=y` and `export A=x && …` are several.
fn statements(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quote) = (0, None);
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, ';' | '&') => {
                parts.push(line[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(line[start..].trim());
    parts
}

/// A variable and its value; none for a value that is not written to its end.
type Assignment<'a> = (String, Option<Cow<'a, str>>);

/// The variable a statement sets.
fn assignment(statement: &str) -> Option<Assignment<'_>> {
    let (first, rest) = statement.split_once(char::is_whitespace).unwrap_or((statement, ""));
    let rest = rest.trim();
    let lower = first.to_ascii_lowercase();
    let (name, value) = match lower.as_str() {
        "export" | "declare" => rest.trim_start_matches("-x ").split_once('=')?,
        // fish: cmd's has an equals sign.
        "set" if rest.starts_with('-') => {
            let (_, rest) = rest.split_once(char::is_whitespace)?;
            rest.trim().split_once(char::is_whitespace)?
        }
        // cmd: the quotes may stand around all of it.
        "set" => return pair(rest).or_else(|| pair(rest.strip_prefix('"')?.strip_suffix('"')?)),
        "setx" | "setenv" => rest.split_once(char::is_whitespace)?,
        _ => statement.split_once('=')?,
    };
    let name = name.trim();
    let shell =
        name.get(..5).filter(|start| matches!(start.to_ascii_lowercase().as_str(), "$env:" | "$env."));
    let name = &name[shell.map_or(0, str::len)..];
    is_name(name).then(|| {
        let value = value.trim();
        let value = match lower.as_str() {
            "set" => unescaped(value),
            "setx" => unquoted(value).map(Cow::Borrowed),
            _ => unexpanded(value).map(Cow::Borrowed),
        };
        (name.to_ascii_uppercase(), value)
    })
}

/// `NAME=value` as cmd reads it: quotes are letters, except those around all of it.
fn pair(text: &str) -> Option<Assignment<'_>> {
    let (name, value) = text.split_once('=')?;
    is_name(name).then(|| (name.to_ascii_uppercase(), unquoted(value.trim()).map(Cow::Borrowed)))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn unquoted(value: &str) -> Option<&str> {
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            let (value, rest) = rest.split_once(quote)?;
            // `setx NAME "value" /M`; what stands right behind the quote would belong to the value.
            return (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(value);
        }
    }
    let word = value.split_whitespace().next().unwrap_or_default();
    (!word.contains(['"', '\'', '$', '`'])).then_some(word)
}

/// A value in whose double quotes nothing stands that the shell would put something else for.
fn unexpanded(value: &str) -> Option<&str> {
    unquoted(value).filter(|text| !value.starts_with('"') || !text.contains(['$', '`', '\\']))
}

/// A value of fish, where a backslash between single quotes stands before a quote and before itself.
fn unescaped(value: &str) -> Option<Cow<'_, str>> {
    let Some(rest) = value.strip_prefix('\'').filter(|rest| rest.contains('\\')) else {
        return unexpanded(value).map(Cow::Borrowed);
    };
    let mut text = String::with_capacity(rest.len());
    let mut letters = rest.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' => {
                let ends = letters.next().is_none_or(char::is_whitespace);
                return ends.then_some(Cow::Owned(text));
            }
            '\\' => match letters.next()? {
                escaped @ ('\'' | '\\') => text.push(escaped),
                plain => text.extend(['\\', plain]),
            },
            plain => text.push(plain),
        }
    }
    None
}
