use chrono::TimeDelta;

use super::*;
use crate::resolve::Resolution;
use crate::session::{MfaSession, Session, cache_keys};
use crate::testing::{LONG_TERM, now, resolved};

const ROLE: &str = "role_arn = arn:aws:iam::123456789012:role/R\n";
const MFA: &str = "mfa_serial = arn:aws:iam::123456789012:mfa/ana\n";
const SSO: &str = "sso_session = corp\nsso_account_id = 123456789012\nsso_role_name = R\n";
const CORP: &str =
    "[sso-session corp]\nsso_start_url = https://x.awsapps.com/start\nsso_region = eu-west-1\n";
const LOGIN: &str = "login_session = arn:aws:iam::123456789012:user/ana\n";
const WEB: &str = "web_identity_token_file = /run/token\n";
const PROCESS: &str = "credential_process = /opt/broker\n";

/// The profile `x`, and one `below` that it may lean on.
fn config(own: &str, below: &str) -> String {
    format!("[profile x]\n{own}[profile below]\n{below}{CORP}")
}

fn temporary(name: &str, minutes: Option<i64>) -> String {
    let end = minutes.map(|minutes| crate::text::instant(now() + TimeDelta::minutes(minutes)));
    let end = end.map_or_else(String::new, |end| format!("x_security_token_expires = {end}\n"));
    format!(
        "[{name}]\naws_access_key_id = ASIA\naws_secret_access_key = canary\naws_session_token = t\n{end}"
    )
}

/// What the caches hold: the session of a part of the chain that ends so many minutes from now, and a sign-in whose
/// token does, or which can be refreshed until then.
#[derive(Clone, Copy, Default)]
struct Kept {
    session: Option<(usize, i64)>,
    token: Option<i64>,
    refreshable: Option<i64>,
}

const NOTHING: Kept = Kept { session: None, token: None, refreshable: None };

fn token(minutes: i64) -> Kept {
    Kept { token: Some(minutes), ..NOTHING }
}

fn session(depth: usize, minutes: i64) -> Kept {
    Kept { session: Some((depth, minutes)), ..NOTHING }
}

fn readings(resolution: &Resolution, kept: Kept) -> CacheReadings {
    let at = |minutes| now() + TimeDelta::minutes(minutes);
    let mut readings = CacheReadings::new();
    if let Some((depth, minutes)) = kept.session {
        let entry = CacheReading::Entry { expires_at: at(minutes), stored_at: None, account_id: None };
        readings.insert(cache_keys(resolution)[depth].clone(), entry);
    }
    let sign_in =
        SignIn { expires_at: at(kept.token.unwrap_or(-1)), refreshable_until: kept.refreshable.map(at) };
    if kept.token.is_some() || kept.refreshable.is_some() {
        let keys = resolution.source.iter().flat_map(Source::links).filter_map(Source::sign_in_key);
        readings.extend(keys.map(|key| (key, CacheReading::SignIn(sign_in))));
    }
    readings
}

/// In a word, with the profile where new keys go or somebody signs in.
fn said(needs: &Needs) -> String {
    match needs {
        Needs::Nothing => "nothing".to_owned(),
        Needs::Code { serial, .. } => format!("code {}", serial.rsplit('/').next().unwrap_or_default()),
        Needs::SignIn { tool, profile, .. } => tool.command(profile),
        Needs::NewKeys { into, .. } => format!("keys {}", into.as_deref().unwrap_or("-")),
        Needs::OtherTool => "other tool".to_owned(),
        Needs::NoRenewal => "no renewal".to_owned(),
        Needs::Fix => "fix".to_owned(),
    }
}

#[test]
fn every_kind_of_source_in_every_state_takes_one_thing() {
    let over_base = format!("{ROLE}source_profile = base\n");
    let over = format!("{ROLE}source_profile = below\n");
    let over_mfa = format!("{over}{MFA}");
    let base_mfa = format!("{over_base}{MFA}");
    let other_mfa = base_mfa.replace("mfa/ana", "mfa/below");
    let host = format!("{ROLE}credential_source = Ec2InstanceMetadata\n");
    let sso = "aws sso login --profile x";
    let cases: &[(&str, &str, String, Kept, &str)] = &[
        // The profile's own keys.
        ("", "", LONG_TERM.replace("[base]", "[x]"), NOTHING, "no renewal"),
        ("", "", temporary("x", Some(30)), NOTHING, "keys x"),
        ("", "", temporary("x", Some(-30)), NOTHING, "keys x"),
        ("", "", temporary("x", None), NOTHING, "keys x"),
        // A role, and what it leans on.
        (&over_base, "", String::new(), NOTHING, "nothing"),
        (&over_base, "", String::new(), session(0, -5), "nothing"),
        (&base_mfa, "", String::new(), NOTHING, "code ana"),
        (&base_mfa, "", String::new(), session(0, 50), "code ana"),
        (&over, "", temporary("below", Some(30)), NOTHING, "nothing"),
        (&over, "", temporary("below", None), NOTHING, "nothing"),
        (&over, "", temporary("below", Some(-1)), NOTHING, "keys below"),
        (&over_mfa, "", temporary("below", Some(-1)), NOTHING, "keys below"),
        (&over, &base_mfa, String::new(), NOTHING, "code ana"),
        (&over, &base_mfa, String::new(), session(1, 15), "nothing"),
        (&over, &base_mfa, String::new(), session(1, 14), "code ana"),
        (&over_mfa, &other_mfa, String::new(), NOTHING, "code below"),
        (&over_mfa, &other_mfa, String::new(), session(1, 30), "code ana"),
        // IAM Identity Center.
        (SSO, "", String::new(), NOTHING, sso),
        (SSO, "", String::new(), session(0, 50), sso),
        (SSO, "", String::new(), token(1), "nothing"),
        (SSO, "", String::new(), token(-1), sso),
        (SSO, "", String::new(), Kept { refreshable: Some(60), ..NOTHING }, "nothing"),
        (&over, SSO, String::new(), NOTHING, "aws sso login --profile below"),
        (&over_mfa, SSO, String::new(), NOTHING, "aws sso login --profile below"),
        (&over_mfa, SSO, String::new(), token(1), "code ana"),
        (&over, SSO, String::new(), token(1), "nothing"),
        // `aws login`.
        (LOGIN, "", String::new(), NOTHING, "aws login --profile x"),
        (LOGIN, "", String::new(), Kept { refreshable: Some(60), ..NOTHING }, "other tool"),
        (&over, LOGIN, String::new(), NOTHING, "aws login --profile below"),
        (&over, LOGIN, String::new(), token(9), "nothing"),
        // What is asked at each use.
        (PROCESS, "", String::new(), NOTHING, "other tool"),
        (&over, PROCESS, String::new(), NOTHING, "nothing"),
        (&over_mfa, PROCESS, String::new(), NOTHING, "code ana"),
        (&format!("{ROLE}{WEB}"), "", String::new(), NOTHING, "nothing"),
        (&over, &format!("{ROLE}{WEB}"), String::new(), NOTHING, "nothing"),
        (&host, "", String::new(), NOTHING, "nothing"),
        // What is wrong comes first; what asks for nothing takes nothing.
        ("source_profile = nowhere\nrole_arn = r\n", "", String::new(), NOTHING, "fix"),
        ("region = eu-west-1\n", "", String::new(), NOTHING, "no renewal"),
    ];
    for (own, below, credentials, kept, expected) in cases {
        let credentials = format!("{LONG_TERM}{credentials}");
        let resolution = resolved(&config(own, below), &credentials, "x");
        let readings = readings(&resolution, *kept);
        let found = Session::assess(&resolution, None, &readings);
        let needs = found.needs(now());
        assert_eq!(said(&needs), *expected, "{own}{below}{credentials}");
        if let (Some(source), true) = (&resolution.source, resolution.errors.is_empty()) {
            assert_eq!(source.needs(&StoredState::of(source, &readings), now()), needs, "{own}");
        }
        // Whoever needs a person, exits with 3 and says where: the profile, or the one it leans on.
        let problem = needs.problem("x");
        assert_eq!(problem.is_some(), needs.a_person(), "{own}");
        assert!(problem.is_none_or(|problem| problem.needs_human() && problem.at.is_some()), "{own}");
    }
}

#[test]
fn a_human_is_next_needed_when_a_new_session_would_take_one() {
    let over = format!("{ROLE}source_profile = below\n");
    let mfa = format!("{ROLE}source_profile = base\n{MFA}");
    let deadline = |own: &str, below: &str, credentials: &str, kept: &[(usize, i64)]| {
        let resolution = resolved(&config(own, below), &format!("{LONG_TERM}{credentials}"), "x");
        let mut all = CacheReadings::new();
        for (depth, minutes) in kept {
            all.extend(readings(&resolution, session(*depth, *minutes)));
        }
        let session = Session::assess(&resolution, None, &all);
        let at = session.human_deadline()?;
        Some(((at - now()).num_minutes(), said(&session.needs(at))))
    };
    let answer = |minutes, what: &str| Some((minutes, what.to_owned()));
    assert_eq!(deadline(&mfa, "", "", &[(0, 40)]), answer(40, "code ana"));
    assert_eq!(deadline(&over, &mfa, "", &[(0, 40), (1, 300)]), answer(300, "code ana"));
    assert_eq!(deadline(&over, &mfa, "", &[(0, 40), (1, 30)]), answer(40, "code ana"));
    assert_eq!(deadline(&over, &mfa, "", &[(0, 40)]), answer(40, "code ana"));
    let keys = temporary("below", Some(300));
    assert_eq!(deadline(&over, "", &keys, &[(0, 40)]), answer(300, "keys below"));
    assert_eq!(deadline("", "", &temporary("x", Some(30)), &[]), answer(30, "keys x"));
    assert_eq!(deadline("", "", &temporary("x", None), &[]), None);
    assert_eq!(deadline(&over, SSO, "", &[(0, 40)]), None);
    assert_eq!(deadline(&format!("{ROLE}source_profile = base\n"), "", "", &[(0, 40)]), None);
}

#[test]
fn account_and_role_are_known_before_there_is_a_session() {
    for (own, account, role) in [
        (SSO.to_owned(), Some("123456789012"), Some("R")),
        (format!("{ROLE}{WEB}"), Some("123456789012"), Some("R")),
        (LOGIN.to_owned(), Some("123456789012"), None),
        (PROCESS.to_owned(), None, None),
        // No account has another form, whatever the file says.
        (SSO.replace("123456789012", "main"), None, Some("R")),
    ] {
        let resolution = resolved(&config(&own, ""), "", "x");
        let session = Session::assess(&resolution, None, &CacheReadings::new());
        let own_role = session.chain.first().and_then(|link| link.role_name.as_deref());
        assert_eq!((session.account_id.as_deref(), own_role), (account, role), "{own}");
    }
}

/// Its own settings, the profile below, keys, the end of the session and what it was refused, what is taken.
type Case<'a> = (String, &'a str, &'a str, Option<i64>, &'a [&'a str], &'a str);

#[test]
fn a_session_that_a_code_made_and_a_program_take_the_place_of_a_person() {
    let this: &[&str] = &["arn:aws:iam::123456789012:role/R"];
    let another: &[&str] = &["arn:aws:iam::123456789012:role/Other"];
    let base_mfa = format!("{ROLE}source_profile = base\n{MFA}");
    let long = format!("{base_mfa}duration_seconds = 3601\n");
    let pasted = base_mfa.replace("= base", "= below");
    let over = format!("{ROLE}source_profile = below\n");
    let program = "mfa_process = /opt/code\n";
    let temporary = temporary("below", Some(300));
    let cases: [Case<'_>; 12] = [
        (base_mfa.clone(), "", "", Some(90), &[], "nothing"),
        (base_mfa.clone(), "", "", Some(1), &[], "code ana"),
        (base_mfa.clone(), "", "", Some(-5), &[], "code ana"),
        (base_mfa.clone(), "", "", Some(90), this, "code ana"),
        (base_mfa.clone(), "", "", Some(90), another, "nothing"),
        (over.clone(), &base_mfa, "", Some(90), &[], "nothing"),
        // A role of more than an hour, and one that a session signs anyway.
        (long.clone(), "", "", Some(90), &[], "code ana"),
        (pasted.clone(), "", &temporary, Some(90), &[], "code ana"),
        (format!("{base_mfa}{program}"), "", "", None, &[], "nothing"),
        (format!("{long}{program}"), "", "", None, &[], "nothing"),
        (format!("{base_mfa}mfa_process =\n"), "", "", None, &[], "code ana"),
        // It is the role's own: that of another profile is none.
        (base_mfa.clone(), program, "", None, &[], "code ana"),
    ];
    for (own, below, keys, minutes, refused, expected) in cases {
        let resolution = resolved(&config(&own, below), &format!("{LONG_TERM}{keys}"), "x");
        let mut readings = CacheReadings::new();
        let links = resolution.source.iter().flat_map(Source::links);
        let key = links.filter_map(|link| match link {
            Source::Role(role) => role.mfa_serial.as_ref().and(role.mfa_session_key()),
            _ => None,
        });
        let found = minutes.map(|minutes| MfaSession {
            expires_at: now() + TimeDelta::minutes(minutes),
            refused: refused.iter().map(|role| (*role).to_owned()).collect(),
        });
        readings.extend(key.zip(found).map(|(key, found)| (key, CacheReading::MfaSession(found))));
        let session = Session::assess(&resolution, None, &readings);
        assert_eq!(said(&session.needs(now())), expected, "{own}{below} {minutes:?} {refused:?}");
    }
}

#[test]
fn a_person_is_needed_when_the_session_that_signs_is_over() {
    let base_mfa = format!("{ROLE}source_profile = base\n{MFA}");
    let resolution = resolved(&config(&base_mfa, ""), LONG_TERM, "x");
    let signs = resolution.source.iter().flat_map(crate::session::mfa_session_keys).next().expect("a key");
    let deadline = |own: i64, mfa: i64| {
        let mut readings = readings(&resolution, session(0, own));
        let expires_at = now() + TimeDelta::minutes(mfa);
        let found = MfaSession { expires_at, refused: Vec::new() };
        readings.insert(signs.clone(), CacheReading::MfaSession(found));
        let deadline = Session::assess(&resolution, None, &readings).human_deadline().expect("a code");
        (deadline - now()).num_minutes()
    };
    assert_eq!(deadline(50, 600), 599);
    assert_eq!(deadline(50, 30), 50);
}

#[test]
fn a_command_of_the_preferences_is_for_its_device_and_for_roles_without_one() {
    let own = format!("{ROLE}source_profile = below\n{MFA}mfa_process = /own\n");
    let below = format!("{ROLE}source_profile = base\n{MFA}");
    let resolution = resolved(&config(&own, &below), LONG_TERM, "x");
    let mut source = resolution.source.expect("a role");
    let command = |serial: &str| [(serial.to_owned(), "/chosen".to_owned())].into();
    source.take_code_commands(&command("arn:aws:iam::123456789012:mfa/other"));
    let commands = |source: &Source| -> Vec<Option<String>> {
        let links = source.links().filter_map(|link| match link {
            Source::Role(role) => Some(role.mfa_process.as_ref().map(|command| command.value.clone())),
            _ => None,
        });
        links.collect()
    };
    assert_eq!(commands(&source), [Some("/own".to_owned()), None]);
    source.take_code_commands(&command("arn:aws:iam::123456789012:mfa/ana"));
    assert_eq!(commands(&source), [Some("/own".to_owned()), Some("/chosen".to_owned())]);
}
