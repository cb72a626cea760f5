//! Values of settings on which the AWS CLI fails, whatever the command.

use super::super::programs::Cli;
use super::super::text_file::profile_header;
use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Profile, name, cause, build)
}

/// A profile with sound keys and this setting; it is asked for.
fn with_setting(s: &mut SetUp, key: &str, value: &str) {
    let (arn, keys) = s.user();
    let name = s.asked_profile(&arn);
    s.config.added(&profile_header(&name)).fault(key, value);
    s.credentials.section(&name).keys(&keys);
}

/// The same with a variable.
fn with_variable(s: &mut SetUp, name: &str, value: &str) {
    let profile = s.keys_profile();
    s.ask(&profile);
    s.fault_variable(name, value);
}

pub(super) const CASES: &[Case] = &[
    case("an output format that is none", "setting_value_invalid", |s| {
        let value = s.draw.pick(&["jsom", "JSON", "\"json\"", "yml", "csv", "json # for jq"]);
        with_setting(s, "output", value);
    })
    .fixed(),
    case("an output format of version 2, for version 1", "setting_value_invalid", |s| {
        s.cli = Cli::V1;
        let value = s.draw.pick(&["yaml", "yaml-stream"]);
        with_setting(s, "output", value);
    })
    .fixed(),
    case("a retry mode of version 1, for version 2", "setting_value_invalid", |s| {
        let value = s.draw.pick(&["legacy", "Standard", "exponential", ""]);
        with_setting(s, "retry_mode", value);
    })
    .fixed(),
    case("a number that is none, or too small", "setting_value_invalid", |s| {
        // The number of attempts is another one here: a variable sets it, for all set-ups.
        let value = s.draw.pick(&["0", "-3", "many", "2.5", "", "1048577"]);
        with_setting(s, "request_min_compression_size_bytes", value);
    })
    .fixed(),
    case("a setting of the instance's endpoint that is none", "setting_value_invalid", |s| {
        let (key, value) = s.draw.pick(&[
            ("metadata_service_timeout", "5s"),
            ("metadata_service_num_attempts", "twice"),
            ("ec2_metadata_service_endpoint_mode", "ipv5"),
        ]);
        with_setting(s, key, value);
    })
    .fixed(),
    case("a date format that is none", "setting_value_invalid", |s| {
        let value = s.draw.pick(&["iso", "none", "rfc3339"]);
        with_setting(s, "cli_timestamp_format", value);
    })
    .fixed(),
    case("a word that only version 1 looks at", "setting_value_invalid", |s| {
        s.cli = Cli::V1;
        let (key, value) = s.draw.pick(&[
            ("sts_regional_endpoints", "global"),
            ("defaults_mode", "fast"),
            ("request_checksum_calculation", "always"),
            ("response_checksum_validation", "never"),
            ("account_id_endpoint_mode", "off"),
        ]);
        with_setting(s, key, value);
    })
    .fixed(),
    case("a role whose profile has an output format that is none", "setting_value_invalid", |s| {
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.config.added(&profile_header(&name)).fault("output", "Table");
        s.ask(&name);
    })
    .fixed(),
    case("a variable whose value is none", "setting_value_invalid", |s| {
        let (name, value) = s.draw.pick(&[
            ("AWS_DEFAULT_OUTPUT", "jsonl"),
            ("AWS_RETRY_MODE", "legacy"),
            ("AWS_MAX_ATTEMPTS", "0"),
            ("AWS_METADATA_SERVICE_TIMEOUT", "1s"),
        ]);
        with_variable(s, name, value);
    }),
    case("an sso-session that is not there, beside keys", "sso_session_missing", |s| {
        with_setting(s, "sso_session", "corp-of-nobody");
    }),
    case("an sso-session without its portal, beside a role", "sso_setting_missing", |s| {
        let base = s.keys_profile();
        let (name, session) = (s.role_profile(&base), s.name());
        s.config.added(&profile_header(&name)).set("sso_session", &session);
        let section = s.config.section(&format!("sso-session {session}"));
        section.header_fault().set("sso_region", "eu-west-1");
        s.ask(&name);
    }),
];
