//! What others say, as it may be shown: addresses without what lets somebody in, and words without secrets. A secret is
//! known by where it stands, behind `token` or `password=`, and by its form.

use aws_files::looks_secret;

/// What stands in the place of a secret.
const MASK: &str = "****";

/// From this length on a word of letters, digits and the marks of Base64 may be a key or a token.
const SUSPICIOUS: usize = 20;

/// An address without the name and password it may hold, and without what follows a `?` or `#`. Every address that is
/// shown is shown so.
pub fn shown_url(address: &str) -> String {
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) => (format!("{scheme}://"), rest),
        None => (String::new(), address),
    };
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

/// Whether it can be a host, with a port or none.
fn is_host(text: &str) -> bool {
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !text.ends_with(']') => (name, port),
        _ => (text, ""),
    };
    port.bytes().all(|byte| byte.is_ascii_digit()) && (text.starts_with('[') || !name.contains(':'))
}

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
        let word = self.take(end);
        if word.starts_with("arn:") {
            // The name of a thing, which is what a refusal is about.
            let end = self
                .rest
                .find(|c: char| c.is_whitespace() || "\"',;)".contains(c))
                .unwrap_or(self.rest.len());
            let arn = self.take(end);
            self.shown.push_str(word);
            self.shown.push_str(arn);
            return;
        }
        let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        match (Trigger::of(name), value) {
            (Some(_), Some(value)) if !value.is_empty() => {
                self.shown.push_str(name);
                self.shown.push('=');
                self.hide(value);
            }
            (Some(trigger), _) => {
                self.shown.push_str(word);
                self.behind(trigger, word);
            }
            (None, _) => self.shown.push_str(if is_secret_by_form(word) { MASK } else { word }),
        }
    }

    fn take(&mut self, end: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// `scheme://…` up to a blank or what ends a quotation.
    fn address(&mut self) -> Option<&'t str> {
        let scheme = self.rest.find("://")?;
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
        if scheme == 0 || !self.rest[..scheme].chars().all(is_scheme) {
            return None;
        }
        let end =
            self.rest.find(|c: char| c.is_whitespace() || "\"'<>`".contains(c)).unwrap_or(self.rest.len());
        Some(self.take(end).trim_end_matches(['.', ',', ')', ';']))
    }

    /// What follows the name of a secret.
    fn behind(&mut self, trigger: Trigger, word: &str) {
        let is_separator = |c: char| c.is_whitespace() || ":=\"'".contains(c);
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
            let value = self.take(end);
            self.hide(value);
        }
    }

    fn hide(&mut self, value: &str) {
        let _ = value;
        self.shown.push_str(MASK);
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
            // `access key id` names no secret, and long ones are known by their form.
            return Some(Self::Secret);
        }
        has(&["code", "mfa", "totp"]).then_some(Self::Code)
    }
}

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

/// Whether a word of a sentence is none of a language.
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

/// How tokens of well-known services begin.
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
    "AKIA",
    "ASIA",
    "FwoGZX",
];

fn is_secret_by_form(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let begins = BEGINNINGS.iter().any(|beginning| word.starts_with(beginning) && word.len() >= 12);
    let dotted = word.split('.').any(|part| looks_secret(part, SUSPICIOUS));
    (begins || dotted) && !is_identifier(word)
}

/// A request's number, which is what support asks for: `8-4-4-4-12` hexadecimal digits.
fn is_identifier(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && word.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_lets_nobody_in() {
        for (address, shown) in [
            ("http://ana:CANARY@host:8080/x", "http://host:8080/x"),
            ("http://ana:CAN/ARY@host", "http://host"),
            ("http://ana:CAN@ARY@host/y", "http://host/y"),
            ("http://ana:CAN?ARY@host/y", "http://host/y"),
            ("http://ana:CAN#ARY@host/y", "http://host/y"),
            ("ana:CANARY@host:3128", "host:3128"),
            ("http://169.254.170.2/v2/x?t=CANARY", "http://169.254.170.2/v2/x"),
            ("http://[::1]:8080/#CANARY", "http://[::1]:8080/"),
            ("https://hooks.example.com/T0/CANARYabcdefgh1234567", "https://hooks.example.com/T0/****"),
            ("https://sts.eu-central-1.amazonaws.com", "https://sts.eu-central-1.amazonaws.com"),
            ("localhost:4566", "localhost:4566"),
            ("", ""),
        ] {
            assert_eq!(shown_url(address), shown, "{address}");
        }
    }

    #[test]
    fn words_that_follow_the_name_of_a_secret_go() {
        for said in [
            "https://ana:CANARYpw@vault.example.com/v1",
            "token: CANARY.abc.def",
            "invalid token s.CANARYabcdefgh12345",
            "hvs.CANARYQabcdefgh",
            "pass \"CANARY correct horse\"",
            "password=CANARY",
            "--password CANARY",
            "--client-secret=CANARY --x",
            "'password': 'CANARY horse'",
            "{\"SessionToken\": \"CANARY\", \"a\": 1}",
            "Authorization: Bearer CANARY",
            "export AWS_SECRET_ACCESS_KEY=CANARY",
            "secret CANARY",
            "key /CANARYtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "/CANARYnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEYx",
            "eyJCANARY.eyJzdWIi.abc",
            "api_key : CANARY",
            "passphrase is 'x' and pwd:CANARY",
        ] {
            let shown = shown_words(said);
            assert!(!shown.contains("CANARY"), "{said}: {shown}");
        }
        assert_eq!(
            shown_words("otp 123456, code 654321 or mfa code: 111111"),
            "otp ****, code **** or mfa code: ****"
        );
    }

    #[test]
    fn sentences_stay() {
        for said in [
            "vault: cannot open /home/ana/.config/vault.yaml: no such file (2)",
            "The security token included in the request is expired",
            "The AWS Access Key ID needs a subscription for the service",
            "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: sts:AssumeRole on resource: \
             arn:aws:iam::123456789012:role/platform/DeploymentsOfTheWebShop2026",
            "exit code 255, status code: 403, RequestID: 8b6d0f6a-1c2d-4e5f-8a9b-0c1d2e3f4a5b",
            "MultiFactorAuthentication failed with invalid MFA one time pass code.",
            "connection refused",
        ] {
            assert_eq!(shown_words(said), said);
        }
    }

    proptest! {
        #[test]
        fn no_password_of_an_address_is_shown(
            password in "[a-z0-9@:/?#%&=+.-]{0,12}", tail in "(/x)?(\\?y)?", scheme in "(https?://)?",
        ) {
            let shown = shown_url(&format!("{scheme}ana:CANARY{password}@host{tail}"));
            prop_assert!(!shown.contains("CANARY"), "{}", shown);
        }

        #[test]
        fn nothing_breaks_it(text in any::<String>()) {
            let _ = (shown_words(&text), shown_url(&text));
        }

        #[test]
        fn a_secret_key_is_known_wherever_it_stands(
            key in "[A-Za-z0-9+/]{40}", before in "[a-z :,\"'(]{0,9}", after in "([ ,.)\"'\n][a-z ]{0,5})?",
        ) {
            let mixed = key.bytes().any(|c| c.is_ascii_digit()) && key.bytes().any(|c| c.is_ascii_uppercase());
            let wordy = key.matches('/').count() <= 4;
            prop_assume!(mixed && wordy);
            let before = format!("{before} ");
            let shown = shown_words(&format!("{before}{key}{after}"));
            prop_assert!(!shown.contains(&key), "{}", shown);
        }
    }
}
