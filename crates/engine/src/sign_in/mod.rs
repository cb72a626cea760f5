//! The sign-ins of `aws sso login`: their token files, and the next token of one that is over.
//!
//! A refresh token may be good once only. So whoever spends one has made room for the answer before, holds
//! the lock of its file, and stores what came whatever became of whoever asked.

mod fields;
mod sso;
mod token_file;

pub(crate) use sso::SsoToken;
