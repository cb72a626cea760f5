//! Evidence.

mod live;

pub use live::gather as live;
