//! Evidence.

pub mod live;
