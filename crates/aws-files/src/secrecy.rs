//! Tells what is a secret: by the name that it stands behind, then by its form.

use crate::{access_key, setting};

/// True if the value of a setting or a variable is or may be a secret, by its name and its form: a secret may stand
/// where none belongs, and tools add names of their own. The id of an access key is none, unless something else was
/// put in its place.
pub fn is_secret(name: &str, value: &str) -> bool {
    let name = name.to_lowercase();
    if name == "access_key" || name.ends_with("access_key_id") {
        return !access_key::is_id(value);
    }
    let is_named = ["access_key", "token"].iter().any(|word| name.contains(word)) && !is_open(&name);
    is_secret_key(&name) || is_named || (is_one_word(value) && is_long_secret(value))
}

/// The same of a setting of the AWS files, where a name that begins as those of keys may be one of them misspelt.
pub fn is_secret_setting(key: &str, value: &str) -> bool {
    let key = key.to_lowercase();
    (key.starts_with("aws_") && !is_open(&key)) || is_secret(&key, value)
}

/// True if a name looks as that of a secret does, and is none: that of a file, of a date, of what tools note beside keys.
fn is_open(name: &str) -> bool {
    const ENDS: [&str; 11] = [
        "_file",
        "expiration",
        "_region",
        "_profile",
        "_account",
        "_account_id",
        "_arn",
        "_serial",
        "_mfa",
        "_device",
        "_output",
    ];
    name == setting::AWS_ACCESS_KEY_ID || ENDS.iter().any(|end| name.ends_with(end))
}

/// The length of every secret of an access key. One in 64 begins with a slash, as a path does.
const KEY: usize = 40;

/// True if the name of a setting or a variable is that of a secret: its value is never shown.
pub fn is_secret_key(name: &str) -> bool {
    let name = name.to_lowercase();
    ["secret", "password", "passphrase"].iter().any(|word| name.contains(word)) || name.ends_with("token")
}

/// True if a word could be a key or a token: long, of the characters of Base64, with digits or letters of both cases.
/// Paths have blanks of their own: a slash between short names.
pub fn looks_secret(word: &str, least: usize) -> bool {
    let longest = word.split('/').map(str::len).max().unwrap_or_default();
    let mixed = word.bytes().any(|byte| byte.is_ascii_digit()) || word.contains(['+', '=']);
    let cased = word.bytes().any(|byte| byte.is_ascii_uppercase())
        && word.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_path = word.starts_with('/') && !(word.len() == KEY && mixed && cased);
    (word.len() >= least && (mixed || cased) && !is_path) || longest >= 2 * least
}

/// True if it is made of the letters of keys alone: no ARN, no address and no sentence.
fn is_one_word(value: &str) -> bool {
    value.bytes().all(|c| c.is_ascii_alphanumeric() || b"+/=_-".contains(&c))
}

/// True if one word is as long and as mixed as a secret is. Names are put together of shorter words.
fn is_long_secret(word: &str) -> bool {
    if word.contains(['-', '_']) {
        return word.split(['-', '_']).any(|part| looks_secret(part, SUSPICIOUS) && !is_compound(part));
    }
    looks_secret(word, LONG)
}

/// A word of at least this many letters, digits and marks of Base64 may be a key or a token.
pub const SUSPICIOUS: usize = 20;

/// No setting but a secret is as long and as mixed: those of access keys have 40 letters.
const LONG: usize = 36;

/// Words written together, with a number or none, as `MultiFactorAuthentication` and `ProductionAccounts2026`: a key has
/// digits in many places, or capitals all over.
pub fn is_compound(word: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let numbers = word.split(|c| !is_digit(c)).filter(|digits| !digits.is_empty()).count();
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let is_plain = word.bytes().all(|c| c.is_ascii_alphanumeric()) && word.starts_with(|c| !is_digit(c));
    is_plain && numbers <= 1 && word.len() >= 3 * capitals && word.len() < LONG
}
