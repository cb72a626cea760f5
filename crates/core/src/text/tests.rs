use std::collections::BTreeSet;
use std::path::Path;

use chrono::TimeDelta;
use fluent_bundle::FluentResource;

use super::*;
use crate::problem::Code;
use crate::variables::Variables;

fn ids(sources: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in sources {
        FluentResource::try_new((*source).to_owned()).map_err(|(_, errors)| errors).expect("parses");
        let mut message = String::new();
        for line in source.lines() {
            if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| !id.starts_with([' ', '#'])) {
                id.clone_into(&mut message);
                found.insert(message.clone());
            } else if let Some((name, _)) =
                line.trim().strip_prefix('.').and_then(|rest| rest.split_once(" ="))
            {
                found.insert(format!("{message}.{name}"));
            }
        }
    }
    found
}

#[test]
fn both_languages_have_every_message() {
    assert_eq!(ids(ENGLISH), ids(PORTUGUESE));
}

#[test]
fn every_problem_has_sentence_step_and_brief() {
    let ids = ids(ENGLISH);
    for code in Code::ALL {
        for part in ["", ".next", ".brief"] {
            let id = format!("problem-{}{part}", code.as_str());
            assert!(ids.contains(&id), "{id} is missing from locales/en/problems.ftl");
        }
    }
}

#[test]
fn every_argument_of_a_sentence_is_filled() {
    let paths = AwsPaths::new(Path::new("/home/ana"), &Variables::default());
    let problem = Problem::new(Code::MissingSource)
        .at(Origin::Variable("AWS_PROFILE"))
        .with("profile", "app")
        .with("source", "base");
    for language in Language::ALL {
        let text = Text::new(language);
        let sentence = text.problem(&problem, &paths);
        assert!(sentence.contains("app") && sentence.contains("base"), "{sentence}");
        assert!(!sentence.contains('{'), "{sentence}");
    }
}

#[test]
fn durations_are_rounded_down() {
    let text = Text::new(Language::English);
    let said = |seconds| text.duration(TimeDelta::seconds(seconds));
    assert_eq!(said(59), "less than 1 min");
    assert_eq!(said(42 * 60 + 59), "42 min");
    assert_eq!(said(3600), "1 h");
    assert_eq!(said(3 * 3600 + 12 * 60), "3 h 12 min");
    assert_eq!(said(26 * 3600), "1 d 2 h");
    assert_eq!(said(-5), "less than 1 min");
}

#[test]
fn locales_choose_the_language() {
    assert_eq!(Language::from_locale("pt_BR.UTF-8"), Language::Portuguese);
    assert_eq!(Language::from_locale("pt"), Language::Portuguese);
    assert_eq!(Language::from_locale("C.UTF-8"), Language::English);
    assert_eq!(Language::from_locale("ptolemaic"), Language::English);
}

#[test]
fn what_is_left_is_said_to_the_nearest_minute() {
    let text = Text::new(Language::English);
    let said = |seconds| text.time_left(TimeDelta::seconds(seconds));
    assert_eq!([said(3599), said(3569), said(30), said(29)], ["1 h", "59 min", "1 min", "less than 1 min"]);
}

#[test]
fn each_trouble_with_a_file_has_its_own_advice() {
    let paths = AwsPaths::new(Path::new("/home/ana"), &Variables::default());
    let of_files = [
        Code::FileUnwritable,
        Code::CacheUnwritable,
        Code::CacheNotRemoved,
        Code::CacheNotRestored,
        Code::PreferencesUnusable,
    ];
    for text in Language::ALL.map(Text::new) {
        for code in of_files {
            let advice = |why| {
                let problem = Problem::new(code).with("path", "~/.aws/config").with("why", why);
                let said = text.problem_next_in_window(&problem, &paths);
                assert!(!said.contains("sandglass ") && !said.contains('{'), "{said}");
                said
            };
            let said = ["read_only", "busy", "denied", "full", "exists", "missing", "other"].map(advice);
            assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len(), "{code:?}: {said:#?}");
        }
        let in_the_way = |why| {
            let problem = Problem::new(Code::NotReplaceable).with("path", "~/.aws/config").with("why", why);
            [text.problem(&problem, &paths), text.problem_next(&problem, &paths)]
        };
        assert!(in_the_way("mount").iter().zip(in_the_way("directory")).all(|(one, other)| *one != other));
    }
}

/// Said in a terminal alone.
const OF_THE_TERMINAL: [Code; 4] =
    [Code::SecretInArguments, Code::NeedsSecret, Code::NeedsConfirmation, Code::NeedsMfa];

#[test]
fn the_window_speaks_no_terminal() {
    let paths = AwsPaths::new(Path::new("/home/ana"), &Variables::default());
    let mut wrong = Vec::new();
    let mut look = |of: &str, said: &str| {
        if ["`", "sandglass ", " --"].iter().any(|part| said.contains(part)) {
            wrong.push(format!("{of}: {said}"));
        }
    };
    for text in Language::ALL.map(Text::new) {
        for code in Code::ALL.iter().filter(|code| !OF_THE_TERMINAL.contains(code)) {
            let problem = Problem::new(*code);
            look(code.as_str(), &text.problem(&problem, &paths));
            look(code.as_str(), &text.problem_brief(&problem, &paths));
            look(code.as_str(), &text.problem_next_in_window(&problem, &paths));
            look(code.as_str(), &text.problem_at_field(&problem, &paths).unwrap_or_default());
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_text_of_a_page_holds_a_raw_backtick() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for language in ["en", "pt-BR"] {
        for entry in std::fs::read_dir(locales.join(language)).expect("locales").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with("window")
                && !["notices.ftl", "tray.ftl", "error-hints.ftl"].contains(&&*name)
            {
                continue;
            }
            let source = std::fs::read_to_string(entry.path()).expect("read");
            let wrong: Vec<&str> = source.lines().filter(|line| line.contains('`')).collect();
            assert!(wrong.is_empty(), "{language}/{name}: {wrong:?}");
        }
    }
}

#[test]
fn what_others_say_stands_in_no_sentence_of_ours() {
    for source in ENGLISH.iter().chain(PORTUGUESE) {
        let ours =
            source.lines().filter(|line| line.starts_with("problem-") || line.trim().starts_with(".next"));
        for line in ours {
            assert!(!line.contains("{$detail}"), "{line}");
        }
    }
    let paths = AwsPaths::new(Path::new("/home/ana"), &Variables::default());
    let text = Text::new(Language::English);
    let denied = Problem::new(Code::AccessDenied).with("detail", "User: arn:aws:iam::1:user/ana is not …");
    assert!(!text.problem(&denied, &paths).contains("arn:"));
    assert_eq!(
        text.problem_detail(&denied, &paths).as_deref(),
        Some("User: arn:aws:iam::1:user/ana is not …")
    );
    assert_eq!(text.problem_detail(&Problem::new(Code::NoRegion), &paths), None);
}
