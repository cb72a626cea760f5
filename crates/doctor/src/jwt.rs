//! Reads the expiry of a JSON web token, without checking its signature.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::Value;

use sandglass_core::Timestamp;

/// The claim `exp`. None for what is no such token, or says no end.
pub fn expires_at(token: &str) -> Option<Timestamp> {
    let mut parts = token.trim().split('.');
    let (_, payload, _) = (parts.next()?, parts.next()?, parts.next()?);
    let claims: Value =
        serde_json::from_slice(&Base64UrlUnpadded::decode_vec(payload.trim_end_matches('=')).ok()?).ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "a date of seconds may be written with a fraction")]
    let seconds = claims["exp"].as_i64().or_else(|| claims["exp"].as_f64().map(|exp| exp as i64))?;
    Timestamp::from_timestamp(seconds, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_read_from_the_claims() {
        let seconds = |token: &str| expires_at(token).map(|end| end.timestamp());
        // {"sub":"ana","exp":1769000000}
        assert_eq!(seconds("e30.eyJzdWIiOiJhbmEiLCJleHAiOjE3NjkwMDAwMDB9.x\n"), Some(1_769_000_000));
        // {"exp":1769000000.5}
        assert_eq!(seconds("e30.eyJleHAiOjE3NjkwMDAwMDAuNX0.x"), Some(1_769_000_000));
        for none in ["", "opaque", "a.b", "e30.e30.x", "e30.!!!.x"] {
            assert_eq!(seconds(none), None, "{none}");
        }
    }
}
