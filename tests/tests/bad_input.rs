//! Bad input is answered with a sentence and its place, fails with an exit code, and loses nothing.

use std::path::Path;

use aws_sim::{Fault, FaultKind, Role, Sim, World};
use sandglass_tests::{Home, Ran};

const ROLE: &str = "role_arn = arn:aws:iam::123456789012:role";

/// Every file below a directory with its content.
fn contents(directory: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(next).expect("a directory").map_while(Result::ok) {
            match entry.path() {
                path if path.is_dir() => waiting.push(path),
                path => found.push((path.clone(), std::fs::read(path).expect("readable"))),
            }
        }
    }
    found.sort();
    found
}

/// Fails with a sentence that holds these words, and leaves the AWS files as they were.
fn fails(home: &Home, arguments: &[&str], words: &[&str]) -> Ran {
    let before = contents(&home.path().join(".aws"));
    let ran = home.sandglass(arguments);
    assert!(!matches!(ran.code, Some(0) | None), "{arguments:?}: {ran:?}");
    for word in words {
        assert!(ran.err.contains(word), "“{word}” is missing: {ran:?}");
    }
    assert!(ran.err.contains("\n  → "), "nothing says what to do: {ran:?}");
    assert!(!ran.err.contains("panicked"), "{ran:?}");
    assert_eq!(contents(&home.path().join(".aws")), before, "a file changed: {arguments:?}");
    ran
}

#[test]
fn a_file_the_aws_cli_cannot_parse() {
    let home = Home::with_config("[profile a]\nregion = eu-central-1\nthis is no setting\n");
    fails(&home, &["status"], &["~/.aws/config:3"]);
    fails(&home, &["renew", "a"], &["~/.aws/config:3"]);
    fails(&home, &["renew", "--all"], &["~/.aws/config:3"]);
    let status = home.sandglass_json(&["status"]);
    assert_eq!(status[0]["state"], "broken");
    assert_eq!(status[0]["problems"][0]["code"], "file_unparsable");
}

#[test]
fn a_file_that_cannot_be_read() {
    let home = Home::with_config("[profile a]\n");
    std::fs::remove_file(home.path().join(".aws/config")).expect("removed");
    std::fs::create_dir(home.path().join(".aws/config")).expect("made");
    fails(&home, &["status"], &["~/.aws/config cannot be read"]);
    fails(&home, &["renew", "base"], &["~/.aws/config cannot be read"]);
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_variable_names_the_home_the_system_is_asked() {
    use sandglass_tests::mounts::{as_user, may_be_nobody};
    let test = "where_no_variable_names_the_home_the_system_is_asked";
    if !may_be_nobody(test) {
        return;
    }
    let home = Home::empty();
    let config = home.write("config", "[profile a]\nregion = eu-west-1\n");
    std::fs::set_permissions(home.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("set");
    let script =
        format!("unset HOME USERPROFILE; AWS_CONFIG_FILE={} \"$SANDGLASS\" status", config.display());
    // nobody, who has an entry, and a user who has none.
    let known = as_user(&home, 65534, &script);
    assert!(known.code == Some(0) && known.out.contains('a'), "{known:?}");
    let unknown = as_user(&home, 54321, &script);
    assert_eq!(unknown.code, Some(1));
    assert!(unknown.err.contains("HOME") && unknown.err.contains("→"), "{unknown:?}");
}

#[test]
fn no_profile_at_all() {
    let home = Home::empty();
    let ran = home.sandglass(&["status"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("~/.aws/config"), "{ran:?}");
    assert_eq!(home.sandglass_json(&["status"]), serde_json::json!([]));
}

#[test]
fn an_unknown_profile() {
    let home = Home::with_config("");
    fails(&home, &["renew", "prdo"], &["“prdo”"]);
    fails(&home, &["watch", "add", "prdo"], &["“prdo”"]);
    let status = home.sandglass_json(&["status", "prdo"]);
    assert_eq!(status[0]["problems"][0]["code"], "unknown_profile");
    assert_eq!(home.sandglass(&["status", "prdo"]).code, Some(1));
}

#[test]
fn chains_that_lead_nowhere() {
    let home = Home::with_config(&format!(
        "[profile a]\n{ROLE}/a\nsource_profile = b\n[profile b]\n{ROLE}/b\nsource_profile = a\n\
         [profile c]\n{ROLE}/c\nsource_profile = gone\n"
    ));
    fails(&home, &["renew", "a"], &["circle", "~/.aws/config:"]);
    fails(&home, &["renew", "c"], &["“gone”", "~/.aws/config:9"]);
}

#[test]
fn a_home_that_cannot_be_written() {
    let sim = Sim::start(World::small()).expect("a free port");
    let config = format!(
        "[profile project1]\n{ROLE}/project1\nsource_profile = base\nregion = eu-central-1\n\
         [profile admin]\n{ROLE}/prod-admin\nsource_profile = base\nregion = eu-central-1\n\
         mfa_serial = arn:aws:iam::123456789012:mfa/ana\n"
    );
    let home = Home::in_sim(&config, &sim);
    // A file where the directory would be made: not even root can write there.
    home.write(".aws/cli", "");
    fails(&home, &["renew", "project1"], &["~/.aws/cli/cache"]);
    fails(&home, &["renew", "admin", "--mfa", "111111"], &["~/.aws/cli/cache"]);
    assert_eq!(sim.log(), [], "AWS was asked for a session that cannot be kept");
}

#[test]
fn no_network() {
    let mut home =
        Home::with_config(&format!("[profile a]\n{ROLE}/a\nsource_profile = base\nregion = eu-central-1\n"));
    let closed =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port");
    home.set("AWS_ENDPOINT_URL_STS", &format!("http://{closed}"));
    fails(&home, &["renew", "a"], &["cannot be reached", &closed.to_string()]);
}

#[test]
fn what_aws_refuses() {
    let sim = Sim::start(World::small()).expect("a free port");
    let small = sim.world().roles[1].clone();
    sim.world().roles.push(Role { trusts: Vec::new(), arn: small.arn.replace("short", "closed"), ..small });
    let profile = |name: &str, more: &str| {
        format!("[profile {name}]\n{ROLE}/{name}\nsource_profile = base\nregion = eu-central-1\n{more}\n")
    };
    let home = Home::in_sim(
        &[
            profile("project1", ""),
            profile("closed", ""),
            profile("short", "duration_seconds = 7200"),
            profile("prod-admin", "mfa_serial = arn:aws:iam::123456789012:mfa/ana"),
            profile("partner", "external_id = another"),
        ]
        .concat(),
        &sim,
    );
    fails(&home, &["renew", "closed"], &["not authorized", "~/.aws/config:7"]);
    fails(&home, &["renew", "partner"], &["not authorized", "external_id"]);
    fails(&home, &["renew", "short"], &["duration_seconds = 7200", "~/.aws/config:15"]);
    fails(&home, &["renew", "prod-admin", "--mfa", "999990"], &["MFA", "mfa/ana"]);
    sim.world().clock_offset = 900;
    fails(&home, &["renew", "project1"], &["clock", "Signature expired"]);
    sim.world().clock_offset = 0;
    sim.world().users[0].access_keys[0].secret = "another".to_owned();
    fails(&home, &["renew", "project1"], &["secret", "~/.aws/credentials:2"]);
    sim.world().users[0].access_keys[0].inactive = true;
    fails(&home, &["renew", "project1"], &["~/.aws/credentials:2"]);
    // A refusal is asked for once.
    assert_eq!(sim.log().iter().filter(|entry| entry.error.is_some()).count(), sim.log().len());
    assert_eq!(sim.log().len(), 7);
}

#[test]
fn what_passes_is_tried_again() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(
        &format!("[profile project1]\n{ROLE}/project1\nsource_profile = base\nregion = eu-central-1\n"),
        &sim,
    );
    for kind in [FaultKind::Throttle, FaultKind::Drop, FaultKind::Unavailable] {
        let before = sim.log().len();
        sim.world().faults.push(Fault { action: None, times: Some(1), kind });
        let ran = home.sandglass(&["renew", "project1"]);
        assert_eq!(ran.code, Some(0), "{kind:?}: {ran:?}");
        assert_eq!(sim.log().len(), before + 2, "{kind:?}");
    }
    sim.world().faults.push(Fault { action: None, times: None, kind: FaultKind::Throttle });
    let before = sim.log().len();
    fails(&home, &["renew", "project1"], &["too many requests"]);
    assert_eq!(sim.log().len(), before + 5);
}

#[test]
fn durations_that_cannot_be_are_refused_before_aws_is_asked() {
    let sim = Sim::start(World::small()).expect("a free port");
    let home = Home::in_sim(
        &format!(
            "[profile project1]\n{ROLE}/project1\nsource_profile = base\nregion = eu-central-1\n\
             [profile chained]\n{ROLE}/partner\nsource_profile = project1\nregion = eu-central-1\n\
             duration_seconds = 7200\n\
             [profile tiny]\n{ROLE}/project1\nsource_profile = base\nregion = eu-central-1\nduration_seconds = 60\n\
             [profile nowhere]\n{ROLE}/project1\nsource_profile = base\n"
        ),
        &sim,
    );
    fails(&home, &["renew", "chained"], &["one hour", "~/.aws/config:9", "3600"]);
    fails(&home, &["renew", "tiny"], &["900", "~/.aws/config:14"]);
    fails(&home, &["renew", "nowhere"], &["region"]);
    assert_eq!(sim.log(), []);
}

#[test]
fn a_ca_bundle_that_is_none() {
    let mut home =
        Home::with_config(&format!("[profile a]\n{ROLE}/a\nsource_profile = base\nregion = eu-central-1\n"));
    let bundle = home.write("bundle.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    home.set("AWS_CA_BUNDLE", &bundle.display().to_string());
    fails(&home, &["renew", "a"], &["bundle.pem", "AWS_CA_BUNDLE"]);
}

#[test]
fn preferences_that_are_none_are_left_alone() {
    let home = Home::with_config("[profile a]\n");
    let path = if cfg!(windows) { "AppData/Roaming/Sandglass" } else { ".config/sandglass" };
    let path = if cfg!(target_os = "macos") { "Library/Application Support/Sandglass" } else { path };
    let file = home.write(&format!("{path}/preferences.toml"), "watched = [");
    let ran = home.sandglass(&["watch", "add", "base"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("preferences.toml"), "{ran:?}");
    assert_eq!(std::fs::read_to_string(file).expect("still there"), "watched = [");
}
