//! Environment variables as data, captured once by the program.

use std::collections::BTreeMap;

use aws_files::Secret;

/// The environment of one process. Values may be secrets, so the type prints none.
#[derive(Clone, Default)]
pub struct Variables(BTreeMap<String, Secret>);

impl Variables {
    /// The value of `name`, also when it is empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(Secret::expose)
    }

    /// The value of `name` unless it is unset or empty.
    pub fn non_empty(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Every variable, for a program that is started with them.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.expose()))
    }

    /// Sets a variable, as if the process had been started with it.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), Secret::new(value.to_owned()));
    }

    /// Takes a variable away, as if the process had been started without it.
    pub fn unset(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// As AWS CLI v1 and boto3 read them: `AWS_DEFAULT_PROFILE` before `AWS_PROFILE`, and no `AWS_REGION`.
    #[must_use]
    pub fn as_version_1(&self) -> Self {
        let mut variables = self.clone();
        variables.0.remove("AWS_REGION");
        if let Some(name) = self.get("AWS_DEFAULT_PROFILE") {
            variables.set("AWS_PROFILE", name);
        }
        variables
    }

    /// The first of `names` that is set (even to nothing), with its value.
    pub fn first<'n>(&self, names: &[&'n str]) -> Option<(&'n str, &str)> {
        names.iter().find_map(|name| self.get(name).map(|value| (*name, value)))
    }

    /// The first of `names` with a value that is not empty.
    pub fn first_non_empty<'n>(&self, names: &[&'n str]) -> Option<(&'n str, &str)> {
        names.iter().find_map(|name| self.non_empty(name).map(|value| (*name, value)))
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Variables {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), Secret::new(value.into()))).collect())
    }
}
