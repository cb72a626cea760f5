//! Commands of the pages. Each only sends an event or asks the engine; a refusal comes back as text.

pub(crate) mod caches;
mod context;
pub(crate) mod doctor;
pub(crate) mod place;
pub(crate) mod profiles;
mod recent;
pub(crate) mod switcher;

use std::path::PathBuf;

use sandglass_app::state::{Event, Leaving};
use sandglass_app::tray::Action;
use sandglass_app::window::{
    self, DetailInputs, LeaveAnswer, Moment, NetworkAnswer, PreferenceChange, PromptAnswer, PromptView,
    SessionDetails, WindowMessage, shown_setting,
};
use sandglass_core::placement::ZoomStep;
use sandglass_core::preferences::PreferencesError;
use sandglass_core::problem::{Code, Problem};
use sandglass_engine::{Clock, MfaCode, SystemClock, change_preferences, diagnostics, snapshot, try_network};
use tauri::ipc::Channel;
use tauri::{AppHandle, State, WebviewWindow};

use crate::windows::WindowTransitions;
use crate::{background, instance, log, windows};
pub(crate) use context::{CommandContext, TypedCode};
use context::{CommandResult, blocking};

/// The names of all of them, for the capabilities of the windows.
macro_rules! handlers {
    () => {
        tauri::generate_handler![
            $crate::commands::watch_window,
            $crate::commands::watch_prompt,
            $crate::commands::page_drawn,
            $crate::commands::close_window,
            $crate::commands::zoom,
            $crate::commands::set_unwritten,
            $crate::commands::answer_leave,
            $crate::commands::session_details,
            $crate::commands::copy_setting,
            $crate::commands::day,
            $crate::commands::act,
            $crate::commands::caches::clean_caches,
            $crate::commands::caches::put_back_caches,
            $crate::commands::set_preference,
            $crate::commands::selected,
            $crate::commands::choose_later,
            $crate::commands::test_notification,
            $crate::commands::test_network,
            $crate::commands::open_log,
            $crate::commands::place::open_place,
            $crate::commands::place::try_editor,
            $crate::commands::copy_diagnostics,
            $crate::commands::start_demo,
            $crate::commands::doctor::diagnose,
            $crate::commands::doctor::apply_fix,
            $crate::commands::doctor::copy_fix,
            $crate::commands::doctor::copy_report,
            $crate::commands::doctor::read_error,
            $crate::commands::profiles::broken_files,
            $crate::commands::profiles::profile_choices,
            $crate::commands::profiles::profile_list,
            $crate::commands::profiles::profile_form,
            $crate::commands::profiles::plan_profile,
            $crate::commands::profiles::write_plan,
            $crate::commands::profiles::undo_profiles,
            $crate::commands::profiles::paste_profile,
            $crate::commands::profiles::try_plan,
            $crate::commands::prompt_answer,
            $crate::commands::prompt_cancel,
            $crate::commands::switcher::watch_switcher,
            $crate::commands::switcher::close_switcher,
        ]
    };
}
pub(crate) use handlers;

/// The window is there: it is told everything, then what changes.
#[tauri::command]
pub(crate) async fn watch_window(
    context: State<'_, CommandContext>,
    channel: Channel<WindowMessage>,
) -> CommandResult<()> {
    context.channels.connect_window(channel);
    log::add("page_connected", &[("page", windows::WINDOW)]);
    context.send(Event::WindowAsks).await;
    Ok(())
}

/// A page shows what it was told first: the log says how long that took.
#[tauri::command]
pub(crate) async fn page_drawn(
    window: WebviewWindow,
    going: State<'_, WindowTransitions>,
) -> CommandResult<()> {
    if let Some(time) = going.is_drawn(window.label()) {
        let time = time.as_millis().to_string();
        log::add("page_drawn", &[("page", window.label()), ("after_ms", &time)]);
    }
    Ok(())
}

/// Closes the window as its frame does: edits that are not written are asked about.
#[tauri::command]
pub(crate) async fn close_window(window: WebviewWindow) -> CommandResult<()> {
    // Fails only while the window goes.
    let _ = window.close();
    Ok(())
}

/// Draws the page larger or smaller.
#[tauri::command]
pub(crate) async fn zoom(
    app: AppHandle,
    context: State<'_, CommandContext>,
    step: ZoomStep,
) -> CommandResult<()> {
    let state_dir = context.environment().state_dir.clone();
    let main = app.clone();
    let _ = app.run_on_main_thread(move || {
        let _ = windows::zoom(&main, &state_dir, step);
    });
    Ok(())
}

/// Tells whether the window holds edits that are not written, when that changes: so a window without
/// any closes at once, whatever its page does.
#[tauri::command]
pub(crate) async fn set_unwritten(context: State<'_, CommandContext>, unwritten: bool) -> CommandResult<()> {
    context.send(Event::Leaving(Leaving::Unwritten(unwritten))).await;
    Ok(())
}

/// Answers the question whether edits may be dropped.
#[tauri::command]
pub(crate) async fn answer_leave(
    context: State<'_, CommandContext>,
    answer: LeaveAnswer,
) -> CommandResult<()> {
    context.send(Event::Leaving(Leaving::Answered(answer))).await;
    Ok(())
}

/// The prompt is there.
#[tauri::command]
pub(crate) async fn watch_prompt(
    context: State<'_, CommandContext>,
    channel: Channel<PromptView>,
) -> CommandResult<()> {
    context.channels.connect_prompt(channel);
    log::add("page_connected", &[("page", windows::PROMPT)]);
    context.send(Event::PromptAsks).await;
    Ok(())
}

/// Everything about one session.
#[tauri::command]
pub(crate) async fn session_details(
    context: State<'_, CommandContext>,
    profile: String,
) -> CommandResult<SessionDetails> {
    let environment = context.environment();
    let text = context.text();
    let details = blocking(move || {
        let found = sandglass_engine::details(&environment, &profile, &SystemClock)?;
        let inputs = DetailInputs {
            profiles: &found.profiles,
            resolution: &found.resolution,
            session: &found.session,
            keys: found.keys.as_ref(),
            history: &found.history,
            paths: &environment.paths,
        };
        Ok(window::details(&inputs, &text, SystemClock.now()))
    });
    details.await.map_err(|problem| context.problem_text(&problem))
}

/// Puts a setting on the clipboard as the details show it; one that is masked stays where it is.
#[tauri::command]
pub(crate) async fn copy_setting(
    context: State<'_, CommandContext>,
    profile: String,
    name: String,
) -> CommandResult<()> {
    let shown = session_details(context.clone(), profile).await?;
    if let Some(value) = shown_setting(&shown, &name) {
        context.send(Event::CopyText(value)).await;
    }
    Ok(())
}

/// Returns what happened to all profiles of late.
#[tauri::command]
pub(crate) async fn day(context: State<'_, CommandContext>) -> CommandResult<Vec<Moment>> {
    let (environment, text) = (context.environment(), context.text());
    let day = blocking(move || {
        Ok(window::day(&sandglass_engine::day(&environment, &SystemClock), &text, &environment.paths))
    });
    day.await.map_err(|problem| context.problem_text(&problem))
}

/// Carries out an action, as a click in the tray does.
#[tauri::command]
pub(crate) async fn act(context: State<'_, CommandContext>, action: Action) -> CommandResult<()> {
    context.send(Event::ClickedInWindow(action)).await;
    Ok(())
}

/// Changes a choice.
#[tauri::command]
pub(crate) async fn set_preference(
    context: State<'_, CommandContext>,
    change: PreferenceChange,
) -> CommandResult<()> {
    let environment = context.environment();
    let changed = blocking(move || {
        let watched: Vec<String> = match change {
            PreferenceChange::Watched { .. } | PreferenceChange::WatchedThese { .. } => {
                let snapshot = snapshot(&environment);
                let now = SystemClock.now();
                snapshot.watched(now).into_iter().map(|session| session.profile.clone()).collect()
            }
            _ => Vec::new(),
        };
        change_preferences(&environment, |preferences| preferences.change(&change, &watched))
            .map_err(|error| error.to_problem(&environment))
            .and_then(|changed: Result<(), PreferencesError>| {
                changed
                    .map_err(|error| error.to_problem(&environment.paths.display(&environment.preferences)))
            })
    })
    .await;
    changed.map_err(|problem| context.problem_text(&problem))?;
    let current = context.current.clone();
    let read = blocking(move || Ok(current.read_again())).await;
    read.map_err(|problem| context.problem_text(&problem))?;
    context.send(Event::FilesChanged).await;
    Ok(())
}

/// A profile was selected.
#[tauri::command]
pub(crate) async fn selected(context: State<'_, CommandContext>, profile: String) -> CommandResult<()> {
    context.send(Event::Selected(profile)).await;
    Ok(())
}

/// Puts the choice of watched profiles off.
#[tauri::command]
pub(crate) async fn choose_later(context: State<'_, CommandContext>) -> CommandResult<()> {
    context.send(Event::ChooseLater).await;
    Ok(())
}

/// Shows a notification as a real one would be.
#[tauri::command]
pub(crate) async fn test_notification(context: State<'_, CommandContext>) -> CommandResult<()> {
    context.send(Event::TestNotification).await;
    Ok(())
}

/// Asks STS for nothing, through the proxy and with the certificates in use.
#[tauri::command]
pub(crate) async fn test_network(context: State<'_, CommandContext>) -> CommandResult<NetworkAnswer> {
    let environment = context.environment();
    let tried = background::done(async move { try_network(&environment).await }).await;
    let (endpoint, result) = tried.map_err(|problem| context.problem_text(&problem))?;
    Ok(NetworkAnswer { endpoint, failure: result.err().map(|problem| context.problem_text(&problem)) })
}

/// Opens the log with the system's own program for it.
#[tauri::command]
pub(crate) async fn open_log(context: State<'_, CommandContext>) -> CommandResult<()> {
    let log: PathBuf = context.environment().log();
    let shown = context.environment().paths.display(&log);
    let opened = blocking(move || {
        open::that_detached(log).map_err(|error| {
            Problem::new(Code::NotOpened).with("path", shown).with("detail", error.to_string())
        })
    });
    opened.await.map_err(|problem| context.problem_text(&problem))
}

/// Puts what helps to find a fault on the clipboard: no secret, no account.
#[tauri::command]
pub(crate) async fn copy_diagnostics(context: State<'_, CommandContext>) -> CommandResult<()> {
    let environment = context.environment();
    let text = blocking(move || Ok(diagnostics(&environment, &SystemClock))).await;
    let text = text.map_err(|problem| context.problem_text(&problem))?;
    context.send(Event::CopyText(text)).await;
    Ok(())
}

/// Starts the demo, which is a program of its own beside this one.
#[tauri::command]
pub(crate) async fn start_demo(context: State<'_, CommandContext>) -> CommandResult<()> {
    let started = blocking(|| {
        instance::start_demo().map_err(|error| {
            Problem::new(Code::NotOpened).with("path", "sandglass-demo").with("detail", error.to_string())
        })
    });
    started.await.map_err(|problem| context.problem_text(&problem))
}

/// A code was typed.
#[tauri::command]
pub(crate) async fn prompt_answer(
    context: State<'_, CommandContext>,
    answer: PromptAnswer,
) -> CommandResult<()> {
    let answer_code = zeroize::Zeroizing::new(answer.code);
    let Some(code) = MfaCode::parse(&answer_code) else {
        return Err(context.problem_text(&Problem::new(Code::MfaMalformed).with("serial", "MFA")));
    };
    context.code.put(code);
    context.send(Event::CodeGiven { also: answer.also }).await;
    Ok(())
}

/// The prompt is to go.
#[tauri::command]
pub(crate) async fn prompt_cancel(context: State<'_, CommandContext>) -> CommandResult<()> {
    context.send(Event::PromptCancelled).await;
    Ok(())
}
