//! Signing in to IAM Identity Center: from the terminal, with a redirect and with a device code. What comes of it serves
//! every AWS tool, and what they did serves us.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::time::Duration;

use aws_sim::{Fault, FaultKind, Sim};
use sandglass_tests::identity_center::{TOKEN, at_home, shows_no_secret, token};
use sandglass_tests::person::{Answer, Person};
use sandglass_tests::{Home, Ran, aws_clis_of_all_ages, aws_clis_with_redirect, built};
use serde_json::Value;

const LIMIT: Duration = Duration::from_mins(1);

fn asked(sim: &Sim, actions: &[&str]) -> Vec<usize> {
    actions.iter().map(|action| sim.count(action)).collect()
}

#[cfg(unix)]
#[track_caller]
fn only_we_read(home: &Home) {
    use std::os::unix::fs::PermissionsExt as _;
    for file in std::fs::read_dir(home.path().join(".aws/sso/cache")).expect("a directory").flatten() {
        let mode = file.metadata().expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.path().display());
    }
}

#[cfg(not(unix))]
fn only_we_read(_: &Home) {}

#[test]
fn after_our_sign_in_every_aws_cli_needs_none() {
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
    let ran = home.sandglass(&["sso", "login", "corp", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&said["session"], &said["refreshed"]), (&"corp".into(), &true.into()));
    shows_no_secret(&home, &ran);
    only_we_read(&home);
    assert_eq!(person.opened().len(), 1);
    assert!(ran.err.contains(&person.opened()[0]), "the address is printed as well: {ran:?}");
    assert_eq!(asked(&sim, &["RegisterClient", "CreateToken", "StartDeviceAuthorization"]), [1, 1, 0]);
    for aws in aws_clis_of_all_ages("after_our_sign_in_every_aws_cli_needs_none") {
        aws.caller_identity(&home, "dev");
        aws.caller_identity(&home, "ops");
    }
    home.sandglass(&["renew", "dev"]).done();
    assert_eq!(asked(&sim, &["RegisterClient", "CreateToken"]), [1, 1], "nobody signed in again");
    // Theirs is the registration of ours, and the other way round.
    for aws in aws_clis_with_redirect("after_our_sign_in_every_aws_cli_needs_none") {
        let ran = aws.run(&home, &["sso", "login", "--sso-session", "corp"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        home.sandglass(&["sso", "login", "corp"]).done();
        assert_eq!(sim.count("RegisterClient"), 1, "{}", aws.variable);
    }
}

#[test]
fn after_their_sign_in_we_need_none_and_all_refresh_in_turn() {
    for aws in aws_clis_with_redirect("after_their_sign_in_we_need_none_and_all_refresh_in_turn") {
        let (sim, mut home) = at_home();
        if Person::sit_down(&mut home, Answer::Allow).is_none() {
            return;
        }
        aws.run(&home, &["sso", "login", "--sso-session", "corp"]).done();
        home.sandglass(&["renew", "ops"]).done();
        for round in 0..6 {
            let mut ended = token(&home);
            ended["expiresAt"] = "2020-01-01T00:00:00Z".into();
            home.write(&format!(".aws/{TOKEN}"), &ended.to_string());
            std::fs::remove_dir_all(home.path().join(".aws/cli")).expect("the role's entries");
            if round % 2 == 0 {
                home.sandglass(&["renew", "dev"]).done();
            } else {
                aws.caller_identity(&home, "dev");
            }
            assert_ne!(token(&home)["refreshToken"], ended["refreshToken"], "round {round}");
        }
        assert_eq!(asked(&sim, &["RegisterClient", "CreateToken"]), [1, 7], "{}", aws.variable);
    }
}

#[test]
fn where_no_browser_opens_a_code_is_confirmed_on_another_device() {
    for arguments in [&["sso", "login", "corp", "--device-code"][..], &["sso", "login", "corp"]] {
        let (sim, home) = at_home();
        let mut other = Home::empty();
        let Some(person) = Person::sit_down(&mut other, Answer::Allow) else { return };
        let mut command = home.command(built("sandglass"));
        command.args(arguments).stderr(Stdio::piped()).stdout(Stdio::piped());
        let child = command.spawn().expect("starts");
        assert!(sim.wait_for("StartDeviceAuthorization", 1, LIMIT));
        // It asks again and again while nobody answers.
        assert!(sim.wait_for("CreateToken", 2, LIMIT), "{:?}", sim.log());
        let code = sim.user_codes().pop().expect("one waits");
        person.visit(&other, &format!("{}/device?user_code={code}", sim.url()));
        let output = child.wait_with_output().expect("it ends");
        let ran = Ran {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        };
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.err.contains(&code) && ran.err.contains("/device"), "{ran:?}");
        shows_no_secret(&home, &ran);
        home.sandglass(&["renew", "dev"]).done();
    }
}

#[test]
fn a_start_url_without_session_takes_a_device_code_and_is_not_refreshed() {
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
    let ran = home.sandglass(&["sso", "login", "https://corp.awsapps.com/start", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(said["refreshed"], false);
    assert!(person.opened()[0].contains("/device?user_code="), "{:?}", person.opened());
    for aws in aws_clis_of_all_ages("a_start_url_without_session_takes_a_device_code_and_is_not_refreshed") {
        aws.caller_identity(&home, "old");
    }
    assert_eq!(sim.count("StartDeviceAuthorization"), 1);
}

#[test]
fn a_denied_sign_in_changes_nothing() {
    for more in [&[][..], &["--device-code"]] {
        let (sim, mut home) = at_home();
        if Person::sit_down(&mut home, Answer::Deny).is_none() {
            return;
        }
        let ran = home.sandglass(&[&["sso", "login", "corp"], more].concat());
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("denied in the browser"), "{ran:?}");
        assert_eq!(home.aws_file(TOKEN), "");
        assert!(sim.world().sso_tokens.is_empty());
    }
}

/// What a program says up to the end of the line with these words.
fn said_until(output: &mut impl Read, words: &str) -> String {
    let mut said = Vec::new();
    let mut letter = [0];
    while !String::from_utf8_lossy(&said).contains(words) || letter != *b"\n" {
        output.read_exact(&mut letter).expect("more");
        said.push(letter[0]);
    }
    String::from_utf8_lossy(&said).into_owned()
}

/// The answer of whoever listens on a port.
fn request(port: u16, text: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
    stream.write_all(text.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn only_the_browser_of_this_sign_in_is_heard() {
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Nothing) else { return };
    let mut command = home.command(built("sandglass"));
    command.args(["sso", "login", "corp"]).stderr(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().expect("starts");
    let mut err = child.stderr.take().expect("piped");
    // The address is printed, and then it waits.
    let said = said_until(&mut err, "code_challenge=");
    let address = said.lines().find(|line| line.contains("/authorize?")).expect("an address");
    let redirect = address.split("redirect_uri=http%3A%2F%2F127.0.0.1%3A").nth(1).expect("a redirect");
    let port: u16 = redirect.split('%').next().and_then(|port| port.parse().ok()).expect("a port");
    let state = address.split("state=").nth(1).and_then(|rest| rest.split('&').next()).expect("a state");
    let get = |path: &str, host: &str| request(port, &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    let here = format!("127.0.0.1:{port}");
    let good = format!("/oauth/callback?code=stolen&state={state}");
    // A scan of ports, and somebody who is slow.
    drop(TcpStream::connect(("127.0.0.1", port)).expect("somebody listens"));
    let slow = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
    for (path, host) in [
        ("/oauth/callback?code=stolen&state=wrong", here.as_str()),
        ("/oauth/callback?code=stolen", &here),
        (&good, "sandglass.example"),
        (&format!("{good}&state=wrong"), &here),
        (&format!("/favicon.ico?code=stolen&state={state}"), &here),
    ] {
        let answer = get(path, host);
        assert!(answer.starts_with("HTTP/1.1 400"), "{path} {host}: {answer}");
        assert!(!answer.contains("stolen") && !answer.contains(state), "{answer}");
    }
    let posted = request(port, &format!("POST {good} HTTP/1.1\r\nHost: {here}\r\nContent-Length: 0\r\n\r\n"));
    assert!(posted.starts_with("HTTP/1.1 400"), "{posted}");
    assert_eq!(sim.count("CreateToken"), 0, "no code was exchanged");
    // The browser itself.
    person.visit_and(Answer::Allow, &home, address);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert_eq!(person.saw(), ["You are signed in – Sandglass"]);
    drop(slow);
    assert!(TcpListener::bind(("127.0.0.1", port)).is_ok(), "the port is given back");
    shows_no_secret(&home, &Ran { code: None, out: String::new(), err: said });
}

#[test]
fn renew_signs_in_where_it_was_told_to_and_helpers_never_do() {
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
    for arguments in [&["renew", "dev"][..], &["credentials", "dev"], &["env", "dev"]] {
        let ran = home.sandglass(arguments);
        assert_eq!(ran.code, Some(3), "{ran:?}");
    }
    assert!(person.opened().is_empty());
    let ran = home.sandglass(&["renew", "dev", "ops", "--sign-in"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!((person.opened().len(), sim.count("GetRoleCredentials")), (1, 2));
    shows_no_secret(&home, &ran);
}

#[test]
fn who_signs_out_is_signed_out_everywhere() {
    let (sim, mut home) = at_home();
    if Person::sit_down(&mut home, Answer::Allow).is_none() {
        return;
    }
    home.sandglass(&["renew", "dev", "--sign-in"]).done();
    let status = |home: &Home| -> Value {
        serde_json::from_str(&home.sandglass(&["sso", "status", "corp", "--json"]).out).expect("JSON")
    };
    let signed_in = status(&home);
    assert_eq!((&signed_in[0]["state"], &signed_in[0]["refreshed"]), (&"signed_in".into(), &true.into()));
    assert_eq!(signed_in[0]["profiles"], serde_json::json!(["dev", "ops"]));
    let ran = home.sandglass(&["sso", "logout", "corp"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("dev, ops"), "the consequence is named: {ran:?}");
    assert!(sim.world().sso_tokens.is_empty(), "AWS was told");
    assert_eq!(status(&home)[0]["state"], "signed_out");
    assert_eq!(home.sandglass(&["renew", "dev"]).code, Some(3));
    let entries = home.path().join(".aws/cli/cache");
    assert_eq!(std::fs::read_dir(entries).expect("a directory").count(), 0, "its role entries are gone");
    let ran = home.sandglass(&["sso", "logout", "corp"]);
    assert!(ran.code == Some(0) && ran.out.contains("not signed in"), "{ran:?}");
}

#[test]
fn bad_input_says_what_to_do_and_asks_nobody() {
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
    let config = home.aws_file("config");
    let refused = |home: &Home, arguments: &[&str], words: &str| {
        let ran = home.sandglass(&[&["sso", "login"], arguments].concat());
        assert!(ran.code == Some(1) && ran.err.contains(words), "{words}: {ran:?}");
    };
    refused(&home, &[], "several sign-ins: corp, https://corp.awsapps.com/start");
    refused(&home, &["other"], "no sso-session “other”");
    home.write(".aws/config", &config.replace("https://corp", "http://corp"));
    refused(&home, &["corp"], "is not an https address (~/.aws/config:2)");
    home.write(".aws/config", &config.replacen("sso_region = eu-west-1\n", "", 1));
    refused(&home, &["corp"], "“corp” has no sso_region (~/.aws/config:1)");
    home.write(".aws/config", "[sso-session corp]\nsso_region = eu-west-1\n");
    refused(&home, &["corp"], "“corp” has no sso_start_url (~/.aws/config:1)");
    refused(&home, &[], "“corp” has no sso_start_url (~/.aws/config:1)");
    assert_eq!(sim.log().len(), 0, "nobody was asked");
    home.write(".aws/config", &config.replace("https://corp", "https://another"));
    refused(&home, &["corp", "--device-code"], "eu-west-1 has no AWS access portal");
    home.write(".aws/config", "[profile keys]\nregion = eu-west-1\n");
    refused(&home, &[], "No profile uses IAM Identity Center");
    assert!(person.opened().is_empty());
}

#[test]
fn a_registration_that_aws_forgot_is_made_again() {
    let (sim, mut home) = at_home();
    if Person::sit_down(&mut home, Answer::Allow).is_none() {
        return;
    }
    home.sandglass(&["sso", "login", "corp", "--device-code"]).done();
    sim.forget_clients();
    home.sandglass(&["sso", "login", "corp", "--device-code"]).done();
    assert_eq!(sim.count("RegisterClient"), 2);
}

#[test]
fn a_browser_of_its_own_opens_for_a_session_or_none() {
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Deny) else { return };
    let choose =
        |browser: &str| home.sandglass(&["preferences", "set", "sso_sessions.corp.browser", browser]);
    choose(&person.command(Answer::Allow)).done();
    home.sandglass(&["sso", "login", "corp"]).done();
    assert_eq!((person.opened().len(), sim.count("CreateToken")), (1, 1), "not the one that denies");

    // A program that is not there opens no other browser: that one is somebody else's.
    choose("no-such-browser %u").done();
    let mut command = home.command(built("sandglass"));
    let mut child = command.args(["sso", "login", "corp"]).stderr(Stdio::piped()).spawn().expect("starts");
    let mut err = child.stderr.take().expect("piped");
    let said = said_until(&mut err, "No browser could be started");
    let address = said.lines().find(|line| line.contains("/authorize?")).expect("it is printed");
    person.visit(&home, address);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));

    choose("copy").done();
    let mut command = home.command(built("sandglass"));
    let mut child = command.args(["sso", "login", "corp"]).stderr(Stdio::piped()).spawn().expect("starts");
    let mut err = child.stderr.take().expect("piped");
    let said = said_until(&mut err, "code_challenge=");
    let address = said.lines().find(|line| line.contains("/authorize?")).expect("it is printed");
    person.visit(&home, address);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert_eq!(person.opened().len(), 1, "nothing opened by itself");

    let refused = choose("firefox");
    assert!(refused.code == Some(1) && refused.err.contains("%u"), "{refused:?}");
}

#[test]
fn answers_of_something_else_end_it_with_a_sentence_and_no_token() {
    for (action, kind) in [
        ("RegisterClient", FaultKind::Html),
        ("RegisterClient", FaultKind::Drop),
        ("RegisterClient", FaultKind::Unavailable),
        ("CreateToken", FaultKind::Html),
        ("CreateToken", FaultKind::Internal),
    ] {
        let (sim, mut home) = at_home();
        let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
        sim.world().faults.push(Fault { action: Some(action.to_owned()), kind, times: None });
        let ran = home.sandglass(&["sso", "login", "corp"]);
        assert_eq!(ran.code, Some(1), "{action} {kind:?}: {ran:?}");
        assert!(ran.err.contains("error: ") && ran.err.contains("→"), "{action} {kind:?}: {ran:?}");
        assert_eq!(home.aws_file(TOKEN), "", "{action} {kind:?}");
        // Nobody is sent to a page that could not be made, and nobody twice.
        assert_eq!(person.opened().len(), usize::from(action == "CreateToken"), "{action} {kind:?}");
        shows_no_secret(&home, &ran);
    }
}
