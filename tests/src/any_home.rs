//! Random homes: profiles of every kind, intact and broken, with variables around them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::home::Home;

/// Profiles that may refer to each other.
const NAMES: &[&str] = &["default", "a", "b", "c", "two words", "ü.y/z"];

/// What one home holds.
#[derive(Clone, Debug)]
pub struct AnyHome {
    /// Files by their path in the home.
    pub files: Vec<(&'static str, String)>,
    /// Variables of the call.
    pub variables: Vec<(String, String)>,
    /// `--profile`, when it is given.
    pub profile: Option<String>,
}

impl AnyHome {
    /// Puts the files into a home.
    pub fn write(&self, home: &Home) {
        for (path, text) in &self.files {
            home.write(path, text);
        }
    }
}

/// A source of chance that is another in each run: `SANDGLASS_TEST_SEED` repeats one. The seed is printed.
#[expect(clippy::print_stderr, reason = "who wants to repeat a run needs its seed")]
pub fn chance(test: &str) -> TestRunner {
    let given = std::env::var("SANDGLASS_TEST_SEED").ok().and_then(|text| text.parse().ok());
    let seed: u64 = given.unwrap_or_else(|| u64::from(chrono::Utc::now().timestamp_subsec_nanos()));
    eprintln!("{test}: SANDGLASS_TEST_SEED={seed}");
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

type Lines = Vec<(String, String)>;

fn lines(pairs: &[(&str, &str)]) -> Lines {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn key_id() -> impl Strategy<Value = String> {
    "A[KS]IA[A-Z0-9]{16}"
}

/// Keys: whole, halves, with tokens of both names, empty.
fn keys() -> impl Strategy<Value = Lines> {
    let token = select(vec!["", "aws_session_token", "aws_security_token", "both", "empty"]);
    let part = select(vec!["whole", "whole", "whole", "whole", "whole", "id", "secret", "quoted"]);
    (key_id(), token, part).prop_map(|(id, token, part)| {
        let mut lines = match part {
            "id" => lines(&[("aws_access_key_id", &id)]),
            "secret" => lines(&[("aws_secret_access_key", "s")]),
            "quoted" => {
                lines(&[("aws_access_key_id", &format!("\"{id}\"")), ("AWS_SECRET_ACCESS_KEY", "s # x")])
            }
            _ => lines(&[("aws_access_key_id", &id), ("aws_secret_access_key", "s")]),
        };
        match token {
            "both" => lines.extend(self::lines(&[("aws_session_token", "t"), ("aws_security_token", "u")])),
            "empty" => lines.extend(self::lines(&[("aws_session_token", "")])),
            "" => {}
            name => lines.extend(self::lines(&[(name, "t")])),
        }
        lines
    })
}

fn role() -> impl Strategy<Value = Lines> {
    let named = prop_oneof![8 => select(NAMES), 1 => Just("nowhere"), 1 => Just("")];
    let place =
        select(vec!["Environment", "EcsContainer", "Ec2InstanceMetadata", "environment", "Vault", ""]);
    let source = prop_oneof![
        9 => named.clone().prop_map(|name| lines(&[("source_profile", name)])),
        3 => place.clone().prop_map(|place| lines(&[("credential_source", place)])),
        1 => (named, place).prop_map(|(name, place)| lines(&[("source_profile", name), ("credential_source", place)])),
        1 => Just(Lines::new()),
    ];
    let extra = lines(&[
        ("external_id", "e"),
        ("mfa_serial", "arn:aws:iam::123456789012:mfa/ana"),
        ("duration_seconds", "1h"),
        ("role_session_name", ""),
    ]);
    let good = lines(&[
        ("external_id", ""),
        ("mfa_serial", "GAHT12345678"),
        ("duration_seconds", " 7_200 "),
        ("role_session_name", "ana@example.com"),
    ]);
    let extra = prop_oneof![subsequence(extra, 0..=2), subsequence(good, 0..=4)];
    let arn = "arn:aws:iam::[0-9]{12}:role/[a-z]{1,6}";
    (arn, source, extra)
        .prop_map(|(arn, source, extra)| [lines(&[("role_arn", &arn)]), source, extra].concat())
}

fn sso() -> impl Strategy<Value = Lines> {
    let whole = lines(&[
        ("sso_account_id", "123456789012"),
        ("sso_role_name", "Admin"),
        ("sso_start_url", "https://corp.awsapps.com/start"),
        ("sso_region", "eu-central-1"),
    ]);
    let session = select(vec!["", "", "corp", "corp", "half", "lost", "account", "role"]);
    (subsequence(whole.clone(), 1..=4), any::<bool>(), session).prop_map(move |(part, all, session)| {
        let mut lines = match (all, session) {
            (false, _) => part,
            (true, "corp" | "half") => whole[..2].to_vec(),
            // The session says the rest.
            (true, "account") => whole[1..2].to_vec(),
            (true, "role") => whole[..1].to_vec(),
            (true, _) => whole.clone(),
        };
        if !session.is_empty() {
            lines.push(("sso_session".to_owned(), session.to_owned()));
        }
        lines
    })
}

fn other() -> impl Strategy<Value = Lines> {
    let process = r#"echo '{"Version": 1, "AccessKeyId": "AKIAPROCESS000000000", "SecretAccessKey": "s"}'"#;
    let ending =
        process.replace(r#""s"}"#, r#""s", "SessionToken": "t", "Expiration": "2099-01-01T00:00:00Z"}"#);
    prop_oneof![
        Just(lines(&[("credential_process", process)])),
        Just(lines(&[("credential_process", &ending)])),
        Just(lines(&[("login_session", "arn:aws:iam::123456789012:user/ana")])),
        Just(lines(&[("web_identity_token_file", "/nowhere/token")])),
        Just(lines(&[
            ("web_identity_token_file", "/nowhere/token"),
            ("role_arn", "arn:aws:iam::123456789012:role/w"),
            ("role_session_name", "pod"),
            ("duration_seconds", "7200"),
        ])),
        Just(lines(&[("web_identity_token_file", ""), ("role_arn", "arn:aws:iam::123456789012:role/w")])),
        Just(lines(&[
            ("web_identity_token_file", "~/token"),
            ("role_arn", "arn:aws:iam::123456789012:role/w")
        ])),
        Just(lines(&[("region", "eu-west-3"), ("output", "json")])),
        Just(lines(&[("s3", "\n  max_concurrent_requests = 20"), ("cli_pager", "")])),
    ]
}

/// One section's lines: one kind, or several that stand in each other's way.
fn section() -> impl Strategy<Value = Lines> {
    let kind = prop_oneof![5 => keys(), 5 => role(), 2 => sso(), 4 => other()];
    (kind.clone(), prop_oneof![3 => Just(Lines::new()), 1 => kind], any::<u8>()).prop_map(
        |(first, second, chance)| {
            let mut lines: Lines = Vec::new();
            for (key, value) in first.into_iter().chain(second) {
                let twice = lines.iter().any(|(known, _)| known.eq_ignore_ascii_case(&key));
                if !twice || chance == 0 {
                    lines.push((key, value));
                }
            }
            lines
        },
    )
}

fn header(name: &str, in_config: bool, chance: u8) -> String {
    match (name, in_config) {
        ("default", true) if chance.is_multiple_of(4) => "[profile default]".to_owned(),
        ("default", _) => "[default]".to_owned(),
        (name, false) => format!("[{name}]"),
        // No profile for the AWS CLI, a mistake people make.
        (name, true) if chance.is_multiple_of(20) => format!("[{name}]"),
        (name, true) if name.contains(' ') || chance.is_multiple_of(9) => format!("[profile \"{name}\"]"),
        (name, true) => format!("[profile {name}]"),
    }
}

fn file(in_config: bool) -> impl Strategy<Value = String> {
    let sections = prop::collection::vec((select(NAMES), section(), any::<u8>()), 2..9);
    let damage = prop_oneof![250 => Just(""), 1 => Just("no separator\n"), 1 => Just("[open\n"), 1 => Just("[a]\n[a]\n")];
    let sso = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1\n\
               sso_registration_scopes = sso:account:access\n[sso-session half]\nsso_region = eu-west-1\n\
               [sso-session account]\nsso_start_url = https://a.awsapps.com/start\nsso_region = eu-west-1\n\
               sso_account_id = 123456789012\n[sso-session role]\nsso_start_url = https://r.awsapps.com/start\n\
               sso_region = eu-west-2\nsso_role_name = Shared\n";
    (sections, damage, any::<bool>()).prop_map(move |(sections, damage, defaults)| {
        let mut text = if in_config { sso.to_owned() } else { String::new() };
        let mut written: Vec<String> = Vec::new();
        for (name, lines, chance) in sections {
            let header = header(name, in_config, chance);
            // Twice the same section would refuse most files; `[default]` twice in its two forms is wanted.
            if written.contains(&header) {
                continue;
            }
            text.extend([header.as_str(), "\n"]);
            for (key, value) in lines {
                text.extend([key.as_str(), " = ", value.as_str(), "\n"]);
            }
            written.push(header);
        }
        if defaults && damage.is_empty() && text.len().is_multiple_of(11) {
            text.push_str("[DEFAULT]\nregion = sa-east-1\n");
        }
        text + damage
    })
}

fn variables() -> impl Strategy<Value = Vec<(String, String)>> {
    let names = || prop_oneof![12 => select(NAMES), 1 => Just("nowhere"), 1 => Just("")];
    let one = |name: &'static str, values: Vec<&'static str>| {
        select(values).prop_map(move |value| (name, value.to_owned()))
    };
    let any = prop_oneof![
        4 => names().prop_map(|name| ("AWS_PROFILE", name.to_owned())),
        2 => names().prop_map(|name| ("AWS_DEFAULT_PROFILE", name.to_owned())),
        3 => key_id().prop_map(|id| ("AWS_ACCESS_KEY_ID", id)),
        1 => one("AWS_ACCESS_KEY_ID", vec![""]),
        3 => one("AWS_SECRET_ACCESS_KEY", vec!["s", "s", "s", ""]),
        2 => one("AWS_SESSION_TOKEN", vec!["t", ""]),
        1 => one("AWS_SECURITY_TOKEN", vec!["u", ""]),
        1 => one("AWS_CREDENTIAL_EXPIRATION", vec!["2099-01-01T00:00:00Z", "2020-01-01T00:00:00+00:00", ""]),
        2 => one("AWS_WEB_IDENTITY_TOKEN_FILE", vec!["/nowhere/token", ""]),
        2 => one("AWS_ROLE_ARN", vec!["arn:aws:iam::123456789012:role/env", ""]),
        1 => one("AWS_ROLE_SESSION_NAME", vec!["ana", ""]),
        1 => one("AWS_CONTAINER_CREDENTIALS_FULL_URI", vec!["http://127.0.0.1:9/x"]),
        1 => one("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", vec!["/x"]),
        1 => one("AWS_CONFIG_FILE", vec!["~/other/config", "$HOME/other/config", "~/nowhere"]),
        1 => one("AWS_SHARED_CREDENTIALS_FILE", vec!["~/other/credentials", "${HOME}/.aws/credentials", "~/nowhere"]),
        2 => one("AWS_REGION", vec!["eu-north-1", ""]),
        2 => one("AWS_DEFAULT_REGION", vec!["us-west-2", ""]),
    ];
    prop::collection::vec(any, 0..6).prop_map(|pairs| {
        let unique: BTreeMap<&str, String> = pairs.into_iter().collect();
        unique.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    })
}

/// A name that stands in one of the files, where there is one; now and then one that does not.
fn name_in(files: &[&str], chance: usize) -> &'static str {
    let there = |name: &&&str| {
        files.iter().any(|text| text.contains(&format!("{name}]")) || text.contains(&format!("{name}\"]")))
    };
    let names: Vec<&str> = NAMES.iter().filter(there).copied().collect();
    match names.len() {
        count if count > 0 && !chance.is_multiple_of(40) => names[chance % count],
        _ => "nowhere",
    }
}

/// Any home.
pub fn any_home() -> impl Strategy<Value = AnyHome> {
    let profile = prop_oneof![6 => Just(None), 9 => any::<usize>().prop_map(Some)];
    (file(true), file(false), file(true), file(false), variables(), profile).prop_map(
        |(config, credentials, other_config, other_credentials, variables, profile)| AnyHome {
            profile: profile.map(|chance| name_in(&[&config, &credentials], chance).to_owned()),
            files: vec![
                (".aws/config", config),
                (".aws/credentials", credentials),
                ("other/config", other_config),
                ("other/credentials", other_credentials),
            ],
            variables,
        },
    )
}
