//! Makes control characters visible: names, values and texts of others may hold characters that steer a terminal or
//! turn a line.

use std::borrow::Cow;
use std::fmt::Write;

/// A text of one or more lines for people: line ends and tabs stay, whatever else would move the cursor, start an
/// escape sequence, turn the reading direction or stand there unseen is shown as a sign.
pub fn visible(text: &str) -> Cow<'_, str> {
    shown(text, |c| steers(c) && c != '\n' && c != '\t')
}

/// A text that stands on one line, such as a name: its line ends and tabs are shown too.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    shown(text, steers)
}

/// JSON with the same characters written as `\u…`: programs read what it was before, a terminal gets nothing to obey.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    replaced(
        json,
        |c| steers(c) && !c.is_ascii_control() || c == '\u{7f}',
        |c, json| {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(json, "\\u{unit:04x}");
            }
        },
    )
}

/// True if a terminal, a menu or a label would do something else with it than show it.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Direction marks, embeddings, overrides and isolates.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            // Line and paragraph separators.
            | '\u{2028}' | '\u{2029}'
            // What has no width, but for the joiners that scripts and emoji need.
            | '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}'
            // Notes between the lines, and letters that are only tags.
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn shown(text: &str, hides: impl Fn(char) -> bool) -> Cow<'_, str> {
    replaced(text, hides, |c, shown| match u32::from(c) {
        // Unicode has a picture of each of the first ones: ␛ for the escape.
        code @ ..=0x1f => shown.extend(char::from_u32(0x2400 + code)),
        0x7f => shown.push('\u{2421}'),
        code => {
            let _ = write!(shown, "<U+{code:04X}>");
        }
    })
}

fn replaced(text: &str, is_meant: impl Fn(char) -> bool, put: impl Fn(char, &mut String)) -> Cow<'_, str> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    // Nothing of the printable part of ASCII steers, and most texts are of that.
    if text.bytes().all(is_plain) || !text.contains(&is_meant) {
        return Cow::Borrowed(text);
    }
    let mut all = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_meant(c) { put(c, &mut all) } else { all.push(c) }
    }
    Cow::Owned(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_steers_is_a_sign_and_what_is_letters_stays() {
        assert_eq!(visible("a\u{1b}]0;x\u{7}b\r\nc\td"), "a␛]0;x␇b␍\nc\td");
        assert_eq!(visible_line("a\r\nb\tc"), "a␍␊b␉c");
        assert_eq!(visible("\u{9b}2J\u{202e}\u{7f}"), "<U+009B>2J<U+202E>␡");
        for plain in ["prod", "日本 ü", "👩‍💻", "می‌خواهم", "a|b$(c)"] {
            assert!(matches!(visible_line(plain), Cow::Borrowed(same) if same == plain), "{plain}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_steers_is_left(text in any::<String>(), more in "[\u{0}-\u{a0}\u{200b}-\u{206f}]{0,8}") {
            let text = text + &more;
            prop_assert!(!visible_line(&text).chars().any(steers));
            prop_assert!(!visible(&text).chars().any(|c| steers(c) && c != '\n' && c != '\t'));
            prop_assert_eq!(visible_line(&visible_line(&text)).into_owned(), visible_line(&text).into_owned());
        }

        #[test]
        fn json_reads_as_it_did(text in any::<String>(), more in "[\u{0}-\u{a0}\u{200b}-\u{206f}\u{e0000}-\u{e007f}]{0,8}") {
            let text = text + &more;
            for json in [serde_json::to_string(&text), serde_json::to_string_pretty(&[&text])] {
                let json = json.expect("text");
                let shown = visible_json(&json);
                prop_assert!(!shown.chars().any(|c| steers(c) && c != '\n'));
                prop_assert_eq!(
                    serde_json::from_str::<serde_json::Value>(&shown).expect("JSON"),
                    serde_json::from_str::<serde_json::Value>(&json).expect("JSON")
                );
            }
        }
    }
}
