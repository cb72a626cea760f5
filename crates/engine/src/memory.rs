//! What is remembered between runs, on the disk.

use std::path::PathBuf;

use sandglass_core::memory::Memory;

use crate::{Environment, store};

fn path(environment: &Environment) -> PathBuf {
    environment.state_dir.join("memory.json")
}

/// Reads the memory; where there is none, nothing is remembered.
pub fn read_memory(environment: &Environment) -> Memory {
    std::fs::read_to_string(path(environment)).map_or_else(|_| Memory::default(), |text| Memory::parse(&text))
}

/// Stores the memory.
pub fn store_memory(environment: &Environment, memory: &Memory) -> std::io::Result<()> {
    store::own_file(&path(environment), memory.to_text().as_bytes())
}
