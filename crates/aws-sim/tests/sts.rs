//! Tests what STS refuses and grants, with AWS's own SDK.

use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_sts::Client;
use aws_sdk_sts::config::{Credentials, SharedCredentialsProvider};
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sim::{Denial, Fault, FaultKind, IdentityToken, Role, Sim, World};

const KEY: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const MFA: &str = "arn:aws:iam::123456789012:mfa/ana";

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn client(sim: &Sim, key: &str, secret: &str, token: Option<&str>) -> Client {
    client_in(sim, "eu-central-1", key, secret, token)
}

fn client_in(sim: &Sim, region: &str, key: &str, secret: &str, token: Option<&str>) -> Client {
    let credentials = Credentials::new(key, secret, token.map(str::to_owned), None, "test");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(region.to_owned()))
        .endpoint_url(sim.url())
        .retry_config(RetryConfig::disabled())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .build();
    Client::new(&config)
}

fn ana(sim: &Sim) -> Client {
    client(sim, KEY, SECRET, None)
}

fn arn(role: &str) -> String {
    format!("arn:aws:iam::123456789012:role/{role}")
}

/// Code and message of a refusal.
fn refusal<T, E: ProvideErrorMetadata, R>(result: Result<T, SdkError<E, R>>) -> (String, String) {
    match result {
        Err(SdkError::ServiceError(error)) => {
            let error = error.err();
            (error.code().unwrap_or_default().to_owned(), error.message().unwrap_or_default().to_owned())
        }
        Err(_) => ("no answer".to_owned(), String::new()),
        Ok(_) => ("granted".to_owned(), String::new()),
    }
}

/// Assumes a role and returns a client signed by its session.
async fn assumed(sim: &Sim, by: &Client, role: &str) -> Client {
    let answer = by.assume_role().role_arn(arn(role)).role_session_name("test").send().await;
    let credentials = answer.ok().and_then(|answer| answer.credentials).expect("granted");
    client(
        sim,
        credentials.access_key_id(),
        credentials.secret_access_key(),
        Some(credentials.session_token()),
    )
}

#[tokio::test]
async fn a_session_is_who_it_says_until_it_runs_out() {
    let sim = sim();
    let session = assumed(&sim, &ana(&sim), "project1").await;
    let identity = session.get_caller_identity().send().await.expect("granted");
    assert_eq!(identity.arn(), Some("arn:aws:sts::123456789012:assumed-role/project1/test"));
    assert_eq!(identity.account(), Some("123456789012"));

    sim.world().expire_sessions();
    let (code, message) = refusal(session.get_caller_identity().send().await);
    assert_eq!(code, "ExpiredToken");
    assert_eq!(message, "The security token included in the request is expired");
}

#[tokio::test]
async fn keys_and_signatures_are_checked() {
    let sim = sim();
    let code = async |client: Client| refusal(client.get_caller_identity().send().await).0;
    assert_eq!(code(client(&sim, "AKIAUNKNOWN", SECRET, None)).await, "InvalidClientTokenId");
    assert_eq!(code(client(&sim, KEY, "another", None)).await, "SignatureDoesNotMatch");
    assert_eq!(code(client(&sim, KEY, SECRET, Some("foreign"))).await, "InvalidClientTokenId");
    sim.world().users[0].access_keys[0].inactive = true;
    assert_eq!(code(ana(&sim)).await, "InvalidClientTokenId");
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_by_how_much() {
    let sim = sim();
    sim.world().clock_offset = 600;
    let (code, message) = refusal(ana(&sim).get_caller_identity().send().await);
    assert_eq!(code, "SignatureDoesNotMatch");
    assert!(message.starts_with("Signature expired: ") && message.ends_with(" - 5 min.)"), "{message}");
    sim.world().clock_offset = -600;
    let (_, message) = refusal(ana(&sim).get_caller_identity().send().await);
    assert!(message.starts_with("Signature not yet current: "), "{message}");
}

#[tokio::test]
async fn a_region_that_is_off_is_refused() {
    let sim = sim();
    sim.world().disabled_regions.push("ap-east-1".to_owned());
    let there = client_in(&sim, "ap-east-1", KEY, SECRET, None);
    assert_eq!(refusal(there.get_caller_identity().send().await).0, "RegionDisabledException");
}

#[tokio::test]
async fn mfa_codes_work_once() {
    let sim = sim();
    let ask = async |code: Option<&str>, serial: &str| {
        let call = ana(&sim).assume_role().role_arn(arn("prod-admin")).role_session_name("test");
        let serial = code.is_some().then(|| serial.to_owned());
        let call = call.set_serial_number(serial).set_token_code(code.map(str::to_owned));
        refusal(call.send().await)
    };
    assert!(ask(None, MFA).await.1.contains("not authorized to perform: sts:AssumeRole"));
    assert!(ask(Some("000000"), MFA).await.1.contains("invalid MFA one time pass code"));
    assert!(ask(Some("111111"), "arn:aws:iam::123456789012:mfa/bob").await.1.contains("unable to validate"));
    assert_eq!(ask(Some("111111"), MFA).await.0, "granted");
    assert!(ask(Some("111111"), MFA).await.1.contains("invalid MFA one time pass code"));
    assert!(sim.log().iter().all(|entry| !format!("{entry:?}").contains("111111")), "a code is in the log");
}

#[tokio::test]
async fn external_ids_and_trust_are_checked() {
    let sim = sim();
    sim.world().roles.push(Role { trusts: vec![arn("project1")], ..sim_role("only-from-project1") });
    let ask = async |by: &Client, role: &str, id: Option<&str>| {
        let call = by.assume_role().role_arn(arn(role)).role_session_name("test");
        refusal(call.set_external_id(id.map(str::to_owned)).send().await).0
    };
    let ana = ana(&sim);
    assert_eq!(ask(&ana, "partner", None).await, "AccessDenied");
    assert_eq!(ask(&ana, "partner", Some("partner-8")).await, "AccessDenied");
    assert_eq!(ask(&ana, "partner", Some("partner-7")).await, "granted");
    assert_eq!(ask(&ana, "nowhere", None).await, "AccessDenied");
    assert_eq!(ask(&ana, "only-from-project1", None).await, "AccessDenied");
    let session = assumed(&sim, &ana, "project1").await;
    assert_eq!(ask(&session, "only-from-project1", None).await, "granted");
}

#[tokio::test]
async fn a_policy_in_the_way_is_named() {
    let sim = sim();
    let because = "because no session policy allows the sts:AssumeRole action";
    sim.world().denials.push(Denial { role_arn: arn("project1"), because: because.to_owned() });
    let call = ana(&sim).assume_role().role_arn(arn("project1")).role_session_name("test");
    let (code, message) = refusal(call.send().await);
    assert_eq!(code, "AccessDenied");
    assert!(message.ends_with(because), "{message}");
}

#[tokio::test]
async fn sessions_made_by_hand_live_until_they_are_forgotten() {
    let sim = sim();
    let keys = sim.world().session_of_role(&arn("project1"), "by-hand", 900);
    let over = sim.world().session_of_role(&arn("project1"), "by-hand", -1);
    let [live, over] = [keys, over]
        .map(|keys| client(&sim, &keys.access_key_id, &keys.secret_access_key, Some(&keys.session_token)));
    let identity = live.get_caller_identity().send().await.expect("granted");
    assert_eq!(identity.arn(), Some("arn:aws:sts::123456789012:assumed-role/project1/by-hand"));
    assert_eq!(refusal(over.get_caller_identity().send().await).0, "ExpiredToken");
    sim.world().forget_sessions();
    assert_eq!(refusal(live.get_caller_identity().send().await).0, "InvalidClientTokenId");
}

#[tokio::test]
async fn an_identity_token_is_checked_and_nothing_signs_it() {
    let sim = sim();
    sim.world().identity_tokens.extend([4_000_000_000, 1].map(|expires_at| IdentityToken {
        token: format!("example-{expires_at}"),
        expires_at,
        roles: vec![arn("project1")],
    }));
    let ask = async |role: &str, token: &str| {
        let call = client(&sim, "ASIAUNKNOWN", "another", None).assume_role_with_web_identity();
        let call = call.role_arn(arn(role)).role_session_name("test").web_identity_token(token);
        let result = call.send().await;
        assert!(result.as_ref().ok().is_none_or(|answer| answer.credentials.is_some()), "{result:?}");
        refusal(result).0
    };
    assert_eq!(ask("project1", "example-4000000000").await, "granted");
    assert_eq!(ask("project1", "example-1").await, "ExpiredTokenException");
    assert_eq!(ask("project1", "unknown").await, "InvalidIdentityToken");
    assert_eq!(ask("short", "example-4000000000").await, "AccessDenied");
    assert!(!format!("{:?}", sim.log()).contains("example-"), "a token is in the log");
}

#[tokio::test]
async fn durations_have_their_limits() {
    let sim = sim();
    let ask = async |by: &Client, role: &str, seconds: i32| {
        refusal(
            by.assume_role()
                .role_arn(arn(role))
                .role_session_name("test")
                .duration_seconds(seconds)
                .send()
                .await,
        )
    };
    let ana = ana(&sim);
    assert_eq!(ask(&ana, "project1", 899).await.0, "ValidationError");
    assert_eq!(ask(&ana, "project1", 43_201).await.0, "ValidationError");
    assert!(ask(&ana, "short", 3601).await.1.contains("MaxSessionDuration set for this role"));
    assert_eq!(ask(&ana, "project1", 43_200).await.0, "granted");
    let session = assumed(&sim, &ana, "project1").await;
    assert!(ask(&session, "project1", 3601).await.1.contains("role chaining"));
    assert_eq!(ask(&session, "project1", 3600).await.0, "granted");
}

#[tokio::test]
async fn session_tokens_come_from_long_term_keys_only() {
    let sim = sim();
    let answer = ana(&sim).get_session_token().duration_seconds(900).send().await.expect("granted");
    let keys = answer.credentials.expect("credentials");
    let session = client(&sim, keys.access_key_id(), keys.secret_access_key(), Some(keys.session_token()));
    let identity = session.get_caller_identity().send().await.expect("granted");
    assert_eq!(identity.arn(), Some("arn:aws:iam::123456789012:user/ana"));
    assert_eq!(refusal(session.get_session_token().send().await).0, "AccessDenied");
    let without_token = client(&sim, keys.access_key_id(), keys.secret_access_key(), None);
    assert_eq!(refusal(without_token.get_caller_identity().send().await).0, "InvalidClientTokenId");
}

#[tokio::test]
async fn faults_come_as_often_as_said() {
    let sim = sim();
    for (kind, expected) in [
        (FaultKind::Throttle, "Throttling"),
        (FaultKind::Internal, "InternalFailure"),
        (FaultKind::Unavailable, "ServiceUnavailable"),
        (FaultKind::Deny, "AccessDenied"),
        (FaultKind::Drop, "no answer"),
    ] {
        sim.world().faults.push(Fault { action: Some("GetCallerIdentity".to_owned()), times: Some(1), kind });
        assert_eq!(refusal(ana(&sim).get_caller_identity().send().await).0, expected, "{kind:?}");
        assert_eq!(refusal(ana(&sim).get_caller_identity().send().await).0, "granted", "after {kind:?}");
    }
}

#[tokio::test]
async fn latency_is_waited_for_and_the_log_tells_who_called() {
    let sim = sim();
    sim.world().latency_ms = 120;
    let before = std::time::Instant::now();
    assert_eq!(refusal(ana(&sim).get_caller_identity().send().await).0, "granted");
    assert!(before.elapsed() >= Duration::from_millis(120));
    assert!(sim.wait_for("GetCallerIdentity", 1, Duration::from_secs(5)));
    let log = sim.log();
    assert_eq!(log[0].caller.as_deref(), Some("arn:aws:iam::123456789012:user/ana"));
    assert_eq!(log[0].region.as_deref(), Some("eu-central-1"));
    assert_eq!((log[0].status, log[0].access_key_id.as_deref()), (200, Some(KEY)));
}

fn sim_role(name: &str) -> Role {
    Role {
        arn: arn(name),
        trusts: Vec::new(),
        external_id: None,
        requires_mfa: false,
        max_session_duration: 3600,
        session_seconds: None,
    }
}
