//! What the preferences say, typed. Unknown keys are somebody else's and are left alone; a known key
//! of the wrong type is an error, never a silent default.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use toml_edit::{DocumentMut, Item, TableLike};

use super::PreferencesError;

/// The minutes before a human deadline at which a notification comes, unless the user chose others.
const NOTIFY_MINUTES: [i64; 2] = [15, 5];
/// How long a snoozed notification keeps quiet, unless the user chose otherwise.
const SNOOZE_MINUTES: i64 = 30;
/// No session lasts longer than a day and a half.
const MOST_MINUTES: i64 = 2160;

/// The user's choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The profiles the user chose to watch; none while nothing was chosen.
    pub watched: Option<Vec<String>>,
    /// Whether what needs no human is renewed without being asked.
    pub silent_renewal: bool,
    /// Whether notifications are shown.
    pub notifications: bool,
    /// How long before a human deadline: the longest first.
    pub notify_before: Vec<TimeDelta>,
    /// How long a snoozed notification keeps quiet.
    pub snooze: TimeDelta,
    /// Choices of single profiles.
    pub profiles: BTreeMap<String, ProfileSettings>,
}

/// Choices of one profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileSettings {
    /// Overrides `Settings::silent_renewal`.
    pub silent_renewal: Option<bool>,
    /// Where keys kept in a file are renewed from.
    pub refresh: Option<Refresh>,
}

/// A refresh source: the role whose session is written over keys kept in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refresh {
    /// The role.
    pub role_arn: String,
    /// The profile that assumes it.
    pub source_profile: String,
}

/// Whether a text has the form of a role's ARN: `arn:aws:iam::123456789012:role/path/name`, in any
/// partition.
pub fn is_role_arn(text: &str) -> bool {
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    let ["arn", partition, "iam", "", account, role] = parts.as_slice() else { return false };
    let name = role.strip_prefix("role/").unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-/".contains(c);
    partition.starts_with("aws")
        && account.len() == 12
        && account.bytes().all(|byte| byte.is_ascii_digit())
        && !name.is_empty()
        && !name.ends_with('/')
        && name.chars().all(allowed)
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            watched: None,
            silent_renewal: true,
            notifications: true,
            notify_before: NOTIFY_MINUTES.map(TimeDelta::minutes).to_vec(),
            snooze: TimeDelta::minutes(SNOOZE_MINUTES),
            profiles: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Whether a profile may be renewed without being asked.
    pub fn is_silent(&self, profile: &str) -> bool {
        let own = self.profiles.get(profile).and_then(|profile| profile.silent_renewal);
        own.unwrap_or(self.silent_renewal)
    }

    /// A profile's refresh source.
    pub fn refresh(&self, profile: &str) -> Option<&Refresh> {
        self.profiles.get(profile)?.refresh.as_ref()
    }

    pub(super) fn read(document: &DocumentMut) -> Result<Self, PreferencesError> {
        let default = Self::default();
        let mut minutes = match document.get("notify_minutes") {
            None => default.notify_before,
            Some(item) => list(item, "notify_minutes", "a list of minutes", |item| {
                item.as_integer()
                    .filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
                    .map(TimeDelta::minutes)
            })?,
        };
        minutes.sort_unstable_by(|a, b| b.cmp(a));
        minutes.dedup();
        let snooze = match document.get("snooze_minutes") {
            None => default.snooze,
            Some(item) => item
                .as_integer()
                .filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
                .map(TimeDelta::minutes)
                .ok_or_else(|| must_be("snooze_minutes", "a number of minutes"))?,
        };
        let watched = document
            .get("watched")
            .map(|item| {
                list(item, "watched", "a list of profile names", |item| item.as_str().map(str::to_owned))
            })
            .transpose()?;
        Ok(Self {
            watched,
            silent_renewal: flag(document.as_table(), "silent_renewal")?.unwrap_or(true),
            notifications: flag(document.as_table(), "notifications")?.unwrap_or(true),
            notify_before: minutes,
            snooze,
            profiles: profiles(document)?,
        })
    }
}

fn profiles(document: &DocumentMut) -> Result<BTreeMap<String, ProfileSettings>, PreferencesError> {
    let Some(item) = document.get("profiles") else { return Ok(BTreeMap::new()) };
    let table = item.as_table_like().ok_or_else(|| must_be("profiles", "a table"))?;
    table
        .iter()
        .map(|(name, item)| {
            let key = format!("profiles.{name}");
            let table = item.as_table_like().ok_or_else(|| must_be(&key, "a table"))?;
            let silent_renewal = flag(table, "silent_renewal")?;
            Ok((name.to_owned(), ProfileSettings { silent_renewal, refresh: refresh(&key, table)? }))
        })
        .collect()
}

fn refresh(key: &str, table: &dyn TableLike) -> Result<Option<Refresh>, PreferencesError> {
    let text = |name: &str| match table.get(name) {
        None => Ok(None),
        Some(item) => {
            let text = item.as_str().filter(|text| !text.is_empty());
            text.map(|text| Some(text.to_owned())).ok_or_else(|| must_be(&format!("{key}.{name}"), "a text"))
        }
    };
    match (text("refresh_role")?, text("refresh_source")?) {
        (None, None) => Ok(None),
        (Some(role_arn), Some(source_profile)) => Ok(Some(Refresh { role_arn, source_profile })),
        _ => Err(must_be(key, "given both refresh_role and refresh_source, or neither")),
    }
}

fn flag(table: &dyn TableLike, key: &str) -> Result<Option<bool>, PreferencesError> {
    match table.get(key) {
        None => Ok(None),
        Some(item) => item.as_bool().map(Some).ok_or_else(|| must_be(key, "true or false")),
    }
}

fn list<T>(
    item: &Item,
    key: &str,
    what: &str,
    one: impl Fn(&toml_edit::Value) -> Option<T>,
) -> Result<Vec<T>, PreferencesError> {
    let array = item.as_array().ok_or_else(|| must_be(key, what))?;
    array.iter().map(|item| one(item).ok_or_else(|| must_be(key, what))).collect()
}

fn must_be(key: &str, what: &str) -> PreferencesError {
    PreferencesError { reason: format!("`{key}` must be {what}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_of_roles_in_any_partition() {
        for good in [
            "arn:aws:iam::123456789012:role/dev",
            "arn:aws-cn:iam::123456789012:role/a/b/dev+1@x",
            "arn:aws-us-gov:iam::123456789012:role/dev",
        ] {
            assert!(is_role_arn(good), "{good}");
        }
        for bad in [
            "",
            "dev",
            "arn:aws:iam::123456789012:user/dev",
            "arn:aws:iam::12345678901:role/dev",
            "arn:aws:iam:eu-central-1:123456789012:role/dev",
            "arn:aws:sts::123456789012:assumed-role/dev/x",
            "arn:aws:iam::123456789012:role/",
            "arn:aws:iam::123456789012:role/dev ",
            "arn:aws:iam::123456789012:role/a\nb",
            "arn:aws:iam::123456789012:role/a:b",
        ] {
            assert!(!is_role_arn(bad), "{bad}");
        }
    }
}
