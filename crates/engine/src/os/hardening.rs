//! Disables core dumps, because this process holds secrets.

/// Forbids core dumps of this process. Best effort: where the limit cannot be set, the program
/// still works.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
}
