//! Tests of the causes that follow from files and variables.

use std::path::PathBuf;

use aws_files::Secret;
use chrono::TimeDelta;

use super::testing::{code, evidence};
use crate::evidence::{Assignment, AssignmentPlace, AwsCli, EntryFound, EntryState, Home, Presence, Version};
use crate::{Cause, CheckState, Diagnosis, DiagnosisOptions, Evidence, Fix, SeenFrom, Verdict, diagnose};
use sandglass_core::session::Needs;
use sandglass_core::testing::now;
use sandglass_core::variables::Variables;

const KEY: &str = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n";
const SECRET: &str = "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";
const SESSION: &str = "aws_access_key_id = ASIAIOSFODNN7EXAMPLE\n\
                       aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";
const ROLE: &str = "role_arn = arn:aws:iam::123456789012:role/dev\n";

fn base() -> String {
    format!("[base]\n{KEY}{SECRET}")
}

fn variables(pairs: &[(&str, &str)]) -> Variables {
    pairs.iter().copied().collect()
}

/// The verdict of `aws --profile x`.
fn of(config: &str, credentials: &str) -> String {
    code(&evidence(config, credentials, &Variables::default(), Some("x")))
}

/// The verdict of a plain `aws` with these variables.
fn with(config: &str, credentials: &str, pairs: &[(&str, &str)]) -> String {
    code(&evidence(config, credentials, &variables(pairs), None))
}

fn diagnosed(evidence: &Evidence) -> Diagnosis {
    diagnose(evidence, &DiagnosisOptions::default())
}

fn fixes(diagnosis: &Diagnosis) -> &[Fix] {
    match &diagnosis.verdict {
        Verdict::Cause(finding) => &finding.fixes,
        _ => &[],
    }
}

#[test]
fn sound_files_have_no_cause() {
    let role = format!("[profile x]\nregion = eu-west-1\n{ROLE}source_profile = base\n");
    assert_eq!(of(&role, &base()), "healthy");
    let itself = format!("[profile x]\nregion = r-1\n{ROLE}source_profile = x\n");
    assert_eq!(of(&itself, &format!("[x]\n{KEY}{SECRET}")), "healthy");
    let same = format!("[x]\n{KEY}{SECRET}region = eu-west-1\n");
    assert_eq!(of("[profile x]\nregion = eu-west-1\noutput = json\ncli_pager =\n", &same), "healthy");
    let variables = [
        ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "s3"),
        ("AWS_REGION", "r-1"),
    ];
    let mut pasted = variables;
    pasted[1].1 = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    assert_eq!(with("", "", &pasted), "healthy");
}

#[test]
fn files() {
    for (line, credentials) in [("words", ""), ("[x", ""), ("[]", ""), ("a = 1", "")] {
        assert_eq!(
            of(&format!("{line}\n[profile x]\nregion = r-1\n"), credentials),
            "file_unparsable",
            "{line}"
        );
    }
    let twice = format!("[x]\n{KEY}{SECRET}[y]\n{KEY}{SECRET}[x]\n{KEY}{SECRET}");
    let found = evidence("", &twice, &Variables::default(), Some("x"));
    assert_eq!(code(&found), "file_unparsable");
    let diagnosis = diagnosed(&found);
    assert_eq!(fixes(&diagnosis).len(), 1);
    let mut found = evidence("", "", &Variables::default(), Some("x"));
    found.files.home = Home::Missing("/gone".into());
    assert_eq!(code(&found), "home_missing");
    let mut found = evidence("", "", &Variables::default(), Some("x"));
    found.files.config.presence = Presence::LinkToNothing;
    assert_eq!(code(&found), "file_unreadable");
}

#[test]
fn profile_choice() {
    for (config, credentials, expected) in [
        ("[x]\nregion = r-1\n", "", "profile_header_without_prefix"),
        ("[Profile x]\nregion = r-1\n", "", "profile_header_malformed"),
        ("", "[profile x]\na = b\n", "profile_header_with_prefix"),
        ("[profile y]\n", "", "profile_missing"),
        ("[profile X]\n", "", "profile_name_misspelt"),
        (
            "[x]\nrole_arn = r\n",
            "[x]\naws_access_key_id = a\naws_secret_access_key = b\n",
            "profile_header_without_prefix",
        ),
    ] {
        assert_eq!(of(config, credentials), expected, "{config}{credentials}");
    }
    let near = evidence("[profile production]\n", "", &Variables::default(), Some("prodution"));
    assert_eq!(code(&near), "profile_name_misspelt");
    assert_eq!(with("", "", &[("AWS_PROFILE", "")]), "profile_variable_empty");
    let twice = "[default]\nregion = r-1\n[profile default]\noutput = json\n";
    assert_eq!(with(twice, &format!("[default]\n{KEY}{SECRET}"), &[]), "default_defined_twice");
}

#[test]
fn variables_of_this_shell() {
    let config = format!("[profile p]\nregion = r-1\n{ROLE}source_profile = base\n");
    let key = ("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
    let secret = ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    let token = ("AWS_SESSION_TOKEN", "t");
    let region = ("AWS_REGION", "r-1");
    let past = ("AWS_CREDENTIAL_EXPIRATION", "2026-11-23T13:00:00Z");
    let coming = ("AWS_CREDENTIAL_EXPIRATION", "2026-11-23T14:00:00Z");
    for (pairs, expected) in [
        (vec![key, secret, token, region, coming], "healthy"),
        (vec![key, secret, token, region, past], "expired_environment_keys"),
        (vec![key, region], "partial_environment_keys"),
        (vec![key, secret, region], "environment_token_missing"),
        (vec![key, secret, token, region, ("AWS_SECURITY_TOKEN", "old")], "stale_security_token_variable"),
        (
            vec![("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"), secret, token, region],
            "environment_keys_mismatched",
        ),
        (vec![key, secret, token, region, ("AWS_PROFILE", "p")], "environment_shadows_profile"),
        (vec![("AWS_ACCESS_KEY_ID", "short"), secret, region], "environment_keys_refused"),
        (
            vec![("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "'q'"), region],
            "environment_secret_wrong",
        ),
        (
            vec![
                ("AWS_PROFILE", "p"),
                region,
                ("AWS_WEB_IDENTITY_TOKEN_FILE", "/t"),
                ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/w"),
            ],
            "healthy",
        ),
    ] {
        assert_eq!(with(&config, &base(), &pairs), expected, "{pairs:?}");
    }
    let explicit = evidence(&config, &base(), &variables(&[key, secret, token, past]), Some("p"));
    assert_eq!(code(&explicit), "healthy", "keys do not count with --profile");
}

fn assignment(name: &str, value: &str, line: usize) -> Assignment {
    Assignment {
        name: name.to_owned(),
        value: Some(Secret::new(value.to_owned())),
        place: AssignmentPlace::ShellFile(PathBuf::from("/home/ana/.zshrc")),
        line: Some(line),
        is_whole_line: true,
    }
}

#[test]
fn variables_of_shells_to_come() {
    let config = format!("[profile x]\nregion = r-1\n{ROLE}source_profile = base\n");
    let mut found = evidence(&config, &base(), &Variables::default(), Some("x"));
    found.variables.persistent = vec![
        assignment("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE", 39),
        assignment("AWS_SECRET_ACCESS_KEY", "CANARY", 40),
        assignment("AWS_CREDENTIAL_EXPIRATION", "2026-11-23T13:00:00Z", 41),
    ];
    assert_eq!(code(&found), "healthy", "a warning in a terminal");
    found.seen_from = SeenFrom::Desktop;
    assert_eq!(code(&found), "expired_environment_keys");
    let diagnosis = diagnosed(&found);
    let diff = fixes(&diagnosis)[0].diff(&found.paths).expect("a diff");
    assert!(diff.contains("@@ 39") && !diff.contains("CANARY"), "{diff}");
    let named: Vec<&str> = fixes(&diagnosis)
        .iter()
        .filter(|fix| fix.title.id == "fix-unset")
        .flat_map(|fix| &fix.title.args)
        .map(|(_, names)| names.as_str())
        .collect();
    let set = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_CREDENTIAL_EXPIRATION";
    assert_eq!(named, [set], "those that are set, and no others");
    let shown = diagnosis.checks.iter().filter(|check| check.state == CheckState::Fail);
    assert!(shown.flat_map(|check| &check.exhibits).next().is_none(), "the verdict shows it, once");
}

#[test]
fn chains() {
    let x = |lines: &str| format!("[profile x]\nregion = r-1\n{lines}");
    for (config, expected) in [
        (x(&format!("{ROLE}source_profile = gone\n")), "source_profile_missing"),
        (x(&format!("{ROLE}source_profile = x\n")), "source_profile_loop"),
        (x(&format!("{ROLE}source_profile = y\n[profile y]\n")), "source_profile_without_credentials"),
        (x(ROLE), "role_without_source"),
        (x(&format!("{ROLE}source_profile = base\ncredential_source = Environment\n")), "two_sources"),
        (x(&format!("{ROLE}credential_source = environment\n")), "credential_source_invalid"),
        (x(&format!("{ROLE}credential_source = Environment\n")), "credential_source_empty"),
        (x("role_arm = arn:aws:iam::123456789012:role/dev\nsource_profile = base\n"), "setting_misspelt"),
        (x(&format!("{ROLE}soruce_profile = base\n")), "setting_misspelt"),
        (x("role_arn = role/dev\nsource_profile = base\n"), "role_arn_malformed"),
        (x("sso_session = s\nsso_account_id = 1\nsso_role_name = R\n"), "sso_session_missing"),
        (
            x(
                "sso_session = s\nsso_account_id = 1\n[sso-session s]\nsso_start_url = https://u\nsso_region = r\n",
            ),
            "sso_setting_missing",
        ),
        (
            x(
                "sso_session = s\nsso_account_id = 1\nsso_role_name = R\nsso_region = q\n[sso-session s]\nsso_start_url = https://u\nsso_region = r\n",
            ),
            "sso_settings_inconsistent",
        ),
        (x("services = s\n[profile base]\n"), "services_section_missing"),
        (x("output = json\n"), "no_credentials"),
        (x("web_identity_token_file = /t\n"), "web_identity_role_missing"),
        (format!("[profile x]\n{ROLE}source_profile = base\n"), "region_missing"),
        (format!("[profile x]\nregion = \"r-1\"\n{ROLE}source_profile = base\n"), "region_malformed"),
        (x(&format!("{ROLE}source_profile = base\nduration_seconds = 60\n")), "duration_out_of_range"),
        (
            x(&format!(
                "{ROLE}source_profile = y\nduration_seconds = 7200\n[profile y]\n{ROLE}source_profile = base\n"
            )),
            "chained_duration_too_long",
        ),
    ] {
        assert_eq!(of(&config, &base()), expected, "{config}");
    }
    let stale = format!("{}[x]\nrole_arn = arn:aws:iam::123456789012:role/old\n", base());
    assert_eq!(of(&x(&format!("{ROLE}source_profile = base\n")), &stale), "credentials_file_overrides");
    let both = format!(
        "[profile x]\nregion = r-1\n{ROLE}source_profile = y\n[profile y]\n{ROLE}source_profile = base\n"
    );
    assert_eq!(of(&both, &format!("{}[y]\n{KEY}{SECRET}", base())), "source_role_not_assumed");
}

#[test]
fn keys_in_files() {
    let region = "[profile x]\nregion = r-1\n";
    let past = "aws_expiration = 2026-11-23T13:00:00Z\n";
    for (config, credentials, expected) in [
        ("", KEY.to_owned(), "partial_keys"),
        (SECRET, KEY.to_owned(), "keys_split_over_files"),
        ("aws_session_token = t\n", SESSION.to_owned(), "token_in_other_file"),
        ("", SESSION.to_owned(), "session_token_missing"),
        ("", format!("{SESSION}aws_session_token =\n"), "session_token_missing"),
        ("", format!("{SESSION}aws_session_token = t\naws_security_token = u\n"), "stale_security_token"),
        ("", format!("{KEY}{SECRET}aws_session_token = t\n"), "keys_mismatched"),
        ("", format!("{SECRET}aws_access_key_id = AKIAIOSFODNN7EXAMPL\n"), "key_malformed"),
        ("", format!("{KEY}aws_secret_access_key = abc # mine\n"), "secret_malformed"),
        ("", format!("{SESSION}aws_session_token = t\n{past}"), "expired_file_keys"),
        (
            "credential_process = /bin/p\n",
            format!("{SESSION}aws_session_token = t\n{past}"),
            "expired_keys_shadow_process",
        ),
        (
            "login_session = arn:x\n",
            format!("{SESSION}aws_session_token = t\n{past}"),
            "expired_keys_shadow_login",
        ),
    ] {
        let credentials = format!("[x]\n{credentials}");
        assert_eq!(of(&format!("{region}{config}"), &credentials), expected, "{config}{credentials}");
    }
}

#[test]
fn keys_that_are_over_are_renewed_where_a_role_was_chosen() {
    let old = format!("[x]\n{SESSION}aws_session_token = t\naws_expiration = 2026-11-23T13:00:00Z\n");
    let code = Needs::Code { serial: "GAHT12345678".to_owned(), at: sandglass_core::problem::Origin::Call };
    for (needs, expected) in [
        (None, None),
        (Some(Needs::NoRenewal), None),
        (Some(Needs::Nothing), Some(("renew", true))),
        (Some(code), Some(("renew", false))),
    ] {
        let mut found = evidence("[profile x]\nregion = r-1\n", &old, &Variables::default(), Some("x"));
        found.renewals.extend(needs.clone().map(|needs| ("x".to_owned(), needs)));
        let Verdict::Cause(finding) = diagnosed(&found).verdict else { panic!("they are over") };
        assert_eq!(finding.cause, Cause::ExpiredFileKeys);
        let fix = finding.fixes.first().map(|fix| (fix.code(), fix.is_safe()));
        assert_eq!(fix, expected, "{needs:?}");
    }
}

#[test]
fn a_second_fault_is_found_behind_the_first() {
    let config =
        "[profile x]\nregion = r-1\nrole_arm = arn:aws:iam::123456789012:role/dev\nsource_profile = base\n";
    let old = format!("[base]\n{SESSION}aws_session_token = t\naws_expiration = 2026-11-23T13:00:00Z\n");
    let diagnosis = diagnosed(&evidence(config, &old, &Variables::default(), Some("x")));
    assert_eq!(diagnosis.verdict.code(), "setting_misspelt");
    let also: Vec<&str> = diagnosis.also_found.iter().map(|cause| cause.as_str()).collect();
    assert_eq!(also, ["expired_file_keys"]);
}

fn with_role() -> Evidence {
    let config = format!("[profile x]\nregion = r-1\n{ROLE}source_profile = base\n");
    evidence(&config, &base(), &Variables::default(), Some("x"))
}

fn entry(state: EntryState) -> EntryFound {
    let path = "/home/ana/.aws/cli/cache/a.json".into();
    EntryFound { path, profile: "x".to_owned(), state, is_plain: true, unwritable: None }
}

fn session(minutes: i64) -> EntryState {
    let expires_at = now() + TimeDelta::minutes(minutes);
    EntryState::Session { expires_at, access_key_id: "ASIAIOSFODNN7EXAMPLE".to_owned(), arn: None }
}

#[test]
fn cached_sessions() {
    let mut found = with_role();
    found.caches.cli.entries = vec![entry(EntryState::Damaged("it is not JSON".to_owned()))];
    assert_eq!(code(&found), "cache_entry_damaged");
    assert!(fixes(&diagnosed(&found))[0].is_safe());
    found.caches.cli.entries = vec![entry(EntryState::Unreadable("Permission denied".to_owned()))];
    assert_eq!(code(&found), "file_unreadable");
    assert!(fixes(&diagnosed(&found)).is_empty(), "it may be a good one");
    found.caches.cli.entries = vec![entry(EntryState::Damaged("it is not JSON".to_owned()))];
    found.caches.cli.entries[0].is_plain = false;
    assert!(fixes(&diagnosed(&found)).is_empty(), "a link is not deleted");
    found.caches.cli.entries = vec![entry(session(-5))];
    assert_eq!(code(&found), "healthy", "it is simply renewed");
    found.caches.cli.entries[0].unwritable = Some("Permission denied".to_owned());
    assert_eq!(code(&found), "cache_directory_unwritable");
    found.caches.cli.entries = vec![EntryFound { unwritable: Some("no".to_owned()), ..entry(session(50)) }];
    assert_eq!(code(&found), "healthy", "it is good as it is");
    found.caches.cli.entries = vec![entry(session(-5))];
    found.caches.cli.unwritable = Some("it is no directory".to_owned());
    assert_eq!(code(&found), "cache_directory_unwritable");
    found.caches.cli.entries = vec![entry(session(30))];
    assert_eq!(code(&found), "healthy", "nothing has to be stored");
}

#[test]
fn keys_behind_a_good_session_are_not_asked() {
    let config = format!("[profile x]\nregion = r-1\n{ROLE}source_profile = base\n");
    let old = format!("[base]\n{SESSION}aws_session_token = t\naws_expiration = 2026-11-23T13:00:00Z\n");
    let mut found = evidence(&config, &old, &Variables::default(), Some("x"));
    found.caches.cli.entries = vec![entry(session(30))];
    assert_eq!(code(&found), "healthy");
    found.caches.cli.entries = vec![entry(session(10))];
    assert_eq!(
        code(&found),
        "expired_file_keys",
        "the AWS CLI renews with less than a quarter of an hour left"
    );
}

#[test]
fn aws_clis() {
    let cli = |major, minor| AwsCli {
        path: "/usr/bin/aws".into(),
        version: Some(Version { major, minor, patch: 0 }),
        starts: true,
    };
    let mut found = with_role();
    found.tools.aws_clis = Vec::new();
    assert_eq!(code(&found), "aws_cli_missing");
    found.seen_from = SeenFrom::Desktop;
    assert_eq!(code(&found), "healthy", "a desktop's PATH is not that of the terminals");
    found.tools.aws_clis = vec![cli(2, 36), cli(1, 45)];
    assert_eq!(code(&found), "healthy", "several are a warning");
    let login = "[profile x]\nregion = r-1\nlogin_session = arn:aws:iam::123456789012:user/ana\n";
    let mut found = evidence(login, "", &Variables::default(), Some("x"));
    found.tools.aws_clis = vec![cli(2, 31)];
    assert_eq!(code(&found), "aws_cli_too_old");
}

#[test]
fn a_pasted_error_steers() {
    let config = format!("[profile x]\nregion = \"r-1\"\n{ROLE}source_profile = base\n");
    let old = format!("[base]\n{SESSION}aws_session_token = t\naws_expiration = 2026-11-23T13:00:00Z\n");
    let found = evidence(&config, &old, &Variables::default(), Some("x"));
    let steered = |error: &str| {
        let options = DiagnosisOptions { error: Some(error.to_owned()), offline: false };
        diagnose(&found, &options).verdict.code().to_owned()
    };
    let expired = "An error occurred (ExpiredToken) when calling the AssumeRole operation: \
                   The security token included in the request is expired";
    assert_eq!(steered(expired), "expired_file_keys");
    assert_eq!(steered("it does not work"), "region_malformed");
    let options = DiagnosisOptions { error: Some(expired.to_owned()), offline: false };
    assert_eq!(diagnose(&with_role(), &options).verdict.code(), "cannot_tell");
}
