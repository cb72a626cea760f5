//! The HTTP client: it uses proxy and CA bundle as the AWS CLI does, and nothing else from its environment.

mod bounded;
mod endpoints;
mod own_certificate;
pub(crate) mod plain;

use std::error::Error;
use std::sync::Arc;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime_api::client::http::{SharedHttpClient, SharedHttpConnector};
use bounded::Bounded;
pub(crate) use endpoints::{beside_sts, sts_of_region};
use own_certificate::OwnCertificate;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{ClientSettings, Located};

use crate::files;

/// All roots there are fill a tenth of it.
const LARGEST_BUNDLE: u64 = 4 * 1024 * 1024;

/// Builds the client for one endpoint scheme.
pub(crate) fn client(settings: &ClientSettings) -> Result<SharedHttpClient, Problem> {
    let (proxy, bundle) = (proxy(settings)?, bundle(settings)?);
    let tls = tls(bundle.as_deref())?;
    let inner = Builder::new().build_with_connector_fn(move |timeouts, components| {
        let mut connector = Connector::builder().proxy_config(proxy.clone());
        connector.set_connector_settings(timeouts.cloned());
        connector.set_sleep_impl(
            components
                .and_then(aws_smithy_runtime_api::client::runtime_components::RuntimeComponents::sleep_impl),
        );
        connector.tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(tls.clone()).build()
    });
    let inner = match own_certificates(settings, bundle) {
        Some(bundle) => SharedHttpClient::new(OwnCertificate { inner, bundle }),
        None => inner,
    };
    Ok(SharedHttpClient::new(Bounded { inner }))
}

/// The same for single requests that are no operation of an SDK. It has no time limit of its own.
pub(crate) fn connector(settings: &ClientSettings) -> Result<SharedHttpConnector, Problem> {
    let (proxy, bundle) = (proxy(settings)?, bundle(settings)?);
    let builder = Connector::builder().proxy_config(proxy).tls_provider(Provider::Rustls(CryptoMode::Ring));
    let inner = SharedHttpConnector::new(builder.tls_context(tls(bundle.as_deref())?).build());
    Ok(match own_certificates(settings, bundle) {
        Some(bundle) => SharedHttpConnector::new(OwnCertificate { inner, bundle }),
        None => inner,
    })
}

/// The bundle that was set, read once and found to be one.
fn bundle(settings: &ClientSettings) -> Result<Option<Vec<u8>>, Problem> {
    settings.ca_bundle.as_ref().map(read_bundle).transpose()
}

/// The certificates that a server may show as its own. A proxy is not passed by.
fn own_certificates(
    settings: &ClientSettings,
    bundle: Option<Vec<u8>>,
) -> Option<Arc<Vec<CertificateDer<'static>>>> {
    let is_direct = |url: &Located<String>| settings.proxy.is_direct(&url.value);
    if settings.proxy.https.is_some() && !settings.endpoint_url.as_ref().is_some_and(is_direct) {
        return None;
    }
    Some(Arc::new(CertificateDer::pem_slice_iter(&bundle?).filter_map(Result::ok).collect()))
}

fn tls(bundle: Option<&[u8]>) -> Result<TlsContext, Problem> {
    let trust = match bundle {
        Some(pem) => TrustStore::empty().with_pem_certificate(pem),
        None => TrustStore::default(),
    };
    TlsContext::builder().with_trust_store(trust).build().map_err(|error| {
        Problem::new(Code::Network).with("endpoint", "https").with("detail", error.to_string())
    })
}

/// The proxy for the endpoint's scheme. As in Python, `host:port` alone means `http://host:port`.
fn proxy(settings: &ClientSettings) -> Result<ProxyConfig, Problem> {
    let plain = settings.endpoint_url.as_ref().is_some_and(|url| url.value.starts_with("http://"));
    let (scheme, address) =
        if plain { ("http", &settings.proxy.http) } else { ("https", &settings.proxy.https) };
    let Some(address) = address else { return Ok(ProxyConfig::disabled()) };
    if settings.endpoint_url.as_ref().is_some_and(|url| settings.proxy.is_direct(&url.value)) {
        return Ok(ProxyConfig::disabled());
    }
    let address = if address.contains("://") { address.clone() } else { format!("http://{address}") };
    // The address may hold a password: the error names the scheme only.
    let config =
        ProxyConfig::all(address).map_err(|_| Problem::new(Code::InvalidProxy).with("scheme", scheme))?;
    Ok(match &settings.proxy.no_proxy {
        // The client reads the exceptions of a port or a number otherwise than Python does.
        Some(hosts) if settings.endpoint_url.is_none() => config.no_proxy(hosts),
        _ => config,
    })
}

/// Reads and checks a bundle here, because the client panics on a bad one.
fn read_bundle(bundle: &Located<String>) -> Result<Vec<u8>, Problem> {
    let unusable = |detail: String| {
        Problem::new(Code::CaBundle).at(bundle.at.clone()).with("path", &bundle.value).with("detail", detail)
    };
    let pem = files::content(bundle.value.as_ref(), LARGEST_BUNDLE)
        .map_err(|error| unusable(error.to_string()))?
        .to_vec();
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        let certificate = certificate.map_err(|error| unusable(pem_fault(&error)))?;
        roots.add(certificate).map_err(|error| unusable(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unusable("it holds no certificate".to_owned()));
    }
    Ok(pem)
}

fn pem_fault(error: &pem::Error) -> String {
    match error {
        pem::Error::MissingSectionEnd { .. } => "its last certificate is cut off".to_owned(),
        error => error.to_string(),
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

#[cfg(test)]
mod tests {
    use sandglass_core::problem::Origin;

    use super::*;

    fn bundle(content: &str) -> Result<Vec<u8>, Problem> {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        std::fs::write(file.path(), content).expect("written");
        read_bundle(&Located {
            value: file.path().display().to_string(),
            at: Origin::Variable("AWS_CA_BUNDLE"),
        })
    }

    #[test]
    fn a_bundle_that_is_none_is_refused() {
        for content in [
            "",
            "not a certificate",
            "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        ] {
            assert_eq!(bundle(content).map_err(|problem| problem.code), Err(Code::CaBundle), "{content}");
        }
    }

    #[test]
    fn a_proxy_with_a_bad_address_is_refused_without_showing_it() {
        let mut settings = ClientSettings::default();
        settings.proxy.https = Some("http://user:canary@[bad".to_owned());
        let problem = proxy(&settings).map(|_| ()).expect_err("refused");
        assert_eq!(problem.code, Code::InvalidProxy);
        assert!(!format!("{problem:?}").contains("canary"));
    }
}
