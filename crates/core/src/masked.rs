//! Masks secrets in texts of other programs and servers before they are shown. A secret is recognised by its
//! position, as after `token` or `password=`, and by its form; an address loses its user, password and query.

use aws_files::access_key::{LONG_TERM, TEMPORARY};
use aws_files::{Arn, Document, SUSPICIOUS, is_compound, looks_secret, setting};

pub use aws_files::{is_secret, is_secret_key, is_secret_setting};

/// The mask that replaces a secret.
const MASK: &str = "****";

/// True if stars stand in it for what is not shown: no value has any.
pub(crate) fn is_masked(value: &str) -> bool {
    value.contains(MASK)
}

/// An address without the name and password it may hold, and without what follows a `?` or `#`. Every address that is
/// shown is shown so.
pub fn shown_url(address: &str) -> String {
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) if scheme.chars().all(is_scheme) => (format!("{scheme}://"), rest),
        // A password may hold these three signs as well.
        _ => (String::new(), address),
    };
    // The start address of IAM Identity Center ends so.
    if let Some(start) = rest.strip_suffix("#/").filter(|start| !start.contains(['@', '?', '#'])) {
        return format!("{}#/", shown_url(&format!("{scheme}{start}")));
    }
    let end = |text: &str| text.find(['?', '#']).unwrap_or(text.len());
    // A password may hold any letter, so what stands before the last `@` of the part that could be one is not looked at.
    let authority = rest.find('/').unwrap_or(rest.len());
    let rest = match (rest[..authority].rfind('@'), rest[..end(rest)].rfind('@')) {
        (None, None) if is_host(&rest[..authority.min(end(rest))]) => rest,
        _ => rest.rfind('@').map_or(rest, |at| &rest[at + 1..]),
    };
    let shown: Vec<&str> = rest[..end(rest)]
        .split('/')
        .map(|part| if looks_secret(part, SUSPICIOUS) { MASK } else { part })
        .collect();
    // The host itself may be as long as it likes.
    let host = rest[..end(rest)].split('/').next().unwrap_or_default();
    let path = shown.get(1..).unwrap_or_default().join("/");
    if shown.len() > 1 { format!("{scheme}{host}/{path}") } else { format!("{scheme}{host}") }
}

/// An address in the user's own form: where it holds a name or a password, stars stand for them.
pub fn shown_in_form(address: &str) -> String {
    let shown = shown_url(address);
    match shown.split_once("://") {
        Some((scheme, rest)) if address.contains('@') => format!("{scheme}://{MASK}@{rest}"),
        _ => shown,
    }
}

/// A text with its addresses as they may be shown; nothing else in it changes.
pub fn shown_addresses(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let start = rest[..at]
            .rfind(|c| !is_scheme(c))
            .map_or(0, |before| before + rest[before..].chars().next().map_or(1, char::len_utf8));
        let end = rest[at..].find(ends_address).map_or(rest.len(), |end| at + end);
        shown.push_str(&rest[..start]);
        shown.push_str(&shown_url(&rest[start..end]));
        rest = &rest[end..];
    }
    shown + rest
}

/// A letter of what stands before `://`.
fn is_scheme(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+.-".contains(c)
}

fn ends_address(c: char) -> bool {
    c.is_whitespace() || "\"'<>`”“".contains(c)
}

/// True if it can be a host, with a port or none.
fn is_host(text: &str) -> bool {
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !text.ends_with(']') => (name, port),
        _ => (text, ""),
    };
    port.bytes().all(|byte| byte.is_ascii_digit()) && (text.starts_with('[') || !name.contains(':'))
}

/// The lines of a file as they may be shown: without secrets, addresses without what lets somebody in, and of a program
/// nothing that it is given.
pub fn shown_lines(document: &Document) -> Vec<String> {
    document.shown_lines().iter().map(|line| shown_line(line)).collect()
}

fn shown_line(line: &str) -> String {
    let Some((key, command)) = line.split_once(['=', ':']) else { return shown_addresses(line) };
    let is_mark = |c: char| c.is_whitespace() || "#;".contains(c);
    if !setting::is_command_line(key.trim_matches(is_mark)) {
        return shown_addresses(line);
    }
    format!("{}{}", &line[..=key.len()], shown_command(command))
}

/// A value that a sentence names: an address may hold a password, and the words of a server, a program or a library
/// anything.
pub fn shown_argument(name: &str, value: &str) -> String {
    match name {
        "detail" | "reason" => shown_words(value),
        "endpoint" | "proxy" | "url" => shown_url(value),
        "value" | "region" | "serial" => shown_value(value),
        _ => shown_addresses(value),
    }
}

/// A value that is no secret by its place. One that has the form of a secret stands where none belongs.
pub fn shown_value(value: &str) -> String {
    if is_secret("", value) { aws_files::MASK.to_owned() } else { shown_addresses(value) }
}

/// The value of a setting of the AWS files, without secrets.
pub fn shown_setting(key: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else if is_secret_setting(key, value) {
        aws_files::MASK.to_owned()
    } else if let Some(block) = value.strip_prefix('\n') {
        // A nested block, of which each line is a setting.
        let line = |line: &str| match line.split_once('=') {
            Some((key, value)) => format!("{}= {}", key, shown_setting(key.trim(), value.trim())),
            None => shown_words(line),
        };
        std::iter::once(String::new()).chain(block.lines().map(line)).collect::<Vec<_>>().join("\n")
    } else if setting::is_command_line(key) {
        shown_command(value)
    } else if key.ends_with("_url") {
        // Also one that lacks its scheme.
        shown_url(value)
    } else if let Some(address) = value.strip_prefix("//") {
        // The AWS CLI reads a line that is an address as a setting of the name `https`.
        format!("//{}", shown_url(address))
    } else {
        shown_addresses(value)
    }
}

/// A command line, whose program may be given secrets as arguments: also the seed that codes are made from.
pub fn shown_command(command: &str) -> String {
    let is_seed = |word: &str| {
        word.len() >= SHORTEST_SEED && word.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'))
    };
    let shown = shown_words(command);
    let is_end = |c: char| !c.is_ascii_alphanumeric();
    let words = shown.split_inclusive(is_end).map(|word| {
        let bare = word.trim_end_matches(is_end);
        if is_seed(bare) { format!("{}{}", aws_files::MASK, &word[bare.len()..]) } else { word.to_owned() }
    });
    words.collect()
}

/// Seeds are at least 80 bits, in letters of five.
const SHORTEST_SEED: usize = 16;

/// Words of another program or a server, of a line or an argument, without secrets.
pub fn shown_words(text: &str) -> String {
    let mut reader = Reader { rest: text, shown: String::with_capacity(text.len()) };
    while !reader.rest.is_empty() {
        reader.part();
    }
    reader.shown
}

struct Reader<'t> {
    rest: &'t str,
    shown: String,
}

impl<'t> Reader<'t> {
    fn part(&mut self) {
        let end = self.rest.find(|c: char| !is_of_word(c)).unwrap_or(self.rest.len());
        if end == 0 {
            let end = self.rest.chars().next().map_or(0, char::len_utf8);
            let sign = self.take(end);
            self.shown.push_str(sign);
            return;
        }
        if let Some(address) = self.address() {
            let shown = shown_url(address);
            self.shown.push_str(&shown);
            return;
        }
        if let Some(length) = self.arn() {
            let arn = self.take(length);
            self.shown.push_str(arn);
            return;
        }
        let word = self.take(end);
        let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        // A key may hold letters that look like the name of one: `…aaPW+A0…`.
        let open = |word: &'t str| if is_secret_by_form(word) { MASK } else { word };
        match (Trigger::of(name), value) {
            (Some(_), Some(value)) if !value.is_empty() => {
                self.shown.push_str(open(name));
                self.shown.push('=');
                self.shown.push_str(MASK);
            }
            (Some(trigger), _) => {
                self.shown.push_str(open(word));
                self.behind(trigger, word);
            }
            (None, _) => self.shown.push_str(open(word)),
        }
    }

    fn take(&mut self, end: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// `scheme://…` up to a blank or what ends a quotation.
    fn address(&mut self) -> Option<&'t str> {
        let scheme = self.rest.find(|c| !is_scheme(c))?;
        if scheme == 0 || !self.rest[scheme..].starts_with("://") {
            return None;
        }
        let end = self.rest.find(ends_address).unwrap_or(self.rest.len());
        let end = self.rest[..end].trim_end_matches(['.', ')', ';']).len();
        Some(self.take(end))
    }

    /// The length of an ARN that stands here: the name of a thing, which is what a refusal is about.
    fn arn(&self) -> Option<usize> {
        if !self.rest.starts_with("arn:") {
            return None;
        }
        let end = self.rest.find(|c: char| c.is_whitespace() || "\"',;)".contains(c));
        let end = end.unwrap_or(self.rest.len());
        Arn::parse(&self.rest[..end]).map(|_| end)
    }

    /// Reads what follows the name of a secret.
    fn behind(&mut self, trigger: Trigger, word: &str) {
        let is_separator = |c: char| c.is_whitespace() || ":=\"'\\".contains(c);
        let end = self.rest.find(|c: char| !is_separator(c)).unwrap_or(self.rest.len());
        let separator = self.take(end);
        self.shown.push_str(separator);
        if separator.is_empty() || self.rest.is_empty() {
            return;
        }
        let quote = separator.chars().rev().find(|c| !c.is_whitespace()).filter(|c| matches!(c, '"' | '\''));
        let is_open = quote
            .is_some_and(|quote| separator.matches(quote).count() % 2 == 1 || separator.contains([':', '=']));
        let says = word.ends_with('=') || separator.contains([':', '=']);
        let end = match quote.filter(|_| is_open) {
            Some(quote) => self.rest.find(quote).unwrap_or(self.rest.len()),
            None => {
                self.rest.find(|c: char| c.is_whitespace() || "\"',;}".contains(c)).unwrap_or(self.rest.len())
            }
        };
        // A word that announces another one, as `Authorization: Bearer`.
        if Trigger::of(&self.rest[..end]).is_some() {
            return;
        }
        let is_flag = word.starts_with('-');
        let is_meant = match trigger {
            Trigger::Secret => says || is_open || is_flag || is_no_plain_word(&self.rest[..end]),
            Trigger::Code => is_code(&self.rest[..end]),
        };
        if is_meant {
            self.take(end);
            self.shown.push_str(MASK);
        }
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || "+/=_-.~%".contains(c)
}

/// A word that says what comes next.
#[derive(Clone, Copy)]
enum Trigger {
    Secret,
    /// A code or a key: often a number of no importance.
    Code,
}

impl Trigger {
    fn of(word: &str) -> Option<Self> {
        let parts = parts(word);
        // The names of errors: `ExpiredToken: The provided token has expired`.
        if parts.first().is_some_and(|first| ERRORS.contains(&first.as_str())) && parts.len() > 1 {
            return None;
        }
        let has = |names: &[&str]| parts.iter().any(|part| names.contains(&part.as_str()));
        let joined = parts.concat();
        let within =
            ["token", "secret", "passw", "passphrase", "apikey", "accesskey", "privatekey", "credential"];
        if has(&[
            "pass",
            "pwd",
            "key",
            "otp",
            "pin",
            "bearer",
            "authorization",
            "auth",
            "cookie",
            "pw",
            "keyid",
        ]) || within.iter().any(|name| joined.contains(name))
        {
            return Some(Self::Secret);
        }
        has(&["code", "mfa", "totp"]).then_some(Self::Code)
    }
}

/// The first words of errors that are about a token or a key.
const ERRORS: [&str; 8] =
    ["invalid", "expired", "missing", "incomplete", "malformed", "unrecognized", "unauthorized", "multi"];

/// The words a name is made of: `SecretAccessKey`, `secret_access_key`, `--secret-key`.
fn parts(word: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut was_lower = false;
    for c in word.chars().take(64) {
        if !c.is_alphanumeric() || (c.is_uppercase() && was_lower) {
            parts.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(last) = parts.last_mut()
        {
            last.extend(c.to_lowercase());
        }
        was_lower = c.is_lowercase();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Names that follow `key` and `token` in sentences.
const NAMES: [&str; 10] = ["ID", "IDs", "AWS", "IAM", "STS", "SSO", "KMS", "MFA", "OIDC", "URL"];

/// True if a word of a sentence is none of a language.
fn is_no_plain_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    !NAMES.contains(&word)
        && word.chars().any(|c| c.is_ascii_digit() || c.is_uppercase() || "+/=_.~".contains(c))
}

/// Six digits or more, or letters and digits together.
fn is_code(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits >= 6 || (word.len() >= 8 && digits > 0 && digits < word.len())
}

/// The beginnings of tokens of well-known services.
const BEGINNINGS: [&str; 16] = [
    "hvs.",
    "hvb.",
    "hvr.",
    "s.",
    "eyJ",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "xoxb-",
    "xoxp-",
    "sk-",
    LONG_TERM,
    TEMPORARY,
    "FwoGZX",
];

fn is_secret_by_form(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let begins = BEGINNINGS.iter().any(|beginning| word.starts_with(beginning) && word.len() >= 12);
    let dotted = match word.strip_prefix('~').unwrap_or(word) {
        // The parts of a path are names of files, dots and all.
        path if path.starts_with('/') => {
            let key = path.split('.').next().unwrap_or_default();
            looks_secret(path, SUSPICIOUS) || looks_secret(key, SUSPICIOUS)
        }
        word => word.split('.').any(|part| looks_secret(part, SUSPICIOUS) && !is_compound(part)),
    };
    (begins || dotted) && !is_identifier(word)
}

/// A request's number, which is what support asks for: `8-4-4-4-12` hexadecimal digits.
fn is_identifier(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && word.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests;
