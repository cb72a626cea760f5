//! Checks a request's proof of possession (RFC 9449).

use base64ct::{Base64UrlUnpadded, Encoding};
use p256::PublicKey;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::elliptic_curve::JwkEcKey;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::invalid;
use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;

/// The age that a proof may have, in seconds, and how far ahead it may be.
const TOLERANCE: i64 = 300;

#[derive(Deserialize)]
struct Header {
    typ: String,
    alg: String,
    jwk: JwkEcKey,
}

#[derive(Deserialize)]
struct Claims {
    jti: String,
    htm: String,
    htu: String,
    iat: i64,
}

/// The key that signed the proof, which is good for this request and was not seen before.
pub(super) fn key(world: &mut World, request: &Request) -> Result<PublicKey, Refusal> {
    let text = request.header("dpop").ok_or_else(|| invalid("There is no proof"))?;
    let (key, claims) = read(&text).ok_or_else(|| invalid("The proof is none"))?;
    let url = format!("http://{}{}", request.header("host").unwrap_or_default(), request.path);
    if (claims.htm.as_str(), claims.htu.as_str()) != (request.method.as_str(), url.as_str()) {
        return Err(invalid("The proof is for another request"));
    }
    if (clock::now(world) - claims.iat).abs() > TOLERANCE {
        return Err(invalid("The proof is of another time"));
    }
    let seen = ("jti".to_owned(), claims.jti);
    if world.used_codes.contains(&seen) {
        return Err(invalid("The proof was used before"));
    }
    world.used_codes.push(seen);
    Ok(key)
}

/// True if a key as the world has it is this one.
pub(super) fn is_same_key(json: &str, key: &PublicKey) -> bool {
    let known = serde_json::from_str(json).ok().and_then(|jwk| PublicKey::from_jwk(&jwk).ok());
    known.as_ref() == Some(key)
}

fn read(proof: &str) -> Option<(PublicKey, Claims)> {
    let (signed, signature) = proof.rsplit_once('.')?;
    let (header, claims) = signed.split_once('.')?;
    let header: Header = part(header)?;
    let key = PublicKey::from_jwk(&header.jwk).ok()?;
    let signature = Signature::from_slice(&Base64UrlUnpadded::decode_vec(signature).ok()?).ok()?;
    VerifyingKey::from(key).verify(signed.as_bytes(), &signature).ok()?;
    let is_kind = header.typ == "dpop+jwt" && header.alg == "ES256";
    is_kind.then_some((key, part(claims)?))
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&Base64UrlUnpadded::decode_vec(text).ok()?).ok()
}
