//! AWS config, credentials and cache files: text in, text out.
//!
//! Files are read **as the AWS CLI (botocore) reads them**, with the line of every value, and what
//! other SDKs read differently is reported. Edits change their own lines only. No I/O, no clock,
//! no environment.

pub mod access_key;
mod arn;
pub mod cache;
mod divergence;
mod document;
pub mod expiry;
mod hex;
mod location;
mod profiles;
mod python;
mod readers;
pub mod regions;
mod secrecy;
mod secret;
pub mod setting;

/// Up to this many keys of a section are found as fast by looking at each as with an index.
const FEW_KEYS: usize = 24;

pub use arn::{Arn, is_account_id};
pub use divergence::{Divergence, DivergenceKind, Reader};
pub use document::{Document, EditError, LineFix, MASK, SectionName, SyntaxError, SyntaxErrorKind};
pub use hex::hex;
pub use location::{FileKind, Location};
pub use profiles::{Profile, Profiles, Section, Setting};
pub use python::{python_int, shlex_split};
pub use secrecy::{SUSPICIOUS, is_compound, is_secret, is_secret_key, is_secret_setting, looks_secret};
pub use secret::Secret;
