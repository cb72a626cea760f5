//! Doctor.

pub mod evidence;
pub mod jwt;
pub mod masked;
