//! Cached sessions, token files, and what a `credential_process` prints.

use aws_files::Secret;
use aws_files::cache::{CliCacheEntry, RoleAnswer, SsoRoleAnswer, TokenFields};
use chrono::SecondsFormat;
use sandglass_core::cache::{CachePlace, describe};
use sandglass_core::export::Exported;
use sandglass_core::process;

use crate::{Target, seeds};

pub(crate) const TARGET: Target = Target { name: "caches", check, read, seeds };

const FILE: &str = "2497385133e95c1a788ce52d5ca9cd0ccd3ddfe5.json";

fn check(data: &[u8]) {
    read(data);
    if let Ok(entry) = CliCacheEntry::parse(data) {
        stored_is_read_back(&entry);
    }
    if let Ok(answer) = process::answer(data) {
        let exported =
            Exported { keys: answer.keys, expires_at: answer.expires_at, region: None, not_kept: None };
        let printed = exported.process_json().expect("keys are JSON");
        let again = process::answer(printed.expose().as_bytes()).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert!(again.keys.access_key_id == exported.keys.access_key_id, "the id is printed whole");
        assert!(again.keys.secret_access_key == exported.keys.secret_access_key, "so is the secret");
        assert!(again.keys.session_token == exported.keys.session_token, "and the token");
        let seconds = |time: Option<chrono::DateTime<chrono::Utc>>| time.map(|time| time.timestamp());
        assert_eq!(seconds(again.expires_at), seconds(exported.expires_at));
    }
    if let Some(mut fields) = TokenFields::parse(data) {
        let written = fields.to_json().expect("it was JSON");
        let again = TokenFields::parse(&written).and_then(|again| again.to_json().ok());
        assert!(again.as_deref() == Some(&*written), "a token file that is written again stays as it is");
        fields.set("accessToken", Secret::new("new".to_owned()));
        let changed = fields.to_json().ok().and_then(|json| TokenFields::parse(&json)).expect("still JSON");
        assert!(changed.text("accessToken").is_some_and(|token| token.expose() == "new"));
    }
}

/// What was read can be stored, and is read again as the same.
fn stored_is_read_back(entry: &CliCacheEntry) {
    let credentials = &entry.credentials;
    let expiration = credentials.expiration.to_rfc3339_opts(SecondsFormat::Secs, true);
    let role = RoleAnswer {
        access_key_id: credentials.access_key_id.clone(),
        secret_access_key: credentials.secret_access_key.clone(),
        session_token: credentials.session_token.clone(),
        expiration: expiration.clone(),
        assumed_role_id: "AROAEXAMPLE:session".to_owned(),
        assumed_role_arn: entry.assumed_role_arn.clone().unwrap_or_default(),
        packed_policy_size: None,
        source_identity: None,
        identity: None,
        request_id: String::new(),
        http_status: 200,
        http_headers: Vec::new(),
        retry_attempts: 0,
    };
    let sso = SsoRoleAnswer {
        access_key_id: &credentials.access_key_id,
        secret_access_key: &credentials.secret_access_key,
        session_token: &credentials.session_token,
        expiration: &expiration,
        account_id: credentials.account_id.as_deref().unwrap_or_default(),
    };
    for json in [role.to_cli_json(), sso.to_cli_json()] {
        assert!(json.is_ascii(), "Python writes ASCII");
        let again = CliCacheEntry::parse(&json).unwrap_or_else(|error| panic!("{error}")).credentials;
        assert_eq!(again.access_key_id, credentials.access_key_id);
        assert!(again.secret_access_key == credentials.secret_access_key, "the secret is stored whole");
        assert!(again.session_token == credentials.session_token, "so is the token");
        assert_eq!(again.expiration.timestamp(), credentials.expiration.timestamp());
    }
}

fn read(data: &[u8]) {
    for place in CachePlace::ALL {
        let _ = describe(place, FILE, Some(data));
    }
    let _ = (process::answer(data).is_ok(), TokenFields::parse(data).is_some());
}

fn seeds() -> Vec<Vec<u8>> {
    let by_hand = [
        r#"{"Version":1,"AccessKeyId":"AKIAEXAMPLE","SecretAccessKey":"x","SessionToken":"t","Expiration":"2026-11-23T22:51:41Z"}"#,
        r#"{"startUrl":"https://x.awsapps.com/start","accessToken":"t","expiresAt":"2026-11-23T22:51:41Z","clientId":"c","clientSecret":"s","refreshToken":"r","registrationExpiresAt":"2027-01-01T00:00:00Z"}"#,
        r#"{"accessToken":{"accessKeyId":"ASIAEXAMPLE","secretAccessKey":"s","sessionToken":"t","accountId":"123456789012","expiresAt":"2026-11-23T22:51:41Z"},"dpopKey":"k","clientId":"c","refreshToken":"r"}"#,
    ];
    [seeds::texts(seeds::CACHE_ENTRIES, "content"), seeds::of(&by_hand)].concat()
}
