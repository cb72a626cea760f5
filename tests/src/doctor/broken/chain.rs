//! A profile's chain that leads nowhere.

use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Profile, name, cause, build)
}

/// A profile of a role, without its source; it is asked for.
fn role(s: &mut SetUp) -> (String, &mut super::super::Section) {
    let (name, role) = (s.name(), s.role());
    s.ask(&name);
    let section = s.role_section(&name, &role);
    (name, section)
}

pub(super) const CASES: &[Case] = &[
    case("a source that is not there", "source_profile_missing", |s| {
        s.keys_profile();
        role(s).1.fault("source_profile", "zz-of-the-old-laptop");
    }),
    case("a source with a typing error", "source_profile_missing", |s| {
        let base = s.keys_profile();
        let wrong = s.draw.misspelt(&base);
        role(s).1.fault("source_profile", &wrong);
    })
    .fixed(),
    case("a missing source behind two roles", "source_profile_missing", |s| {
        let first = s.name();
        let role_of_first = s.role();
        s.role_section(&first, &role_of_first).fault("source_profile", "zz-nobody");
        let second = s.role_profile(&first);
        let third = s.role_profile(&second);
        s.ask(&third);
    }),
    case("two profiles that are each other's source", "source_profile_loop", |s| {
        let (a, b) = (s.name(), s.name());
        let (role_a, role_b) = (s.role(), s.role());
        s.role_section(&b, &role_b).fault("source_profile", &a);
        s.role_section(&a, &role_a).fault("source_profile", &b);
        s.ask(&a);
    }),
    case("a profile that is its own source", "source_profile_loop", |s| {
        let (name, arn) = (s.name(), s.role());
        s.role_section(&name, &arn).fault("source_profile", &name);
        s.ask(&name);
    }),
    case("three profiles in a circle behind the one asked for", "source_profile_loop", |s| {
        let names = [s.name(), s.name(), s.name()];
        for at in 0..3 {
            let arn = s.role();
            s.role_section(&names[at], &arn).fault("source_profile", &names[(at + 1) % 3]);
        }
        let name = s.role_profile(&names[0]);
        s.ask(&name);
    }),
    case("a source with a region and nothing else", "source_profile_without_credentials", |s| {
        let base = s.name();
        s.config.profile(&base).header_fault().set("region", "us-east-1");
        role(s).1.fault("source_profile", &base);
    }),
    case("a source whose section in credentials is empty", "source_profile_without_credentials", |s| {
        let base = s.name();
        s.credentials.section(&base).header_fault().raw("# aws_access_key_id = was rotated");
        role(s).1.fault("source_profile", &base);
    }),
    case("a role without a source", "role_without_source", |s| {
        let (name, arn, region) = (s.name(), s.role(), s.region.clone());
        s.ask(&name);
        s.config.profile(&name).fault("role_arn", &arn).set("region", &region);
    }),
    case("a default role without a source, keys beside it", "role_without_source", |s| {
        let (arn, region) = (s.role(), s.region.clone());
        s.config.section("default").fault("role_arn", &arn).set("region", &region);
        let (_, keys) = s.user();
        s.credentials.section("default").keys(&keys);
        s.identity = super::super::session_arn(&arn);
    }),
    case("both source_profile and credential_source", "two_sources", |s| {
        let base = s.keys_profile();
        role(s).1.fault("source_profile", &base).fault("credential_source", "Environment");
    }),
    case("a credential_source in lower case", "credential_source_invalid", |s| {
        let word = s.draw.pick(&["environment", "ENVIRONMENT", "enviroment", "environment "]);
        let (_, keys) = s.user();
        s.export(&keys);
        let (name, section) = role(s);
        section.fault("credential_source", word);
        s.ask_by_argument(&name);
    })
    .fixed(),
    case("a credential_source of variables that are not set", "credential_source_empty", |s| {
        role(s).1.fault("credential_source", "Environment");
    }),
    case("a credential_source of a container on a laptop", "credential_source_empty", |s| {
        role(s).1.fault("credential_source", "EcsContainer");
    }),
    case("role_arn with a typing error", "setting_misspelt", |s| {
        let base = s.keys_profile();
        let (name, arn, region) = (s.name(), s.role(), s.region.clone());
        let key = s.draw.pick(&["role_arm", "rol_arn", "role-arn", "roleArn", "role_anr"]);
        let section = s.config.profile(&name).fault(key, &arn);
        section.set("source_profile", &base).set("region", &region);
        s.identity = super::super::session_arn(&arn);
        s.ask(&name);
    })
    .fixed(),
    case("source_profile with a typing error", "setting_misspelt", |s| {
        let base = s.keys_profile();
        let key = s.draw.pick(&["source_profil", "sorce_profile", "source-profile", "sourceprofile"]);
        role(s).1.fault(key, &base);
    })
    .fixed(),
    case("a key of credentials with a typing error", "setting_misspelt", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.user();
        let key = s.draw.pick(&["aws_acces_key_id", "aws_access_keyid", "access_key_id", "aws_access_key"]);
        s.credentials.section(&name).fault(key, &keys.id).set("aws_secret_access_key", &keys.secret);
        s.config.profile(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("external_id with a typing error", "setting_misspelt", |s| {
        let base = s.keys_profile();
        let external_id = s.draw.iam_name();
        let wanted = external_id.clone();
        let arn = s.role_with(|role| role.external_id = Some(wanted));
        let name = s.name();
        let key = s.draw.pick(&["externalid", "exernal_id", "externel_id", "external-id"]);
        s.role_section(&name, &arn).set("source_profile", &base).fault(key, &external_id);
        s.ask(&name);
    })
    .fixed(),
    case("the ARN of a user in role_arn", "role_arn_malformed", |s| {
        let base = s.keys_profile();
        let wrong = format!("arn:aws:iam::{}:user/{}", s.account, s.draw.iam_name());
        let (name, region) = (s.name(), s.region.clone());
        s.config.profile(&name).fault("role_arn", &wrong).set("source_profile", &base).set("region", &region);
        s.identity = ":assumed-role/".into();
        s.ask(&name);
    }),
    case("a role's name in the place of its ARN", "role_arn_malformed", |s| {
        let base = s.keys_profile();
        let (name, region, wrong) = (s.name(), s.region.clone(), s.draw.iam_name());
        s.config.profile(&name).fault("role_arn", &wrong).set("source_profile", &base).set("region", &region);
        s.identity = ":assumed-role/".into();
        s.ask(&name);
    }),
    case("a role's ARN with too few digits", "role_arn_malformed", |s| {
        let base = s.keys_profile();
        let (name, region) = (s.name(), s.region.clone());
        let wrong = format!("arn:aws:iam::{}:role/{}", &s.account[1..], s.draw.iam_name());
        s.config.profile(&name).fault("role_arn", &wrong).set("source_profile", &base).set("region", &region);
        s.identity = ":assumed-role/".into();
        s.ask(&name);
    }),
    case("a quoted role_arn", "role_arn_malformed", |s| {
        let base = s.keys_profile();
        let (name, region, arn) = (s.name(), s.region.clone(), s.role());
        let quoted = format!("\"{arn}\"");
        s.config
            .profile(&name)
            .fault("role_arn", &quoted)
            .set("source_profile", &base)
            .set("region", &region);
        s.identity = super::super::session_arn(&arn);
        s.ask(&name);
    })
    .fixed(),
    case("a comment behind role_arn", "role_arn_malformed", |s| {
        let base = s.keys_profile();
        let (name, region, arn) = (s.name(), s.region.clone(), s.role());
        let commented = format!("{arn}  # the new one");
        s.config
            .profile(&name)
            .fault("role_arn", &commented)
            .set("source_profile", &base)
            .set("region", &region);
        s.identity = super::super::session_arn(&arn);
        s.ask(&name);
    })
    .fixed(),
    case("an sso_session without its section", "sso_session_missing", |s| {
        let (name, region, account) = (s.name(), s.region.clone(), s.account.clone());
        let profile = s.config.profile(&name).fault("sso_session", "corp-2024").set("region", &region);
        profile.set("sso_account_id", &account).set("sso_role_name", "Dev");
        s.ask(&name);
    }),
    case("an sso_session under a header of a profile", "sso_session_missing", |s| {
        let (name, region, account, url) =
            (s.name(), s.region.clone(), s.account.clone(), s.draw.start_url());
        let profile = s.config.profile(&name).fault("sso_session", "corp").set("region", &region);
        profile.set("sso_account_id", &account).set("sso_role_name", "Dev");
        let header = s.draw.pick(&["sso_session corp", "profile corp", "ssosession corp"]);
        s.config.section(header).set("sso_start_url", &url).set("sso_region", &region);
        s.ask(&name);
    }),
    case("an sso-session without its region", "sso_setting_missing", |s| {
        let (name, region, account, url) =
            (s.name(), s.region.clone(), s.account.clone(), s.draw.start_url());
        let profile = s.config.profile(&name).fault("sso_session", "corp").set("region", &region);
        profile.set("sso_account_id", &account).set("sso_role_name", "Dev");
        s.config.section("sso-session corp").header_fault().set("sso_start_url", &url);
        s.ask(&name);
    }),
    case("a legacy SSO profile without its account", "sso_setting_missing", |s| {
        let (name, region, url) = (s.name(), s.region.clone(), s.draw.start_url());
        let profile = s.config.profile(&name).header_fault().fault("sso_start_url", &url);
        profile.set("sso_region", &region).fault("sso_role_name", "Dev").set("region", &region);
        s.ask(&name);
    }),
    case("a services section that is not there", "services_section_missing", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        s.credentials.section(&name).keys(&keys);
        let (region, url) = (s.region.clone(), s.sim.url());
        s.home.unset("AWS_ENDPOINT_URL_STS");
        let profile = s.config.profile(&name).fault("services", "localstak");
        profile.set("region", &region).set("endpoint_url", &url);
        s.config.section("services localstack").raw("s3 =\n  endpoint_url = http://127.0.0.1:4566");
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("a profile with a region and nothing else", "no_credentials", |s| {
        let (name, region) = (s.name(), s.region.clone());
        s.config.profile(&name).set("region", &region).set("output", "json");
        s.ask(&name);
    }),
    case("no files at all", "no_credentials", |s| {
        let region = s.region.clone();
        s.home.set("AWS_REGION", &region);
    }),
    case("a plain call, and keys only under a name", "no_credentials", |s| {
        let region = s.region.clone();
        s.keys_profile();
        s.home.set("AWS_DEFAULT_REGION", &region);
    }),
    case("a role without a region, its source has one", "region_missing", |s| {
        let base = s.keys_profile();
        let (name, arn) = (s.name(), s.role());
        s.config.profile(&name).set("role_arn", &arn).set("source_profile", &base);
        s.identity = super::super::session_arn(&arn);
        s.ask(&name);
    }),
    case("keys without a region, and one under default", "region_missing", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        s.credentials.section(&name).keys(&keys);
        s.config.section("default").set("region", "us-east-1");
        s.identity = arn;
        s.ask_by_argument(&name);
    }),
    case("a region with quotes or a comment", "region_malformed", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        let region = s.draw.pick(&["\"eu-central-1\"", "'us-east-1'", "eu-central-1 # Frankfurt"]);
        s.credentials.section(&name).keys(&keys);
        s.config.profile(&name).fault("region", region);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("a region as people say it", "region_malformed", |s| {
        let name = s.name();
        let (arn, keys) = s.user();
        let region = s.draw.pick(&["eu central 1", "Frankfurt (eu)", "eu_central_1", "us-east-1/us-west-2"]);
        s.credentials.section(&name).keys(&keys);
        s.config.profile(&name).fault("region", region);
        s.identity = arn;
        s.ask(&name);
    }),
    case("AWS_REGION in quotes", "region_malformed", |s| {
        let name = s.keys_profile();
        s.fault_variable("AWS_REGION", "'us-east-1'");
        s.ask(&name);
    }),
    case("duration_seconds under a quarter of an hour", "duration_out_of_range", |s| {
        let base = s.keys_profile();
        let seconds = s.draw.pick(&["60", "600", "899"]);
        role(s).1.set("source_profile", &base).fault("duration_seconds", seconds);
    })
    .fixed(),
    case("duration_seconds of more than twelve hours", "duration_out_of_range", |s| {
        let base = s.keys_profile();
        let seconds = s.draw.pick(&["43201", "86400", "129600"]);
        role(s).1.set("source_profile", &base).fault("duration_seconds", seconds);
    })
    .fixed(),
    case("eight hours for a chained role", "chained_duration_too_long", |s| {
        let base = s.keys_profile();
        let middle = s.role_profile(&base);
        let seconds = s.draw.pick(&["3601", "28800", "43200"]);
        role(s).1.set("source_profile", &middle).fault("duration_seconds", seconds);
    })
    .fixed(),
];
