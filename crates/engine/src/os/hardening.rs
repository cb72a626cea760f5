//! Disables core dumps and attaching, because this process holds secrets.

/// Forbids core dumps of this process. Best effort: where that cannot be done, the program still works.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    // The limit does not bind a program that takes dumps through a pipe: then no memory is part of one.
    #[cfg(target_os = "linux")]
    let _ = std::fs::write("/proc/self/coredump_filter", "0");
}

/// Keeps other programs of this user from attaching to this process and from reading its memory. Not for the desktop
/// program: portals look at who asks them, and answer nobody they cannot look at.
pub fn no_looking_in() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn no_memory_is_dumped_and_nobody_attaches() {
        no_core_dumps();
        let filter = std::fs::read_to_string("/proc/self/coredump_filter").expect("Linux tells");
        assert_eq!(u32::from_str_radix(filter.trim(), 16), Ok(0), "{filter}");
        no_looking_in();
        let found = rustix::process::dumpable_behavior().expect("Linux tells");
        assert_eq!(found, rustix::process::DumpableBehavior::NotDumpable);
    }
}
