//! An AWS in a box, for tests and the demo, on loopback: STS, IAM Identity Center with its sign-in and its portal, AWS
//! Sign-In, and what an instance or a container gets from its host. They check what the real services check.
//!
//! Signatures, expired tokens, MFA codes, external ids, session limits, clock skew, throttling,
//! faults and latency. What exists is a `World`: plain data, changed while the server runs.
//! Everything asked of it stands in a log.

mod admin;
mod answer;
mod clock;
mod host;
mod log;
mod metadata;
mod refusal;
mod request;
mod server;
mod services;
mod signin;
mod sigv4;
mod sso;
mod sts;
mod world;

pub use host::{ContainerEndpoint, MetadataService, MetadataVersions};
pub use log::LogEntry;
pub use server::Sim;
pub use world::{
    AccessKey, Denial, Fault, FaultKind, IdentityCenter, IdentityToken, LoginRefusal, LoginSession,
    MfaDevice, Role, SessionKeys, SsoAccount, SsoRole, SsoToken, User, World,
};
