//! Network evidence, gathered from simulated services and from servers that are none.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

use aws_sim::{Fault, FaultKind, IdentityToken, Sim, SsoRole, SsoToken, World};
use sandglass_doctor::evidence::live::{LiveEvidence, Obstacle, Operation, Outcome, ProcessFault, Reached};
use sandglass_engine::{Environment, SystemClock, evidence, resolve_profile};
use sandglass_tests::tls::Tls;
use sandglass_tests::{Home, fixtures};

fn sim() -> Sim {
    Sim::start(World::small()).expect("a free port")
}

fn environment(home: &Home, pairs: &[(&str, &str)]) -> Environment {
    let path = std::env::var("PATH").unwrap_or_default();
    let mut variables =
        vec![("HOME".to_owned(), home.path().display().to_string()), ("PATH".to_owned(), path)];
    variables.extend(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    Environment::from_variables(variables.into_iter().collect()).expect("a home")
}

fn ask(environment: &Environment, profile: &str) -> LiveEvidence {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (profiles, resolution) = resolve_profile(environment, profile);
    let live = runtime.block_on(evidence::live(environment, &profiles, &resolution, &SystemClock));
    runtime.shutdown_background();
    live
}

/// What was asked about which part of the chain, and what kind of answer came.
fn told(live: &LiveEvidence) -> Vec<String> {
    let outcome = |outcome: &Outcome| match outcome {
        Outcome::Identity(identity) => identity.arn.rsplit(':').next().unwrap_or_default().to_owned(),
        Outcome::Granted(_) => "granted".to_owned(),
        Outcome::Refused(refusal) => refusal.code.clone(),
        Outcome::CodeWanted(serial) => format!("code of {serial}"),
        Outcome::NoAnswer(_) => "silence".to_owned(),
        Outcome::Process(_) => "process".to_owned(),
        Outcome::Host(_) => "host".to_owned(),
        Outcome::NoCode(_) => "no code".to_owned(),
    };
    let name = |operation: Operation| operation.as_str().rsplit(':').next().unwrap_or_default();
    live.calls
        .iter()
        .map(|asked| {
            let cached = if asked.cached_in.is_some() { " (cached)" } else { "" };
            let session = outcome(&asked.outcome);
            // Session names hold the time.
            let session = session.split("/botocore-session").next().unwrap_or_default().to_owned();
            format!("{} {}{cached}: {session}", asked.depth, name(asked.operation))
        })
        .collect()
}

fn obstacle(live: &LiveEvidence) -> Option<&Obstacle> {
    match &live.endpoint.as_ref()?.reached {
        Reached::Not(obstacle) => Some(obstacle),
        _ => None,
    }
}

fn at_sim(config: &str, sim: &Sim) -> (Home, Environment) {
    let home = Home::in_sim(config, sim);
    let environment = environment(&home, &[("AWS_ENDPOINT_URL", &sim.url())]);
    (home, environment)
}

#[test]
fn a_chain_is_climbed_from_its_base_and_nothing_is_stored() {
    let sim = sim();
    let chained = fixtures::role("chained", "short", &[]).replace("= base", "= project1");
    let (home, environment) = at_sim(&(fixtures::project1() + &chained), &sim);
    let live = ask(&environment, "chained");
    assert_eq!(live.endpoint.as_ref().map(|endpoint| &endpoint.reached), Some(&Reached::Sts));
    assert_eq!(
        told(&live),
        [
            "2 GetCallerIdentity: user/ana",
            "1 AssumeRole: granted",
            "0 AssumeRole: granted",
            "0 GetCallerIdentity: assumed-role/short",
        ]
    );
    assert!(live.clock_ahead.is_some_and(|ahead| ahead.num_seconds().abs() <= 1), "{:?}", live.clock_ahead);
    assert!(home.cache_files().is_empty(), "a session was stored");
}

#[test]
fn the_cached_session_is_asked_first_and_one_that_is_refused_is_left_out() {
    let sim = sim();
    let (home, environment) = at_sim(&fixtures::project1(), &sim);
    assert_eq!(renewed(&home, &sim), Some(0));
    let stored = || home.cache_files().iter().map(std::fs::read).map(Result::ok).collect::<Vec<_>>();
    let before = stored();
    assert_eq!(before.len(), 1);
    let identity = "0 GetCallerIdentity (cached): assumed-role/project1";
    assert_eq!(told(&ask(&environment, "project1")), [identity]);

    sim.world().forget_sessions();
    assert_eq!(
        told(&ask(&environment, "project1")),
        [
            "0 GetCallerIdentity (cached): InvalidClientTokenId",
            "1 GetCallerIdentity: user/ana",
            "0 AssumeRole: granted",
            "0 GetCallerIdentity: assumed-role/project1",
        ]
    );
    assert_eq!(before, stored(), "the cache was changed");
}

fn renewed(home: &Home, sim: &Sim) -> Option<i32> {
    let ran = home.sandglass(&["renew", "project1"]);
    assert_eq!(sim.count("AssumeRole"), 1, "{ran:?}");
    ran.code
}

#[test]
fn refusals_come_word_for_word_and_a_code_is_not_asked_for() {
    let sim = sim();
    let partner = fixtures::role("partner", "partner", &["external_id = wrong"]);
    let (_home, environment) = at_sim(&(fixtures::admin() + &partner), &sim);
    let live = ask(&environment, "partner");
    assert_eq!(told(&live)[1], "0 AssumeRole: AccessDenied");
    let Some(Outcome::Refused(refusal)) = live.calls.last().map(|asked| &asked.outcome) else {
        panic!("{live:?}")
    };
    assert!(refusal.message.contains("not authorized to perform: sts:AssumeRole"), "{refusal:?}");

    let admin = ask(&environment, "admin");
    assert_eq!(told(&admin)[1], "0 AssumeRole: code of arn:aws:iam::123456789012:mfa/ana");
    sim.world().users[0].access_keys[0].inactive = true;
    assert_eq!(told(&ask(&environment, "partner")), ["1 GetCallerIdentity: InvalidClientTokenId"]);
}

#[test]
fn a_clock_that_is_off_is_measured() {
    let sim = sim();
    let (_home, environment) = at_sim(&fixtures::project1(), &sim);
    for offset in [600, -4000] {
        sim.world().clock_offset = offset;
        let live = ask(&environment, "base");
        let ahead = live.clock_ahead.expect("measured").num_seconds();
        assert!((ahead + offset).abs() <= 1, "{ahead} for {offset}");
        assert_eq!(told(&live), ["0 GetCallerIdentity: SignatureDoesNotMatch"]);
    }
}

/// Somebody is signed in who may use the role Dev.
fn sign_in_to_dev(sim: &Sim) {
    let role = SsoRole { account_id: "123456789012".to_owned(), name: "Dev".to_owned() };
    sim.world().sso_tokens.push(SsoToken {
        access_token: "example".to_owned(),
        expires_at: 4_000_000_000,
        refresh_token: None,
        signed_in_until: None,
        client_id: String::new(),
        client_secret: String::new(),
        roles: vec![role],
    });
}

#[test]
fn the_portal_is_asked_with_the_token_there_is() {
    let sim = sim();
    let config = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n\n\
                  [profile dev]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\n\
                  region = eu-west-1\n";
    sign_in_to_dev(&sim);
    let (home, environment) = at_sim(config, &sim);
    let token = r#"{"accessToken":"example","expiresAt":"2090-01-01T00:00:00Z"}"#;
    home.write(".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json", token);
    let good = "0 GetCallerIdentity: assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana@example.com";
    assert_eq!(told(&ask(&environment, "dev")), ["0 GetRoleCredentials: granted", good]);
    sim.world().sso_tokens[0].roles.clear();
    assert_eq!(told(&ask(&environment, "dev")), ["0 GetRoleCredentials: ForbiddenException"]);
    sim.world().sso_tokens.clear();
    assert_eq!(told(&ask(&environment, "dev")), ["0 GetRoleCredentials: UnauthorizedException"]);
    home.write(".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json", "{}");
    assert_eq!(told(&ask(&environment, "dev")), [""; 0]);
}

#[test]
fn the_portal_is_asked_for_what_profile_and_session_say_together() {
    let sim = sim();
    sign_in_to_dev(&sim);
    let session =
        "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n";
    let (account, role) = ("sso_account_id = 123456789012\n", "sso_role_name = Dev\n");
    let token = r#"{"accessToken":"example","expiresAt":"2090-01-01T00:00:00Z"}"#;
    let good = "0 GetCallerIdentity: assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana@example.com";
    for (shared, own) in [(account, role), (role, account)] {
        let config =
            format!("{session}{shared}\n[profile dev]\nsso_session = corp\n{own}region = eu-west-1\n");
        let (home, environment) = at_sim(&config, &sim);
        home.write(".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json", token);
        assert_eq!(told(&ask(&environment, "dev")), ["0 GetRoleCredentials: granted", good], "{config}");
    }
}

#[test]
fn a_token_file_is_read_and_sent_unless_it_is_over() {
    let sim = sim();
    let token = "example-token".to_owned();
    let roles = vec!["arn:aws:iam::123456789012:role/project1".to_owned()];
    sim.world().identity_tokens.push(IdentityToken { token, expires_at: 4_000_000_000, roles });
    let home = Home::empty();
    let file = home.write("token", "example-token");
    home.write(
        ".aws/config",
        &format!(
            "[profile pod]\nrole_arn = arn:aws:iam::123456789012:role/project1\nregion = eu-west-1\n\
             web_identity_token_file = {}\n",
            file.display()
        ),
    );
    let environment = environment(&home, &[("AWS_ENDPOINT_URL", &sim.url())]);
    assert_eq!(
        told(&ask(&environment, "pod")),
        ["0 AssumeRoleWithWebIdentity: granted", "0 GetCallerIdentity: assumed-role/project1"]
    );
    home.write("token", "another");
    assert_eq!(told(&ask(&environment, "pod")), ["0 AssumeRoleWithWebIdentity: InvalidIdentityToken"]);
    // {"exp":1000000000}
    home.write("token", "e30.eyJleHAiOjEwMDAwMDAwMDB9.x");
    assert_eq!(told(&ask(&environment, "pod")), [""; 0]);
    std::fs::remove_file(&file).expect("removed");
    assert_eq!(told(&ask(&environment, "pod")), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_credential_process_is_run_and_judged() {
    let sim = sim();
    let (home, environment) = at_sim("", &sim);
    let run = |script: &str| {
        home.write("get", &format!("#!/bin/sh\n{script}\n"));
        let path = home.path().join("get");
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o700)).expect("a mode");
        home.write(
            ".aws/config",
            &format!("[profile p]\nregion = eu-west-1\ncredential_process = '{}' --for p\n", path.display()),
        );
        ask(&environment, "p")
    };
    let fault = |live: LiveEvidence| match live.calls.into_iter().next().map(|asked| asked.outcome) {
        Some(Outcome::Process(fault)) => Some(fault),
        _ => None,
    };
    let answer = format!(
        "test \"$*\" = '--for p' && echo '{{\"Version\":1,\"AccessKeyId\":\"{}\",\"SecretAccessKey\":\"{}\"}}'",
        sandglass_tests::home::ACCESS_KEY,
        home.secret
    );
    assert_eq!(told(&run(&answer)), ["0 GetCallerIdentity: user/ana"]);
    let failed = run("echo 'vault is locked' >&2\nexit 3");
    let locked = ProcessFault::Failed { status: Some(3), detail: "vault is locked".to_owned() };
    assert_eq!(fault(failed), Some(locked));
    assert!(matches!(fault(run("echo hello")), Some(ProcessFault::Invalid(_))));
    let started = Instant::now();
    assert!(matches!(fault(run("exec sleep 60")), Some(ProcessFault::Failed { status: None, .. })));
    assert!(started.elapsed() < Duration::from_secs(7), "{:?}", started.elapsed());
    home.write(".aws/config", "[profile p]\nregion = eu-west-1\ncredential_process = /nowhere/get\n");
    let missing = ProcessFault::NotFound("/nowhere/get".to_owned());
    assert_eq!(fault(ask(&environment, "p")), Some(missing));
}

/// A port where nobody listens.
fn closed() -> String {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a free port");
    socket.local_addr().expect("an address").to_string()
}

/// Answers every request with this text, or never.
fn listener(answer: Option<&'static str>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    std::thread::spawn(move || {
        let mut open = Vec::new();
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            if let Some(answer) = answer {
                let mut request = [0; 4096];
                let _ = stream.read(&mut request);
                let _ = stream.write_all(answer.as_bytes());
            } else {
                open.push(stream);
            }
        }
    });
    address
}

#[test]
fn what_stands_in_the_way_is_told_apart() {
    let home = Home::with_config("[profile base]\nregion = eu-west-1\n");
    let way = |pairs: &[(&str, &str)]| ask(&environment(&home, pairs), "base");
    let to = |url: &str| way(&[("AWS_ENDPOINT_URL", url)]);

    assert_eq!(obstacle(&to(&format!("http://{}", closed()))), Some(&Obstacle::Refused));
    assert_eq!(obstacle(&to("sts.example.test")), Some(&Obstacle::UrlInvalid));
    let unknown = to("http://sts.invalid");
    assert!(matches!(obstacle(&unknown), Some(Obstacle::HostUnknown { host, .. }) if host == "sts.invalid"));

    let started = Instant::now();
    assert_eq!(obstacle(&to(&format!("http://{}", listener(None)))), Some(&Obstacle::TimedOut));
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());

    let page = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno";
    let stranger = to(&format!("http://{}", listener(Some(page))));
    assert!(
        matches!(&stranger.endpoint.as_ref().map(|endpoint| &endpoint.reached),
            Some(Reached::Other(stranger)) if stranger.status == 404 && stranger.html),
        "{stranger:?}"
    );

    let missing = home.path().join("nowhere.pem").display().to_string();
    let bundle = |path: &str| way(&[("AWS_CA_BUNDLE", path)]);
    assert_eq!(obstacle(&bundle(&missing)), Some(&Obstacle::BundleMissing));
    let junk = home.write("junk.pem", "junk").display().to_string();
    assert!(matches!(obstacle(&bundle(&junk)), Some(Obstacle::BundleUnusable(_))));
}

#[test]
fn proxies_that_are_not_there_refuse_or_hang() {
    let home = Home::with_config("[profile base]\nregion = eu-west-1\n");
    let through = |proxy: &str| {
        let started = Instant::now();
        let live = ask(&environment(&home, &[("HTTPS_PROXY", proxy)]), "base");
        assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
        live
    };
    let unreachable = |live: &LiveEvidence| matches!(obstacle(live), Some(Obstacle::ProxyUnreachable(_)));
    assert!(unreachable(&through(&format!("http://{}", closed()))));
    assert!(unreachable(&through(&listener(None))));
    let refusing = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";
    let refused = through(&listener(Some(refusing)));
    assert!(matches!(obstacle(&refused), Some(Obstacle::ProxyRefused(_))), "{refused:?}");
    assert_eq!(obstacle(&through("http://user:secret@[bad")), Some(&Obstacle::ProxyInvalid));
}

#[test]
fn a_certificate_nobody_knows_is_not_trusted() {
    let sim = sim();
    let home = Home::in_sim("[profile base]\nregion = eu-west-1\n", &sim);
    let tls = Tls::start(&sim.url(), home.path());
    let url = tls.url();
    let live = ask(&environment(&home, &[("AWS_ENDPOINT_URL", &url)]), "base");
    // The name rcgen gives to certificates it signs itself.
    let issuer = |obstacle: &Obstacle| match obstacle {
        Obstacle::Untrusted { issuer, .. } => issuer.clone(),
        _ => None,
    };
    assert_eq!(obstacle(&live).and_then(issuer).as_deref(), Some("rcgen self signed cert"), "{live:?}");
    let bundle = tls.bundle();
    let trusted = environment(&home, &[("AWS_ENDPOINT_URL", &url), ("AWS_CA_BUNDLE", &bundle)]);
    assert_eq!(told(&ask(&trusted, "base")), ["0 GetCallerIdentity: user/ana"]);
}

#[test]
fn a_captive_portal_is_a_stranger() {
    let sim = sim();
    let (_home, environment) = at_sim("[profile base]\nregion = eu-west-1\n", &sim);
    for (kind, status) in [(FaultKind::Html, 200), (FaultKind::Redirect, 302)] {
        sim.world().faults = vec![Fault { action: None, times: None, kind }];
        let live = ask(&environment, "base");
        assert!(
            matches!(&live.endpoint.as_ref().map(|endpoint| &endpoint.reached),
                Some(Reached::Other(stranger)) if stranger.status == status && stranger.html),
            "{live:?}"
        );
        assert!(live.calls.is_empty() && live.clock_ahead.is_none(), "{live:?}");
    }
}
