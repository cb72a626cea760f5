//! The runtime that everything of this program shares.

use anyhow::Context;
use tokio::runtime::Builder;

/// Starts it, with one worker: what takes its time has threads of its own (`background`), and each event that comes while
/// nothing happens would wake a second worker with the first.
///
/// Fails where no thread can be started. Only once: there is one.
pub(crate) fn start() -> anyhow::Result<()> {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.context("no thread can be started")?;
    tauri::async_runtime::set(runtime.handle().clone());
    // Dropped it would end; it lives as long as the program.
    std::mem::forget(runtime);
    Ok(())
}
