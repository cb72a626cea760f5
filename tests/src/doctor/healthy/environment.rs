//! Variables, endpoints, proxies, programs: all as they should be.

use super::super::aws::moment;
use super::super::broken::process;
use super::super::network::closed;
use super::super::programs::{self, Cli};
use super::super::{Case, SetUp};
use crate::tls::Tls;

fn region(s: &mut SetUp) {
    let region = s.region.clone();
    let variable = s.draw.pick(&["AWS_REGION", "AWS_DEFAULT_REGION"]);
    s.home.set(variable, &region);
}

pub(super) const CASES: &[Case] = &[
    Case::sound("exported keys", |s| {
        let (arn, keys) = s.user();
        s.export(&keys);
        s.identity = arn;
        region(s);
    }),
    Case::sound("an exported session with its date", |s| {
        let (arn, keys) = s.session(3000);
        s.export(&keys);
        s.home.set("AWS_CREDENTIAL_EXPIRATION", &moment(3000));
        s.home.set("AWS_SECURITY_TOKEN", keys.token());
        s.identity = arn;
        region(s);
    }),
    Case::sound("AWS_PROFILE", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask_by_variable(&name);
    }),
    Case::sound("AWS_DEFAULT_PROFILE", |s| {
        let name = s.keys_profile();
        s.home.set("AWS_DEFAULT_PROFILE", &name);
    }),
    Case::sound("--profile beside exported keys that are over", |s| {
        let (_, keys) = s.session(-3000);
        s.export(&keys);
        s.home.set("AWS_CREDENTIAL_EXPIRATION", &moment(-3000));
        let name = s.keys_profile();
        s.ask_by_argument(&name);
    }),
    Case::sound("--profile beside another AWS_PROFILE that is not there", |s| {
        s.home.set("AWS_PROFILE", "zz-gone");
        let name = s.keys_profile();
        s.ask_by_argument(&name);
    }),
    Case::sound("an identity token in variables", |s| {
        let (role, file) = process::identity_token(s, 3000);
        let file = s.path(&file).display().to_string();
        s.home.set("AWS_WEB_IDENTITY_TOKEN_FILE", &file);
        s.home.set("AWS_ROLE_ARN", &role);
        region(s);
    }),
    Case::sound("an endpoint in a services section", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        let (url, region) = (s.sim.url(), s.region.clone());
        s.home.unset("AWS_ENDPOINT_URL_STS");
        s.credentials.section(&name).keys(&keys);
        s.config.profile(&name).set("region", &region).set("services", "corp");
        s.config.section("services corp").raw(&format!("sts =\n  endpoint_url = {url}"));
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("an endpoint_url of the profile", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        let (url, region) = (s.sim.url(), s.region.clone());
        s.home.unset("AWS_ENDPOINT_URL_STS");
        s.credentials.section(&name).keys(&keys).set("endpoint_url", &url);
        s.config.profile(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("a proxy", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        s.home.unset("AWS_ENDPOINT_URL_STS");
        s.home.set("AWS_ENDPOINT_URL_STS", "http://sts.example.test");
        let url = s.sim.url();
        s.home.set("http_proxy", &url);
        s.home.set("HTTP_PROXY", &format!("http://{}", closed()));
    }),
    Case::sound("a proxy that is not for AWS", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.home.set("HTTP_PROXY", &format!("http://{}", closed()));
        s.home.set("NO_PROXY", "localhost,127.0.0.1,.corp.example");
    }),
    Case::sound("a private issuer in a bundle", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        let tls = Tls::start(&s.sim.url(), s.home.path());
        s.home.set("AWS_ENDPOINT_URL_STS", &tls.url());
        s.home.set("AWS_CA_BUNDLE", &tls.bundle());
        s.hold(tls);
    }),
    Case::sound("AWS CLI v1", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        s.cli = Cli::V1;
    }),
    Case::sound("several AWS CLIs, the newest first", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.finally(|s| {
            programs::add(&s.home, "old/bin", Cli::Old("1.15.71"));
            programs::add(&s.home, "pip/bin", Cli::V1);
            let (path, home) =
                (s.home.variable("PATH").unwrap_or_default().to_owned(), s.home.path().display());
            let path = format!("{path}:{home}/old/bin:{home}/pip/bin:{home}/no/such");
            s.home.set("PATH", &path);
        });
    }),
    Case::sound("a clock within five minutes", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        let offset = s.draw.pick(&[-240, -90, 100, 250]);
        s.sim.world().clock_offset = offset;
    }),
    Case::sound("a slow AWS", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.sim.world().latency_ms = 700;
    }),
];
