//! An AWS CLI that is missing, or older than what the profile uses.

use super::super::programs::{self, Cli};
use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Cli, name, cause, build)
}

pub(super) const CASES: &[Case] = &[
    case("no AWS CLI, a user's keys", "aws_cli_missing", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.cli = Cli::Missing;
    }),
    case("no AWS CLI, a role", "aws_cli_missing", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
        s.cli = Cli::Missing;
    }),
    case("no AWS CLI, SSO", "aws_cli_missing", |s| {
        let name = s.name();
        let sign_in = s.sso_profile(&name);
        s.store(&sign_in);
        s.ask(&name);
        s.cli = Cli::Missing;
    }),
    case("an AWS CLI whose modules are gone", "aws_cli_broken", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.finally(|s| {
            let scripts = ["#!/usr/bin/env python3\nimport awscli_is_gone\n", "#!/bin/sh\nexit 1\n"];
            let script = s.draw.pick(&scripts);
            programs::executable(&s.home, "bin/aws", script);
        });
    }),
    case("an sso-session for an old AWS CLI", "aws_cli_too_old", |s| {
        let name = s.name();
        let sign_in = s.sso_profile(&name);
        s.store(&sign_in);
        s.ask(&name);
        let version = s.draw.pick(&["2.8.12", "2.4.29", "1.18.69", "1.22.34", "1.15.71"]);
        s.cli = Cli::Old(version);
    }),
    case("legacy SSO for an old AWS CLI", "aws_cli_too_old", |s| {
        let name = s.name();
        let sign_in = s.legacy_sso_profile(&name);
        s.store(&sign_in);
        s.ask(&name);
        let version = s.draw.pick(&["1.15.71", "1.16.300", "1.14.44"]);
        s.cli = Cli::Old(version);
    }),
    case("an endpoint in a variable for an old AWS CLI", "aws_cli_too_old", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        let version = s.draw.pick(&["2.9.19", "2.12.7", "1.27.165", "1.18.69"]);
        s.cli = Cli::Old(version);
    }),
    case("a login_session for the real AWS CLI of before", "aws_cli_too_old", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let arn = format!("arn:aws:iam::{}:user/ana", s.account);
        s.config.profile(&name).fault("login_session", &arn).set("region", &region);
        let (token, file) = s.login(&arn, 900);
        s.home.write(&file, &token.to_string());
        s.ask(&name);
    }),
    case("an old AWS CLI before the new one", "aws_cli_too_old", |s| {
        let name = s.name();
        let sign_in = s.sso_profile(&name);
        s.store(&sign_in);
        s.ask(&name);
        s.cli = Cli::Old("1.15.71");
        s.finally(|s| {
            programs::add(&s.home, "opt/aws/bin", Cli::V2);
            let path = s.home.variable("PATH").unwrap_or_default().to_owned();
            let path = path.replacen(':', &format!(":{}:", s.path("opt/aws/bin").display()), 1);
            s.home.set("PATH", &path);
        });
    }),
];
