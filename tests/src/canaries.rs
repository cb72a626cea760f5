//! A home that holds a canary wherever a home can hold a secret: who finds the word anywhere else was shown one.

use std::collections::BTreeSet;

use aws_sim::{Denial, Sim, World};

use crate::Home;

/// What every canary begins with.
pub const CANARY: &str = "CANARY";

/// Where secrets stand, a profile each.
pub const PROFILES: &[(&str, &str)] = &[
    (
        "continued",
        "aws_access_key_id = AKIAIOSFODNN7EXAMPLF\naws_secret_access_key =\n   /CANARYFEMI1/K7MDENG/bPxRfiCYEXAMPLEKEYs\nregion = eu-central-1",
    ),
    (
        "commented",
        "region = eu-central-1\n# aws_secret_access_key = CANARYcommented\n#aws_session_token =\n#   CANARYbelow\n; aws_secret_access_key: CANARYcolon",
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
        "cutoff",
        "credential_process = /bin/sh -c 'echo \"{\\\"Version\\\": 1, \\\"SecretAccessKey\\\": \\\"CANARYjson\\\"\"'",
    ),
    (
        "misplaced",
        "aws_access_key_id = /CANARYFEMI2/K7MDENG/bPxRfiCYEXAMPLEKEYs\naws_secret_access_key = CANARYsecret2\naws_session_tokn = CANARYmisspelt\nold_password = CANARYpassword",
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
    (
        "denied",
        "role_arn = arn:aws:iam::123456789012:role/partner\nsource_profile = base\nregion = eu-central-1",
    ),
    ("signed_in", "login_session = arn:aws:iam::123456789012:user/ana\nregion = eu-central-1"),
];

/// Its files, and what stands in them.
const FILES: &[(&str, &str)] = &[
    ("token", "CANARYtoken.eyJhIjoxfQ.x"),
    (
        ".zshrc",
        "export GITHUB_TOKEN=CANARYgithub\nexport AWS_SECRET_ACCESS_KEY=CANARYzshrc AWS_SESSION_TOKEN='CANARY two'\n",
    ),
    (".bashrc", "alias deploy='AWS_SECRET_ACCESS_KEY=CANARYalias aws s3 ls'\n"),
    (".aws/boto/cache/0123.json", "{\"Credentials\": {\"SecretAccessKey\": \"CANARYboto\"}}"),
    (".profile", "export AWS_SECRET_ACCESS_KEY=\\\nCANARYnextline\n"),
    (".config/fish/config.fish", "set -gx AWS_SESSION_TOKEN CANARYfish\n"),
    (".config/environment.d/aws.conf", "AWS_SECRET_ACCESS_KEY=CANARYenvironmentd\n"),
    (".config/sandglass/preferences.toml", "proxy = \"http://ana:CANARYproxy@127.0.0.1:9\"\n"),
    (".aws/cli/cache/0123.json", "{\"Credentials\": {\"SecretAccessKey\": \"CANARYcached\"}}"),
    (".aws/sso/cache/0123.json", "{\"accessToken\": \"CANARYaccess\", \"clientSecret\": \"CANARYclient\"}"),
    (
        ".aws/login/cache/24cb9a3b8e33a7eab3f2dd6eddc4e13aef5ec0a2f6c9a51e0b7a3ef3ea2a3a3a.json",
        "{\"accessToken\": {\"secretAccessKey\": \"CANARYlogin\"}, \"refreshToken\": \"CANARYrefresh\"}",
    ),
];

/// Variables, and what they hold.
const VARIABLES: &[(&str, &str)] = &[
    ("HTTPS_PROXY", "http://ana:CANARYvariable@127.0.0.1:9"),
    ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9/x?t=CANARYcontainer"),
    ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "CANARYauthorization"),
];

const SERVICES: &str = "[services custom]\nsts =\n  endpoint_url = http://ana:CANARYnested@127.0.0.1:9\n\n";

/// What AWS says when it refuses.
const REFUSAL: &str = "no identity-based policy allows it, token=CANARYserver";

/// The simulated AWS of that home.
pub fn sim() -> Sim {
    let sim = Sim::start(World::small()).expect("a free port");
    let because = REFUSAL.to_owned();
    let role_arn = "arn:aws:iam::123456789012:role/partner".to_owned();
    sim.world().denials.push(Denial { role_arn, because });
    sim
}

/// The home.
pub fn home(sim: &Sim) -> Home {
    let mut config = String::from(SERVICES);
    for (name, settings) in PROFILES {
        config.extend(["[profile ", name, "]\n", settings, "\n\n"]);
    }
    let mut home = Home::in_sim(&config, sim);
    for (path, content) in FILES {
        home.write(path, content);
    }
    for (name, value) in VARIABLES {
        home.set(name, value);
    }
    // So that AWS is heard, and other proxies are not passed by.
    home.set("NO_PROXY", sim.url().trim_start_matches("http://"));
    home
}

/// Every canary, by the word it begins with.
pub fn all() -> BTreeSet<String> {
    let profiles = PROFILES.iter().map(|(_, text)| *text);
    let files = FILES.iter().chain(VARIABLES).map(|(_, text)| *text);
    let everything = profiles.chain(files).chain([SERVICES, REFUSAL]);
    let mut found = BTreeSet::new();
    for text in everything {
        for rest in text.split(CANARY).skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != ' ').unwrap_or(rest.len());
            found.insert(rest[..end].to_owned());
        }
    }
    found
}

/// The lines that show one.
pub fn shown(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.contains(CANARY)).collect()
}
