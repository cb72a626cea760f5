//! Checks what is shown of files and of others' words: no secret that stands where secrets stand.

use aws_files::{Document, FileKind};
use sandglass_core::masked::{shown_addresses, shown_setting, shown_url, shown_words};
use sandglass_doctor::mask;

use crate::Target;

pub(crate) const TARGET: Target = Target { name: "masks", check, read, seeds };

/// Eight bytes that make a secret, then what stands around it.
fn check(data: &[u8]) {
    let Some((seed, around)) = data.split_first_chunk::<8>() else { return };
    let around = String::from_utf8_lossy(around);
    let secret = secret_of(u64::from_le_bytes(*seed));
    in_files(&around, &secret);
    in_words(&around, &secret);
    in_addresses(&around, &secret);
    for key in ["aws_secret_access_key", "aws_session_token", "aws_security_token"] {
        assert!(!shown_setting(key, &secret).contains(&secret), "{key}");
        assert!(!mask::value(key, &secret).contains(&secret), "{key}");
    }
    assert!(mask::words(&around).chars().count() <= 300, "words are cut off");
}

/// A secret access key: forty letters of Base64, of every kind.
fn secret_of(seed: u64) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut state = seed;
    let mut secret: Vec<u8> = (0..40)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            LETTERS[usize::try_from(state >> 58).unwrap_or_default()]
        })
        .collect();
    // As good as every key has them, and none is as cut up as a path.
    secret[7..10].copy_from_slice(b"aZ4");
    for slash in secret[1..].iter_mut().filter(|letter| **letter == b'/').skip(3) {
        *slash = b'x';
    }
    String::from_utf8(secret).unwrap_or_default()
}

/// In a line of an AWS file, in one that was commented out, and in one that goes on from its key.
fn in_files(around: &str, secret: &str) {
    for line in [
        "aws_secret_access_key = SECRET",
        "# aws_secret_access_key=SECRET",
        "aws_session_token =\n    SECRET",
    ] {
        let line = line.replace("SECRET", secret);
        let text = format!("{around}\n{line}\n{around}\n");
        for kind in [FileKind::Config, FileKind::Credentials] {
            let document = Document::parse(kind, text.as_bytes());
            let shown = document.shown_lines();
            assert_eq!(shown.len(), document.raw_lines().len());
            hidden(&shown.join("\n"), around, secret);
        }
    }
}

/// Behind the word that says what it is, and alone.
fn in_words(around: &str, secret: &str) {
    for line in [
        "export AWS_SECRET_ACCESS_KEY=SECRET",
        "password: SECRET",
        "token SECRET",
        "SECRET",
        "{\"SecretAccessKey\": \"SECRET\"}",
    ] {
        let line = line.replace("SECRET", secret);
        hidden(&shown_words(&format!("{around}\n{line}\n{around}")), around, secret);
    }
}

/// As the password of an address, and in its query.
fn in_addresses(around: &str, secret: &str) {
    for address in [
        "https://ana:SECRET@host.example/x",
        "https://host.example/x?token=SECRET",
        "https://host.example/#SECRET",
    ] {
        let address = address.replace("SECRET", secret);
        assert!(!shown_url(&address).contains(secret), "{address}");
        hidden(&shown_addresses(&format!("{around}\n{address}\n")), around, secret);
        hidden(&shown_words(&format!("{around}\n{address}\n")), around, secret);
    }
}

/// What stands around it may be the secret too, where the seed made it so; that is not looked at.
fn hidden(shown: &str, around: &str, secret: &str) {
    assert!(around.contains(secret) || !shown.contains(secret), "shown: {shown}");
}

fn read(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let document = Document::parse(FileKind::Config, data);
    let _ = (shown_words(&text), shown_addresses(&text), document.shown_lines());
}

fn seeds() -> Vec<Vec<u8>> {
    let around = [
        "",
        "[default]",
        "aws_secret_access_key =",
        "the provided token",
        "curl -H 'Authorization: Bearer x' https://x.example/",
        "password:",
        "\"",
        "role_arn = arn:aws:iam::123456789012:role/Admin",
        "# see the wiki",
        "export X=\"a",
    ];
    around
        .iter()
        .zip(1u64..)
        .map(|(text, seed)| [&(seed * 77).to_le_bytes(), text.as_bytes()].concat())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "shown: ")]
    fn a_secret_that_is_shown_is_found() {
        let secret = secret_of(1);
        assert_eq!(secret.len(), 40);
        hidden(&format!("key {secret}"), "around", &secret);
    }
}
