//! What is wrong with a session, and why.

pub mod error_text;
