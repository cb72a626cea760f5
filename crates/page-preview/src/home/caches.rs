//! The invented cache files: sessions and sign-ins as the AWS CLI stores them.

use std::path::PathBuf;

use aws_files::Arn;
use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::cache::CachePlace;
use sandglass_core::resolve::{Call, Source, resolve};
use serde_json::{Value, json};

use super::{CachedFile, Home, names, texts};

/// Half a minute more, so that "42 min" stays 42 min while somebody looks.
const STILL: TimeDelta = TimeDelta::seconds(30);

/// Sessions of profiles: from when on, and until when, in minutes.
const SESSIONS: [(&str, i64, i64); 8] = [
    ("prod-admin", -56, 4),
    ("project1", -18, 42),
    ("data-eng", -288, 192),
    ("billing", -50, 70),
    ("data-deep", -8, 52),
    ("data-lab", -499, -19),
    ("staging-admin", -181, -121),
    ("old-audit", -6 * 1440 - 61, -6 * 1440 - 1),
];

pub(super) fn fill(home: &mut Home, now: Timestamp) {
    // Read once: there may be thousands.
    let (profiles, variables) = (home.files().profiles(), home.variables());
    let source = |profile: &str| resolve(&profiles, &variables, &Call::Profile(profile.to_owned())).source;
    for (profile, began, end) in SESSIONS {
        session(home, source(profile), after(now, began), after(now, end));
    }
    for name in texts::strange(&home.options) {
        session(home, source(&name), after(now, -10), after(now, 50));
    }
    for place in (0..texts::many(&home.options)).filter(|place| place.is_multiple_of(3)) {
        let end = 30 + i64::try_from(place % 600).unwrap_or_default();
        session(home, source(&names::of_team(place)), after(now, -30), after(now, end));
    }
    sign_in(home, source("data-eng"), now);
    // What belongs to nobody: a session of a profile that is gone, one that was cut off, and a stranger's file.
    let stray = entry("ASIAIOSFODNN7STRAYXX", after(now, 23), None);
    put(home, CachePlace::Cli, "c90be1147a3f66b2d1e0c90be1147a3f66b2d1e0.json", &stray, after(now, -37));
    put(home, CachePlace::Cli, "notes.json", &json!({ "notes": ["renew the contract"] }), after(now, -9000));
    let cut = CachedFile { bytes: br#"{"Credentials": {"AccessKeyId": "ASIA"#.to_vec(), stored_at: now };
    home.caches.insert(path(home, CachePlace::Cli, "9f31c60d2be49f31c60d2be49f31c60d2be49f31.json"), cut);
}

/// A session that begins now, in the place of the profile's last one; none where it has none in a cache.
pub(crate) fn session_entry(home: &mut Home, profile: &str, began: Timestamp, end: Timestamp) -> bool {
    let call = Call::Profile(profile.to_owned());
    let source = resolve(&home.files().profiles(), &home.variables(), &call).source;
    session(home, source, began, end).is_some()
}

fn session(home: &mut Home, source: Option<Source>, began: Timestamp, end: Timestamp) -> Option<()> {
    let source = source?;
    let key = source.stored(0)?.cli_key()?;
    let mut stored = entry("ASIAIOSFODNN7SESSION", end, account_of(&source));
    match &source {
        Source::Sso(_) => stored["ProviderType"] = json!("sso"),
        Source::Role(role) => {
            stored["AssumedRoleUser"] = json!({
                "AssumedRoleId": "AROAIOSFODNN7EXAMPLE1:botocore-session-1764508710",
                "Arn": session_arn(role.role_arn.as_str()),
            });
        }
        _ => {}
    }
    put(home, CachePlace::Cli, &key.file_name(), &stored, began);
    Some(())
}

/// The session of a role, as AWS names it.
pub(crate) fn session_arn(role_arn: &str) -> String {
    let role = Arn::parse(role_arn);
    let (account, name) = role.map_or(("", ""), |arn| (arn.account, arn.role_name().unwrap_or_default()));
    format!("arn:aws:sts::{account}:assumed-role/{name}/botocore-session-1764508710")
}

fn account_of(source: &Source) -> Option<String> {
    match source {
        Source::Role(role) => Arn::parse(role.role_arn.as_str()).map(|arn| arn.account.to_owned()),
        Source::Sso(sso) => Some(sso.account_id.value.clone()),
        _ => None,
    }
}

fn entry(key: &str, end: Timestamp, account: Option<String>) -> Value {
    let mut credentials = json!({
        "AccessKeyId": key,
        "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "SessionToken": "IQoJb3JpZ2luX2VjEXAMPLETOKEN".repeat(30),
        "Expiration": texts::text_of(end),
    });
    if let Some(account) = account {
        credentials["AccountId"] = json!(account);
    }
    json!({ "Credentials": credentials })
}

/// Somebody signed in to IAM Identity Center this morning.
fn sign_in(home: &mut Home, source: Option<Source>, now: Timestamp) {
    let registered = after(now, 61 * 1440);
    let key = source.and_then(|source| source.sign_in_key());
    if let Some(key) = key.filter(|_| !home.options.is("state", "signed-out")) {
        let token = json!({
            "startUrl": "https://corp.awsapps.com/start",
            "region": "eu-west-1",
            "accessToken": "aoaAAAAAGexample".repeat(40),
            "expiresAt": texts::text_of(after(now, 307)),
            "clientId": "client",
            "clientSecret": "secret".repeat(300),
            "registrationExpiresAt": texts::text_of(registered),
            "refreshToken": "aorAAAAAGexample".repeat(40),
        });
        put(home, CachePlace::Sso, &key.file_name(), &token, after(now, -173));
    }
    let registration = json!({
        "clientId": "client",
        "clientSecret": "secret".repeat(300),
        "expiresAt": texts::text_of(registered),
    });
    put(home, CachePlace::Sso, "botocore-client-id-eu-west-1.json", &registration, after(now, -29 * 1440));
}

fn put(home: &mut Home, place: CachePlace, name: &str, content: &Value, stored_at: Timestamp) {
    let bytes = serde_json::to_vec(content).unwrap_or_default();
    home.caches.insert(path(home, place, name), CachedFile { bytes, stored_at });
}

fn path(home: &Home, place: CachePlace, name: &str) -> PathBuf {
    place.directory(&home.paths()).join(name)
}

fn after(now: Timestamp, minutes: i64) -> Timestamp {
    now + TimeDelta::minutes(minutes) + STILL
}
