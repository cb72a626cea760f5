//! Homes on a simulated instance and in a simulated container, and what keeps an instance from giving credentials.

use aws_sim::{ContainerEndpoint, Fault, FaultKind, MetadataService, Sim, World};
use serde_json::Value;

use crate::{AwsCli, Home, Ran};

/// The role of the host.
pub const HOST: &str = "arn:aws:iam::123456789012:role/short";
/// The authorization of the container's endpoint.
pub const AUTHORIZATION: &str = "Basic canary-of-the-container";

/// Profiles with nothing of their own: one that is bare, and roles behind the host's credentials.
pub const CONFIG: &str = "[profile bare]\nregion = eu-central-1\n\n\
     [profile over-instance]\nrole_arn = arn:aws:iam::123456789012:role/project1\nrole_session_name = instance\n\
     credential_source = Ec2InstanceMetadata\nregion = eu-central-1\n\n\
     [profile over-container]\nrole_arn = arn:aws:iam::123456789012:role/project1\nrole_session_name = container\n\
     credential_source = EcsContainer\nregion = eu-central-1\n";

/// An instance, whose service stands where a variable says.
pub fn instance() -> (Sim, Home) {
    let mut world = World::small();
    world.instance = Some(MetadataService::with_role(HOST));
    let sim = Sim::start(world).expect("a free port");
    let mut home = Home::in_sim(CONFIG, &sim);
    home.set("AWS_EC2_METADATA_DISABLED", "false");
    // Version 2.17 of the AWS CLI puts no slash behind it.
    home.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", &format!("{}/", sim.url()));
    (sim, home)
}

/// A container, whose endpoint stands where a variable says.
pub fn container() -> (Sim, Home) {
    let mut world = World::small();
    world.container = Some(ContainerEndpoint::with_role(HOST, AUTHORIZATION));
    let sim = Sim::start(world).expect("a free port");
    let mut home = Home::in_sim(CONFIG, &sim);
    home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", &format!("{}/v1/credentials", sim.url()));
    home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", AUTHORIZATION);
    home.keep_secret(AUTHORIZATION);
    (sim, home)
}

/// Who an AWS CLI is as a profile.
pub fn whoami(aws: &AwsCli, home: &Home, profile: &str) -> Ran {
    aws.run(home, &["sts", "get-caller-identity", "--output", "json", "--profile", profile])
}

/// Fails unless that is an ARN which ends so.
#[track_caller]
pub fn is(ran: &Ran, arn: &str) {
    let answer: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    assert!(answer["Arn"].as_str().is_some_and(|found| found.ends_with(arn)), "{ran:?}");
}

/// Who the instance itself is.
pub const OF_INSTANCE: &str = "assumed-role/short/i-0123456789abcdef0";
/// Who the container itself is.
pub const OF_CONTAINER: &str = "assumed-role/short/task";

/// Brings a silence about.
pub type Begin<'a> = Box<dyn Fn() + 'a>;

/// What keeps an instance from giving credentials.
pub fn silences(sim: &Sim) -> Vec<(&'static str, Begin<'_>)> {
    let fault = |action: &str, kind: FaultKind| {
        let action = Some(action.to_owned());
        move || sim.world().faults = vec![Fault { action: action.clone(), times: None, kind }]
    };
    let set = |change: fn(&mut MetadataService)| {
        move || {
            sim.world().faults.clear();
            *sim.world().instance.as_mut().expect("there") = MetadataService::with_role(HOST);
            change(sim.world().instance.as_mut().expect("there"));
        }
    };
    vec![
        ("403 to all", Box::new(fault("MetadataRole", FaultKind::Deny))),
        ("500 for credentials", Box::new(fault("MetadataCredentials", FaultKind::Internal))),
        ("a page", Box::new(fault("MetadataCredentials", FaultKind::Html))),
        ("slow", Box::new(fault("MetadataRole", FaultKind::Hang))),
        ("closed", Box::new(fault("MetadataCredentials", FaultKind::Drop))),
        ("a page for a token", Box::new(fault("MetadataToken", FaultKind::Html))),
        ("no role", Box::new(set(|service| service.role_arn = None))),
        ("no trust", Box::new(set(|service| service.is_untrusted = true))),
    ]
}
