use chrono::TimeDelta;

use super::*;
use crate::resolve::Resolution;
use crate::session::{cache_keys, own_keys};
use crate::testing::{now, profiles, resolved};

const ENTRY: &str = r#"{"Credentials":{"AccessKeyId":"A","SecretAccessKey":"s","SessionToken":"t","Expiration":"2026-11-23T13:23:00Z"}"#;
const KEY: &str = "24973d1cbbaca87acf4b5ca7a2a4a04c9ea4dfe5.json";

#[test]
fn what_a_file_holds() {
    let end = Some(now());
    let with = |rest: &str| format!("{ENTRY}{rest}}}");
    for (place, name, content, expected) in [
        (CachePlace::Cli, KEY, with(""), (CacheFileKind::Role, end)),
        (CachePlace::Boto, KEY, with(""), (CacheFileKind::Role, end)),
        (CachePlace::Cli, KEY, with(r#","ProviderType":"sso""#), (CacheFileKind::Sso, end)),
        (
            CachePlace::Cli,
            KEY,
            with(r#","SubjectFromWebIdentityToken":"x""#),
            (CacheFileKind::WebIdentity, end),
        ),
        (CachePlace::Cli, KEY, String::new(), (CacheFileKind::Damaged, None)),
        (CachePlace::Cli, KEY, r#"{"accessToken":"x"}"#.to_owned(), (CacheFileKind::Damaged, None)),
        (CachePlace::Cli, "notes.json", "{}".to_owned(), (CacheFileKind::Other, None)),
        (
            CachePlace::Sso,
            KEY,
            r#"{"accessToken":"x","expiresAt":"2026-11-23T13:23:00UTC"}"#.to_owned(),
            (CacheFileKind::SsoToken, end),
        ),
        (
            CachePlace::Sso,
            KEY,
            r#"{"clientSecret":"x","expiresAt":"2026-11-23T13:23:00Z"}"#.to_owned(),
            (CacheFileKind::SsoRegistration, end),
        ),
        (CachePlace::Sso, KEY, "[]".to_owned(), (CacheFileKind::Other, None)),
    ] {
        assert_eq!(describe(place, name, Some(content.as_bytes())), expected, "{place:?} {content}");
    }
    assert_eq!(describe(CachePlace::Cli, KEY, None), (CacheFileKind::Other, None));
    assert_eq!(describe(CachePlace::Sso, KEY, None), (CacheFileKind::Other, None));
}

fn file(place: CachePlace, kind: CacheFileKind, left: Option<i64>, profiles: &[&str]) -> CacheFile {
    CacheFile {
        path: PathBuf::from("x.json"),
        place,
        kind,
        profiles: profiles.iter().map(|name| (*name).to_owned()).collect(),
        expires_at: left.map(|minutes| now() + TimeDelta::minutes(minutes)),
        bytes: 1,
        device: None,
    }
}

#[test]
fn what_may_go() {
    let (over, live) = (Some(-1), Some(1));
    let of = |profiles: &[&str], all| Selection {
        profiles: profiles.iter().map(|name| (*name).to_owned()).collect(),
        all,
    };
    for (selection, file, goes) in [
        (of(&[], false), file(CachePlace::Cli, CacheFileKind::Role, over, &[]), true),
        (of(&[], false), file(CachePlace::Cli, CacheFileKind::Role, live, &[]), false),
        (of(&[], true), file(CachePlace::Cli, CacheFileKind::Role, live, &[]), true),
        (of(&[], false), file(CachePlace::Cli, CacheFileKind::Damaged, None, &[]), true),
        (of(&[], true), file(CachePlace::Cli, CacheFileKind::Damaged, None, &[]), true),
        (of(&[], true), file(CachePlace::Cli, CacheFileKind::Other, None, &[]), false),
        (of(&[], true), file(CachePlace::Sso, CacheFileKind::SsoToken, over, &["a"]), false),
        (of(&[], true), file(CachePlace::Boto, CacheFileKind::Role, over, &["a"]), false),
        (of(&["a"], false), file(CachePlace::Sso, CacheFileKind::SsoToken, over, &["b", "a"]), true),
        (of(&["a"], false), file(CachePlace::Sso, CacheFileKind::SsoToken, live, &["a"]), false),
        (of(&["a"], true), file(CachePlace::Sso, CacheFileKind::SsoToken, live, &["a"]), true),
        (of(&["a"], true), file(CachePlace::Cli, CacheFileKind::Role, over, &["b"]), false),
    ] {
        assert_eq!(selection.takes(&file, now()), goes, "{selection:?} {file:?}");
    }
}

#[test]
fn whose_a_file_is() {
    let config = "\
[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1
[profile a]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev
[profile b]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Ops
[profile r]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = s
[profile r2]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = s
[profile s]\naws_access_key_id = A\naws_secret_access_key = s
";
    let resolutions: Vec<Resolution> =
        ["a", "b", "r", "r2", "s"].map(|name| resolved(config, "", name)).into();
    // The key AWS-SPEC.md measured for a session named "corp".
    let sign_in = "ee0bfd2552fbd840c02cc48b6e823320543c450f.json".to_owned();
    let role = cache_keys(&resolutions[2]).remove(0).file_name();
    let named = |name: String| CacheFile {
        path: name.into(),
        ..file(CachePlace::Cli, CacheFileKind::Role, None, &["z"])
    };
    let mut files = [sign_in, role, "x.json".to_owned()].map(named);
    let mut owners = Owners::of_files(&files);
    for resolution in &resolutions {
        let own = || own_keys(resolution);
        owners.add(&profiles(config, ""), &resolution.profile, own);
    }
    owners.tell(&mut files);
    assert_eq!(files.map(|file| file.profiles), [vec!["a", "b"], vec!["r", "r2"], vec![]]);
}
