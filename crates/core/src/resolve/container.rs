//! The credentials endpoint that a container's variables name.

use crate::problem::Origin;
use crate::source::{ContainerSource, Located, Source};
use crate::variables::Variables;

/// The first one wins.
const NAMES: [&str; 2] = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

/// Returns the value of the variable that names it.
pub(super) fn uri(variables: &Variables) -> Option<Located<String>> {
    let (name, value) = NAMES.into_iter().find_map(|name| variables.get(name).map(|value| (name, value)))?;
    Some(Located { value: value.to_owned(), at: Origin::Variable(name) })
}

/// The source that the variables make by themselves.
pub(super) fn from_variables(variables: &Variables) -> Option<Source> {
    uri(variables).map(|uri| Source::Container(ContainerSource { at: uri.at.clone(), uri }))
}
