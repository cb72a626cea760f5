use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;
use std::time::Duration;

use sandglass_core::source::Source;

use super::*;
use crate::testing::environment;
use crate::{Clock, resolve_profile};

/// A clock that stands, and counts how long it was waited for.
struct StandingClock(Timestamp, Mutex<Vec<u64>>);

impl Clock for StandingClock {
    fn now(&self) -> Timestamp {
        self.0
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        self.1.lock().expect("no panic").push(duration.as_secs());
        Box::pin(std::future::ready(()))
    }
}

fn at(second: i64) -> StandingClock {
    StandingClock(Timestamp::UNIX_EPOCH + TimeDelta::seconds(1_795_440_180 + second), Mutex::default())
}

fn home(serial: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a directory");
    let aws = home.path().join(".aws");
    std::fs::create_dir_all(&aws).expect("made");
    let role = "role_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n";
    std::fs::write(aws.join("config"), format!("[profile r]\n{role}mfa_serial = {serial}\n"))
        .expect("written");
    let keys = "[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n";
    std::fs::write(aws.join("credentials"), keys).expect("written");
    home
}

fn role(environment: &Environment) -> RoleSource {
    match resolve_profile(environment, "r").1.source {
        Some(Source::Role(role)) => role,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_device_is_asked_for_a_code_once_in_half_a_minute() {
    let home = home("arn:aws:iam::123456789012:mfa/ana");
    let environment = environment(home.path());
    let used = UsedCodes::of(&environment, "ana");
    let waited = async |second: i64, used: &UsedCodes| {
        let clock = at(second);
        used.wait(&clock).await;
        clock.1.into_inner().expect("no panic")
    };
    assert_eq!(waited(0, &used).await, Vec::<u64>::new(), "none was used yet");
    used.mark(at(2).now());
    assert_eq!(waited(2, &used).await, [29]);
    assert_eq!(waited(29, &used).await, [2]);
    assert_eq!(waited(30, &used).await, Vec::<u64>::new());
    assert_eq!(waited(2, &UsedCodes::of(&environment, "other")).await, Vec::<u64>::new());
}

#[test]
fn a_session_lasts_as_it_was_chosen_and_that_of_root_an_hour() {
    for (serial, hours) in [
        ("arn:aws:iam::123456789012:mfa/ana", 12),
        ("GAHT12345678", 12),
        ("arn:aws:iam::123456789012:mfa/root-account-mfa-device", 1),
    ] {
        let home = home(serial);
        let environment = environment(home.path());
        let role = role(&environment);
        let store = MfaStore::of(&environment, &role).expect("keys of a user");
        assert_eq!(store.lasts(), TimeDelta::hours(hours), "{serial}");
        let chosen = |text: &str| {
            std::fs::create_dir_all(environment.preferences.parent().expect("a directory")).expect("made");
            std::fs::write(&environment.preferences, text).expect("written");
            environment.with_current_preferences().mfa_session
        };
        assert_eq!(chosen("mfa_session_minutes = 2160\n"), TimeDelta::hours(36));
        // Nobody knows what was chosen.
        assert_eq!(chosen("mfa_session_minutes = 2161\n"), TimeDelta::minutes(15));
    }
}

#[test]
fn what_is_kept_is_found_again_until_its_end_and_by_the_roles_it_serves() {
    let home = home("arn:aws:iam::123456789012:mfa/ana");
    let environment = environment(home.path());
    let role = role(&environment);
    let store = MfaStore::of(&environment, &role).expect("keys of a user");
    let now = Timestamp::from(std::time::SystemTime::now());
    assert!(store.signing(now).is_none() && !store.is_refused(now));
    let secret = |text: &str| Secret::new(text.to_owned());
    let keys = StaticKeys::new("ASIAX".to_owned(), secret("s"), Some(secret("t"))).expect("keys");
    store.keep(&UserSession { keys, expires_at: now + TimeDelta::hours(2) });
    assert!(store.signing(now).is_some_and(|keys| keys.access_key_id == "ASIAX"));
    assert!(store.signing(now + TimeDelta::hours(2)).is_none());
    store.refuse();
    assert!(store.signing(now).is_none() && store.is_refused(now));
    let other = RoleSource {
        role_arn: sandglass_core::source::Located { value: "other".to_owned(), ..role.role_arn.clone() },
        ..role.clone()
    };
    let others = MfaStore::of(&environment, &other).expect("keys of a user");
    assert!(others.signing(now).is_some() && !others.is_refused(now));
    // One that AWS cannot have given is none.
    let keys = StaticKeys::new("ASIAX".to_owned(), secret("s"), Some(secret("t"))).expect("keys");
    store.keep(&UserSession { keys, expires_at: now + TimeDelta::days(3) });
    assert!(others.signing(now).is_none());
    store.forget();
    assert!(!store.path().exists());
}
