//! Tests of the window and the prompt, event by event.

use super::*;
use crate::testing::{now, session, snapshot, startup_context};
use crate::window::PromptView;
use crate::window::WindowMessage;
use crate::window::{Group, NeedKind, Progress, SessionRow, WindowPatch, WindowView};
use sandglass_core::export::Shell;
use sandglass_core::memory::Memory;
use sandglass_core::preferences::Theme;
use sandglass_core::problem::Code;
use sandglass_core::text::Language;

const CONFIG: &str = "\
[profile dev]\nrole_arn = arn:aws:iam::123456789012:role/path/Dev\nsource_profile = base
[profile admin]\nrole_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana
[profile root]\nrole_arn = arn:aws:iam::123456789012:role/Root\nsource_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana
[profile other]\nrole_arn = arn:aws:iam::123456789012:role/Other\nsource_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/bob
";

fn reading(left: &[(&str, Option<i64>)]) -> Event {
    let sessions = left.iter().map(|(profile, minutes)| session(CONFIG, profile, *minutes)).collect();
    Event::Read(Box::new(snapshot(sessions)))
}

fn state(left: &[(&str, Option<i64>)]) -> State {
    let mut state = State::new(startup_context(Language::English));
    state.apply(reading(left), now());
    state
}

fn click(profile: &str) -> Event {
    Event::Clicked(Action::Renew { profile: profile.to_owned() })
}

fn messages(effects: Vec<Effect>) -> Vec<WindowMessage> {
    let message = |effect| match effect {
        Effect::TellWindow(message) => Some(message),
        _ => None,
    };
    effects.into_iter().filter_map(message).collect()
}

fn everything(state: &mut State) -> WindowView {
    match messages(state.apply(Event::WindowAsks, now())).pop() {
        Some(WindowMessage::View(view)) => *view,
        other => panic!("{other:?}"),
    }
}

fn row<'v>(view: &'v WindowView, profile: &str) -> &'v SessionRow {
    view.sessions.iter().find(|row| row.profile == profile).expect("a row")
}

fn prompts(effects: &[Effect]) -> Vec<PromptView> {
    let prompt = |effect: &Effect| match effect {
        Effect::TellPrompt(view) => Some((**view).clone()),
        _ => None,
    };
    effects.iter().filter_map(prompt).collect()
}

#[test]
fn a_window_is_told_everything_once_and_then_what_changed() {
    let mut state = state(&[("dev", Some(42)), ("admin", Some(4)), ("base", None)]);
    assert_eq!(messages(state.apply(click("dev"), now())), []);
    let view = everything(&mut state);
    assert_eq!(view.sessions.len(), 3);
    let dev = row(&view, "dev");
    assert_eq!((dev.group, dev.progress, dev.need), (Group::Watching, Some(Progress::Renewing), None));
    assert_eq!((dev.role.as_deref(), dev.via.as_deref()), (Some("Dev"), Some("base")));
    assert_eq!(dev.place, "config:2");
    let admin = row(&view, "admin");
    assert_eq!((admin.group, admin.need, admin.mfa), (Group::NeedsYou, Some(NeedKind::Mfa), true));
    assert_eq!(row(&view, "base").group, Group::AlwaysValid);
    let next = view.app.next_need.as_ref().map(|next| (next.need, next.profile.as_str()));
    assert_eq!(next, Some((NeedKind::Mfa, "admin")));
    assert_eq!(messages(state.apply(Event::WokeUp, now())), []);
    let patch = messages(state.apply(reading(&[("dev", Some(42)), ("admin", Some(60))]), now()));
    let [WindowMessage::Patch(patch)] = &patch[..] else { panic!("{patch:?}") };
    let names: Vec<&str> = patch.sessions.iter().map(|row| row.profile.as_str()).collect();
    assert_eq!(names, ["admin"]);
    assert_eq!(patch.order.as_deref(), Some(&["dev".to_owned(), "admin".to_owned()][..]));
    assert_eq!((&patch.caches, &patch.preferences), (&None, &None));
    state.apply(Event::WindowGone, now());
    assert_eq!(messages(state.apply(reading(&[("dev", Some(1))]), now())), []);
}

#[test]
fn an_equal_view_is_no_patch_and_one_row_is_one_row() {
    let mut state = state(&[("dev", Some(42)), ("admin", Some(40))]);
    let view = everything(&mut state);
    assert_eq!(view.patch_from(&view), None);
    let mut changed = view.clone();
    changed.sessions[1].watched = false;
    let patch = changed.patch_from(&view).expect("a patch");
    let expected = WindowPatch { sessions: vec![changed.sessions[1].clone()], ..WindowPatch::default() };
    assert_eq!(patch, expected);
}

#[test]
fn a_code_is_asked_for_tried_refused_and_taken() {
    let mut state = state(&[("admin", Some(4)), ("root", Some(3)), ("other", Some(2)), ("dev", Some(50))]);
    let opened = state.apply(click("admin"), now());
    let opens = opened.iter().any(|effect| {
        matches!(effect, Effect::OpenPrompt { title, beside: 1, theme: Theme::System, .. }
            if title == "MFA code for admin")
    });
    assert!(opens, "{opened:?}");
    let [asks] = &prompts(&opened)[..] else { panic!("{opened:?}") };
    assert_eq!((asks.profile.as_str(), asks.role.as_deref()), ("admin", Some("Admin")));
    assert_eq!(asks.serial, "arn:aws:iam::123456789012:mfa/ana");
    let beside: Vec<&str> = asks.same_device.iter().map(|same| same.profile.as_str()).collect();
    assert_eq!(beside, ["root"], "another device has other codes");
    let given = state.apply(Event::CodeGiven { also: vec!["root".to_owned(), "dev".to_owned()] }, now());
    let Some(Effect::RenewWithCode { attempts }) = given.first() else { panic!("{given:?}") };
    let names: Vec<&str> = attempts.iter().map(|(_, profile)| profile.as_str()).collect();
    assert_eq!(names, ["admin", "root"], "dev takes no code");
    assert!(prompts(&given)[0].busy);
    // A second code while the first is being tried is not taken.
    assert_eq!(state.apply(Event::CodeGiven { also: Vec::new() }, now()), []);
    let end = |state: &mut State,
               index: usize,
               attempts: &[(AttemptId, String)],
               result: Result<Option<Timestamp>, Code>| {
        let (attempt, profile) = attempts[index].clone();
        let result = result.map_err(|code| Problem::new(code).with("serial", "x"));
        state.apply(Event::RenewalFinished { attempt, profile, result }, now())
    };
    let attempts = attempts.clone();
    let refused = end(&mut state, 0, &attempts, Err(Code::MfaRefused));
    let [said] = &prompts(&refused)[..] else { panic!("{refused:?}") };
    assert_eq!(said.refusal.as_ref().map(|words| words.code), Some("mfa_refused"));
    assert!(!said.busy && !format!("{:?}", state.tray(now())).contains("failed"), "the prompt says it");
    end(&mut state, 1, &attempts, Err(Code::MfaRefused));
    let given = state.apply(Event::CodeGiven { also: Vec::new() }, now());
    let Some(Effect::RenewWithCode { attempts }) = given.first() else { panic!("{given:?}") };
    let done = end(&mut state, 0, &attempts.clone(), Ok(None));
    assert!(done.contains(&Effect::ClosePrompt), "{done:?}");
    assert_eq!(state.prompt(now()), None);
}

#[test]
fn closing_the_prompt_cancels_and_a_later_answer_changes_nothing() {
    let mut state = state(&[("admin", Some(4))]);
    state.apply(click("admin"), now());
    let given = state.apply(Event::CodeGiven { also: Vec::new() }, now());
    let Some(Effect::RenewWithCode { attempts }) = given.first() else { panic!("{given:?}") };
    let (attempt, profile) = attempts[0].clone();
    assert_eq!(state.apply(Event::PromptCancelled, now()), [Effect::ClosePrompt]);
    let late = Event::RenewalFinished { attempt, profile, result: Ok(None) };
    assert_eq!(state.apply(late, now()), [Effect::Read]);
    // A prompt that is still there answers: it goes.
    assert_eq!(state.apply(Event::CodeGiven { also: Vec::new() }, now()), [Effect::ClosePrompt]);
    assert_eq!(state.apply(Event::PromptCancelled, now()), [Effect::ClosePrompt]);
}

#[test]
fn the_end_of_an_older_prompt_leaves_a_newer_one_alone() {
    let mut state = state(&[("admin", Some(4))]);
    let open = |state: &mut State| {
        let opened = state.apply(click("admin"), now());
        let prompt = opened.iter().find_map(|effect| match effect {
            Effect::OpenPrompt { id, .. } => Some(*id),
            _ => None,
        });
        prompt.expect("a prompt")
    };
    let first = open(&mut state);
    state.apply(Event::PromptCancelled, now());
    let second = open(&mut state);
    state.apply(Event::PromptGone(first), now());
    assert!(state.prompt(now()).is_some(), "the second waits for its code");
    state.apply(Event::PromptGone(second), now());
    assert_eq!(state.prompt(now()), None);
}

#[test]
fn a_prompt_whose_profile_is_gone_closes() {
    let mut state = state(&[("admin", Some(4))]);
    state.apply(click("admin"), now());
    let without = snapshot(Vec::new());
    let told = state.apply(Event::Read(Box::new(without)), now());
    assert!(told.contains(&Effect::ClosePrompt), "{told:?}");
    assert_eq!(state.prompt(now()), None);
}

#[test]
fn a_diagnosis_asked_for_outside_is_told_once_the_window_shows_anything() {
    let mut state = state(&[("dev", Some(42)), ("admin", Some(4))]);
    let asked =
        |profile: Option<&str>| Event::Clicked(Action::Diagnose { profile: profile.map(str::to_owned) });
    let told = |profile: &str| WindowMessage::Diagnose { profile: Some(profile.to_owned()) };
    let opened = state.apply(asked(None), now());
    assert_eq!(opened, [Effect::OpenWindow { theme: Theme::System }], "there is no window to tell");
    let first = messages(state.apply(Event::WindowAsks, now()));
    let [WindowMessage::View(_), then] = &first[..] else { panic!("{first:?}") };
    assert_eq!(then, &told("admin"), "the most urgent");
    assert_eq!(messages(state.apply(Event::WokeUp, now())), [], "once");
    let again = messages(state.apply(asked(Some("dev")), now()));
    assert_eq!(again, [told("dev")]);
}

#[test]
fn what_could_not_be_renewed_is_diagnosed_before_what_is_urgent() {
    let mut state = state(&[("dev", Some(42)), ("admin", Some(4))]);
    let Some(Effect::Renew { attempt, profile, .. }) = state.apply(click("dev"), now()).into_iter().next()
    else {
        panic!("no renewal")
    };
    let result = Err(Problem::new(Code::AccessDenied).with("detail", "no"));
    state.apply(Event::RenewalFinished { attempt, profile, result }, now());
    everything(&mut state);
    let told = messages(state.apply(Event::Clicked(Action::Diagnose { profile: None }), now()));
    let dev = WindowMessage::Diagnose { profile: Some("dev".to_owned()) };
    assert!(told.contains(&dev), "{told:?}");
}

#[test]
fn keys_are_copied_by_the_shell_alone() {
    let mut state = state(&[("dev", Some(42))]);
    let copy = Action::CopyKeys { profile: "dev".to_owned(), shell: Shell::Fish };
    let effects = state.apply(Event::Clicked(copy), now());
    assert_eq!(effects, [Effect::CopyKeys { profile: "dev".to_owned(), shell: Shell::Fish }]);
}

#[test]
fn no_tray_host_is_told_once_and_the_window_knows() {
    let mut state = state(&[("dev", Some(42))]);
    let gone = || Event::TrayHost { there: false };
    assert_eq!(state.apply(gone(), now()).len(), 1);
    assert_eq!(state.apply(gone(), now()), []);
    assert!(!everything(&mut state).app.has_tray);
    state.apply(Event::TrayHost { there: true }, now());
    assert!(state.facts.has_tray);
}

#[test]
fn what_was_selected_is_selected_again() {
    let mut state = state(&[("dev", Some(40))]);
    assert_eq!(everything(&mut state).selected, None);
    let effects = state.apply(Event::Selected("dev".to_owned()), now());
    let [Effect::Remember(memory)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(Memory::parse(&memory.to_text()).selected.as_deref(), Some("dev"));
    assert_eq!(state.apply(Event::Selected("dev".to_owned()), now()), [], "nothing is written twice");
    assert_eq!(everything(&mut state).selected.as_deref(), Some("dev"));
}

#[test]
fn a_choice_put_off_is_put_off_for_this_run() {
    let mut state = state(&[("dev", Some(40))]);
    assert!(!everything(&mut state).app.chooses_later);
    state.apply(Event::ChooseLater, now());
    state.apply(Event::WindowGone, now());
    assert!(everything(&mut state).app.chooses_later);
}
