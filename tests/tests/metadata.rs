//! Credentials of the host: those of an instance and of a container, served as the real AWS CLIs have them.

use std::process::Stdio;
use std::time::{Duration, Instant};

use aws_sim::{Fault, FaultKind, MetadataService, MetadataVersions, Sim};
use sandglass_tests::host::{
    AUTHORIZATION, CONFIG, HOST, OF_CONTAINER, OF_INSTANCE, container, instance, is, silences, whoami,
};
use sandglass_tests::{AwsCli, Home, aws_clis, built, run, set_up, skipped};
use serde_json::Value;

/// The credentials that our helper prints.
fn given(home: &Home, profile: &str) -> Value {
    let ran = run(home.command(built("sandglass")).args(["credentials", profile]));
    assert_eq!(ran.code, Some(0), "{profile}: {ran:?}");
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

/// Who a tool is that has its credentials from our helper.
fn is_by_helper(aws: &AwsCli, home: &Home, profile: &str, arn: &str) {
    let helper = format!(
        "[profile tool]\nregion = eu-central-1\ncredential_process = \"{}\" credentials {profile}\n",
        built("sandglass").display()
    );
    home.write(".aws/config", &format!("{CONFIG}{helper}"));
    is(&whoami(aws, home, "tool"), arn);
}

/// Nothing that a host gave is kept, but the session of a role behind it.
fn keeps_no_credentials_of(home: &Home, given: &Value) {
    let secrets: Vec<String> = ["SecretAccessKey", "SessionToken"]
        .iter()
        .filter_map(|name| given[name].as_str().map(str::to_owned))
        .chain([AUTHORIZATION.to_owned()])
        .collect();
    assert_eq!(secrets.len(), 3, "{given}");
    assert!(home.files_with(&secrets).is_empty(), "{:?}", home.files_with(&secrets));
}

#[test]
fn what_the_host_gives_is_served_as_the_aws_cli_has_it() {
    for aws in aws_clis("what_the_host_gives_is_served_as_the_aws_cli_has_it") {
        for (set_up, profile, own, behind) in [
            (instance as fn() -> (Sim, Home), "over-instance", OF_INSTANCE, "assumed-role/project1/instance"),
            (container, "over-container", OF_CONTAINER, "assumed-role/project1/container"),
        ] {
            let (sim, home) = set_up();
            // Whoever only looks asks nobody.
            let status = home.sandglass_json(&["status"]);
            assert!(status.as_array().is_some_and(|rows| rows.len() >= 3), "{status}");
            assert!(sim.log().is_empty(), "a reading asked: {:?}", sim.log());
            let credentials = given(&home, "bare");
            assert!(credentials["Expiration"].is_string() && credentials["SessionToken"].is_string());
            is_by_helper(&aws, &home, "bare", own);
            let renewed = home.sandglass_json(&["renew", "bare"]);
            assert_eq!(renewed[0]["outcome"], "at_each_use", "{renewed}");
            let renewed = home.sandglass_json(&["renew", profile]);
            assert_eq!(renewed[0]["outcome"], "renewed", "{renewed}");
            let calls = sim.count("AssumeRole");
            is(&whoami(&aws, &home, profile), behind);
            is_by_helper(&aws, &home, profile, behind);
            assert_eq!(sim.count("AssumeRole"), calls, "the AWS CLI did not use what was stored");
            let status = home.sandglass_json(&["status", profile]);
            assert_eq!((&status[0]["state"], &status[0]["renewable"]), (&"fresh".into(), &"silent".into()));
            keeps_no_credentials_of(&home, &credentials);
        }
    }
}

#[test]
fn twenty_at_once_ask_the_host_of_a_role_once() {
    for (set_up, profile, action) in [
        (instance as fn() -> (Sim, Home), "over-instance", "MetadataCredentials"),
        (container, "over-container", "ContainerCredentials"),
    ] {
        let (sim, home) = set_up();
        let started: Vec<_> = (0..20)
            .map(|_| {
                let mut command = home.command(built("sandglass"));
                command.args(["credentials", profile]).stdout(Stdio::piped()).spawn().expect("it starts")
            })
            .collect();
        for child in started {
            assert!(child.wait_with_output().expect("it ends").status.success(), "{profile}");
        }
        assert_eq!((sim.count(action), sim.count("AssumeRole")), (1, 1), "{profile}");
    }
}

#[test]
fn an_instance_gives_none_to_us_where_it_gives_the_aws_cli_none() {
    let (sim, home) = instance();
    for (name, begin) in silences(&sim) {
        begin();
        for profile in ["bare", "over-instance"] {
            let began = Instant::now();
            let ran = home.sandglass(&["credentials", profile]);
            assert_eq!(ran.code, Some(1), "{name} {profile}: {ran:?}");
            assert!(began.elapsed() < Duration::from_secs(8), "{name} {profile}: {:?}", began.elapsed());
            assert!(ran.out.is_empty() && ran.err.contains(profile), "{name}: {ran:?}");
            assert!(!ran.err.contains("<html"), "{name}: {ran:?}");
        }
    }
    sim.world().faults.clear();
    *sim.world().instance.as_mut().expect("there") = MetadataService::with_role(HOST);
    given(&home, "over-instance");
}

#[test]
fn both_versions_of_the_service_serve_us_as_the_aws_cli() {
    let (sim, mut home) = instance();
    let set = |change: fn(&mut MetadataService)| change(sim.world().instance.as_mut().expect("there"));
    set(|service| service.versions = MetadataVersions::First);
    given(&home, "bare");
    set(|service| (service.versions, service.is_too_far) = (MetadataVersions::Both, true));
    given(&home, "bare");
    home.set("AWS_EC2_METADATA_V1_DISABLED", "true");
    let ran = home.sandglass(&["credentials", "over-instance"]);
    assert_eq!(ran.code, Some(1), "without a token: {ran:?}");
    assert!(ran.err.contains("hop limit"), "{ran:?}");
    set(|service| (service.versions, service.is_too_far) = (MetadataVersions::Second, false));
    given(&home, "bare");
    home.set("AWS_EC2_METADATA_DISABLED", "true");
    let asked = sim.log().len();
    for profile in ["bare", "over-instance"] {
        for command in ["credentials", "renew", "env"] {
            assert_eq!(home.sandglass(&[command, profile]).code, Some(1), "{command} {profile}");
        }
    }
    assert_eq!(sim.log().len(), asked, "it was asked though it is off");
}

/// True if the AWS CLI, and we, have credentials: both or neither. The same is brought about before each.
fn have_credentials(aws: &AwsCli, home: &Home, profile: &str, begin: &dyn Fn()) -> bool {
    begin();
    let theirs = whoami(aws, home, profile).code == Some(0);
    begin();
    let ran = run(home.command(built("sandglass")).args(["credentials", profile]));
    assert_eq!(ran.code == Some(0), theirs, "AWS CLI v{} and we differ: {ran:?}", aws.version);
    theirs
}

#[test]
fn limits_and_settings_of_the_service_hold_for_us_as_for_the_aws_cli() {
    for aws in aws_clis("limits_and_settings_of_the_service_hold_for_us_as_for_the_aws_cli") {
        let (sim, mut home) = instance();
        let nothing = || ();
        let patient = "[profile patient]\nregion = eu-central-1\nmetadata_service_timeout = 4\n\
                       metadata_service_num_attempts = 3\n";
        home.write(".aws/config", &format!("{CONFIG}{patient}"));
        let failing = |times| {
            let action = Some("MetadataCredentials".to_owned());
            sim.world().faults = vec![Fault { action, times, kind: FaultKind::Internal }];
        };
        assert!(have_credentials(&aws, &home, "patient", &|| failing(Some(2))), "it asks three times");
        assert!(!have_credentials(&aws, &home, "patient", &|| failing(Some(3))));
        assert!(!have_credentials(&aws, &home, "bare", &|| failing(Some(1))), "it asks once");
        sim.world().faults.clear();
        sim.world().latency_ms = 1500;
        assert!(!have_credentials(&aws, &home, "bare", &nothing), "a second is the limit");
        assert!(have_credentials(&aws, &home, "patient", &nothing));
        home.set("AWS_METADATA_SERVICE_TIMEOUT", "1");
        assert!(!have_credentials(&aws, &home, "patient", &nothing), "the variable comes before the profile");
        sim.world().latency_ms = 0;
        for (name, value) in [
            ("AWS_METADATA_SERVICE_TIMEOUT", "soon"),
            ("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "0"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ipv5"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", "127.0.0.1"),
        ] {
            let (_sim, mut home) = instance();
            home.set(name, value);
            assert!(!have_credentials(&aws, &home, "bare", &nothing), "{name}");
        }
    }
}

#[test]
fn the_authorization_of_a_container_is_a_secret_of_one_line() {
    let (sim, mut home) = container();
    let file = home.write("token", AUTHORIZATION);
    home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "another");
    home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", &file.display().to_string());
    given(&home, "bare");
    for text in [format!("{AUTHORIZATION}\n"), format!("{AUTHORIZATION}\r\nX-Other: 1"), "wrong".to_owned()] {
        home.write("token", &text);
        let asked = sim.count("ContainerCredentials");
        for command in ["credentials", "renew", "doctor", "env"] {
            let ran = home.sandglass(&[command, "over-container"]);
            assert_eq!(ran.code, Some(1), "{command} {text:?}: {ran:?}");
        }
        assert_eq!(
            sim.count("ContainerCredentials") == asked,
            text != "wrong",
            "{text:?} was sent: {:?}",
            sim.log()
        );
    }
    std::fs::remove_file(&file).expect("it is there");
    assert_eq!(home.sandglass(&["credentials", "bare"]).code, Some(1), "its file is gone");
}

#[test]
fn doctor_asks_the_host_where_the_aws_cli_would() {
    for (set_up, profile) in
        [(instance as fn() -> (Sim, Home), "over-instance"), (container, "over-container")]
    {
        let (sim, home) = set_up();
        for profile in ["bare", profile] {
            let ran = home.sandglass(&["doctor", profile, "--json"]);
            let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran:?}"));
            assert_eq!(report["verdict"]["code"], "healthy", "{report}");
        }
        let asked = sim.log().len();
        home.sandglass(&["doctor", "bare", "--offline"]);
        assert_eq!(sim.log().len(), asked, "--offline asked");
    }
    let (sim, home) = instance();
    let verdict = |profile: &str| home.sandglass_json(&["doctor", profile])["verdict"]["code"].clone();
    sim.world().instance.as_mut().expect("there").role_arn = None;
    assert_eq!((verdict("bare"), verdict("over-instance")), (missing(), missing()));
    sim.world().instance = None;
    assert_eq!((verdict("bare"), verdict("over-instance")), ("no_credentials".into(), missing()));
}

fn missing() -> Value {
    "host_credentials_missing".into()
}

#[test]
fn the_proxy_is_asked_for_an_instance_and_never_for_a_container() {
    for aws in aws_clis("the_proxy_is_asked_for_an_instance_and_never_for_a_container") {
        // The simulated instance stands where a proxy would: it answers for an address that is not its own.
        let (sim, mut home) = instance();
        home.unset("AWS_EC2_METADATA_SERVICE_ENDPOINT");
        home.set("http_proxy", &sim.url());
        home.set("no_proxy", "127.0.0.1");
        is(&whoami(&aws, &home, "bare"), OF_INSTANCE);
        let asked = sim.count("MetadataCredentials");
        given(&home, "bare");
        assert_eq!((asked, sim.count("MetadataCredentials")), (1, 2), "{:?}", sim.log());
        if aws.version == 2 {
            let (_sim, mut home) = container();
            home.set("http_proxy", "http://127.0.0.1:9");
            let ran = aws.run(&home, &["configure", "export-credentials", "--profile", "bare"]);
            assert_eq!(ran.code, Some(0), "{ran:?}");
            given(&home, "bare");
        }
    }
}

/// Addresses, and whether they are asked for credentials.
const ADDRESSES: &[(&str, bool)] = &[
    ("http://localhost/x", true),
    ("http://LOCALHOST:80/x", true),
    ("http://127.0.0.1:1234/x", true),
    ("http://127.255.255.254/x", true),
    ("http://[::1]:1/x", true),
    ("http://[0:0:0:0:0:0:0:1]/x", true),
    ("http://169.254.170.2/v2", true),
    ("http://169.254.170.23/v1/credentials", true),
    ("http://[fd00:ec2::23]/v1/credentials", true),
    ("https://example.com/x", true),
    ("HTTPS://example.com/x", true),
    ("http://ana:pass@127.0.0.1/x", true),
    ("http://example.com/x", false),
    ("http://localhost.example.com/x", false),
    ("http://127.0.0.1.example.com/x", false),
    ("http://127.1/x", false),
    ("http://127.0.0.01/x", false),
    ("http://2130706433/x", false),
    ("http://0.0.0.0/x", false),
    ("http://169.254.169.254/x", false),
    ("http://169.254.170.3/x", false),
    ("http://[::ffff:127.0.0.1]/x", false),
    ("http://[fd00:ec2::24]/x", false),
    ("http://[fd00:ec2:0:0:0:0:0:23]/x", false),
    ("http://127.0.0.1@example.com/x", false),
    ("http:/127.0.0.1/x", false),
    ("http:///x", false),
    ("127.0.0.1/x", false),
    ("localhost:80/x", false),
    ("", false),
];

#[test]
fn addresses_are_judged_as_botocore_judges_them() {
    use sandglass_core::problem::Origin;
    use sandglass_core::source::{ContainerSource, Located};
    for (address, is_asked) in ADDRESSES {
        let at = Origin::Variable("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        let uri = Located { value: (*address).to_owned(), at: at.clone() };
        let source = ContainerSource { at, uri, authorization: None };
        assert_eq!(source.url().is_some(), *is_asked, "{address}");
    }
    let Some(python) = set_up("SANDGLASS_TEST_PYTHON") else {
        return skipped("addresses_are_judged_as_botocore_judges_them", "SANDGLASS_TEST_PYTHON");
    };
    let script = "import sys\nfrom botocore.utils import ContainerMetadataFetcher\n\
                  for address in sys.argv[1:]:\n  try:\n    \
                  ContainerMetadataFetcher()._validate_allowed_url(address); print(True)\n  \
                  except ValueError:\n    print(False)\n";
    let home = Home::empty();
    let mut command = home.command(python);
    command.args(["-c", script]).args(ADDRESSES.iter().map(|(address, _)| address));
    let ran = run(&mut command);
    let expected: Vec<&str> =
        ADDRESSES.iter().map(|(_, is_asked)| if *is_asked { "True" } else { "False" }).collect();
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), expected, "{ran:?}");
}
