//! What the network and AWS answered.

/// What was asked of the network, and what came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LiveEvidence {
    /// Whether the network was left alone because that was asked for.
    pub offline: bool,
}
