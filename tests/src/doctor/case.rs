//! A test case: a set-up and the expected diagnosis.

use super::SetUp;

/// What a call looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// `aws --profile NAME …`, and `sandglass doctor NAME`.
    Argument(String),
    /// `aws …`, and `sandglass doctor`.
    Plain,
}

/// What the fault is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Which credentials a command would use.
    Choice,
    /// The shell's variables.
    Environment,
    /// The files, the profile and its chain.
    Profile,
    /// Keys kept in files.
    Keys,
    /// The session cache, sign-ins.
    Cache,
    /// The clock.
    Clock,
    /// The way to AWS.
    Network,
    /// What only AWS can tell.
    Live,
    /// The AWS CLI.
    Cli,
    /// Nothing: it works.
    Sound,
}

/// A set-up and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Case {
    /// Its name, in the table and for its seed.
    pub name: &'static str,
    /// What it is about.
    pub family: Family,
    /// The code of the injected cause; `healthy`.
    pub cause: &'static str,
    /// The codes of further injected causes.
    pub also: &'static [&'static str],
    /// Whether a safe fix exists, after which the call works.
    pub fixed: bool,
    /// Makes it.
    pub build: fn(&mut SetUp),
}

impl Case {
    /// One fault.
    pub const fn new(family: Family, name: &'static str, cause: &'static str, build: fn(&mut SetUp)) -> Self {
        Self { name, family, cause, also: &[], fixed: false, build }
    }

    /// A sound set-up.
    pub const fn sound(name: &'static str, build: fn(&mut SetUp)) -> Self {
        Self::new(Family::Sound, name, "healthy", build)
    }

    /// Further faults behind the first.
    #[must_use]
    pub const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// A safe fix fixes it.
    #[must_use]
    pub const fn fixed(self) -> Self {
        Self { fixed: true, ..self }
    }
}

impl Family {
    /// As the table says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Choice => "credentials used",
            Self::Environment => "environment",
            Self::Profile => "profile and chain",
            Self::Keys => "temporary and copied keys",
            Self::Cache => "caches and sign-ins",
            Self::Clock => "clock",
            Self::Network => "reachability",
            Self::Live => "AWS's answer",
            Self::Cli => "AWS CLI",
            Self::Sound => "sound",
        }
    }
}
