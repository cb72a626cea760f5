//! An AWS in a box, for tests and the demo: STS on loopback that checks what the real one checks.
//!
//! Signatures, expired tokens, MFA codes, external ids, session limits, clock skew, throttling,
//! faults and latency. What exists is a `World`: plain data, changed while the server runs.
//! Everything asked of it stands in a log.

mod admin;
mod clock;
mod log;
mod request;
mod server;
mod sigv4;
mod sts;
mod world;

pub use log::LogEntry;
pub use server::Sim;
pub use world::{AccessKey, Fault, FaultKind, MfaDevice, Role, User, World};
