//! Sign-ins with `aws login` that are over, missing or damaged. Version 1 is the judge: the version 2 that is set up
//! here is older than `aws login`.

use aws_sim::LoginRefusal;
use serde_json::Value;

use super::super::programs::Cli;
use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Cache, name, cause, build)
}

/// A profile that is asked for, whose keys of `aws login` ended so many seconds ago.
fn over(s: &mut SetUp, change: impl FnOnce(&mut SetUp, &mut Value)) {
    s.cli = Cli::V1;
    let name = s.name();
    s.ask(&name);
    let seconds = s.draw.between(5, 90_000);
    let file = s.login_profile(&name, -seconds, change);
    s.at_file(&file);
}

fn refused(s: &mut SetUp, why: LoginRefusal) {
    over(s, |s, _| s.sim.world().logins[0].refused = Some(why));
}

fn without(token: &mut Value, field: &str) {
    token.as_object_mut().expect("an object").remove(field);
}

pub(super) const CASES: &[Case] = &[
    case("nobody signed in with aws login", "login_not_signed_in", |s| {
        over(s, |_, _| {});
        s.finally(|s| std::fs::remove_dir_all(s.path(".aws/login")).expect("it was there"));
    }),
    case("a sign-in of aws login in the cache directory of another shell", "login_not_signed_in", |s| {
        over(s, |_, _| {});
        s.places.clear();
        let elsewhere = s.path("elsewhere").display().to_string();
        s.home.set("AWS_LOGIN_CACHE_DIRECTORY", &elsewhere);
    }),
    case("keys of aws login for two more minutes, and no others", "login_session_expired", |s| {
        s.cli = Cli::V1;
        let name = s.name();
        s.ask(&name);
        let file = s.login_profile(&name, 120, |s, _| {
            s.sim.world().logins[0].refused = Some(LoginRefusal::TokenExpired);
        });
        s.at_file(&file);
    }),
    case("a session of aws login that is over", "login_session_expired", |s| {
        refused(s, LoginRefusal::TokenExpired);
    }),
    case("a session of aws login whose user has another password", "login_session_expired", |s| {
        refused(s, LoginRefusal::UserCredentialsChanged);
    }),
    case("a session of aws login whose user may not refresh it", "access_denied", |s| {
        refused(s, LoginRefusal::InsufficientPermissions);
        s.places.clear();
    }),
    case("a refresh token of aws login that was spent", "login_session_expired", |s| {
        over(s, |_, token| token["refreshToken"] = "spent-by-a-copy-of-this-file".into());
    }),
    case("a role whose source's session of aws login is over", "login_session_expired", |s| {
        s.cli = Cli::V1;
        let base = s.name();
        let file = s.login_profile(&base, -60, |s, _| {
            s.sim.world().logins[0].refused = Some(LoginRefusal::TokenExpired);
        });
        s.at_file(&file);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("a file of aws login without its refresh token", "login_token_damaged", |s| {
        over(s, |_, token| without(token, "refreshToken"));
    }),
    case("a file of aws login without its account", "login_token_damaged", |s| {
        over(s, |_, token| without(&mut token["accessToken"], "accountId"));
    }),
    case("a file of aws login whose key is none", "login_token_damaged", |s| {
        over(s, |_, token| {
            token["dpopKey"] = "-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----\n".into();
        });
    }),
    case("a file of aws login that is cut off", "login_token_damaged", |s| {
        s.cli = Cli::V1;
        let name = s.name();
        s.ask(&name);
        let file = s.login_profile(&name, 600, |_, _| {});
        let text = std::fs::read_to_string(s.path(&file)).expect("a file");
        s.home.write(&file, &text[..text.len() / 2]);
        s.at_file(&file);
    }),
];
