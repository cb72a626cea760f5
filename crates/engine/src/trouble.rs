//! Says what the system has against a file, so that the advice fits.

use std::io::{Error, ErrorKind};

use sandglass_core::problem::Problem;

/// Adds to a problem why the system refused.
pub(crate) trait Because {
    /// A word that chooses the advice, and the system's own words.
    #[must_use]
    fn because(self, error: &Error) -> Self;
}

impl Because for Problem {
    fn because(self, error: &Error) -> Self {
        self.with("why", why(error)).with("detail", error.to_string())
    }
}

/// The kind of trouble, as the locales know it.
pub(crate) fn why(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::ReadOnlyFilesystem => "read_only",
        ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => "busy",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => "exists",
        ErrorKind::NotFound => "missing",
        _ => "other",
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_has_a_word() {
        use rustix::io::Errno;
        let cases = [
            (Errno::ROFS, "read_only"),
            (Errno::BUSY, "busy"),
            (Errno::ACCESS, "denied"),
            (Errno::PERM, "denied"),
            (Errno::NOSPC, "full"),
            (Errno::DQUOT, "full"),
            (Errno::EXIST, "exists"),
            (Errno::NOTDIR, "exists"),
            (Errno::NOENT, "missing"),
            (Errno::IO, "other"),
        ];
        for (errno, expected) in cases {
            assert_eq!(why(&errno.into()), expected, "{errno}");
        }
    }
}
