//! Masks values before they are shown.

use aws_files::{MASK, looks_secret, setting};
use sandglass_core::masked::{is_secret, shown_url, shown_words};

/// An access key id: sixteen stars and its last four letters, as the AWS CLI shows it.
pub fn access_key(id: &str) -> String {
    let letters: Vec<char> = id.chars().collect();
    match letters.len() {
        0..=8 => MASK.to_owned(),
        length => MASK.chars().chain(letters[length - 4..].iter().copied()).collect(),
    }
}

/// The value of a variable or a key of that name.
pub fn value(name: &str, value: &str) -> String {
    let name = name.to_lowercase();
    if value.is_empty() {
        String::new()
    } else if name.ends_with("access_key_id") && !looks_secret(value, LONGEST_ID) {
        // One that was pasted with something around it is still told by its end.
        access_key(value)
    } else if is_secret(&name, value) {
        MASK.to_owned()
    } else if name.ends_with("_proxy")
        || name.contains(setting::ENDPOINT_URL)
        || name.ends_with("_uri")
        || name.ends_with("_url")
    {
        shown_url(value)
    } else if setting::is_command_line(&name) {
        // Programs are given secrets as arguments.
        value.split_whitespace().next().map_or_else(String::new, |program| format!("{program} …"))
    } else {
        value.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).take(LONGEST).collect()
    }
}

/// A secret in the place of an id is longer.
const LONGEST_ID: usize = 36;

/// No name, ARN or path that matters is longer.
const LONGEST: usize = 256;

/// The longest text of others that is shown.
const LONGEST_WORDS: usize = 300;

/// Words of another program on one line, without anything that may be a secret, cut off where they grow too long.
pub fn words(text: &str) -> String {
    let taken: String = text.chars().take(4 * LONGEST_WORDS).collect();
    shown_words(&taken).chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_WORDS).collect()
}

/// A line of a file that is not AWS's.
pub fn line(text: &str) -> String {
    shown_words(text).chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_end_of_an_access_key_is_shown() {
        assert_eq!(access_key("AKIAIOSFODNN7EXAMPLE"), "****************MPLE");
        assert_eq!(access_key("AKIA"), MASK);
        for name in ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "aws_security_token"] {
            assert_eq!(value(name, "CANARY-CANARY"), MASK);
        }
        assert_eq!(value("https_proxy", "http://ana:CANARY@proxy:3128"), "http://proxy:3128");
        assert_eq!(value("credential_process", "/bin/vault --password CANARY"), "/bin/vault …");
        assert_eq!(value("AWS_REGION", "eu-central-1"), "eu-central-1");
        assert_eq!(value("AWS_SECRET_ACCESS_KEY", ""), "");
        let swapped = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        for name in ["AWS_ACCESS_KEY_ID", "AWS_REGION", "aws_access_key_id"] {
            assert_eq!(value(name, swapped), MASK, "{name}");
        }
        assert_eq!(value("aws_access_key_id", "\"AKIAIOSFODNN7EXAMPLE\""), "****************PLE\"");
    }

    #[test]
    fn keys_and_tokens_are_hidden_and_sentences_stay() {
        assert_eq!(
            words("secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY for AKIAIOSFODNN7EXAMPLE"),
            "secret **** for ****"
        );
        assert_eq!(words("token=IQoJb3JpZ2luX2VjEJr"), "token=****");
        let plain = "vault: cannot open /home/ana/.config/vault.yaml: no such file (2)";
        assert_eq!(words(plain), plain);
        assert_eq!(words("a\u{1b}[31mb"), "a [31mb");
        assert!(words(&"words ".repeat(1000)).len() <= LONGEST_WORDS);
    }
}
