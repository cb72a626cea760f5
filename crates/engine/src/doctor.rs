//! A diagnosis: gather, then let the core name the cause.

use sandglass_core::doctor::{Diagnosis, Options, SeenFrom};
use sandglass_core::resolve::Call;

use crate::{Clock, Environment, evidence};

/// Diagnoses one call of the AWS CLI.
pub async fn diagnose(
    environment: &Environment,
    call: Call,
    seen_from: SeenFrom,
    options: &Options,
    clock: &dyn Clock,
) -> Diagnosis {
    let mut gathered = evidence::local(environment, call, seen_from, clock);
    gathered.live.offline = options.offline;
    sandglass_core::doctor::diagnose(&gathered, options)
}
