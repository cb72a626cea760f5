//! JSON objects in which every text may be a secret: they are wiped when dropped, and written back with their unknown
//! fields.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use crate::Secret;

/// An object's fields, in their order.
pub struct TokenFields(Vec<(String, Field)>);

/// Beyond so many objects in each other nothing is a token file.
const DEEPEST: usize = 16;

enum Field {
    Text(Secret),
    Object(TokenFields),
    /// As it is written: a number may have more digits than any type of ours.
    Other(Box<RawValue>),
}

impl TokenFields {
    /// Reads an object; none where the text is none.
    pub fn parse(json: &[u8]) -> Option<Self> {
        fields(std::str::from_utf8(json).ok()?, DEEPEST)
    }

    /// An object of texts.
    pub fn new<const N: usize>(fields: [(&str, Secret); N]) -> Self {
        Self(fields.into_iter().map(|(name, text)| (name.to_owned(), Field::Text(text))).collect())
    }

    /// A field that is an object.
    pub fn object(&self, name: &str) -> Option<&Self> {
        match self.field(name)? {
            Field::Object(fields) => Some(fields),
            Field::Text(_) | Field::Other(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn object_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.0.iter_mut().find_map(|(known, field)| match field {
            Field::Object(fields) if known == name => Some(fields),
            _ => None,
        })
    }

    /// A field that is a text.
    pub fn text(&self, name: &str) -> Option<&Secret> {
        match self.field(name)? {
            Field::Text(text) => Some(text),
            Field::Object(_) | Field::Other(_) => None,
        }
    }

    /// A field that is a whole number.
    pub fn number(&self, name: &str) -> Option<i64> {
        match self.field(name)? {
            Field::Other(value) => value.get().parse().ok(),
            Field::Text(_) | Field::Object(_) => None,
        }
    }

    /// Puts a text in the place of a field, or behind the last.
    pub fn set(&mut self, name: &str, text: Secret) {
        let field = Field::Text(text);
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = field,
            None => self.0.push((name.to_owned(), field)),
        }
    }

    /// A field that is a list of texts, none of them secret.
    pub fn list(&self, name: &str) -> Option<Vec<String>> {
        match self.field(name)? {
            Field::Other(value) => serde_json::from_str(value.get()).ok(),
            Field::Text(_) | Field::Object(_) => None,
        }
    }

    /// Adds a list of texts, none of them secret, behind the last field.
    ///
    /// Fails as `serde_json` does, which it never has with texts.
    pub fn add_list(&mut self, name: &str, texts: &[&str]) -> serde_json::Result<()> {
        let list = serde_json::value::to_raw_value(texts)?;
        self.0.push((name.to_owned(), Field::Other(list)));
        Ok(())
    }

    /// The object as JSON.
    pub fn to_json(&self) -> serde_json::Result<Zeroizing<Vec<u8>>> {
        let mut json = Zeroizing::new(Vec::with_capacity(8 * 1024));
        serde_json::to_writer(&mut *json, &Exposed(self))?;
        Ok(json)
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.0.iter().find_map(|(known, field)| (known == name).then_some(field))
    }
}

fn fields(json: &str, deepest: usize) -> Option<TokenFields> {
    let written: Written<'_> = serde_json::from_str(json).ok()?;
    let field = |(name, value): (String, &RawValue)| Some((name, field(value, deepest)?));
    written.0.into_iter().map(field).collect::<Option<_>>().map(TokenFields)
}

fn field(value: &RawValue, deepest: usize) -> Option<Field> {
    Some(match value.get().as_bytes().first()? {
        b'"' => Field::Text(Secret::new(serde_json::from_str(value.get()).ok()?)),
        b'{' => Field::Object(fields(value.get(), deepest.checked_sub(1)?)?),
        _ => Field::Other(value.to_owned()),
    })
}

/// An object's fields as they stand in the text, of which nothing is copied.
struct Written<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Written<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(WrittenVisitor)
    }
}

struct WrittenVisitor;

impl<'de> Visitor<'de> for WrittenVisitor {
    type Value = Written<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Written<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Written(fields))
    }
}

/// Only here, for a token's own file and for the service that gave it, secrets are written.
struct Exposed<'a>(&'a TokenFields);

impl Serialize for Exposed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.0.len()))?;
        for (name, field) in &self.0.0 {
            match field {
                Field::Text(text) => map.serialize_entry(name, text.expose())?,
                Field::Object(fields) => map.serialize_entry(name, &Exposed(fields))?,
                Field::Other(value) => map.serialize_entry(name, value)?,
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_nobody_knows_stay_where_they_are() {
        let text = br#"{"a":"1","more":{"x":[1,null]},"expiresIn":3600}"#;
        let mut fields = TokenFields::parse(text).expect("an object");
        assert_eq!(fields.number("expiresIn"), Some(3600));
        assert!(fields.text("more").is_none());
        assert!(fields.object("more").is_some_and(|more| more.text("x").is_none()));
        fields.set("a", Secret::new("2".to_owned()));
        fields.set("b", Secret::new("é\"".to_owned()));
        let written = fields.to_json().expect("JSON");
        let expected = r#"{"a":"2","more":{"x":[1,null]},"expiresIn":3600,"b":"é\""}"#;
        assert_eq!(String::from_utf8_lossy(&written), expected);
    }

    #[test]
    fn numbers_keep_their_digits() {
        let text = format!(r#"{{"a":1{},"b":{{"c":0.10}},"d":[1e400, -0.0]}}"#, "8".repeat(72));
        let fields = TokenFields::parse(text.as_bytes()).expect("an object");
        assert_eq!(String::from_utf8_lossy(&fields.to_json().expect("JSON")), text);
        assert_eq!(fields.number("a"), None);
    }

    #[test]
    fn objects_in_objects_end_somewhere() {
        let nested = |depth: usize| format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth));
        assert!(TokenFields::parse(nested(DEEPEST).as_bytes()).is_some());
        assert!(TokenFields::parse(nested(100_000).as_bytes()).is_none());
        let lists = format!(r#"{{"a":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
        let _ = TokenFields::parse(lists.as_bytes());
    }

    #[test]
    fn what_is_no_object_is_not_read() {
        for none in [&b""[..], b"[]", b"\"text\"", b"{", b"{\"a\":}"] {
            assert!(TokenFields::parse(none).is_none());
        }
    }
}
