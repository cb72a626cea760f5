//! Tests of silent renewal, pauses and notifications, event by event.

use super::event_tests::*;
use super::*;
use crate::testing::{now, session, snapshot, startup_context};
use crate::tray::PauseFor;
use chrono::TimeDelta;
use sandglass_core::preferences::Settings;
use sandglass_core::problem::Code;
use sandglass_core::session::CacheReadings;
use sandglass_core::session::Reuse;
use sandglass_core::text::Language;
use sandglass_core::variables::Variables;

const CONFIG: &str = "\
[profile dev]\nrole_arn = arn:aws:iam::123456789012:role/Dev\nsource_profile = base
[profile ops]\nrole_arn = arn:aws:iam::123456789012:role/Ops\nsource_profile = base
[profile lab]\nrole_arn = arn:aws:iam::123456789012:role/Lab\nsource_profile = base
[profile admin]\nrole_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana
[profile root]\nrole_arn = arn:aws:iam::123456789012:role/Root\nsource_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana
";

/// Minutes left by profile, none: no session.
fn reading(left: &[(&str, i64)]) -> Event {
    let sessions = left.iter().map(|(profile, minutes)| session(CONFIG, profile, Some(*minutes))).collect();
    Event::Read(Box::new(snapshot(sessions)))
}

fn with_settings(left: &[(&str, i64)], change: impl FnOnce(&mut Settings)) -> Event {
    let Event::Read(mut read) = reading(left) else { unreachable!() };
    change(&mut read.settings);
    Event::Read(read)
}

fn renewed(effects: &[Effect]) -> Vec<&str> {
    let mut found = Vec::new();
    for effect in effects {
        if let Effect::Renew { profile, .. } = effect {
            found.push(profile.as_str());
        }
    }
    found
}

#[test]
fn what_is_due_is_renewed_a_few_at_a_time_the_most_urgent_first() {
    let mut state = state();
    let effects = state.apply(reading(&[("dev", 12), ("ops", -600), ("lab", 19), ("admin", 40)]), now());
    assert_eq!(renewed(&effects), ["ops", "dev"]);
    assert!(matches!(effects[0], Effect::Renew { reuse: Reuse::NotDue, .. }));
    let next = end(&mut state, &effects[..1], Ok(None), now());
    assert_eq!(renewed(&next), ["lab"]);
    assert_eq!(shown(&effects), [] as [&str; 0]);
}

#[test]
fn nothing_is_due_early_and_a_session_that_never_was_is_not_begun() {
    let mut state = state();
    let mut sessions = vec![session(CONFIG, "dev", Some(21)), session(CONFIG, "ops", None)];
    sessions.push(session(CONFIG, "admin", Some(30)));
    assert_eq!(state.apply(Event::Read(Box::new(snapshot(sessions))), now()), []);
    assert_eq!(renewed(&state.apply(Event::WokeUp, now() + minutes(1))), ["dev"]);
}

#[test]
fn off_for_all_off_for_one_and_paused() {
    let left = [("dev", 19), ("ops", 19)];
    let off = with_settings(&left, |settings| settings.silent_renewal = false);
    assert_eq!(renewed(&state().apply(off, now())), [] as [&str; 0]);
    let one = with_settings(&left, |settings| {
        settings.profiles.entry("dev".to_owned()).or_default().silent_renewal = Some(false);
    });
    assert_eq!(renewed(&state().apply(one, now())), ["ops"]);
    let mut paused = state();
    let effects = paused.apply(Event::Clicked(Action::Pause { until: PauseFor::Hour }), now());
    assert!(
        matches!(&effects[..], [Effect::TellOthers(_), Effect::Remember(memory)] if memory.is_paused(now()))
    );
    assert_eq!(paused.apply(reading(&[("dev", 19), ("admin", 4)]), now()), []);
    assert!(paused.next_wakeup(now()).is_some());
    let effects = paused.apply(Event::WokeUp, now() + minutes(60));
    assert_eq!(renewed(&effects), ["dev"], "the hour is over");
    paused.apply(Event::Clicked(Action::Pause { until: PauseFor::Resumed }), now());
    assert!(paused.facts.memory.is_paused(now() + minutes(6000)));
    paused.apply(Event::Clicked(Action::Resume), now());
    assert_eq!(paused.facts.memory.paused, None);
}

#[test]
fn no_network_is_one_state_and_one_tries_for_all() {
    let mut state = state();
    let effects = state.apply(reading(&[("dev", 12), ("ops", 13), ("lab", 14)]), now());
    let after = end(&mut state, &effects, Err(Code::Network), now());
    assert_eq!((renewed(&after), shown(&after)), (vec![], vec![]));
    assert!(format!("{:?}", state.tray(now())).contains("No connection to AWS"));
    assert!(!format!("{:?}", state.tray(now())).contains("failed"));
    let probe = state.apply(Event::Resumed, now() + TimeDelta::seconds(1));
    assert_eq!(renewed(&probe), ["dev"], "a machine that woke up tries at once");
    end(&mut state, &probe, Err(Code::Network), now() + TimeDelta::seconds(2));
    assert_eq!(state.apply(Event::WokeUp, now() + TimeDelta::seconds(3)), []);
    let probe = state.apply(Event::WokeUp, now() + minutes(1));
    assert_eq!(renewed(&probe), ["dev"]);
    let after = end(&mut state, &probe, Ok(None), now() + minutes(1));
    assert_eq!(renewed(&after), ["ops", "lab"]);
    assert!(!format!("{:?}", state.tray(now())).contains("No connection"));
}

#[test]
fn a_refusal_is_told_once_with_its_reason_and_what_to_do() {
    let mut state = state();
    let effects = state.apply(reading(&[("dev", 12)]), now());
    let after = end(&mut state, &effects, Err(Code::AccessDenied), now());
    let Some(Effect::Notify(notice)) = after.iter().find(|effect| matches!(effect, Effect::Notify(_))) else {
        panic!("{after:?}")
    };
    let asked = Action::Diagnose { profile: Some("dev".to_owned()) };
    assert!(notice.buttons.iter().any(|button| button.action == asked), "{notice:?}");
    let [said] = &shown(&after)[..] else { panic!("{after:?}") };
    assert!(said.contains("dev could not be renewed") && said.contains("trust policy"), "{said}");
    for later in [1, 10, 59] {
        assert_eq!(state.apply(Event::WokeUp, now() + minutes(later)), [], "{later}");
    }
    let again = state.apply(Event::WokeUp, now() + minutes(60));
    assert_eq!(renewed(&again), ["dev"], "it may have been fixed at AWS");
    assert_eq!(
        shown(&end(&mut state, &again, Err(Code::AccessDenied), now() + minutes(60))),
        [] as [&str; 0]
    );
    // A file that changed is a reason to try, and to take the notification away.
    let read = state.apply(reading(&[("dev", 11)]), now() + minutes(61));
    assert_eq!((renewed(&read), shown(&read)), (vec!["dev"], vec!["1: closed".to_owned()]));
}

#[test]
fn what_passes_is_tried_again_more_and_more_slowly() {
    let mut state = state();
    let mut effects = state.apply(reading(&[("dev", 12)]), now());
    let mut at = now();
    let mut pauses = Vec::new();
    for _ in 0..6 {
        let after = end(&mut state, &effects, Err(Code::Throttled), at);
        assert_eq!(shown(&after), [] as [&str; 0]);
        let began = at;
        effects = Vec::new();
        while renewed(&effects).is_empty() {
            at += TimeDelta::seconds(30);
            effects = state.apply(Event::WokeUp, at);
        }
        pauses.push((at - began).num_minutes());
    }
    assert_eq!(pauses, [1, 2, 4, 8, 16, 16]);
}

#[test]
fn a_deadline_is_told_replaced_and_taken_away() {
    let mut state = state();
    assert_eq!(shown(&state.apply(reading(&[("admin", 16)]), now())), [] as [&str; 0]);
    let first = state.apply(Event::WokeUp, now() + minutes(1));
    assert_eq!(shown(&first), ["1: admin expires in 15 min | Enter an MFA code to renew it."]);
    assert!(first.iter().any(|effect| matches!(effect, Effect::Remember(_))));
    assert_eq!(state.apply(Event::WokeUp, now() + minutes(5)), []);
    let said = |effects: Vec<Effect>| shown(&effects).join("\n");
    assert!(said(state.apply(Event::WokeUp, now() + minutes(11))).starts_with("1: admin expires in 5 min"));
    assert!(said(state.apply(Event::WokeUp, now() + minutes(16))).starts_with("1: admin has expired"));
    assert_eq!(state.apply(Event::WokeUp, now() + minutes(90)), []);
    let renewed = session(CONFIG, "admin", Some(150));
    let read = state.apply(Event::Read(Box::new(snapshot(vec![renewed]))), now() + minutes(91));
    assert_eq!(shown(&read), ["1: closed"]);
}

#[test]
fn what_the_user_put_away_stays_away() {
    let mut state = state();
    let slot = match &state.apply(reading(&[("admin", 14)]), now())[0] {
        Effect::Notify(notice) => notice.slot,
        other => panic!("{other:?}"),
    };
    state.apply(Event::NoticeDismissed { slot }, now());
    assert_eq!(state.apply(Event::WokeUp, now() + minutes(10)), []);
    assert_eq!(state.apply(Event::WokeUp, now() + minutes(15)), []);
}

#[test]
fn several_within_two_minutes_are_one() {
    let mut state = state();
    state.apply(reading(&[("admin", 16), ("root", 17)]), now());
    assert_eq!(shown(&state.apply(Event::WokeUp, now() + minutes(1))).len(), 1);
    let joined = state.apply(Event::WokeUp, now() + minutes(2));
    let [said] = &shown(&joined)[..] else { panic!("{joined:?}") };
    assert_eq!(
        said,
        "1: 2 sessions need you | admin expires in 15 min · needs MFA\nroot expires in 15 min · needs MFA"
    );
    insta::assert_debug_snapshot!("joined", joined[0]);
    // Later than two minutes, it is one of its own.
    let mut state = self::state();
    state.apply(reading(&[("admin", 16), ("root", 19)]), now());
    state.apply(Event::WokeUp, now() + minutes(1));
    let second = state.apply(Event::WokeUp, now() + minutes(4));
    assert_eq!(shown(&second).len(), 1);
    assert!(shown(&second)[0].starts_with("2: root"), "{second:?}");
}

#[test]
fn snooze_keeps_quiet_for_its_time_and_no_longer() {
    let mut state = state();
    state.apply(reading(&[("admin", 14)]), now());
    let snooze = Action::Snooze { profiles: vec!["admin".to_owned()] };
    assert_eq!(shown(&state.apply(Event::Clicked(snooze), now())), ["1: closed"]);
    for quiet in [1, 9, 14, 29] {
        assert_eq!(shown(&state.apply(Event::WokeUp, now() + minutes(quiet))), [] as [&str; 0], "{quiet}");
        assert_eq!(
            shown(&state.apply(Event::Wanted(vec!["admin".to_owned()]), now() + minutes(quiet))),
            [] as [&str; 0]
        );
    }
    let again = state.apply(Event::WokeUp, now() + minutes(30));
    assert_eq!(shown(&again).len(), 1, "{again:?}");
}

#[test]
fn a_restart_repeats_nothing() {
    let mut first = state();
    let effects = first.apply(reading(&[("admin", 14)]), now());
    let Some(Effect::Remember(memory)) = effects.last() else { panic!("{effects:?}") };
    let mut again = startup_context(Language::English);
    again.memory = memory.clone();
    let mut second = started(State::new(again));
    assert_eq!(second.apply(reading(&[("admin", 14)]), now()), []);
    assert_eq!(second.apply(Event::WokeUp, now() + minutes(15)), []);
    // What ran out before the first start is no news either.
    let mut fresh = state();
    assert_eq!(shown(&fresh.apply(reading(&[("admin", -60)]), now())), [] as [&str; 0]);
}

#[test]
fn a_program_that_waits_is_told_once() {
    let mut state = state();
    state.apply(reading(&[("admin", -60)]), now());
    let wanted = || Event::Wanted(vec!["admin".to_owned(), "unknown".to_owned()]);
    let said = shown(&state.apply(wanted(), now()));
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("A program is waiting for admin"), "{said:?}");
    assert_eq!(shown(&state.apply(wanted(), now() + minutes(1))), [] as [&str; 0]);
    let read = state.apply(reading(&[("admin", 60)]), now() + minutes(2));
    assert_eq!(shown(&read), ["1: closed"]);
}

#[test]
fn a_click_is_all_it_takes_where_silent_renewal_is_off() {
    let mut state = state();
    let off =
        |left| with_settings(&[("dev", left), ("ops", left)], |settings| settings.silent_renewal = false);
    let effects = state.apply(off(14), now());
    let Effect::Notify(notice) = &effects[0] else { panic!("{effects:?}") };
    let action = notice.buttons[0].action.clone();
    let clicked = state.apply(Event::Clicked(action), now());
    assert_eq!(renewed(&clicked), ["dev", "ops"]);
    assert!(matches!(clicked[0], Effect::Renew { reuse: Reuse::Never, .. }));
    end(&mut state, &clicked, Ok(None), now());
    assert_eq!(shown(&state.apply(off(60), now())), ["1: closed"]);
}

#[test]
fn a_clock_that_is_off_is_told_once() {
    let mut state = state();
    let effects = state.apply(reading(&[("dev", 12), ("ops", 12)]), now());
    let after = end(&mut state, &effects, Err(Code::ClockSkew), now());
    assert_eq!(shown(&after).len(), 1, "{after:?}");
    let probe = state.apply(Event::WokeUp, now() + minutes(1));
    assert_eq!(shown(&end(&mut state, &probe, Err(Code::ClockSkew), now() + minutes(1))), [] as [&str; 0]);
    let probe = state.apply(Event::WokeUp, now() + minutes(2));
    assert_eq!(shown(&end(&mut state, &probe, Ok(None), now() + minutes(2))), ["1: closed"]);
}

#[test]
fn keys_with_a_refresh_source_are_renewed_at_once_where_their_end_is_not_known() {
    let keys = "[pasted]\naws_access_key_id = ASIA\naws_secret_access_key = s\naws_session_token = t\n";
    let credentials = format!("{}{keys}", crate::testing::LONG_TERM);
    let resolution = crate::testing::resolved("", &credentials, "pasted");
    let refresh = sandglass_core::preferences::Refresh {
        role_arn: "arn:aws:iam::123456789012:role/dev".to_owned(),
        source_profile: "base".to_owned(),
    };
    let profiles = crate::testing::profiles("", &credentials);
    let source =
        sandglass_core::resolve::refresh_source(&profiles, &Variables::default(), "pasted", &refresh);
    let source = source.expect("it is renewed from base");
    for (refresh, due) in [(Some(&source), &["pasted"][..]), (None, &[])] {
        let session =
            sandglass_core::session::Session::assess(&resolution, refresh, &CacheReadings::default());
        let mut state = state();
        let effects = state.apply(Event::Read(Box::new(snapshot(vec![session]))), now());
        assert_eq!(renewed(&effects), due);
        // Were its end still not known, it would not be renewed over and over.
        let effects = end(&mut state, &effects, Ok(None), now());
        assert!(renewed(&effects).is_empty());
    }
}

#[test]
fn one_that_waits_for_somebody_keeps_nobody_waiting_and_is_dropped_in_the_end() {
    let mut state = state();
    let begun = state.apply(reading(&[("dev", 12), ("ops", 13), ("lab", 14)]), now());
    assert_eq!(renewed(&begun), ["dev", "ops"], "two at a time");
    let seconds = |count| now() + TimeDelta::seconds(count);
    assert_eq!(renewed(&state.apply(Event::WokeUp, seconds(14))), [] as [&str; 0]);
    assert!(state.next_wakeup(seconds(14)).is_some_and(|(at, _)| at <= seconds(40)));
    assert_eq!(renewed(&state.apply(Event::WokeUp, seconds(30))), ["lab"], "the others take no place");
    let dropped = state.apply(Event::WokeUp, seconds(180));
    assert_eq!(state.facts.outcomes.len(), 1, "{:?}", state.facts.outcomes);
    assert!(dropped.contains(&Effect::Read));
    // A late answer is not listened to; the next try comes after a pause.
    assert_eq!(end(&mut state, &begun[..1], Err(Code::AccessDenied), seconds(181)), []);
    assert_eq!(state.facts.failure("dev").map(|problem| problem.code), None);
    assert_eq!(renewed(&state.apply(Event::WokeUp, seconds(250))), ["dev", "ops"]);
}

#[test]
fn who_clicked_is_told_that_it_does_not_end() {
    let mut state = state();
    state.apply(reading(&[("dev", 40)]), now());
    let clicked = Event::Clicked(Action::Renew { profile: "dev".to_owned() });
    assert_eq!(renewed(&state.apply(clicked, now())), ["dev"]);
    let told = shown(&state.apply(Event::WokeUp, now() + minutes(3)));
    assert!(told.iter().any(|notice| notice.contains("three minutes")), "{told:?}");
}

#[test]
fn an_address_of_one_profile_that_is_dead_is_that_profiles_trouble() {
    let mut state = state();
    let begun = state.apply(reading(&[("dev", 12), ("ops", 13), ("lab", 14)]), now());
    let [Effect::Renew { attempt, .. }, ..] = &begun[..] else { panic!("{begun:?}") };
    let problem = Problem::new(Code::Network).with("endpoint", "http://127.0.0.1:1").with("own", "yes");
    let profile = "dev".to_owned();
    let event = Event::RenewalFinished { attempt: *attempt, profile, result: Err(problem) };
    assert_eq!(renewed(&state.apply(event, now())), ["lab"], "the others go on");
    assert_eq!(state.facts.hold, None);
}
