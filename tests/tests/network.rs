//! Endpoints, proxies and CA bundles: as the profile and the variables say, and as the AWS CLI does.

use aws_sim::{Sim, World};
use sandglass_tests::tls::Tls;
use sandglass_tests::{Home, aws_clis, fixtures};

/// A port where nobody listens.
fn closed() -> String {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    format!("http://{}", socket.local_addr().expect("an address"))
}

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

/// A home that knows the keys, and nothing of where AWS is.
fn home(config: &str, sim: &Sim) -> Home {
    let home = Home::with_config(config);
    sim.world().users[0].access_keys[0].secret.clone_from(&home.secret);
    home
}

fn renews(home: &Home, sim: &Sim, what: &str) {
    let before = sim.count("AssumeRole");
    let ran = home.sandglass(&["renew", "project1"]);
    assert_eq!(ran.code, Some(0), "{what}: {ran:?}");
    assert_eq!(sim.count("AssumeRole"), before + 1, "{what}");
}

#[test]
fn endpoints_are_taken_in_order() {
    let (sim, nowhere) = (sim(), closed());
    let url = sim.url();
    let services = |sts: &str| format!("services = mine\n\n[services mine]\nsts =\n  endpoint_url = {sts}\n");
    let profile =
        |endpoint: &str| fixtures::role("project1", "project1", &[&format!("endpoint_url = {endpoint}")]);
    renews(&home(&profile(&url), &sim), &sim, "the profile's endpoint_url");

    let both = format!("{}{}", profile(&nowhere).trim_end(), format_args!("\n{}", services(&url)));
    renews(&home(&both, &sim), &sim, "the services section before endpoint_url");

    let all = format!("{}{}", profile(&nowhere).trim_end(), format_args!("\n{}", services(&nowhere)));
    let mut general = home(&all, &sim);
    general.set("AWS_ENDPOINT_URL", &url);
    renews(&general, &sim, "AWS_ENDPOINT_URL before the files");
    let mut special = home(&all, &sim);
    special.set("AWS_ENDPOINT_URL", &nowhere);
    special.set("AWS_ENDPOINT_URL_STS", &url);
    renews(&special, &sim, "AWS_ENDPOINT_URL_STS before AWS_ENDPOINT_URL");
}

#[test]
fn the_region_of_the_profile_that_was_asked_for_signs() {
    let sim = sim();
    let chained = fixtures::role("chained", "short", &[]).replace("= base", "= project1");
    let config = fixtures::project1() + &chained.replace("eu-central-1", "ap-southeast-2");
    let home = Home::in_sim(&config, &sim);
    assert_eq!(home.sandglass(&["renew", "chained"]).code, Some(0));
    let regions: Vec<_> = sim.log().into_iter().filter_map(|entry| entry.region).collect();
    assert_eq!(regions, ["ap-southeast-2", "ap-southeast-2"]);
}

#[test]
fn proxies_are_used_and_left_out() {
    let sim = sim();
    let config = fixtures::role("project1", "project1", &["endpoint_url = http://sts.example.test"]);
    // The simulated AWS answers what a proxy is asked as well.
    let mut through = home(&config, &sim);
    through.set("HTTP_PROXY", &sim.url());
    renews(&through, &sim, "HTTP_PROXY");
    for aws in aws_clis("proxies_are_used_and_left_out") {
        let identity = aws.caller_identity(&through, "project1");
        assert!(identity["Arn"].to_string().contains("project1"), "AWS CLI v{}: {identity}", aws.version);
    }
    let mut bare = home(&config, &sim);
    bare.set("http_proxy", sim.url().trim_start_matches("http://"));
    bare.set("HTTP_PROXY", &closed());
    renews(&bare, &sim, "http_proxy without a scheme, before HTTP_PROXY");

    let direct = fixtures::role("project1", "project1", &[&format!("endpoint_url = {}", sim.url())]);
    let mut direct = home(&direct, &sim);
    direct.set("HTTP_PROXY", &closed());
    let ran = direct.sandglass(&["renew", "project1"]);
    assert_eq!(ran.code, Some(1), "a proxy that is not there was passed by: {ran:?}");
    direct.set("NO_PROXY", "example.com,127.0.0.1");
    renews(&direct, &sim, "NO_PROXY");
}

#[test]
fn a_ca_bundle_is_trusted_and_nothing_else() {
    let sim = sim();
    let directory = tempfile::tempdir().expect("a directory");
    let tls = Tls::start(&sim.url(), directory.path());
    let endpoint = format!("endpoint_url = {}", tls.url());
    let plain = home(&fixtures::role("project1", "project1", &[&endpoint]), &sim);
    let ran = plain.sandglass(&["renew", "project1"]);
    assert_eq!(ran.code, Some(1), "an unknown issuer was trusted");
    assert!(ran.err.contains("certificate"), "{ran:?}");

    let bundle = format!("ca_bundle = {}", tls.bundle());
    let with_key = home(&fixtures::role("project1", "project1", &[&endpoint, &bundle]), &sim);
    renews(&with_key, &sim, "ca_bundle");
    let mut with_variable =
        home(&fixtures::role("project1", "project1", &[&endpoint, "ca_bundle = /none"]), &sim);
    with_variable.set("AWS_CA_BUNDLE", &tls.bundle());
    renews(&with_variable, &sim, "AWS_CA_BUNDLE before ca_bundle");
    for aws in aws_clis("a_ca_bundle_is_trusted_and_nothing_else") {
        let identity = aws.caller_identity(&with_variable, "project1");
        assert!(identity["Arn"].to_string().contains("project1"), "AWS CLI v{}: {identity}", aws.version);
    }
}
