//! Signature version 4: computes it again and compares (AWS IAM user guide, "Create a signed AWS API request").

use std::fmt::Write;

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::request::Request;

/// The content of an `Authorization` header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Authorization {
    pub(crate) access_key_id: String,
    pub(crate) date: String,
    pub(crate) region: String,
    pub(crate) service: String,
    signed_headers: Vec<String>,
    signature: String,
}

impl Authorization {
    /// Reads the header. The error is the part that is not of the form `key=value`.
    pub(crate) fn parse(header: &str) -> Result<Self, String> {
        let rest = header.strip_prefix("AWS4-HMAC-SHA256").ok_or_else(|| header.to_owned())?;
        let mut found = [const { String::new() }; 3];
        for part in rest.split(',').map(str::trim) {
            let (name, value) = part.split_once('=').ok_or_else(|| part.to_owned())?;
            let index = match name {
                "Credential" => 0,
                "SignedHeaders" => 1,
                "Signature" => 2,
                _ => return Err(part.to_owned()),
            };
            value.clone_into(&mut found[index]);
        }
        let [credential, signed_headers, signature] = found;
        let scope: Vec<&str> = credential.rsplitn(5, '/').collect();
        let [_, service, region, date, access_key_id] = scope[..] else { return Err(credential) };
        Ok(Self {
            access_key_id: access_key_id.to_owned(),
            date: date.to_owned(),
            region: region.to_owned(),
            service: service.to_owned(),
            signed_headers: signed_headers.split(';').map(str::to_owned).collect(),
            signature,
        })
    }

    /// True if `secret` made this signature of `request`, which was signed at `time`.
    pub(crate) fn is_signed_with(&self, secret: &str, request: &Request, time: &str) -> bool {
        // Without the host a signature would hold for any service.
        self.signed_headers.iter().any(|name| name == "host")
            && self.signature == self.signature_of(secret, request, time)
    }

    fn signature_of(&self, secret: &str, request: &Request, time: &str) -> String {
        let scope = format!("{}/{}/{}/aws4_request", self.date, self.region, self.service);
        let canonical = hex(&Sha256::digest(self.canonical(request)));
        let to_sign = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{canonical}");
        let mut key = mac(format!("AWS4{secret}").as_bytes(), &self.date);
        for part in [self.region.as_str(), self.service.as_str(), "aws4_request"] {
            key = mac(&key, part);
        }
        hex(&mac(&key, &to_sign))
    }

    fn canonical(&self, request: &Request) -> String {
        let mut text = format!("{}\n{}\n{}\n", request.method, request.path, canonical_query(&request.query));
        for name in &self.signed_headers {
            let value = request.header(name).unwrap_or_default();
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(text, "{name}:{value}");
        }
        let _ = write!(text, "\n{}\n{}", self.signed_headers.join(";"), hex(&Sha256::digest(&request.body)));
        text
    }
}

fn canonical_query(query: &str) -> String {
    let mut parts: Vec<String> = query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| if part.contains('=') { part.to_owned() } else { format!("{part}=") })
        .collect();
    parts.sort();
    parts.join("&")
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    // HMAC takes keys of every length.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mac| mac.chain_update(text.as_bytes()).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use hyper::HeaderMap;
    use hyper::header::HeaderValue;

    use super::*;

    /// `get-vanilla` of the signature test suite AWS publishes.
    #[test]
    fn the_published_example_is_accepted_and_a_changed_one_is_not() {
        let authorization = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
            SignedHeaders=host;x-amz-date, \
            Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("example.amazonaws.com"));
        headers.insert("x-amz-date", HeaderValue::from_static("20150830T123600Z"));
        let request = |body: &str| {
            let body = body.as_bytes().to_vec();
            Request::new("GET".to_owned(), "/".to_owned(), String::new(), headers.clone(), body)
        };
        let authorization = Authorization::parse(authorization).expect("well-formed");
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        assert!(authorization.is_signed_with(secret, &request(""), "20150830T123600Z"));
        assert!(!authorization.is_signed_with(secret, &request("x"), "20150830T123600Z"));
        assert!(!authorization.is_signed_with("another", &request(""), "20150830T123600Z"));
    }

    #[test]
    fn a_mangled_header_names_its_part() {
        assert_eq!(Authorization::parse("AWS4-HMAC-SHA256 Credential=a b, c"), Err("c".to_owned()));
    }
}
