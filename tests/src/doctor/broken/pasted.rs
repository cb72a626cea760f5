//! Faults that come from pasting and editing by hand.

use super::super::programs::executable;
use super::super::{Case, Family, Keys, SetUp, profile_header, session_arn};

const fn pasted(family: Family, name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(family, name, cause, build)
}

/// A role under a header that the AWS CLI passes by; it is asked for by its name.
fn under(s: &mut SetUp, name: &str, header: &str) {
    let base = s.keys_profile();
    let (role, region) = (s.role(), s.region.clone());
    let section = s.config.raw_section(header).header_fault();
    section.set("role_arn", &role).set("source_profile", &base).set("region", &region);
    s.identity = session_arn(&role);
    s.ask(name);
}

pub(super) const CASES: &[Case] = &[
    pasted(Family::Profile, "an indented line below role_arn", "setting_indented", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let lines = format!("role_arn = {role}\n    source_profile = {base}");
        s.config.profile(&name).raw_fault(&lines).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    pasted(Family::Keys, "an indented secret below its key id", "setting_indented", |s| {
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        let lines = format!("aws_access_key_id = {}\n  aws_secret_access_key = {}", keys.id, keys.secret);
        s.credentials.section(&name).raw_fault(&lines);
    }),
    pasted(Family::Keys, "key id and secret on one line", "partial_keys", |s| {
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        let value = format!("{} aws_secret_access_key = {}", keys.id, keys.secret);
        s.credentials.section(&name).fault("aws_access_key_id", &value);
    }),
    pasted(Family::Keys, "lines of export in credentials", "setting_misspelt", |s| {
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        let section = s.credentials.section(&name);
        section.raw_fault(&format!("export AWS_ACCESS_KEY_ID={}", keys.id));
        section.raw_fault(&format!("export AWS_SECRET_ACCESS_KEY={}", keys.secret));
    })
    .fixed(),
    pasted(Family::Profile, "an answer in JSON in credentials", "file_unparsable", |s| {
        let base = s.keys_profile();
        s.ask(&base);
        let (_, keys) = s.session(3000);
        let lines = format!("{{\n    \"AccessKeyId\": \"{}\",\n    \"SecretAccessKey\": \"x\"\n}}", keys.id);
        s.credentials.section("from-the-portal").raw_fault(&lines);
    })
    .fixed(),
    pasted(Family::Profile, "two equals signs before role_arn", "role_arn_malformed", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.profile(&name).raw_fault(&format!("role_arn == {role}"));
        section.set("source_profile", &base).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    }),
    pasted(Family::Choice, "a name with a blank and no quotes", "profile_header_malformed", |s| {
        under(s, "Projekt Nord", "[profile Projekt Nord]");
    })
    .fixed(),
    pasted(Family::Choice, "a dot or colon behind the word profile", "profile_header_malformed", |s| {
        let name = s.name();
        let mark = s.draw.pick(&[":", ".", "-", "_", "="]);
        under(s, &name, &format!("[profile{mark}{name}]"));
    })
    .fixed(),
    pasted(Family::Choice, "a quote that is not closed in a header", "profile_header_malformed", |s| {
        let name = s.name();
        under(s, &name, &format!("[profile \"{name}]"));
    })
    .fixed(),
    pasted(Family::Choice, "quotes in AWS_PROFILE", "profile_name_misspelt", |s| {
        let name = s.keys_profile();
        let value = s.draw.pick(&[format!("\"{name}\""), format!("'{name}'"), format!("{name}\r")]);
        s.fault_variable("AWS_PROFILE", &value);
    }),
    pasted(Family::Choice, "the word profile in AWS_PROFILE", "profile_name_misspelt", |s| {
        let name = s.keys_profile();
        s.fault_variable("AWS_PROFILE", &format!("profile {name}"));
    }),
    pasted(Family::Profile, "a blank in role_session_name", "setting_refused", |s| {
        let base = s.keys_profile();
        let (name, role) = (s.name(), s.role());
        let section = s.role_section(&name, &role).set("source_profile", &base);
        section.fault("role_session_name", "Ana Maria Souza");
        s.ask(&name);
    }),
    pasted(Family::Keys, "a copied token that lost its end", "keys_mismatched", |s| {
        let (arn, keys) = s.session(3000);
        let name = s.asked_profile(&arn);
        let token = keys.token()[..keys.token().len() - 20].to_owned();
        s.credentials.section(&name).fault_keys(&Keys { token: Some(token), ..keys });
    }),
    pasted(Family::Environment, "an exported token that lost its end", "environment_keys_mismatched", |s| {
        let (arn, keys) = s.session(3000);
        let token = keys.token()[..keys.token().len() - 20].to_owned();
        s.export(&Keys { token: Some(token), ..keys });
        s.home.set("AWS_REGION", "us-east-1");
        s.at_variable("AWS_SESSION_TOKEN");
        s.identity = arn;
    }),
    pasted(
        Family::Environment,
        "an identity token's file without a role",
        "web_identity_role_missing",
        |s| {
            let (_, file) = super::process::identity_token(s, 3000);
            let path = s.path(&file).display().to_string();
            s.fault_variable("AWS_WEB_IDENTITY_TOKEN_FILE", &path);
            s.home.set("AWS_REGION", "us-east-1");
        },
    ),
    pasted(
        Family::Profile,
        "a start URL other than that of the sso-session",
        "sso_settings_inconsistent",
        |s| {
            let name = s.name();
            let sign_in = s.sso_profile(&name);
            s.store(&sign_in);
            let other = s.draw.start_url();
            s.config.added(&profile_header(&name)).fault("sso_start_url", &other);
            s.ask(&name);
        },
    )
    .fixed(),
    pasted(Family::Live, "two hours for a role from SSO", "chained_duration_too_long", |s| {
        let base = s.name();
        let sign_in = if s.draw.one_in(2) { s.sso_profile(&base) } else { s.legacy_sso_profile(&base) };
        s.store(&sign_in);
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).set("source_profile", &base).fault("duration_seconds", "7200");
        s.ask(&name);
    })
    .fixed(),
    pasted(
        Family::Live,
        "eight hours for a role from copied temporary keys",
        "chained_duration_too_long",
        |s| {
            let base = s.name();
            let (_, keys) = s.session(3000);
            s.credentials.section(&base).keys(&keys);
            let (name, role) = (s.name(), s.role());
            s.role_section(&name, &role).set("source_profile", &base).fault("duration_seconds", "28800");
            s.ask(&name);
        },
    )
    .fixed(),
    pasted(Family::Profile, "a missing source among a thousand profiles", "source_profile_missing", |s| {
        for number in 0..1000 {
            s.config.section(&format!("profile of-many-{number:04}")).set("region", "us-east-1");
        }
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).fault("source_profile", "zz-gone");
        s.ask(&name);
    }),
    pasted(Family::Cli, "an AWS CLI whose Python was removed", "aws_cli_broken", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.finally(|s| {
            executable(&s.home, "bin/aws", "#!/opt/python3.6/bin/python\nimport awscli.clidriver\n");
        });
    }),
];
