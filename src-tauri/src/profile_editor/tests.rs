//! Tests of plans as the window's commands make, try and write them, beside a simulated AWS.

use std::ffi::OsStr;

use aws_sim::{Sim, World};
use sandglass_app::window::profiles::{ProfileEdit, TryAnswer, UndoView};
use sandglass_core::text::{Language, Text};
use sandglass_engine::{Environment, MfaCode, SystemClock};
use sandglass_tests::{Home, fixtures};
use serde_json::{Value, json};

use super::{Planned, plan_edit, plan_step, profile_list, try_planned, write_planned};

/// A home whose `project1` keeps keys that were pasted.
fn stage(sim: &Sim) -> (Home, Environment, Text) {
    let home = Home::in_sim("[profile project1]\nregion = eu-central-1\n", sim);
    let own = home.aws_file("credentials");
    let keys =
        "[project1]\naws_access_key_id = ASIAOLD\naws_secret_access_key = old\naws_session_token = t\n";
    home.write(".aws/credentials", &(own + keys));
    let command = home.command("unused");
    let text = |text: &OsStr| text.to_str().map(str::to_owned);
    let set = command.get_envs().filter_map(|(name, value)| Some((text(name)?, text(value?)?)));
    let environment = Environment::from_variables(set.collect()).expect("a home");
    (home, environment, Text::new(Language::English))
}

fn planned(environment: &Environment, text: &Text, edit: Value) -> Planned {
    let edit: ProfileEdit = serde_json::from_value(edit).expect("an edit");
    plan_edit(environment, edit, |_| None, "1".to_owned(), text).expect("files that can be read")
}

fn convert(role: &str) -> Value {
    json!({
        "do": "convert", "profile": "project1", "roleArn": role, "sourceProfile": "base",
        "region": "eu-central-1"
    })
}

#[tokio::test]
async fn a_conversion_is_tried_before_it_is_written() {
    let sim = Sim::start(World::small()).expect("a free port");
    let (home, environment, text) = stage(&sim);
    let before = (home.aws_file("config"), home.aws_file("credentials"));
    let role = planned(&environment, &text, convert("arn:aws:iam::123456789012:role/project1"));
    let tried = try_planned(&environment, &role, None, &text, &SystemClock).await;
    assert!(matches!(tried, TryAnswer::Works { expires_at: Some(_) }), "{tried:?}");
    let unknown = planned(&environment, &text, convert("arn:aws:iam::123456789012:role/nobodys"));
    let tried = try_planned(&environment, &unknown, None, &text, &SystemClock).await;
    assert!(matches!(&tried, TryAnswer::Refused { words } if words.code == "access_denied"), "{tried:?}");
    assert_eq!((home.aws_file("config"), home.aws_file("credentials")), before, "a trial wrote");

    let written = write_planned(&environment, &role, &text, &SystemClock).await.expect("written");
    assert_eq!((written.files.len(), written.notes.len()), (2, 0), "{written:?}");
    assert!(home.aws_file("config").contains("source_profile = base"));
    let again = write_planned(&environment, &role, &text, &SystemClock).await;
    assert_eq!(again.err().map(|problem| problem.code.as_str()), Some("file_changed"));
    let (view, back) = plan_step(&environment, false, "2".to_owned(), &text).expect("files");
    assert!(matches!(view, UndoView::Ready { .. }), "{view:?}");
    let back = back.expect("a plan");
    write_planned(&environment, &back, &text, &SystemClock).await.expect("taken back");
    assert_eq!((home.aws_file("config"), home.aws_file("credentials")), before);
}

#[tokio::test]
async fn a_role_behind_a_device_asks_for_its_code() {
    let sim = Sim::start(World::small()).expect("a free port");
    let (home, environment, text) = stage(&sim);
    home.write(".aws/config", &fixtures::project1());
    let serial = "arn:aws:iam::123456789012:mfa/ana";
    let set = [
        ("role_arn", "arn:aws:iam::123456789012:role/prod-admin"),
        ("source_profile", "base"),
        ("mfa_serial", serial),
        ("region", "eu-central-1"),
    ]
    .map(|(key, value)| json!({"key": key, "value": value}));
    let section = json!({"is": "profile", "name": "admin"});
    let plan = planned(
        &environment,
        &text,
        json!({"do": "create", "section": section, "kind": "role_mfa", "set": set, "file": null}),
    );
    let try_with = |code: Option<&str>| {
        let code = code.and_then(MfaCode::parse);
        try_planned(&environment, &plan, code, &text, &SystemClock)
    };
    assert_eq!(try_with(None).await, TryAnswer::NeedsCode { serial: serial.to_owned() });
    let wrong = try_with(Some("000000")).await;
    assert!(matches!(&wrong, TryAnswer::Refused { words } if words.code == "mfa_refused"), "{wrong:?}");
    let right = try_with(Some("333333")).await;
    assert!(matches!(right, TryAnswer::Works { .. }), "{right:?}");
    assert_eq!(home.aws_file("config"), fixtures::project1());
}

#[test]
fn a_file_that_cannot_be_parsed_is_named_in_the_list_and_at_the_plan() {
    let sim = Sim::start(World::small()).expect("a free port");
    let (home, environment, text) = stage(&sim);
    let before = profile_list(&environment, &text);
    home.write(".aws/config", "[profile project1]\nregion\n");
    let list = profile_list(&environment, &text);
    assert_ne!(list.revision, before.revision);
    let place = list.files[0].problem.as_ref().and_then(|problem| problem.words.place.clone());
    assert_eq!(place.map(|place| place.text).as_deref(), Some("~/.aws/config:2"));
    assert!(list.files[1].problem.is_none());
    assert!(list.rows.iter().any(|row| row.section.name == "base" && row.problems == 0), "{list:?}");
    let plan = planned(&environment, &text, convert("arn:aws:iam::123456789012:role/project1"));
    let codes: Vec<&str> = plan.view.errors.iter().map(|error| error.words.code).collect();
    assert_eq!((codes, plan.view.writable), (vec!["file_unparsable"], false));
}
