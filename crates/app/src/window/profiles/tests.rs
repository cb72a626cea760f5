use std::collections::HashSet;

use aws_files::SectionName;
use serde_json::json;

use super::*;
use crate::testing::{LONG_TERM, paths};
use sandglass_core::preferences::Refresh;
use sandglass_core::problem::Problem;
use sandglass_core::profiles::{DiffMark, Files, Plan, PlanContext, ProfileKind, paste};
use sandglass_core::resolve::{Call, resolve};
use sandglass_core::text::{Language, Text};
use sandglass_core::variables::Variables;

const NONE: Vec<String> = Vec::new();
const ROLE: &str = "arn:aws:iam::123456789012:role/r";

fn files(config: &str, credentials: &str) -> Files {
    Files {
        config: aws_files::Document::parse(FileKind::Config, config.as_bytes()),
        credentials: aws_files::Document::parse(FileKind::Credentials, credentials.as_bytes()),
    }
}

fn text() -> Text {
    Text::new(Language::English)
}

fn edit(json: serde_json::Value) -> ProfileEdit {
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{error}"))
}

/// What the page is told of an edit.
fn plan_of(files: &Files, wanted: serde_json::Value) -> ProfilePlan {
    let (paths, variables, profiles) = (paths(), Variables::default(), files.profiles());
    let context = PlanContext { paths: &paths, variables: &variables, is_program: &|_| false };
    let changes = edit(wanted).changes(|_| None, |name| profiles.get(name).is_some()).expect("changes");
    let planned = Plan::of_all(files, &changes, context);
    let inputs = PlanInputs {
        id: "7".to_owned(),
        changes: &changes,
        planned: &planned,
        exists: &|_| true,
        paths: &paths,
        profiles: &profiles,
    };
    plan(&inputs, &text())
}

/// Field and code of everything that is wrong.
fn errors(plan: &ProfilePlan) -> Vec<String> {
    let of =
        |error: &FieldProblem| format!("{}: {}", error.field.as_deref().unwrap_or("-"), error.words.code);
    plan.errors.iter().map(of).collect()
}

fn change(name: &str, to: &str, set: &[(&str, &str)], unset: &[&str]) -> serde_json::Value {
    let set: Vec<_> = set.iter().map(|(key, value)| json!({"key": key, "value": value})).collect();
    let section = json!({"is": "profile", "name": name});
    json!({"do": "change", "section": section, "name": to, "set": set, "unset": unset, "file": null})
}

fn create(name: &str, kind: &str, set: &[(&str, &str)]) -> serde_json::Value {
    let set: Vec<_> = set.iter().map(|(key, value)| json!({"key": key, "value": value})).collect();
    json!({"do": "create", "section": {"is": "profile", "name": name}, "kind": kind, "set": set, "file": null})
}

fn config() -> String {
    format!(
        "[profile a]\nregion = eu-west-1\noutput = json\n\n[profile b]\nrole_arn = {ROLE}\nsource_profile = base\n[profile c]\nrole_arn = {ROLE}\nsource_profile = b\n"
    )
}

#[test]
fn a_rename_and_settings_are_one_plan_with_both_numbers() {
    let plan =
        plan_of(&files(&config(), LONG_TERM), change("b", "deploy", &[("duration_seconds", "3600")], &[]));
    assert_eq!((errors(&plan), plan.writable, plan.changes), (NONE, true, 3), "{plan:?}");
    assert_eq!(plan.section.as_ref().map(|section| section.name.as_str()), Some("deploy"));
    let [file] = plan.files.as_slice() else { panic!("{plan:?}") };
    assert_eq!(
        (file.file, file.path.as_str(), file.added, file.removed),
        (FileName::Config, "~/.aws/config", 3, 2)
    );
    let lines: Vec<_> = file.lines.iter().map(|line| (line.old, line.new, line.text.as_str())).collect();
    assert!(lines.contains(&(Some(5), None, "[profile b]")), "{lines:?}");
    assert!(lines.contains(&(None, Some(5), "[profile deploy]")), "{lines:?}");
    assert!(lines.contains(&(None, Some(8), "duration_seconds = 3600")), "{lines:?}");
    assert!(lines.contains(&(Some(8), Some(9), "[profile c]")), "{lines:?}");
    let plan = plan_of(&files(&config(), LONG_TERM), change("a", "a", &[], &["output"]));
    assert_eq!((plan.writable, plan.changes), (true, 1));
    let plan = plan_of(&files(&config(), LONG_TERM), change("a", "a", &[("region", "eu-west-1")], &[]));
    assert_eq!((plan.writable, plan.files.len(), errors(&plan)), (false, 0, NONE));
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let before = files(&config(), LONG_TERM);
    let at = |wanted| errors(&plan_of(&before, wanted));
    let set = |name, key, value| at(change(name, name, &[(key, value)], &[]));
    assert_eq!(set("b", "role_arn", "role/r"), ["role_arn: invalid_setting"]);
    assert_eq!(set("b", "duration_seconds", "50000"), ["duration_seconds: duration_out_of_range"]);
    assert_eq!(set("c", "duration_seconds", "7200"), ["duration_seconds: chained_duration"]);
    assert_eq!(set("b", "region", "cn-north-1"), ["region: partition_mismatch"]);
    assert_eq!(set("b", "mfa_serial", "arn:aws:iam::123456789012:u2f/k"), ["mfa_serial: invalid_setting"]);
    assert_eq!(set("b", "source_profile", "c"), ["source_profile: source_loop"]);
    assert_eq!(set("b", "source_profile", "none"), ["source_profile: missing_source"]);
    assert_eq!(set("a", "sso_session", "none"), ["sso_session: missing_sso_session"]);
    assert_eq!(set("a", "sso_start_url", "corp"), ["sso_start_url: invalid_setting"]);
    assert_eq!(set("base", "aws_secret_access_key", "a b"), ["aws_secret_access_key: invalid_setting"]);
    assert_eq!(set("a", "aws_access_key_id", "AKIA1"), ["aws_access_key_id: partial_keys"]);
    assert_eq!(at(change("a", "b", &[], &[])), ["[name]: name_taken"]);
    assert_eq!(at(change("a", "x]", &[], &[])), ["[name]: invalid_name"]);
    assert_eq!(at(change("a", "a", &[], &["s3"])), ["s3: no_such_setting"]);
    assert_eq!(at(change("b", "b", &[], &["source_profile"])), ["source_profile: role_without_source"]);
    assert_eq!(
        at(create("", "role", &[("role_arn", "x"), ("source_profile", "")])),
        ["[name]: invalid_name", "source_profile: kind_needs", "role_arn: invalid_setting"],
        "all of it at once"
    );
    let process = plan_of(&before, create("p", "process", &[("credential_process", "nowhere")]));
    let fields: Vec<_> = process.warnings.iter().map(|warning| warning.field.as_deref()).collect();
    assert_eq!((fields, process.writable), (vec![Some("credential_process")], true));
}

#[test]
fn a_problem_further_up_the_chain_is_fixed_by_another_source() {
    let broken = format!("{}duration_seconds = 7200\n", config());
    let wanted = create("d", "role", &[("role_arn", ROLE), ("source_profile", "e")]);
    let config =
        broken + "[profile e]\nrole_arn = x\nsource_profile = base\ncredential_source = Environment\n";
    assert_eq!(errors(&plan_of(&files(&config, LONG_TERM), wanted)), ["source_profile: two_sources"]);
}

#[test]
fn a_broken_profile_can_be_renamed() {
    let broken = format!("[profile a]\nrole_arn = {ROLE}\nsource_profile = none\n");
    let plan = plan_of(&files(&broken, ""), change("a", "z", &[], &[]));
    assert_eq!((errors(&plan), plan.writable), (NONE, true));
}

#[test]
fn sso_sessions_are_made_changed_and_followed() {
    let session = json!({"is": "sso_session", "name": "corp"});
    let set = [("sso_start_url", "https://corp.awsapps.com/start"), ("sso_region", "eu-west-1")]
        .map(|(key, value)| json!({"key": key, "value": value}));
    let create = |set: &[serde_json::Value]| json!({"do": "create", "section": session, "kind": null, "set": set, "file": null});
    let plan = plan_of(&files("", ""), create(&set));
    assert_eq!((errors(&plan), plan.writable), (NONE, true));
    assert_eq!(plan.files[0].lines[0].text, "[sso-session corp]");
    assert_eq!(errors(&plan_of(&files("", ""), create(&set[..1]))), ["sso_region: kind_needs"]);
    let config = "[sso-session corp]\nsso_region = eu-west-1\n[profile a]\nsso_session = corp\n";
    let rename =
        json!({"do": "change", "section": session, "name": "acme", "set": [], "unset": [], "file": null});
    let lines = plan_of(&files(config, ""), rename).files.remove(0).lines;
    assert!(lines.iter().any(|line| line.text == "sso_session = acme"), "{lines:?}");
    let remove = plan_of(&files(config, ""), json!({"do": "remove", "section": session}));
    assert_eq!(remove.warnings[0].words.code, "still_referenced");
    let copy = plan_of(&files(config, ""), json!({"do": "duplicate", "section": session, "name": "two"}));
    assert!(copy.writable, "{copy:?}");
}

fn form_of(files: &Files, name: &str, refresh: Option<&Refresh>) -> Result<ProfileForm, Problem> {
    let profiles = files.profiles();
    let resolution = resolve(&profiles, &Variables::default(), &Call::Profile(name.to_owned()));
    let paths = paths();
    let inputs = FormInputs {
        files,
        profiles: &profiles,
        resolution: Some(&resolution),
        refresh,
        revision: "1".to_owned(),
        paths: &paths,
    };
    form(inputs, &SectionName::Profile(name.to_owned()), &text())
}

#[test]
fn a_form_shows_every_key_and_no_secret() {
    let config = "[DEFAULT]\nregion = a\n[profile x]\noutput = json\ns3 =\n  addressing_style = path\n[profile y]\nsource_profile = x\n";
    let credentials = "[x]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = canary-secret-EKEY\naws_session_token = canary-token\noutput = text\nx_security_token_expires = 2026-11-23T13:00:00Z\n";
    let form = form_of(&files(config, credentials), "x", None).expect("a form");
    assert!(!serde_json::to_string(&form).expect("JSON").contains("canary"), "{form:?}");
    let row = |key: &str| form.settings.iter().find(|setting| setting.key == key).expect("it is there");
    assert_eq!((form.kind, row("region").inherited), (Some(ProfileKind::TemporaryKeys), true));
    assert_eq!((row("output").value.as_str(), row("output").file), ("text", FileName::Credentials));
    assert_eq!(row("output").overrides.as_ref().map(|other| other.value.as_str()), Some("json"));
    assert_eq!((row("s3").value.as_str(), row("s3").block[0].key.as_str()), ("", "addressing_style"));
    assert_eq!(row("aws_secret_access_key").value, "****************");
    assert_eq!(row("aws_access_key_id").place, "~/.aws/credentials:2");
    assert_eq!(form.expires_at, Some(1_795_438_800_000));
    assert_eq!(form.dependents, [Dependent { profile: "y".to_owned(), key: "source_profile" }]);
    assert_eq!(
        form_of(&files(config, ""), "none", None).map_err(|problem| problem.code.as_str()).err(),
        Some("unknown_profile")
    );
}

#[test]
fn a_value_that_holds_a_secret_is_shown_without_it_and_kept_unless_another_is_typed() {
    let text = "[profile x]\nregion = eu-west-1\nendpoint_url = http://ana:CANARY@localhost:4566/?t=CANARY\n\
                credential_process = /opt/tool --password CANARY\naws_session_tokn = CANARY\n\
                output = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n\
                s3 =\n  secret_key = CANARY\n  endpoint_url = http://ana:CANARY@s3\n";
    let both = files(text, "");
    let form = form_of(&both, "x", None).expect("a form");
    let said = serde_json::to_string(&form).expect("JSON");
    assert!(!said.contains("CANARY") && !said.contains("wJalr"), "{said}");
    let row = |key: &str| form.settings.iter().find(|setting| setting.key == key).expect("it is there");
    let seen = |key: &str| (row(key).value.as_str(), row(key).secret);
    assert_eq!(seen("region"), ("eu-west-1", false));
    assert_eq!(seen("endpoint_url"), ("http://localhost:4566/", true));
    assert_eq!(seen("credential_process"), ("/opt/tool --password ****", true));
    assert_eq!(seen("aws_session_tokn"), ("****************", true));
    assert!(row("s3").block.iter().all(|inner| inner.secret) && !row("s3").secret);

    // What was not typed stays as it stands; what stands for it is no value, wherever it came from.
    let plan = plan_of(&both, change("x", "x", &[("region", "eu-west-2")], &[]));
    let changed: Vec<&str> = plan.files[0]
        .lines
        .iter()
        .filter(|line| line.mark == DiffMark::Added)
        .map(|line| line.text.as_str())
        .collect();
    assert_eq!((plan.writable, changed), (true, vec!["region = eu-west-2"]));
    for key in ["credential_process", "aws_session_tokn", "s3.secret_key"] {
        let masked = match key {
            "s3.secret_key" => "****************",
            key => row(key).value.as_str(),
        };
        let plan = plan_of(&both, change("x", "x", &[(key, masked)], &[]));
        assert!(!plan.writable, "{key}: {plan:?}");
        assert_eq!(errors(&plan), [format!("{key}: invalid_setting")]);
    }
}

#[test]
fn what_would_make_it_renew_itself_is_proposed_where_it_helps() {
    let keys = "aws_access_key_id = ASIA1\naws_secret_access_key = s\naws_session_token = t\n";
    let of = |own: &str, refresh| {
        let credentials = format!("{LONG_TERM}[x]\n{own}");
        form_of(&files("", &credentials), "x", refresh).expect("a form").convert
    };
    let plain = of(keys, None).expect("a proposal");
    assert_eq!(
        (plain.role_arn, plain.seen, plain.source_profile.as_deref()),
        (None, RoleSeen::Nowhere, Some("base"))
    );
    let session = format!("{keys}x_principal_arn = arn:aws:sts::123456789012:assumed-role/r/ana\n");
    let seen = of(&session, None).expect("a proposal");
    assert_eq!((seen.role_arn.as_deref(), seen.may_lack_path), (Some(ROLE), true));
    assert_eq!(seen.seen_in.as_deref(), Some("x_principal_arn"));
    let refresh = Refresh { role_arn: ROLE.to_owned(), source_profile: "other".to_owned() };
    let chosen = of(keys, Some(&refresh)).expect("a proposal");
    assert_eq!((chosen.seen, chosen.source_profile.as_deref()), (RoleSeen::Preferences, Some("other")));
    assert!(of(&format!("role_arn = {ROLE}\n"), None).is_some());
    assert_eq!(of(&format!("role_arn = {ROLE}\nsource_profile = base\n"), None), None);
    assert_eq!(of("aws_access_key_id = AKIA1\naws_secret_access_key = s\n", None), None);
}

#[test]
fn of_several_sources_the_likely_one_is_proposed() {
    let keys = |name: &str| format!("[{name}]\naws_access_key_id = AKIA{name}\naws_secret_access_key = s\n");
    let own = "[x]\naws_access_key_id = ASIA1\naws_secret_access_key = s\naws_session_token = t\n";
    let role = |name: &str, source: &str| {
        format!("[profile {name}]\nrole_arn = {ROLE}\nsource_profile = {source}\n")
    };
    let of = |config: &str, sources: &[&str]| {
        let credentials: String = sources.iter().map(|name| keys(name)).collect();
        let form = form_of(&files(config, &format!("{credentials}{own}")), "x", None).expect("a form");
        form.convert.expect("a proposal").source_profile
    };
    assert_eq!(of("", &["ana", "bob"]), None);
    assert_eq!(of("", &["ana", "default"]).as_deref(), Some("default"));
    assert_eq!(of(&role("r", "bob"), &["ana", "bob", "default"]).as_deref(), Some("bob"));
    let both = role("r", "bob") + &role("s", "ana");
    assert_eq!(of(&both, &["ana", "bob"]), None, "nothing speaks for one of them");
    assert_eq!(of(&(both.clone() + &role("u", "ana")), &["ana", "bob"]).as_deref(), Some("ana"));
    assert_eq!(of(&both, &["ana", "bob", "default"]).as_deref(), Some("default"));
}

#[test]
fn the_list_has_every_section() {
    let config =
        config() + "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\n[services dev]\n";
    let files = files(&config, LONG_TERM);
    let (profiles, variables) = (files.profiles(), Variables::default());
    let inputs = ListInputs {
        profiles: &profiles,
        variables: &variables,
        revision: "1".to_owned(),
        files: Vec::new(),
        undo: None,
        redo: None,
    };
    let list = list(inputs);
    let rows: Vec<_> = list
        .rows
        .iter()
        .map(|row| (row.section.name.as_str(), row.kind, row.via.as_deref(), row.problems))
        .collect();
    let role = Some(ProfileKind::Role);
    let url = Some("https://corp.awsapps.com/start");
    assert_eq!(
        rows,
        [
            ("a", None, None, 0),
            ("b", role, Some("base"), 0),
            ("c", role, Some("b"), 0),
            ("base", Some(ProfileKind::Keys), None, 0),
            ("corp", None, url, 0),
            ("dev", None, None, 0),
        ]
    );
    assert_eq!(list.rows[1].account.as_deref(), Some("123456789012"));
}

#[test]
fn a_paste_shows_no_secret_and_goes_where_it_is_asked_for() {
    let pasted_text = "export AWS_ACCESS_KEY_ID=ASIA1\nexport AWS_SECRET_ACCESS_KEY=canary-secret\nexport AWS_SESSION_TOKEN=canary-token\nexport AWS_CREDENTIAL_EXPIRATION=2026-11-23T13:00:00Z\n";
    let found = paste::recognise(pasted_text).expect("it is known");
    let view = pasted("3".to_owned(), &found, Some("project1".to_owned()), |name| name == "project1");
    assert!(!serde_json::to_string(&view).expect("JSON").contains("canary"), "{view:?}");
    assert_eq!((view.name.as_str(), view.exists, view.is_keys), ("project1", true, true));
    assert_eq!((view.access_key.as_deref(), view.expires_at), (Some("ASIA1"), Some(1_795_438_800_000)));
    let wanted = edit(json!({"do": "paste", "paste": "3", "profile": "project1", "set": []}));
    let changes = wanted.changes(|id| (id == "3").then(|| found.clone()), |_| true).expect("changes");
    assert!(matches!(changes.iter().next(), Some(sandglass_core::profiles::Change::PutKeys { .. })));
    let wanted = edit(json!({"do": "paste", "paste": "2", "profile": "project1", "set": []}));
    assert!(wanted.changes(|_| None, |_| true).is_err(), "another paste than the one that was shown");
}

#[test]
fn every_kind_has_the_fields_it_needs() {
    let choices = choices(Language::English);
    assert_eq!(choices.kinds.len(), ProfileKind::ALL.len());
    for kind in &choices.kinds {
        let needed: HashSet<&str> =
            kind.fields.iter().filter(|field| field.needed).map(|field| field.key).collect();
        assert_eq!(
            needed,
            kind.kind.needed().iter().flat_map(|keys| keys.iter().copied()).collect(),
            "{kind:?}"
        );
        let mut keys: Vec<&str> = kind.fields.iter().map(|field| field.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), kind.fields.len(), "{kind:?}");
    }
    let codes: HashSet<&str> = choices.regions.iter().map(|region| region.code).collect();
    assert_eq!(codes.len(), choices.regions.len());
    let frankfurt = |language| {
        let regions = super::choices(language).regions;
        regions.iter().find(|region| region.code == "eu-central-1").map(|region| region.name)
    };
    assert_eq!(frankfurt(Language::English), Some("Europe (Frankfurt)"));
    assert_eq!(frankfurt(Language::Portuguese), Some("Europa (Frankfurt)"));
}
