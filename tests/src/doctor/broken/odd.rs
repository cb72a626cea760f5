//! Unusual forms of the same causes.

use super::super::aws::moment;
use super::super::network::closed;
use super::super::programs::Cli;
use super::super::{Case, Family, Keys, SetUp, session_arn};

/// A role from this source; it is asked for.
fn role_from(s: &mut SetUp, source: &str) {
    let (name, role) = (s.name(), s.role());
    s.role_section(&name, &role).fault("source_profile", source);
    s.ask(&name);
}

/// Temporary keys that are over, in variables.
fn exported_and_over(s: &mut SetUp) {
    let (_, keys) = s.session(-700);
    s.export(&keys);
    for name in ["AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION"] {
        s.at_variable(name);
    }
}

const fn odd(family: Family, name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(family, name, cause, build)
}

pub(super) const CASES: &[Case] = &[
    odd(Family::Profile, "a comment behind source_profile", "source_profile_missing", |s| {
        let base = s.keys_profile();
        role_from(s, &format!("{base} # ana's keys"));
    }),
    odd(Family::Profile, "source_profile in quotes", "source_profile_missing", |s| {
        let base = s.keys_profile();
        role_from(s, &format!("\"{base}\""));
    })
    .fixed(),
    odd(Family::Profile, "source_profile in other letters", "source_profile_missing", |s| {
        let base = s.keys_profile();
        role_from(s, &base.to_uppercase());
    })
    .fixed(),
    odd(Family::Profile, "source_profile with the word profile", "source_profile_missing", |s| {
        let base = s.keys_profile();
        role_from(s, &format!("profile {base}"));
    })
    .fixed(),
    odd(Family::Profile, "a missing source of a profile in quotes", "source_profile_missing", |s| {
        let (role, region) = (s.role(), s.region.clone());
        let name = s.draw.pick(&["My Company (prod)", "Projekt Nord", "a b"]);
        let section = s.config.section(&format!("profile '{name}'")).set("role_arn", &role);
        section.fault("source_profile", "zz-gone").set("region", &region);
        s.identity = session_arn(&role);
        s.ask(name);
    }),
    odd(Family::Profile, "a misspelt role_arn behind tabs and a colon", "setting_misspelt", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.raw_section(&format!("[profile\t{name}]"));
        section
            .raw_fault(&format!("role_anr\t:\t{role}"))
            .set("source_profile", &base)
            .set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    })
    .fixed(),
    odd(Family::Profile, "sso_session with a comment behind it", "sso_session_missing", |s| {
        let (name, region, account) = (s.name(), s.region.clone(), s.account.clone());
        let url = s.draw.start_url();
        let section = s.config.profile(&name).fault("sso_session", "corp # since May").set("region", &region);
        section.set("sso_account_id", &account).set("sso_role_name", "Dev");
        s.config.section("sso-session corp").set("sso_start_url", &url).set("sso_region", &region);
        s.ask(&name);
    }),
    odd(Family::Profile, "sso_session in other letters", "sso_session_missing", |s| {
        let name = s.name();
        let sign_in = s.sign_in(Some("corp".to_owned()));
        s.store(&sign_in);
        let profile = s.config.profile(&name).fault("sso_session", "Corp").set("region", &sign_in.region);
        profile.set("sso_account_id", &sign_in.account).set("sso_role_name", &sign_in.role);
        let section = s.config.section("sso-session corp").set("sso_start_url", &sign_in.start_url);
        section.set("sso_region", &sign_in.region);
        s.ask(&name);
    })
    .fixed(),
    odd(Family::Profile, "an sso-session without its start URL", "sso_setting_missing", |s| {
        let (name, region, account) = (s.name(), s.region.clone(), s.account.clone());
        let section = s.config.profile(&name).set("sso_session", "corp").set("region", &region);
        section.set("sso_account_id", &account).set("sso_role_name", "Dev");
        s.config.section("sso-session corp").header_fault().set("sso_region", &region);
        s.ask(&name);
    }),
    odd(Family::Profile, "AWS_CONFIG_FILE set to nothing", "config_file_variable_wrong", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask_by_argument(&name);
        s.fault_variable("AWS_CONFIG_FILE", "");
    }),
    odd(Family::Profile, "AWS_CONFIG_FILE names a directory", "config_file_variable_wrong", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask_by_argument(&name);
        let path = s.path(".aws").display().to_string();
        s.fault_variable("AWS_CONFIG_FILE", &path);
    }),
    odd(Family::Choice, "AWS_PROFILE=default, and no default", "profile_missing", |s| {
        s.keys_profile();
        s.fault_variable("AWS_PROFILE", "default");
    }),
    odd(Family::Choice, "the credentials pasted into config", "profile_header_without_prefix", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.user();
        s.config.section(&name).header_fault().keys(&keys).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    odd(Family::Choice, "a capital P in the header", "profile_header_malformed", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.section(&format!("Profile {name}")).header_fault();
        section.set("role_arn", &role).set("source_profile", &base).set("region", &region);
        s.identity = session_arn(&role);
        s.ask(&name);
    })
    .fixed(),
    odd(
        Family::Choice,
        "expired keys in config before a program in credentials",
        "expired_keys_shadow_process",
        |s| {
            let (name, region) = (s.name(), s.region.clone());
            let (arn, program) = super::process::working(s, "unused");
            let (_, old) = s.session(-9000);
            s.credentials.section(&name).fault_keys(&old).set("credential_process", &program);
            s.config.profile(&name).set("region", &region);
            s.identity = arn;
            s.ask(&name);
        },
    ),
    odd(Family::Choice, "expired keys before a login_session", "expired_keys_shadow_login", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let login = format!("arn:aws:iam::{}:user/ana", s.account);
        s.config.profile(&name).set("login_session", &login).set("region", &region);
        let (_, old) = s.session(-9000);
        s.credentials.section(&name).fault_keys(&old);
        s.identity = login;
        s.cli = Cli::V1;
        s.ask(&name);
    }),
    odd(
        Family::Environment,
        "credential_source Environment with keys that are over",
        "expired_environment_keys",
        |s| {
            exported_and_over(s);
            let (name, role) = (s.name(), s.role());
            s.role_section(&name, &role).set("credential_source", "Environment");
            s.ask_by_argument(&name);
        },
    ),
    odd(
        Family::Environment,
        "credential_source Environment with half a pair",
        "partial_environment_keys",
        |s| {
            let (_, keys) = s.user();
            s.fault_variable("AWS_ACCESS_KEY_ID", &keys.id);
            let (name, role) = (s.name(), s.role());
            s.role_section(&name, &role).set("credential_source", "Environment");
            s.ask_by_argument(&name);
        },
    ),
    odd(Family::Profile, "a credential_source of EC2 on a laptop", "credential_source_empty", |s| {
        let (name, role) = (s.name(), s.role());
        s.role_section(&name, &role).fault("credential_source", "Ec2InstanceMetadata");
        s.ask(&name);
    }),
    odd(Family::Environment, "exported keys whose date has an offset", "expired_environment_keys", |s| {
        exported_and_over(s);
        let date = moment(-700).replace('Z', "+00:00");
        s.home.set("AWS_CREDENTIAL_EXPIRATION", &date);
        let name = s.keys_profile();
        s.home.set("AWS_DEFAULT_PROFILE", &name);
    }),
    odd(Family::Environment, "AWS_SECURITY_TOKEN alone, of yesterday", "environment_keys_mismatched", |s| {
        let (arn, keys) = s.session(3000);
        let (_, old) = s.session(-80_000);
        s.export(&keys.without_token());
        s.fault_variable("AWS_SECURITY_TOKEN", old.token());
        s.at_variable("AWS_ACCESS_KEY_ID");
        s.home.set("AWS_REGION", "eu-west-1");
        s.identity = arn;
    }),
    odd(Family::Environment, "an exported secret from a file of Windows", "environment_secret_wrong", |s| {
        let (arn, keys) = s.user();
        s.export(&Keys { secret: format!("{}\r", keys.secret), ..keys });
        s.at_variable("AWS_SECRET_ACCESS_KEY");
        s.home.set("AWS_REGION", "eu-west-1");
        s.identity = arn;
    }),
    odd(
        Family::Environment,
        "live exported keys before AWS_PROFILE of SSO",
        "environment_shadows_profile",
        |s| {
            let (_, keys) = s.session(3000);
            s.export(&keys);
            for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
                s.at_variable(name);
            }
            let name = s.name();
            let sign_in = s.sso_profile(&name);
            s.store(&sign_in);
            s.ask_by_variable(&name);
        },
    ),
    odd(Family::Keys, "key id and secret exchanged", "key_malformed", |s| {
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        let section = s.credentials.section(&name).fault("aws_access_key_id", &keys.secret);
        section.fault("aws_secret_access_key", &keys.id);
    }),
    odd(Family::Keys, "a key id in small letters", "key_malformed", |s| {
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        let section = s.credentials.section(&name).fault("aws_access_key_id", &keys.id.to_lowercase());
        section.set("aws_secret_access_key", &keys.secret);
    }),
    odd(Family::Keys, "a key id with an invisible blank", "key_malformed", |s| {
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        let section =
            s.credentials.section(&name).fault("aws_access_key_id", &format!("\u{200b}{}", keys.id));
        section.set("aws_secret_access_key", &keys.secret);
    }),
    odd(Family::Keys, "a placeholder in the place of a key", "key_malformed", |s| {
        let name = s.asked_profile("nobody");
        let section = s.credentials.section(&name).fault("aws_access_key_id", "<YOUR_ACCESS_KEY_ID>");
        section.set("aws_secret_access_key", "<YOUR_SECRET_ACCESS_KEY>");
    })
    .also(&["secret_malformed"]),
    odd(Family::Keys, "temporary keys with an empty token", "session_token_missing", |s| {
        let (arn, keys) = s.session(3000);
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault_keys(&keys.without_token()).raw_fault("aws_session_token =");
    }),
    odd(Family::Keys, "a wrong secret behind a chain of three", "secret_wrong", |s| {
        let (base, secret) = (s.name(), s.draw.secret());
        let (_, keys) = s.user();
        s.home.keep_secret(&secret);
        s.credentials.section(&base).fault_keys(&Keys { secret, ..keys });
        let first = s.role_profile(&base);
        let second = s.role_profile(&first);
        let third = s.role_profile(&second);
        s.ask(&third);
    }),
    odd(Family::Keys, "half a pair of a profile that is its own source", "partial_keys", |s| {
        let name = s.name();
        let (_, keys) = s.user();
        let role = s.role();
        s.credentials.section(&name).fault("aws_access_key_id", &keys.id);
        s.role_section(&name, &role).set("source_profile", &name);
        s.ask(&name);
    }),
    odd(Family::Keys, "expired keys with the date of aws-mfa", "expired_file_keys", |s| {
        let (arn, keys) = s.session(-9000);
        let name = s.asked_profile(&arn);
        let date = moment(-9000).replace('T', " ").replace('Z', "");
        let section = s.credentials.section(&name).fault_keys(&keys).set("assumed_role", "False");
        section.fault("expiration", &date).fault("aws_security_token", keys.token());
    }),
    odd(Family::Keys, "expired keys in a moved file", "expired_file_keys", |s| {
        let (arn, keys) = s.session(-9000);
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault_keys(&keys);
        s.credentials_at = "vault/creds.ini".into();
        s.home.set("AWS_SHARED_CREDENTIALS_FILE", "~/vault/creds.ini");
    }),
    odd(Family::Cache, "a damaged entry of a role with a session name", "cache_entry_damaged", |s| {
        let base = s.keys_profile();
        let (name, role) = (s.name(), s.role());
        let section = s.role_section(&name, &role).set("source_profile", &base);
        section.set("role_session_name", "ana").set("duration_seconds", "3600");
        s.ask(&name);
        let keys = s.session_of(&role, 3000);
        let arguments = aws_files::cache::AssumeRoleArgs {
            role_arn: &role,
            role_session_name: Some("ana"),
            duration_seconds: Some(3600),
            ..aws_files::cache::AssumeRoleArgs::default()
        };
        let file = s.cache(&arguments, &keys, 3000);
        s.home.write(&file, "[]");
        s.at_file(&file);
    })
    .fixed(),
    odd(Family::Choice, "a program that logs before it answers", "process_answer_invalid", |s| {
        let (_, program) = super::process::working(s, "unused");
        let script = format!("echo 'INFO refreshing'\nexec '{program}'");
        super::process::failing(s, &script);
    }),
    odd(Family::Choice, "a program whose date is a number", "process_answer_invalid", |s| {
        let (_, keys) = s.session(3000);
        let answer = serde_json::json!({
            "Version": 1, "AccessKeyId": keys.id, "SecretAccessKey": keys.secret,
            "SessionToken": keys.token(), "Expiration": 1_900_000_000,
        });
        super::process::failing(s, &format!("echo '{answer}'"));
    }),
    odd(Family::Network, "a proxy without a scheme where nobody listens", "proxy_unreachable", |s| {
        let name = s.keys_profile();
        s.ask(&name);
        s.fault_variable("http_proxy", &closed().to_string());
    }),
];
