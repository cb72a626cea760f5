//! Where the window stood, on the disk.

use std::path::Path;

use sandglass_core::placement::Placement;

use crate::store;

const FILE: &str = "window.json";

/// Where the window stood; none where nobody knows.
pub fn read_placement(state_dir: &Path) -> Option<Placement> {
    serde_json::from_slice(&std::fs::read(state_dir.join(FILE)).ok()?).ok()
}

/// Keeps where it stands.
pub fn store_placement(state_dir: &Path, placement: &Placement) -> std::io::Result<()> {
    let text = serde_json::to_vec(placement)?;
    store::own_file(&state_dir.join(FILE), &text)
}
