//! Set-ups with two faults: the first on the way is the cause, the other follows.

use super::super::aws::moment;
use super::super::network::closed;
use super::super::programs::Cli;
use super::super::{Case, Family, SetUp, session_arn};
use super::cache::cached;

const fn case(
    family: Family,
    name: &'static str,
    cause: &'static str,
    also: &'static [&'static str],
    build: fn(&mut SetUp),
) -> Case {
    Case::new(family, name, cause, build).also(also)
}

/// A profile whose copied keys ended, and say when; it is asked for.
fn over(s: &mut SetUp) -> String {
    let (name, region) = (s.name(), s.region.clone());
    let (arn, keys) = s.session(-5000);
    s.credentials.section(&name).fault_keys(&keys).fault("x_security_token_expires", &moment(-5000));
    s.config.profile(&name).set("region", &region);
    s.identity = arn;
    s.ask(&name);
    name
}

pub(super) const CASES: &[Case] = &[
    case(
        Family::Profile,
        "a broken file, and exported keys that are over",
        "file_unparsable",
        &["expired_environment_keys"],
        |s| {
            let (arn, keys) = s.session(-600);
            s.export(&keys);
            s.home.set("AWS_CREDENTIAL_EXPIRATION", &moment(-600));
            let name = s.keys_profile();
            s.ask_by_variable(&name);
            s.identity = arn;
            s.config.profile("with-noise").raw_fault("=======");
        },
    ),
    case(
        Family::Choice,
        "a bare header, and exported keys that are over",
        "profile_header_without_prefix",
        &["expired_environment_keys"],
        |s| {
            let (_, keys) = s.session(-600);
            s.export(&keys);
            s.home.set("AWS_CREDENTIAL_EXPIRATION", &moment(-600));
            let base = s.keys_profile();
            let (name, role, region) = (s.name(), s.role(), s.region.clone());
            let section = s.config.section(&name).header_fault();
            section.set("role_arn", &role).set("source_profile", &base).set("region", &region);
            s.identity = session_arn(&role);
            s.ask_by_variable(&name);
        },
    ),
    case(
        Family::Choice,
        "a misspelt AWS_PROFILE, and half a pair exported",
        "profile_name_misspelt",
        &["partial_environment_keys"],
        |s| {
            let name = s.keys_profile();
            let wrong = s.draw.misspelt(&name);
            s.fault_variable("AWS_PROFILE", &wrong);
            let (_, keys) = s.user();
            s.home.set("AWS_ACCESS_KEY_ID", &keys.id);
        },
    ),
    case(
        Family::Environment,
        "exported keys that are over, and a missing source",
        "expired_environment_keys",
        &["source_profile_missing"],
        |s| {
            let (_, keys) = s.session(-600);
            s.export(&keys);
            s.fault_variable("AWS_CREDENTIAL_EXPIRATION", &moment(-600));
            s.at_variable("AWS_ACCESS_KEY_ID");
            let name = s.role_profile("zz-nobody");
            s.ask_by_variable(&name);
        },
    ),
    case(
        Family::Environment,
        "half a pair exported, and half a pair under default",
        "partial_environment_keys",
        &["partial_keys"],
        |s| {
            let (arn, keys) = s.user();
            let (_, other) = s.user();
            s.fault_variable("AWS_ACCESS_KEY_ID", &other.id);
            s.credentials.section("default").set("aws_access_key_id", &keys.id);
            let region = s.region.clone();
            s.config.section("default").set("region", &region);
            s.identity = arn;
        },
    ),
    case(
        Family::Profile,
        "a missing source, and no region",
        "source_profile_missing",
        &["region_missing"],
        |s| {
            let (name, role) = (s.name(), s.role());
            s.config.profile(&name).set("role_arn", &role).fault("source_profile", "zz-gone");
            s.identity = session_arn(&role);
            s.ask(&name);
        },
    ),
    case(
        Family::Profile,
        "a misspelt role_arn, and a source whose keys are over",
        "setting_misspelt",
        &["expired_file_keys"],
        |s| {
            let base = s.name();
            let (_, keys) = s.session(-5000);
            s.credentials.section(&base).keys(&keys).set("x_security_token_expires", &moment(-5000));
            let (name, role, region) = (s.name(), s.role(), s.region.clone());
            let section = s.config.profile(&name).fault("role_arm", &role);
            section.set("source_profile", &base).set("region", &region);
            s.identity = session_arn(&role);
            s.ask(&name);
        },
    ),
    case(
        Family::Keys,
        "a token that is missing, and a clock that is off",
        "session_token_missing",
        &["clock_skewed"],
        |s| {
            s.sim.world().clock_offset = 2000;
            let (name, region) = (s.name(), s.region.clone());
            let (arn, keys) = s.session(3600);
            s.credentials.section(&name).fault_keys(&keys.without_token());
            s.config.profile(&name).set("region", &region);
            s.identity = arn;
            s.ask(&name);
        },
    ),
    case(
        Family::Keys,
        "keys that are over, and a damaged cache entry",
        "expired_file_keys",
        &["cache_entry_damaged"],
        |s| {
            let base = over(s);
            let (name, role) = (s.name(), s.role());
            s.role_section(&name, &role).set("source_profile", &base);
            s.home.unset("AWS_PROFILE");
            s.ask(&name);
            let keys = s.session_of(&role, 3000);
            let file = s.cache_role(&role, &keys, 3000);
            s.home.write(&file, "{");
        },
    ),
    case(
        Family::Keys,
        "keys that are over, and a proxy that is gone",
        "expired_file_keys",
        &["proxy_unreachable"],
        |s| {
            over(s);
            s.home.set("HTTP_PROXY", &format!("http://{}", closed()));
        },
    ),
    case(
        Family::Keys,
        "keys that are over, and no AWS CLI",
        "expired_file_keys",
        &["aws_cli_missing"],
        |s| {
            over(s);
            s.cli = Cli::Missing;
        },
    ),
    case(
        Family::Keys,
        "an old aws_security_token, and keys that are over",
        "stale_security_token",
        &["expired_file_keys"],
        |s| {
            let (name, region) = (s.name(), s.region.clone());
            let (arn, keys) = s.session(-5000);
            let (_, old) = s.session(-80_000);
            let section = s.credentials.section(&name).keys(&keys).fault("aws_security_token", old.token());
            section.set("x_security_token_expires", &moment(-5000));
            s.config.profile(&name).set("region", &region);
            s.identity = arn;
            s.ask(&name);
        },
    ),
    case(
        Family::Cache,
        "a damaged cache entry, and a clock that is off",
        "cache_entry_damaged",
        &["clock_skewed"],
        |s| {
            s.sim.world().clock_offset = -2000;
            let (file, _) = cached(s);
            s.home.write(&file, "not JSON");
        },
    ),
    case(
        Family::Cache,
        "a region that is missing, and a damaged sign-in",
        "region_missing",
        &["sso_token_damaged"],
        |s| {
            let name = s.name();
            let sign_in = s.sign_in(None);
            let profile = s.config.profile(&name).set("sso_start_url", &sign_in.start_url);
            profile.set("sso_region", &sign_in.region);
            profile.set("sso_account_id", &sign_in.account).set("sso_role_name", &sign_in.role);
            s.home.write(&sign_in.file(), "{}");
            s.ask(&name);
        },
    ),
    case(
        Family::Choice,
        "a program that fails, and a clock that is off",
        "process_failed",
        &["clock_skewed"],
        |s| {
            s.sim.world().clock_offset = 5000;
            let (name, region) = (s.name(), s.region.clone());
            s.config.profile(&name).fault("credential_process", "/bin/false").set("region", &region);
            s.ask(&name);
        },
    ),
];
