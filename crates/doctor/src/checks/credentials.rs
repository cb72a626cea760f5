//! Shows the credentials that a call would use, for each way to make it: the table of `aws configure list`, with
//! places.

use crate::{Check, CheckCode, CheckState, Evidence, Exhibit, Sentence, mask};
use sandglass_core::resolve::{Call, Resolution, Source, resolve};

pub(super) fn check(evidence: &Evidence) -> Check {
    let name = &evidence.resolution.profile;
    let rows = [
        (format!("aws --profile {name}"), explicit(evidence)),
        (format!("AWS_PROFILE={name} aws"), by_variable(evidence)),
        (format!("AWS_PROFILE={name} python (boto3)"), by_sdk(evidence)),
    ];
    let shown: Vec<Exhibit> = rows.iter().map(|(who, found)| row(evidence, who, found)).collect();
    let used = &evidence.resolution;
    let detail = match &used.source {
        Some(source) => Sentence::new("check-credentials-ok")
            .with("method", source.kind().botocore_name())
            .with("place", sandglass_core::text::place(source.at(), &evidence.paths)),
        None => Sentence::new("check-credentials-none"),
    };
    let mut check = Check::ok(CheckCode::Credentials, detail).shows(shown);
    if used.source.is_none() {
        check.state = CheckState::Skipped;
    }
    check
}

fn explicit(evidence: &Evidence) -> Resolution {
    let call = Call::Profile(evidence.resolution.profile.clone());
    resolve(&evidence.profiles, &evidence.variables.process, &call)
}

fn by_variable(evidence: &Evidence) -> Resolution {
    let mut variables = evidence.variables.process.clone();
    variables.set("AWS_PROFILE", &evidence.resolution.profile);
    resolve(&evidence.profiles, &variables, &Call::Bare)
}

/// boto3 reads the two profile variables in the other order.
fn by_sdk(evidence: &Evidence) -> Resolution {
    let mut variables = evidence.variables.process.clone();
    variables.set("AWS_PROFILE", &evidence.resolution.profile);
    resolve(&evidence.profiles, &variables.as_version_1(), &Call::Bare)
}

fn row(evidence: &Evidence, who: &str, found: &Resolution) -> Exhibit {
    let exhibit = Exhibit::new("exhibit-used_by").with("command", who);
    let Some(source) = &found.source else { return exhibit.value("—") };
    let key = match source {
        Source::Keys(keys) => format!(" {}", mask::access_key(&keys.access_key_id)),
        _ => String::new(),
    };
    exhibit.from(source.at(), &evidence.paths).value(format!("{}{key}", source.kind().botocore_name()))
}
