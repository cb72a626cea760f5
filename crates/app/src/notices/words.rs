//! The text and buttons of a notification.

use chrono::TimeDelta;

use super::{Button, Need, Notice, SlotId, Topic};
use crate::tray::{Action, brought, labelled};
use sandglass_core::paths::AwsPaths;
use sandglass_core::preferences::Settings;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::session::{Needs, SignInTool};
use sandglass_core::text::{Text, place, visible, visible_line};

/// The names of profiles, with the user's own labels.
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
        Topic::Deadline(needs) | Topic::Wanted(needs) if need.also > 0 => {
            format!("{} {}", how_to(needs, text, paths), text.count("notice-sign-in-serves", need.also))
        }
        Topic::Deadline(needs) | Topic::Wanted(needs) => how_to(needs, text, paths),
        Topic::Refused(problem) | Topic::Failed(problem) | Topic::Clock(problem) => {
            explained(problem, text, paths)
        }
    }
}

fn explained(problem: &Problem, text: &Text, paths: &AwsPaths) -> String {
    format!("{}\n{}", text.problem(problem, paths), text.problem_next(problem, paths))
}

fn how_to(needs: &Needs, text: &Text, paths: &AwsPaths) -> String {
    match needs {
        Needs::Nothing => text.say("notice-next-click"),
        Needs::Code { .. } => text.say("notice-next-mfa"),
        Needs::SignIn { .. } => text.say("notice-next-sign-in"),
        Needs::NewKeys { at, .. } => text.say_with("notice-next-keys", &[("place", &place(at, paths))]),
        // Of these nobody is told.
        Needs::OtherTool | Needs::NoRenewal | Needs::Fix => String::new(),
    }
}

/// One line among several: the same words as a single one's title, and briefly what it takes.
fn line(need: &Need, names: Names<'_>, text: &Text, paths: &AwsPaths) -> String {
    let what = match &need.topic {
        Topic::Deadline(needs) | Topic::Wanted(needs) => match brought(needs) {
            Some(id) => text.say(id),
            None => return title(need, names, text),
        },
        Topic::Refused(problem) | Topic::Failed(problem) | Topic::Clock(problem) => {
            text.problem_brief(problem, paths)
        }
    };
    format!("{} · {what}", title(need, names, text))
}

fn buttons(about: &[Need], snooze: TimeDelta, text: &Text) -> Vec<Button> {
    let code = |need: &Need| matches!(need.needs(), Some(Needs::Code { .. }));
    let renewable = |need: &&Need| match need.needs() {
        Some(needs) => needs.can_begin(),
        None => matches!(need.topic, Topic::Refused(_) | Topic::Failed(_)),
    };
    let renew = text.say(if about.iter().any(code) { "notice-renew-asks" } else { "notice-renew" });
    let mut buttons = Vec::new();
    let mut add = |action, label| buttons.push(Button { action, label });
    if let [one] = about {
        let profile = one.profile.clone();
        match &one.topic {
            Topic::Failed(problem) if problem.code == Code::NeedsSignIn => {
                add(Action::SignIn { profile }, text.say("notice-sign-in"));
            }
            Topic::Refused(_) | Topic::Failed(_) => {
                add(Action::Renew { profile: profile.clone() }, renew);
                add(Action::Diagnose { profile: Some(profile) }, text.say("notice-diagnose"));
            }
            _ if renewable(&one) => add(Action::Renew { profile }, renew),
            Topic::Deadline(Needs::SignIn { tool: SignInTool::Sso, .. })
            | Topic::Wanted(Needs::SignIn { tool: SignInTool::Sso, .. }) => {
                add(Action::SignIn { profile }, text.say("notice-sign-in"));
            }
            Topic::Deadline(Needs::SignIn { .. }) | Topic::Wanted(Needs::SignIn { .. }) => {
                add(Action::CopySignInCommand { profile }, text.say("notice-copy-command"));
            }
            Topic::Deadline(Needs::NewKeys { into: Some(_), .. })
            | Topic::Wanted(Needs::NewKeys { into: Some(_), .. }) => {
                add(Action::PasteKeys { profile }, text.say("notice-paste-keys"));
            }
            _ => {}
        }
    } else {
        let profiles: Vec<String> = about.iter().filter(renewable).map(|need| need.profile.clone()).collect();
        if !profiles.is_empty() {
            add(Action::RenewThese { profiles }, renew);
        }
        if let Some(need) = about.iter().find(|need| need.takes_sign_in()) {
            add(Action::SignIn { profile: need.profile.clone() }, text.say("notice-sign-in"));
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
