//! Single HTTP requests that are no operation of an SDK.

use aws_smithy_runtime_api::client::http::{HttpConnector, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use sandglass_core::Timestamp;
use zeroize::Zeroizing;

/// More than any answer that is looked at.
const LARGEST: usize = 64 * 1024;

/// An answer, as far as it is looked at.
#[derive(Default)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) location: Option<String>,
    pub(crate) error_type: Option<String>,
    pub(crate) date: Option<Timestamp>,
    pub(crate) body: Zeroizing<Vec<u8>>,
}

impl Reply {
    /// The code of a refusal; the header adds an address to it in some answers:
    /// `UnauthorizedException:http://…`.
    pub(crate) fn error_code(&self) -> Option<String> {
        self.error_type.as_deref().and_then(|text| text.split(':').next()).map(str::to_owned)
    }

    /// The body as text, whatever it is.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A request. None where the address or a header cannot be one.
pub(crate) fn request(
    method: &str,
    url: &str,
    headers: &[(&'static str, &str)],
    body: impl Into<SdkBody>,
) -> Option<HttpRequest> {
    let mut request = HttpRequest::new(body.into());
    request.set_method(method).ok()?;
    request.set_uri(url.to_owned()).ok()?;
    for (name, value) in headers {
        request.headers_mut().try_insert(*name, (*value).to_owned()).ok()?;
    }
    Some(request)
}

/// Sends it. What is longer than an answer of AWS is cut off.
pub(crate) async fn send(
    connector: &SharedHttpConnector,
    request: HttpRequest,
) -> Result<Reply, ConnectorError> {
    let response = connector.call(request).await?;
    let header = |name: &str| response.headers().get(name).map(str::to_owned);
    let mut reply = Reply {
        status: response.status().as_u16(),
        content_type: header("content-type").unwrap_or_default(),
        location: header("location"),
        error_type: header("x-amzn-errortype"),
        date: header("date")
            .and_then(|date| chrono::DateTime::parse_from_rfc2822(&date).ok())
            .map(|at| at.to_utc()),
        body: Zeroizing::default(),
    };
    let mut body = ByteStream::new(response.into_body());
    while let Some(Ok(bytes)) = body.next().await {
        reply.body.extend_from_slice(&bytes);
        if reply.body.len() > LARGEST {
            break;
        }
    }
    Ok(reply)
}
