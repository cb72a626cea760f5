//! Single HTTP requests that are no operation of an SDK.

use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::HttpConnector;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use sandglass_core::Timestamp;

/// More than any answer that is looked at.
const LARGEST: usize = 64 * 1024;

/// An answer, as far as it is looked at.
#[derive(Default)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) content_type: String,
    pub(super) location: Option<String>,
    pub(super) error_type: Option<String>,
    pub(super) date: Option<Timestamp>,
    pub(super) body: Vec<u8>,
}

impl Reply {
    /// The body as text, whatever it is.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A request. None where the address or a header cannot be one.
pub(super) fn request(
    method: &str,
    url: &str,
    headers: &[(&'static str, &str)],
    body: &'static str,
) -> Option<HttpRequest> {
    let mut request = HttpRequest::new(SdkBody::from(body));
    request.set_method(method).ok()?;
    request.set_uri(url.to_owned()).ok()?;
    for (name, value) in headers {
        request.headers_mut().try_insert(*name, (*value).to_owned()).ok()?;
    }
    Some(request)
}

/// Sends it. What is longer than an answer of AWS is cut off.
pub(super) async fn send(connector: &Connector, request: HttpRequest) -> Result<Reply, ConnectorError> {
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
        body: Vec::new(),
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
