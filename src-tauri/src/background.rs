//! Work of the engine, on a thread of its own: a slow disk, a lock that is held or a file that is let come to rest then
//! blocks neither the actor nor a worker that others wait for.

use sandglass_core::problem::{Code, Problem};
use sandglass_engine::panics::{guard, guarded};
use tauri::async_runtime::{handle, spawn_blocking};

/// Begins work that tells of its end itself.
pub(crate) fn start(work: impl Future<Output = ()> + Send + 'static) {
    let runtime = handle();
    // What panics is in the log.
    spawn_blocking(move || guard(|| runtime.block_on(work)));
}

/// Does work that somebody waits for. That it panicked is a problem.
pub(crate) async fn done<T: Send + 'static>(
    work: impl Future<Output = T> + Send + 'static,
) -> Result<T, Problem> {
    let runtime = handle();
    let done = spawn_blocking(move || runtime.block_on(guarded(work))).await;
    done.unwrap_or_else(|_| Err(Problem::new(Code::Internal).with("at", "?")))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use tauri::async_runtime::{block_on, spawn};

    use super::*;

    #[test]
    fn however_much_blocks_the_workers_are_free() {
        let more_than_workers = std::thread::available_parallelism().map_or(8, usize::from) + 1;
        let (running, runs) = channel();
        let mut held = Vec::new();
        for _ in 0..more_than_workers {
            let ((release, released), running) = (channel::<()>(), running.clone());
            held.push(release);
            start(async move {
                running.send(()).expect("somebody counts");
                // As a read of a disk that does not answer.
                let _ = released.recv();
            });
        }
        for _ in 0..more_than_workers {
            runs.recv_timeout(Duration::from_secs(20)).expect("all of it runs at once");
        }
        let worker = spawn(async { tokio::task::yield_now().await });
        let free = block_on(async { tokio::time::timeout(Duration::from_secs(20), worker).await });
        assert!(free.is_ok(), "nobody was left for anything else");
        drop(held);
        assert_eq!(block_on(done(async { 3 })), Ok(3));
        assert!(block_on(done(async { panic!("of a library") as u8 })).is_err());
    }
}
