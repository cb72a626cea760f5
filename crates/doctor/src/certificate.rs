//! Reads the issuer of a certificate, which tells a company's proxy from a private issuer. Nothing is trusted because
//! of it.

use x509_cert::Certificate;
use x509_cert::attr::AttributeValue;
use x509_cert::der::asn1::{ObjectIdentifier, PrintableStringRef, TeletexStringRef, Utf8StringRef};
use x509_cert::der::oid::db::rfc4519::{COMMON_NAME, ORGANIZATION_NAME};
use x509_cert::der::{Decode, Tag, Tagged};
use x509_cert::name::Name;

/// The more telling first.
const NAMES: [ObjectIdentifier; 2] = [COMMON_NAME, ORGANIZATION_NAME];

/// The issuer's name in a certificate in DER form; at most 100 letters.
pub fn issuer(certificate: &[u8]) -> Option<String> {
    let certificate = Certificate::from_der(certificate).ok()?;
    let issuer = &certificate.tbs_certificate.issuer;
    NAMES.iter().find_map(|wanted| attribute(issuer, *wanted))
}

/// An attribute of a distinguished name.
fn attribute(name: &Name, wanted: ObjectIdentifier) -> Option<String> {
    let attributes = name.0.iter().flat_map(|set| set.0.iter());
    let value = attributes.filter(|found| found.oid == wanted).find_map(|found| text(&found.value))?;
    Some(value.chars().filter(|c| !c.is_control()).take(100).collect())
}

/// The text of a value, in the encodings that names are written in.
fn text(value: &AttributeValue) -> Option<String> {
    Some(match value.tag() {
        Tag::Utf8String => Utf8StringRef::try_from(value).ok()?.as_str().to_owned(),
        Tag::PrintableString => PrintableStringRef::try_from(value).ok()?.as_str().to_owned(),
        Tag::TeletexString => TeletexStringRef::try_from(value).ok()?.as_str().to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair};

    fn certificate(names: &[(DnType, &str)]) -> Vec<u8> {
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        for (kind, name) in names {
            params.distinguished_name.push(kind.clone(), *name);
        }
        let key = KeyPair::generate().expect("a key");
        params.self_signed(&key).expect("signed").der().to_vec()
    }

    #[test]
    fn the_issuer_is_named_and_junk_is_not() {
        let both = [(DnType::OrganizationName, "Corp"), (DnType::CommonName, "Corp Root CA")];
        assert_eq!(issuer(&certificate(&both)), Some("Corp Root CA".to_owned()));
        assert_eq!(issuer(&certificate(&both[..1])), Some("Corp".to_owned()));
        assert_eq!(issuer(&certificate(&[])), None);
        for junk in [&b""[..], b"0", b"0\x84\xff\xff\xff\xff", b"-----BEGIN CERTIFICATE-----"] {
            assert_eq!(issuer(junk), None);
        }
    }
}
