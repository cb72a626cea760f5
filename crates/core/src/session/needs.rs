//! Decides what a new session takes of a person: the one answer, for the tray, notifications, the window, the terminal,
//! helpers and doctor.

use super::{CLI_REUSE, CacheReading, CacheReadings, Expires, SignIn, expires};
use crate::Timestamp;
use crate::export::{argument, option};
use crate::masked::shown_value;
use crate::problem::{Code, Origin, Problem};
use crate::source::{KeysPlace, KeysSource, LoginSource, RoleSource, Source, SourceKind, SsoSource};

/// The requirement of a new session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nobody: it is made from what is there.
    Nothing,
    /// A code of an MFA device.
    Code {
        /// The device: an ARN, or a hardware serial number.
        serial: String,
        /// The place where it is named.
        at: Origin,
    },
    /// A sign-in in a browser.
    SignIn {
        /// With which command of the AWS CLI.
        tool: SignInTool,
        /// The profile that is signed in.
        profile: String,
        /// The place where the sign-in is asked for.
        at: Origin,
    },
    /// New keys in the place of those that are over, or will be.
    NewKeys {
        /// The place of the old ones.
        at: Origin,
        /// In which profile, where new ones can be put into it.
        into: Option<String>,
    },
    /// Nothing that Sandglass could do: each tool gets credentials by itself, at each use.
    OtherTool,
    /// Nothing at all: the keys never expire, or no credentials are asked for.
    NoRenewal,
    /// First of all that what is wrong with the profile is fixed.
    Fix,
}

/// A command of the AWS CLI that signs somebody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignInTool {
    /// `aws sso login`.
    Sso,
    /// `aws login`.
    Login,
}

impl SignInTool {
    /// The line that signs a profile in, for any shell.
    pub fn command(self, profile: &str) -> String {
        let command = match self {
            Self::Sso => "aws sso login",
            Self::Login => "aws login",
        };
        format!("{command} {}", option("--profile", profile))
    }

    fn kind(self) -> SourceKind {
        match self {
            Self::Sso => SourceKind::Sso,
            Self::Login => SourceKind::Login,
        }
    }
}

impl Needs {
    /// A code of a role's MFA device, where it names one.
    pub fn code(role: &RoleSource) -> Option<Self> {
        let serial = role.mfa_serial.as_ref()?;
        Some(Self::Code { serial: shown_value(&serial.value), at: serial.at.clone() })
    }

    /// A sign-in at IAM Identity Center.
    pub fn sso(source: &SsoSource) -> Self {
        Self::SignIn { tool: SignInTool::Sso, profile: source.profile.clone(), at: source.at.clone() }
    }

    /// A sign-in with `aws login`.
    pub fn login(source: &LoginSource) -> Self {
        let at = source.session.at.clone();
        Self::SignIn { tool: SignInTool::Login, profile: source.profile.clone(), at }
    }

    /// New keys in the place of these.
    pub fn new_keys(keys: &KeysSource) -> Self {
        let into = (keys.place != KeysPlace::Environment).then(|| keys.profile.clone());
        Self::NewKeys { at: keys.at.clone(), into }
    }

    /// Returns what a profile's own keys take, as long as no role is named that renews them.
    pub fn of_own_keys(keys: &KeysSource) -> Self {
        let ends = keys.temporary || keys.expires_at().is_some();
        if ends { Self::new_keys(keys) } else { Self::NoRenewal }
    }

    /// True if a person must bring something that only a person has.
    pub fn a_person(&self) -> bool {
        matches!(self, Self::Code { .. } | Self::SignIn { .. } | Self::NewKeys { .. })
    }

    /// True if a renewal can be begun here, with a code or without.
    pub fn can_begin(&self) -> bool {
        matches!(self, Self::Nothing | Self::Code { .. })
    }

    /// True if it can be renewed at all, here or by signing in.
    pub fn is_renewable(&self) -> bool {
        self.can_begin() || matches!(self, Self::SignIn { .. })
    }

    /// The word `--json` shows.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Nothing => "silent",
            Self::Code { .. } => "mfa",
            Self::SignIn { .. } => "sign_in",
            Self::NewKeys { .. } | Self::OtherTool | Self::NoRenewal | Self::Fix => "no",
        }
    }

    /// Returns the problem that a renewal of `profile` ends with if nobody provides it; none if no person is needed.
    pub fn problem(&self, profile: &str) -> Option<Problem> {
        Some(match self {
            Self::Code { serial, at } => Problem::new(Code::NeedsMfa)
                .at(at.clone())
                .with("profile", profile)
                .with("serial", serial)
                .with("command", argument(profile)),
            Self::SignIn { tool, profile, at } => Problem::new(Code::NeedsSignIn)
                .at(at.clone())
                .with("method", tool.kind().botocore_name())
                .with("profile", profile)
                .with("command", option("--profile", profile)),
            Self::NewKeys { at, into: Some(own) } if own == profile => {
                Problem::new(Code::NotRenewable).at(at.clone()).with("profile", profile)
            }
            Self::NewKeys { at, into } => {
                let source = into.as_deref().unwrap_or(SourceKind::Environment.botocore_name());
                Problem::new(Code::SourceExpired).at(at.clone()).with("source", source)
            }
            Self::Nothing | Self::OtherTool | Self::NoRenewal | Self::Fix => return None,
        })
    }
}

/// The stored sessions of a chain, from its top down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredState(Vec<StoredPart>);

/// The same of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct StoredPart {
    /// The expiry of its credentials.
    expires: Expires,
    /// The sign-in it takes, where it takes one and there is one.
    sign_in: Option<SignIn>,
    /// The time until which a session that was made with a code signs its call.
    mfa_signs_until: Option<Timestamp>,
}

impl StoredState {
    /// Takes from the caches what they hold of a source and of those behind it.
    pub fn of(source: &Source, caches: &CacheReadings) -> Self {
        let part = |(depth, part): (usize, &Source)| StoredPart {
            expires: expires(part, depth, caches),
            sign_in: sign_in(part, caches),
            mfa_signs_until: mfa_signs_until(part, caches),
        };
        Self(source.links().enumerate().map(part).collect())
    }

    /// The moments at which something of it ends.
    pub(super) fn ends(&self) -> impl Iterator<Item = Timestamp> {
        self.0.iter().flat_map(|part| part.expires.instant().into_iter().chain(part.mfa_signs_until))
    }

    fn end(&self, depth: usize) -> Option<Timestamp> {
        self.0.get(depth)?.expires.instant()
    }

    /// True if the AWS CLI would take the session of a part as it is. The first one is what a renewal makes.
    fn is_reused(&self, depth: usize, now: Timestamp) -> bool {
        depth > 0 && self.end(depth).is_some_and(|end| end - now >= CLI_REUSE)
    }

    /// True if nobody has to type a code for a role: there is a session that signs, or a program that prints one.
    fn has_code(&self, role: &RoleSource, depth: usize, now: Timestamp) -> bool {
        let until = self.0.get(depth).and_then(|part| part.mfa_signs_until);
        role.mfa_process.is_some() || until.is_some_and(|until| now < until)
    }

    fn is_signed_in(&self, depth: usize, now: Timestamp) -> bool {
        let sign_in = self.0.get(depth).and_then(|part| part.sign_in);
        sign_in.is_some_and(|sign_in| sign_in.serves(now))
    }
}

fn sign_in(source: &Source, caches: &CacheReadings) -> Option<SignIn> {
    if caches.is_empty() {
        return None;
    }
    match caches.get(&source.sign_in_key()?) {
        Some(CacheReading::SignIn(sign_in)) => Some(*sign_in),
        _ => None,
    }
}

fn mfa_signs_until(source: &Source, caches: &CacheReadings) -> Option<Timestamp> {
    let Source::Role(role) = source else { return None };
    role.mfa_serial.as_ref().filter(|_| !caches.is_empty())?;
    match caches.get(&role.mfa_session_key()?) {
        Some(CacheReading::MfaSession(found)) if !found.refused.contains(&role.role_arn.value) => {
            Some(found.signs_until())
        }
        _ => None,
    }
}

impl Source {
    /// Returns the requirement of a new session from this source at `now`, with what is stored of it. Of several,
    /// what comes first: nobody is asked for a code before there are keys to sign with.
    pub fn needs(&self, stored: &StoredState, now: Timestamp) -> Needs {
        let mut code = None;
        for (depth, source) in self.links().enumerate() {
            match source {
                Self::Role(_) if stored.is_reused(depth, now) => break,
                Self::Role(role) if stored.has_code(role, depth, now) => {}
                Self::Role(role) => code = Needs::code(role).or(code),
                base => match base.needs_as_base(stored, depth, now) {
                    Needs::Nothing => break,
                    needs => return needs,
                },
            }
        }
        code.unwrap_or(Needs::Nothing)
    }

    /// The same of what a chain starts from, `depth` links below the profile.
    fn needs_as_base(&self, stored: &StoredState, depth: usize, now: Timestamp) -> Needs {
        let is_own = depth == 0;
        match self {
            Self::Keys(keys) if is_own => Needs::of_own_keys(keys),
            Self::Keys(keys) if stored.end(depth).is_some_and(|end| end <= now) => Needs::new_keys(keys),
            Self::Sso(sso) if !stored.is_signed_in(depth, now) => Needs::sso(sso),
            Self::Login(login) if !stored.is_signed_in(depth, now) => Needs::login(login),
            // By itself each tool asks it at each use; a role is assumed with it here.
            Self::Login(_) | Self::Process(_) | Self::Container(_) | Self::Instance(_) if is_own => {
                Needs::OtherTool
            }
            Self::Keys(_)
            | Self::Sso(_)
            | Self::Login(_)
            | Self::Process(_)
            | Self::Container(_)
            | Self::Instance(_)
            | Self::WebIdentity(_)
            | Self::Role(_) => Needs::Nothing,
        }
    }
}

#[cfg(test)]
mod tests;
