//! Every command of the window, by Tauri's name for it: the same arguments in, the same JSON out.

use sandglass_app::state::{Event, Leaving, SwitcherEvent};
use sandglass_app::window::profiles::choices;
use sandglass_app::window::{
    CleanAnswer, CleanResult, DetailInputs, NetworkAnswer, PreferenceChange, PromptAnswer, PutBackAnswer,
    ReadError, SessionDetails, day, details, shown_setting,
};
use sandglass_core::cache::CacheFile;
use sandglass_core::history::{of_all, of_profile};
use sandglass_core::problem::{Code, Problem};
use sandglass_doctor::error_text;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::aws;
use crate::desk::Desk;
use crate::reading::resolved;

/// So much of what happened is shown.
const SHOWN: chrono::TimeDelta = chrono::TimeDelta::hours(24);

/// A command by its name, with the JSON of its arguments; the answer is JSON as well.
pub(crate) fn invoke(desk: &mut Desk, command: &str, arguments: &str) -> String {
    let arguments = Arguments(serde_json::from_str(arguments).unwrap_or_default());
    let answer = match answer(desk, command, &arguments) {
        Ok(Answer { answer, through }) => json!({ "answer": answer, "through": through }),
        Err(problem) => json!({ "refused": desk.problem_text(&problem) }),
    };
    answer.to_string()
}

/// What a command gives, and what is told on the way.
struct Answer {
    answer: Value,
    through: Value,
}

impl Answer {
    fn of(answer: impl Serialize) -> Result<Self, Problem> {
        let answer = serde_json::to_value(answer).map_err(|error| broken(&error.to_string()))?;
        Ok(Self { answer, through: Value::Null })
    }
}

/// The page and this crate disagree.
fn broken(detail: &str) -> Problem {
    Problem::new(Code::Internal).with("at", detail)
}

struct Arguments(Value);

impl Arguments {
    fn take<T: DeserializeOwned>(&self, name: &str) -> Result<T, Problem> {
        let value = self.0.get(name).cloned().unwrap_or_default();
        serde_json::from_value(value).map_err(|error| broken(&format!("{name}: {error}")))
    }
}

fn answer(desk: &mut Desk, command: &str, arguments: &Arguments) -> Result<Answer, Problem> {
    match command {
        "watch_window" => desk.happened(Event::WindowAsks),
        "watch_prompt" => desk.happened(Event::PromptAsks),
        "watch_switcher" => desk.happened(Event::Switcher(SwitcherEvent::Asks)),
        "set_unwritten" => desk.happened(Event::Leaving(Leaving::Unwritten(arguments.take("unwritten")?))),
        "answer_leave" => desk.happened(Event::Leaving(Leaving::Answered(arguments.take("answer")?))),
        "close_window" => desk.happened(Event::Leaving(Leaving::CloseRequested)),
        "act" => desk.happened(Event::ClickedInWindow(arguments.take("action")?)),
        "selected" => desk.happened(Event::Selected(arguments.take("profile")?)),
        "choose_later" => desk.happened(Event::ChooseLater),
        "prompt_answer" => {
            let PromptAnswer { code, also } = arguments.take("answer")?;
            desk.code = Some(code);
            desk.happened(Event::CodeGiven { also });
        }
        "prompt_cancel" => desk.happened(Event::PromptCancelled),
        "start_demo" => desk.start_demo(),
        "close_switcher" => desk.happened(Event::Switcher(SwitcherEvent::Closes)),
        "set_preference" => set_preference(desk, &arguments.take("change")?)?,
        "test_notification" => desk.happened(Event::TestNotification),
        "copy_setting" => {
            let shown = session_details(desk, &arguments.take::<String>("profile")?)?;
            let value = shown_setting(&shown, &arguments.take::<String>("name")?);
            if let Some(value) = value {
                desk.happened(Event::CopyText(value));
            }
        }
        "copy_fix" => desk.copy_fix(arguments.take("fix")?, arguments.take("shell")?)?,
        "copy_report" => {
            let report = desk.report(arguments.take("maskAccounts")?)?;
            desk.happened(Event::CopyText(report));
        }
        "open_place" if desk.home.options.has("fail") => {
            let file: String = arguments.take("file")?;
            return Err(Problem::new(Code::NotOpened)
                .with("path", file)
                .with("detail", "No such file or directory (os error 2)"));
        }
        // What only a real desktop does.
        "page_drawn" | "zoom" | "open_log" | "open_place" | "try_editor" | "copy_diagnostics" => {}
        _ => return asked(desk, command, arguments),
    }
    Answer::of(())
}

/// Those that answer with something.
fn asked(desk: &mut Desk, command: &str, arguments: &Arguments) -> Result<Answer, Problem> {
    match command {
        "session_details" => Answer::of(session_details(desk, &arguments.take::<String>("profile")?)?),
        "day" => {
            let happened = of_all(&desk.home.history, desk.now - SHOWN);
            Answer::of(day(&happened, &desk.text(), &desk.home.paths()))
        }
        "clean_caches" => Answer::of(clean_caches(desk, &arguments.take::<Vec<String>>("files")?)),
        "put_back_caches" => {
            let done = desk.put_back(arguments.take("cleaning")?)?;
            desk.happened(Event::FilesChanged);
            Answer::of(PutBackAnswer { put_back: done.put_back, newer: done.newer, failure: None })
        }
        "test_network" => {
            let failure = desk.home.options.has("fail").then(|| desk.problem_text(&aws::no_network()));
            Answer::of(NetworkAnswer { endpoint: aws::endpoint(None), failure })
        }
        "diagnose" => {
            let (found, through) = desk.diagnose(arguments.take("profile")?, arguments.take("error")?);
            let through = serde_json::to_value(through).unwrap_or_default();
            Ok(Answer { through, ..Answer::of(found)? })
        }
        "apply_fix" => {
            let applied = desk.apply_fix(arguments.take("fix")?)?;
            desk.happened(Event::FilesChanged);
            Answer::of(applied)
        }
        "read_error" => {
            let read = error_text::read(&arguments.take::<String>("text")?);
            Answer::of(ReadError::new(&read, &desk.text()))
        }
        "broken_files" => Answer::of(desk.broken_files()),
        "profile_choices" => Answer::of(choices(desk.text().language())),
        "profile_list" => Answer::of(desk.profile_list()),
        "profile_form" => Answer::of(desk.profile_form(arguments.take("section")?)?),
        "plan_profile" => Answer::of(desk.plan_profile(arguments.take("edit")?)?),
        "write_plan" => {
            let written = desk.write_plan(&arguments.take::<String>("id")?, arguments.take("inPlace")?);
            // Also where it was refused: then somebody else has changed something.
            desk.happened(Event::FilesChanged);
            Answer::of(written?)
        }
        "undo_profiles" => Answer::of(desk.undo_profiles(arguments.take("again")?)),
        "paste_profile" => Answer::of(desk.paste_profile(arguments.take("into")?)?),
        "try_plan" => {
            let code: Option<String> = arguments.take("code")?;
            Answer::of(desk.try_plan(&arguments.take::<String>("id")?, code.as_deref()))
        }
        _ => Err(broken(command)),
    }
}

fn session_details(desk: &Desk, profile: &str) -> Result<SessionDetails, Problem> {
    let home = &desk.home;
    let profiles = home.files().compared();
    if profiles.get(profile).is_none() {
        return Err(Problem::new(Code::UnknownProfile).with("profile", profile));
    }
    let resolution = resolved(&profiles, &home.variables(), profile);
    let keys = home.keys(&profiles, &resolution);
    let history = of_profile(&home.history, profile, desk.now - SHOWN);
    let inputs = DetailInputs {
        profiles: &profiles,
        session: &home.session(&resolution),
        keys: keys.as_ref(),
        history: &history,
        paths: &home.paths(),
        resolution: &resolution,
    };
    Ok(details(&inputs, &desk.text(), desk.now))
}

fn set_preference(desk: &mut Desk, change: &PreferenceChange) -> Result<(), Problem> {
    let home = &mut desk.home;
    let watched: Vec<String> = match change {
        PreferenceChange::Watched { .. } | PreferenceChange::WatchedThese { .. } => {
            let snapshot = home.snapshot();
            snapshot.watched(desk.now).into_iter().map(|session| session.profile.clone()).collect()
        }
        _ => Vec::new(),
    };
    let changed = home.preferences().and_then(|mut preferences| {
        preferences.may_be_changed()?;
        preferences.change(change, &watched).map(|()| preferences)
    });
    let changed = changed.map_err(|error| home.preferences_problem(&error))?;
    home.write_preferences(&changed);
    desk.happened(Event::FilesChanged);
    Ok(())
}

fn clean_caches(desk: &mut Desk, files: &[String]) -> CleanAnswer {
    let chosen: Vec<CacheFile> = desk
        .home
        .inventory()
        .into_iter()
        .filter(|file| files.contains(&file.path.display().to_string()))
        .collect();
    let (results, cleaning) = desk.clean(&chosen);
    let results = results.into_iter().map(|(file, failure)| CleanResult {
        file,
        failure: failure.map(|problem| desk.problem_text(&problem)),
    });
    let answer = CleanAnswer { results: results.collect(), cleaning };
    desk.happened(Event::FilesChanged);
    answer
}
