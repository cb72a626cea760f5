//! The portal, the token endpoint and the faults below any service, asked by hand over HTTP.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use aws_sim::{Fault, FaultKind, Sim, SsoRole, SsoToken, World};

const NOW_AND_FOR_LONG: i64 = 4_000_000_000;

fn sim() -> Sim {
    let role = SsoRole { account_id: "123456789012".to_owned(), name: "Developer".to_owned() };
    let token = SsoToken {
        access_token: "example-access".to_owned(),
        expires_at: NOW_AND_FOR_LONG,
        refresh_token: Some("example-refresh".to_owned()),
        signed_in_until: None,
        client_id: "client".to_owned(),
        client_secret: "x".to_owned(),
        roles: vec![role],
    };
    let mut world = World::small();
    world.sso_tokens.push(token);
    Sim::start(world).expect("a free port")
}

/// Sends a request and reads the whole answer.
fn exchange(sim: &Sim, request: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(sim.url().trim_start_matches("http://"))?;
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn credentials(sim: &Sim, token: &str, role: &str) -> String {
    let request = format!(
        "GET /federation/credentials?role_name={role}&account_id=123456789012 HTTP/1.1\r\nHost: portal\r\n\
         Connection: close\r\nx-amz-sso_bearer_token: {token}\r\n\r\n"
    );
    exchange(sim, &request).expect("an answer")
}

fn refreshed(sim: &Sim, client: &str, token: &str) -> String {
    let body = format!(
        r#"{{"grantType":"refresh_token","clientId":"{client}","clientSecret":"x","refreshToken":"{token}"}}"#
    );
    let request = format!(
        "POST /token HTTP/1.1\r\nHost: oidc\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    exchange(sim, &request).expect("an answer")
}

#[test]
fn the_portal_gives_keys_for_a_token_and_an_assigned_role() {
    let sim = sim();
    let answer = credentials(&sim, "example-access", "Developer");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains(r#""expiration":"#), "{answer}");
    let unknown = credentials(&sim, "another", "Developer");
    assert!(unknown.starts_with("HTTP/1.1 401"), "{unknown}");
    assert!(unknown.contains("x-amzn-errortype: UnauthorizedException"), "{unknown}");
    let forbidden = credentials(&sim, "example-access", "Admin");
    assert!(forbidden.starts_with("HTTP/1.1 403"), "{forbidden}");
    assert!(forbidden.contains("x-amzn-errortype: ForbiddenException"), "{forbidden}");
    sim.world().sso_tokens[0].expires_at = 0;
    assert!(credentials(&sim, "example-access", "Developer").starts_with("HTTP/1.1 401"));
    assert_eq!(sim.count("GetRoleCredentials"), 4);
}

#[test]
fn a_refresh_token_works_once_and_for_its_client() {
    let sim = sim();
    assert!(refreshed(&sim, "stranger", "example-refresh").contains(r#""error":"invalid_client""#));
    let answer = refreshed(&sim, "client", "example-refresh");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains(r#""expiresIn":3600"#), "{answer}");
    assert!(refreshed(&sim, "client", "example-refresh").contains(r#""error":"invalid_grant""#));
    let token = sim.world().sso_tokens[0].access_token.clone();
    assert!(credentials(&sim, &token, "Developer").starts_with("HTTP/1.1 200"));
    assert!(!format!("{:?}", sim.log()).contains("example-refresh"), "a token is in the log");
}

#[test]
fn a_captive_portal_and_silence_are_no_answers_of_aws() {
    let sim = sim();
    let ask = |kind| {
        sim.world().faults.push(Fault { action: None, times: Some(1), kind });
        exchange(&sim, "POST / HTTP/1.1\r\nHost: sts\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    };
    let page = ask(FaultKind::Html).expect("a page");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("content-type: text/html"), "{page}");
    assert!(!page.contains("x-amzn-requestid"), "{page}");
    let redirected = ask(FaultKind::Redirect).expect("a redirection");
    assert!(redirected.starts_with("HTTP/1.1 302") && redirected.contains("location: "), "{redirected}");
    let silence = ask(FaultKind::Hang).map_err(|error| error.kind());
    assert!(matches!(silence, Err(ErrorKind::WouldBlock | ErrorKind::TimedOut)), "{silence:?}");
    assert_eq!(sim.log().last().map(|entry| entry.status), Some(0));
}
