//! The text and buttons of a notification.

use chrono::TimeDelta;

use super::{Button, Need, Notice, SlotId, Topic};
use crate::tray::{Action, labelled};
use sandglass_core::attention::How;
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::Settings;
use sandglass_core::problem::Problem;
use sandglass_core::text::{Text, place, visible, visible_line};

/// How profiles are called: with the labels of the user's.
#[derive(Clone, Copy)]
struct Names<'a>(&'a Settings);

/// Puts what is needed into words.
pub(crate) fn notice(
    slot: SlotId,
    about: &[Need],
    settings: &Settings,
    text: &Text,
    paths: &AwsPaths,
) -> Notice {
    let names = Names(settings);
    let (title, body) = match about {
        [one] => (title(one, names, text), body(one, text, paths)),
        several => {
            let lines: Vec<String> = several.iter().map(|need| line(need, names, text, paths)).collect();
            (text.count("notice-several", several.len()), lines.join("\n"))
        }
    };
    let (title, body) = (visible_line(&title).into_owned(), visible(&body).into_owned());
    Notice { slot, title, body, buttons: buttons(about, settings.snooze, text) }
}

fn title(need: &Need, names: Names<'_>, text: &Text) -> String {
    let name = labelled(names.0, &need.profile);
    let profile = ("profile", name.as_str());
    match &need.topic {
        Topic::Deadline(_) if need.left <= TimeDelta::zero() => text.say_with("notice-expired", &[profile]),
        Topic::Deadline(_) => {
            text.say_with("notice-expiring", &[profile, ("duration", &text.time_left(need.left))])
        }
        Topic::Refused(_) | Topic::Failed(_) => text.say_with("notice-refused", &[profile]),
        Topic::Wanted(_) => text.say_with("notice-wanted", &[profile]),
        Topic::Clock(_) => text.say("notice-clock"),
    }
}

fn body(need: &Need, text: &Text, paths: &AwsPaths) -> String {
    match &need.topic {
        Topic::Deadline(how) | Topic::Wanted(how) => how_to(how, text, paths),
        Topic::Refused(problem) | Topic::Failed(problem) | Topic::Clock(problem) => {
            explained(problem, text, paths)
        }
    }
}

fn explained(problem: &Problem, text: &Text, paths: &AwsPaths) -> String {
    format!("{}\n{}", text.problem(problem, paths), text.problem_next(problem, paths))
}

fn how_to(how: &How, text: &Text, paths: &AwsPaths) -> String {
    match how {
        How::Click => text.say("notice-how-click"),
        How::Mfa => text.say("notice-how-mfa"),
        How::SignIn => text.say("notice-how-sign-in"),
        How::Keys { at, .. } => text.say_with("notice-how-keys", &[("place", &place(at, paths))]),
    }
}

/// One line among several: the same words as a single one's title, and briefly what it takes.
fn line(need: &Need, names: Names<'_>, text: &Text, paths: &AwsPaths) -> String {
    let what = match &need.topic {
        Topic::Deadline(how) | Topic::Wanted(how) => match how {
            How::Click => return title(need, names, text),
            How::Mfa => text.say("session-needs-mfa"),
            How::SignIn => text.say("session-needs-sign-in"),
            How::Keys { .. } => text.say("notice-needs-keys"),
        },
        Topic::Refused(problem) | Topic::Failed(problem) | Topic::Clock(problem) => {
            text.problem_brief(problem, paths)
        }
    };
    format!("{} · {what}", title(need, names, text))
}

fn buttons(about: &[Need], snooze: TimeDelta, text: &Text) -> Vec<Button> {
    let code = |need: &Need| matches!(need.topic, Topic::Deadline(How::Mfa) | Topic::Wanted(How::Mfa));
    let renewable = |need: &&Need| {
        code(need)
            || matches!(
                need.topic,
                Topic::Deadline(How::Click)
                    | Topic::Wanted(How::Click)
                    | Topic::Refused(_)
                    | Topic::Failed(_)
            )
    };
    let renew = text.say(if about.iter().any(code) { "notice-renew-asks" } else { "notice-renew" });
    let mut buttons = Vec::new();
    let mut add = |action, label| buttons.push(Button { action, label });
    if let [one] = about {
        let profile = one.profile.clone();
        match &one.topic {
            Topic::Refused(_) | Topic::Failed(_) => {
                add(Action::Renew { profile: profile.clone() }, renew);
                add(Action::Diagnose { profile: Some(profile) }, text.say("notice-diagnose"));
            }
            _ if renewable(&one) => add(Action::Renew { profile }, renew),
            Topic::Deadline(How::SignIn) | Topic::Wanted(How::SignIn) => {
                add(Action::CopySignInCommand { profile }, text.say("notice-copy-command"));
            }
            Topic::Deadline(How::Keys { into: Some(_), .. })
            | Topic::Wanted(How::Keys { into: Some(_), .. }) => {
                add(Action::PasteKeys { profile }, text.say("notice-paste-keys"));
            }
            _ => {}
        }
    } else {
        let profiles: Vec<String> = about.iter().filter(renewable).map(|need| need.profile.clone()).collect();
        if !profiles.is_empty() {
            add(Action::RenewThese { profiles }, renew);
        }
    }
    let profiles: Vec<String> =
        about.iter().filter(|need| need.may_be_joined()).map(|need| need.profile.clone()).collect();
    if !profiles.is_empty() {
        let label = text.say_with("notice-snooze", &[("duration", &text.duration(snooze))]);
        add(Action::Snooze { profiles }, label);
    }
    buttons
}
