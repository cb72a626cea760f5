//! Runs a diagnosis: gathers the evidence and has `doctor` name the cause.

use sandglass_core::resolve::Call;
use sandglass_doctor::{Check, Diagnosis, DiagnosisOptions, SeenFrom};

mod apply;
mod shell_file;
mod syntax;

pub use apply::{AppliedFix, apply_fix};

use crate::evidence::Subject;
use crate::{Clock, Environment, evidence};

/// Diagnoses one call of the AWS CLI. `progress` hears of checks as they get through: of one whose evidence
/// grows twice, and in the end of every one.
pub async fn diagnose(
    environment: &Environment,
    call: Call,
    seen_from: SeenFrom,
    options: &DiagnosisOptions,
    clock: &dyn Clock,
    progress: &(dyn Fn(&Check) + Sync),
) -> Diagnosis {
    let clis = evidence::aws_clis(environment);
    let (clis, is_version_1) = clis.version_1(&environment.variables).await;
    let mut gathered = evidence::local(environment, call, seen_from, is_version_1, clock);
    sandglass_doctor::known_locally(&gathered).iter().for_each(progress);
    if options.offline {
        gathered.live.offline = true;
    } else {
        // Where nothing else gives credentials, the AWS CLI asks the instance it may run on.
        let profiles = gathered.profiles.clone();
        let of_instance = gathered.resolution.of_instance();
        let is_last_resort = of_instance.is_some();
        let resolution = of_instance.unwrap_or_else(|| gathered.resolution.clone());
        let mut subject = Subject { environment, profiles: &profiles, resolution: &resolution, clock };
        let mut reaching = Box::pin(subject.reach()).await;
        let own = gathered.resolution.clone();
        if is_last_resort && !reaching.shows_an_instance() {
            reaching = reaching.without_source();
            subject.resolution = &own;
        }
        gathered.resolution = subject.resolution.clone();
        gathered.live = reaching.live.clone();
        sandglass_doctor::known_on_the_way(&gathered).iter().for_each(progress);
        gathered.live = Box::pin(subject.ask(reaching)).await;
    }
    gathered.tools.aws_clis = clis.found().await;
    let diagnosis = sandglass_doctor::diagnose(&gathered, options);
    diagnosis.checks.iter().for_each(progress);
    diagnosis
}
