//! The desktop application without a desktop: takes events, returns effects, and computes what the tray,
//! notifications and the window show. Only `sandglass-desktop` uses it. Nothing in this crate touches a file, the
//! clock, the environment or the network.
//!
//! - `facts`: what is known: the data every view reads
//! - `state`: what happens next, the one owner of the facts
//! - `tray`, `notices`, `window`: what people see, each a function of the facts and the time

pub mod facts;
pub mod notices;
pub mod state;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod tray;
pub mod window;
