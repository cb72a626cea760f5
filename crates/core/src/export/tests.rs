use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::testing::now;

fn exported(token: Option<&str>) -> Exported {
    Exported {
        keys: StaticKeys::new(
            "ASIAEXAMPLE".to_owned(),
            Secret::new("a/b+c='d\\e".to_owned()),
            token.map(|token| Secret::new(token.to_owned())),
        )
        .expect("keys"),
        expires_at: token.map(|_| now()),
        region: token.map(|_| "eu-central-1".to_owned()),
        not_kept: None,
    }
}

#[test]
fn a_credential_process_says_when_they_end() {
    let json = exported(Some("tok")).process_json().expect("text");
    assert_eq!(
        json.expose(),
        r#"{"Version":1,"AccessKeyId":"ASIAEXAMPLE","SecretAccessKey":"a/b+c='d\\e","SessionToken":"tok","Expiration":"2026-11-23T13:23:00Z"}"#
    );
    let json = exported(None).process_json().expect("text");
    assert!(!json.expose().contains("Expiration") && !json.expose().contains("SessionToken"));
}

#[test]
fn every_shell_sets_and_takes_away() {
    let mut all = String::new();
    for (shell, name) in Shell::ALL {
        for (what, lines) in [
            ("session", exported(Some("tok")).set_lines(shell, &Variables::default())),
            ("long-term", exported(None).set_lines(shell, &Variables::default())),
            ("unset", unset_lines(shell, &Variables::default())),
        ] {
            writeln!(all, "## {name}, {what}\n{}", lines.expose()).expect("text");
        }
    }
    insta::assert_snapshot!("shells", all);
}

#[test]
fn programs_name_their_shell() {
    for (program, shell) in [
        ("/usr/bin/zsh", Some(Shell::Zsh)),
        ("-bash", Some(Shell::Bash)),
        (r"C:\Program Files\PowerShell\7\pwsh.exe", Some(Shell::PowerShell)),
        ("fish", Some(Shell::Fish)),
        ("python3", None),
        ("", None),
    ] {
        assert_eq!(Shell::of_program(program), shell, "{program}");
    }
}

#[test]
fn lines_that_name_a_profile() {
    assert_eq!(profile_line(Shell::Bash, "a b'c"), r"export AWS_PROFILE='a b'\''c'");
    assert_eq!(profile_line(Shell::Fish, "prod"), "set -gx AWS_PROFILE prod");
    assert_eq!(profile_line(Shell::PowerShell, "prod"), "$Env:AWS_PROFILE = 'prod'");
    let line = |program: &str, profile| credential_process_line(Path::new(program), profile);
    assert_eq!(
        line("/usr/bin/sandglass", "prod"),
        "credential_process = /usr/bin/sandglass credentials prod"
    );
    assert_eq!(
        line(r"C:\Program Files\sandglass.exe", "prod"),
        r#"credential_process = "C:\Program Files\sandglass.exe" credentials prod"#
    );
    assert_eq!(
        line("/usr/bin/sandglass", "-x"),
        "credential_process = /usr/bin/sandglass credentials -- '-x'"
    );
    assert_eq!(
        line("/home/ana b/sandglass", "my \"$x\""),
        r#"credential_process = '/home/ana b/sandglass' credentials 'my "$x"'"#
    );
}

/// A shell of the kind JSON stands for: what it has after it took lines.
fn after(variables: &Variables, lines: &Secret) -> Variables {
    let mut after = variables.clone();
    let lines: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(lines.expose()).expect("an object");
    for (name, value) in &lines {
        match value.as_str() {
            Some(value) => after.set(name, value),
            None => after.unset(name),
        }
    }
    after
}

fn of_region(region: Option<&str>) -> Exported {
    Exported { region: region.map(str::to_owned), ..exported(Some(region.unwrap_or("token"))) }
}

proptest! {
    #[test]
    fn whatever_was_set_in_between_the_users_own_comes_back(
        own in proptest::collection::vec((proptest::sample::select(NAMES.to_vec()), "[a-c ]{0,3}"), 0..6),
        regions in proptest::collection::vec(proptest::option::of("[d-f]{1,2}"), 1..5),
    ) {
        let own: Variables = own.into_iter().collect();
        let all = |variables: &Variables| -> Vec<(String, String)> {
            variables.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
        };
        let mut shell = own.clone();
        for region in &regions {
            let exported = of_region(region.as_deref());
            shell = after(&shell, &exported.set_lines(Shell::Json, &shell));
            prop_assert_eq!(all(&as_the_user_set(&shell)), all(&own));
            prop_assert_eq!(shell.get("AWS_REGION"), region.as_deref().or(own.get("AWS_REGION")));
            prop_assert_eq!(shell.get("AWS_PROFILE"), None);
        }
        shell = after(&shell, &unset_lines(Shell::Json, &shell));
        prop_assert_eq!(all(&shell), all(&own));
    }
}
