//! The end of a JSON web token, as it says itself. Its signature is its issuer's affair.

use serde_json::Value;

use sandglass_core::Timestamp;

/// The claim `exp`. None for what is no such token, or says no end.
pub fn expires_at(token: &str) -> Option<Timestamp> {
    let mut parts = token.trim().split('.');
    let (_, payload, _) = (parts.next()?, parts.next()?, parts.next()?);
    let claims: Value = serde_json::from_slice(&base64url(payload)?).ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "a date of seconds may be written with a fraction")]
    let seconds = claims["exp"].as_i64().or_else(|| claims["exp"].as_f64().map(|exp| exp as i64))?;
    Timestamp::from_timestamp(seconds, 0)
}

/// Base64 with `-` and `_`, with or without its end.
fn base64url(text: &str) -> Option<Vec<u8>> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
    for letter in text.trim_end_matches('=').bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        bits = (bits << 6) | u32::try_from(value).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).ok()?);
        }
    }
    Some(bytes)
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
