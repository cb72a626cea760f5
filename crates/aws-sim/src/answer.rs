//! An answer to a request, or silence in its place.

/// An answer, and what the log says of it.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: String,
    pub(crate) error: Option<&'static str>,
    pub(crate) caller: Option<String>,
}

/// No answer at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silence {
    /// The connection is closed.
    Closed,
    /// The connection stays open.
    Hanging,
}
