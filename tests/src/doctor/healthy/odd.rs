//! Set-ups that look faulty and are not.

use super::super::network::{SignedOnly, closed};
use super::super::programs::{self, Cli};
use super::super::{Case, SetUp, session_arn};
use crate::tls::Tls;

/// A user's keys with these settings too; the profile is asked for.
fn keys_with(s: &mut SetUp, settings: &[(&str, &str)]) {
    let (name, region) = (s.name(), s.region.clone());
    let (arn, keys) = s.user();
    let section = s.credentials.section(&name).keys(&keys);
    for (key, value) in settings {
        section.set(key, value);
    }
    s.config.profile(&name).set("region", &region);
    s.identity = arn;
    s.ask(&name);
}

pub(super) const CASES: &[Case] = &[
    Case::sound("the token under its old name alone", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.session(3000);
        s.credentials.section(&name).keys(&keys.without_token()).set("aws_security_token", keys.token());
        s.config.profile(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("a region set to nothing, where the endpoint is set", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        s.credentials.section(&name).keys(&keys);
        if s.draw.one_in(2) {
            s.config.profile(&name).set("region", "");
        } else {
            let region = s.region.clone();
            s.config.profile(&name).set("region", &region);
            let variable = s.draw.pick(&["AWS_REGION", "AWS_DEFAULT_REGION"]);
            s.home.set(variable, "");
        }
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("long-term keys with an empty token", |s| keys_with(s, &[("aws_session_token", "")])),
    Case::sound("duration_seconds that is no number", |s| {
        let base = s.keys_profile();
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("source_profile", &base).set("duration_seconds", "1h");
        s.ask(&name);
    }),
    Case::sound("variables of keys set to nothing", |s| {
        for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
            s.home.set(name, "");
        }
        let name = s.keys_profile();
        s.ask(&name);
    }),
    Case::sound("a token left in the variables, without keys", |s| {
        let (_, old) = s.session(-5000);
        s.home.set("AWS_SESSION_TOKEN", old.token());
        s.home.set("AWS_SECRET_ACCESS_KEY", &old.secret);
        let name = s.keys_profile();
        s.ask_by_variable(&name);
    }),
    Case::sound("AWS_ROLE_ARN without a token's file", |s| {
        let role = s.role();
        s.home.set("AWS_ROLE_ARN", &role);
        let name = s.keys_profile();
        s.ask_by_variable(&name);
    }),
    Case::sound("a general endpoint where nobody listens, and one for STS", |s| {
        s.home.set("AWS_ENDPOINT_URL", &format!("http://{}", closed()));
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    Case::sound("an endpoint of default, where nobody listens", |s| {
        s.config.section("default").set("endpoint_url", &format!("http://{}", closed()));
        keys_with(s, &[]);
    }),
    Case::sound("ALL_PROXY where nobody listens", |s| {
        s.home.set("ALL_PROXY", &format!("http://{}", closed()));
        s.home.set("all_proxy", &format!("socks5://{}", closed()));
        keys_with(s, &[]);
    }),
    Case::sound("a proxy for HTTPS only, and a plain endpoint", |s| {
        s.home.set("HTTPS_PROXY", &format!("http://{}", closed()));
        keys_with(s, &[]);
    }),
    Case::sound("NO_PROXY for everything", |s| {
        s.home.set("HTTP_PROXY", &format!("http://{}", closed()));
        s.home.set("NO_PROXY", "*");
        keys_with(s, &[]);
    }),
    Case::sound("NO_PROXY with the port", |s| {
        let (proxy, host) = (closed(), s.sim.url().replace("http://", ""));
        s.home.set("HTTP_PROXY", &format!("http://{proxy}"));
        s.home.set("NO_PROXY", &format!("localhost, .{host}"));
        keys_with(s, &[]);
    }),
    Case::sound("a stand-in for STS that knows signed calls only", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        let server = SignedOnly::start(&s.sim.url());
        s.home.set("AWS_ENDPOINT_URL_STS", &format!("http://{}", server.address()));
        s.hold(server);
    }),
    Case::sound("a role that stands in credentials alone", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.credentials.section(&name).set("role_arn", &role);
        section.set("source_profile", &base).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("default that assumes a role from its own keys", |s| {
        let (role, region) = (s.role(), s.region.clone());
        let (_, keys) = s.user();
        s.credentials.section("default").keys(&keys);
        let section = s.config.section("default").set("role_arn", &role);
        section.set("source_profile", "default").set("region", &region);
        s.identity = session_arn(&role);
    }),
    Case::sound("a header with blanks before its end, in single quotes", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.section(&format!("profile '{name}' ")).set("role_arn", &role);
        section.set("source_profile", &base).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("a sign-in that ends in minutes", |s| {
        let name = s.name();
        let mut sign_in = s.legacy_sso_profile(&name);
        sign_in.token["expiresAt"] = super::super::aws::moment(400).into();
        s.store(&sign_in);
        s.ask(&name);
    }),
    Case::sound("copied keys without a date", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.session(1200);
        s.credentials.section(&name).keys(&keys);
        s.config.profile(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("keys that are over in config, live ones in credentials", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (_, old) = s.session(-4000);
        let (arn, keys) = s.session(3000);
        s.config.profile(&name).keys(&old).set("region", &region);
        s.credentials.section(&name).keys(&keys);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("keys that are over before an SSO profile's sign-in", |s| {
        let name = s.name();
        let sign_in = s.sso_profile(&name);
        s.store(&sign_in);
        let (_, old) = s.session(-4000);
        s.credentials.section(&name).keys(&old);
        s.ask(&name);
    }),
    Case::sound("two profile variables, AWS_PROFILE wins", |s| {
        s.home.set("AWS_DEFAULT_PROFILE", "zz-gone");
        let name = s.keys_profile();
        s.ask_by_variable(&name);
    }),
    Case::sound("a header with profiles for profile", |s| {
        // The AWS CLI looks whether a header begins so.
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.section(&format!("profiles {name}")).set("role_arn", &role);
        section.set("source_profile", &base).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    Case::sound("SSO for AWS CLI v1", |s| {
        let name = s.name();
        let sign_in = s.sso_profile(&name);
        s.store(&sign_in);
        s.ask(&name);
        s.cli = Cli::V1;
    }),
    Case::sound("an AWS CLI that does not say its version", |s| {
        keys_with(s, &[]);
        s.finally(|s| {
            let script = std::fs::read_to_string(s.path("bin/aws")).expect("a script");
            programs::executable(&s.home, "bin/aws", &script.replace("then echo", "then sleep 20; echo"));
        });
    }),
    Case::sound("a server whose own certificate is the bundle's issuer", |s| {
        let tls = Tls::start_as_issuer(&s.sim.url(), s.home.path(), 2100);
        s.home.set("AWS_ENDPOINT_URL_STS", &tls.url());
        s.home.set("AWS_CA_BUNDLE", &tls.bundle());
        s.hold(tls);
        keys_with(s, &[]);
    }),
    Case::sound("values that only look wrong", |s| {
        let (key, value) = s.draw.pick(&[
            ("output", "yaml"),
            ("retry_mode", "adaptive"),
            ("max_attempts", " 5 "),
            ("sts_regional_endpoints", "global"),
            ("defaults_mode", "fast"),
            ("ec2_metadata_service_endpoint_mode", "IPv6"),
            ("cli_timestamp_format", "wire"),
            ("cli_pager", "no-such-pager"),
            ("parameter_validation", "perhaps"),
            ("request_checksum_calculation", "always"),
        ]);
        keys_with(s, &[(key, value)]);
    }),
    Case::sound("values of version 1", |s| {
        s.cli = Cli::V1;
        let (key, value) = s.draw.pick(&[
            ("retry_mode", "legacy"),
            ("cli_timestamp_format", "none"),
            ("cli_binary_format", "foo"),
            ("defaults_mode", "Standard"),
            ("request_checksum_calculation", "WHEN_REQUIRED"),
        ]);
        keys_with(s, &[(key, value)]);
    }),
    Case::sound("FIPS or dual stack beside an endpoint of one's own", |s| {
        let key = s.draw.pick(&["use_fips_endpoint", "use_dualstack_endpoint"]);
        keys_with(s, &[(key, "true")]);
    }),
    Case::sound("keys before a sign-in that this AWS CLI does not know", |s| {
        keys_with(s, &[("login_session", "arn:aws:iam::123456789012:user/ana")]);
    }),
    Case::sound("an sso-session beside keys", |s| {
        s.config
            .section("sso-session corp")
            .set("sso_region", "eu-west-1")
            .set("sso_start_url", "https://x.awsapps.com/start");
        keys_with(s, &[("sso_session", "corp")]);
    }),
    Case::sound("a ca_bundle under ~", |s| {
        let tls = Tls::start(&s.sim.url(), s.home.path());
        s.home.set("AWS_ENDPOINT_URL_STS", &tls.url());
        s.hold(tls);
        keys_with(s, &[("ca_bundle", "~/issuer.pem")]);
    }),
];
