//! The window and the prompt: made when asked for, gone when closed.

mod channels;
mod placement;

use std::path::Path;

use sandglass_core::placement::{FIRST, SMALLEST};
use sandglass_core::preferences::Theme;
use sandglass_core::state::{Event, Leaving};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, LogicalSize, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::commands::Door;

pub(crate) use channels::Channels;

/// The label of the window.
pub(crate) const WINDOW: &str = "window";
/// The label of the prompt for an MFA code.
pub(crate) const PROMPT: &str = "prompt";

/// Width and height of the prompt for one profile, in logical pixels.
const PROMPT_SIZE: (f64, f64) = (380.0, 260.0);
/// What is added for the question about others, and for each of them; beyond so many they scroll.
const BESIDE: (f64, f64, u32) = (52.0, 24.0, 4);

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// Opens the window, or brings it to the front. On the main thread.
pub(crate) fn open(app: &AppHandle, state_dir: &Path, theme: Theme) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(WINDOW) {
        return front(&window);
    }
    let builder = page(app, WINDOW, "index.html", theme)
        .inner_size(FIRST.0, FIRST.1)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .visible(false);
    let window = builder.build()?;
    placement::restore(&window, state_dir);
    window.show()?;
    window.set_focus()
}

/// Opens the prompt, or brings it to the front. On the main thread.
pub(crate) fn open_prompt(app: &AppHandle, title: &str, beside: usize, theme: Theme) -> tauri::Result<()> {
    let height = prompt_height(beside);
    if let Some(prompt) = app.get_webview_window(PROMPT) {
        prompt.set_title(title)?;
        prompt.set_size(LogicalSize::new(PROMPT_SIZE.0, height))?;
        return front(&prompt);
    }
    let builder = page(app, PROMPT, "prompt.html", theme)
        .title(title)
        .inner_size(PROMPT_SIZE.0, height)
        .resizable(false)
        .maximizable(false)
        .always_on_top(true)
        .center();
    builder.build()?.set_focus()
}

fn prompt_height(beside: usize) -> f64 {
    let (question, each, most) = BESIDE;
    let rows = u32::try_from(beside).unwrap_or(most).min(most);
    PROMPT_SIZE.1 + if rows == 0 { 0.0 } else { question + each * f64::from(rows) }
}

/// Closes one of them.
pub(crate) fn close(app: &AppHandle, label: &str) -> tauri::Result<()> {
    match app.get_webview_window(label) {
        // Destroyed rather than closed: nobody is to be asked.
        Some(window) => window.destroy(),
        None => Ok(()),
    }
}

/// Something happened to one of them.
pub(crate) fn happened(app: &AppHandle, label: &str, event: &WindowEvent, state_dir: &Path) {
    match event {
        WindowEvent::CloseRequested { api, .. } if label == WINDOW => {
            if let Some(window) = app.get_webview_window(WINDOW) {
                placement::store(&window, state_dir);
            }
            // The state knows of edits. Where it cannot be asked, nothing holds the window.
            if app.state::<Door>().events.try_send(Event::Leaving(Leaving::CloseRequested)).is_ok() {
                api.prevent_close();
            }
        }
        WindowEvent::Destroyed => {
            let door = app.state::<Door>();
            door.channels.disconnect(label);
            let gone = if label == PROMPT { Event::PromptClosed } else { Event::WindowGone };
            let events = door.events.clone();
            tauri::async_runtime::spawn(async move { events.send(gone).await });
        }
        _ => {}
    }
}

/// What holds for both: our own pages and nothing else.
fn page<'a>(app: &'a AppHandle, label: &str, file: &str, theme: Theme) -> Builder<'a> {
    // The frame and the page's first picture have the colours already.
    let (frame, file) = match theme {
        Theme::System => (None, file.to_owned()),
        Theme::Light => (Some(tauri::Theme::Light), format!("{file}?theme=light")),
        Theme::Dark => (Some(tauri::Theme::Dark), format!("{file}?theme=dark")),
    };
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(file.into()))
        .title("Sandglass")
        .theme(frame)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .devtools(cfg!(debug_assertions))
        .zoom_hotkeys_enabled(true)
        // Nothing of a page is kept: what is to be remembered is in the preferences. (WebKit drives no page
        // that keeps nothing.)
        .incognito(!is_driven())
        .general_autofill_enabled(false)
}

/// Whether a test drives the pages: tauri-driver says so.
fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

/// Pages are those in this program: `tauri://localhost`, on Windows `http://tauri.localhost`.
fn is_own_page(url: &Url) -> bool {
    matches!((url.scheme(), url.host_str()), ("tauri", Some("localhost")) | ("http", Some("tauri.localhost")))
}

fn front(window: &WebviewWindow) -> tauri::Result<()> {
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_but_our_own() {
        let own = |text: &str| is_own_page(&text.parse().expect("a URL"));
        assert!(own("tauri://localhost/index.html") && own("http://tauri.localhost/prompt.html"));
        for other in [
            "https://localhost/",
            "https://aws.amazon.com/",
            "file:///etc/passwd",
            "tauri://evil/",
            "data:text/html,x",
        ] {
            assert!(!own(other), "{other}");
        }
    }
}
