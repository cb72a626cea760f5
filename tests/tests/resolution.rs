//! Compares where credentials come from with those who decide it: boto3 on five hundred homes drawn anew in each
//! run, and `aws configure list` of the real AWS CLIs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use aws_files::{Document, FileKind, Profiles};
use proptest::strategy::{Strategy, ValueTree};
use sandglass_core::paths::AwsPaths;
use sandglass_core::problem::{Code, Origin};
use sandglass_core::resolve::{Call, Provider, ProviderVerdict, Resolution, resolve};
use sandglass_core::source::{Located, Source};
use sandglass_core::variables::Variables;
use sandglass_tests::any_home::{AnyHome, any_home, chance};
use sandglass_tests::botocore::Botocore;
use sandglass_tests::{Home, aws_clis};
use serde_json::{Value, json};

const HOMES: usize = 500;
const HOMES_OF_A_CLI: usize = 20;

/// How our resolution sees a home.
fn ours(home: &Path, drawn: &AnyHome, variables: &[(String, String)]) -> Resolution {
    let variables: Variables = [("HOME".to_owned(), home.display().to_string())]
        .into_iter()
        .chain(variables.iter().cloned())
        .collect();
    let paths = AwsPaths::new(home, &variables);
    let read = |kind| std::fs::read(paths.file(kind)).ok().map(|bytes| Document::parse(kind, &bytes));
    let (config, credentials) = (read(FileKind::Config), read(FileKind::Credentials));
    let profiles = Profiles::read(config.as_ref(), credentials.as_ref());
    let call = drawn.profile.clone().map_or(Call::Bare, Call::Profile);
    resolve(&profiles, &variables, &call)
}

/// boto3 and the AWS CLI v1 take `AWS_DEFAULT_PROFILE` first, and know no `AWS_REGION`.
fn as_boto3_sees(variables: &[(String, String)]) -> Vec<(String, String)> {
    let has_default = variables.iter().any(|(name, _)| name == "AWS_DEFAULT_PROFILE");
    let counts = |name: &str| name != "AWS_REGION" && !(has_default && name == "AWS_PROFILE");
    variables.iter().filter(|(name, _)| counts(name)).cloned().collect()
}

fn last_four(text: &str) -> String {
    let start = text.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    text[start..].to_owned()
}

/// The chain in the words of the oracle. Only a process, a container or an instance knows its keys.
fn chain(source: &Source) -> Vec<Value> {
    let link = |source: &&Source| {
        let method = source.kind().botocore_name();
        match source {
            Source::Keys(keys) => json!({ "method": method, "key": last_four(&keys.access_key_id) }),
            Source::Role(role) => {
                json!({ "method": method, "role": role.role_arn.value, "settings": settings(source) })
            }
            Source::WebIdentity(identity) => {
                json!({ "method": method, "role": identity.role_arn.value, "settings": settings(source) })
            }
            _ => json!({ "method": method, "settings": settings(source) }),
        }
    };
    source.chain().iter().map(link).collect()
}

/// What botocore goes by, as we would.
fn settings(source: &Source) -> Value {
    let text = |setting: &Option<Located<String>>| setting.as_ref().map(|setting| setting.value.clone());
    match source {
        Source::Role(role) => json!({
            "RoleSessionName": text(&role.role_session_name),
            "ExternalId": text(&role.external_id),
            "SerialNumber": text(&role.mfa_serial),
            "DurationSeconds": role.duration.as_ref().map(|duration| duration.value),
        }),
        Source::WebIdentity(identity) => json!({
            "RoleSessionName": text(&identity.role_session_name),
            "ExternalId": null,
            "SerialNumber": null,
            "DurationSeconds": null,
            "token_file": identity.token_file.value,
        }),
        Source::Sso(sso) => json!({
            "sso_region": sso.region.value,
            "account": sso.account_id.value,
            "sso_role": sso.role_name.value,
            "session": text(&sso.session),
            "start_url": sso.start_url.value,
        }),
        Source::Process(process) => json!({ "command": process.command.value }),
        _ => Value::Null,
    }
}

/// Whether two chains are the same, as far as both tell; settings are told by both.
fn same(ours: &[Value], theirs: &[Value]) -> bool {
    let told = |value: &Value| !value.is_null();
    ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|(ours, theirs)| {
            let alike = ["method", "key", "role"].iter().all(|name| {
                let (ours, theirs) = (&ours[name], &theirs[name]);
                !told(ours) || !told(theirs) || ours == theirs
            });
            alike && ours["settings"] == theirs["settings"]
        })
}

/// Our codes for an error of botocore.
fn codes(error: &Value) -> &'static [Code] {
    let message = error["message"].as_str().unwrap_or_default();
    let says = |text: &str| message.contains(text);
    match error["error"].as_str().unwrap_or_default() {
        "ProfileNotFound" => &[Code::UnknownProfile],
        "ConfigParseError" => &[Code::FileUnparsable],
        "PartialCredentialsError" if says("assume-role") => &[Code::RoleWithoutSource],
        "PartialCredentialsError" => &[Code::PartialKeys],
        "InfiniteLoopConfigError" => &[Code::SourceLoop],
        "CredentialRetrievalError" if says("No credentials found in credential_source") => {
            &[Code::NoEnvironmentKeys, Code::NoContainer]
        }
        "InvalidConfigError" => match () {
            () if says("must have credentials") => &[Code::SourceWithoutCredentials],
            () if says("contains both") => &[Code::TwoSources],
            () if says("sso-session does not exist") => &[Code::MissingSsoSession],
            () if says("is inconsistent between") => &[Code::SsoSettingsDisagree],
            () if says("missing required configuration") || says("no role ARN") => &[Code::MissingSetting],
            () if says("does not exist") => &[Code::MissingSource],
            () if says("is not valid") => &[Code::InvalidCredentialSource],
            () => &[],
        },
        _ => &[],
    }
}

/// What differs between the two answers.
fn difference(ours: &Resolution, theirs: &Value) -> Option<String> {
    let code = ours.errors.first().map(|problem| problem.code);
    let say = |ours: &dyn std::fmt::Debug| Some(format!("ours {ours:?}, boto3 {theirs}"));
    if let Some(chain) = theirs["chain"].as_array() {
        return match &ours.source {
            Some(source) if same(&self::chain(source), chain) => None,
            Some(source) => say(&self::chain(source)),
            None if chain.first().is_some_and(|first| first["method"] == "iam-role") => {
                let asked = ours.steps.iter().find(|step| step.provider == Provider::InstanceMetadata);
                let left_to_it = asked.is_some_and(|step| step.verdict == ProviderVerdict::NotAsked);
                if left_to_it && code == Some(Code::NoCredentials) { None } else { say(&code) }
            }
            None => say(&code),
        };
    }
    // Nobody signed in at these homes: that the sign-in was asked for is what counts.
    if theirs["error"] == "LoginTokenLoadError" {
        let asked = ours.source.as_ref().map(Source::chain);
        let login = asked.is_some_and(|chain| matches!(chain.last(), Some(Source::Login(_))));
        return if login { None } else { say(&code) };
    }
    match code {
        Some(code) if codes(theirs).contains(&code) => None,
        _ if ours.source.is_some() => say(&chain(ours.source.as_ref()?)),
        _ => say(&code),
    }
}

/// What boto3's answer is called: the first method, or the error.
fn outcome(theirs: &Value) -> String {
    let named = theirs["chain"][0]["method"].as_str().or_else(|| theirs["error"].as_str());
    named.unwrap_or("none").to_owned()
}

/// Of every kind there must have been some, or the homes prove little.
const OUTCOMES: &[&str] = &[
    "env",
    "assume-role",
    "assume-role-with-web-identity",
    "sso",
    "shared-credentials-file",
    "custom-process",
    "config-file",
    "container-role",
    "iam-role",
    "ProfileNotFound",
    "ConfigParseError",
    "PartialCredentialsError",
    "InvalidConfigError",
];

/// Settings that must have had a value in some home.
const SETTINGS: &[&str] = &[
    "RoleSessionName",
    "ExternalId",
    "SerialNumber",
    "DurationSeconds",
    "token_file",
    "sso_region",
    "account",
    "sso_role",
    "session",
    "start_url",
    "command",
];

/// The settings of a chain that have a value.
fn told_settings(theirs: &Value) -> Vec<String> {
    let links = theirs["chain"].as_array().into_iter().flatten();
    let settings = links.filter_map(|link| link["settings"].as_object()).flatten();
    settings.filter(|(_, value)| !value.is_null()).map(|(name, _)| name.clone()).collect()
}

#[test]
fn boto3_resolves_five_hundred_homes_as_we_do() {
    let Some(mut boto3) = Botocore::start_resolving("boto3_resolves_five_hundred_homes_as_we_do") else {
        return;
    };
    let mut chance = chance("resolution");
    let home = Home::empty();
    let (mut differences, mut outcomes) = (Vec::new(), BTreeMap::<String, usize>::new());
    let mut compared = BTreeSet::<String>::new();
    for number in 0..HOMES {
        let drawn = any_home().new_tree(&mut chance).expect("a home").current();
        drawn.write(&home);
        let theirs = boto3.resolve(home.path(), &drawn.variables, drawn.profile.as_deref());
        let ours = ours(home.path(), &drawn, &as_boto3_sees(&drawn.variables));
        *outcomes.entry(outcome(&theirs)).or_default() += 1;
        compared.extend(told_settings(&theirs));
        if let Some(difference) = difference(&ours, &theirs) {
            differences.push(format!("home {number}: {difference}\n{drawn:#?}"));
        }
    }
    let unseen: Vec<_> = OUTCOMES.iter().filter(|name| !outcomes.contains_key(**name)).collect();
    assert!(unseen.is_empty(), "never seen: {unseen:?} in {outcomes:?}");
    let unseen: Vec<_> = SETTINGS.iter().filter(|name| !compared.contains(**name)).collect();
    assert!(unseen.is_empty(), "never compared: {unseen:?}");
    assert!(differences.is_empty(), "{} of {HOMES} differ:\n{}", differences.len(), differences.join("\n"));
}

/// Where a setting stands: in the profile, in its sso-session.
const PLACES: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

/// What SSO needs, and what it may have.
const OF_SSO: [(&str, &str); 4] = [
    ("sso_account_id", "123456789012"),
    ("sso_role_name", "Admin"),
    ("sso_start_url", "https://corp.awsapps.com/start"),
    ("sso_region", "eu-central-1"),
];

/// What another profile, or a profile of another kind, may say: all of it is the profile's own, or nobody's.
const OF_OTHERS: [(&str, &str); 12] = [
    ("sso_registration_scopes", "sso:account:access"),
    ("region", "eu-west-1"),
    ("role_arn", "arn:aws:iam::123456789012:role/Other"),
    ("source_profile", "base"),
    ("credential_source", "Environment"),
    ("role_session_name", "me"),
    ("external_id", "id"),
    ("mfa_serial", "arn:aws:iam::123456789012:mfa/ana"),
    ("duration_seconds", "1800"),
    ("web_identity_token_file", "/nowhere/token"),
    ("login_session", "arn:aws:iam::123456789012:user/ana"),
    ("credential_process", "/bin/false"),
];

/// A profile with a session, a role over it, and keys.
fn with_session(own: &str, shared: &str) -> AnyHome {
    let config = format!(
        "[profile x]\nsso_session = corp\n{own}[sso-session corp]\n{shared}[profile over]\n\
         role_arn = arn:aws:iam::123456789012:role/Over\nsource_profile = x\n[profile base]\n\
         aws_access_key_id = AKIA0000000000000BAS\naws_secret_access_key = s\n"
    );
    AnyHome { files: vec![(".aws/config", config)], variables: Vec::new(), profile: None }
}

/// Every home in which a setting may be taken from the sso-session, or must not be.
fn homes_with_sessions() -> Vec<AnyHome> {
    let line = |is_there: bool, (key, value): (&str, &str)| {
        if is_there { format!("{key} = {value}\n") } else { String::new() }
    };
    let mut homes = Vec::new();
    for number in 0..PLACES.len().pow(4) {
        let (mut own, mut shared, mut rest) = (String::new(), String::new(), number);
        for setting in OF_SSO {
            let (in_profile, in_session) = PLACES[rest % PLACES.len()];
            rest /= PLACES.len();
            own += &line(in_profile, setting);
            shared += &line(in_session, setting);
        }
        homes.push(with_session(&own, &shared));
    }
    let [account, role, url, region] = OF_SSO.map(|setting| line(true, setting));
    let (own, shared) = (account + &role, url + &region);
    for setting @ (key, value) in OF_SSO.into_iter().chain(OF_OTHERS) {
        let all = line(true, setting);
        let without = |text: &str| text.replace(&all, "");
        let (bare, bare_shared) = (without(&own), without(&shared));
        for (own, shared) in [
            (bare.clone(), format!("{bare_shared}{all}")),
            (format!("{bare}{all}"), format!("{bare_shared}{all}")),
            (format!("{bare}{all}"), format!("{bare_shared}{key} = {value}x\n")),
            (format!("{bare}{all}"), format!("{bare_shared}{key} =\n")),
            (format!("{bare}{key} =\n"), bare_shared.clone()),
            // Without its marks it is no profile of SSO.
            (String::new(), format!("{bare_shared}{all}")),
        ] {
            homes.push(with_session(&own, &shared));
        }
    }
    homes
}

#[test]
fn what_a_profile_takes_from_its_sso_session_is_what_botocore_takes() {
    let test = "what_a_profile_takes_from_its_sso_session_is_what_botocore_takes";
    let Some(mut boto3) = Botocore::start_resolving(test) else { return };
    let home = Home::empty();
    let (mut differences, mut outcomes) = (Vec::new(), BTreeMap::<String, usize>::new());
    for drawn in homes_with_sessions() {
        drawn.write(&home);
        for profile in ["x", "over"] {
            let drawn = AnyHome { profile: Some(profile.to_owned()), ..drawn.clone() };
            let theirs = boto3.resolve(home.path(), &[], drawn.profile.as_deref());
            *outcomes.entry(outcome(&theirs)).or_default() += 1;
            if let Some(difference) = difference(&ours(home.path(), &drawn, &[]), &theirs) {
                differences.push(format!("{difference}\n{drawn:#?}"));
            }
        }
    }
    assert!(outcomes["sso"] > 20 && outcomes["InvalidConfigError"] > 20, "{outcomes:?}");
    let first = differences.iter().take(5).cloned().collect::<Vec<_>>().join("\n");
    assert!(differences.is_empty(), "{} differ, of {outcomes:?}:\n{first}", differences.len());
}

/// What a line of `aws configure list` says: value, type.
fn listed(out: &str, name: &str) -> (String, String) {
    let line = out.lines().find_map(|line| line.trim_start().strip_prefix(name));
    let words: Vec<&str> = line.unwrap_or_default().split_whitespace().collect();
    match words[..] {
        // An empty value leaves its column empty, and is as good as none.
        ["<not", "set>", ..] | ["env" | "config-file", ..] => ("<not set>".to_owned(), "None".to_owned()),
        [value, kind, ..] => (value.to_owned(), kind.to_owned()),
        _ => (String::new(), String::new()),
    }
}

/// What our resolution would have it say of the access key.
fn access_key(ours: &Resolution) -> (String, String) {
    let not_set = || ("<not set>".to_owned(), "None".to_owned());
    ours.source.as_ref().map_or_else(not_set, |source| {
        let key = match source {
            Source::Keys(keys) => last_four(&keys.access_key_id),
            _ => "0000".to_owned(),
        };
        (format!("****************{key}"), source.kind().botocore_name().to_owned())
    })
}

fn region(ours: &Resolution) -> (String, String) {
    let not_set = || ("<not set>".to_owned(), "None".to_owned());
    ours.client.region.as_ref().map_or_else(not_set, |region| {
        let kind = if matches!(region.at, Origin::Variable(_)) { "env" } else { "config-file" };
        (region.value.clone(), kind.to_owned())
    })
}

/// Whether `aws configure list` can say it without a request: it asks STS for a role's keys.
fn is_told_offline(ours: &Resolution) -> bool {
    let code = ours.errors.first().map(|problem| problem.code);
    let has_keys = matches!(ours.source, Some(Source::Keys(_) | Source::Process(_)));
    has_keys && ours.errors.is_empty()
        || ours.source.is_none() && code.is_some_and(|code| code != Code::MissingServices)
}

#[test]
fn the_aws_clis_list_the_same_source_key_and_region() {
    let test = "the_aws_clis_list_the_same_source_key_and_region";
    let mut chance = chance("aws configure list");
    for aws in aws_clis(test) {
        let mut compared = 0;
        while compared < HOMES_OF_A_CLI {
            let drawn = any_home().new_tree(&mut chance).expect("a home").current();
            let mut home = Home::empty();
            drawn.write(&home);
            let seen =
                if aws.version == 1 { as_boto3_sees(&drawn.variables) } else { drawn.variables.clone() };
            let ours = ours(home.path(), &drawn, &seen);
            if !is_told_offline(&ours) {
                continue;
            }
            compared += 1;
            for (name, value) in &drawn.variables {
                home.set(name, value);
            }
            let chosen: Vec<&str> =
                drawn.profile.iter().flat_map(|name| ["--profile", name.as_str()]).collect();
            let ran = aws.run(&home, &[&["configure", "list"][..], &chosen].concat());
            let said = format!("AWS CLI v{}: {ran:#?}\n{:?}\n{drawn:#?}", aws.version, ours.errors);
            let nothing = ours.errors.first().is_none_or(|problem| problem.code == Code::NoCredentials);
            assert_eq!(ran.code == Some(0), nothing, "{said}");
            if nothing {
                assert_eq!(listed(&ran.out, "access_key"), access_key(&ours), "{said}");
                assert_eq!(listed(&ran.out, "region"), region(&ours), "{said}");
            }
        }
    }
}
