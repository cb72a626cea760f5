//! The CA bundle: read once, as OpenSSL reads it for the AWS CLI, and checked here, because the client panics on a bad one.

use aws_smithy_http_client::tls::TrustStore;
use base64ct::{Base64, Encoding};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::Located;

use crate::files;

/// All roots there are fill a tenth of it.
const LARGEST: u64 = 4 * 1024 * 1024;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
/// The name a certificate had before. `TRUSTED CERTIFICATE` is another thing: it may say that the certificate is not trusted.
const OLD_NAME: &str = "X509 CERTIFICATE";

/// The certificates of a bundle that can be trusted. There is at least one.
pub(super) fn read(bundle: &Located<String>) -> Result<Vec<CertificateDer<'static>>, Problem> {
    let unusable = |detail: String| {
        Problem::new(Code::CaBundle).at(bundle.at.clone()).with("path", &bundle.value).with("detail", detail)
    };
    let content =
        files::content(bundle.value.as_ref(), LARGEST).map_err(|error| unusable(error.to_string()))?;
    certificates(&String::from_utf8_lossy(&content)).map_err(unusable)
}

/// A trust store of these alone.
pub(super) fn trust(certificates: &[CertificateDer<'static>]) -> TrustStore {
    let pem = |der: &CertificateDer<'_>| {
        format!("{BEGIN}CERTIFICATE-----\n{}\n{END}CERTIFICATE-----\n", Base64::encode_string(der))
    };
    certificates.iter().fold(TrustStore::empty(), |store, der| store.with_pem_certificate(pem(der)))
}

fn certificates(text: &str) -> Result<Vec<CertificateDer<'static>>, String> {
    let (mut usable, mut refused, mut roots) = (Vec::new(), None, RootCertStore::empty());
    for certificate in CertificateDer::pem_slice_iter(normal(text).as_bytes()) {
        let certificate = certificate.map_err(|error| fault(&error))?;
        match roots.add(certificate.clone()) {
            Ok(()) => usable.push(certificate),
            // One in a form that only others read keeps nobody from the rest.
            Err(error) => refused = Some(error.to_string()),
        }
    }
    if usable.is_empty() {
        return Err(refused.unwrap_or_else(|| "it holds no certificate".to_owned()));
    }
    Ok(usable)
}

/// The text as our reader takes it: without a byte order mark, each certificate under its name of today, and without
/// lines that only begin as a header does.
fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for line in text.trim_start_matches('\u{feff}').lines() {
        let Some(mark) = [BEGIN, END].into_iter().find(|mark| line.starts_with(mark)) else {
            normal.extend([line, "\n"]);
            continue;
        };
        let name = line[mark.len()..].trim_end().strip_suffix("-----");
        match name {
            Some(OLD_NAME) => normal.extend([mark, "CERTIFICATE-----\n"]),
            Some(_) => normal.extend([line.trim_end(), "\n"]),
            None => {}
        }
    }
    normal
}

fn fault(error: &pem::Error) -> String {
    match error {
        pem::Error::MissingSectionEnd { .. } => "its last certificate is cut off".to_owned(),
        error => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use sandglass_core::problem::Origin;

    use super::*;

    const ISSUER: &str = "\
-----BEGIN CERTIFICATE-----
MIIBbjCCARWgAwIBAgIUBDcw3BgWmb1bbfgmTbV6CMVT59cwCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBdDAgFw0yNjExMzAxOTU1MDBaGA8yMTA5MDExOTE5NTUwMFow
DDEKMAgGA1UEAwwBdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABH9GcrV8U4VM
siDKwdh5d2lPOVn8OZueEt4g3lOPGU6ZVQIY2HLUk/LEGpYwcKpURNGQ1HOVRszn
D/DDFmp1vMOjUzBRMB0GA1UdDgQWBBTmTnnma5X1tnOv5MRvA6V5i4p3XDAfBgNV
HSMEGDAWgBTmTnnma5X1tnOv5MRvA6V5i4p3XDAPBgNVHRMBAf8EBTADAQH/MAoG
CCqGSM49BAMCA0cAMEQCIHyysZGVYCLR6JYB3r/MZPun9vKCl3E4qbcaVgJvRKbm
AiAS7mZJqeUkj9D1B/y+AnFqXy40FqPDvj+OiFFUsf6YFA==
-----END CERTIFICATE-----
";

    #[test]
    fn a_bundle_that_is_none_is_refused() {
        for content in [
            "",
            "\u{feff}",
            "not a certificate",
            "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            &ISSUER[..ISSUER.len() / 2],
            &ISSUER.replace("CERTIFICATE", "TRUSTED CERTIFICATE"),
        ] {
            let file = tempfile::NamedTempFile::new().expect("a temporary file");
            std::fs::write(file.path(), content).expect("written");
            let at = Origin::Variable("AWS_CA_BUNDLE");
            let refused = read(&Located { value: file.path().display().to_string(), at });
            assert_eq!(refused.map_err(|problem| problem.code), Err(Code::CaBundle), "{content}");
        }
    }

    #[test]
    fn a_bundle_is_read_as_openssl_reads_it() {
        let is_one = |text: &str| certificates(text).map(|found| found.len());
        for text in [
            ISSUER,
            &format!("\u{feff}{ISSUER}"),
            &ISSUER.replace('\n', "\r\n"),
            &ISSUER.replace('\n', "  \n"),
            &format!("# corporate\nsubject=x\n{ISSUER}\nend"),
            &format!("-----BEGIN of ours\n{ISSUER}"),
            &ISSUER.replace("CERTIFICATE", "X509 CERTIFICATE"),
            &format!("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n{ISSUER}"),
        ] {
            assert_eq!(is_one(text), Ok(1), "{text}");
        }
        assert_eq!(is_one(&ISSUER.repeat(3)), Ok(3));
    }

    #[test]
    fn what_was_read_is_what_the_client_trusts() {
        let found = certificates(&format!("\u{feff}{ISSUER}")).expect("a certificate");
        let context = aws_smithy_http_client::tls::TlsContext::builder().with_trust_store(trust(&found));
        assert!(context.build().is_ok());
    }
}
