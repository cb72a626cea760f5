//! No command shows secrets in any form: canary secrets are put in every place where a home can hold one.

use std::io::Write;
use std::process::{Command, Stdio};

use sandglass_tests::canaries::{self, PROFILES, home};
use sandglass_tests::commands::{Call, every_call};
use sandglass_tests::{Home, built};

fn said(home: &Home, call: &Call, profile: &str) -> String {
    let mut command = Command::new(built("sandglass"));
    command.args(call.arguments(profile));
    home.dress(&mut command);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let _ = child.stdin.take().expect("a pipe").write_all(call.input.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let out = if call.prints_secrets() { Vec::new() } else { output.stdout };
    String::from_utf8_lossy(&[out, output.stderr].concat()).into_owned()
}

#[test]
fn no_secret_is_shown_by_any_command() {
    assert!(canaries::all().len() >= 36, "{:?}", canaries::all());
    let sim = canaries::sim();
    let mut shown = Vec::new();
    for call in every_call() {
        let is_about_one = call.arguments("?").iter().any(|word| word.contains('?'));
        let profiles = if is_about_one { PROFILES } else { &PROFILES[..1] };
        for (profile, _) in profiles {
            let said = said(&home(&sim), &call, profile);
            shown
                .extend(canaries::shown(&said).into_iter().map(|line| format!("{call:?} {profile}: {line}")));
        }
    }
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}
