use std::fmt::Write;

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
            ("session", exported(Some("tok")).set_lines(shell)),
            ("long-term", exported(None).set_lines(shell)),
            ("unset", Secret::new(unset_lines(shell))),
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
        line("/home/ana b/sandglass", "my \"$x\""),
        r#"credential_process = "/home/ana b/sandglass" credentials "my \"\$x\"""#
    );
}
