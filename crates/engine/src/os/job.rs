//! Ends a program with all that it started on Windows, where a process has no group.
//!
//! Unsafe code, as in `replace`: the system offers it through C only.
#![allow(unsafe_code)]

use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle, RawHandle};

use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, TerminateJobObject,
};

/// A program and whatever it starts.
pub(crate) struct Job(OwnedHandle);

impl Job {
    /// Takes a process that was just started into a job of its own; what it starts from now on is in it, too. None where
    /// the system refuses: then the program alone is ended.
    pub(crate) fn of(process: RawHandle) -> Option<Self> {
        // SAFETY: attributes and name may be null.
        let made = unsafe { CreateJobObjectW(std::ptr::null(), std::ptr::null()) };
        if made.is_null() {
            return None;
        }
        // SAFETY: it was just made, and nobody else closes it.
        let job = unsafe { OwnedHandle::from_raw_handle(made) };
        // SAFETY: both handles are open; the caller holds the process.
        let taken = unsafe { AssignProcessToJobObject(job.as_raw_handle(), process) };
        (taken != 0).then_some(Self(job))
    }

    /// Ends all of it at once.
    pub(crate) fn end(&self) {
        // SAFETY: the handle is open as long as this is.
        let _ = unsafe { TerminateJobObject(self.0.as_raw_handle(), 1) };
    }
}
