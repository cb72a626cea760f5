//! A sign-in that somebody asked for: one for all profiles behind it, seen in tray and window, given up or finished.

use super::*;
use crate::testing::{now, resolved, snapshot, startup_context};
use crate::tray::MenuEntry;
use crate::window::{Progress, view};
use sandglass_core::problem::Code;
use sandglass_core::session::{CacheReadings, Session};
use sandglass_core::text::Language;

const CONFIG: &str = "[sso-session corp]
sso_start_url = https://x.awsapps.com/start
sso_region = eu-west-1
[profile dev]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Dev
[profile ops]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Ops
[profile old]
sso_start_url = https://x.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = Dev
";

fn state() -> State {
    let session = |name| Session::assess(&resolved(CONFIG, "", name), None, &CacheReadings::new());
    let mut state = State::new(startup_context(Language::English));
    let read = snapshot(["dev", "ops", "old"].map(session).into());
    state.apply(Event::Read(Box::new(read)), now());
    state
}

fn clicked(state: &mut State, action: Action) -> Vec<Effect> {
    let effects = state.apply(Event::Clicked(action), now());
    let shown = |effect: &Effect| {
        matches!(
            effect,
            Effect::SignIn { .. } | Effect::CancelSignIn { .. } | Effect::Copy(_) | Effect::Renew { .. }
        )
    };
    effects.into_iter().filter(shown).collect()
}

fn sign_in(profile: &str) -> Action {
    Action::SignIn { profile: profile.to_owned() }
}

/// Begins one and gives its number.
fn begun(state: &mut State, profile: &str) -> AttemptId {
    match clicked(state, sign_in(profile)).as_slice() {
        [Effect::SignIn { attempt, profile: found }] if found == profile => *attempt,
        other => panic!("{other:?}"),
    }
}

fn labels(state: &State) -> Vec<String> {
    let of_item = |entry: MenuEntry| match entry {
        MenuEntry::Item { label, .. } | MenuEntry::Note { label, .. } => Some(label),
        _ => None,
    };
    state.tray(now()).menu.into_iter().filter_map(of_item).collect()
}

fn progress(state: &State) -> Vec<(String, Option<Progress>, Option<String>)> {
    let rows = view(&state.facts, now()).sessions.into_iter();
    rows.map(|row| (row.profile, row.progress, row.sign_in.and_then(|waits| waits.code))).collect()
}

fn page(code: Option<&str>) -> SignInPage {
    SignInPage { link: "https://oidc/authorize".to_owned(), code: code.map(str::to_owned), opens: true }
}

#[test]
fn one_sign_in_serves_every_profile_behind_it() {
    let mut state = state();
    let attempt = begun(&mut state, "dev");
    assert_eq!(clicked(&mut state, sign_in("ops")), [], "it is on its way");
    begun(&mut state, "old");
    state.apply(Event::SignInWaits { attempt, page: page(None) }, now());
    let labels = labels(&state);
    for expected in [
        "Copy sign-in link (corp)",
        "Cancel sign-in (corp)",
        "↻ dev · waiting for the browser…",
        "↻ ops · waiting for the browser…",
    ] {
        assert!(labels.iter().any(|label| label == expected), "{expected}: {labels:?}");
    }
    let link = Action::CopySignInLink { profile: "ops".to_owned() };
    assert_eq!(clicked(&mut state, link), [Effect::Copy("https://oidc/authorize".to_owned())]);
    let effects = state.apply(Event::SignInFinished { attempt, result: Ok(()) }, now());
    assert!(effects.contains(&Effect::Read), "{effects:?}");
    let renewed: Vec<&Effect> =
        effects.iter().filter(|effect| matches!(effect, Effect::Renew { .. })).collect();
    assert!(matches!(renewed.as_slice(), [Effect::Renew { profile, .. }] if profile == "dev"), "{effects:?}");
    // Before the files are read again nobody is sent to a browser a second time.
    let at_once = clicked(&mut state, sign_in("ops"));
    assert!(matches!(at_once.as_slice(), [Effect::Renew { profile, .. }] if profile == "ops"), "{at_once:?}");
}

#[test]
fn a_code_is_shown_where_the_person_must_compare_it() {
    let mut state = state();
    let attempt = begun(&mut state, "old");
    state.apply(Event::SignInWaits { attempt, page: page(Some("ABCD-1234")) }, now());
    assert!(labels(&state).iter().any(|label| label == "The page must show the code ABCD-1234"));
    let code = Some("ABCD-1234".to_owned());
    assert!(progress(&state).contains(&("old".to_owned(), Some(Progress::SigningIn), code)));
    assert!(progress(&state).contains(&("dev".to_owned(), None, None)), "another sign-in");
}

#[test]
fn one_that_was_given_up_says_nothing_any_more() {
    let mut state = state();
    let attempt = begun(&mut state, "dev");
    let cancel = Action::CancelSignIn { profile: "ops".to_owned() };
    assert_eq!(clicked(&mut state, cancel.clone()), [Effect::CancelSignIn { attempt }]);
    assert_eq!(clicked(&mut state, cancel), []);
    assert_eq!(state.apply(Event::SignInFinished { attempt, result: Ok(()) }, now()), []);
    state.apply(Event::SignInWaits { attempt, page: page(None) }, now());
    assert!(progress(&state).iter().all(|(_, progress, _)| progress.is_none()));
    assert_ne!(begun(&mut state, "dev"), attempt);
}

#[test]
fn one_that_was_denied_is_news_for_a_minute_and_can_be_begun_again() {
    let mut state = state();
    let attempt = begun(&mut state, "dev");
    let result = Err(Problem::new(Code::SignInDenied));
    state.apply(Event::SignInFinished { attempt, result }, now());
    let said = labels(&state);
    assert!(said.iter().any(|label| label.contains("dev") && label.contains("sign-in denied")), "{said:?}");
    let row = view(&state.facts, now()).sessions.into_iter().find(|row| row.profile == "dev");
    assert_eq!(row.map(|row| row.renewable), Some(crate::window::RenewalNeed::SignIn));
    begun(&mut state, "dev");
}

#[test]
fn where_no_browser_opens_the_link_is_asked_for() {
    let mut state = state();
    let attempt = begun(&mut state, "dev");
    let page = SignInPage { opens: false, ..page(None) };
    state.apply(Event::SignInWaits { attempt, page }, now());
    let said = labels(&state);
    assert!(said.iter().any(|label| label == "↻ dev · open the sign-in link"), "{said:?}");
    let row = view(&state.facts, now()).sessions.into_iter().find(|row| row.profile == "dev").expect("a row");
    assert_eq!(row.sign_in.map(|waits| waits.by_link), Some(true));
}

#[test]
fn a_sign_in_is_told_of_once_however_many_profiles_it_serves() {
    let mut state = state();
    for profile in ["dev", "ops", "old"] {
        state.facts.wanted.insert(profile.to_owned(), now());
    }
    let notices = |effects: Vec<Effect>| -> Vec<(String, Vec<Action>)> {
        let shown = effects.into_iter().filter_map(|effect| match effect {
            Effect::Notify(notice) => Some(notice),
            _ => None,
        });
        shown
            .map(|notice| (notice.body, notice.buttons.into_iter().map(|button| button.action).collect()))
            .collect()
    };
    let told = notices(state.apply(Event::WokeUp, now()));
    let [(body, buttons)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(body.lines().count(), 2, "one line for corp, one for the start URL: {body}");
    assert!(buttons.contains(&sign_in("dev")), "{buttons:?}");
    // While the browser is waited for nobody is told to begin.
    begun(&mut state, "dev");
    begun(&mut state, "old");
    assert_eq!(state.needs(now()), []);
}
