//! The simulated sign-in to IAM Identity Center, believed by real AWS CLIs v2 of three ages: by device code, and with a
//! redirect where they have it.

use sandglass_tests::identity_center::{TOKEN, at_home, token};
use sandglass_tests::person::{Answer, Person};
use sandglass_tests::{AwsCli, Home, Ran, aws_clis_of_all_ages, aws_clis_with_redirect};

fn login(aws: &AwsCli, home: &Home, more: &[&str]) -> Ran {
    aws.run(home, &[&["sso", "login"], more].concat())
}

#[test]
fn they_sign_in_with_a_redirect_refresh_and_sign_out() {
    for aws in aws_clis_with_redirect("they_sign_in_with_a_redirect_refresh_and_sign_out") {
        let (sim, mut home) = at_home();
        let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
        let ran = login(&aws, &home, &["--sso-session", "corp"]);
        assert_eq!(ran.code, Some(0), "{}: {ran:?}", aws.variable);
        assert!(person.opened()[0].contains("/authorize?response_type=code"), "{:?}", person.opened());
        assert_eq!((sim.count("RegisterClient"), sim.count("StartDeviceAuthorization")), (1, 0));
        let first = token(&home);
        assert!(first["refreshToken"].is_string(), "{}", aws.variable);
        aws.caller_identity(&home, "dev");
        // Ten minutes before its end a token is refreshed, and the old one is worth nothing.
        let soon = (chrono::Utc::now() + chrono::TimeDelta::minutes(10)).format("%Y-%m-%dT%H:%M:%SZ");
        let mut ending = first.clone();
        ending["expiresAt"] = soon.to_string().into();
        home.write(&format!(".aws/{TOKEN}"), &ending.to_string());
        std::fs::remove_dir_all(home.path().join(".aws/cli")).expect("its cache");
        aws.caller_identity(&home, "dev");
        assert_ne!(token(&home)["refreshToken"], first["refreshToken"]);
        let ran = aws.run(&home, &["sso", "logout"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!((sim.count("Logout"), home.aws_file(TOKEN)), (1, String::new()));
        assert!(sim.world().sso_tokens.is_empty());
    }
}

#[test]
fn they_sign_in_with_a_device_code() {
    for aws in aws_clis_of_all_ages("they_sign_in_with_a_device_code") {
        for (profile, is_refreshed) in [("dev", true), ("old", false)] {
            let (sim, mut home) = at_home();
            let Some(person) = Person::sit_down(&mut home, Answer::Allow) else { return };
            let code: &[&str] =
                if aws.variable == "SANDGLASS_TEST_AWS2" { &[] } else { &["--use-device-code"] };
            let ran = login(&aws, &home, &[&["--profile", profile], code].concat());
            assert_eq!(ran.code, Some(0), "{} {profile}: {ran:?}", aws.variable);
            assert!(person.opened()[0].contains("/device?user_code="), "{:?}", person.opened());
            assert!(ran.out.contains("SIMU-"), "{ran:?}");
            assert_eq!(sim.world().sso_tokens[0].refresh_token.is_some(), is_refreshed);
            aws.caller_identity(&home, profile);
        }
    }
}

#[test]
fn they_understand_when_somebody_denies() {
    for aws in aws_clis_of_all_ages("they_understand_when_somebody_denies") {
        let (sim, mut home) = at_home();
        if Person::sit_down(&mut home, Answer::Deny).is_none() {
            return;
        }
        let ran = login(&aws, &home, &["--sso-session", "corp"]);
        assert!(!matches!(ran.code, Some(0) | None), "{}: {ran:?}", aws.variable);
        assert!(sim.world().sso_tokens.is_empty());
    }
}
