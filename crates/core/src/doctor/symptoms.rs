//! What people see because of a cause.

use super::{Cause, Sentence};

/// The symptoms of a cause: messages `symptom-…` of the locales.
pub(super) fn of(cause: Cause) -> Vec<Sentence> {
    ids(cause).iter().map(|id| Sentence::new(*id)).collect()
}

fn ids(cause: Cause) -> &'static [&'static str] {
    match cause {
        Cause::ExpiredEnvironmentKeys | Cause::ExpiredFileKeys => &["symptom-expired_token"],
        Cause::FileUnparsable => &["symptom-unable_to_parse"],
        Cause::ProfileMissing | Cause::ProfileNameMisspelt => &["symptom-profile_not_found"],
        _ => &[],
    }
}
