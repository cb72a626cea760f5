//! Reads expiry dates in every form that tools write them.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

mod form;

pub use form::renewed;

use crate::{Location, Section, setting};

/// The recorded expiry of keys, as far as it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpiryMoment {
    /// An instant.
    Known(DateTime<Utc>),
    /// A wall-clock time of the machine that wrote it, no zone (awsume).
    Local(NaiveDateTime),
    /// Something is written, but no instant.
    Unreadable,
}

/// A recorded expiry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// The time.
    pub moment: ExpiryMoment,
    /// The key or variable that says so.
    pub key: String,
    /// Its line, unless it is a variable.
    pub at: Option<Location>,
}

pub use crate::setting::EXPIRIES as KEYS;

/// Python knows no later one.
const LAST_YEAR: i32 = 9999;

/// Seconds beyond the year 5000 are taken for milliseconds.
const SECONDS_END: i64 = 100_000_000_000;

/// The expiry recorded in a section with keys, when one is.
pub fn of_section(section: &Section) -> Option<Expiry> {
    let (key, setting) = KEYS.iter().find_map(|key| section.get(key).map(|setting| (*key, setting)))?;
    Some(Expiry { moment: moment(section, setting.value()), key: key.to_owned(), at: Some(setting.at) })
}

/// Reads an expiry of a section: the tool that wrote it decides what a time without zone means.
fn moment(section: &Section, text: &str) -> ExpiryMoment {
    let awsume =
        section.get(setting::AUTOAWSUME).is_some_and(|flag| flag.value().eq_ignore_ascii_case("true"));
    let aws_mfa = section.get(setting::ASSUMED_ROLE).is_some();
    match parse(text) {
        Some(instant) => ExpiryMoment::Known(instant),
        None => match parse_without_zone(text) {
            Some(time) if awsume => ExpiryMoment::Local(time),
            Some(time) if aws_mfa || section.get("aws_security_token").is_some() => {
                ExpiryMoment::Known(time.and_utc())
            }
            _ => ExpiryMoment::Unreadable,
        },
    }
}

/// The expiry a variable states.
pub fn of_variable(name: &str, text: &str) -> Option<Expiry> {
    let moment = match (parse(text), parse_without_zone(text)) {
        (Some(instant), _) => ExpiryMoment::Known(instant),
        (None, Some(time)) => ExpiryMoment::Local(time),
        (None, None) => ExpiryMoment::Unreadable,
    };
    (!text.is_empty()).then(|| Expiry { moment, key: name.to_owned(), at: None })
}

/// The instant a text names; `None` when it names none, or an ambiguous one, or is a zero value.
pub fn parse(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    // A value on several lines is no date of any tool.
    if text.contains(char::is_control) {
        return None;
    }
    let instant = epoch(text).or_else(|| rfc822(text)).or_else(|| iso(text))?;
    // Go's zero time, and the epoch itself, mean "not known"; no tool has a date with five digits of a year: such a
    // number counts microseconds.
    (instant.timestamp() > 0 && instant.year() <= LAST_YEAR).then_some(instant)
}

/// A date and time with no zone.
fn parse_without_zone(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    let (date, rest) = date(text)?;
    let (time, extra, rest) = time(rest.strip_prefix(['T', 't', ' '])?)?;
    rest.is_empty().then(|| date.and_time(time) + extra)
}

/// Seconds, with a fraction or not, or milliseconds.
fn epoch(text: &str) -> Option<DateTime<Utc>> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    if number >= SECONDS_END {
        return DateTime::from_timestamp_millis(number);
    }
    DateTime::from_timestamp(number, nanoseconds(fraction)?)
}

fn rfc822(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc2822(text).ok().map(|at| at.to_utc())
}

/// ISO 8601 and its relatives: `T`, `t` or a blank, `.` or `,`, `Z`, `UTC`, an offset with or
/// without colon, also behind a blank, and Go's zone name behind that.
fn iso(text: &str) -> Option<DateTime<Utc>> {
    let (date, rest) = date(text)?;
    let (time, extra, rest) = time(rest.strip_prefix(['T', 't', ' '])?)?;
    let offset = zone(rest)?;
    date.and_time(time).checked_add_signed(extra)?.checked_sub_signed(offset).map(|at| at.and_utc())
}

fn date(text: &str) -> Option<(NaiveDate, &str)> {
    let number = |range: std::ops::Range<usize>| -> Option<u32> {
        text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
    };
    let year = i32::try_from(number(0..4)?).ok()?;
    if text.as_bytes().get(4) == Some(&b'-') {
        let dashed = text.as_bytes().get(7) == Some(&b'-');
        let date = NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?).filter(|_| dashed)?;
        return Some((date, &text[10..]));
    }
    Some((NaiveDate::from_ymd_opt(year, number(4..6)?, number(6..8)?)?, &text[8..]))
}

/// The time, what a leap second or hour 24 adds to it, and the rest.
fn time(text: &str) -> Option<(NaiveTime, TimeDelta, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let (clock, mut rest) = text.split_at(end);
    let parts: Vec<&str> = if clock.contains(':') {
        clock.split(':').collect()
    } else {
        vec![clock.get(0..2)?, clock.get(2..4)?, clock.get(4..)?]
    };
    let [hour, minute, second] = parts.as_slice() else { return None };
    let number = |part: &str| -> Option<u32> { part.parse().ok().filter(|_| part.len() == 2) };
    let (hour, minute, second) = (number(hour)?, number(minute)?, number(second)?);
    let mut nanos = 0;
    if let Some(after) = rest.strip_prefix(['.', ',']) {
        let length = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        nanos = nanoseconds(after.get(..length).filter(|digits| !digits.is_empty())?)?;
        rest = &after[length..];
    }
    let (second, leap) = if second == 60 { (59, 1) } else { (second, 0) };
    let (hour, day) = if (hour, minute, second) == (24, 0, 0) { (0, 1) } else { (hour, 0) };
    let extra = TimeDelta::days(day) + TimeDelta::seconds(leap);
    Some((NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)?, extra, rest))
}

fn nanoseconds(digits: &str) -> Option<u32> {
    format!("{digits:0<9.9}").parse().ok()
}

/// East of Greenwich is positive. Behind an offset a zone's name may stand; the offset counts.
fn zone(text: &str) -> Option<TimeDelta> {
    let text = text.trim_start();
    if matches!(text, "Z" | "z" | "UTC" | "GMT") {
        return Some(TimeDelta::zero());
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (offset, name) = text[1..].split_once(' ').unwrap_or((&text[1..], ""));
    let known_name = name.chars().all(|c| c.is_ascii_alphanumeric() || "+-".contains(c));
    let digits: String = offset.chars().filter(|c| *c != ':').collect();
    if digits.len() != 4 || !known_name || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes): (i64, i64) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
    (hours < 24 && minutes < 60).then(|| TimeDelta::minutes(sign * (hours * 60 + minutes)))
}
