//! Gives freed memory back to the system.
#![cfg_attr(all(target_os = "linux", target_env = "gnu"), allow(unsafe_code))]

/// Gives the system back what the allocator holds without use. glibc keeps what each thread freed for its next need, and
/// after the large texts of a window that is tens of megabytes. Other allocators do so by themselves.
pub fn give_back_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: malloc_trim(3) takes no pointer, and any thread may call it.
    unsafe {
        libc::malloc_trim(0);
    }
}
