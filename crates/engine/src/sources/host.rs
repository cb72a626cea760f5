//! Asks the host of a container or an instance: small requests, and answers that are looked at no further than they
//! may go. What comes is handed on and never stored: each tool asks for it by itself.

use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use sandglass_core::host::{HostFault, HostReason};
use sandglass_core::masked::shown_url;
use tokio::time::{Instant, timeout_at};

use crate::http::causes;
use crate::http::plain::{self, Reply};
use crate::refused::{IN_TIME, shortened};

/// A header of a request.
pub(super) type Header<'a> = (&'static str, &'a str);

/// The end of one request without an answer.
pub(super) enum NoReply {
    /// Nobody answers there.
    Unreachable(String),
    /// No answer came in time.
    Late,
    /// It cannot be put.
    Impossible,
}

/// Sends one request.
pub(super) async fn send(
    connector: &SharedHttpConnector,
    (method, url, headers): (&str, &str, &[Header<'_>]),
    deadline: Instant,
) -> Result<Reply, NoReply> {
    let request = plain::request(method, url, headers, "").ok_or(NoReply::Impossible)?;
    match timeout_at(deadline, plain::send(connector, request)).await {
        Ok(Ok(reply)) => Ok(reply),
        Ok(Err(error)) => {
            let last = causes(&error).last().map_or_else(String::new, ToString::to_string);
            Err(NoReply::Unreachable(last))
        }
        Err(_) => Err(NoReply::Late),
    }
}

impl NoReply {
    /// The fault it is.
    pub(super) fn fault(&self, url: &str) -> HostFault {
        let detail = match self {
            Self::Unreachable(detail) => detail,
            Self::Late => IN_TIME,
            Self::Impossible => return HostFault::new(HostReason::Address, shown_url(url)),
        };
        HostFault::new(HostReason::Silent, format!("{}: {detail}", shown_url(url)))
    }
}

/// A refusal, in the words of the host: none of a page's.
pub(super) fn refused(reply: &Reply) -> HostFault {
    let text = reply.text();
    let said = text.trim();
    let is_short = !said.starts_with('<') && said.lines().count() <= 1;
    let said = if is_short { shortened(said) } else { String::new() };
    let detail = format!("HTTP {} {said}", reply.status);
    HostFault::new(HostReason::Refused, detail.trim_end())
}
