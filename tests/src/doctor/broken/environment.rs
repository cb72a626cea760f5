//! Variables of the shell that are in the way.

use super::super::aws::moment;
use super::super::{Case, Family, Keys, SetUp};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Environment, name, cause, build)
}

/// The call is a plain one, in a region; perhaps with a sound profile for what the variables shadow.
fn plain(s: &mut SetUp, identity: &str) {
    let region = s.region.clone();
    let variable = s.draw.pick(&["AWS_REGION", "AWS_DEFAULT_REGION"]);
    s.home.set(variable, &region);
    if s.draw.one_in(2) {
        s.keys_profile();
    }
    s.identity = identity.into();
}

/// Any of the variables of keys may be named.
fn at_keys(s: &mut SetUp) {
    for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
        s.at_variable(name);
    }
}

pub(super) const CASES: &[Case] = &[
    case("exported keys that say they are over", "expired_environment_keys", |s| {
        let (arn, keys) = s.session(-600);
        s.export(&keys);
        s.home.set("AWS_CREDENTIAL_EXPIRATION", &moment(-600));
        plain(s, &arn);
        at_keys(s);
        s.at_variable("AWS_CREDENTIAL_EXPIRATION");
    }),
    case("exported keys that are over and do not say so", "expired_environment_keys", |s| {
        let seconds = -s.draw.between(60, 200_000);
        let (arn, keys) = s.session(seconds);
        s.export(&keys);
        plain(s, &arn);
        at_keys(s);
    }),
    case("exported expired keys before AWS_PROFILE", "expired_environment_keys", |s| {
        let (_, keys) = s.session(-4000);
        s.export(&keys);
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask_by_variable(&name);
        at_keys(s);
    }),
    case("exported expired keys before the default profile", "expired_environment_keys", |s| {
        let (_, keys) = s.session(-86_400);
        s.export(&keys);
        s.home.set("AWSUME_PROFILE", "admin");
        let (arn, good) = s.user();
        let region = s.region.clone();
        s.credentials.section("default").keys(&good);
        s.config.section("default").set("region", &region);
        s.identity = arn;
        at_keys(s);
    }),
    case("an exported key id without its secret", "partial_environment_keys", |s| {
        let (arn, keys) = s.user();
        s.home.set("AWS_ACCESS_KEY_ID", &keys.id);
        plain(s, &arn);
        at_keys(s);
    }),
    case("an exported key id and token without the secret", "partial_environment_keys", |s| {
        let (arn, keys) = s.session(3600);
        s.home.set("AWS_ACCESS_KEY_ID", &keys.id);
        s.home.set("AWS_SESSION_TOKEN", keys.token());
        plain(s, &arn);
        at_keys(s);
    }),
    case("an exported key id whose secret is empty", "partial_environment_keys", |s| {
        let (arn, keys) = s.user();
        s.home.set("AWS_ACCESS_KEY_ID", &keys.id);
        s.home.set("AWS_SECRET_ACCESS_KEY", "");
        plain(s, &arn);
        at_keys(s);
    }),
    case("exported temporary keys without their token", "environment_token_missing", |s| {
        let (arn, keys) = s.session(3600);
        s.export(&keys.without_token());
        plain(s, &arn);
        at_keys(s);
    }),
    case("exported temporary keys with an empty token", "environment_token_missing", |s| {
        let (arn, keys) = s.session(3600);
        s.export(&Keys { token: Some(String::new()), ..keys });
        plain(s, &arn);
        at_keys(s);
    }),
    case("AWS_SECURITY_TOKEN of yesterday", "stale_security_token_variable", |s| {
        let (arn, keys) = s.session(3600);
        let (_, old) = s.session(-80_000);
        s.export(&keys);
        s.fault_variable("AWS_SECURITY_TOKEN", old.token());
        plain(s, &arn);
    }),
    case("AWS_SECURITY_TOKEN beside long-term keys", "stale_security_token_variable", |s| {
        let (arn, keys) = s.user();
        let (_, old) = s.session(-80_000);
        s.export(&keys);
        s.fault_variable("AWS_SECURITY_TOKEN", old.token());
        plain(s, &arn);
    }),
    case("a key of one session with the token of another", "environment_keys_mismatched", |s| {
        let (arn, keys) = s.session(3600);
        let (_, other) = s.session(3600);
        s.export(&Keys { token: other.token, ..keys });
        plain(s, &arn);
        at_keys(s);
    }),
    case("long-term keys with a token left from before", "environment_keys_mismatched", |s| {
        let (arn, keys) = s.user();
        let (_, old) = s.session(-3000);
        s.export(&Keys { token: old.token, ..keys });
        plain(s, &arn);
        at_keys(s);
    }),
    case("an exported key that was deleted", "environment_keys_refused", |s| {
        let keys = s.strange_keys("AKIA");
        s.export(&keys);
        plain(s, "nobody");
        at_keys(s);
    }),
    case("an exported key that was made inactive", "environment_keys_refused", |s| {
        let (arn, keys) = s.user();
        s.sim.world().users[0].access_keys[0].inactive = true;
        s.export(&keys);
        plain(s, &arn);
        at_keys(s);
    }),
    case("an exported secret of another key", "environment_secret_wrong", |s| {
        let (arn, keys) = s.user();
        let (_, other) = s.user();
        s.export(&Keys { secret: other.secret, ..keys });
        plain(s, &arn);
        at_keys(s);
    }),
    case("an exported secret with its quotes", "environment_secret_wrong", |s| {
        let (arn, keys) = s.user();
        let secret = format!("\"{}\"", keys.secret);
        s.export(&Keys { secret, ..keys });
        plain(s, &arn);
        at_keys(s);
    }),
    case("live exported keys of another before AWS_PROFILE", "environment_shadows_profile", |s| {
        let (_, keys) = s.user();
        s.export(&keys);
        let base = s.keys_profile();
        let name = s.role_profile(&base);
        s.ask_by_variable(&name);
        at_keys(s);
    }),
    case("a live exported session before AWS_DEFAULT_PROFILE", "environment_shadows_profile", |s| {
        let (_, keys) = s.session(3000);
        s.export(&keys);
        s.home.set("AWS_CREDENTIAL_EXPIRATION", &moment(3000));
        let name = s.keys_profile();
        s.home.set("AWS_DEFAULT_PROFILE", &name);
        at_keys(s);
    }),
    case("web identity variables before AWS_PROFILE", "web_identity_variables_shadow_profile", |s| {
        let name = s.keys_profile();
        let arn = s.identity.clone();
        let (role, file) = super::process::identity_token(s, 3600);
        let file = s.path(&file).display().to_string();
        s.fault_variable("AWS_WEB_IDENTITY_TOKEN_FILE", &file);
        s.fault_variable("AWS_ROLE_ARN", &role);
        s.ask_by_variable(&name);
        s.identity = arn;
    }),
    case("web identity variables before the default profile", "web_identity_variables_shadow_profile", |s| {
        let (arn, keys) = s.user();
        let region = s.region.clone();
        s.credentials.section("default").keys(&keys);
        s.config.section("default").set("region", &region);
        let (role, file) = super::process::identity_token(s, 3600);
        let file = s.path(&file).display().to_string();
        s.fault_variable("AWS_WEB_IDENTITY_TOKEN_FILE", &file);
        s.fault_variable("AWS_ROLE_ARN", &role);
        s.home.set("AWS_ROLE_SESSION_NAME", "ci-4711");
        s.home.set("AWS_PROFILE", "default");
        s.identity = arn;
    }),
];
