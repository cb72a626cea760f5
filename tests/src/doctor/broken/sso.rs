//! Sign-ins to IAM Identity Center that are over, missing or of another kind.

use serde_json::Value;

use super::super::aws::{SignIn, moment};
use super::super::{Case, Family, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Cache, name, cause, build)
}

/// A profile in either form that is asked for; its sign-in is not stored.
fn any(s: &mut SetUp) -> SignIn {
    let name = s.name();
    s.ask(&name);
    if s.draw.one_in(2) { s.sso_profile(&name) } else { s.legacy_sso_profile(&name) }
}

/// A profile with an sso-session.
fn session(s: &mut SetUp) -> SignIn {
    let name = s.name();
    s.ask(&name);
    s.sso_profile(&name)
}

fn without(token: &mut Value, fields: &[&str]) {
    let token = token.as_object_mut().expect("an object");
    token.retain(|name, _| !fields.contains(&name.as_str()));
}

pub(super) const CASES: &[Case] = &[
    case("nobody signed in", "sso_not_signed_in", |s| {
        any(s);
    }),
    case("only a registration in the SSO cache", "sso_not_signed_in", |s| {
        session(s);
        let registration = r#"{"clientId":"a","clientSecret":"b","expiresAt":"2030-01-01T00:00:00Z"}"#;
        s.home.write(".aws/sso/cache/0123456789abcdef0123456789abcdef01234567.json", registration);
    }),
    case("a sign-in in the legacy place of an sso-session", "sso_not_signed_in", |s| {
        let mut sign_in = session(s);
        sign_in.session = None;
        s.store(&sign_in);
    }),
    case("a role whose source did not sign in", "sso_not_signed_in", |s| {
        let base = s.name();
        s.sso_profile(&base);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("a legacy sign-in that is over", "sso_token_expired", |s| {
        let name = s.name();
        s.ask(&name);
        let mut sign_in = s.legacy_sso_profile(&name);
        s.end(&mut sign_in, 7000);
        s.store_fault(&sign_in);
    }),
    case("a sign-in without a refresh token that is over", "sso_token_expired", |s| {
        let mut sign_in = session(s);
        let seconds = s.draw.between(10, 400_000);
        s.end(&mut sign_in, seconds);
        s.store_fault(&sign_in);
    }),
    case("a role whose source's sign-in is over", "sso_token_expired", |s| {
        let base = s.name();
        let mut sign_in = s.legacy_sso_profile(&base);
        s.end(&mut sign_in, 60);
        s.store_fault(&sign_in);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("a sign-in whose registration is over", "sso_registration_expired", |s| {
        let mut sign_in = session(s);
        s.end(&mut sign_in, 600);
        sign_in.token["refreshToken"] = "aor-of-last-quarter".into();
        sign_in.token["registrationExpiresAt"] = moment(-86_400).into();
        s.store_fault(&sign_in);
    }),
    case("a sign-in that AWS refuses to refresh", "sso_token_expired", |s| {
        let mut sign_in = session(s);
        let seconds = s.draw.between(10, 400_000);
        s.end(&mut sign_in, seconds);
        sign_in.token["refreshToken"] = "aor-that-was-spent".into();
        s.store_fault(&sign_in);
    }),
    case("a role whose source AWS refuses to refresh", "sso_token_expired", |s| {
        let base = s.name();
        let mut sign_in = s.sso_profile(&base);
        s.end(&mut sign_in, 5000);
        sign_in.token["refreshToken"] = "aor-that-was-spent".into();
        s.store_fault(&sign_in);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("a sign-in whose client AWS no longer knows", "sso_registration_expired", |s| {
        let mut sign_in = session(s);
        s.end_refreshable(&mut sign_in, 600);
        s.sim.world().sso_tokens[0].client_id.push_str("-of-old");
        s.store_fault(&sign_in);
    }),
    case("an sso-session that moved to another start URL", "sso_token_of_other_url", |s| {
        let mut sign_in = session(s);
        sign_in.token["startUrl"] = s.draw.start_url().into();
        sign_in.token["accessToken"] = s.draw.token().into();
        s.store_fault(&sign_in);
    }),
    case("a sign-in's file that is cut off", "sso_token_damaged", |s| {
        let sign_in = any(s);
        let text = sign_in.token.to_string();
        s.home.write(&sign_in.file(), &text[..text.len() / 3]);
        s.at_file(&sign_in.file());
    }),
    case("a sign-in's file without a token", "sso_token_damaged", |s| {
        let mut sign_in = any(s);
        without(&mut sign_in.token, &["accessToken"]);
        s.store_fault(&sign_in);
    }),
    case("a sign-in's file without its end", "sso_token_damaged", |s| {
        let mut sign_in = any(s);
        without(&mut sign_in.token, &["expiresAt"]);
        s.store_fault(&sign_in);
    }),
    case("an empty file of a sign-in", "sso_token_damaged", |s| {
        let sign_in = any(s);
        s.home.write(&sign_in.file(), "");
        s.at_file(&sign_in.file());
    }),
    case("a sign-in that was signed out elsewhere", "sso_token_refused", |s| {
        let sign_in = any(s);
        s.store_fault(&sign_in);
        s.sim.world().sso_tokens.clear();
    }),
    case("a permission set that was taken away", "sso_role_not_assigned", |s| {
        let sign_in = any(s);
        s.store(&sign_in);
        s.sim.world().sso_tokens[0].roles.clear();
    }),
    case("a permission set of another account", "sso_role_not_assigned", |s| {
        let sign_in = any(s);
        s.store(&sign_in);
        s.sim.world().sso_tokens[0].roles[0].account_id = "111122223333".into();
    }),
    case("a damaged cached session of SSO", "cache_entry_damaged", |s| {
        let sign_in = any(s);
        s.store(&sign_in);
        let (_, keys) = s.session(3000);
        let file = s.cache_sso(&sign_in, &keys, 3000);
        s.home.write(&file, "{\"ProviderType\": \"sso\"");
        s.at_file(&file);
    })
    .fixed(),
    case("a cached session of SSO that AWS refuses", "cached_session_refused", |s| {
        let sign_in = any(s);
        s.store(&sign_in);
        let (_, keys) = s.session(3000);
        let file = s.cache_sso(&sign_in, &keys, 3000);
        s.sim.world().forget_sessions();
        s.at_file(&file);
    })
    .fixed(),
];
