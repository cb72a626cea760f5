use std::path::Path;

use aws_files::{FileKind, SectionName};

use super::*;
use crate::problem::Code;
use crate::testing::LONG_TERM;
use crate::text::{Language, Text};

const ROLE: &str = "arn:aws:iam::123456789012:role/r";

pub(super) fn files(config: &str, credentials: &str) -> Files {
    Files {
        config: Document::parse(FileKind::Config, config.as_bytes()),
        credentials: Document::parse(FileKind::Credentials, credentials.as_bytes()),
    }
}

fn plan_of(files: &Files, change: &Change) -> Result<Plan, Problem> {
    let paths = AwsPaths::new(Path::new("/home/ana"), &Variables::default());
    let variables = Variables::default();
    let context =
        PlanContext { paths: &paths, variables: &variables, is_program: &|program| program == "/bin/known" };
    Plan::new(files, change, context)
}

fn text(document: &Document) -> &str {
    std::str::from_utf8(document.bytes()).expect("text")
}

fn settings(pairs: &[(&str, &str)]) -> Vec<NewSetting> {
    pairs.iter().map(|(key, value)| NewSetting::new(*key, *value)).collect()
}

fn profile(name: &str) -> SectionName {
    SectionName::Profile(name.to_owned())
}

fn add(name: &str, kind: ProfileKind, pairs: &[(&str, &str)]) -> Change {
    Change::Add { name: name.to_owned(), kind: Some(kind), settings: settings(pairs), file: None }
}

fn set(name: &str, pairs: &[(&str, &str)]) -> Change {
    Change::Set { section: profile(name), settings: settings(pairs), file: None }
}

fn codes(problems: &[Problem]) -> Vec<Code> {
    problems.iter().map(|problem| problem.code).collect()
}

/// The codes a change is refused with.
#[track_caller]
fn errors(config: &str, change: &Change) -> Vec<Code> {
    match plan_of(&files(config, LONG_TERM), change) {
        Ok(plan) => codes(&plan.checks.errors),
        Err(problem) => vec![problem.code],
    }
}

#[test]
fn each_kind_goes_where_it_belongs() {
    let empty = files("# ours\n", LONG_TERM);
    let made = |change: &Change| {
        let plan = plan_of(&empty, change).expect("a plan");
        assert_eq!(plan.checks.errors, [], "{change:?}");
        let added = |kind: FileKind| {
            let (before, after) = (text(empty.document(kind)), text(plan.rewrite.after.document(kind)));
            after.strip_prefix(before).expect("only added to").to_owned()
        };
        (added(FileKind::Config), added(FileKind::Credentials))
    };
    let role = add("x", ProfileKind::Role, &[("role_arn", ROLE), ("source_profile", "base")]);
    assert_eq!(
        made(&role),
        (format!("\n[profile x]\nrole_arn = {ROLE}\nsource_profile = base\n"), String::new())
    );
    let pair = [("aws_access_key_id", "AKIA1"), ("aws_secret_access_key", "s"), ("region", "eu-west-1")];
    assert_eq!(
        made(&add("x", ProfileKind::Keys, &pair)),
        (
            "\n[profile x]\nregion = eu-west-1\n".to_owned(),
            "\n[x]\naws_access_key_id = AKIA1\naws_secret_access_key = s\n".to_owned()
        )
    );
    let sso = [
        ("sso_session", "corp"),
        ("sso_start_url", "https://corp.awsapps.com/start"),
        ("sso_region", "eu-west-1"),
        ("sso_account_id", "123456789012"),
        ("sso_role_name", "Dev"),
    ];
    let (config, _) = made(&add("x", ProfileKind::Sso, &sso));
    assert!(config.starts_with("\n[sso-session corp]\nsso_start_url = https"), "{config}");
    assert!(
        config.ends_with(
            "[profile x]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\n"
        )
    );
}

#[test]
fn a_kind_without_its_keys_is_none() {
    let change = add("x", ProfileKind::RoleMfa, &[("role_arn", ROLE), ("credential_source", "Environment")]);
    assert_eq!(errors("", &change), [Code::KindNeeds]);
    let change = add(
        "x",
        ProfileKind::Sso,
        &[("sso_session", "s"), ("sso_account_id", "123456789012"), ("sso_role_name", "r")],
    );
    assert_eq!(errors("", &change), [Code::MissingSsoSession]);
}

#[test]
fn wrong_values_are_refused_at_their_field() {
    let config = "[profile x]\nregion = eu-west-1\n[profile y]\nrole_arn = ".to_owned()
        + ROLE
        + "\nsource_profile = x\n";
    for (key, value, code) in [
        ("role_arn", "role/r", Code::InvalidSetting),
        ("mfa_serial", "arn:aws:iam::123456789012:u2f/key", Code::InvalidSetting),
        ("mfa_serial", "123", Code::InvalidSetting),
        ("region", "eu west", Code::InvalidSetting),
        ("sso_start_url", "corp.awsapps.com/start", Code::InvalidSetting),
        ("sso_account_id", "1234", Code::InvalidSetting),
        ("duration_seconds", "1h", Code::InvalidSetting),
        ("credential_process", "\"open", Code::InvalidSetting),
        ("web_identity_token_file", "~/token", Code::InvalidSetting),
        ("aws_secret_access_key", "with blank", Code::InvalidSetting),
        ("aws_access_key_id", "AKIA1", Code::PartialKeys),
        ("source_profile", "", Code::InvalidSetting),
    ] {
        let found = errors(&config, &set("x", &[(key, value)]));
        assert_eq!(found.first(), Some(&code), "{key} = {value}: {found:?}");
    }
    let role = [("role_arn", ROLE), ("source_profile", "base")];
    let with = |more: (&'static str, &'static str)| errors(&config, &set("x", &[role[0], role[1], more]));
    assert_eq!(with(("region", "eu-west-1")), []);
    assert_eq!(with(("region", "cn-north-1")), [Code::PartitionMismatch]);
    assert_eq!(with(("mfa_serial", "arn:aws-cn:iam::123456789012:mfa/a")), [Code::PartitionMismatch]);
    assert_eq!(with(("duration_seconds", "60")), [Code::DurationOutOfRange]);
    assert_eq!(with(("credential_source", "Environment")), [Code::TwoSources]);
    assert_eq!(errors(&config, &set("x", &[role[0], ("source_profile", "y")])), [Code::SourceLoop]);
    assert_eq!(errors(&config, &set("x", &[role[0], ("source_profile", "none")])), [Code::MissingSource]);
    let chained = add(
        "z",
        ProfileKind::Role,
        &[("role_arn", ROLE), ("source_profile", "y"), ("duration_seconds", "7200")],
    );
    let with_keys = files(&config.replace("source_profile = x", "source_profile = base"), LONG_TERM);
    assert_eq!(codes(&plan_of(&with_keys, &chained).expect("a plan").checks.errors), [Code::ChainedDuration]);
}

#[test]
fn what_was_broken_before_keeps_nobody_from_fixing_another_line() {
    let config = "[profile x]\nrole_arn = nonsense\nsource_profile = none\n";
    assert_eq!(errors(config, &set("x", &[("region", "eu-west-1")])), []);
    assert_eq!(errors(config, &set("x", &[("source_profile", "base")])), []);
}

#[test]
fn what_may_work_is_only_said() {
    let warnings = |change: &Change| {
        let plan = plan_of(&files("", LONG_TERM), change).expect("a plan");
        assert_eq!(plan.checks.errors, []);
        codes(&plan.checks.warnings)
    };
    assert_eq!(warnings(&add("x", ProfileKind::Process, &[("credential_process", "/bin/known a")])), []);
    assert_eq!(
        warnings(&add("x", ProfileKind::Process, &[("credential_process", "unknown a")])),
        [Code::ProgramNotFound]
    );
    assert_eq!(warnings(&set("base", &[("region", "local")])), [Code::UnusualRegion]);
    let odd = warnings(&add("ü", ProfileKind::Process, &[("credential_process", "/bin/known")]));
    assert!(odd.contains(&Code::NameNotEverywhere), "{odd:?}");
}

#[test]
fn names_that_a_tool_would_mangle_are_refused() {
    let long = "x".repeat(300);
    for name in
        ["", "a]b", "[a", "a\nb", "a\"b", "it's", " a", "Default", "DEFAULT", "a\\b", "a#b", "a;b", &long]
    {
        let change = add(name, ProfileKind::Process, &[("credential_process", "/bin/known")]);
        assert_eq!(errors("", &change), [Code::InvalidName], "{name}");
        let rename = Change::Rename { section: profile("base"), to: name.to_owned() };
        assert_eq!(errors("", &rename), [Code::InvalidName], "{name}");
    }
    assert_eq!(
        errors("", &add("base", ProfileKind::Process, &[("credential_process", "p")])),
        [Code::NameTaken]
    );
}

#[test]
fn references_follow_a_new_name() {
    let config = format!(
        "[profile a] # c\nregion = r\n\n[profile b]\nrole_arn = {ROLE}\nSource_Profile: a\n[sso-session s]\n[profile c]\nsso_session = s\n"
    );
    let before = files(&config, "[a]\naws_access_key_id = A\naws_secret_access_key = s\n");
    let rename = Change::Rename { section: profile("a"), to: "new".to_owned() };
    let plan = plan_of(&before, &rename).expect("a plan");
    assert_eq!(plan.checks.errors, []);
    let after = text(&plan.rewrite.after.config);
    assert_eq!(after, config.replace("[profile a]", "[profile new]").replace("Profile: a", "Profile: new"));
    assert_eq!(
        text(&plan.rewrite.after.credentials),
        "[new]\naws_access_key_id = A\naws_secret_access_key = s\n"
    );
    let rename = Change::Rename { section: SectionName::SsoSession("s".into()), to: "t".to_owned() };
    let plan = plan_of(&before, &rename).expect("a plan");
    assert!(text(&plan.rewrite.after.config).ends_with("[sso-session t]\n[profile c]\nsso_session = t\n"));
}

#[test]
fn who_depends_on_what_goes_is_said() {
    let config = format!("[profile b]\nrole_arn = {ROLE}\nsource_profile = base\n");
    let plan = plan_of(&files(&config, LONG_TERM), &Change::Remove(profile("base"))).expect("a plan");
    assert_eq!(codes(&plan.checks.warnings), [Code::StillReferenced]);
    assert_eq!(text(&plan.rewrite.after.credentials), "");
    assert_eq!(errors("", &Change::Remove(profile("nobody"))), [Code::UnknownProfile]);
}

#[test]
fn all_that_depend_on_what_goes_are_one_warning() {
    let roles = |count: usize| -> String {
        let role = |n| format!("[profile r{n}]\nrole_arn = {ROLE}\nsource_profile = base\n");
        (0..count).map(role).collect()
    };
    let said = |count| {
        let plan =
            plan_of(&files(&roles(count), LONG_TERM), &Change::Remove(profile("base"))).expect("a plan");
        let [warning] = plan.checks.warnings.as_slice() else { panic!("{:?}", codes(&plan.checks.warnings)) };
        Text::new(Language::English)
            .problem(warning, &AwsPaths::new(Path::new("/home/ana"), &Variables::default()))
    };
    assert_eq!(
        said(1),
        "Profile “r0” uses “base” as its source_profile (~/.aws/config:3) and will not work without it."
    );
    assert_eq!(
        said(3),
        "3 profiles use “base” as their source_profile and will not work without it: r0, r1, r2."
    );
    assert!(said(300).ends_with("it: r0, r1, r2, r3, r4, …."), "{}", said(300));
}

#[test]
fn a_key_is_set_where_its_value_counts() {
    let before = files("[profile base]\nregion = a\n", &(LONG_TERM.to_owned() + "region = b\n"));
    let plan =
        plan_of(&before, &set("base", &[("region", "eu-west-1"), ("output", "json")])).expect("a plan");
    assert!(text(&plan.rewrite.after.credentials).contains("region = eu-west-1"));
    assert_eq!(text(&plan.rewrite.after.config), "[profile base]\nregion = a\noutput = json\n");
    let change = Change::Set {
        section: profile("base"),
        settings: settings(&[("region", "eu-west-1")]),
        file: Some(FileKind::Config),
    };
    let plan = plan_of(&before, &change).expect("a plan");
    assert_eq!(codes(&plan.checks.warnings), [Code::Overridden]);
    let unset = Change::Unset { section: profile("base"), keys: vec!["region".into()], file: None };
    let plan = plan_of(&before, &unset).expect("a plan");
    assert_eq!(
        (text(&plan.rewrite.after.config), text(&plan.rewrite.after.credentials)),
        ("[profile base]\n", LONG_TERM)
    );
    let unset = Change::Unset { section: profile("base"), keys: vec!["none".into()], file: None };
    assert_eq!(errors("", &unset), [Code::NoSuchSetting]);
}

#[test]
fn temporary_keys_become_a_role_that_renews_itself() {
    let credentials = LONG_TERM.to_owned()
        + "\n# pasted\n[project1]\naws_access_key_id = ASIA1\naws_secret_access_key = s\naws_session_token = t\nexpiration = x\n";
    let config = "[profile project1]\nregion = eu-west-1\n";
    let before = files(config, &credentials);
    let conversion =
        propose(&before.profiles(), "project1", Some(ROLE.to_owned()), None, None).expect("a proposal");
    assert_eq!(conversion.source_profile, "base");
    let plan = plan_of(&before, &Change::Convert(conversion)).expect("a plan");
    assert_eq!(plan.checks.errors, []);
    assert_eq!(
        text(&plan.rewrite.after.config),
        format!("{config}role_arn = {ROLE}\nsource_profile = base\n")
    );
    assert_eq!(text(&plan.rewrite.after.credentials), LONG_TERM.to_owned() + "\n# pasted\n");
    // Its region stays, or is that of the profile that assumes the role.
    let base = "[profile base]\nregion = eu-central-1\n[profile project1]\noutput = json\n";
    let without = files(base, &credentials);
    let from_source =
        propose(&without.profiles(), "project1", Some(ROLE.to_owned()), None, None).expect("a proposal");
    assert_eq!(from_source.region.as_deref(), Some("eu-central-1"));
    let plan = plan_of(&without, &Change::Convert(from_source.clone())).expect("a plan");
    assert!(text(&plan.rewrite.after.config).ends_with("source_profile = base\nregion = eu-central-1\n"));
    // What is missing is no line of the preview, and so nothing that another tool could misread.
    for half in [
        Conversion { role_arn: String::new(), ..from_source.clone() },
        Conversion { source_profile: String::new(), ..from_source },
    ] {
        let found = plan_of(&without, &Change::Convert(half)).map(drop).map_err(|found| found.code);
        assert_eq!(found, Err(Code::KindNeeds));
    }
    // A tool wrote down whose session it is.
    let named = files(
        "",
        &credentials
            .replace("expiration = x", "x_principal_arn = arn:aws:sts::123456789012:assumed-role/r/ana"),
    );
    assert_eq!(
        propose(&named.profiles(), "project1", None, None, None).map(|found| found.role_arn).as_deref(),
        Ok(ROLE)
    );
    let code = |role, source| {
        propose(&before.profiles(), "project1", role, source, None).map_err(|found| found.code)
    };
    assert_eq!(code(None, None).err(), Some(Code::RoleNotKnown));
    let alone = files(
        "",
        &credentials.replace("AKIAEXAMPLE000000000\naws_secret", "AKIA\naws_session_token = t\naws_secret"),
    );
    let found = propose(&alone.profiles(), "project1", Some(ROLE.to_owned()), None, None);
    assert_eq!(found.map_err(|found| found.code), Err(Code::SourceNotChosen));
    let long_term = Conversion {
        profile: "base".into(),
        role_arn: ROLE.into(),
        source_profile: "project1".into(),
        region: None,
    };
    assert_eq!(
        plan_of(&before, &Change::Convert(long_term)).map(drop).map_err(|found| found.code),
        Err(Code::LongTermKeys)
    );
}

#[test]
fn pasted_keys_replace_the_old_ones_whole() {
    let old = "[x]\naws_access_key_id = ASIA1\naws_secret_access_key = s\naws_security_token = old\nexpiration = 1\n# c\nregion = r\n";
    let keys = settings(&[
        ("aws_access_key_id", "ASIA2"),
        ("aws_secret_access_key", "s2"),
        ("aws_session_token", "t2"),
    ]);
    let change = Change::PutKeys { name: "x".into(), settings: keys };
    let plan = plan_of(&files("", old), &change).expect("a plan");
    assert_eq!(
        text(&plan.rewrite.after.credentials),
        "[x]\naws_access_key_id = ASIA2\naws_secret_access_key = s2\n# c\nregion = r\naws_session_token = t2\n"
    );
    let keys = settings(&[
        ("aws_access_key_id", "ASIA2"),
        ("aws_secret_access_key", "s2"),
        ("aws_session_token", "t2"),
    ]);
    assert_eq!(errors("", &Change::PutKeys { name: "base".into(), settings: keys }), [Code::LongTermKeys]);
}

#[test]
fn a_diff_shows_no_secret_and_every_change() {
    let change = set("base", &[("aws_secret_access_key", "CANARY2"), ("region", "eu-west-1")]);
    let plan = plan_of(&files("", &LONG_TERM.replace("canary-secret", "CANARY1")), &change).expect("a plan");
    let diffs = plan.rewrite.diffs();
    let shown: Vec<String> = diffs
        .iter()
        .flat_map(|diff| diff.lines.iter())
        .map(|line| {
            let number = |line: Option<usize>| line.map_or("-".to_owned(), |line| line.to_string());
            format!("{:?} {} {} {}", line.mark, number(line.old), number(line.new), line.text)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Added - 1 [profile base]",
            "Added - 2 region = eu-west-1",
            "Same 1 1 [base]",
            "Same 2 2 aws_access_key_id = AKIAEXAMPLE000000000",
            "Removed 3 - aws_secret_access_key = ****************",
            "Added - 3 aws_secret_access_key = ****************",
        ]
    );
}

#[test]
fn a_broken_file_is_named_and_left() {
    let broken = files("[profile a]\nregion\n", LONG_TERM);
    for change in [set("base", &[("region", "r")]), Change::Remove(profile("a"))] {
        let problem = plan_of(&broken, &change).map(drop).expect_err("refused");
        assert_eq!(problem.code, Code::FileUnparsable);
    }
    let latin1 =
        Files { config: Document::parse(FileKind::Config, b"[profile a]\n# \xe9\n"), ..files("", LONG_TERM) };
    let problem = plan_of(&latin1, &set("a", &[("region", "r")])).map(drop).expect_err("refused");
    assert_eq!(problem.code, Code::FileUnparsable);
}
