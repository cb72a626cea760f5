//! What this version cannot renew.

use sandglass_core::export::option;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::Source;

/// A source that only another tool can renew.
pub(crate) fn unsupported(source: &Source, profile: &str) -> Problem {
    let named = source.profile().unwrap_or(profile);
    Problem::new(Code::UnsupportedSource)
        .at(source.at().clone())
        .with("method", source.kind().botocore_name())
        .with("profile", named)
        .with("command", option("--profile", named))
}
