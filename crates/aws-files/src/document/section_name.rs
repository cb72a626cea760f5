//! Section headers, named as botocore names them.

use crate::FileKind;
use crate::python::shlex_split;

/// The name of a section, with its type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionName {
    /// A profile, `default` included.
    Profile(String),
    /// `[sso-session NAME]`, config only.
    SsoSession(String),
    /// `[services NAME]`, config only.
    Services(String),
}

impl SectionName {
    /// Parses a header without its brackets as botocore does; `None` for sections of other types.
    pub fn parse(kind: FileKind, header: &str) -> Option<Self> {
        Self::of_header(kind, header)
    }

    /// The header to write, without its brackets; `None` for what that file cannot hold.
    pub fn header(&self, kind: FileKind) -> Option<String> {
        self.to_header(kind)
    }

    pub(crate) fn of_header(kind: FileKind, header: &str) -> Option<Self> {
        if kind == FileKind::Credentials {
            return Some(Self::Profile(header.to_owned()));
        }
        if let Some(name) = header.strip_prefix("profile ").filter(|name| is_plain(name)) {
            return Some(Self::Profile(name.to_owned()));
        }
        let second = || match shlex_split(header)?.as_slice() {
            [_, name] => Some(name.clone()),
            _ => None,
        };
        if header.starts_with("profile") {
            second().map(Self::Profile)
        } else if header.starts_with("sso-session") {
            second().map(Self::SsoSession)
        } else if header.starts_with("services") {
            second().map(Self::Services)
        } else {
            (header == "default").then(|| Self::Profile(header.to_owned()))
        }
    }

    pub(crate) fn to_header(&self, kind: FileKind) -> Option<String> {
        match (kind, self) {
            (FileKind::Credentials, Self::Profile(name)) => Some(name.clone()),
            (FileKind::Credentials, _) => None,
            (FileKind::Config, Self::Profile(name)) if name == "default" => Some(name.clone()),
            (FileKind::Config, Self::Profile(name)) => Some(format!("profile {}", quoted(name))),
            (FileKind::Config, Self::SsoSession(name)) => Some(format!("sso-session {}", quoted(name))),
            (FileKind::Config, Self::Services(name)) => Some(format!("services {}", quoted(name))),
        }
    }
}

/// True if `shlex.split` takes a name for one word that is the name.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "._-/:@+%".contains(c))
}

/// Quotes a name for `shlex.split` only where it must be.
fn quoted(name: &str) -> String {
    if is_plain(name) {
        return name.to_owned();
    }
    format!("\"{}\"", name.replace('\\', r"\\").replace('"', "\\\""))
}
