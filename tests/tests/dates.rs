//! Ends of keys without a zone: whose time they are depends on the tool that wrote them.
#![cfg(unix)]

use chrono::{DateTime, TimeDelta, Utc};
use sandglass_tests::Home;

/// Half an hour east of a quarter of the world, and west of it; both without summer time.
const ZONES: [(&str, i64); 3] = [("Asia/Kathmandu", 5 * 60 + 45), ("America/Sao_Paulo", -3 * 60), ("UTC", 0)];

/// What aws-mfa and awsume leave in the credentials file.
fn keys(name: &str, marks: &str, end: DateTime<Utc>) -> String {
    format!(
        "[{name}]\n{marks}aws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n\
         aws_session_token = t\nexpiration = {}\n\n",
        end.format("%Y-%m-%d %H:%M:%S")
    )
}

/// Whole minutes that a profile has left, or its state.
fn left(home: &Home, name: &str) -> Result<i64, String> {
    let session = &home.sandglass_json(&["status", name])[0];
    let state = session["state"].as_str().expect("a state").to_owned();
    let end = session["expires_at"].as_str().and_then(|end| end.parse::<DateTime<Utc>>().ok());
    match end {
        Some(end) if state == "fresh" => Ok(((end - Utc::now()).num_seconds() + 30) / 60),
        _ => Err(state),
    }
}

#[test]
fn aws_mfa_means_utc_and_awsume_the_time_of_the_machine() {
    let aws_mfa = "assumed_role = False\naws_security_token = t\n";
    for (zone, offset) in ZONES {
        let end = Utc::now() + TimeDelta::minutes(100);
        let local = end + TimeDelta::minutes(offset);
        let credentials = keys("mfa", aws_mfa, end)
            + &keys("mfa-role", "assumed_role = True\nassumed_role_arn = arn:aws:iam::1:role/x\n", end)
            + &keys("autoawsume-prod", "autoawsume = true\nprofile_name = prod\n", local)
            + &keys("unmarked", "", local);
        let mut home = Home::empty();
        home.set("TZ", zone);
        home.write(".aws/credentials", &credentials);
        for name in ["mfa", "mfa-role", "autoawsume-prod"] {
            assert_eq!(left(&home, name), Ok(100), "{name} in {zone}");
        }
        // Of whom nobody knows who wrote it no time is guessed.
        assert_eq!(left(&home, "unmarked"), Err("unknown".to_owned()), "{zone}");
    }
}

#[test]
fn what_has_run_out_by_its_writers_clock_is_over() {
    let mut home = Home::empty();
    home.set("TZ", "America/Sao_Paulo");
    // An hour ago in UTC, though two hours from now by this machine's clock.
    let over = Utc::now() - TimeDelta::hours(1);
    home.write(".aws/credentials", &keys("mfa", "assumed_role = False\n", over));
    assert_eq!(left(&home, "mfa"), Err("expired".to_owned()));
    let over = over - TimeDelta::hours(3);
    home.write(".aws/credentials", &keys("awsume", "autoawsume = true\n", over));
    assert_eq!(left(&home, "awsume"), Err("expired".to_owned()));
}
