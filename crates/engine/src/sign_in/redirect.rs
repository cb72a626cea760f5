//! The redirect of a sign-in: a browser brings the code to a port of this machine (RFC 8252, 7.3).
//!
//! Anybody on the machine, and any page in a browser, can send requests to the port. Only one with our `state` counts; what
//! else comes is refused and changes nothing, and nobody who is slow keeps the others waiting.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_files::Secret;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderValue, REFERRER_POLICY,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// As the AWS CLI registers it, but for the port.
const PATH: &str = "/oauth/callback";
/// A browser sends its request at once.
const HEAD: Duration = Duration::from_secs(10);
/// A page of some lines is sent at once, too.
const PAGE: Duration = Duration::from_secs(2);
/// A code is some hundred letters.
const LONGEST_HEAD: usize = 16 * 1024;
/// Connections beyond these wait: a scan of all ports makes one.
const AT_ONCE: usize = 16;

/// The browser's answer.
pub(super) enum Brought {
    /// The code to exchange for a token.
    Code(Secret),
    /// The person, or the service, said no: the `error` of OAuth.
    Refusal(String),
}

/// An answer of the browser. It shows a page once it is told how the sign-in ended.
pub(super) struct Answer {
    pub(super) brought: Brought,
    ended: oneshot::Sender<bool>,
    /// Never sends: it ends with the connection.
    connection: oneshot::Receiver<()>,
}

impl Answer {
    /// Tells the browser whether somebody is signed in now, and waits until it has the page: whoever asked may end next.
    pub(super) async fn tell(self, signed_in: bool) {
        if self.ended.send(signed_in).is_ok() {
            let _ = timeout(PAGE, self.connection).await;
        }
    }
}

/// The pages that are shown, in the user's language. Whole, with nothing from elsewhere.
#[derive(Clone)]
pub(super) struct Pages {
    pub(super) signed_in: String,
    pub(super) not_signed_in: String,
    /// For who comes with something else.
    pub(super) unknown: String,
}

/// A port of this machine that waits for one answer.
pub(super) struct Redirect {
    listener: TcpListener,
    port: u16,
}

impl Redirect {
    /// Takes a free port.
    pub(super) async fn listen() -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        Ok(Self { listener, port })
    }

    /// `redirect_uri`.
    pub(super) fn uri(&self) -> String {
        format!("http://127.0.0.1:{}{PATH}", self.port)
    }

    /// Waits for the answer to the sign-in of this `state`. Dropped, it gives the port back.
    pub(super) async fn answer(&self, state: &Secret, pages: &Pages) -> Answer {
        let (answers, mut answered) = mpsc::channel(1);
        let desk = Arc::new(Desk {
            hosts: [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)],
            state: Sha256::digest(state.expose().as_bytes()).into(),
            pages: pages.clone(),
            answers,
        });
        let room = Arc::new(Semaphore::new(AT_ONCE));
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                Some(answer) = answered.recv() => {
                    // It goes on while its page is shown; the others end.
                    connections.detach_all();
                    return answer;
                }
                Ok((stream, _)) = self.listener.accept() => {
                    let Ok(permit) = Arc::clone(&room).acquire_owned().await else { continue };
                    let desk = Arc::clone(&desk);
                    connections.spawn(async move {
                        serve(stream, desk).await;
                        drop(permit);
                    });
                }
                Some(_) = connections.join_next(), if !connections.is_empty() => {}
            }
        }
    }
}

async fn serve(stream: TcpStream, desk: Arc<Desk>) {
    let (_open, closed) = oneshot::channel();
    let connection = Mutex::new(Some(closed));
    let service = service_fn(|request| {
        // There is one request: no connection is kept.
        let connection = connection.lock().unwrap_or_else(PoisonError::into_inner).take();
        let desk = Arc::clone(&desk);
        async move { Ok::<_, Infallible>(desk.respond(&request, connection).await) }
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(LONGEST_HEAD)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    // Whoever does not speak HTTP, or goes away, is nobody's trouble.
    let _ = served.await;
}

struct Desk {
    /// A page of another site can make the browser send a request here, and not with these names.
    hosts: [String; 2],
    /// The digest: two of them are compared, so that the time it takes tells nothing of the state.
    state: [u8; 32],
    pages: Pages,
    answers: mpsc::Sender<Answer>,
}

impl Desk {
    async fn respond(
        &self,
        request: &Request<Incoming>,
        connection: Option<oneshot::Receiver<()>>,
    ) -> Response<Full<Bytes>> {
        let Some((brought, connection)) = self.read(request).zip(connection) else {
            return page(StatusCode::BAD_REQUEST, &self.pages.unknown);
        };
        let (ended, told) = oneshot::channel();
        // One counts; a second one finds that nobody takes it.
        if self.answers.try_send(Answer { brought, ended, connection }).is_err() {
            return page(StatusCode::BAD_REQUEST, &self.pages.unknown);
        }
        match told.await {
            Ok(true) => page(StatusCode::OK, &self.pages.signed_in),
            _ => page(StatusCode::OK, &self.pages.not_signed_in),
        }
    }

    /// The answer that a request brings, if it is the browser's of this sign-in.
    fn read(&self, request: &Request<Incoming>) -> Option<Brought> {
        let mut hosts = request.headers().get_all(HOST).iter();
        let (host, another) = (hosts.next()?, hosts.next());
        let is_ours = self.hosts.iter().any(|known| host.as_bytes() == known.as_bytes());
        if another.is_some() || !is_ours || request.method() != Method::GET || request.uri().path() != PATH {
            return None;
        }
        let query = request.uri().query()?;
        let state = Secret::new(field(query, "state")?);
        let shown: [u8; 32] = Sha256::digest(state.expose().as_bytes()).into();
        if shown != self.state {
            return None;
        }
        if let Some(code) = field(query, "code").filter(|code| !code.is_empty()) {
            return Some(Brought::Code(Secret::new(code)));
        }
        field(query, "error").map(Brought::Refusal)
    }
}

/// A field that stands once; one that stands twice is none.
fn field(query: &str, name: &str) -> Option<String> {
    let mut found = query.split('&').filter_map(|pair| {
        let (known, value) = pair.split_once('=')?;
        (known == name).then_some(value)
    });
    let value = found.next().filter(|_| found.next().is_none())?;
    Some(percent_decode_str(&value.replace('+', " ")).decode_utf8().ok()?.into_owned())
}

fn page(status: StatusCode, html: &str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(html.to_owned()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        // The address holds the code.
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
