//! Hexadecimal text.

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Two digits a byte, in lower case.
pub fn hex(bytes: impl IntoIterator<Item = u8>) -> String {
    let digits = |byte: u8| [byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)]));
    bytes.into_iter().flat_map(digits).collect()
}
