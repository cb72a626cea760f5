//! Tests of the causes that follow from calls and their answers.

use std::path::PathBuf;

use chrono::TimeDelta;

use super::testing::{api_call, code, endpoint, evidence, is, refused};
use crate::evidence::live::{
    ApiCall, Endpoint, Obstacle, Operation, Outcome, ProcessFault, Proxy, Reached, Stranger,
};
use crate::{DiagnosisOptions, diagnose};
use sandglass_core::problem::{Code, Origin, Problem};
use sandglass_core::process::AnswerFault;
use sandglass_core::testing::now;
use sandglass_core::variables::Variables;

const KEYS: &str = "[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
                    aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";

fn role(more: &str) -> String {
    format!(
        "[profile base]\nregion = eu-west-1\n\n[profile dev]\nrole_arn = arn:aws:iam::123456789012:role/dev\n\
         source_profile = base\nregion = eu-west-1\n{more}"
    )
}

const USER: &str = "arn:aws:iam::123456789012:user/ana";
const UNKNOWN: &str = "The security token included in the request is invalid.";
const WRONG: &str = "The request signature we calculated does not match the signature you provided.";
const DENIED: &str = "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: sts:AssumeRole on \
                      resource: arn:aws:iam::123456789012:role/dev";

/// Keys of a file behind a role: who they are, and what AssumeRole says.
fn assumed(more: &str, outcome: Outcome) -> String {
    let mut evidence = evidence(&role(more), KEYS, &Variables::default(), Some("dev"));
    evidence.live.calls = vec![
        api_call(1, Operation::GetCallerIdentity, is(USER)),
        api_call(0, Operation::AssumeRole, outcome),
    ];
    code(&evidence)
}

#[test]
fn a_refused_role_has_a_cause() {
    let denied = || refused("AccessDenied", DENIED);
    let sibling = |key: &str| {
        format!(
            "\n[profile other]\nrole_arn = arn:aws:iam::123456789012:role/dev\nsource_profile = base\n{key} = x\n"
        )
    };
    for (more, outcome, expected) in [
        ("", denied(), "assume_role_denied"),
        ("external_id = partner-8\n", denied(), "external_id_refused"),
        (sibling("external_id").as_str(), denied(), "external_id_refused"),
        (sibling("mfa_serial").as_str(), denied(), "mfa_required"),
        (
            "",
            refused(
                "AccessDenied",
                &format!("{DENIED} because no session policy allows the sts:AssumeRole action"),
            ),
            "session_policy_denies",
        ),
        (
            "",
            refused("AccessDenied", &format!("{DENIED} with an explicit deny in a service control policy")),
            "assume_role_denied",
        ),
        (
            "duration_seconds = 7200\n",
            refused(
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
            ),
            "duration_above_maximum",
        ),
        (
            "",
            refused(
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
            ),
            "chained_duration_too_long",
        ),
        (
            "role_session_name = a b\n",
            refused(
                "ValidationError",
                "1 validation error detected: Value 'a b' at 'roleSessionName' failed",
            ),
            "setting_refused",
        ),
        ("", refused("RegionDisabledException", "STS is not activated in this region"), "region_disabled"),
        ("", refused("Throttling", "Rate exceeded"), "throttled"),
        ("", refused("InternalFailure", "unknown"), "aws_fault"),
        ("", Outcome::NoAnswer("no answer in time".to_owned()), "aws_fault"),
        (
            "mfa_serial = arn:aws:iam::123456789012:mfa/ana\n",
            Outcome::CodeWanted("arn:aws:iam::123456789012:mfa/ana".to_owned()),
            "mfa_required",
        ),
        (
            "mfa_serial = arn:aws:iam::123456789012:mfa/ana\nmfa_process = /opt/code\n",
            Outcome::NoCode(Problem::new(Code::MfaProcessFailed).with("reason", "empty")),
            "mfa_process_failed",
        ),
    ] {
        assert_eq!(assumed(more, outcome), expected, "{more}");
    }
}

#[test]
fn refused_keys_of_a_file_have_a_cause() {
    let token = format!("{KEYS}aws_session_token = example\n").replace("AKIA", "ASIA");
    let process = "[profile base]\nregion = eu-west-1\ncredential_process = /bin/get\n";
    let plain = "[profile base]\nregion = eu-west-1\n";
    for (config, credentials, outcome, expected) in [
        (plain, KEYS, refused("InvalidClientTokenId", UNKNOWN), "access_key_refused"),
        (plain, &token, refused("InvalidClientTokenId", UNKNOWN), "keys_mismatched"),
        (plain, KEYS, refused("SignatureDoesNotMatch", WRONG), "secret_wrong"),
        (plain, KEYS, refused("AccessDenied", "Denied"), "access_denied"),
        (
            plain,
            &token,
            refused("ExpiredToken", "The security token included in the request is expired"),
            "expired_file_keys",
        ),
        (
            process,
            &token,
            refused("ExpiredToken", "The security token included in the request is expired"),
            "expired_keys_shadow_process",
        ),
    ] {
        let mut evidence = evidence(config, credentials, &Variables::default(), Some("base"));
        evidence.live.calls = vec![api_call(0, Operation::GetCallerIdentity, outcome)];
        assert_eq!(code(&evidence), expected);
    }
}

#[test]
fn refused_keys_of_variables_have_a_cause() {
    for (token, outcome, expected) in [
        (None, refused("InvalidClientTokenId", UNKNOWN), "environment_keys_refused"),
        (Some("example"), refused("InvalidClientTokenId", UNKNOWN), "environment_keys_mismatched"),
        (None, refused("SignatureDoesNotMatch", WRONG), "environment_secret_wrong"),
        (Some("example"), refused("ExpiredToken", "expired"), "expired_environment_keys"),
    ] {
        let id = if token.is_some() { "ASIAIOSFODNN7EXAMPLE" } else { "AKIAIOSFODNN7EXAMPLE" };
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        let mut variables: Variables =
            [("AWS_ACCESS_KEY_ID", id), ("AWS_SECRET_ACCESS_KEY", secret), ("AWS_REGION", "eu-west-1")]
                .into_iter()
                .collect();
        if let Some(token) = token {
            variables.set("AWS_SESSION_TOKEN", token);
        }
        let mut evidence = evidence("", "", &variables, None);
        evidence.live.calls = vec![api_call(0, Operation::GetCallerIdentity, outcome)];
        assert_eq!(code(&evidence), expected);
    }
}

#[test]
fn a_cached_session_that_is_refused_or_of_another_is_deleted() {
    let cached = |outcome| {
        let mut evidence = evidence(&role(""), KEYS, &Variables::default(), Some("dev"));
        let path = PathBuf::from("/home/ana/.aws/cli/cache/x.json");
        let own = api_call(0, Operation::GetCallerIdentity, outcome);
        evidence.live.calls = vec![ApiCall { cached_in: Some(path), ..own }];
        let found = code(&evidence);
        let diagnosis = diagnose(&evidence, &DiagnosisOptions::default());
        let fix = match diagnosis.verdict {
            crate::Verdict::Cause(finding) => finding.fixes.first().map(crate::Fix::code),
            _ => None,
        };
        (found, fix)
    };
    let delete = Some("delete_cache_files");
    let refused_one = cached(refused("ExpiredToken", "expired"));
    assert_eq!(refused_one, ("cached_session_refused".to_owned(), delete));
    let other = cached(is("arn:aws:sts::123456789012:assumed-role/admin/x"));
    assert_eq!(other, ("wrong_identity".to_owned(), delete));
    let account = cached(is("arn:aws:sts::999988887777:assumed-role/dev/x"));
    assert_eq!(account, ("wrong_account".to_owned(), delete));
    let own = cached(is("arn:aws:sts::123456789012:assumed-role/dev/x"));
    assert_eq!(own, ("healthy".to_owned(), None));
}

#[test]
fn token_files_have_causes() {
    let pod = "[profile pod]\nrole_arn = arn:aws:iam::123456789012:role/pod\nweb_identity_token_file = /t\n\
               region = eu-west-1\n";
    let token = |outcome| {
        let mut evidence = evidence(pod, "", &Variables::default(), Some("pod"));
        evidence.live.calls = vec![api_call(0, Operation::AssumeRoleWithWebIdentity, outcome)];
        code(&evidence)
    };
    assert_eq!(token(refused("ExpiredTokenException", "Token expired")), "web_identity_token_expired");
    assert_eq!(token(refused("InvalidIdentityToken", "no key")), "web_identity_token_refused");
    assert_eq!(token(refused("AccessDenied", "Not authorized")), "web_identity_token_refused");
    assert_eq!(token(Outcome::Granted(None)), "healthy");
}

#[test]
fn programs_have_causes() {
    let config = "[profile p]\ncredential_process = /opt/get --all\nregion = eu-west-1\n";
    let failed = |status, detail: &str| ProcessFault::Failed { status, detail: detail.to_owned() };
    for (fault, expected) in [
        (ProcessFault::NotFound("/opt/get".to_owned()), "process_not_found"),
        (failed(Some(3), "vault is locked"), "process_failed"),
        (failed(None, "no answer within 5 s"), "process_failed"),
        (ProcessFault::Invalid(AnswerFault::NotJson), "process_answer_invalid"),
        (ProcessFault::Invalid(AnswerFault::Version), "process_answer_invalid"),
        (ProcessFault::Invalid(AnswerFault::Missing("AccessKeyId")), "process_answer_invalid"),
        (ProcessFault::Invalid(AnswerFault::Expiration), "process_answer_invalid"),
        (ProcessFault::Expired(now()), "process_answer_expired"),
    ] {
        let mut evidence = evidence(config, "", &Variables::default(), Some("p"));
        evidence.live.calls = vec![api_call(0, Operation::CredentialProcess, Outcome::Process(fault))];
        assert_eq!(code(&evidence), expected);
    }
    let mut refusing = evidence(config, "", &Variables::default(), Some("p"));
    refusing.live.calls =
        vec![api_call(0, Operation::GetCallerIdentity, refused("InvalidClientTokenId", UNKNOWN))];
    assert_eq!(code(&refusing), "process_answer_invalid");
}

#[test]
fn a_clock_is_off_from_five_minutes_on() {
    let at = |ahead: i64| {
        let mut evidence =
            evidence("[profile base]\nregion = eu-west-1\n", KEYS, &Variables::default(), Some("base"));
        evidence.live.clock_ahead = Some(TimeDelta::seconds(ahead));
        evidence.live.set_clock = "sudo timedatectl set-ntp true";
        evidence.live.calls = vec![api_call(0, Operation::GetCallerIdentity, is(USER))];
        let state = diagnose(&evidence, &DiagnosisOptions::default())
            .checks
            .into_iter()
            .find(|check| check.code.as_str() == "clock")
            .map(|check| check.state.as_str());
        (code(&evidence), state)
    };
    assert_eq!(at(0), ("healthy".to_owned(), Some("ok")));
    assert_eq!(at(-200), ("healthy".to_owned(), Some("warn")));
    assert_eq!(at(301), ("clock_skewed".to_owned(), Some("fail")));
    assert_eq!(at(-4000), ("clock_skewed".to_owned(), Some("fail")));
    // No date, but AWS says it.
    let mut told =
        evidence("[profile base]\nregion = eu-west-1\n", KEYS, &Variables::default(), Some("base"));
    let words = "Signature not yet current: 20261123T142300Z is still later than 20261123T132800Z";
    told.live.calls =
        vec![api_call(0, Operation::GetCallerIdentity, refused("SignatureDoesNotMatch", words))];
    assert_eq!(code(&told), "clock_skewed");
}

#[test]
fn ways_that_end_early_have_causes() {
    let configured = |endpoint: Endpoint| Endpoint {
        url: "http://localhost:4566".to_owned(),
        configured_at: Some(Origin::Variable("AWS_ENDPOINT_URL")),
        ..endpoint
    };
    let not = |obstacle| endpoint(Reached::Not(obstacle));
    let other = |status, html, location: Option<&str>| {
        endpoint(Reached::Other(Stranger { status, html, location: location.map(str::to_owned) }))
    };
    let in_region = |region: &str, obstacle| Endpoint { region: Some(region.to_owned()), ..not(obstacle) };
    let proxied = |obstacle| Endpoint {
        proxy: Some(Proxy { variable: "HTTPS_PROXY", address: "proxy:3128".to_owned() }),
        ..not(obstacle)
    };
    let unknown = |others_known| Obstacle::HostUnknown { host: "sts.x".to_owned(), others_known };
    let refuses = || Obstacle::ProxyRefused("HTTP 502".to_owned());
    let untrusted = Obstacle::Untrusted { issuer: None, detail: "unknown issuer".to_owned() };
    for (endpoint, expected) in [
        (not(Obstacle::BundleMissing), "ca_bundle_missing"),
        (not(Obstacle::BundleUnusable("empty".to_owned())), "ca_bundle_unusable"),
        (proxied(Obstacle::ProxyInvalid), "proxy_invalid"),
        (proxied(Obstacle::ProxyUnreachable("refused".to_owned())), "proxy_unreachable"),
        (proxied(refuses()), "proxy_unreachable"),
        (in_region("eu-centrall-1", refuses()), "region_unknown"),
        (in_region("eu-centrall-1", unknown(false)), "region_unknown"),
        (not(unknown(true)), "host_unknown"),
        (not(unknown(false)), "network_unreachable"),
        (configured(not(unknown(false))), "host_unknown"),
        (not(Obstacle::Refused), "connection_refused"),
        (not(Obstacle::TimedOut), "connection_timed_out"),
        (not(Obstacle::NoRoute), "network_unreachable"),
        (not(untrusted), "tls_untrusted"),
        (not(Obstacle::Failed("reset".to_owned())), "aws_fault"),
        (configured(not(Obstacle::UrlInvalid)), "endpoint_wrong"),
        (other(200, true, None), "captive_portal"),
        (other(404, true, None), "captive_portal"),
        (configured(other(404, true, None)), "endpoint_wrong"),
        (configured(other(200, true, None)), "captive_portal"),
        (configured(other(302, false, Some("login.hotel:80"))), "captive_portal"),
        (configured(other(511, false, None)), "captive_portal"),
        (configured(other(400, false, None)), "endpoint_wrong"),
    ] {
        let mut evidence =
            evidence("[profile base]\nregion = eu-west-1\n", KEYS, &Variables::default(), Some("base"));
        let reached = format!("{:?}", endpoint.reached);
        evidence.live.endpoint = Some(endpoint);
        assert_eq!(code(&evidence), expected, "{reached}");
    }
}
