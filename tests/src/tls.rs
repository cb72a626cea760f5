//! HTTPS in front of a server that speaks HTTP, with a certificate of its own making.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{BasicConstraints, Certificate, CertificateParams, IsCa, KeyPair, date_time_ymd};
use tokio::io::copy_bidirectional;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::loopback::Loopback;

/// A running TLS end. It ends when it is dropped.
pub struct Tls {
    server: Loopback,
    bundle: PathBuf,
}

impl Tls {
    /// Starts in front of `behind` (`http://127.0.0.1:PORT`); its certificate's issuer goes to a file
    /// in `directory`.
    pub fn start(behind: &str, directory: &Path) -> Self {
        Self::start_with(behind, directory, |_| {})
    }

    /// The same with a certificate that says it is an issuer's, as `openssl req -x509` makes it; it ends
    /// where the given year begins.
    pub fn start_as_issuer(behind: &str, directory: &Path, until: i32) -> Self {
        Self::start_with(behind, directory, |certificate| {
            certificate.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
            certificate.not_after = date_time_ymd(until, 1, 1);
        })
    }

    fn start_with(behind: &str, directory: &Path, change: impl FnOnce(&mut CertificateParams)) -> Self {
        let behind: SocketAddr = behind.trim_start_matches("http://").parse().expect("an address");
        let mut certificate = CertificateParams::new(["localhost".to_owned()]).expect("a name");
        change(&mut certificate);
        let key = KeyPair::generate().expect("a key");
        let made = certificate.self_signed(&key).expect("a certificate");
        let bundle = directory.join("issuer.pem");
        std::fs::write(&bundle, made.pem()).expect("written");
        let acceptor = TlsAcceptor::from(server_config(&made, &key));
        let server = Loopback::start(move |outside| {
            let acceptor = acceptor.clone();
            async move {
                // A client that refuses the certificate ends here.
                let Ok(mut outside) = acceptor.accept(outside).await else { return };
                let Ok(mut inside) = TcpStream::connect(behind).await else { return };
                let _ = copy_bidirectional(&mut outside, &mut inside).await;
            }
        });
        Self { server, bundle }
    }

    /// `https://localhost:PORT`.
    pub fn url(&self) -> String {
        format!("https://localhost:{}", self.server.port())
    }

    /// The file with the issuer's certificate.
    pub fn bundle(&self) -> String {
        self.bundle.display().to_string()
    }
}

/// What shows a certificate to whoever comes.
pub(crate) fn server_config(made: &Certificate, key: &KeyPair) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.der().clone()], key);
    Arc::new(config.expect("a usable certificate"))
}
