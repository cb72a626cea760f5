//! Python's rules for white space, lines, words and integers, which decide what botocore reads.

/// `str.isspace`.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// `str.strip()`.
pub(crate) fn strip(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// `str.splitlines()`.
pub(crate) fn splitlines(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    })
}

/// `shlex.split(text)`: POSIX words, no comments. `None` where Python raises `ValueError`.
pub fn shlex_split(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\t' | '\r' | '\n' => words.extend(word.take()),
            '\'' => single_quoted(&mut chars, word.get_or_insert_default())?,
            '"' => double_quoted(&mut chars, word.get_or_insert_default())?,
            '\\' => word.get_or_insert_default().push(chars.next()?),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Some(words)
}

fn single_quoted(chars: &mut std::str::Chars<'_>, word: &mut String) -> Option<()> {
    loop {
        match chars.next()? {
            '\'' => return Some(()),
            other => word.push(other),
        }
    }
}

fn double_quoted(chars: &mut std::str::Chars<'_>, word: &mut String) -> Option<()> {
    loop {
        match chars.next()? {
            '"' => return Some(()),
            '\\' => match chars.next()? {
                escaped @ ('\\' | '"') => word.push(escaped),
                other => word.extend(['\\', other]),
            },
            other => word.push(other),
        }
    }
}

/// Python's `int(text)` as far as 64 bits go: blanks around it, a sign, single underscores between
/// digits. `None` where Python raises `ValueError`, or for a number no duration can be.
pub fn python_int(text: &str) -> Option<i64> {
    let text = strip(text);
    let (negative, digits) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let mut value: i64 = 0;
    let mut after_digit = false;
    for c in digits.chars() {
        if c == '_' && after_digit {
            after_digit = false;
            continue;
        }
        value = value.checked_mul(10)?.checked_add(i64::from(decimal_digit(c)?))?;
        after_digit = true;
    }
    after_digit.then_some(if negative { -value } else { value })
}

/// The first digit zero of each block of decimal digits that keyboards can produce.
const ZEROS: [char; 14] = [
    '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{e50}', '\u{ff10}',
];

fn decimal_digit(c: char) -> Option<u32> {
    ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|digit| *digit < 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_as_python_reads_them() {
        let read = |text| python_int(text);
        assert_eq!(read(" +0_900 "), Some(900));
        assert_eq!(read("-5"), Some(-5));
        assert_eq!(read("٣٦٠٠"), Some(3600));
        for bad in ["", "1h", "3600.0", "_1", "1_", "1__0", "+", "0x10", "- 5"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn words_as_shlex_splits_them() {
        let split = |text| shlex_split(text);
        let words = |list: &[&str]| Some(list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(split("profile \"foo bar\""), words(&["profile", "foo bar"]));
        assert_eq!(split("profile a#b"), words(&["profile", "a#b"]));
        assert_eq!(split(r#"profile "a\"b\c""#), words(&["profile", r#"a"b\c"#]));
        assert_eq!(split("profile ''"), words(&["profile", ""]));
        assert_eq!(split("profile 'x"), None);
        assert_eq!(split("profile x\\"), None);
    }
}
