//! Proves possession of the key of an `aws login` sign-in when refreshing it (RFC 9449).

use aws_files::{Secret, hex};
use base64ct::{Base64UrlUnpadded, Encoding};
use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::DecodePrivateKey;
use sandglass_core::Timestamp;
use serde_json::json;

/// A proof for one `POST` to an address: a JWT with the public key in its header. None where the key is none.
pub(super) fn proof(key: &Secret, url: &str, now: Timestamp) -> Option<String> {
    let key = read(key)?;
    let header = json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": key.public_key().to_jwk() });
    let claims = json!({ "jti": unique(), "htm": "POST", "htu": url, "iat": now.timestamp() });
    let part = |value: &serde_json::Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(&header), part(&claims));
    let signature: Signature = SigningKey::from(key).sign(signed.as_bytes());
    Some(format!("{signed}.{}", Base64UrlUnpadded::encode_string(&signature.to_bytes())))
}

/// True if this is a key that a proof can be made with.
pub(crate) fn is_key(pem: &Secret) -> bool {
    read(pem).is_some()
}

/// The AWS CLI writes SEC1; others PKCS#8, which it reads as well.
fn read(pem: &Secret) -> Option<SecretKey> {
    let pem = pem.expose().trim();
    SecretKey::from_sec1_pem(pem).or_else(|_| SecretKey::from_pkcs8_pem(pem)).ok()
}

/// Returns an id, so that no proof is taken twice; it may be easy to guess.
fn unique() -> String {
    let mut bytes = [0_u8; 16];
    fastrand::fill(&mut bytes);
    hex(bytes)
}

#[cfg(test)]
mod tests {
    use p256::PublicKey;
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier;
    use p256::elliptic_curve::JwkEcKey;
    use p256::pkcs8::{EncodePrivateKey, LineEnding};
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_proof_is_signed_with_the_key_it_names() {
        let key = SecretKey::from_slice(&[7; 32]).expect("a key");
        let now = Timestamp::from_timestamp(1_790_000_000, 0).expect("an instant");
        for pem in [
            key.to_sec1_pem(LineEnding::LF).expect("PEM").to_string(),
            key.to_pkcs8_pem(LineEnding::CRLF).expect("PEM").to_string() + "\n",
        ] {
            let proof = proof(&Secret::new(pem), "https://signin.example/v1/token", now).expect("a key");
            let parts: Vec<&str> = proof.split('.').collect();
            let decoded = |part: &str| Base64UrlUnpadded::decode_vec(part).expect("base64");
            let read = |part: &str| serde_json::from_slice::<Value>(&decoded(part)).expect("JSON");
            let (header, claims) = (read(parts[0]), read(parts[1]));
            assert_eq!((&header["typ"], &header["alg"]), (&json!("dpop+jwt"), &json!("ES256")));
            let expected = json!(["POST", "https://signin.example/v1/token", 1_790_000_000]);
            assert_eq!(json!([claims["htm"], claims["htu"], claims["iat"]]), expected);
            assert_eq!(claims["jti"].as_str().map(str::len), Some(32));
            let jwk: JwkEcKey = serde_json::from_value(header["jwk"].clone()).expect("a key");
            let public = PublicKey::from_jwk(&jwk).expect("a key");
            assert_eq!(public, key.public_key());
            let signature = Signature::from_slice(&decoded(parts[2])).expect("64 bytes");
            let signed = format!("{}.{}", parts[0], parts[1]);
            assert!(VerifyingKey::from(public).verify(signed.as_bytes(), &signature).is_ok());
            assert!(!proof.contains("private") && header["jwk"]["d"].is_null());
        }
    }

    #[test]
    fn what_is_no_key_proves_nothing() {
        let now = Timestamp::from_timestamp(0, 0).expect("an instant");
        for none in ["", "-----BEGIN EC PRIVATE KEY-----\ninvented\n-----END EC PRIVATE KEY-----\n"] {
            assert!(proof(&Secret::new(none.to_owned()), "https://x/v1/token", now).is_none());
        }
    }
}
