//! IAM Identity Center with one sso-session, for tests that sign in.

use aws_sim::{IdentityCenter, Sim, SsoAccount, World};
use serde_json::Value;

use crate::home::{Home, Ran};

/// The start URL of the portal.
pub const START_URL: &str = "https://corp.awsapps.com/start";
/// The token's file of the sso-session `corp`, in `~/.aws`.
pub const TOKEN: &str = "sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

/// An sso-session with two profiles, and a profile that says the start URL itself.
pub const CONFIG: &str = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n\
    sso_registration_scopes = sso:account:access\n\n\
    [profile dev]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\nregion = eu-central-1\n\n\
    [profile ops]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Ops\nregion = eu-central-1\n\n\
    [profile old]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n\
    sso_account_id = 123456789012\nsso_role_name = Dev\nregion = eu-central-1\n";

/// The portal, with the roles of these profiles.
pub fn portal() -> IdentityCenter {
    let account = SsoAccount {
        id: "123456789012".to_owned(),
        name: "Production".to_owned(),
        roles: vec!["Dev".to_owned(), "Ops".to_owned()],
    };
    IdentityCenter { accounts: vec![account], ..IdentityCenter::at(START_URL) }
}

/// An AWS with the portal, and a home with these profiles where nobody is signed in.
pub fn at_home() -> (Sim, Home) {
    let mut world = World::small();
    world.portals.push(portal());
    let sim = Sim::start(world).expect("a free port");
    let mut home = Home::empty();
    home.write(".aws/config", CONFIG);
    home.set("AWS_ENDPOINT_URL", &sim.url());
    (sim, home)
}

/// The token of the sso-session.
pub fn token(home: &Home) -> Value {
    serde_json::from_str(&home.aws_file(TOKEN)).expect("JSON")
}

/// Ends the token, and forgets what it gave.
pub fn end_token(home: &Home) -> Value {
    let mut ended = token(home);
    ended["expiresAt"] = "2020-01-01T00:00:00Z".into();
    home.write(&format!(".aws/{TOKEN}"), &ended.to_string());
    let _ = std::fs::remove_dir_all(home.path().join(".aws/cli"));
    ended
}

/// The secrets of every sign-in so far.
fn secrets(home: &Home) -> Vec<String> {
    let directory = home.path().join(".aws/sso/cache");
    let files = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file.path()).expect("readable");
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let secret = |name: &&str| json[*name].as_str().map(str::to_owned);
        found.extend(["accessToken", "refreshToken", "clientSecret"].iter().filter_map(secret));
    }
    found
}

/// Fails where a program showed one.
#[track_caller]
pub fn shows_no_secret(home: &Home, ran: &Ran) {
    for secret in secrets(home) {
        assert!(!ran.out.contains(&secret) && !ran.err.contains(&secret), "{secret}: {ran:?}");
    }
}
