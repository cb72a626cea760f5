//! Waits for the system's request to end.

use std::future::Future;
use std::io;

/// Ready when the process is asked to end: by Ctrl-C, and on Unix by SIGTERM, or SIGHUP when its
/// terminal closes. From this call on none of them ends it by itself. Needs a tokio runtime.
#[cfg(unix)]
pub fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    let mut hung_up = signal(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
            _ = hung_up.recv() => {}
        }
    })
}

/// Ready when the process is asked to end: by Ctrl-C, and on Unix by SIGTERM, or SIGHUP when its
/// terminal closes. From this call on none of them ends it by itself. Needs a tokio runtime.
#[cfg(windows)]
pub fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    let mut interrupted = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        let _ = interrupted.recv().await;
    })
}
