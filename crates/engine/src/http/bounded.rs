//! Limits the size of an answer, so that a huge one is refused before it fills the memory.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

/// A session fills two kilobytes.
const MOST: usize = 1024 * 1024;

/// Reads each answer to its end, which is not far.
#[derive(Debug)]
pub(super) struct Bounded<T> {
    pub(super) inner: T,
}

impl HttpClient for Bounded<SharedHttpClient> {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Bounded { inner: self.inner.http_connector(settings, components) })
    }
}

impl<T: HttpConnector + Clone + 'static> HttpConnector for Bounded<T> {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let inner = self.inner.clone();
        HttpConnectorFuture::new(async move { whole(inner.call(request).await?).await })
    }
}

async fn whole(mut response: HttpResponse) -> Result<HttpResponse, ConnectorError> {
    let mut body = ByteStream::new(response.take_body());
    let mut read = Vec::new();
    while let Some(part) = body.next().await {
        read.extend_from_slice(&part.map_err(|error| ConnectorError::io(error.into()))?);
        if read.len() > MOST {
            // Not an error of the network: trying again brings the same.
            return Err(ConnectorError::user("the answer is larger than 1 MiB".into()));
        }
    }
    *response.body_mut() = SdkBody::from(read);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use aws_smithy_runtime_api::http::{Response, StatusCode};

    use super::*;

    fn response(size: usize) -> HttpResponse {
        let status = StatusCode::try_from(200).expect("a status");
        Response::new(status, SdkBody::from(vec![b'a'; size]))
    }

    #[tokio::test]
    async fn an_answer_is_read_whole_or_refused() {
        let read = whole(response(MOST)).await.expect("it ends");
        assert_eq!(read.body().bytes().map(<[u8]>::len), Some(MOST));
        assert!(whole(response(MOST + 1)).await.expect_err("too large").is_user());
    }
}
