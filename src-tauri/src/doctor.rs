//! The window's diagnoses. The last one is kept here: a page names one of its fixes, and what that does
//! is known to Rust alone.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use sandglass_core::doctor::{Check, Diagnosis, Fix, FixAction, Options, SeenFrom};
use sandglass_core::export::Shell;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::Call;
use sandglass_core::state::Event;
use sandglass_core::tray::Action;
use sandglass_core::view::doctor::Words as Speaking;
use sandglass_core::view::window::{CheckRow, Diagnosed, FixId, ReadError, command_of, fix_at};
use sandglass_engine::{Environment, NoPrompt, SystemClock, doctor, os};
use tauri::State;
use tauri::ipc::Channel;

use crate::commands::{Answer, Door};
use crate::log;

/// The last diagnosis, by its number.
#[derive(Clone, Default)]
pub(crate) struct LastDiagnosis(Arc<Mutex<Last>>);

#[derive(Default)]
struct Last {
    number: u32,
    found: Option<Arc<Diagnosis>>,
}

impl LastDiagnosis {
    /// Another one begins: what was found before can no longer be mended from.
    fn begin(&self) -> u32 {
        let mut last = self.lock();
        last.number = last.number.wrapping_add(1);
        last.found = None;
        last.number
    }

    /// Keeps what was found, unless another one began meanwhile.
    fn keep(&self, number: u32, found: Arc<Diagnosis>) {
        let mut last = self.lock();
        if last.number == number {
            last.found = Some(found);
        }
    }

    fn of(&self, number: u32) -> Option<Arc<Diagnosis>> {
        let last = self.lock();
        last.found.clone().filter(|_| last.number == number)
    }

    fn last(&self) -> Option<Arc<Diagnosis>> {
        self.lock().found.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Last> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
