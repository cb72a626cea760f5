//! Credentials of the host of a container or an instance.

use aws_sim::{ContainerEndpoint, MetadataService, MetadataVersions};

use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Choice, name, "host_credentials_missing", build)
}

/// The container this machine is, with the variables that say so; its role.
pub fn container(s: &mut SetUp) -> String {
    let (role, authorization) = (s.role(), format!("Bearer {}", s.draw.secret()));
    s.home.keep_secret(&authorization);
    let uri = format!("{}/v1/credentials", s.sim.url());
    s.home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", &uri);
    s.home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", &authorization);
    s.sim.world().container = Some(ContainerEndpoint::with_role(&role, &authorization));
    role
}

/// The instance this machine is, with the variables that say so; its role.
pub fn instance(s: &mut SetUp) -> String {
    let role = s.role();
    s.home.set("AWS_EC2_METADATA_DISABLED", "false");
    let endpoint = format!("{}/", s.sim.url());
    s.home.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", &endpoint);
    s.sim.world().instance = Some(MetadataService::with_role(&role));
    role
}

/// A role behind the host; it is asked for.
fn role_behind(s: &mut SetUp, source: &str) {
    let (name, role) = (s.name(), s.role());
    s.role_section(&name, &role).fault("credential_source", source);
    s.ask(&name);
}

pub(super) const CASES: &[Case] = &[
    case("a container whose endpoint wants another authorization", |s| {
        container(s);
        s.home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Bearer of-another-task");
        role_behind(s, "EcsContainer");
    }),
    case("a container whose authorization is in a file that is gone", |s| {
        container(s);
        s.home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/var/run/secrets/pods.eks/token");
        role_behind(s, "EcsContainer");
    }),
    case("a container whose endpoint stands elsewhere without encryption", |s| {
        container(s);
        let host = s.draw.pick(&["192.0.2.7", "credentials.corp.test", "127.0.0.1.corp.test", "0.0.0.0"]);
        s.home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", &format!("http://{host}/v1/credentials"));
        role_behind(s, "EcsContainer");
    }),
    case("an instance without a role", |s| {
        instance(s);
        s.sim.world().instance.as_mut().expect("just made").role_arn = None;
        role_behind(s, "Ec2InstanceMetadata");
    }),
    case("an instance whose role does not trust EC2", |s| {
        instance(s);
        s.sim.world().instance.as_mut().expect("just made").is_untrusted = true;
        role_behind(s, "Ec2InstanceMetadata");
    }),
    case("an instance's endpoint where nobody listens", |s| {
        instance(s);
        s.home.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9/");
        role_behind(s, "Ec2InstanceMetadata");
    }),
    case("an instance that gives no token, and nothing without one", |s| {
        instance(s);
        s.sim.world().instance.as_mut().expect("just made").versions = MetadataVersions::First;
        s.home.set("AWS_EC2_METADATA_V1_DISABLED", "true");
        role_behind(s, "Ec2InstanceMetadata");
    }),
];
