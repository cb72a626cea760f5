//! Writes the memory between runs, and what other processes are to know, in the background: in order, and only the
//! latest where several wait.

use std::sync::Arc;

use sandglass_core::known::Known;
use sandglass_core::memory::Memory;
use sandglass_engine::{Environment, store_known, store_memory};
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::oneshot;

use crate::log;

enum WriteJob {
    Write(Box<Memory>),
    Tell(Box<Known>),
    /// Answer when all before it is written.
    Answer(oneshot::Sender<()>),
}

/// The queue of what is to be remembered.
#[derive(Clone)]
pub(crate) struct Remembered(UnboundedSender<WriteJob>);

impl Remembered {
    /// Starts the writer. It ends with the last of its senders.
    pub(crate) fn start(environment: Arc<Environment>) -> Self {
        let (orders, received) = mpsc::unbounded_channel();
        spawn(write_in_order(environment, received));
        Self(orders)
    }

    /// Stores a memory, some time soon.
    pub(crate) fn store(&self, memory: Memory) {
        let _ = self.0.send(WriteJob::Write(Box::new(memory)));
    }

    /// Stores what other processes are to know, some time soon.
    pub(crate) fn store_known(&self, known: Known) {
        let _ = self.0.send(WriteJob::Tell(Box::new(known)));
    }

    /// Returns when everything that was left before is written.
    pub(crate) async fn written(&self) {
        let (done, told) = oneshot::channel();
        if self.0.send(WriteJob::Answer(done)).is_ok() {
            let _ = told.await;
        }
    }
}

async fn write_in_order(environment: Arc<Environment>, mut orders: UnboundedReceiver<WriteJob>) {
    while let Some(first) = orders.recv().await {
        let (mut latest, mut known, mut waiting) = (None, None, Vec::new());
        let mut next = Some(first);
        while let Some(order) = next {
            match order {
                WriteJob::Write(memory) => latest = Some(memory),
                WriteJob::Tell(told) => known = Some(told),
                WriteJob::Answer(done) => waiting.push(done),
            }
            next = orders.try_recv().ok();
        }
        if let Some(memory) = latest {
            let environment = environment.clone();
            let stored = spawn_blocking(move || store_memory(&environment, &memory)).await;
            if let Ok(Err(error)) = stored {
                log::complain(&format!("what was notified cannot be remembered: {error}"));
            }
        }
        if let Some(known) = known {
            let environment = environment.clone();
            let stored = spawn_blocking(move || store_known(&environment, &known)).await;
            if let Ok(Err(error)) = stored {
                log::complain(&format!("what terminals are to know cannot be stored: {error}"));
            }
        }
        for done in waiting {
            let _ = done.send(());
        }
    }
}
