//! Detects that standard output cannot be written. The standard library opens `/dev/null` in place of a closed one,
//! and takes a descriptor that cannot be written for a missing console.
#![cfg_attr(unix, allow(unsafe_code))]

use std::io::{self, Write};

/// Standard output, without a buffer.
#[derive(Debug)]
pub struct StandardOutput {
    #[cfg(unix)]
    file: io::Result<std::fs::File>,
    #[cfg(not(unix))]
    stream: io::Stdout,
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io;
    use std::os::fd::AsFd;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// True if standard output was closed when the program was started.
    static WAS_CLOSED: AtomicBool = AtomicBool::new(false);

    /// Runs before the standard library puts `/dev/null` there.
    #[used]
    #[cfg_attr(target_os = "macos", unsafe(link_section = "__DATA,__mod_init_func"))]
    #[cfg_attr(not(target_os = "macos"), unsafe(link_section = ".init_array"))]
    static LOOK: extern "C" fn() = look;

    extern "C" fn look() {
        let is_closed = rustix::io::fcntl_getfd(io::stdout()) == Err(rustix::io::Errno::BADF);
        WAS_CLOSED.store(is_closed, Ordering::Relaxed);
    }

    pub(super) fn open() -> io::Result<File> {
        if WAS_CLOSED.load(Ordering::Relaxed) {
            return Err(rustix::io::Errno::BADF.into());
        }
        Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
    }
}

impl StandardOutput {
    /// Creates the standard output of this process.
    #[cfg(unix)]
    pub fn new() -> Self {
        Self { file: unix::open() }
    }

    /// Creates the standard output of this process.
    #[cfg(not(unix))]
    pub fn new() -> Self {
        Self { stream: io::stdout() }
    }

    #[cfg(unix)]
    fn stream(&mut self) -> io::Result<&mut std::fs::File> {
        self.file.as_mut().map_err(|error| match error.raw_os_error() {
            Some(code) => io::Error::from_raw_os_error(code),
            None => error.kind().into(),
        })
    }

    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, reason = "the same shape on every system")]
    fn stream(&mut self) -> io::Result<&mut io::Stdout> {
        Ok(&mut self.stream)
    }
}

impl Default for StandardOutput {
    fn default() -> Self {
        Self::new()
    }
}

impl Write for StandardOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream()?.write(bytes)
    }

    /// Of what could not be written `write` has told: nothing waits here that is ours.
    fn flush(&mut self) -> io::Result<()> {
        self.stream().map_or(Ok(()), Write::flush)
    }
}
