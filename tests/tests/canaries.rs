//! No command shows secrets in any form: canary secrets are put in every place where a home can hold one.

use std::io::Write;
use std::process::{Command, Stdio};

use aws_sim::{Sim, World};
use sandglass_tests::commands::{Call, every_call};
use sandglass_tests::{Home, built};

/// Where secrets stand, a profile each.
const PROFILES: &[(&str, &str)] = &[
    (
        "continued",
        "aws_access_key_id = AKIAIOSFODNN7EXAMPLF\naws_secret_access_key =\n   /CANARYFEMI1/K7MDENG/bPxRfiCYEXAMPLEKEYs\nregion = eu-central-1",
    ),
    (
        "commented",
        "region = eu-central-1\n# aws_secret_access_key = CANARYcommented\n#aws_session_token =\n#   CANARYbelow",
    ),
    (
        "address",
        "role_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = base\nregion = eu-central-1\nendpoint_url = http://ana:CANARYpw1@127.0.0.1:9/x?token=CANARYquery",
    ),
    (
        "program",
        "credential_process = /bin/sh -c 'echo \"token: CANARYsaid, pass \\\"CANARY correct horse\\\"\" >&2; exit 1' x --password CANARYargument",
    ),
    (
        "misplaced",
        "aws_access_key_id = /CANARYFEMI2/K7MDENG/bPxRfiCYEXAMPLEKEYs\naws_secret_access_key = CANARYsecret2\naws_session_tokn = CANARYmisspelt",
    ),
    (
        "url",
        "role_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = base\nregion = eu-central-1\nservices = custom",
    ),
    (
        "chain",
        "role_arn = arn:aws:iam::123456789012:role/project1\nsource_profile = misplaced\nregion = eu-central-1",
    ),
    (
        "sso",
        "sso_start_url = https://ana:CANARYsso@example.awsapps.com/start?CANARYstart\nsso_region = eu-central-1\nsso_account_id = 123456789012\nsso_role_name = admin",
    ),
    (
        "identity",
        "role_arn = arn:aws:iam::123456789012:role/project1\nweb_identity_token_file = token\nregion = eu-central-1",
    ),
];

fn home(sim: &Sim) -> Home {
    let mut config =
        String::from("[services custom]\nsts =\n  endpoint_url = http://ana:CANARYnested@127.0.0.1:9\n\n");
    for (name, settings) in PROFILES {
        config.extend(["[profile ", name, "]\n", settings, "\n\n"]);
    }
    let mut home = Home::in_sim(&config, sim);
    home.write("token", "CANARYtoken.eyJhIjoxfQ.x");
    home.write(".zshrc", "export GITHUB_TOKEN=CANARYgithub\nexport AWS_SECRET_ACCESS_KEY=CANARYzshrc AWS_SESSION_TOKEN='CANARY two'\n");
    home.write(".config/sandglass/preferences.toml", "proxy = \"http://ana:CANARYproxy@127.0.0.1:9\"\n");
    home.write(".aws/cli/cache/0123.json", "{\"Credentials\": {\"SecretAccessKey\": \"CANARYcached\"}}");
    home.write(
        ".aws/sso/cache/0123.json",
        "{\"accessToken\": \"CANARYaccess\", \"clientSecret\": \"CANARYclient\"}",
    );
    home.set("HTTPS_PROXY", "http://ana:CANARYvariable@127.0.0.1:9");
    home.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9/x?t=CANARYcontainer");
    home.set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "CANARYauthorization");
    home
}

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
    let sim = Sim::start(World::small()).expect("a free port");
    let mut shown = Vec::new();
    for call in every_call() {
        let is_about_one = call.arguments("?").iter().any(|word| word.contains('?'));
        let profiles = if is_about_one { PROFILES } else { &PROFILES[..1] };
        for (profile, _) in profiles {
            let said = said(&home(&sim), &call, profile);
            shown.extend(
                said.lines()
                    .filter(|line| line.contains("CANARY"))
                    .map(|line| format!("{call:?} {profile}: {line}")),
            );
        }
    }
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}
