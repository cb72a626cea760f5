//! The window's last placement, on disk.

use std::path::Path;

use sandglass_core::placement::Placement;

use crate::{files, store};

const FILE: &str = "window.json";
/// Some numbers.
const LARGEST: u64 = 64 * 1024;

/// Reads the window's last placement; none if it is not known.
pub fn read_placement(state_dir: &Path) -> Option<Placement> {
    serde_json::from_slice(&files::content(&state_dir.join(FILE), LARGEST).ok()?).ok()
}

/// Keeps where it stands.
pub fn store_placement(state_dir: &Path, placement: &Placement) -> std::io::Result<()> {
    let text = serde_json::to_vec(placement)?;
    store::own_file(&state_dir.join(FILE), &text)
}
