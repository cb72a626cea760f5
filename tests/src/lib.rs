//! Helpers that the end-to-end tests share: a home of their own, the programs, a tray host.
#![expect(clippy::missing_panics_doc, reason = "a test that cannot go on panics")]

pub mod any_home;
pub mod awkward;
pub mod botocore;
pub mod canaries;
pub mod commands;
pub mod desktop_program;
pub mod doctor;
pub mod fault_point;
pub mod fixtures;
pub mod home;
pub mod host;
pub mod identity_center;
mod loopback;
pub mod moto;
#[cfg(target_os = "linux")]
pub mod mounts;
pub mod notification_daemon;
pub mod person;
pub mod portal;
pub mod programs;
#[cfg(target_os = "linux")]
pub mod sight;
#[cfg(target_os = "linux")]
pub mod stage;
pub mod tls;
pub mod tray_host;
pub mod way_to_aws;
#[cfg(target_os = "linux")]
pub mod window;

pub use home::{Home, Ran, run};
pub use programs::{AwsCli, aws_clis, aws_clis_of_all_ages, aws_clis_with_redirect, built, set_up, skipped};
