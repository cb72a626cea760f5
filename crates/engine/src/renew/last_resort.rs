//! The last provider of all: the instance this machine may be. Somebody who wants credentials has it asked, as the AWS
//! CLI would; whoever only looks at profiles does not.

use aws_files::Profiles;
use sandglass_core::problem::Problem;
use sandglass_core::resolve::Resolution;

use super::at_each_use;
use crate::sources::Obtained;
use crate::{Clock, Environment};

/// The credentials of the instance for a profile that has nothing else, with the resolution that leads to them; none
/// where the AWS CLI does not ask it either. If no instance
/// answers, the profile has no credentials, as it says itself.
pub(crate) async fn ask(
    environment: &Environment,
    profiles: &Profiles,
    resolution: &Resolution,
    clock: &dyn Clock,
) -> Option<Result<(Obtained, Resolution), Problem>> {
    let of_instance = resolution.of_instance()?;
    let asked = Box::pin(at_each_use(environment, profiles, &of_instance, clock)).await;
    Some(match (asked, resolution.errors.first()) {
        (Ok(obtained), _) => Ok((obtained, of_instance)),
        (Err(problem), Some(own)) if is_of_no_instance(&problem) => Err(own.clone()),
        (Err(problem), _) => Err(problem),
    })
}

fn is_of_no_instance(problem: &Problem) -> bool {
    problem.host_reason().is_some_and(|reason| !reason.shows_an_instance())
}
