//! Credentials of the host of a container or an instance, as they should be.

use super::super::broken::host::{container, instance};
use super::super::{Case, session_arn};

pub(super) const CASES: &[Case] = &[
    Case::sound("a profile with a region alone in a container", |s| {
        let (name, region, role) = (s.name(), s.region.clone(), container(s));
        s.config.profile(&name).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("no file at all on an instance", |s| {
        let (region, role) = (s.region.clone(), instance(s));
        s.home.set("AWS_DEFAULT_REGION", &region);
        s.home.set("AWS_REGION", &region);
        s.identity = session_arn(&role);
    }),
    Case::sound("a profile with a region alone on an instance", |s| {
        let (name, region, role) = (s.name(), s.region.clone(), instance(s));
        s.config.profile(&name).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("a role behind the container's own", |s| {
        container(s);
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("credential_source", "EcsContainer");
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("a role behind the instance's own", |s| {
        instance(s);
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("credential_source", "Ec2InstanceMetadata");
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
];
