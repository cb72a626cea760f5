//! Homes that hold a canary wherever a home can hold a secret: who finds the word anywhere else was shown one.
//!
//! There are two. The AWS CLI reads every file of the first, so that commands get as far as they can with each profile. It
//! refuses the files of the second, so that the lines which are wrong are shown.

mod places;

use std::collections::BTreeSet;

use aws_sim::{Denial, MfaDevice, Sim, World};

use crate::Home;
use crate::commands::Call;
use places::{BROKEN, CREDENTIALS, FILES, REFUSALS, SERVICES, VARIABLES};

pub use places::{PROFILES, Profile};

/// What every canary begins with, but the code.
pub const CANARY: &str = "CANARY";

/// A one-time code: six digits, which hold no word.
pub const CODE: &str = "840917";

/// Where a profile names the simulated AWS.
const SIM: &str = "SIM";

/// The simulated AWS of these homes. What it says when it refuses repeats what it was sent.
pub fn sim() -> Sim {
    let sim = Sim::start(World::small()).expect("a free port");
    let denial = |(role, because): &(&str, &str)| Denial {
        role_arn: format!("arn:aws:iam::123456789012:role/{role}"),
        because: (*because).to_owned(),
    };
    sim.world().denials.extend(REFUSALS.iter().map(denial));
    let serial = "arn:aws:iam::123456789012:mfa/ana".to_owned();
    sim.world().users[0].mfa_devices = vec![MfaDevice { serial, codes: vec![CODE.to_owned()] }];
    sim
}

/// The home that the AWS CLI reads.
pub fn home(sim: &Sim) -> Home {
    let profiles = PROFILES.iter().map(|profile| (profile.name, profile.settings));
    home_of(sim, SERVICES, profiles)
}

/// The home of which it refuses both files.
pub fn broken_home(sim: &Sim) -> Home {
    let home = home_of(sim, SERVICES, BROKEN.iter().copied());
    let credentials = home.path().join(".aws/credentials");
    let kept = std::fs::read_to_string(&credentials).expect("a file");
    std::fs::write(credentials, kept + "\nCANARYFEMI9/K7MDENG/bPxRfiCYEXAMPLEKEYs\n").expect("written");
    home
}

/// The profiles of the home that is refused.
pub fn broken_profiles() -> Vec<&'static str> {
    BROKEN.iter().map(|(name, _)| *name).collect()
}

fn home_of<'a>(sim: &Sim, first: &str, profiles: impl Iterator<Item = (&'a str, &'a str)>) -> Home {
    let mut config = first.to_owned();
    for (name, settings) in profiles {
        config.extend(["[profile ", name, "]\n", settings, "\n\n"]);
    }
    let mut home = Home::with_config(&config.replace(SIM, &sim.url()));
    sim.world().users[0].access_keys[0].secret.clone_from(&home.secret);
    let base = home.aws_file("credentials");
    home.write(".aws/credentials", &(base + CREDENTIALS));
    for (path, content) in FILES {
        home.write(path, content);
    }
    for (name, value) in VARIABLES {
        home.set(name, value);
    }
    // So that AWS is heard, and other proxies are not passed by.
    home.set("NO_PROXY", sim.url().trim_start_matches("http://"));
    for service in ["SSO", "SSO_OIDC", "SIGNIN"] {
        home.set(&format!("AWS_ENDPOINT_URL_{service}"), &sim.url());
    }
    home
}

/// What is pasted as an error message.
const ERROR: &str = "An error occurred (ExpiredToken) when calling the GetObject operation: The provided token CANARYpasted/x1 has \
                     expired, https://ana:CANARYlink@bucket.s3.amazonaws.com/x?X-Amz-Security-Token=CANARYpresigned\n";

/// Calls that say more than those of every command do: what is asked of AWS, with the code, and of an error.
pub fn more_calls() -> [Call; 13] {
    [
        Call::new("profile set NAME aws_secret_access_key=CANARYargued --dry-run", ""),
        Call::new(
            "profile set NAME endpoint_url=http://ana:CANARYset@127.0.0.1:9/?x=CANARYsetquery --dry-run",
            "",
        ),
        Call::new(
            "profile paste NAME --dry-run",
            "AWS_SECRET_ACCESS_KEY='CANARYunclosed\nAWS_SESSION_TOKEN=\"CANARY$x\"\n",
        ),
        Call::new("preferences set proxy http://ana:CANARYchosen@127.0.0.1:9", ""),
        Call::new("preferences set proxy ftp://ana:CANARYrefused@127.0.0.1:9", ""),
        Call::new("renew NAME --mfa 840917", ""),
        Call::new("renew NAME --mfa - --json", "840917\n"),
        Call::new("renew NAME --mfa CANARYcode", ""),
        Call::new("status NAME --verify", ""),
        Call::new("doctor NAME", ""),
        Call::new("doctor NAME --json", ""),
        Call::new("doctor NAME --report", ""),
        Call::new("doctor NAME --offline --report --error -", ERROR),
    ]
}

/// Every canary, by what makes it different from others.
pub fn all() -> BTreeSet<String> {
    let profiles = PROFILES.iter().map(|profile| profile.settings);
    let files = FILES.iter().chain(VARIABLES).chain(REFUSALS).chain(BROKEN).map(|(_, text)| *text);
    let everything = profiles.chain(files).chain([SERVICES, CREDENTIALS, ERROR]);
    let mut found = BTreeSet::from([CODE.to_owned()]);
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
    text.lines().filter(|line| line.contains(CANARY) || shows_code(line)).collect()
}

/// The code as a number of its own: others may hold its digits.
fn shows_code(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == CODE)
}

/// What Sandglass keeps of its own in a home, but for the texts that it replaced, which hold what the files held, and the
/// sessions that codes made.
pub fn kept(home: &Home) -> String {
    let mut text = String::new();
    let mut waiting = vec![home.path().join(".local/state/sandglass")];
    while let Some(directory) = waiting.pop() {
        for path in std::fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if !path.is_dir() {
                let content = std::fs::read(&path).unwrap_or_default();
                text.push_str(&String::from_utf8_lossy(&content));
            } else if !["backup", "undo", "mfa"].iter().any(|own| path.ends_with(own)) {
                waiting.push(path);
            }
        }
    }
    // What was there before.
    FILES.iter().fold(text, |text, (_, content)| text.replace(content, ""))
}
