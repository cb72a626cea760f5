//! Accepts a server's own certificate from the CA bundle even if it claims to be an issuer's, as `openssl req -x509`
//! makes it. OpenSSL, and so the AWS CLI, accepts it; rustls refuses it.

use std::sync::Arc;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use hyper_util::rt::TokioIo;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::verify_server_name;
use rustls::crypto::{
    CryptoProvider, ring::default_provider, verify_tls12_signature, verify_tls13_signature,
};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, SignatureScheme};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::causes;

/// The certificates of a bundle.
type Bundle = Arc<Vec<CertificateDer<'static>>>;

/// Tries again, where that is all that keeps a connection from a server.
#[derive(Debug)]
pub(super) struct OwnCertificate<T> {
    pub(super) inner: T,
    pub(super) bundle: Bundle,
}

impl HttpClient for OwnCertificate<SharedHttpClient> {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(OwnCertificate { inner, bundle: Arc::clone(&self.bundle) })
    }
}

impl<T: HttpConnector + Clone + 'static> HttpConnector for OwnCertificate<T> {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (inner, bundle) = (self.inner.clone(), Arc::clone(&self.bundle));
        HttpConnectorFuture::new(async move {
            let again = request.try_clone();
            match (inner.call(request).await, again) {
                (Err(error), Some(again)) if is_refused_as_issuer(&error) => send(again, bundle).await,
                (answer, _) => answer,
            }
        })
    }
}

/// True if the certificate was refused for this alone: the dates are looked at before.
fn is_refused_as_issuer(error: &ConnectorError) -> bool {
    causes(error).into_iter().any(|cause| {
        let Some(Error::InvalidCertificate(CertificateError::Other(other))) = cause.downcast_ref() else {
            return false;
        };
        other.0.to_string() == "CaUsedAsEndEntity"
    })
}

async fn send(request: HttpRequest, bundle: Bundle) -> Result<HttpResponse, ConnectorError> {
    let io = |error: std::io::Error| ConnectorError::io(error.into());
    let other = |error: Box<dyn std::error::Error + Send + Sync>| ConnectorError::other(error, None);
    let mut request = request.try_into_http1x().map_err(|error| other(error.into()))?;
    let uri = request.uri().clone();
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let name = ServerName::try_from(host.clone()).map_err(|error| other(error.into()))?;
    if let (false, Some(authority)) = (request.headers().contains_key("host"), uri.authority()) {
        let value = authority.as_str().parse().map_err(|error| other(Box::new(error)))?;
        request.headers_mut().insert("host", value);
    }
    // A server of its own is asked for the path alone.
    let path = uri.path_and_query().map_or("/", |path| path.as_str()).parse();
    *request.uri_mut() = path.map_err(|error| other(Box::new(error)))?;
    let config = config(bundle).map_err(|error| other(error.into()))?;
    let stream = TcpStream::connect((host, uri.port_u16().unwrap_or(443))).await.map_err(io)?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.map_err(io)?;
    let shaken = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|error| other(error.into()))?;
    tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(|error| other(error.into()))?;
    HttpResponse::try_from(answer.map(SdkBody::from_body_1_x)).map_err(|error| other(error.into()))
}

fn config(bundle: Bundle) -> Result<ClientConfig, Error> {
    let provider = Arc::new(default_provider());
    let verifier = Arc::new(InBundle { bundle, provider: Arc::clone(&provider) });
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth())
}

/// Trusts the certificates of the bundle themselves, and nothing they issued.
#[derive(Debug)]
struct InBundle {
    bundle: Bundle,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for InBundle {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if !self.bundle.contains(end_entity) {
            return Err(Error::InvalidCertificate(CertificateError::UnknownIssuer));
        }
        verify_server_name(&ParsedCertificate::try_from(end_entity)?, server_name)?;
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
