//! The HTTP server on loopback.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::sync::{Notify, oneshot};

use crate::answer::{Answer, Silence};
use crate::request::Request;
use crate::{LogEntry, World, admin, clock, log, services, sts};

/// More than any request of these services.
const LARGEST: usize = 1024 * 1024;

struct Shared {
    world: Mutex<World>,
    log: Mutex<Vec<LogEntry>>,
    logged: Condvar,
}

/// A running AWS. It ends when it is dropped.
pub struct Sim {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Sim {
    /// Starts on a free port.
    pub fn start(world: World) -> std::io::Result<Self> {
        Self::start_on(world, 0)
    }

    /// Starts on a port.
    pub fn start_on(world: World, port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let shared =
            Arc::new(Shared { world: Mutex::new(world), log: Mutex::default(), logged: Condvar::new() });
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let serving = Arc::clone(&shared);
        let thread = std::thread::Builder::new().name("aws-sim".to_owned()).spawn(move || {
            runtime.block_on(serve(listener, serving, stopped));
        })?;
        Ok(Self { address, shared, stop: Some(stop), thread: Some(thread) })
    }

    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The world, to be looked at or changed while it runs.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.shared.world()
    }

    /// The codes of devices that wait for somebody.
    pub fn user_codes(&self) -> Vec<String> {
        self.world().sso_grants.iter().filter_map(|grant| grant.user_code().map(str::to_owned)).collect()
    }

    /// Forgets every client that was registered for a sign-in.
    pub fn forget_clients(&self) {
        self.world().sso_clients.clear();
    }

    /// Every request so far.
    pub fn log(&self) -> Vec<LogEntry> {
        self.shared.log().clone()
    }

    /// Returns the number of calls of an action so far.
    pub fn count(&self, action: &str) -> usize {
        self.shared.log().iter().filter(|entry| entry.action == action).count()
    }

    /// Waits until an action was called `times` times. False when that takes longer than `limit`.
    pub fn wait_for(&self, action: &str, times: usize, limit: Duration) -> bool {
        let called =
            |log: &mut Vec<LogEntry>| log.iter().filter(|entry| entry.action == action).count() < times;
        let waited = self.shared.logged.wait_timeout_while(self.shared.log(), limit, called);
        waited.is_ok_and(|(_, timeout)| !timeout.timed_out())
    }
}

impl Drop for Sim {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn log(&self) -> MutexGuard<'_, Vec<LogEntry>> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn serve(listener: TcpListener, shared: Arc<Shared>, mut stopped: oneshot::Receiver<()>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(_) => continue,
            },
            _ = &mut stopped => return,
        };
        tokio::spawn(connection(stream, Arc::clone(&shared)));
    }
}

async fn connection(stream: tokio::net::TcpStream, shared: Arc<Shared>) {
    // Says that the connection is to be closed without an answer.
    let dropped = Arc::new(Notify::new());
    let drop_it = Arc::clone(&dropped);
    let service = service_fn(move |request| {
        let (shared, dropped) = (Arc::clone(&shared), Arc::clone(&drop_it));
        async move {
            match respond(&shared, request).await {
                Ok(response) => Ok::<_, Infallible>(response),
                Err(silence) => {
                    if silence == Silence::Closed {
                        dropped.notify_one();
                    }
                    std::future::pending().await
                }
            }
        }
    });
    tokio::select! {
        _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service) => {}
        () = dropped.notified() => {}
    }
}

async fn respond(
    shared: &Shared,
    request: hyper::Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Silence> {
    let (head, body) = request.into_parts();
    let Ok(body) = Limited::new(body, LARGEST).collect().await else {
        return Ok(response(413, "text/plain", "too large".to_owned(), []));
    };
    let request = Request::new(
        head.method.to_string(),
        head.uri.path().to_owned(),
        head.uri.query().unwrap_or_default().to_owned(),
        head.headers,
        body.to_bytes().to_vec(),
    );
    if request.path.starts_with("/_sim/") {
        let (status, body) = admin::answer(&mut shared.world(), &shared.log(), &request);
        return Ok(response(status, "application/json", body, []));
    }
    let latency = shared.world().latency_ms;
    if latency > 0 {
        tokio::time::sleep(Duration::from_millis(latency)).await;
    }
    aws(shared, &request).map(|(answer, now)| {
        let head = answer.headers.into_iter().chain([("date", clock::http_date(now))]);
        response(answer.status, answer.content_type, answer.body, head)
    })
}

/// The answer, and the time it was given.
fn aws(shared: &Shared, request: &Request) -> Result<(Answer, i64), Silence> {
    let (outcome, now) = {
        let mut world = shared.world();
        (services::answer(&mut world, request), clock::now(&world))
    };
    let answer = outcome.as_ref().ok();
    let signature = sts::signature(request);
    shared.log().push(LogEntry {
        at: now,
        action: request.action().to_owned(),
        caller: answer.and_then(|answer| answer.caller.clone()),
        access_key_id: signature.as_ref().map(|signature| signature.access_key_id.clone()),
        region: signature.map(|signature| signature.region),
        parameters: log::shown(&request.form),
        status: answer.map_or(0, |answer| answer.status),
        error: answer.and_then(|answer| answer.error).map(str::to_owned),
        user_agent: request.header("user-agent").unwrap_or_default(),
    });
    shared.logged.notify_all();
    outcome.map(|answer| (answer, now))
}

fn response(
    status: u16,
    kind: &str,
    body: String,
    head: impl IntoIterator<Item = (&'static str, String)>,
) -> Response<Full<Bytes>> {
    let mut builder = Response::builder()
        .status(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
        .header("content-type", kind);
    for (name, value) in head {
        builder = builder.header(name, value);
    }
    builder.body(Full::from(body)).unwrap_or_default()
}
