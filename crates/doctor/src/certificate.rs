//! Who issued a certificate: the one thing of it that tells a company's proxy from a private issuer. Nothing
//! is trusted because of it.

/// `commonName` and `organizationName`, the more telling first.
const NAMES: [&[u8]; 2] = [&[0x55, 4, 3], &[0x55, 4, 10]];

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OBJECT_IDENTIFIER: u8 = 0x06;
/// The tag of the version, which old certificates leave out.
const VERSION: u8 = 0xa0;

/// The issuer's name in a certificate in DER form.
pub fn issuer(certificate: &[u8]) -> Option<String> {
    let (certificate, _) = of(SEQUENCE, certificate)?;
    let (signed, _) = of(SEQUENCE, certificate)?;
    let after_version = of(VERSION, signed).map_or(signed, |(_, rest)| rest);
    let (_, _, after_serial) = element(after_version)?;
    let (_, after_algorithm) = of(SEQUENCE, after_serial)?;
    let (name, _) = of(SEQUENCE, after_algorithm)?;
    NAMES.iter().find_map(|wanted| attribute(name, wanted))
}

/// An attribute of a distinguished name.
fn attribute(mut name: &[u8], wanted: &[u8]) -> Option<String> {
    while let Some((set, rest)) = of(SET, name) {
        name = rest;
        let (attribute, _) = of(SEQUENCE, set)?;
        let (identifier, value) = of(OBJECT_IDENTIFIER, attribute)?;
        if identifier == wanted {
            let (_, text, _) = element(value)?;
            let text = String::from_utf8_lossy(text);
            return Some(text.chars().filter(|c| !c.is_control()).take(100).collect());
        }
    }
    None
}

/// The content of an element of this kind, and what follows it.
fn of(tag: u8, bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    element(bytes).filter(|(found, ..)| *found == tag).map(|(_, content, rest)| (content, rest))
}

/// The first element: its tag, its content, and what follows it.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (digits, rest) =
            rest.split_at_checked(usize::from(first & 0x7f)).filter(|(digits, _)| digits.len() <= 4)?;
        (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let content = parts.concat();
        let length = u8::try_from(content.len()).expect("short");
        [&[tag, 0x81, length], content.as_slice()].concat()
    }

    fn certificate(version: &[u8], names: &[(&[u8], &str)]) -> Vec<u8> {
        let sets: Vec<Vec<u8>> = names
            .iter()
            .map(|(identifier, text)| {
                let pair = [wrapped(OBJECT_IDENTIFIER, &[identifier]), wrapped(0x0c, &[text.as_bytes()])];
                wrapped(SET, &[&wrapped(SEQUENCE, &[&pair[0], &pair[1]])])
            })
            .collect();
        let sets: Vec<&[u8]> = sets.iter().map(Vec::as_slice).collect();
        let signed = [&[2, 1, 7][..], &wrapped(SEQUENCE, &[]), &wrapped(SEQUENCE, &sets)];
        wrapped(SEQUENCE, &[&wrapped(SEQUENCE, &[version, &signed.concat()])])
    }

    #[test]
    fn the_issuer_is_named_and_junk_is_not() {
        let version = [VERSION, 3, 2, 1, 2];
        let both = [(NAMES[1], "Corp"), (NAMES[0], "Corp Root CA")];
        assert_eq!(issuer(&certificate(&version, &both)), Some("Corp Root CA".to_owned()));
        assert_eq!(issuer(&certificate(&[], &both[..1])), Some("Corp".to_owned()));
        assert_eq!(issuer(&certificate(&version, &[])), None);
        for junk in [&b""[..], b"0", b"0\x84\xff\xff\xff\xff", b"-----BEGIN CERTIFICATE-----"] {
            assert_eq!(issuer(junk), None);
        }
    }
}
