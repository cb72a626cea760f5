//! Reads the issuer of an endpoint's certificate. The connection ends as soon as it is known.

use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme};
use sandglass_doctor::certificate;

use super::address::Address;

/// No step of a handshake that just went well takes longer.
const STEP: Duration = Duration::from_secs(1);

/// The issuer's name.
pub(super) async fn of(address: &Address) -> Option<String> {
    let address = address.clone();
    tokio::task::spawn_blocking(move || shown(&address)).await.ok().flatten()
}

fn shown(address: &Address) -> Option<String> {
    let provider = Arc::new(default_provider());
    let looked = Arc::new(Looked::default());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .ok()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(&looked) as Arc<dyn ServerCertVerifier>)
        .with_no_client_auth();
    let name = ServerName::try_from(address.host.clone()).ok()?;
    let mut connection = ClientConnection::new(Arc::new(config), name).ok()?;
    let mut stream = TcpStream::connect((address.host.as_str(), address.port)).ok()?;
    stream.set_read_timeout(Some(STEP)).ok()?;
    stream.set_write_timeout(Some(STEP)).ok()?;
    // It always fails: the certificate is looked at, never trusted.
    let _ = connection.complete_io(&mut stream);
    looked.0.lock().ok()?.take()
}

/// Remembers who issued the certificate, and refuses it.
#[derive(Debug, Default)]
struct Looked(Mutex<Option<String>>);

impl ServerCertVerifier for Looked {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if let Ok(mut issuer) = self.0.lock() {
            *issuer = certificate::issuer(end_entity);
        }
        Err(Error::General("looked at".to_owned()))
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General("looked at".to_owned()))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verify_tls12_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        default_provider().signature_verification_algorithms.supported_schemes()
    }
}
