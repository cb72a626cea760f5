//! Lines that the AWS CLI cannot parse: which were meant as headers or settings, and which only disturb.

use aws_files::{Document, Mend, SyntaxError, SyntaxErrorKind};

use super::misspelt::is_known;

/// Whether two versions of the file stand in it, as a merge leaves them: which one is right nobody can tell.
pub(super) fn has_conflict(document: &Document) -> bool {
    let begins = |mark: &str| texts(document).any(|(_, text)| text.starts_with(mark));
    begins("<<<<<<<") && begins("=======")
}

/// Headers without one of their brackets, and how they are written. The AWS CLI puts what follows them into the
/// section before, so keys seem to stand twice there.
pub(super) fn headers(document: &Document) -> Vec<(usize, Mend)> {
    let is_wrong = |line: usize| {
        let errors = document.syntax_errors().iter().filter(|error| error.at.line == line);
        errors.map(|error| &error.kind).any(|kind| {
            use SyntaxErrorKind::{BadHeader, BeforeFirstSection, NotASetting};
            matches!(kind, BadHeader | BeforeFirstSection | NotASetting)
        })
    };
    let header = |(line, text): (usize, &str)| {
        let (opens, closes) = (text.starts_with('['), text.ends_with(']'));
        let mend = match (opens, closes) {
            (true, false) => closed(text),
            (false, true) if !text.contains(['[', '=', '{', '"']) => {
                Mend::Replace { was: text.to_owned(), by: format!("[{text}") }
            }
            _ => return None,
        };
        (mend != Mend::Comment && is_wrong(line)).then_some((line, mend))
    };
    texts(document).filter_map(header).collect()
}

/// `[profile x` lacks its bracket; `[]` is nothing.
pub(super) fn closed(line: &str) -> Mend {
    let end = [" #", " ;"].iter().filter_map(|mark| line.find(mark)).min().unwrap_or(line.len());
    let text = line[..end].trim_end();
    if text.trim_start_matches('[').trim_end_matches(']').trim().is_empty() {
        return Mend::Comment;
    }
    Mend::Replace { was: text.to_owned(), by: format!("{text}]") }
}

/// Whether an error is gone once these headers are written as they were meant.
pub(super) fn is_settled(document: &Document, error: &SyntaxError, headers: &[usize]) -> bool {
    let line = error.at.line;
    match error.kind {
        SyntaxErrorKind::BeforeFirstSection => {
            let says = document.line(line).unwrap_or_default();
            headers.iter().any(|header| *header < line) && says.contains(['=', ':'])
        }
        SyntaxErrorKind::DuplicateKey { first, .. } => {
            headers.iter().any(|header| first < *header && *header < line)
        }
        _ => false,
    }
}

/// `region eu-west-1`: a key the AWS CLI knows, and its value.
pub(super) fn with_separator(line: &str) -> Option<Mend> {
    let mut words = line.split_whitespace();
    let (key, value) = (words.next()?, words.next()?);
    let was = &line[line.find(key)?..line.find(key)? + line[line.find(key)?..].find(value)?];
    let is_setting = words.next().is_none() && is_known(&key.to_lowercase());
    is_setting.then(|| Mend::Replace { was: was.to_owned(), by: format!("{key} = ") })
}

/// Whether something is lost with a line: what has no separator says nothing.
pub(super) fn says_something(document: &Document, line: usize) -> bool {
    document.line(line).is_some_and(|text| text.trim_start_matches(['=', ':']).contains(['=', ':']))
}

/// The lines, counted from 1, without the blanks around them.
fn texts(document: &Document) -> impl Iterator<Item = (usize, &str)> {
    (1..).map_while(|line| Some((line, document.line(line)?.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_files::FileKind;

    fn replaced(was: &str, by: &str) -> Mend {
        Mend::Replace { was: was.to_owned(), by: by.to_owned() }
    }

    #[test]
    fn a_bracket_is_written_where_it_lacks() {
        let text = "[profile a\nregion = x\nprofile b]\nregion = y\n";
        let document = Document::parse(FileKind::Config, text.as_bytes());
        let headers = headers(&document);
        assert_eq!(
            headers,
            [(1, replaced("[profile a", "[profile a]")), (3, replaced("profile b]", "[profile b]"))]
        );
        assert!(document.mend(&headers).is_ok());
        assert_eq!(closed("[profile a # mine"), replaced("[profile a", "[profile a]"));
    }

    #[test]
    fn keys_behind_an_open_header_stand_once() {
        let text = "[profile a]\nregion = x\n[profile b\nregion = y\n";
        let document = Document::parse(FileKind::Config, text.as_bytes());
        let (headers, mends) = (headers(&document), [3]);
        assert_eq!(headers, [(3, replaced("[profile b", "[profile b]"))]);
        let doubled = document.syntax_errors().iter().filter(|error| error.at.line == 4);
        assert!(doubled.into_iter().all(|error| is_settled(&document, error, &mends)));
    }

    #[test]
    fn only_a_known_key_gets_a_separator() {
        assert_eq!(with_separator("region  eu-west-1"), Some(replaced("region  ", "region = ")));
        assert_eq!(with_separator("aws sso login"), None);
        assert_eq!(with_separator("hello world"), None);
        assert_eq!(with_separator("role_arn"), None);
    }

    #[test]
    fn a_merge_leaves_two_versions() {
        let conflict = |text: &str| has_conflict(&Document::parse(FileKind::Config, text.as_bytes()));
        assert!(conflict("<<<<<<< HEAD\n[a]\n=======\n[a]\n>>>>>>> main\n"));
        assert!(!conflict("[a]\n>>>>>>> main\n"));
    }
}
