//! The sign-ins of `aws sso login` and `aws login`: their token files, and the next token of one that is over.
//!
//! A refresh token may be good once only. So whoever spends one has made room for the answer before, holds
//! the lock of its file, and stores what came whatever became of whoever asked.

mod dpop;
mod fields;
mod login;
mod refresh;
mod sso;
mod token_file;

pub(crate) use dpop::is_key as is_login_key;
pub(crate) use login::Login;
pub(crate) use refresh::{Kind, Place, fresh};
pub(crate) use sso::Sso;
