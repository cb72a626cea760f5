//! The environment with the preferences as last read. It is in memory, so that no command, effect or keystroke reads
//! a file.

use std::sync::{Arc, PoisonError, RwLock};

use sandglass_core::text::{Language, Text};
use sandglass_engine::Environment;

/// Shared by the actor's effects, the commands of the pages and the watcher of files.
#[derive(Clone)]
pub(crate) struct Current(Arc<Shared>);

struct Shared {
    started: Environment,
    now: RwLock<(Arc<Environment>, Language)>,
}

impl Current {
    /// Reads the preferences for the first time.
    pub(crate) fn read(started: Environment) -> Self {
        let (environment, language) = started.with_current_preferences();
        Self(Arc::new(Shared { started, now: RwLock::new((Arc::new(environment), language)) }))
    }

    /// Reads the preferences again. Touches the disk: not for a thread that others wait for.
    pub(crate) fn read_again(&self) -> Arc<Environment> {
        let (environment, language) = self.0.started.with_current_preferences();
        let environment = Arc::new(environment);
        *self.0.now.write().unwrap_or_else(PoisonError::into_inner) = (environment.clone(), language);
        environment
    }

    /// The environment with the preferences in force.
    pub(crate) fn environment(&self) -> Arc<Environment> {
        self.0.now.read().unwrap_or_else(PoisonError::into_inner).0.clone()
    }

    /// The words in the language in force.
    pub(crate) fn text(&self) -> Text {
        Text::new(self.0.now.read().unwrap_or_else(PoisonError::into_inner).1)
    }
}
