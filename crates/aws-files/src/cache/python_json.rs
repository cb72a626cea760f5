//! Writes JSON exactly as Python's `json.dumps` does, because cache keys are hashes of that text.

use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter, Serializer};

/// `", "` and `": "`, or compact; non-ASCII as `\u00e9`, with surrogate pairs.
#[derive(Clone, Copy)]
pub(super) enum Spacing {
    Default,
    Compact,
}

impl Formatter for Spacing {
    fn begin_object_key<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.comma(writer, first)
    }

    fn begin_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.comma(writer, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(match self {
            Self::Default => b": ",
            Self::Compact => b":",
        })
    }

    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if fragment.is_ascii() {
            return writer.write_all(fragment.as_bytes());
        }
        for unit in fragment.encode_utf16() {
            match u8::try_from(unit) {
                // DEL is escaped by nobody.
                Ok(byte) if byte.is_ascii() => writer.write_all(&[byte])?,
                _ => write!(writer, "\\u{unit:04x}")?,
            }
        }
        Ok(())
    }

    fn write_char_escape<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        let short = match escape {
            CharEscape::Quote => "\\\"",
            CharEscape::ReverseSolidus => "\\\\",
            CharEscape::Solidus => "/",
            CharEscape::Backspace => "\\b",
            CharEscape::FormFeed => "\\f",
            CharEscape::LineFeed => "\\n",
            CharEscape::CarriageReturn => "\\r",
            CharEscape::Tab => "\\t",
            CharEscape::AsciiControl(byte) => return write!(writer, "\\u{byte:04x}"),
        };
        writer.write_all(short.as_bytes())
    }
}

impl Spacing {
    fn comma<W: io::Write + ?Sized>(self, writer: &mut W, first: bool) -> io::Result<()> {
        match (first, self) {
            (true, _) => Ok(()),
            (false, Self::Default) => writer.write_all(b", "),
            (false, Self::Compact) => writer.write_all(b","),
        }
    }
}

/// Writes a value. Writing to memory cannot fail, and the values used here have string keys.
pub(super) fn dumps(value: &impl Serialize, spacing: Spacing) -> Vec<u8> {
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, spacing);
    if value.serialize(&mut serializer).is_err() {
        out.clear();
    }
    out
}
