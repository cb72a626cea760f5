//! Keys in files: half, split, copied badly, over.

use super::super::aws::moment;
use super::super::{Case, Family, Keys, SetUp, session_arn};

const fn case(name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Case {
    Case::new(Family::Keys, name, cause, build)
}

/// The same under `[default]`, asked for by nobody.
fn default(s: &mut SetUp, identity: &str) {
    let region = s.region.clone();
    s.config.section("default").set("region", &region);
    s.identity = identity.into();
}

/// A profile whose keys have this access key id; the secret and AWS's side are sound.
fn with_id(s: &mut SetUp, change: fn(&str) -> String) {
    let (arn, keys) = s.user();
    let name = s.asked_profile(&arn);
    let section = s.credentials.section(&name).fault("aws_access_key_id", &change(&keys.id));
    section.set("aws_secret_access_key", &keys.secret);
}

/// The same with another secret.
fn with_secret(s: &mut SetUp, change: fn(&str) -> String) {
    let (arn, keys) = s.user();
    let name = s.asked_profile(&arn);
    let section = s.credentials.section(&name).set("aws_access_key_id", &keys.id);
    section.fault("aws_secret_access_key", &change(&keys.secret));
}

/// Copied keys that are over, dated or not, of a profile for which a role was chosen; its name.
fn over_with_role(s: &mut SetUp) -> String {
    let (source, role) = (s.keys_profile(), s.role());
    let (_, keys) = s.session(-5000);
    let name = s.asked_profile(&session_arn(&role));
    let dated = s.draw.one_in(2);
    let section = s.credentials.section(&name).fault_keys(&keys);
    if dated {
        section.set("x_security_token_expires", &moment(-5000));
    }
    let watched = name.clone();
    s.finally(move |s| {
        let ran = ["watch", "add", &watched, "--refresh-source", &source, "--refresh-role", &role];
        let ran = s.home.sandglass(&ran);
        assert_eq!(ran.code, Some(0), "{ran:?}");
    });
    name
}

pub(super) const CASES: &[Case] = &[
    case("a key id without its secret", "partial_keys", |s| {
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault("aws_access_key_id", &keys.id);
    }),
    case("a key id without its secret under default", "partial_keys", |s| {
        let (arn, keys) = s.user();
        default(s, &arn);
        s.credentials
            .section("default")
            .fault("aws_access_key_id", &keys.id)
            .raw("# aws_secret_access_key =");
    }),
    case("a role's source with half a pair", "partial_keys", |s| {
        let base = s.name();
        let (_, keys) = s.user();
        s.credentials.section(&base).fault("aws_access_key_id", &keys.id);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("key id in credentials, secret in config", "keys_split_over_files", |s| {
        let (arn, keys) = s.user();
        let (name, region) = (s.name(), s.region.clone());
        s.credentials.section(&name).fault("aws_access_key_id", &keys.id);
        s.config.profile(&name).fault("aws_secret_access_key", &keys.secret).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("key id in config, secret in credentials", "keys_split_over_files", |s| {
        let (arn, keys) = s.user();
        let (name, region) = (s.name(), s.region.clone());
        s.config.profile(&name).fault("aws_access_key_id", &keys.id).set("region", &region);
        s.credentials.section(&name).fault("aws_secret_access_key", &keys.secret);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("the token in the other file", "token_in_other_file", |s| {
        let (arn, keys) = s.session(3600);
        let (name, region) = (s.name(), s.region.clone());
        s.credentials.section(&name).fault_keys(&keys.without_token());
        s.config.profile(&name).fault("aws_session_token", keys.token()).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    })
    .fixed(),
    case("temporary keys without their token", "session_token_missing", |s| {
        let (arn, keys) = s.session(3600);
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault_keys(&keys.without_token());
    }),
    case("a session token under another name", "setting_misspelt", |s| {
        let (arn, keys) = s.session(3600);
        let name = s.asked_profile(&arn);
        let key = s.draw.pick(&["session_token", "aws_sesion_token", "aws_token", "aws-session-token"]);
        s.credentials.section(&name).keys(&keys.without_token()).fault(key, keys.token());
    })
    .fixed(),
    case("temporary keys in config without their token", "session_token_missing", |s| {
        let (arn, keys) = s.session(3600);
        let (name, region) = (s.name(), s.region.clone());
        s.config.profile(&name).fault_keys(&keys.without_token()).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    case("an old aws_security_token beside a new token", "stale_security_token", |s| {
        let (arn, keys) = s.session(3600);
        let (_, old) = s.session(-70_000);
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).keys(&keys).fault("aws_security_token", old.token());
    })
    .fixed(),
    case("an old aws_security_token beside long-term keys", "stale_security_token", |s| {
        let (arn, keys) = s.user();
        let (_, old) = s.session(-70_000);
        default(s, &arn);
        s.credentials.section("default").keys(&keys).fault("aws_security_token", old.token());
    })
    .fixed(),
    case("a key id that lost its end", "key_malformed", |s| with_id(s, |id| id[..id.len() - 3].to_owned())),
    case("a key id in quotes", "key_malformed", |s| with_id(s, |id| format!("\"{id}\""))).fixed(),
    case("a key id with a comment behind it", "key_malformed", |s| with_id(s, |id| format!("{id} # ana's")))
        .fixed(),
    case("a key id with a blank in it", "key_malformed", |s| {
        with_id(s, |id| format!("{} {}", &id[..9], &id[9..]));
    }),
    case("a secret in quotes", "secret_malformed", |s| with_secret(s, |secret| format!("'{secret}'")))
        .fixed(),
    case("a secret with a comment behind it", "secret_malformed", |s| {
        with_secret(s, |secret| format!("{secret} ; rotated in May"));
    })
    .fixed(),
    case("a secret that lost its end", "secret_malformed", |s| {
        with_secret(s, |secret| secret[..31].to_owned());
    }),
    case("a secret with a blank in it", "secret_malformed", |s| {
        with_secret(s, |secret| format!("{} {}", &secret[..20], &secret[20..]));
    }),
    case("a secret of another key", "secret_wrong", |s| {
        let (_, other) = s.user();
        let (arn, keys) = s.user();
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault_keys(&Keys { secret: other.secret, ..keys });
    }),
    case("a role's source with a wrong secret", "secret_wrong", |s| {
        let (base, secret) = (s.name(), s.draw.secret());
        let (_, keys) = s.user();
        s.home.keep_secret(&secret);
        s.credentials.section(&base).fault_keys(&Keys { secret, ..keys });
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("copied keys that are over, dated", "expired_file_keys", |s| {
        let (arn, keys) = s.session(-5000);
        let name = s.asked_profile(&arn);
        let key = s.draw.pick(&[
            "x_security_token_expires",
            "expiration",
            "aws_expiration",
            "aws_session_expiration",
        ]);
        s.credentials.section(&name).fault_keys(&keys).fault(key, &moment(-5000));
    }),
    case("copied keys that are over, not dated", "expired_file_keys", |s| {
        let (arn, keys) = s.session(-86_400 * 3);
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault_keys(&keys);
    }),
    case("copied keys that are over, and a role to renew them from", "expired_file_keys", |s| {
        let name = over_with_role(s);
        s.ask(&name);
    })
    .fixed(),
    case("a role from copied keys that are over, which another role renews", "expired_file_keys", |s| {
        let base = over_with_role(s);
        let name = s.role_profile(&base);
        s.ask(&name);
    })
    .fixed(),
    case("copied keys under default that are over", "expired_file_keys", |s| {
        let (arn, keys) = s.session(-30);
        default(s, &arn);
        s.credentials.section("default").fault_keys(&keys);
    }),
    case("a role whose source's copied keys are over", "expired_file_keys", |s| {
        let base = s.name();
        let (_, keys) = s.session(-40_000);
        s.credentials.section(&base).fault_keys(&keys);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("copied keys in config that are over", "expired_file_keys", |s| {
        let (arn, keys) = s.session(-4000);
        let (name, region) = (s.name(), s.region.clone());
        s.config.profile(&name).fault_keys(&keys).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    case("keys in DEFAULT that are over", "expired_file_keys", |s| {
        let (arn, keys) = s.session(-8000);
        let name = s.name();
        let region = s.region.clone();
        s.config.profile(&name).set("region", &region);
        s.credentials.section("DEFAULT").fault_keys(&keys);
        s.credentials.section(&name).set("region", &region);
        s.identity = arn;
        s.ask(&name);
    }),
    case("copied keys with the token of another session", "keys_mismatched", |s| {
        let (arn, keys) = s.session(3600);
        let (_, other) = s.session(3600);
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault_keys(&Keys { token: other.token, ..keys });
    }),
    case("long-term keys with a session token", "keys_mismatched", |s| {
        let (arn, keys) = s.user();
        let (_, old) = s.session(-100);
        let name = s.asked_profile(&arn);
        s.credentials.section(&name).fault_keys(&Keys { token: old.token, ..keys });
    })
    .fixed(),
    case("a deleted access key", "access_key_refused", |s| {
        let name = s.asked_profile("nobody");
        let keys = s.strange_keys("AKIA");
        s.credentials.section(&name).fault_keys(&keys);
    }),
    case("an inactive access key behind a role", "access_key_refused", |s| {
        let base = s.name();
        let (_, keys) = s.user();
        s.sim.world().users[0].access_keys[0].inactive = true;
        s.credentials.section(&base).fault_keys(&keys);
        let name = s.role_profile(&base);
        s.ask(&name);
    }),
    case("the keys of the documentation", "access_key_refused", |s| {
        let name = s.asked_profile("nobody");
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned();
        let keys = Keys { id: "AKIAIOSFODNN7EXAMPLE".to_owned(), secret, token: None };
        s.credentials.section(&name).fault_keys(&keys);
    }),
];
