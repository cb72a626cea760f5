//! Holds little memory, and gives freed memory back to the system.
#![cfg_attr(all(target_os = "linux", target_env = "gnu"), allow(unsafe_code))]

/// The size from which a text gets memory of its own, which the system has back as soon as it is freed.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: libc::c_int = 128 * 1024;

/// Lets all threads share one store of memory. glibc gives each its own, where what others freed lies unused: with
/// thousands of profiles each opening of the window left megabytes more in them. To be called before there are threads.
pub fn share_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: mallopt(3) takes two numbers, and no other thread runs yet. Where it fails all is as before.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
    }
}

/// Gives the system back what the allocator holds without use. glibc keeps what was freed for the next need, and
/// after the large texts of a window that is tens of megabytes. Other allocators do so by themselves.
pub fn give_back_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: malloc_trim(3) takes no pointer, and any thread may call it.
    unsafe {
        libc::malloc_trim(0);
    }
}
