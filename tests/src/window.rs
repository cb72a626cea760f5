//! The real window of the real program, driven through `tauri-driver`, over the own driver of its engine.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use xtask::desktop::VirtualDesktop;

use crate::{Home, built, set_up, skipped};

/// Longer than anything takes on a slow machine.
const LIMIT: Duration = Duration::from_mins(1);

/// Runs axe, and answers with what it found.
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    const settled = Promise.allSettled(ending.map((one) => one.finished));
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    settled.then(() => axe.run(document, { runOnly: tags })).then(
        ({ violations }) => done(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])),
        (error) => done([String(error)]),
    );
";

/// A window under the control of a test. The program, the driver and its children end with it.
pub struct Window {
    /// The session.
    pub client: Client,
    _driver: Driver,
}

/// The driver, with the engine's own driver and the program that it starts: one group, which ends together.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = rustix::process::kill_process_group(
            rustix::process::Pid::from_child(&self.0),
            rustix::process::Signal::KILL,
        );
        let _ = self.0.wait();
    }
}

impl Window {
    /// Starts the program with its window, unless there is no driver on this system.
    pub async fn open(home: &Home, desktop: &VirtualDesktop) -> Option<Self> {
        Self::start(home, desktop, &["--open"]).await
    }

    /// Starts the program; returns when the first of its pages is there, whatever opens that.
    pub async fn start(home: &Home, desktop: &VirtualDesktop, arguments: &[&str]) -> Option<Self> {
        Self::of(&built("sandglass-desktop"), home, desktop, arguments).await
    }

    /// The same with the program where it was installed.
    pub async fn of(
        desktop_program: &Path,
        home: &Home,
        desktop: &VirtualDesktop,
        arguments: &[&str],
    ) -> Option<Self> {
        let program = set_up("SANDGLASS_TEST_WINDOW_DRIVER")?;
        let (port, native) = (free_port(), free_port());
        let mut command = home.command(program);
        command
            .envs(desktop.environment())
            // Without a graphics card, compositing shows nothing.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        let driver = Driver(command.spawn().expect("tauri-driver starts"));
        // WebKit's driver first: tauri-driver hands on what it is asked to it.
        for port in [native, port] {
            let started = tokio::time::timeout(LIMIT, async {
                while TcpStream::connect(("127.0.0.1", port)).is_err() {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            });
            started.await.expect("the driver listens");
        }
        let options = json!({ "application": desktop_program, "args": arguments });
        let capabilities: Map<String, Value> = [("tauri:options".to_owned(), options)].into_iter().collect();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = builder.connect(&format!("http://127.0.0.1:{port}")).await.expect("the window opens");
        Some(Self { client, _driver: driver })
    }

    /// Waits for an element.
    pub async fn find(&self, css: &str) -> Element {
        match self.client.wait().at_most(LIMIT).for_element(Locator::Css(css)).await {
            Ok(found) => found,
            Err(error) => panic!("{css}: {error}, but the page shows:\n{}", self.text().await),
        }
    }

    /// Waits for an element of this kind that has these words in it.
    pub async fn find_text(&self, kind: &str, words: &str) -> Element {
        let path = format!("//{kind}[contains(., '{words}')]");
        let found = self.client.wait().at_most(LIMIT).for_element(Locator::XPath(&path)).await;
        found.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Waits for an element and clicks it.
    pub async fn click(&self, css: &str) {
        self.click_at(Locator::Css(css), css).await;
    }

    /// Waits for an element and clicks it; where the page draws it anew in between, the one that is there then.
    async fn click_at(&self, place: Locator<'_>, said: &str) {
        let clicked = tokio::time::timeout(LIMIT, async {
            loop {
                let found = self.client.wait().at_most(LIMIT).for_element(place).await;
                let clicked = match found {
                    Ok(element) => element.click().await,
                    Err(error) => panic!("{said}: {error}; the page shows:\n{}", self.text().await),
                };
                match clicked {
                    Ok(()) => return,
                    Err(error) if error.is_stale_element_reference() || error.is_no_such_element() => {}
                    Err(error) => panic!("{said}: {error}"),
                }
            }
        });
        clicked.await.unwrap_or_else(|_| panic!("{said} is drawn anew all the time"));
    }

    /// Waits for the button, entry or other element of that role and text, and clicks it.
    pub async fn choose(&self, role: &str, text: &str) {
        let path = match role {
            "button" => format!("//button[normalize-space(.)='{text}']"),
            role => format!("//*[@role='{role}'][normalize-space(.)='{text}']"),
        };
        self.click_at(Locator::XPath(&path), &path).await;
    }

    /// Replaces the text of a field.
    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.unwrap_or_else(|error| panic!("{css}: {error}"));
        field.send_keys(text).await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Types into what has the focus.
    pub async fn keys(&self, text: &str) {
        let active = self.client.active_element().await.expect("something has the focus");
        active.send_keys(text).await.expect("keys are taken");
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.keys(&char::from(key).to_string()).await;
    }

    /// What the page shows, as text.
    pub async fn text(&self) -> String {
        // The driver's own idea of an element's text leaves out isolated names.
        let text = self.client.execute("return document.body.innerText", vec![]).await;
        text.expect("the page has text").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page's text is as wanted, and returns it.
    pub async fn until(&self, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        let waited = tokio::time::timeout(LIMIT, async {
            loop {
                let text = self.text().await;
                if is_so(&text) {
                    return text;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        });
        if let Ok(text) = waited.await {
            return text;
        }
        panic!("waited for {what}; the page shows:\n{}", self.text().await)
    }

    /// Nothing for axe to find on what the page shows now, unless the pages' tools are not there.
    pub async fn accessible(&self) {
        let tool = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let Ok(axe) = std::fs::read_to_string(tool) else { return skipped("axe", "npm ci in ui/") };
        self.client.execute(&axe, vec![]).await.expect("axe is loaded");
        let found = self.client.execute_async(AXE, vec![]).await.expect("axe runs");
        assert_eq!(found, json!([]), "axe complains");
    }

    /// Everything in the page's document, and in what scripts can reach of storage.
    pub async fn source(&self) -> String {
        self.client.source().await.expect("the page has a source")
    }
}

/// A port nobody listens on now.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}
