//! Another profile, or other credentials, than the person thinks.

use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Choice, name, cause, build)
}

/// A name that resembles no other.
fn unknown(s: &mut SetUp) -> String {
    let names = ["zz9-legacy", "Kreditorenbuchhaltung", "qx7.payroll.2019", "my_first_try", "ÜbungsKonto"];
    s.draw.pick(&names).to_owned()
}

pub(super) const CASES: &[Case] = &[
    case("a profile nobody made, by --profile", "profile_missing", |s| {
        s.keys_profile();
        let name = unknown(s);
        s.ask_by_argument(&name);
    }),
    case("a profile nobody made, by AWS_PROFILE", "profile_missing", |s| {
        s.keys_profile();
        let name = unknown(s);
        s.fault_variable("AWS_PROFILE", &name);
    }),
    case("a profile nobody made, by AWS_DEFAULT_PROFILE", "profile_missing", |s| {
        s.keys_profile();
        let name = unknown(s);
        s.fault_variable("AWS_DEFAULT_PROFILE", &name);
    }),
    case("a profile nobody made beside good variables", "profile_missing", |s| {
        let (arn, keys) = s.user();
        s.export(&keys);
        s.identity = arn;
        s.keys_profile();
        s.home.set("AWS_REGION", "eu-west-1");
        let name = unknown(s);
        s.fault_variable("AWS_PROFILE", &name);
    }),
    case("AWS_PROFILE set to nothing", "profile_variable_empty", |s| {
        s.keys_profile();
        s.fault_variable("AWS_PROFILE", "");
    }),
    case("AWS_DEFAULT_PROFILE set to nothing", "profile_variable_empty", |s| {
        s.keys_profile();
        s.fault_variable("AWS_DEFAULT_PROFILE", "");
    }),
    case("a name with a typing error", "profile_name_misspelt", |s| {
        let name = s.keys_profile();
        let wrong = s.draw.misspelt(&name);
        s.ask_by_argument(&wrong);
    }),
    case("a name in another case, by AWS_PROFILE", "profile_name_misspelt", |s| {
        let name = s.keys_profile();
        s.fault_variable("AWS_PROFILE", &name.to_uppercase());
    }),
    case("a blank in AWS_PROFILE", "profile_name_misspelt", |s| {
        let name = s.keys_profile();
        s.fault_variable("AWS_PROFILE", &format!("{name} "));
    }),
    case("a hyphen for an underscore", "profile_name_misspelt", |s| {
        let base = s.keys_profile();
        let name = format!("mobile_{}_prod", s.draw.between(10, 99));
        let role = s.role();
        s.role_section(&name, &role).set("source_profile", &base);
        s.ask_by_argument(&name.replace('_', "-"));
    }),
    case("a config header without the word profile", "profile_header_without_prefix", |s| {
        let base = s.keys_profile();
        let (name, role, region) = (s.name(), s.role(), s.region.clone());
        let section = s.config.section(&name).header_fault();
        section.set("role_arn", &role).set("source_profile", &base).set("region", &region);
        s.identity = super::super::session_arn(&role);
        s.ask(&name);
    })
    .fixed(),
    case("settings of a credentials profile under a bare header", "profile_header_without_prefix", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.user();
        s.credentials.section(&name).keys(&keys);
        s.config.section(&name).header_fault().set("region", &region).set("output", "json");
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("an sso-session profile under a bare header", "profile_header_without_prefix", |s| {
        let name = s.name();
        let sign_in = s.sign_in(None);
        let section = s.config.section(&name).header_fault().set("sso_start_url", &sign_in.start_url);
        section.set("sso_region", &sign_in.region).set("region", &sign_in.region);
        section.set("sso_account_id", &sign_in.account).set("sso_role_name", &sign_in.role);
        s.store(&sign_in);
        s.ask(&name);
    })
    .fixed(),
    case("a header in the quotes of an editor", "profile_header_malformed", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.user();
        let (open, close) = s.draw.pick(&[('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’')]);
        let section = s.config.raw_section(&format!("[profile {open}{name}{close}]")).header_fault();
        section.keys(&keys).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("the word profile in the credentials file", "profile_header_with_prefix", |s| {
        let (name, region) = (s.name(), s.region.clone());
        let (arn, keys) = s.user();
        s.credentials.section(&format!("profile {name}")).header_fault().keys(&keys);
        s.config.profile(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("a role's source under the word profile in credentials", "profile_header_with_prefix", |s| {
        let base = s.name();
        let (_, keys) = s.user();
        s.credentials.section(&format!("profile {base}")).header_fault().keys(&keys);
        let name = s.role_profile(&base);
        s.ask(&name);
    })
    .fixed(),
    case("default written twice, once as profile default", "default_defined_twice", |s| {
        let (region, role) = (s.region.clone(), s.role());
        let base = s.keys_profile();
        s.identity = super::super::session_arn(&role);
        let headers = s.draw.pick(&[("default", "profile default"), ("profile default", "default")]);
        let first = s.config.section(headers.0).header_fault();
        first.set("role_arn", &role).set("source_profile", &base).set("region", &region);
        s.config.section(headers.1).header_fault().set("region", &region).set("output", "table");
        s.config.keep_order();
    }),
    case("a stale role in credentials wins over config", "credentials_file_overrides", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        let stale = format!("arn:aws:iam::{}:role/{}", s.account, s.draw.iam_name());
        s.credentials.section(&name).fault("role_arn", &stale);
        s.ask(&name);
    })
    .fixed(),
    case("a stale source in credentials wins over config", "credentials_file_overrides", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        let gone = format!("gone-{}", s.draw.iam_name());
        s.credentials.section(&name).fault("source_profile", &gone);
        s.ask(&name);
    })
    .fixed(),
    case("an external id in credentials wins over config", "credentials_file_overrides", |s| {
        let base = s.keys_profile();
        let wanted = s.draw.iam_name();
        let external_id = wanted.clone();
        let role = s.role_with(|role| role.external_id = Some(external_id));
        let name = s.name();
        s.role_section(&name, &role).set("source_profile", &base).set("external_id", &wanted);
        s.credentials.section(&name).fault("external_id", "of-last-year");
        s.ask(&name);
    })
    .fixed(),
    case("expired keys before a credential_process", "expired_keys_shadow_process", |s| {
        let name = s.name();
        let (arn, _) = super::process::working(s, &name);
        let (_, old) = s.session(-7200);
        s.credentials.section(&name).fault_keys(&old);
        s.identity = arn;
        s.ask(&name);
    }),
    case("dated expired keys before a credential_process", "expired_keys_shadow_process", |s| {
        let name = s.name();
        let (arn, _) = super::process::working(s, &name);
        let (_, old) = s.session(-90_000);
        let date = super::super::aws::moment(-90_000);
        s.credentials.section(&name).fault_keys(&old).set("x_security_token_expires", &date);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("a source's own keys before its role", "source_role_not_assumed", |s| {
        let base = s.keys_profile();
        let middle_role = s.role();
        let trusted = middle_role.clone();
        let role = s.role_with(|role| role.trusts = vec![trusted]);
        let (middle, name) = (s.name(), s.name());
        s.role_section(&middle, &middle_role).fault("source_profile", &base);
        let (_, keys) = s.user();
        s.credentials.section(&middle).fault_keys(&keys);
        s.role_section(&name, &role).fault("source_profile", &middle);
        s.ask(&name);
    }),
];
