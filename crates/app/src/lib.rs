//! The desktop application without a desktop: events in, effects out, and what the tray, notifications and the
//! window show of it. Only `sandglass-desktop` uses it. No file, clock, environment or network is touched here.
//!
//! - `facts`: what is known: the data every view reads
//! - `state`: what happens next, the one owner of the facts
//! - `tray`, `notices`, `window`: what people see, each a function of the facts and the time

pub mod facts;
pub mod notices;
pub mod state;
#[cfg(test)]
mod testing;
pub mod tray;
pub mod window;
