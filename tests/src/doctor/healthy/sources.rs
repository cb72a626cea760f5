//! Every kind of profile.

use aws_files::cache::AssumeRoleArgs;
use aws_sim::MfaDevice;

use super::super::aws::moment;
use super::super::broken::process;
use super::super::programs::Cli;
use super::super::{Case, profile_header, session_arn};

pub(super) const CASES: &[Case] = &[
    Case::sound("a user's keys", |s| {
        let name = s.keys_profile();
        s.ask(&name);
    }),
    Case::sound("a user's keys in config alone", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.user();
        s.config.profile(&name).keys(&keys).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("copied temporary keys", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.session(3000);
        let date = moment(3000);
        s.credentials
            .section(&name)
            .keys(&keys)
            .set("x_security_token_expires", &date)
            .set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("copied keys with both names of the token", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.session(3000);
        s.credentials.section(&name).keys(&keys).set("aws_security_token", keys.token());
        s.config.profile(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("a role", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    Case::sound("a role with everything", |s| {
        let base = s.keys_profile();
        let external_id = s.draw.iam_name();
        let wanted = external_id.clone();
        let role = s.role_with(|role| role.external_id = Some(wanted));
        let name = s.name();
        let section =
            s.role_section(&name, &role).set("source_profile", &base).set("external_id", &external_id);
        section.set("role_session_name", "ana@example.com").set("duration_seconds", "7200");
        s.ask(&name);
    }),
    Case::sound("a role that is cached, whose source's key is gone", |s| {
        let base = s.keys_profile();
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("source_profile", &base);
        let keys = s.session_of(&role, 3000);
        s.cache_role(&role, &keys, 3000);
        s.ask(&name);
    }),
    Case::sound("a role whose cached session is over", |s| {
        let base = s.keys_profile();
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("source_profile", &base);
        let keys = s.session_of(&role, -3000);
        s.cache_role(&role, &keys, -3000);
        s.ask(&name);
    }),
    Case::sound("a chain of three roles", |s| {
        let base = s.keys_profile();
        let first = s.role_profile(&base);
        let second = s.role_profile(&first);
        let third = s.role_profile(&second);
        s.ask(&third);
    }),
    Case::sound("a role behind MFA with a cached session", |s| {
        let base = s.keys_profile();
        let serial = format!("arn:aws:iam::{}:mfa/phone", s.account);
        s.sim.world().users[0].mfa_devices.push(MfaDevice { serial: serial.clone(), codes: Vec::new() });
        let (name, role) = (s.name(), s.role_with(|role| role.requires_mfa = true));
        s.role_section(&name, &role).set("source_profile", &base).set("mfa_serial", &serial);
        let keys = s.session_of(&role, 2000);
        let arguments =
            AssumeRoleArgs { role_arn: &role, serial_number: Some(&serial), ..AssumeRoleArgs::default() };
        s.cache(&arguments, &keys, 2000);
        s.ask(&name);
    }),
    Case::sound("a profile that is its own source", |s| {
        let name = s.name();
        let (_, keys) = s.user();
        let role = s.role();
        s.credentials.section(&name).keys(&keys);
        s.role_section(&name, &role).set("source_profile", &name);
        s.ask(&name);
    }),
    Case::sound("a role from the variables' keys", |s| {
        let (_, keys) = s.user();
        s.export(&keys);
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("credential_source", "Environment");
        s.ask_by_argument(&name);
    }),
    Case::sound("an sso-session", |s| {
        let name = s.name();
        let sign_in = s.sso_profile(&name);
        s.store(&sign_in);
        s.ask(&name);
    }),
    Case::sound("legacy SSO", |s| {
        let name = s.name();
        let sign_in = s.legacy_sso_profile(&name);
        s.store(&sign_in);
        s.ask(&name);
    }),
    Case::sound("an sso-session that is over and refreshed", |s| {
        let name = s.name();
        let mut sign_in = s.sso_profile(&name);
        s.end_refreshable(&mut sign_in, 600);
        s.store(&sign_in);
        s.ask(&name);
    }),
    Case::sound("an sso-session whose endpoints stand in a services section", |s| {
        let name = s.name();
        let mut sign_in = s.sso_profile(&name);
        s.end_refreshable(&mut sign_in, 600);
        s.store(&sign_in);
        let (services, url) = (s.draw.iam_name(), s.sim.url());
        for service in ["STS", "SSO", "SSO_OIDC"] {
            s.home.unset(&format!("AWS_ENDPOINT_URL_{service}"));
        }
        s.config.added(&profile_header(&name)).set("services", &services);
        let nested = |service| format!("{service} =\n  endpoint_url = {url}");
        let all = ["sts", "sso", "sso_oidc"].map(nested).join("\n");
        s.config.section(&format!("services {services}")).raw(&all);
        s.ask(&name);
    }),
    Case::sound("SSO that is over, with a cached session", |s| {
        let name = s.name();
        let mut sign_in = s.legacy_sso_profile(&name);
        sign_in.token["expiresAt"] = moment(-600).into();
        s.store(&sign_in);
        let role = format!("arn:aws:iam::{}:role/AWSReservedSSO_{}_0f", s.account, sign_in.role);
        let keys = s.session_of(&role, 2500);
        s.cache_sso(&sign_in, &keys, 2500);
        s.ask(&name);
    }),
    Case::sound("a role from SSO", |s| {
        let base = s.name();
        let sign_in = s.sso_profile(&base);
        s.store(&sign_in);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    Case::sound("aws login", |s| {
        s.cli = Cli::V1;
        let name = s.name();
        s.login_profile(&name, 600, |_, _| {});
        s.ask(&name);
    }),
    Case::sound("aws login whose keys are over and refreshed", |s| {
        s.cli = Cli::V1;
        let name = s.name();
        s.login_profile(&name, -6000, |_, _| {});
        s.ask(&name);
    }),
    Case::sound("a role from aws login", |s| {
        s.cli = Cli::V1;
        let base = s.name();
        s.login_profile(&base, -6000, |_, _| {});
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    Case::sound("an identity token", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (role, file) = process::identity_token(s, 3000);
        let file = s.path(&file).display().to_string();
        let section = s.config.profile(&name).set("role_arn", &role).set("web_identity_token_file", &file);
        section.set("role_session_name", "ci").set("region", &region);
        s.ask(&name);
    }),
    Case::sound("a program", |s| {
        let name = s.name();
        let (arn, _) = process::working(s, &name);
        s.identity = arn;
        s.ask(&name);
    }),
    Case::sound("a role from a program", |s| {
        let base = s.name();
        process::working(s, &base);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    Case::sound("roles of two accounts", |s| {
        let base = s.keys_profile();
        let account = s.account.clone();
        s.account = s.draw.account();
        let role = s.role_with(|role| role.trusts = vec![account]);
        let name = s.name();
        s.role_section(&name, &role).set("source_profile", &base);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
];
