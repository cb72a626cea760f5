//! Fixes for the lines of a file that the AWS CLI refuses.

use std::collections::HashSet;

use aws_files::{Document, FileKind, LineFix, Profiles, SectionName, SyntaxError, SyntaxErrorKind, setting};

use crate::{Evidence, Fix, Sentence};
use sandglass_core::profiles::{Change, Files};
use sandglass_core::resolve::resolve;

type LineFixes = Vec<(usize, LineFix)>;

/// Fixes every line that is wrong, when all of them can be and nobody has to choose.
pub(super) fn all(evidence: &Evidence, document: &Document) -> Option<Fix> {
    let lines = fixes(document)?;
    let section = SectionName::Profile(evidence.resolution.profile.clone());
    let loses = loses(evidence, document, &lines);
    let change = Change::FixLines { section, file: document.kind(), lines };
    let fix = Fix::edit(evidence, Sentence::new("fix-lines"), change)?;
    Some(if loses { fix.not_safe() } else { fix })
}

/// With more errors than that a file is one of another kind, or two that were put together: a person has to look.
const MOST_FIXED: usize = 1000;

fn fixes(document: &Document) -> Option<LineFixes> {
    if document.syntax_errors().len() > MOST_FIXED || has_conflict(document) {
        return None;
    }
    let mut lines = half_headers(document);
    // Below a header that is closed again the lines are settings.
    let closed = with(document, &lines);
    lines.extend(others(closed.as_ref().unwrap_or(document))?);
    Some(lines)
}

/// The change that fixes a file, whatever it is read for; none where a person has to look: nothing but comments would
/// be left, or who is to choose is a person.
pub(crate) fn of_file(document: &Document) -> Option<Change> {
    let lines = fixes(document).filter(|lines| !lines.is_empty())?;
    let fixed = document.fix_lines(&lines).ok()?;
    // Where no section is left, nothing but comments is.
    fixed.headers_written().next()?;
    let (config, credentials) = match fixed.kind() {
        FileKind::Config => (Some(&fixed), None),
        FileKind::Credentials => (None, Some(&fixed)),
    };
    let profiles = Profiles::read(config, credentials);
    let name = profiles.names().next().unwrap_or("default").to_owned();
    let section = SectionName::Profile(name);
    Some(Change::FixLines { section, file: document.kind(), lines })
}

/// True if two versions of the file stand in it, as a merge leaves them: which one is right nobody can tell.
fn has_conflict(document: &Document) -> bool {
    let begins = |mark: &str| texts(document).any(|(_, text)| text.starts_with(mark));
    begins("<<<<<<<") && begins("=======")
}

/// The lines, counted from 1, without the blanks around them.
fn texts(document: &Document) -> impl Iterator<Item = (usize, &str)> {
    (1..).map_while(|line| Some((line, document.line(line)?.trim())))
}

/// `[profile x` and `profile x]` lack a bracket. The AWS CLI puts what follows them into the section before.
fn half_headers(document: &Document) -> LineFixes {
    use SyntaxErrorKind::{BadHeader, BeforeFirstSection, NotASetting};
    let errors = document.syntax_errors().iter();
    let wrong: HashSet<usize> = errors
        .filter(|error| matches!(error.kind, BadHeader | BeforeFirstSection | NotASetting))
        .map(|error| error.at.line)
        .collect();
    let whole = |text: &str| {
        let end = [" #", " ;"].iter().filter_map(|mark| text.find(mark)).min().unwrap_or(text.len());
        let text = text[..end].trim_end();
        let (opens, closes) = (text.starts_with('['), text.ends_with(']'));
        let name = text.trim_matches(['[', ']']);
        let is_name = !name.trim().is_empty() && !name.contains(['[', ']', '=', '{', '"', ',']);
        let by = if opens { format!("{text}]") } else { format!("[{text}") };
        (is_name && opens != closes).then(|| LineFix::Replace { was: text.to_owned(), by })
    };
    texts(document)
        .filter(|(line, _)| wrong.contains(line))
        .filter_map(|(line, text)| Some((line, whole(text)?)))
        .collect()
}

/// The file with lines of the same number fixed, whatever else is wrong with it.
fn with(document: &Document, fixes: &LineFixes) -> Option<Document> {
    if fixes.is_empty() {
        return None;
    }
    let mut text = String::new();
    for (number, line) in (1..).map_while(|number| Some((number, document.line(number)?))) {
        match fixes.iter().find(|(fixed, _)| *fixed == number) {
            Some((_, LineFix::Replace { by, .. })) => text.push_str(by),
            _ => text.push_str(line),
        }
        text.push('\n');
    }
    Some(Document::parse(document.kind(), text.as_bytes()))
}

fn others(document: &Document) -> Option<LineFixes> {
    let mut lines: LineFixes = Vec::new();
    let (sections, others): (Vec<&SyntaxError>, Vec<&SyntaxError>) = document
        .syntax_errors()
        .iter()
        .partition(|error| matches!(error.kind, SyntaxErrorKind::DuplicateSection { .. }));
    for error in sections.into_iter().chain(others) {
        // A key that stands twice because its section does goes with that section.
        if let SyntaxErrorKind::DuplicateKey { first, .. } = error.kind
            && lines.iter().any(|(gone, _)| *gone == first || *gone == error.at.line)
        {
            continue;
        }
        for (line, fix) in of_error(document, error)? {
            if !lines.iter().any(|(known, _)| *known == line) {
                lines.push((line, fix));
            }
        }
    }
    Some(lines)
}

fn of_error(document: &Document, error: &SyntaxError) -> Option<LineFixes> {
    let line = error.at.line;
    match &error.kind {
        SyntaxErrorKind::DuplicateSection { first, .. } => Some(duplicate_section(document, *first, line)),
        // The other readers of the file take the last one.
        SyntaxErrorKind::DuplicateKey { first, .. } => Some(vec![(*first, LineFix::Comment)]),
        SyntaxErrorKind::ByteOrderMark => Some(vec![(line, LineFix::DropMark)]),
        SyntaxErrorKind::NotUtf8 => None,
        SyntaxErrorKind::NotASetting => {
            Some(vec![(line, separated(document.line(line)?).unwrap_or(LineFix::Comment))])
        }
        SyntaxErrorKind::NoKey
        | SyntaxErrorKind::BadHeader
        | SyntaxErrorKind::BeforeFirstSection
        | SyntaxErrorKind::BadNested => Some(vec![(line, LineFix::Comment)]),
    }
}

/// `region eu-west-1` lacks its equals sign.
fn separated(line: &str) -> Option<LineFix> {
    let text = line.trim();
    let (key, value) = text.split_once([' ', '\t'])?;
    let is_one = !value.trim().contains(char::is_whitespace);
    let by = format!("{key} = {}", value.trim());
    (is_one && setting::is_known(key)).then(|| LineFix::Replace { was: text.to_owned(), by })
}

/// True if the call lacks what a fix turns into comments: lines that say something, or all there are.
fn loses(evidence: &Evidence, document: &Document, fixes: &LineFixes) -> bool {
    // Of what stands twice, one goes.
    let is_alone = |line: usize| {
        use SyntaxErrorKind::{DuplicateKey, DuplicateSection};
        let mut errors = document.syntax_errors().iter().filter(|error| error.at.line == line);
        errors.any(|error| !matches!(error.kind, DuplicateSection { .. } | DuplicateKey { .. }))
    };
    let mut commented = fixes.iter().filter(|(line, fix)| *fix == LineFix::Comment && is_alone(*line));
    let is_none_left = document.headers_written().next().is_none();
    let said = commented.any(|(line, _)| document.line(*line).is_some_and(says_something));
    (said || is_none_left) && !works_with(evidence, document, fixes)
}

/// True if it holds the name of a setting, or of its variable.
fn says_something(line: &str) -> bool {
    let parts = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '-');
    let mut keys = parts.map(str::to_lowercase);
    keys.any(|key| setting::is_known(&key) || ["accesskeyid", "secretaccesskey"].contains(&key.as_str()))
}

/// True if the call has credentials and a region in the fixed file, as far as files tell.
fn works_with(evidence: &Evidence, document: &Document, lines: &LineFixes) -> bool {
    let Ok(changed) = document.fix_lines(lines) else { return false };
    let text = &evidence.files.text;
    let mut files = Files { config: text.config.clone(), credentials: text.credentials.clone() };
    files.set(changed);
    let after = resolve(&files.profiles(), &evidence.variables.process, &evidence.call);
    after.errors.is_empty() && after.source.is_some() && after.client.region.is_some()
}

/// Of two sections of one name, the one that says nothing of its own goes, else the one that says less.
fn duplicate_section(document: &Document, first: usize, second: usize) -> LineFixes {
    let blocks = [block(document, first), block(document, second)];
    let keys = blocks.each_ref().map(|lines| keys(document, lines));
    let covers = |one: &[String], other: &[String]| other.iter().all(|key| one.contains(key));
    // What only one of them says is still there to be read, as a comment.
    let gone = if covers(&keys[1], &keys[0]) {
        &blocks[0]
    } else if covers(&keys[0], &keys[1]) {
        &blocks[1]
    } else if let Some(joined) = joined(document, first, second) {
        return joined;
    } else {
        &blocks[usize::from(keys[1].len() < keys[0].len())]
    };
    gone.iter().map(|line| (*line, LineFix::Comment)).collect()
}

/// A second header right behind the first section is one too many, when no key stands in both.
fn joined(document: &Document, first: usize, second: usize) -> Option<LineFixes> {
    let (before, behind) = (block(document, first), block(document, second));
    let is_next = document.headers_written().all(|(_, line)| line <= first || line >= second);
    let (before, behind) = (keys(document, &before), keys(document, &behind));
    let apart = !before.iter().any(|key| behind.contains(key));
    (is_next && apart).then(|| vec![(second, LineFix::Comment)])
}

/// The lines of a section that say something, its header first.
fn block(document: &Document, header: usize) -> Vec<usize> {
    let says = |line: &usize| {
        let text = document.line(*line).unwrap_or_default().trim();
        !text.is_empty() && !text.starts_with(['#', ';'])
    };
    let ends = |line: &usize| document.line(*line).is_none_or(|text| text.starts_with('['));
    let inside = (header + 1..).take_while(|line| !ends(line)).filter(says);
    std::iter::once(header).chain(inside).collect()
}

fn keys(document: &Document, lines: &[usize]) -> Vec<String> {
    let key = |line: &usize| {
        let text = document.line(*line)?;
        Some(text.split(['=', ':']).next()?.trim().to_lowercase())
    };
    lines.iter().skip(1).filter_map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::evidence;
    use super::*;
    use crate::{DiagnosisOptions, Verdict, diagnose};
    use sandglass_core::variables::Variables;

    const KEYS: &str = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
                        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";

    /// What `--fix` of `aws --profile x` shows, and whether it is safe.
    fn fixed(config: &str, credentials: &str) -> (String, bool) {
        let evidence = evidence(config, credentials, &Variables::default(), Some("x"));
        let diagnosis = diagnose(&evidence, &DiagnosisOptions::default());
        let Verdict::Cause(finding) = diagnosis.verdict else { return ("nothing".to_owned(), false) };
        let fix = finding.fixes.first();
        let diff = fix.and_then(|fix| fix.diff(&evidence.paths)).unwrap_or_else(|| "no diff".to_owned());
        (diff, fix.is_some_and(Fix::is_safe))
    }

    #[test]
    fn a_header_is_closed_and_what_stands_below_it_stays() {
        for (head, header) in [
            ("", "[profile x"),
            ("[profile y]\nregion = r-1\n", "[profile x"),
            ("", "profile x]"),
            ("[profile y]\nregion = r-1\n", "[profile x # mine"),
        ] {
            let (diff, safe) = fixed(&format!("{head}{header}\nregion = r-1\n{KEYS}"), "");
            assert!(safe && diff.contains("+[profile x]") && !diff.contains("+#"), "{diff}");
        }
    }

    #[test]
    fn a_file_is_fixed_whatever_it_is_read_for() {
        let fixed = |text: &str| {
            let document = Document::parse(FileKind::Config, text.as_bytes());
            match of_file(&document) {
                Some(Change::FixLines { lines, .. }) => lines.iter().map(|(line, _)| *line).collect(),
                _ => Vec::new(),
            }
        };
        assert_eq!(fixed("[profile x\nregion = r-1\n"), [1]);
        assert_eq!(fixed("region = r-1\n[profile x]\nregion = r-1\n"), [1]);
        assert_eq!(fixed("[profile x]\nregion eu-west-1\n"), [2]);
        // Nobody can tell which half is right, or nothing would be left; and a sound file needs nothing.
        let conflict = "<<<<<<< HEAD\n[profile x]\n=======\n[profile y]\n>>>>>>> theirs\n";
        for other in [conflict, "{\n\"a\": 1\n}\n", "[profile x]\nregion = r-1\n"] {
            assert_eq!(fixed(other), [] as [usize; 0], "{other}");
        }
    }

    #[test]
    fn a_setting_gets_its_equals_sign() {
        let (diff, safe) = fixed("[profile x]\nregion eu-west-1\n", &format!("[x]\n{KEYS}"));
        assert!(safe && diff.contains("+region = eu-west-1"), "{diff}");
        let secret = "[x]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key canary+canary\n";
        let (diff, safe) = fixed("[profile x]\nregion = r-1\n", secret);
        assert!(safe && diff.contains("+aws_secret_access_key = ") && !diff.contains("canary"), "{diff}");
    }

    #[test]
    fn what_somebody_has_to_look_at_is_not_safe() {
        let exported = "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=canary\n";
        let conflict = format!("[y]\n{KEYS}<<<<<<< HEAD\n[x]\n{KEYS}=======\n[x]\n{KEYS}>>>>>>> theirs\n");
        let json = r#"{"Credentials": {"AccessKeyId": "AKIAIOSFODNN7EXAMPLE"}}"#;
        let table = "User name;Access key ID;Secret access key\nana;AKIAIOSFODNN7EXAMPLE;wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";
        for credentials in [exported, KEYS, &conflict, json, table] {
            let (diff, safe) = fixed("[profile x]\nregion = r-1\n", credentials);
            assert!(!safe && !diff.contains("canary") && !diff.contains("bPxRfiCY"), "{diff}");
        }
    }

    #[test]
    fn what_nothing_depends_on_becomes_a_comment() {
        let (diff, safe) = fixed("[profile x]\nregion = r-1\n", &format!("see the wiki\n[x]\n{KEYS}"));
        assert!(safe && diff.contains("+# see the wiki"), "{diff}");
        let (diff, safe) = fixed("region = r-2\n[profile x]\nregion = r-1\n", &format!("[x]\n{KEYS}"));
        assert!(safe && diff.contains("+# region = r-2"), "{diff}");
    }
}
