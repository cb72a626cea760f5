//! Tells kinds of access keys apart by their ids, which are no secrets.

/// The beginning of the ids of long-term keys.
pub const LONG_TERM: &str = "AKIA";

/// The beginning of the ids of keys that belong to a session.
pub const TEMPORARY: &str = "ASIA";

/// The longest id that is shown. Those of AWS have 20 letters; a secret has 40.
const LONGEST: usize = 32;

/// True if an id is that of long-term keys.
pub fn is_long_term(id: &str) -> bool {
    id.starts_with(LONG_TERM)
}

/// True if an id is that of keys which belong to a session.
pub fn is_temporary(id: &str) -> bool {
    id.starts_with(TEMPORARY)
}

/// True if a value is an id, and not a secret in its place: a few capitals and digits, as `AKIAIOSFODNN7EXAMPLE`.
pub fn is_id(value: &str) -> bool {
    value.len() <= LONGEST && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letters_of_an_id_tell_its_kind() {
        for (id, long_term, temporary) in [
            ("AKIAIOSFODNN7EXAMPLE", true, false),
            ("ASIAIOSFODNN7EXAMPLE", false, true),
            ("AROAIOSFODNN7EXAMPLE", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_long_term(id), is_temporary(id)), (long_term, temporary), "{id}");
            assert!(is_id(id), "{id}");
        }
        for other in
            ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "AKIA IOSFODNN7EXAMPL", "akiaiosfodnn7example"]
        {
            assert!(!is_id(other), "{other}");
        }
    }
}
