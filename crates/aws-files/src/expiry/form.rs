//! Writes a new expiry in the form of the old one, so that the tool that wrote it can still read it.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{ExpiryMoment, KEYS, SECONDS_END, date, moment, parse, parse_without_zone, time, zone};
use crate::Section;

/// Returns the settings that record `end` as the new expiry of a section's keys: every key that records an expiry
/// there, in its own form; where there is none, `x_security_token_expires`. `to_local` gives the
/// wall-clock time of this machine, which awsume writes.
pub fn renewed(
    section: &Section,
    end: DateTime<Utc>,
    to_local: &dyn Fn(DateTime<Utc>) -> NaiveDateTime,
) -> Vec<(&'static str, String)> {
    let first = KEYS.into_iter().find(|key| section.get(key).is_some()).unwrap_or(KEYS[0]);
    let new = |key| match section.get(key).map(|setting| (moment(section, setting.value()), setting.value()))
    {
        Some((ExpiryMoment::Known(_), old)) => Some(in_form_of(old, end)),
        Some((ExpiryMoment::Local(_), old)) => without_zone(old, to_local(end)),
        // What is read first must be true, whatever stood there.
        _ if key == first => Some(rfc3339(end)),
        _ => None,
    };
    KEYS.into_iter().filter_map(|key| Some((key, new(key)?))).collect()
}

fn rfc3339(end: DateTime<Utc>) -> String {
    end.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// `end` to the second, written as `old` is; in RFC 3339 where that cannot be done.
fn in_form_of(old: &str, end: DateTime<Utc>) -> String {
    let old = old.trim();
    let text = epoch(old, end).or_else(|| http(old, end)).or_else(|| iso(old, end));
    let same = |text: &String| {
        let again = parse(text).or_else(|| parse_without_zone(text).map(|time| time.and_utc()));
        again.is_some_and(|again| again.timestamp() == end.timestamp())
    };
    text.filter(same).unwrap_or_else(|| rfc3339(end))
}

fn epoch(old: &str, end: DateTime<Utc>) -> Option<String> {
    let whole: i64 = old.split('.').next()?.parse().ok()?;
    let seconds = end.timestamp();
    Some(if whole >= SECONDS_END { format!("{seconds}000") } else { seconds.to_string() })
}

fn http(old: &str, end: DateTime<Utc>) -> Option<String> {
    DateTime::parse_from_rfc2822(old).ok()?;
    Some(end.format("%a, %d %b %Y %H:%M:%S GMT").to_string())
}

/// Keeps the old separators, zone and number of decimals.
fn iso(old: &str, end: DateTime<Utc>) -> Option<String> {
    let (_, rest) = date(old)?;
    let (_, _, suffix) = time(rest.get(1..)?)?;
    if suffix.is_empty() {
        return without_zone(old, end.naive_utc());
    }
    let local = end.naive_utc().checked_add_signed(zone(suffix)?)?;
    Some(without_zone(old, local)? + suffix)
}

/// A wall-clock time with the separators and decimals of `old`, without its zone.
fn without_zone(old: &str, wall_clock: NaiveDateTime) -> Option<String> {
    let (_, rest) = date(old.trim())?;
    let (separator, rest) = rest.split_at_checked(1)?;
    let (_, _, suffix) = time(rest)?;
    let clock = rest.strip_suffix(suffix)?;
    let day = if old.trim().as_bytes().get(4) == Some(&b'-') { "%Y-%m-%d" } else { "%Y%m%d" };
    let hour = if clock.contains(':') { "%H:%M:%S" } else { "%H%M%S" };
    let decimals = clock
        .find(['.', ','])
        .map_or(String::new(), |at| clock[at..=at].to_owned() + &"0".repeat(clock.len() - at - 1));
    Some(format!("{}{separator}{}{decimals}", wall_clock.format(day), wall_clock.format(hour)))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;
    use crate::{Document, FileKind, Profiles};

    fn end() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 12, 1, 23, 5, 9).single().expect("a date")
    }

    fn written(settings: &str) -> Vec<(&'static str, String)> {
        let document = Document::parse(FileKind::Credentials, format!("[x]\n{settings}\n").as_bytes());
        let profiles = Profiles::read(None, Some(&document));
        let section = profiles.get("x").and_then(|profile| profile.credentials.clone()).expect("a section");
        renewed(&section, end(), &|end| end.naive_utc() - chrono::TimeDelta::hours(3))
    }

    #[test]
    fn each_tool_finds_its_own_form() {
        for (old, new) in [
            ("2026-11-23T14:43:42Z", "2026-12-01T23:05:09Z"),
            ("2026-11-23T14:43:42+00:00", "2026-12-01T23:05:09+00:00"),
            ("2026-11-23T11:43:42-03:00", "2026-12-01T20:05:09-03:00"),
            ("2026-11-23T20:13:42+0530", "2026-12-02T04:35:09+0530"),
            ("2026-11-23T14:43:42.000Z", "2026-12-01T23:05:09.000Z"),
            ("2026-11-23T14:43:42UTC", "2026-12-01T23:05:09UTC"),
            ("2026-11-23 14:43:42 +0000 UTC", "2026-12-01 23:05:09 +0000 UTC"),
            ("2026-11-23 11:43:42 -0300 -03", "2026-12-01 20:05:09 -0300 -03"),
            ("20261123T144342Z", "20261201T230509Z"),
            ("2026-11-23t14:43:42,5z", "2026-12-01t23:05:09,0z"),
            ("1795445022", "1796166309"),
            ("1795445022000", "1796166309000"),
            ("1795445022.5", "1796166309"),
            ("Mon, 23 Nov 2026 14:43:42 GMT", "Tue, 01 Dec 2026 23:05:09 GMT"),
            ("2026-11-23 14:43:42\n UTC", "2026-12-01T23:05:09Z"),
            ("soon", "2026-12-01T23:05:09Z"),
            ("", "2026-12-01T23:05:09Z"),
        ] {
            assert_eq!(written(&format!("expiration = {old}")), [("expiration", new.to_owned())], "{old}");
        }
    }

    #[test]
    fn a_time_without_zone_means_what_its_writer_means() {
        let aws_mfa = written("assumed_role = True\nexpiration = 2026-11-23 14:43:42");
        assert_eq!(aws_mfa, [("expiration", "2026-12-01 23:05:09".to_owned())]);
        let awsume = written("autoawsume = true\nexpiration = 2026-11-23 14:43:42");
        assert_eq!(awsume, [("expiration", "2026-12-01 20:05:09".to_owned())]);
        let nobody = written("expiration = 2026-11-23 14:43:42");
        assert_eq!(nobody, [("expiration", "2026-12-01T23:05:09Z".to_owned())]);
    }

    #[test]
    fn every_recorded_expiry_is_renewed_and_one_is_added_where_there_is_none() {
        assert_eq!(written("region = x"), [("x_security_token_expires", "2026-12-01T23:05:09Z".to_owned())]);
        let two =
            written("expires = 1795445022\naws_session_expiration = 2026-11-23T14:43:42+0000\nexpiry = ?");
        let two: Vec<_> = two.iter().map(|(key, value)| (*key, value.as_str())).collect();
        assert_eq!(two, [("aws_session_expiration", "2026-12-01T23:05:09+0000"), ("expires", "1796166309")]);
    }
}
