//! The HTTP client: it uses proxy and CA bundle as the AWS CLI does, and nothing else from its environment.

mod bounded;
mod bundle;
mod endpoints;
mod own_certificate;
pub(crate) mod plain;
mod proxy;

use std::error::Error;
use std::sync::Arc;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime_api::client::http::{SharedHttpClient, SharedHttpConnector};
use bounded::Bounded;
pub(crate) use endpoints::{beside_sts, signed_for, sts};
use own_certificate::OwnCertificate;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};
use rustls::pki_types::CertificateDer;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::ClientSettings;

/// In a query letters, digits and four marks need no escape (RFC 3986).
pub(crate) const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Builds the client for one address.
pub(crate) fn client(settings: &ClientSettings, url: &str) -> Result<SharedHttpClient, Problem> {
    let way = Way::to(url, settings)?;
    let (proxy, tls) = (way.proxy.clone(), way.tls()?);
    let inner = Builder::new().build_with_connector_fn(move |timeouts, components| {
        let mut connector = Connector::builder().proxy_config(proxy.clone());
        connector.set_connector_settings(timeouts.cloned());
        connector.set_sleep_impl(
            components
                .and_then(aws_smithy_runtime_api::client::runtime_components::RuntimeComponents::sleep_impl),
        );
        connector.tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(tls.clone()).build()
    });
    let inner = match way.own_certificates() {
        Some(bundle) => SharedHttpClient::new(OwnCertificate { inner, bundle }),
        None => inner,
    };
    Ok(SharedHttpClient::new(Bounded { inner }))
}

/// The same for single requests that are no operation of an SDK. It has no time limit of its own.
pub(crate) fn connector(settings: &ClientSettings, url: &str) -> Result<SharedHttpConnector, Problem> {
    let way = Way::to(url, settings)?;
    let builder = Connector::builder().proxy_config(way.proxy.clone());
    let builder = builder.tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(way.tls()?);
    let inner = SharedHttpConnector::new(builder.build());
    Ok(match way.own_certificates() {
        Some(bundle) => SharedHttpConnector::new(OwnCertificate { inner, bundle }),
        None => inner,
    })
}

/// The way to an address: the proxy, and who is trusted.
struct Way {
    proxy: ProxyConfig,
    bundle: Option<Vec<CertificateDer<'static>>>,
}

impl Way {
    fn to(url: &str, settings: &ClientSettings) -> Result<Self, Problem> {
        let proxy = proxy::to(url, &settings.proxy)?;
        // Without TLS the AWS CLI never looks at the bundle.
        let bundle = settings.ca_bundle.as_ref().filter(|_| !url.starts_with("http://"));
        Ok(Self { proxy, bundle: bundle.map(bundle::read).transpose()? })
    }

    fn tls(&self) -> Result<TlsContext, Problem> {
        let trust = self.bundle.as_deref().map_or_else(TrustStore::default, bundle::trust);
        TlsContext::builder().with_trust_store(trust).build().map_err(|error| {
            Problem::new(Code::Network).with("endpoint", "https").with("detail", error.to_string())
        })
    }

    /// The certificates that a server may show as its own. A proxy is not passed by.
    fn own_certificates(self) -> Option<Arc<Vec<CertificateDer<'static>>>> {
        self.bundle.filter(|_| self.proxy.is_disabled()).map(Arc::new)
    }
}

/// An error and all its causes; an error of the system hides its own one step further in.
pub(crate) fn causes<'a>(error: &'a (dyn Error + 'static)) -> Vec<&'a (dyn Error + 'static)> {
    let mut causes: Vec<&'a (dyn Error + 'static)> = vec![error];
    while let Some(last) = causes.last().copied() {
        let inner = last
            .downcast_ref::<std::io::Error>()
            .and_then(|error| error.get_ref())
            .map(|inner| inner as &(dyn Error + 'static));
        match inner.or_else(|| last.source()) {
            Some(next) => causes.push(next),
            None => break,
        }
    }
    causes
}
