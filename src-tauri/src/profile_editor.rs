//! The profile editor between the page and the engine: what is written is what was shown.

mod edit;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use edit::{Planned, broken_files, changed, plan_edit, plan_step, try_planned, write_planned};
pub(crate) use view::{profile_form, profile_list};
