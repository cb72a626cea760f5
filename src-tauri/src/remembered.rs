//! The memory between runs, written behind the actor's back: in order, and only the latest where several wait.

use std::sync::Arc;

use sandglass_core::memory::Memory;
use sandglass_engine::{Environment, store_memory};
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::oneshot;

use crate::log;

enum Order {
    Write(Box<Memory>),
    /// Tell when all before it is written.
    Tell(oneshot::Sender<()>),
}

/// Where the actor leaves what is to be remembered.
#[derive(Clone)]
pub(crate) struct Remembered(UnboundedSender<Order>);

impl Remembered {
    /// Starts the writer. It ends with the last of its senders.
    pub(crate) fn start(environment: Arc<Environment>) -> Self {
        let (orders, received) = mpsc::unbounded_channel();
        spawn(write_in_order(environment, received));
        Self(orders)
    }

    /// Stores a memory, some time soon.
    pub(crate) fn store(&self, memory: Memory) {
        let _ = self.0.send(Order::Write(Box::new(memory)));
    }

    /// Returns when everything that was left before is written.
    pub(crate) async fn written(&self) {
        let (done, told) = oneshot::channel();
        if self.0.send(Order::Tell(done)).is_ok() {
            let _ = told.await;
        }
    }
}

async fn write_in_order(environment: Arc<Environment>, mut orders: UnboundedReceiver<Order>) {
    while let Some(first) = orders.recv().await {
        let (mut latest, mut waiting) = (None, Vec::new());
        let mut next = Some(first);
        while let Some(order) = next {
            match order {
                Order::Write(memory) => latest = Some(memory),
                Order::Tell(done) => waiting.push(done),
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
        for done in waiting {
            let _ = done.send(());
        }
    }
}
