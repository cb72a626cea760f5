//! Servers and closed ports on the way to AWS.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// An address of loopback where nobody listens.
pub fn closed() -> SocketAddr {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a free port");
    socket.local_addr().expect("an address")
}

/// A server that takes connections and never says a word.
pub struct Silent(TcpListener);

impl Silent {
    /// Starts it.
    pub fn start() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").expect("a free port"))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.0.local_addr().expect("an address")
    }
}

/// A server that gives everybody the same answer. It ends when it is dropped.
pub struct Answering {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Answering {
    /// A server with a page of HTML, or whatever text.
    pub fn page(status: &str, body: &str) -> Self {
        let length = body.len();
        let kind = if body.starts_with('<') { "text/html" } else { "application/json" };
        Self::start(format!(
            "HTTP/1.1 {status}\r\nServer: nginx\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}"
        ))
    }

    /// A server that sends everybody elsewhere.
    pub fn redirection(to: &str) -> Self {
        Self::start(format!(
            "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ))
    }

    fn start(answer: String) -> Self {
        Self::serve(move |stream| answer_one(stream, &answer))
    }

    fn serve(mut one: impl FnMut(&TcpStream) -> std::io::Result<()> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                // A client that is gone has heard enough.
                let _ = one(&stream);
            }
        });
        Self { address, stop, thread: Some(thread) }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A stand-in for STS that knows nothing but signed calls, as many a mock; those go to one that knows more.
pub struct SignedOnly(Answering);

impl SignedOnly {
    /// Starts in front of `behind` (`http://127.0.0.1:PORT`).
    pub fn start(behind: &str) -> Self {
        let behind: SocketAddr = behind.trim_start_matches("http://").parse().expect("an address");
        Self(Answering::serve(move |mut stream| {
            let (head, body) = request(stream)?;
            if !head.to_ascii_lowercase().contains("\r\nauthorization:") {
                return stream.write_all(UNSIGNED.as_bytes());
            }
            let mut inside = TcpStream::connect(behind)?;
            inside.write_all(head.replacen("\r\n", "\r\nConnection: close\r\n", 1).as_bytes())?;
            inside.write_all(&body)?;
            inside.set_read_timeout(Some(Duration::from_millis(300)))?;
            let mut answer = Vec::new();
            // Whether it closes or goes on waiting for the next call: the answer is whole.
            let _ = inside.read_to_end(&mut answer);
            stream.write_all(&answer)
        }))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.0.address()
    }
}

const UNSIGNED: &str = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\
                        Connection: close\r\n\r\n{\"message\":\"no key\"}";

fn answer_one(mut stream: &TcpStream, answer: &str) -> std::io::Result<()> {
    request(stream)?;
    stream.write_all(answer.as_bytes())
}

/// The head of a request, and its body.
fn request(stream: &TcpStream) -> std::io::Result<(String, Vec<u8>)> {
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut head, mut line, mut length) = (String::new(), String::new(), 0);
    while reader.read_line(&mut line)? > 2 {
        let lower = line.to_ascii_lowercase();
        if let Some(value) = lower.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        head.push_str(&line);
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((head + "\r\n", body))
}
