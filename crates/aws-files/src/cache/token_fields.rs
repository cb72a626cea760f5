//! JSON objects in which every text may be a secret: they are wiped when dropped, and written back with their unknown
//! fields.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::Secret;

/// An object's fields, in their order.
pub struct TokenFields(Vec<(String, Field)>);

enum Field {
    Text(Secret),
    Object(TokenFields),
    Other(Value),
}

impl TokenFields {
    /// Reads an object; none where the text is none.
    pub fn parse(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
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
            Field::Other(value) => value.as_i64(),
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

impl<'de> Deserialize<'de> for TokenFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = TokenFields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TokenFields, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = map.next_entry()? {
            fields.push((name, Field::new(value)));
        }
        Ok(TokenFields(fields))
    }
}

impl Field {
    fn new(value: Value) -> Self {
        match value {
            Value::String(text) => Self::Text(Secret::new(text)),
            Value::Object(map) => Self::Object(TokenFields(
                map.into_iter().map(|(name, value)| (name, Self::new(value))).collect(),
            )),
            other => Self::Other(other),
        }
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
    fn what_is_no_object_is_not_read() {
        for none in [&b""[..], b"[]", b"\"text\"", b"{", b"{\"a\":}"] {
            assert!(TokenFields::parse(none).is_none());
        }
    }
}
