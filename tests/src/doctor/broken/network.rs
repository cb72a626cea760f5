//! Set-ups with a faulty way to AWS: no server, another server, no answer.

use super::super::network::{Answering, SignedOnly, Silent, closed};
use super::super::{Case, Family, SetUp};
use crate::tls::Tls;

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Network, name, cause, build)
}

const PORTAL: &str =
    "<!doctype html><html><head><title>Hotel WLAN</title></head><body>Accept the terms</body></html>";

/// A role or keys, asked for.
fn asked(s: &mut SetUp) {
    let base = s.keys_profile();
    let name = if s.draw.one_in(2) { s.role_profile(&base) } else { base };
    s.ask(&name);
}

/// All services are at another address, as a variable says.
fn elsewhere(s: &mut SetUp, url: &str) {
    s.home.unset("AWS_ENDPOINT_URL_STS");
    let variable = s.draw.pick(&["AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL"]);
    s.fault_variable(variable, url);
}

/// Keys whose profile has these settings too; no variable says where AWS is.
fn configured(s: &mut SetUp, settings: &[(&str, &str)]) {
    s.home.unset("AWS_ENDPOINT_URL_STS");
    let (name, region) = (s.name(), s.region.clone());
    let (arn, keys) = s.user();
    s.credentials.section(&name).keys(&keys);
    let section = s.config.profile(&name).set("region", &region);
    for (key, value) in settings {
        section.fault(key, value);
    }
    s.identity = arn;
    s.ask(&name);
}

/// HTTPS before this AWS; the file of its issuer.
fn tls(s: &mut SetUp) -> (String, String) {
    let tls = Tls::start(&s.sim.url(), s.home.path());
    let (url, bundle) = (tls.url(), tls.bundle());
    s.hold(tls);
    (url, bundle)
}

/// A page that answers everything.
fn page(s: &mut SetUp, status: &str, body: &str) -> String {
    let server = Answering::page(status, body);
    let url = format!("http://{}", server.address());
    s.hold(server);
    url
}

pub(super) const CASES: &[Case] = &[
    case("an endpoint variable where nobody listens", "connection_refused", |s| {
        asked(s);
        elsewhere(s, &format!("http://{}", closed()));
    }),
    case("an endpoint_url where nobody listens", "connection_refused", |s| {
        configured(s, &[("endpoint_url", &format!("http://{}", closed()))]);
    }),
    case("a services section where nobody listens", "connection_refused", |s| {
        configured(s, &[("services", "local")]);
        let block = format!("sts =\n  endpoint_url = http://{}", closed());
        s.config.section("services local").raw_fault(&block);
    }),
    case("an endpoint that takes the call and says nothing", "connection_timed_out", |s| {
        asked(s);
        let silent = Silent::start();
        elsewhere(s, &format!("http://{}", silent.address()));
        s.hold(silent);
        s.cli_arguments =
            ["--cli-read-timeout", "1", "--cli-connect-timeout", "1"].map(str::to_owned).to_vec();
    }),
    case("a silent endpoint_url", "connection_timed_out", |s| {
        let silent = Silent::start();
        configured(s, &[("endpoint_url", &format!("http://{}", silent.address()))]);
        s.hold(silent);
        s.cli_arguments =
            ["--cli-read-timeout", "1", "--cli-connect-timeout", "1"].map(str::to_owned).to_vec();
    }),
    case("a captive portal's page", "captive_portal", |s| {
        asked(s);
        let url = page(s, "200 OK", PORTAL);
        elsewhere(s, &url);
    }),
    case("a captive portal that sends elsewhere", "captive_portal", |s| {
        asked(s);
        let server = Answering::redirection("http://login.hotel.invalid/?orig=sts");
        elsewhere(s, &format!("http://{}", server.address()));
        s.hold(server);
    }),
    case("a captive portal's page through a proxy", "captive_portal", |s| {
        let server = Answering::page("511 Network Authentication Required", PORTAL);
        let proxy = format!("http://{}", server.address());
        s.hold(server);
        configured(s, &[]);
        s.home.set("AWS_ENDPOINT_URL_STS", "http://sts.example.test");
        s.home.set("HTTP_PROXY", &proxy);
    }),
    case("an endpoint of another service", "endpoint_wrong", |s| {
        let answers = [
            ("404 Not Found", "<html><head><title>404 Not Found</title></head></html>"),
            ("404 Not Found", "{\"message\": \"no Route matched with those values\"}"),
            ("400 Bad Request", "{\"__type\":\"UnknownOperationException\"}"),
        ];
        let (status, body) = s.draw.pick(&answers);
        let url = page(s, status, body);
        configured(s, &[("endpoint_url", &url)]);
    }),
    case("HTTPS with an issuer nobody trusts", "tls_untrusted", |s| {
        asked(s);
        let (url, _) = tls(s);
        elsewhere(s, &url);
    }),
    case("HTTPS whose certificate is over, though the bundle has it", "tls_untrusted", |s| {
        asked(s);
        let tls = Tls::start_as_issuer(&s.sim.url(), s.home.path(), 2020);
        s.home.set("AWS_CA_BUNDLE", &tls.bundle());
        elsewhere(s, &tls.url());
        s.hold(tls);
    }),
    case("HTTPS where nothing speaks TLS", "endpoint_wrong", |s| {
        asked(s);
        let url = s.sim.url().replace("http:", "https:");
        elsewhere(s, &url);
    }),
    case("HTTPS with a bundle that lacks the issuer", "tls_untrusted", |s| {
        asked(s);
        let (url, _) = tls(s);
        elsewhere(s, &url);
        let other = tempfile::tempdir().expect("a directory");
        let stranger = Tls::start(&s.sim.url(), other.path());
        s.fault_variable("AWS_CA_BUNDLE", &stranger.bundle());
        s.hold(stranger);
        s.hold(other);
    }),
    case("AWS_CA_BUNDLE names no file", "ca_bundle_missing", |s| {
        asked(s);
        let (url, _) = tls(s);
        s.home.set("AWS_ENDPOINT_URL_STS", &url);
        let path =
            s.draw.pick(&["/etc/ssl/corp/zscaler.pem", "C:\\certs\\corp.pem", "/usr/local/share/ca.crt"]);
        s.fault_variable("AWS_CA_BUNDLE", path);
    }),
    case("ca_bundle names no file", "ca_bundle_missing", |s| {
        configured(s, &[("ca_bundle", "/opt/corp/ca-bundle.pem")]);
        let (url, _) = tls(s);
        s.home.set("AWS_ENDPOINT_URL_STS", &url);
    }),
    case("a CA bundle without a certificate", "ca_bundle_unusable", |s| {
        asked(s);
        let (url, _) = tls(s);
        s.home.set("AWS_ENDPOINT_URL_STS", &url);
        let texts = ["", "<html>404</html>\n", "-----BEGIN CERTIFICATE-----\nMIIB\n"];
        let text = s.draw.pick(&texts);
        let path = s.home.write("corp.pem", text).display().to_string();
        s.fault_variable("AWS_CA_BUNDLE", &path);
    }),
    case("a proxy where nobody listens", "proxy_unreachable", |s| {
        asked(s);
        let proxy = format!("http://{}", closed());
        let variable = s.draw.pick(&["HTTP_PROXY", "http_proxy"]);
        s.fault_variable(variable, &proxy);
    }),
    case("a proxy for HTTPS where nobody listens", "proxy_unreachable", |s| {
        asked(s);
        let (url, bundle) = tls(s);
        s.home.set("AWS_ENDPOINT_URL_STS", &url);
        s.home.set("AWS_CA_BUNDLE", &bundle);
        let proxy = format!("http://{}", closed());
        let variable = s.draw.pick(&["HTTPS_PROXY", "https_proxy"]);
        s.fault_variable(variable, &proxy);
    }),
    case("a proxy, and a star among its exceptions", "proxy_unreachable", |s| {
        asked(s);
        let exceptions = s.draw.pick(&["*, localhost", "*.0.0.1", "127.0.0.0/8"]);
        s.home.set("NO_PROXY", exceptions);
        s.fault_variable("HTTP_PROXY", &format!("http://{}", closed()));
    }),
    case("a proxy whose filter forbids", "proxy_unreachable", |s| {
        asked(s);
        let proxy = page(s, "403 Forbidden", "<html><body>Blocked by policy</body></html>");
        s.fault_variable("HTTP_PROXY", &proxy);
    }),
    case("a stand-in for STS refuses signed calls", "access_key_refused", |s| {
        let name = s.asked_profile("nobody");
        let keys = s.strange_keys("AKIA");
        s.credentials.section(&name).fault_keys(&keys);
        let server = SignedOnly::start(&s.sim.url());
        s.home.set("AWS_ENDPOINT_URL_STS", &format!("http://{}", server.address()));
        s.hold(server);
    }),
    case("a proxy whose name is unknown", "proxy_unreachable", |s| {
        asked(s);
        s.fault_variable("HTTP_PROXY", "http://proxy.corp.invalid:3128");
    }),
    case("a proxy that is no address", "proxy_invalid", |s| {
        asked(s);
        let value = s.draw.pick(&["http://proxy:port", "http://127.0.0.1:99999", "http://"]);
        s.fault_variable("HTTP_PROXY", value);
    }),
    case("an endpoint whose name is unknown", "host_unknown", |s| {
        asked(s);
        elsewhere(s, "http://sts.corp.invalid");
    }),
    case("an endpoint_url whose name is unknown", "host_unknown", |s| {
        configured(s, &[("endpoint_url", "https://vpce-0123.sts.eu-central-1.vpce.invalid")]);
    }),
    case("a region that does not exist", "region_unknown", |s| {
        // Nothing leaves the machine: a proxy refuses to look for it.
        let server = Answering::page("502 Bad Gateway", "<html>no such host</html>");
        let proxy = format!("http://{}", server.address());
        s.hold(server);
        let region = s.draw.pick(&["eu-centrall-1", "us-est-1", "eu-central-9", "usa-east-1"]);
        configured(s, &[]);
        s.home.set("HTTPS_PROXY", &proxy);
        s.fault_variable("AWS_REGION", region);
    }),
    case("a region where STS is not active", "region_disabled", |s| {
        asked(s);
        let region = s.region.clone();
        s.sim.world().disabled_regions.push(region);
    }),
    case("a variable's region where STS is not active", "region_disabled", |s| {
        asked(s);
        s.fault_variable("AWS_REGION", "ap-east-1");
        s.sim.world().disabled_regions.push("ap-east-1".to_owned());
    }),
];
