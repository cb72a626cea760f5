//! The metadata service of an instance and the endpoint of a container, simulated: believed by the real AWS CLIs v1 and v2.

use std::time::{Duration, Instant};

use aws_sim::{MetadataService, MetadataVersions};
use sandglass_tests::aws_clis;
use sandglass_tests::host::{
    AUTHORIZATION, OF_CONTAINER, OF_INSTANCE, container, instance, is, silences, whoami,
};
use serde_json::Value;

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
        set(|service| service.versions = MetadataVersions::First);
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        set(|service| (service.versions, service.is_too_far) = (MetadataVersions::Both, true));
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        home.set("AWS_EC2_METADATA_V1_DISABLED", "true");
        assert_ne!(whoami(&aws, &home, "bare").code, Some(0), "without a token");
        home.unset("AWS_EC2_METADATA_V1_DISABLED");
        set(|service| (service.versions, service.is_too_far) = (MetadataVersions::Second, false));
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        home.set("AWS_EC2_METADATA_DISABLED", "true");
        let asked = sim.log().len();
        let ran = whoami(&aws, &home, "bare");
        assert_ne!((ran.code, asked), (Some(0), sim.log().len() + 1), "{ran:?}");
        assert_eq!(sim.log().len(), asked, "it was asked though it is off");
    }
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
