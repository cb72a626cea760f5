//! Extracts the names in an error: profiles, roles, places. Request ids are dropped, and no other text is kept.

use aws_files::Arn;
use chrono::NaiveDateTime;

use super::Candidate;
use super::fold::Folded;
use sandglass_core::Timestamp;

/// The longest name that is one.
const LONGEST: usize = 300;

/// The names in an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorDetails {
    /// The profile.
    pub profile: Option<String>,
    /// The profile that should give credentials.
    pub source_profile: Option<String>,
    /// The role.
    pub role_arn: Option<String>,
    /// The caller.
    pub principal: Option<String>,
    /// The file.
    pub file: Option<String>,
    /// The key or variable that is missing or wrong.
    pub key: Option<String>,
    /// The provider that failed, in botocore's words.
    pub provider: Option<String>,
    /// The endpoint.
    pub endpoint: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The sso-session, or the start URL.
    pub sso_session: Option<String>,
    /// The readings of both clocks.
    pub clocks: Option<ClockReadings>,
    /// The expiry of a token.
    pub expired_at: Option<Timestamp>,
}

/// Two clocks that disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockReadings {
    /// The time of signing, by this machine.
    pub signed: Timestamp,
    /// The time at which AWS received it.
    pub received: Timestamp,
}

pub(super) fn read(text: &Folded<'_>, found: &Candidate) -> ErrorDetails {
    let captured = |name: &str| {
        let range = found.captures.iter().find(|(known, _)| *known == name)?.1.clone();
        plain(&text.original(range))
    };
    let endpoint = captured("endpoint");
    let expired =
        after(text, "expirationdate/time").and_then(|words| words.split_whitespace().next()?.parse().ok());
    ErrorDetails {
        profile: captured("profile"),
        source_profile: captured("source"),
        role_arn: role_arn(text),
        principal: after(text, "user:arn:").and_then(|rest| plain(&first_word(&format!("arn:{rest}")))),
        file: captured("path"),
        key: captured("key"),
        provider: captured("provider"),
        region: captured("region").or_else(|| endpoint.as_deref().and_then(region)),
        endpoint,
        sso_session: captured("session"),
        clocks: clocks(text),
        expired_at: expired.and_then(|seconds| Timestamp::from_timestamp(seconds, 0)),
    }
}

/// A name without the marks around it.
fn plain(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['"', '\'', '“', '”', '`']).trim_end_matches(['.', ',']).trim();
    (!text.is_empty() && text.len() <= LONGEST).then(|| text.to_owned())
}

fn first_word(text: &str) -> String {
    let end =
        text.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ')')).unwrap_or(text.len());
    text[..end].to_owned()
}

/// Returns the text after the last occurrence of some folded words.
fn after(text: &Folded<'_>, words: &str) -> Option<String> {
    let haystack = text.text();
    let start = haystack.rfind(words)? + words.len();
    let end = haystack.floor_char_boundary(haystack.len().min(start + LONGEST));
    Some(text.original(start..end))
}

/// The last ARN of a role.
fn role_arn(text: &Folded<'_>) -> Option<String> {
    let haystack = text.text();
    let middle = haystack.rfind(":role/")?;
    let from = haystack.floor_char_boundary(middle.saturating_sub(60));
    let start = from + haystack[from..middle].rfind("arn:aws")?;
    let end = haystack.floor_char_boundary(haystack.len().min(middle + LONGEST));
    let arn = plain(&first_word(&text.original(start..end)))?;
    Arn::parse(&arn)?.role_name()?;
    Some(arn)
}

/// The region in the name of an endpoint.
fn region(endpoint: &str) -> Option<String> {
    let host = endpoint.split("://").nth(1)?.split(['/', ':']).next()?;
    let labels: Vec<&str> = host.strip_suffix(".amazonaws.com")?.split('.').collect();
    labels.last().filter(|label| labels.len() > 1 && label.contains('-')).map(|label| (*label).to_owned())
}

/// `Signature expired: 20261125T004412Z is now earlier than 20261125T005912Z (20261125T010412Z - 5 min.)`: the
/// third is AWS's own clock.
fn clocks(text: &Folded<'_>) -> Option<ClockReadings> {
    let said = after(text, "signatureexpired:").or_else(|| after(text, "signaturenotyetcurrent:"))?;
    let mut stamps = said.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(stamp);
    let signed = stamps.next()?;
    let received = stamps.nth(1)?;
    Some(ClockReadings { signed, received })
}

fn stamp(word: &str) -> Option<Timestamp> {
    NaiveDateTime::parse_from_str(word, "%Y%m%dT%H%M%SZ").ok().map(|time| time.and_utc())
}
