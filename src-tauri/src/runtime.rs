//! The runtime that everything of this program shares.

use std::time::Duration;

use anyhow::Context;
use tokio::runtime::Builder;

/// Starts it, with one worker: what takes its time has threads of its own (`background`), and each event that comes while
/// nothing happens would wake a second worker with the first.
///
/// Fails where no thread can be started. Only once: there is one.
pub(crate) fn start() -> anyhow::Result<()> {
    let mut builder = Builder::new_multi_thread();
    // One that did its work does not wait for more, to be woken once again by that.
    builder.worker_threads(1).thread_keep_alive(Duration::ZERO).enable_all();
    let runtime = builder.build();
    let runtime = runtime.context("no thread can be started")?;
    tauri::async_runtime::set(runtime.handle().clone());
    // Dropped it would end; it lives as long as the program.
    std::mem::forget(runtime);
    Ok(())
}
