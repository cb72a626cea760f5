//! Tests of clicks that fail, and of a lost network.

use super::event_tests::*;
use super::*;
use crate::notices::Notice;
use crate::testing::{now, session, snapshot};
use chrono::TimeDelta;
use sandglass_core::problem::Code;

const CONFIG: &str = "\
[profile dev]\nrole_arn = arn:aws:iam::123456789012:role/Dev\nsource_profile = base
[profile ops]\nrole_arn = arn:aws:iam::123456789012:role/Ops\nsource_profile = base
[profile admin]\nrole_arn = arn:aws:iam::123456789012:role/Admin\nsource_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/ana
";

fn reading(left: &[(&str, i64)]) -> Event {
    let sessions = left.iter().map(|(profile, minutes)| session(CONFIG, profile, Some(*minutes))).collect();
    Event::Read(Box::new(snapshot(sessions)))
}

fn clicked(profile: &str) -> Action {
    Action::Renew { profile: profile.to_owned() }
}

#[test]
fn who_clicks_in_the_tray_and_gets_a_failure_gets_an_answer() {
    for code in [Code::AccessDenied, Code::Network, Code::Throttled] {
        let mut state = state();
        state.apply(reading(&[("dev", 50), ("ops", 50)]), now());
        let begun = state.apply(Event::Clicked(clicked("dev")), now());
        let after = end(&mut state, &begun, Err(code), now());
        let notices: Vec<&Notice> = after
            .iter()
            .filter_map(|effect| match effect {
                Effect::Notify(notice) => Some(notice),
                _ => None,
            })
            .collect();
        let [notice] = notices[..] else { panic!("{code:?}: {after:?}") };
        assert_eq!(notice.title, "dev could not be renewed");
        let diagnose = Action::Diagnose { profile: Some("dev".to_owned()) };
        assert!(notice.buttons.iter().any(|button| button.action == diagnose), "{notice:?}");
        assert_eq!(
            shown(&state.apply(Event::WokeUp, now() + TimeDelta::seconds(30))),
            [] as [&str; 0],
            "once"
        );
        // The next try takes it away.
        let again = state.apply(Event::Clicked(clicked("dev")), now() + TimeDelta::seconds(31));
        assert_eq!(shown(&again).len(), 1, "{again:?}");
        let renewed = end(&mut state, &again, Ok(None), now() + TimeDelta::seconds(32));
        assert_eq!(shown(&renewed), [] as [&str; 0]);
        // Who clicks in the window sees it there.
        let begun = state.apply(Event::ClickedInWindow(clicked("ops")), now() + TimeDelta::seconds(40));
        let after = end(&mut state, &begun, Err(code), now() + TimeDelta::seconds(41));
        assert_eq!(shown(&after), [] as [&str; 0], "{code:?}");
    }
}

#[test]
fn without_a_network_a_session_keeps_its_place_until_it_ends() {
    let mut state = state();
    state.apply(reading(&[("dev", 53), ("ops", 38)]), now());
    let begun = state.apply(Event::ClickedInWindow(clicked("dev")), now());
    end(&mut state, &begun, Err(Code::Network), now());
    let tray = state.tray(now());
    let labels = format!("{:?}", tray.menu);
    assert!(labels.contains("No connection to AWS: 2 valid, the first expires in 38 min"), "{labels}");
    assert!(labels.contains("● dev · 53 min") && !labels.contains('✕'), "{labels}");
    assert_eq!(tray.icon, crate::tray::Icon::Plenty);
    let view = crate::window::view(&state.facts, now());
    assert_eq!((view.app.needs_you, view.sessions[0].attention), (0, None));
    // At its end it is red: nobody renews it now.
    let over = now() + minutes(40);
    let due = state.apply(Event::WokeUp, over);
    end(&mut state, &due, Err(Code::Network), over);
    let ops = crate::window::view(&state.facts, over).sessions.remove(1);
    assert_eq!(ops.attention, Some(crate::window::AttentionKind::Over));
    assert_eq!(state.tray(over).icon, crate::tray::Icon::Trouble);
}

#[test]
fn a_network_that_is_back_is_noticed_though_nothing_is_due() {
    let mut state = state();
    state.apply(reading(&[("dev", 53)]), now());
    let begun = state.apply(Event::ClickedInWindow(clicked("dev")), now());
    end(&mut state, &begun, Err(Code::Network), now());
    let mut at = now();
    while state.facts.hold.is_some() {
        (at, _) = state.next_wakeup(at).expect("it is looked at again");
        state.apply(Event::WokeUp, at);
    }
    assert!(at - now() <= minutes(3), "{}", at - now());
}

#[test]
fn the_test_notification_has_the_buttons_of_a_real_one() {
    let mut state = state();
    let effects = state.apply(reading(&[("admin", 4)]), now());
    let labels = |effects: &[Effect]| -> Vec<String> {
        let found = effects.iter().find_map(|effect| match effect {
            Effect::Notify(notice) => Some(notice),
            _ => None,
        });
        found.expect("a notification").buttons.iter().map(|button| button.label.clone()).collect()
    };
    let real = labels(&effects);
    let test = state.apply(Event::TestNotification, now());
    assert_eq!(labels(&test), real);
    for number in [1, 2] {
        assert_eq!(state.apply(Event::Clicked(Action::TestButton { number }), now()), []);
    }
}
