//! State that is remembered between runs, on disk.

use std::path::PathBuf;

use sandglass_core::memory::Memory;

use crate::{Environment, files, store};

/// The picture is smaller.
const LARGEST_PICTURE: u64 = 1024 * 1024;

fn path(environment: &Environment) -> PathBuf {
    environment.state_dir.join("memory.json")
}

/// Reads the memory; where there is none, nothing is remembered.
pub fn read_memory(environment: &Environment) -> Memory {
    let found = files::FoundFile::read(&path(environment)).ok();
    let text = found.as_ref().and_then(|found| std::str::from_utf8(&found.bytes).ok());
    text.map_or_else(Memory::default, Memory::parse)
}

/// Puts the picture of notifications where a daemon finds it, also where the program is not installed. The
/// answer is where.
pub fn store_picture(environment: &Environment, png: &[u8]) -> std::io::Result<PathBuf> {
    let path = environment.state_dir.join("notification.png");
    if files::content(&path, LARGEST_PICTURE).is_ok_and(|found| found.as_slice() == png) {
        return Ok(path);
    }
    store::own_file(&path, png)?;
    Ok(path)
}

/// Stores the memory.
pub fn store_memory(environment: &Environment, memory: &Memory) -> std::io::Result<()> {
    store::own_file(&path(environment), memory.to_text().as_bytes())
}
