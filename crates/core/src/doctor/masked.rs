//! Words of other programs, made safe to show.

/// From this length on a word of letters, digits and the marks of Base64 may be a key or a token.
const SUSPICIOUS: usize = 20;

/// The longest text of others that is shown.
const LONGEST: usize = 300;

/// A text without anything that may be a secret: long words of the letters keys and tokens are made of
/// are replaced, and what is left is cut off where it grows too long.
pub fn masked(text: &str) -> String {
    let mut shown = String::new();
    let mut word = String::new();
    for c in text.chars().take(4 * LONGEST) {
        if c.is_ascii_alphanumeric() || "+/=_-".contains(c) {
            word.push(c);
        } else {
            finish(&mut shown, &mut word);
            shown.push(if c.is_control() { ' ' } else { c });
        }
    }
    finish(&mut shown, &mut word);
    shown.chars().take(LONGEST).collect()
}

fn finish(shown: &mut String, word: &mut String) {
    let text = std::mem::take(word);
    shown.push_str(if is_suspicious(&text) { "****" } else { &text });
}

/// Paths have blanks of their own: a slash between short names.
fn is_suspicious(word: &str) -> bool {
    let longest = word.split('/').map(str::len).max().unwrap_or_default();
    let mixed = word.bytes().any(|byte| byte.is_ascii_digit()) || word.contains(['+', '=']);
    let cased = word.bytes().any(|byte| byte.is_ascii_uppercase())
        && word.bytes().any(|byte| byte.is_ascii_lowercase());
    (word.len() >= SUSPICIOUS && (mixed || cased) && !word.starts_with('/')) || longest >= 2 * SUSPICIOUS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_tokens_are_hidden_and_sentences_stay() {
        assert_eq!(
            masked("secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY for AKIAIOSFODNN7EXAMPLE"),
            "secret **** for ****"
        );
        assert_eq!(masked("token=IQoJb3JpZ2luX2VjEJr"), "****");
        let plain = "vault: cannot open /home/ana/.config/vault.yaml: no such file (2)";
        assert_eq!(masked(plain), plain);
        assert_eq!(masked("a\u{1b}[31mb"), "a [31mb");
        assert!(masked(&"words ".repeat(1000)).len() <= LONGEST);
    }
}
