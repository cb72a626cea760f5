//! A mouse for a compositor that has none: a client of its `zwlr_virtual_pointer_manager_v1`.
//!
//! The few messages of Wayland that this takes, written by hand: an object's number, a code with the
//! length, and the arguments as words of four bytes.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

#[cfg(not(unix))]
use std::net::TcpStream as Socket;
#[cfg(unix)]
use std::os::unix::net::UnixStream as Socket;

use crate::failure::{During as _, Failure, Result};

const MANAGER: &str = "zwlr_virtual_pointer_manager_v1";
/// Object numbers: the first is the protocol's, the others are our choice.
const DISPLAY: u32 = 1;
const REGISTRY: u32 = 2;
const ROUND_TRIP: u32 = 3;
const POINTERS: u32 = 4;
const POINTER: u32 = 5;
/// How long a compositor may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Between pressing a button and letting it go: some programs look at what happens in between.
const PRESSED: Duration = Duration::from_millis(60);

/// The mouse. It is gone when this is dropped.
#[derive(Debug)]
pub(super) struct Mouse {
    socket: Socket,
    start: Instant,
    screen: (u32, u32),
}

impl Mouse {
    /// Plugs one in. `screen`: what positions are given in.
    pub(super) fn plug_in(socket: &Path, screen: (u32, u32)) -> Result<Self> {
        let socket = connect(socket).during(|| format!("{} cannot be reached", socket.display()))?;
        let mut mouse = Self { socket, start: Instant::now(), screen };
        mouse.send(DISPLAY, 1, &[REGISTRY])?;
        mouse.send(DISPLAY, 0, &[ROUND_TRIP])?;
        let manager = mouse.find_manager()?;
        let mut bind = vec![manager];
        bind.extend(text(MANAGER));
        bind.extend([1, POINTERS]);
        mouse.send(REGISTRY, 0, &bind)?;
        mouse.send(POINTERS, 0, &[0, POINTER])?;
        Ok(mouse)
    }

    /// Moves it to a place on the screen.
    pub(super) fn move_to(&mut self, x: u32, y: u32) -> Result<()> {
        let (width, height) = self.screen;
        let now = self.now();
        self.send(POINTER, 1, &[now, x, y, width, height])?;
        self.send(POINTER, 4, &[])
    }

    /// Presses a button and lets it go: 1 left, 2 middle, 3 right.
    pub(super) fn click(&mut self, button: u8) -> Result<()> {
        // Codes of Linux's input events.
        let code = match button {
            1 => 0x110,
            2 => 0x112,
            _ => 0x111,
        };
        for pressed in [1, 0] {
            let now = self.now();
            self.send(POINTER, 2, &[now, code, pressed])?;
            self.send(POINTER, 4, &[])?;
            thread::sleep(PRESSED);
        }
        Ok(())
    }

    fn now(&self) -> u32 {
        u32::try_from(self.start.elapsed().as_millis()).unwrap_or(u32::MAX)
    }

    fn send(&mut self, object: u32, code: u32, arguments: &[u32]) -> Result<()> {
        self.socket
            .write_all(&message(object, code, arguments))
            .during(|| "the compositor takes no message".to_owned())
    }

    /// The number by which the compositor has made its manager of pointers known.
    fn find_manager(&mut self) -> Result<u32> {
        let mut found = None;
        loop {
            let head = self.receive(8)?;
            let (object, rest) = (word(&head, 0), word(&head, 4));
            let (code, length) = (rest & 0xffff, (rest >> 16) as usize);
            let body = self.receive(length.saturating_sub(8))?;
            match (object, code) {
                (REGISTRY, 0) if name_in(&body) == MANAGER.as_bytes() => found = Some(word(&body, 0)),
                (ROUND_TRIP, 0) => break,
                (DISPLAY, 0) => return Err(Failure::new("The compositor refuses a client.")),
                _ => {}
            }
        }
        found.ok_or_else(|| Failure::new(format!("The compositor has no {MANAGER}: it takes no mouse.")))
    }

    fn receive(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.socket.read_exact(&mut bytes).during(|| "the compositor does not answer".to_owned())?;
        Ok(bytes)
    }
}

fn connect(path: &Path) -> std::io::Result<Socket> {
    #[cfg(unix)]
    let socket = Socket::connect(path)?;
    #[cfg(not(unix))]
    let socket = Err::<Socket, _>(std::io::Error::other(format!("{} is a socket of Unix", path.display())))?;
    socket.set_read_timeout(Some(PATIENCE))?;
    Ok(socket)
}

fn message(object: u32, code: u32, arguments: &[u32]) -> Vec<u8> {
    let length = u32::try_from(8 + 4 * arguments.len()).unwrap_or(u32::MAX);
    let words = [object, (length << 16) | code];
    words.iter().chain(arguments).flat_map(|word| word.to_ne_bytes()).collect()
}

/// A text as an argument: its length with the byte that ends it, and its bytes, filled up to whole words.
fn text(text: &str) -> Vec<u32> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.push(0);
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    std::iter::once(length).chain(bytes.chunks(4).map(|word_| word(word_, 0))).collect()
}

fn word(bytes: &[u8], at: usize) -> u32 {
    let bytes = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    bytes.map_or(0, u32::from_ne_bytes)
}

/// The name of what is announced: a number, then a text.
fn name_in(body: &[u8]) -> &[u8] {
    let length = (word(body, 4) as usize).saturating_sub(1);
    body.get(8..8 + length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_its_object_code_length_and_words() {
        let sent = message(2, 0, &text("abc"));
        let words: Vec<u32> = sent.chunks(4).map(|four| word(four, 0)).collect();
        assert_eq!(words[..3], [2, 16 << 16, 4]);
        assert_eq!(&sent[12..], b"abc\0");
        assert_eq!(text("abcd").len(), 3, "the byte that ends it takes a word of its own");
    }

    #[test]
    fn what_is_announced_has_a_name() {
        let mut body = 7u32.to_ne_bytes().to_vec();
        body.extend(text("wl_seat").iter().flat_map(|word| word.to_ne_bytes()));
        assert_eq!((name_in(&body), word(&body, 0)), (b"wl_seat".as_slice(), 7));
        assert_eq!(name_in(&[1, 2]), b"");
    }
}
