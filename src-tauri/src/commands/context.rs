//! The context of the commands: the state they work with, and work that takes a while.

use std::sync::{Arc, Mutex, PoisonError};

use sandglass_app::state::Event;
use sandglass_app::window::{ProblemText, problem_text};
use sandglass_core::problem::{Code, Problem};
use sandglass_core::text::Text;
use sandglass_engine::panics::guard;
use sandglass_engine::{Environment, MfaCode};
use tauri::async_runtime::spawn_blocking;
use tokio::sync::mpsc::Sender;

use super::doctor::LastDiagnosis;
use super::profiles::ShownLast;
use crate::cleaned::Cleanings;
use crate::clipboard::Clipboard;
use crate::current::Current;
use crate::windows::Channels;

/// The shared state of the commands.
pub(crate) struct CommandContext {
    pub(crate) current: Current,
    pub(crate) events: Sender<Event>,
    pub(crate) channels: Channels,
    pub(crate) code: TypedCode,
    pub(crate) clipboard: Clipboard,
    pub(crate) cleanings: Cleanings,
    pub(crate) shown: ShownLast,
    pub(crate) diagnosis: LastDiagnosis,
}

/// The code that was typed last, until a renewal takes it.
#[derive(Clone, Default)]
pub(crate) struct TypedCode(Arc<Mutex<Option<MfaCode>>>);

impl TypedCode {
    pub(super) fn put(&self, code: MfaCode) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(code);
    }

    /// Takes the code: it is good for one call.
    pub(crate) fn take(&self) -> Option<MfaCode> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

pub(super) type CommandResult<T> = Result<T, ProblemText>;

impl CommandContext {
    /// A context for pages to come.
    pub(crate) fn new(current: Current, events: Sender<Event>) -> Self {
        Self {
            current,
            events,
            channels: Channels::default(),
            code: TypedCode::default(),
            clipboard: Clipboard::default(),
            cleanings: Cleanings::default(),
            shown: ShownLast::default(),
            diagnosis: LastDiagnosis::default(),
        }
    }

    pub(super) async fn send(&self, event: Event) {
        // Fails only while the application ends.
        let _ = self.events.send(event).await;
    }

    pub(super) fn environment(&self) -> Arc<Environment> {
        self.current.environment()
    }

    pub(super) fn text(&self) -> Text {
        self.current.text()
    }

    pub(super) fn problem_text(&self, problem: &Problem) -> ProblemText {
        problem_text(problem, &self.text(), &self.environment().paths)
    }
}

/// Does what may take a while on a thread of its own; a panic is a problem.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let done = spawn_blocking(|| guard(work).flatten()).await;
    done.unwrap_or_else(|_| Err(Problem::new(Code::Internal).with("at", "?")))
}
