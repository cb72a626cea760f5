//! The metadata service of an instance and the endpoint of a container, simulated: believed by the real AWS CLIs v1 and v2.

use std::time::{Duration, Instant};

use aws_sim::{ContainerEndpoint, Fault, FaultKind, MetadataService, Sim, World};
use sandglass_tests::{AwsCli, Home, Ran, aws_clis};
use serde_json::Value;

const HOST: &str = "arn:aws:iam::123456789012:role/short";
const AUTHORIZATION: &str = "Basic canary-of-the-container";

/// Profiles with nothing of their own: one that is bare, and roles behind the host's credentials.
const CONFIG: &str = "[profile bare]\nregion = eu-central-1\n\n\
     [profile over-instance]\nrole_arn = arn:aws:iam::123456789012:role/project1\nrole_session_name = instance\n\
     credential_source = Ec2InstanceMetadata\nregion = eu-central-1\n\n\
     [profile over-container]\nrole_arn = arn:aws:iam::123456789012:role/project1\nrole_session_name = container\n\
     credential_source = EcsContainer\nregion = eu-central-1\n";

/// An instance, whose service stands where a variable says.
fn instance() -> (Sim, Home) {
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
fn container() -> (Sim, Home) {
    let mut world = World::small();
    world.container = Some(ContainerEndpoint::with_role(HOST, AUTHORIZATION));
    let sim = Sim::start(world).expect("a free port");
    let mut home = Home::in_sim(CONFIG, &sim);
    home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", &format!("{}/v1/credentials", sim.url()));
    home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", AUTHORIZATION);
    home.keep_secret(AUTHORIZATION);
    (sim, home)
}

fn whoami(aws: &AwsCli, home: &Home, profile: &str) -> Ran {
    aws.run(home, &["sts", "get-caller-identity", "--output", "json", "--profile", profile])
}

#[track_caller]
fn is(ran: &Ran, arn: &str) {
    let answer: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    assert!(answer["Arn"].as_str().is_some_and(|found| found.ends_with(arn)), "{ran:?}");
}

const OF_INSTANCE: &str = "assumed-role/short/i-0123456789abcdef0";
const OF_CONTAINER: &str = "assumed-role/short/task";

#[test]
fn the_aws_clis_take_the_simulated_instance_for_one() {
    for aws in aws_clis("the_aws_clis_take_the_simulated_instance_for_one") {
        let (sim, home) = instance();
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        is(&whoami(&aws, &home, "over-instance"), "assumed-role/project1/instance");
        assert!(sim.count("MetadataToken") >= 2 && sim.count("MetadataCredentials") == 2, "{:?}", sim.log());
        if aws.version == 2 {
            let ran = aws.run(&home, &["configure", "export-credentials", "--profile", "bare"]);
            let answer: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran:?}"));
            assert!(answer["AccessKeyId"].as_str().is_some_and(|id| id.starts_with("ASIASIM")), "{ran:?}");
            assert!(answer["Expiration"].is_string(), "{ran:?}");
        }
    }
}

#[test]
fn the_aws_clis_go_the_ways_of_both_versions_of_the_service() {
    for aws in aws_clis("the_aws_clis_go_the_ways_of_both_versions_of_the_service") {
        let (sim, mut home) = instance();
        let set = |change: fn(&mut MetadataService)| change(sim.world().instance.as_mut().expect("there"));
        // Version 1 alone, and version 2 too far away: the AWS CLI falls back.
        set(|service| (service.has_tokens, service.needs_token) = (false, false));
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        set(|service| (service.has_tokens, service.is_too_far) = (true, true));
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        home.set("AWS_EC2_METADATA_V1_DISABLED", "true");
        assert_ne!(whoami(&aws, &home, "bare").code, Some(0), "without a token");
        home.unset("AWS_EC2_METADATA_V1_DISABLED");
        set(|service| (service.is_too_far, service.needs_token) = (false, true));
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        home.set("AWS_EC2_METADATA_DISABLED", "true");
        let asked = sim.log().len();
        let ran = whoami(&aws, &home, "bare");
        assert_ne!((ran.code, asked), (Some(0), sim.log().len() + 1), "{ran:?}");
        assert_eq!(sim.log().len(), asked, "it was asked though it is off");
    }
}

/// What keeps an instance from giving credentials.
fn silences(sim: &Sim) -> Vec<(&'static str, Box<dyn Fn() + '_>)> {
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

#[test]
fn the_aws_clis_find_no_credentials_where_the_instance_gives_none() {
    for aws in aws_clis("the_aws_clis_find_no_credentials_where_the_instance_gives_none") {
        let (sim, home) = instance();
        for (name, begin) in silences(&sim) {
            begin();
            let began = Instant::now();
            let ran = whoami(&aws, &home, "bare");
            assert!(!matches!(ran.code, Some(0) | None), "AWS CLI v{} {name}: {ran:?}", aws.version);
            assert!(began.elapsed() < Duration::from_secs(15), "AWS CLI v{} {name}", aws.version);
        }
    }
}

#[test]
fn the_aws_clis_take_the_simulated_container_for_one() {
    for aws in aws_clis("the_aws_clis_take_the_simulated_container_for_one") {
        let (sim, mut home) = container();
        is(&whoami(&aws, &home, "bare"), OF_CONTAINER);
        is(&whoami(&aws, &home, "over-container"), "assumed-role/project1/container");
        // The file of EKS comes before the variable.
        let file = home.write("token", "another");
        home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", &file.display().to_string());
        assert_ne!(whoami(&aws, &home, "bare").code, Some(0), "another token");
        home.write("token", AUTHORIZATION);
        is(&whoami(&aws, &home, "bare"), OF_CONTAINER);
        assert!(sim.log().iter().any(|entry| entry.status == 401), "{:?}", sim.log());
    }
}
