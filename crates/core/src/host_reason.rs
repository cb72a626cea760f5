//! The reasons why the host of a container or an instance gives no credentials.

/// The reason why a host gave no credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostReason {
    /// Nobody asks: a variable says so.
    Disabled,
    /// An address that is not asked for credentials.
    Address,
    /// The authorization cannot be read, or sent.
    Authorization,
    /// No answer.
    Silent,
    /// No token, and nothing is asked without one.
    NoToken,
    /// The instance has no role.
    NoRole,
    /// The role of the instance cannot be assumed by it.
    Untrusted,
    /// The answer is a refusal.
    Refused,
    /// The answer is no credentials.
    Invalid,
    /// The credentials are over.
    Expired,
}

impl HostReason {
    /// Every reason.
    pub const ALL: [Self; 10] = [
        Self::Disabled,
        Self::Address,
        Self::Authorization,
        Self::Silent,
        Self::NoToken,
        Self::NoRole,
        Self::Untrusted,
        Self::Refused,
        Self::Invalid,
        Self::Expired,
    ];

    /// True if only an instance of EC2 has it. Other clouds and networks answer at the same address.
    pub const fn shows_an_instance(self) -> bool {
        matches!(self, Self::NoRole | Self::Untrusted)
    }

    /// The word by which sentences choose.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::Address => "address",
            Self::Authorization => "authorization",
            Self::Silent => "silent",
            Self::NoToken => "no_token",
            Self::NoRole => "no_role",
            Self::Untrusted => "untrusted",
            Self::Refused => "refused",
            Self::Invalid => "invalid",
            Self::Expired => "expired",
        }
    }
}
