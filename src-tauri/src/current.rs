//! The environment with the preferences as last read. It is in memory, so that no command, effect or keystroke reads
//! a file.

use std::sync::{Arc, PoisonError, RwLock};

use sandglass_core::text::Text;
use sandglass_engine::Environment;

/// Shared by the actor's effects, the commands of the pages and the watcher of files.
#[derive(Clone)]
pub(crate) struct Current(Arc<RwLock<Arc<Environment>>>);

impl Current {
    /// Begins with the preferences that were read when the program started.
    pub(crate) fn new(started: Environment) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(started))))
    }

    /// Reads the preferences again. Touches the disk: not for a thread that others wait for.
    pub(crate) fn read_again(&self) -> Arc<Environment> {
        let environment = Arc::new(self.environment().with_current_preferences());
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = environment.clone();
        environment
    }

    /// The environment with the preferences in force.
    pub(crate) fn environment(&self) -> Arc<Environment> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The words in the language in force.
    pub(crate) fn text(&self) -> Text {
        Text::new(self.environment().language)
    }
}
