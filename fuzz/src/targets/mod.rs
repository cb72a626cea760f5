//! One file a kind of text.

pub(crate) mod caches;
pub(crate) mod documents;
pub(crate) mod error_texts;
pub(crate) mod expiry;
pub(crate) mod masks;
pub(crate) mod pastes;
pub(crate) mod preferences;
pub(crate) mod quoting;
pub(crate) mod shell_files;
