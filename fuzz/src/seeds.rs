//! The inputs that mutation begins with: the vectors that the tests compare with the real readers, and lines by hand.

use serde_json::Value;

/// The texts under one key of a file of vectors, wherever it stands.
pub(crate) fn texts(vectors: &str, key: &str) -> Vec<Vec<u8>> {
    let vectors: Value = serde_json::from_str(vectors).unwrap_or_default();
    let mut found = Vec::new();
    collect(&vectors, key, &mut found);
    found
}

fn collect(value: &Value, key: &str, found: &mut Vec<Vec<u8>>) {
    match value {
        Value::Array(all) => all.iter().for_each(|value| collect(value, key, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == key => found.push(text.clone().into_bytes()),
                    Value::Object(_) if name == key => found.push(value.to_string().into_bytes()),
                    _ => collect(value, key, found),
                }
            }
        }
        _ => {}
    }
}

pub(crate) const READERS: &str = include_str!("../../tests/vectors/readers.json");
pub(crate) const EXPIRY: &str = include_str!("../../tests/vectors/expiry.json");
pub(crate) const CACHE_ENTRIES: &str = include_str!("../../tests/vectors/cache-entries.json");
pub(crate) const ERRORS: &str = include_str!("../../tests/vectors/errors.json");
pub(crate) const ERROR_TEXTS: &str = include_str!("../../tests/vectors/error-texts.json");

/// Texts by hand.
pub(crate) fn of(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_vectors_gives_seeds() {
        for (vectors, key) in [
            (READERS, "config_text"),
            (EXPIRY, "text"),
            (CACHE_ENTRIES, "content"),
            (ERRORS, "message"),
            (ERROR_TEXTS, "text"),
        ] {
            assert!(texts(vectors, key).len() >= 8, "{key}");
        }
    }
}
