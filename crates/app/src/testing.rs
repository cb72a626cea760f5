//! Test worlds: those of core, with a desktop around them.

use chrono::TimeDelta;
use sandglass_core::export::Shell;
use sandglass_core::memory::Memory;
use sandglass_core::text::{Language, Text};

pub(crate) use sandglass_core::testing::*;

use crate::state::StartupContext;

/// A start in which time is all that passes.
pub fn startup_context(language: Language) -> StartupContext {
    StartupContext {
        paths: paths(),
        text: Text::new(language),
        memory: Memory::default(),
        shell: Shell::Bash,
        sandglass: "/usr/bin/sandglass".into(),
        in_terminal: "sandglass".to_owned(),
        tomorrow: |now| now + TimeDelta::hours(16),
        time_locale: None,
        demo: false,
        has_demo: false,
        written: Vec::new(),
    }
}
