//! The way to AWS as a program takes it: a proxy, and a server at an address of its own, which both lead to the simulated
//! AWS and say what came. For every name it is asked for it shows a certificate of one issuer.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use base64ct::{Base64, Encoding};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy_bidirectional};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

use crate::loopback::Loopback;
use crate::tls::server_config;

/// How much of a request is read to see where it goes.
const HEAD: usize = 64 * 1024;
/// The first byte of a TLS connection.
const HANDSHAKE: u8 = 0x16;

/// A running way. It ends when it is dropped.
pub struct WayToAws {
    server: Loopback,
    bundle: PathBuf,
    seen: Seen,
}

/// What came, in order: `proxy HOST`, with ` as USER` where it says who, or `direct HOST`.
type Seen = Arc<Mutex<Vec<String>>>;

struct Server {
    behind: SocketAddr,
    issuer: CertifiedIssuer<'static, KeyPair>,
    configs: Mutex<BTreeMap<String, Arc<ServerConfig>>>,
    seen: Seen,
}

impl WayToAws {
    /// Starts in front of `behind` (`http://127.0.0.1:PORT`); the issuer's certificate goes to a file in `directory`.
    pub fn start(behind: &str, directory: &Path) -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no name");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        // What issues is told from what it issued by its name; newer Pythons take no issuer without its usages.
        params.distinguished_name.push(DnType::CommonName, "Issuer of a test");
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().expect("a key");
        let issuer = CertifiedIssuer::self_signed(params, key).expect("a certificate");
        let bundle = directory.join("issuer.pem");
        std::fs::write(&bundle, issuer.pem()).expect("written");
        let seen = Seen::default();
        let behind = behind.trim_start_matches("http://").parse().expect("an address");
        let answering =
            Arc::new(Server { behind, issuer, configs: Mutex::default(), seen: Arc::clone(&seen) });
        let server = Loopback::start(move |stream| {
            let answering = Arc::clone(&answering);
            // A client that refuses the certificate, or goes away, ends here.
            async move {
                let _ = answering.answer(stream).await;
            }
        });
        Self { server, bundle, seen }
    }

    /// Its port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.server.port()
    }

    /// The file with the issuer's certificate.
    pub fn bundle(&self) -> &Path {
        &self.bundle
    }

    /// What came first since the last call; nothing where nothing came.
    pub fn first(&self) -> Option<String> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *seen).into_iter().next()
    }
}

impl Server {
    async fn answer(&self, mut stream: TcpStream) -> Option<()> {
        let mut first = [0];
        stream.peek(&mut first).await.ok()?;
        if first[0] == HANDSHAKE {
            return self.encrypted(stream, "localhost", "direct").await;
        }
        let (head, rest) = head(&mut stream).await?;
        let line = head.lines().next()?;
        let target = line.split(' ').nth(1)?;
        let user = user(&head).map_or_else(String::new, |user| format!(" as {user}"));
        if line.starts_with("CONNECT ") {
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok()?;
            let host = target.rsplit_once(':').map_or(target, |(host, _)| host);
            self.say(format!("proxy {host}{user}"));
            return self.encrypted(stream, host, "").await;
        }
        let host = header(&head, "host").unwrap_or_default().to_owned();
        let host = host.rsplit_once(':').map_or(host.as_str(), |(host, _)| host);
        match target.strip_prefix("http://") {
            Some(rest) => self.say(format!("proxy {}{user}", rest.split(['/', ':']).next()?)),
            None => self.say(format!("direct {host}")),
        }
        self.through(&mut stream, &[head.as_bytes(), &rest].concat()).await
    }

    async fn encrypted(&self, stream: TcpStream, host: &str, said: &str) -> Option<()> {
        let config = self.config(host);
        let mut inside = TlsAcceptor::from(config).accept(stream).await.ok()?;
        if !said.is_empty() {
            self.say(format!("{said} {host}"));
        }
        self.through(&mut inside, &[]).await
    }

    /// To the simulated AWS and back, after what was read already.
    async fn through(&self, stream: &mut (impl AsyncRead + AsyncWrite + Unpin), read: &[u8]) -> Option<()> {
        let mut behind = TcpStream::connect(self.behind).await.ok()?;
        behind.write_all(read).await.ok()?;
        copy_bidirectional(stream, &mut behind).await.ok().map(drop)
    }

    fn say(&self, what: String) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).push(what);
    }

    fn config(&self, host: &str) -> Arc<ServerConfig> {
        let mut configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        let config = configs.entry(host.to_owned()).or_insert_with(|| {
            let key = KeyPair::generate().expect("a key");
            let mut params = CertificateParams::new([host.to_owned()]).expect("a name");
            params.use_authority_key_identifier_extension = true;
            let made = params.signed_by(&key, &self.issuer).expect("a certificate");
            server_config(&made, &key)
        });
        Arc::clone(config)
    }
}

/// The head of a request, and what came behind it.
async fn head(stream: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut read = Vec::new();
    loop {
        if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            let rest = read.split_off(end + 4);
            return Some((String::from_utf8(read).ok()?, rest));
        }
        if read.len() > HEAD || stream.read_buf(&mut read).await.ok()? == 0 {
            return None;
        }
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let named = |line: &&str| line.split_once(':').is_some_and(|(key, _)| key.eq_ignore_ascii_case(name));
    head.lines().find(named).and_then(|line| line.split_once(':')).map(|(_, value)| value.trim())
}

/// Who a client says it is.
fn user(head: &str) -> Option<String> {
    let said = header(head, "proxy-authorization")?.strip_prefix("Basic ")?;
    String::from_utf8(Base64::decode_vec(said).ok()?).ok()
}
