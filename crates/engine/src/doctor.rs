//! A diagnosis: gather, then let the core name the cause.

use sandglass_core::doctor::{Check, Diagnosis, Options, SeenFrom};
use sandglass_core::resolve::Call;

mod mend;
mod shell_file;

pub use mend::{Mended, mend};

use crate::{Clock, Environment, evidence};

/// Diagnoses one call of the AWS CLI; tells of each check as soon as it is through.
pub async fn diagnose(
    environment: &Environment,
    call: Call,
    seen_from: SeenFrom,
    options: &Options,
    clock: &dyn Clock,
    through: &(dyn Fn(&Check) + Sync),
) -> Diagnosis {
    let clis = evidence::aws_clis(environment);
    let mut gathered = evidence::local(environment, call, seen_from, clock);
    sandglass_core::doctor::of_this_machine(&gathered).iter().for_each(through);
    if options.offline {
        gathered.live.offline = true;
    } else {
        gathered.live = evidence::live(environment, &gathered.profiles, &gathered.resolution, clock).await;
    }
    gathered.tools.aws_clis = clis.found().await;
    sandglass_core::doctor::diagnose(&gathered, options)
}
