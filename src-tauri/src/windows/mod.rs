//! Creates the window and the prompt when they are asked for, and destroys them when closed.

mod channels;
mod placement;
mod switcher;
mod transitions;

use std::path::Path;
use std::time::Duration;

use sandglass_app::state::{Event, Leaving, PromptId, SwitcherEvent};
use sandglass_core::placement::{SMALLEST, ZoomStep};
use sandglass_core::preferences::Theme;
use sandglass_engine::os::give_back_memory;
use tauri::webview::{Color, NewWindowResponse};
use tauri::{
    AppHandle, LogicalSize, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};
use tokio::sync::mpsc::Sender;

pub(crate) use channels::Channels;
pub(crate) use switcher::open_switcher;
pub(crate) use transitions::WindowTransitions;

/// The label of the window.
pub(crate) const WINDOW: &str = "window";
/// The label of the prompt for an MFA code.
pub(crate) const PROMPT: &str = "prompt";
/// The label of the quick switcher.
pub(crate) const SWITCHER: &str = "switcher";

/// Width and height of the prompt for one profile, in logical pixels, with room for what AWS refused.
const PROMPT_SIZE: (f64, f64) = (380.0, 292.0);
/// The height added for the question about others, and for each of them; beyond so many they scroll.
const BESIDE: (f64, f64, u32) = (52.0, 24.0, 4);

/// The ground of the pages (`bg` in `ui/src/styles/tokens.css`), so that a window is never white before its
/// page is there.
const GROUND: (Color, Color) = (Color(0xfb, 0xfa, 0xf7, 0xff), Color(0x17, 0x16, 0x13, 0xff));

/// The time after its end when nothing of a window is held.
const SETTLED: Duration = Duration::from_secs(1);

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// Opens the window, or brings it to the front. On the main thread.
pub(crate) fn open(app: &AppHandle, state_dir: &Path, theme: Theme) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let state_dir = state_dir.to_owned();
        return app.state::<WindowTransitions>().or_after(
            WINDOW,
            move |app| open(app, &state_dir, theme),
            || front(&window),
        );
    }
    app.state::<WindowTransitions>().comes(WINDOW);
    let builder =
        page(app, WINDOW, "index.html", theme).min_inner_size(SMALLEST.0, SMALLEST.1).visible(false);
    let window = builder.build()?;
    give_ground(&window)?;
    placement::restore(&window, state_dir);
    window.show()?;
    window.set_focus()
}

/// A prompt that is to be opened.
#[derive(Clone)]
pub(crate) struct PromptWindow {
    pub(crate) id: PromptId,
    /// The title in its frame.
    pub(crate) title: String,
    /// The number of other profiles it offers to renew with the same code.
    pub(crate) beside: usize,
    pub(crate) theme: Theme,
}

/// Opens the prompt, or brings it to the front. On the main thread.
pub(crate) fn open_prompt(app: &AppHandle, asked: PromptWindow) -> tauri::Result<()> {
    let height = prompt_height(asked.beside);
    if let Some(prompt) = app.get_webview_window(PROMPT) {
        let again = asked.clone();
        return app.state::<WindowTransitions>().or_after(
            PROMPT,
            move |app| open_prompt(app, again),
            || {
                app.state::<WindowTransitions>().asks(asked.id);
                prompt.set_title(&asked.title)?;
                prompt.set_size(LogicalSize::new(PROMPT_SIZE.0, height))?;
                front(&prompt)
            },
        );
    }
    app.state::<WindowTransitions>().comes(PROMPT);
    let builder = page(app, PROMPT, "prompt.html", asked.theme)
        .title(asked.title)
        .inner_size(PROMPT_SIZE.0, height)
        .resizable(false)
        .maximizable(false)
        .always_on_top(true)
        .visible(false)
        .center();
    let prompt = builder.build()?;
    app.state::<WindowTransitions>().asks(asked.id);
    give_ground(&prompt)?;
    prompt.show()?;
    prompt.set_focus()
}

fn prompt_height(beside: usize) -> f64 {
    let (question, each, most) = BESIDE;
    let rows = u32::try_from(beside).unwrap_or(most).min(most);
    PROMPT_SIZE.1 + if rows == 0 { 0.0 } else { question + each * f64::from(rows) }
}

/// Closes one of them.
pub(crate) fn close(app: &AppHandle, label: &str) -> tauri::Result<()> {
    match app.get_webview_window(label) {
        Some(window) => {
            app.state::<WindowTransitions>().goes(label);
            // Destroyed rather than closed: nobody is to be asked.
            window.destroy()
        }
        None => Ok(()),
    }
}

/// Draws the window's page larger or smaller, and remembers that.
pub(crate) fn zoom(app: &AppHandle, state_dir: &Path, step: ZoomStep) -> tauri::Result<()> {
    match app.get_webview_window(WINDOW) {
        Some(window) => placement::zoom(&window, state_dir, step),
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
            if app.state::<Sender<Event>>().try_send(Event::Leaving(Leaving::CloseRequested)).is_ok() {
                api.prevent_close();
            } else {
                app.state::<WindowTransitions>().goes(WINDOW);
            }
        }
        WindowEvent::CloseRequested { .. } => app.state::<WindowTransitions>().goes(label),
        WindowEvent::Destroyed => gone(app, label),
        _ if label == SWITCHER => switcher::happened(app, event),
        _ => {}
    }
}

fn gone(app: &AppHandle, label: &str) {
    app.state::<Channels>().disconnect(label);
    let going = app.state::<WindowTransitions>();
    let event = match label {
        PROMPT => Event::PromptGone(going.asked()),
        SWITCHER => Event::Switcher(SwitcherEvent::Gone),
        _ => Event::WindowGone,
    };
    let events = app.state::<Sender<Event>>().inner().clone();
    tauri::async_runtime::spawn(async move {
        let _ = events.send(event).await;
        // By then the actor and the toolkit have dropped what the page was told.
        tokio::time::sleep(SETTLED).await;
        let _ = tauri::async_runtime::spawn_blocking(give_back_memory).await;
    });
    if let Some(open_again) = going.is_gone(label)
        && let Err(error) = open_again(app)
    {
        crate::log::complain(&format!("a window cannot be opened: {error}"));
    }
}

/// Builds a window for our own pages and nothing else.
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
        // Not private: each private page gets a web context of its own, and only the first of a run knows
        // our pages' scheme (tauri-runtime-wry 2.12 registers it once). No page stores anything anyway.
        .general_autofill_enabled(false)
}

/// The ground of a theme that only the window knows: the system's.
fn give_ground(window: &WebviewWindow) -> tauri::Result<()> {
    let ground = if window.theme()? == tauri::Theme::Dark { GROUND.1 } else { GROUND.0 };
    window.set_background_color(Some(ground))
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
