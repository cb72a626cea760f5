//! Measures the memory that processes hold, as Linux tells in `/proc`.

use std::path::Path;
use std::{fs, iter};

use crate::failure::{During as _, Result};

/// The memory that is this process's own, what it shares counted in part.
///
/// Fails when the process is gone.
pub fn kilobytes(process: u32) -> Result<u64> {
    let rollup = format!("/proc/{process}/smaps_rollup");
    let text = fs::read_to_string(&rollup).during(|| format!("{rollup} cannot be read"))?;
    Ok(number_after(&text, "Pss:"))
}

/// The same of a process and all below it. One that ends meanwhile holds nothing.
pub fn kilobytes_of_tree(root: u32) -> u64 {
    tree(root).into_iter().filter_map(|process| kilobytes(process).ok()).sum()
}

/// Whether a process below this one has a name that begins so.
pub fn has_child(root: u32, name: &str) -> bool {
    let named = |process: &u32| fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
    tree(root).iter().any(|process| named(process).starts_with(name))
}

fn tree(root: u32) -> Vec<u32> {
    let mut waiting = vec![root];
    iter::from_fn(|| {
        let process = waiting.pop()?;
        waiting.extend(children(process));
        Some(process)
    })
    .collect()
}

fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(Path::new("/proc").join(process.to_string()).join("task"));
    let tasks = tasks.into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists
        .flat_map(|list| list.split_whitespace().filter_map(|child| child.parse().ok()).collect::<Vec<_>>())
        .collect()
}

/// The number on the line that begins with `name`; 0 where there is none.
pub(crate) fn number_after(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
