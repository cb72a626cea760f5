//! Set-ups with an injected fault, and sound ones, for the doctor: each is judged by the real AWS CLI and
//! then by `sandglass doctor`.

pub mod aws;
pub mod broken;
mod bystanders;
pub mod case;
mod draw;
pub mod healthy;
mod keys;
pub mod network;
pub mod programs;
pub mod run;
mod set_up;
pub mod table;
mod text_file;

pub use case::{Call, Case, Family};
pub use draw::Draw;
pub use keys::Keys;
pub use set_up::{Place, SetUp, session_arn};
pub use text_file::{Section, profile_header};
