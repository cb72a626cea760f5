//! Sign-ins that tools and processes share: many sign in at once, refresh in turn, and hear that one is over.

use std::path::Path;

use sandglass_tests::identity_center::{at_home, end_token, shows_no_secret, token};
use sandglass_tests::person::{Answer, Person};
use sandglass_tests::{Home, Ran, aws_clis_with_redirect, built, run, set_up};
use serde_json::Value;

#[test]
fn of_many_that_sign_in_at_once_one_opens_a_browser() {
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
    std::thread::scope(|threads| {
        let renewals: Vec<_> = (0..50)
            .map(|_| {
                let mut command = home.command(built("sandglass"));
                command.args(["renew", "dev", "--sign-in"]);
                threads.spawn(move || run(&mut command))
            })
            .collect();
        for renewal in renewals {
            renewal.join().expect("no panic").done();
        }
    });
    assert_eq!((person.opened().len(), sim.count("RegisterClient")), (1, 1));
}

/// Another SDK, by what its script prints for a profile.
fn asks(home: &Home, program: &Path, script: &str) -> Ran {
    let script = format!("{}/clients/{script}", env!("CARGO_MANIFEST_DIR"));
    let mut command = home.command(program);
    command.arg(script).env("TEST_PROFILE", "dev");
    if let Some(tools) = set_up("SANDGLASS_TEST_NODE_TOOLS") {
        command.env("TEST_NODE_TOOLS", tools);
    }
    run(&mut command)
}

#[test]
fn every_tool_refreshes_in_turn_and_nobody_signs_in_again() {
    const ROUNDS: usize = 50;
    let test = "every_tool_refreshes_in_turn_and_nobody_signs_in_again";
    let (sim, mut home) = at_home();
    let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
    home.sandglass(&["sso", "login", "corp"]).done();
    let clis = aws_clis_with_redirect(test);
    let python = set_up("SANDGLASS_TEST_PYTHON").expect("the person is written in it");
    let node = set_up("SANDGLASS_TEST_NODE_TOOLS");
    let others = clis.len() + 1 + usize::from(node.is_some());
    for round in 0..ROUNDS {
        let before = end_token(&home);
        // After each of the others it is our turn.
        let turn = round / 2 % others;
        let ran = match turn {
            _ if round % 2 == 0 => home.sandglass(&["renew", "dev"]),
            turn if turn < clis.len() => {
                clis[turn].run(&home, &["sts", "get-caller-identity", "--profile", "dev"])
            }
            turn if turn == clis.len() => asks(&home, &python, "who.py"),
            _ => asks(&home, Path::new("node"), "who.mjs"),
        };
        assert_eq!(ran.code, Some(0), "round {round}: {ran:?}");
        assert_ne!(token(&home)["refreshToken"], before["refreshToken"], "round {round}");
    }
    assert_eq!((sim.count("CreateToken"), person.opened().len()), (1 + ROUNDS, 1), "one for each round");
}

#[test]
fn of_fifty_helpers_behind_one_ended_token_one_refreshes_it() {
    const PROFILES: usize = 20;
    let (sim, mut home) = at_home();
    if Person::sit_down(&mut home, Answer::Allow).is_none() {
        return;
    }
    let roles: Vec<String> = (0..PROFILES).map(|number| format!("Role{number}")).collect();
    sim.world().portals[0].accounts[0].roles.extend(roles.iter().cloned());
    let profile = |role: &String| {
        format!(
            "\n[profile {role}]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = {role}\nregion = eu-central-1\n"
        )
    };
    let config = home.aws_file("config") + &roles.iter().map(profile).collect::<String>();
    home.write(".aws/config", &config);
    home.sandglass(&["sso", "login", "corp"]).done();
    end_token(&home);
    std::thread::scope(|threads| {
        let helpers: Vec<_> = (0..50)
            .map(|number| {
                let mut command = home.command(built("sandglass"));
                command.args(["credentials", &roles[number % PROFILES]]);
                threads.spawn(move || run(&mut command))
            })
            .collect();
        for helper in helpers {
            let ran = helper.join().expect("no panic");
            assert!(ran.code == Some(0) && ran.out.contains("SessionToken"), "{:?}", ran.err);
        }
    });
    assert_eq!(sim.count("CreateToken"), 2, "one sign-in, one refresh");
    let asked = sim.count("GetRoleCredentials");
    assert!(asked <= PROFILES, "{asked} questions for {PROFILES} roles");
}

#[test]
fn a_sign_in_that_is_over_is_known_everywhere_after_one_refusal() {
    let (sim, mut home) = at_home();
    if Person::sit_down(&mut home, Answer::Allow).is_none() {
        return;
    }
    home.sandglass(&["sso", "login", "corp"]).done();
    sim.world().sso_tokens.clear();
    end_token(&home);
    let said = |home: &Home| -> (String, String) {
        let json = |arguments: &[&str]| -> Value {
            serde_json::from_str(&home.sandglass(arguments).out).expect("JSON")
        };
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let status = json(&["status", "dev", "--json"]);
        (text(&status[0]["renewable"]), text(&json(&["sso", "status", "corp", "--json"])[0]["state"]))
    };
    let is = |renewable: &str, state: &str| (renewable.to_owned(), state.to_owned());
    assert_eq!(said(&home), is("silent", "signed_in"), "its file does not tell");
    let ran = home.sandglass(&["renew", "dev"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    shows_no_secret(&home, &ran);
    assert_eq!(said(&home), is("sign_in", "expired"));
    home.sandglass(&["renew", "dev", "--sign-in"]).done();
    assert_eq!(said(&home), is("silent", "signed_in"));
}
