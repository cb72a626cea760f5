//! Sandglass without I/O: no file, clock, environment or network is touched here.
//!
//! `resolve` answers where a profile's credentials come from, `session` how long they last,
//! `state` what happens next, `tray` and `view` what people and programs see, `text` the words.

pub mod tray;
