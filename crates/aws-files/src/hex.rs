//! Hexadecimal text.

use std::fmt::Write;

/// Two digits a byte, in lower case.
pub fn hex(bytes: impl IntoIterator<Item = u8>) -> String {
    bytes.into_iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
