//! `sandglass preferences`: lists and changes preferences.

use sandglass_core::json;
use sandglass_core::preferences::{Name, NamedPreference, Preferences, PreferencesError};
use sandglass_engine::{PreferencesFileError, change_preferences, read_preferences};
use serde_json::Value;

use crate::CliContext;
use crate::arguments::PreferencesCommand;
use crate::exit::Exit;
use crate::output::{BOLD, DIM};
use crate::table::{self, Cell};

pub(crate) fn run(context: &mut CliContext, command: &PreferencesCommand) -> Exit {
    let done = match command {
        PreferencesCommand::List { json } => list(context, *json),
        PreferencesCommand::Get { key } => get(context, key),
        PreferencesCommand::Set { key, values } => {
            change(context, key, |preferences, name| preferences.set(name, values))
        }
        PreferencesCommand::Unset { key } => change(context, key, Preferences::unset),
    };
    let Err(error) = done else { return Exit::Done };
    let problem = error.to_problem(&context.environment);
    context.output.problem(&problem, &context.text, &context.environment.paths);
    Exit::Failed
}

fn list(context: &mut CliContext, json: bool) -> Result<(), PreferencesFileError> {
    let preferences = read_preferences(&context.environment)?.list();
    if json {
        let views: Vec<_> = preferences.iter().map(json::preference).collect();
        context.output.json(&views, false);
        return Ok(());
    }
    let header =
        ["cli-header-preference", "cli-header-value"].map(|column| Cell::new(context.text.say(column), BOLD));
    let rows = preferences.iter().map(|found| row(context, found));
    context.output.lines(table::lines(std::iter::once(Vec::from(header)).chain(rows).collect::<Vec<_>>()));
    Ok(())
}

fn row(context: &CliContext, preference: &NamedPreference) -> Vec<Cell> {
    let value = match words(&json::preference_value(preference)) {
        words if words.is_empty() => "—".to_owned(),
        words => words.join(", "),
    };
    let name = Cell::new(preference.name.to_string(), anstyle::Style::new());
    if preference.is_chosen {
        return vec![name, Cell::new(value, anstyle::Style::new())];
    }
    vec![name, Cell::new(context.text.say_with("cli-preference-default", &[("value", &value)]), DIM)]
}

fn get(context: &mut CliContext, key: &str) -> Result<(), PreferencesFileError> {
    let name = Name::parse(key)?;
    for word in words(&json::preference_value(&read_preferences(&context.environment)?.get(&name))) {
        context.output.line(&word);
    }
    Ok(())
}

fn change(
    context: &CliContext,
    key: &str,
    change: impl FnOnce(&mut Preferences, &Name) -> Result<(), PreferencesError>,
) -> Result<(), PreferencesFileError> {
    let name = Name::parse(key)?;
    change_preferences(&context.environment, |preferences| change(preferences, &name))??;
    Ok(())
}

/// A value as it is typed.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Array(entries) => entries.iter().flat_map(words).collect(),
        other => vec![other.to_string()],
    }
}
