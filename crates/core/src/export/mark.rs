//! The mark that `env` leaves in a shell. It tells the next `env` which variables Sandglass set there and not the
//! user, and what they held before.

use std::fmt::Write;

use aws_files::Secret;
use zeroize::Zeroizing;

use super::NAMES;
use crate::variables::Variables;

/// The variable it stands in.
pub const MARK: &str = "SANDGLASS_ENV";

/// One variable that `env` set or took away.
pub(super) struct Touched {
    pub(super) name: &'static str,
    /// A digest of the value it was set to; none if it was taken away.
    now: Option<u32>,
    /// The user's own value from before.
    pub(super) before: Option<Secret>,
}

impl Touched {
    pub(super) fn new(name: &'static str, now: Option<&str>, before: Option<&str>) -> Self {
        Self { name, now: now.map(digest), before: before.map(|before| Secret::new(before.to_owned())) }
    }
}

/// Returns the variables that `env` set here and nobody changed since.
pub(super) fn touched(variables: &Variables) -> Option<Vec<Touched>> {
    let all = read(variables.get(MARK)?)?;
    Some(all.into_iter().filter(|one| variables.get(one.name).map(digest) == one.now).collect())
}

/// The variables without what `env` set: as the user set them.
#[must_use]
pub fn as_the_user_set(variables: &Variables) -> Variables {
    let mut own = variables.clone();
    for one in touched(variables).unwrap_or_default() {
        match one.before {
            Some(before) => own.set(one.name, before.expose()),
            None => own.unset(one.name),
        }
    }
    own.unset(MARK);
    own
}

/// `AWS_REGION:1f0c22ab=eu-west-1,AWS_PROFILE:=base`: a name, a digest of what it was set to, what was there before.
/// Only letters that need quotes nowhere.
pub(super) fn written(touched: &[Touched]) -> Secret {
    let mut text = Zeroizing::new(String::new());
    for one in touched {
        let separator = if text.is_empty() { "" } else { "," };
        let _ = write!(text, "{separator}{}:", one.name);
        let _ = one.now.map_or(Ok(()), |digest| write!(text, "{digest:08x}"));
        if let Some(before) = &one.before {
            text.push('=');
            for byte in before.expose().bytes() {
                let plain = byte.is_ascii_alphanumeric() || b"-./+:".contains(&byte);
                let _ =
                    if plain { write!(text, "{}", char::from(byte)) } else { write!(text, "_{byte:02x}") };
            }
        }
    }
    Secret::new(std::mem::take(&mut *text))
}

fn read(text: &str) -> Option<Vec<Touched>> {
    text.split(',').filter(|part| !part.is_empty()).map(read_one).collect()
}

fn read_one(text: &str) -> Option<Touched> {
    let (name, rest) = text.split_once(':')?;
    let (now, before) = rest.split_once('=').map_or((rest, None), |(now, before)| (now, Some(before)));
    let now = if now.is_empty() { None } else { Some(u32::from_str_radix(now, 16).ok()?) };
    let name = NAMES.into_iter().find(|known| *known == name)?;
    Some(Touched {
        name,
        now,
        before: before
            .map(decoded)
            .map(|before| before.map(Secret::new))
            .map_or(Some(None), |found| found.map(Some))?,
    })
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Zeroizing::new(Vec::new());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'_' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(std::mem::take(&mut *bytes)).ok()
}

/// Tells one value from another, and nothing about it (FNV-1a).
fn digest(value: &str) -> u32 {
    value.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Variables {
        pairs.iter().copied().collect()
    }

    #[test]
    fn what_was_changed_since_is_the_users() {
        let mark = written(&[
            Touched::new("AWS_REGION", Some("eu-west-1"), Some("r 1,=_")),
            Touched::new("AWS_PROFILE", None, Some("base")),
            Touched::new("AWS_SESSION_TOKEN", Some("token"), None),
        ]);
        let own = |pairs: &[(&str, &str)]| {
            let all = [pairs, &[(MARK, mark.expose())]].concat();
            let own = as_the_user_set(&variables(&all));
            own.pairs().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            own(&[("AWS_REGION", "eu-west-1"), ("AWS_SESSION_TOKEN", "token")]),
            "AWS_PROFILE=base AWS_REGION=r 1,=_"
        );
        assert_eq!(
            own(&[("AWS_REGION", "us-east-2"), ("AWS_PROFILE", "x"), ("AWS_SESSION_TOKEN", "t")]),
            "AWS_PROFILE=x AWS_REGION=us-east-2 AWS_SESSION_TOKEN=t"
        );
    }

    proptest! {
        #[test]
        fn anything_that_was_there_comes_back(before in any::<String>(), now in any::<String>()) {
            let mark = written(&[Touched::new("AWS_REGION", Some(&now), Some(&before))]);
            prop_assert!(mark.expose().chars().all(|c| c.is_ascii_alphanumeric() || "_-./+:,=".contains(c)));
            let all = variables(&[("AWS_REGION", &now), (MARK, mark.expose())]);
            prop_assert_eq!(as_the_user_set(&all).get("AWS_REGION").map(str::to_owned), Some(before));
        }

        #[test]
        fn a_mark_of_anybody_breaks_nothing(mark in any::<String>(), region in any::<String>()) {
            let own = as_the_user_set(&variables(&[("AWS_REGION", &region), (MARK, &mark)]));
            prop_assert_eq!(own.get(MARK), None);
        }
    }
}
