//! Every row of the measured vectors.

use std::collections::{BTreeMap, BTreeSet};

use aws_files::cache::{
    AssumeRoleArgs, CliCacheEntry, SsoPortal, login_key, role_key, sso_registration_key, sso_role_key,
    sso_token_key, web_identity_key,
};
use aws_files::{Document, FileKind, Profile, Profiles, Reader, Section, SectionName, expiry};
use chrono::{DateTime, Utc};
use serde_json::Value;

fn rows(name: &str) -> Vec<Value> {
    let path = format!("{}/../../tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("vectors are there");
    serde_json::from_str(&text).expect("vectors are JSON")
}

fn decoded(row: &Value, key: &str) -> Option<Vec<u8>> {
    let text = row.get(key)?.as_str()?;
    Some(data_encoding::BASE64.decode(text.as_bytes()).expect("base64"))
}

fn read(row: &Value) -> Profiles {
    let config = decoded(row, "config_base64").map(|bytes| Document::parse(FileKind::Config, &bytes));
    let credentials =
        decoded(row, "credentials_base64").map(|bytes| Document::parse(FileKind::Credentials, &bytes));
    Profiles::compare(config.as_ref(), credentials.as_ref())
}

/// A value of the vectors, or the same of a section, with nested blocks as objects.
fn section_json(section: &Section) -> BTreeMap<String, Value> {
    section
        .keys()
        .map(|key| {
            let value = section.get(key).expect("listed").value();
            let block: serde_json::Map<String, Value> = value
                .lines()
                .filter_map(|line| line.split_once('='))
                .filter_map(|(sub, _)| {
                    let inner = section.nested(key, sub.trim())?;
                    Some((sub.trim().to_owned(), inner.value().into()))
                })
                .collect();
            (key.to_owned(), if block.is_empty() { value.into() } else { Value::Object(block) })
        })
        .collect()
}

fn profile_json(profile: &Profile) -> Value {
    let mut merged = BTreeMap::new();
    for section in profile.config.iter().chain(&profile.credentials) {
        merged.extend(section_json(section));
    }
    merged.into_iter().collect()
}

#[test]
fn botocore_reads_every_row_as_we_do() {
    for row in rows("readers") {
        let profiles = read(&row);
        let expected = &row["botocore"];
        if expected.get("error").is_some() {
            assert!(!profiles.syntax_errors().is_empty(), "{}: botocore refuses it", row["name"]);
            continue;
        }
        assert_eq!(profiles.syntax_errors(), [], "{}", row["name"]);
        let ours: Value =
            profiles.iter().map(|profile| (profile.name.clone(), profile_json(profile))).collect();
        assert_eq!(ours, expected["profiles"], "{}", row["name"]);
        for (name, section) in expected.get("services").and_then(Value::as_object).into_iter().flatten() {
            let found = profiles.services(name).expect("services section");
            assert_eq!(&section_json(found).into_iter().collect::<Value>(), section);
        }
        for (name, section) in expected.get("sso_sessions").and_then(Value::as_object).into_iter().flatten() {
            let found = profiles.sso_session(name).expect("sso-session section");
            assert_eq!(&section_json(found).into_iter().collect::<Value>(), section);
        }
    }
}

type Flat = BTreeMap<String, BTreeMap<String, String>>;

/// What a reader was measured to read, in one shape; `None` where it refuses the file.
fn measured(row: &Value, reader: &str) -> Option<Flat> {
    let value = &row[reader];
    if value.get("error").is_some() {
        return None;
    }
    let profiles = match reader {
        "botocore" | "rust" => &value["profiles"],
        _ => value,
    };
    let no_profile = ["sso-session", "services", "plugins"];
    let mut flat = Flat::new();
    for (name, settings) in profiles.as_object().expect("object") {
        if no_profile.iter().any(|prefix| name.starts_with(prefix)) {
            continue;
        }
        let section = flat.entry(name.clone()).or_default();
        for (key, value) in settings.as_object().expect("object") {
            match value {
                Value::Object(block) => section.extend(
                    block
                        .iter()
                        .map(|(sub, value)| (format!("{key}.{sub}"), value.as_str().expect("text").into())),
                ),
                Value::String(text) if text.starts_with('\n') => section.extend(
                    text.lines()
                        .filter_map(|line| line.split_once('='))
                        .map(|(sub, value)| (format!("{key}.{}", sub.trim()), value.trim().to_owned())),
                ),
                other => {
                    section.insert(key.clone(), other.as_str().expect("text").to_owned());
                }
            }
        }
    }
    Some(flat)
}

#[test]
fn readers_that_disagree_are_flagged_and_no_others() {
    let mut wrong = Vec::new();
    for row in rows("readers") {
        let profiles = read(&row);
        let flagged: BTreeSet<Reader> = profiles.divergences().iter().map(|found| found.reader).collect();
        for (name, reader) in [("rust", Reader::Rust), ("go", Reader::Go), ("js", Reader::JavaScript)] {
            let disagrees = measured(&row, name) != measured(&row, "botocore");
            if disagrees != flagged.contains(&reader) {
                wrong.push(format!("{} {name}: disagrees = {disagrees}", row["name"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_byte_is_kept() {
    for row in rows("readers") {
        for key in ["config_base64", "credentials_base64"] {
            if let Some(bytes) = decoded(&row, key) {
                assert_eq!(Document::parse(FileKind::Config, &bytes).bytes(), bytes);
            }
        }
    }
}

fn text<'a>(args: &'a Value, key: &str) -> Option<&'a str> {
    args.get(key).and_then(Value::as_str)
}

#[test]
fn every_cache_key_is_the_clis() {
    for row in rows("cache-keys") {
        let args = &row["args"];
        let portal =
            || match (text(args, "sessionName").or(text(args, "session_name")), text(args, "startUrl")) {
                (Some(name), _) => SsoPortal::Session(name),
                (None, url) => SsoPortal::StartUrl(url.expect("a portal")),
            };
        let key = match row["kind"].as_str().expect("kind") {
            "assume-role" if args.get("Policy").is_some() => continue,
            "assume-role" => role_key(&AssumeRoleArgs {
                role_arn: text(args, "RoleArn").expect("role"),
                role_session_name: text(args, "RoleSessionName"),
                external_id: text(args, "ExternalId"),
                serial_number: text(args, "SerialNumber"),
                duration_seconds: args.get("DurationSeconds").and_then(Value::as_i64),
            }),
            "assume-role-with-web-identity" => {
                web_identity_key(text(args, "RoleArn").expect("role"), text(args, "RoleSessionName"))
            }
            "sso" => sso_role_key(
                text(args, "accountId").expect("account"),
                text(args, "roleName").expect("role"),
                portal(),
            ),
            "sso-token" => sso_token_key(SsoPortal::Session(row["hashed"].as_str().expect("hashed"))),
            "sso-registration" => {
                let scopes: Option<Vec<&str>> =
                    args["scopes"].as_array().map(|list| list.iter().filter_map(Value::as_str).collect());
                sso_registration_key(
                    text(args, "startUrl").expect("url"),
                    text(args, "region").expect("region"),
                    text(args, "session_name"),
                    scopes.as_deref(),
                )
            }
            "login" => login_key(row["hashed"].as_str().expect("hashed")),
            other => panic!("unknown kind {other}"),
        };
        assert_eq!(key.to_string(), row["key"].as_str().expect("key"), "{}", row["name"]);
    }
}

#[test]
fn cache_entries_are_read_or_refused_as_the_cli_does() {
    let path = format!("{}/../../tests/vectors/cache-entries.json", env!("CARGO_MANIFEST_DIR"));
    let all: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for row in all["written"].as_array().unwrap().iter().filter(|row| row["dir"] == "cli/cache") {
        let entry = CliCacheEntry::parse(row["content"].to_string().as_bytes());
        let entry = entry.unwrap_or_else(|error| panic!("{}: {error}", row["name"]));
        let expected = expiry::parse(row["content"]["Credentials"]["Expiration"].as_str().unwrap());
        assert_eq!(Some(entry.credentials.expiration), expected);
        assert_eq!(entry.provider_type.as_deref(), text(&row["content"], "ProviderType"));
    }
    for row in all["damaged"].as_array().unwrap() {
        let content = row["text"].as_str().unwrap();
        let name = row["name"].as_str().unwrap();
        if name.starts_with("sso") || name.starts_with("login") || name.contains("session.db") {
            continue;
        }
        let filled = content
            .replace("{now+16m}", "2026-11-23T22:43:42Z")
            .replace("{now+14m}", "2026-11-23T22:43:42Z")
            .replace("{now+50m as 2026-11-23T22:43:42UTC}", "2026-11-23T22:43:42UTC");
        let cli = row["cli"].as_str().unwrap();
        let dies = cli.starts_with("fails") || cli == "as truncated";
        assert_eq!(CliCacheEntry::parse(filled.as_bytes()).is_err(), dies, "{name}");
    }
}

#[test]
fn every_expiry_is_read() {
    for row in rows("expiry") {
        let written = row["text"].as_str().unwrap();
        let expected: Option<DateTime<Utc>> = row["instant"].as_str().map(|text| text.parse().unwrap());
        let key = row["key"].as_str().unwrap();
        if !key.contains("expiration (with assumed_role") {
            assert_eq!(expiry::parse(written), expected, "{row}");
        }
    }
}

#[test]
fn the_same_text_means_two_instants_by_its_writer() {
    let section = |extra: &str| {
        let text = format!("[x]\n{extra}\nexpiration = 2026-11-23 14:43:42\n");
        let document = Document::parse(FileKind::Credentials, text.as_bytes());
        let profiles = Profiles::read(None, Some(&document));
        expiry::of_section(profiles.get("x").unwrap().credentials.as_ref().unwrap()).unwrap().moment
    };
    let known = expiry::ExpiryMoment::Known("2026-11-23T14:43:42Z".parse().unwrap());
    assert_eq!(section("assumed_role = True"), known);
    assert!(matches!(section("autoawsume = true"), expiry::ExpiryMoment::Local(_)));
    assert_eq!(section("other = 1"), expiry::ExpiryMoment::Unreadable);
}

#[test]
fn headers_are_written_as_botocore_reads_them() {
    for name in ["plain", "a b", "a\"b", "a\\b", "é", "a]b", "#a", "default"] {
        let empty = Document::parse(FileKind::Config, b"");
        let edited = empty.add_section(&SectionName::Profile(name.to_owned()), &[("region", "r")]).unwrap();
        let profiles = Profiles::read(Some(&edited), None);
        assert_eq!(
            profiles.get(name).and_then(|profile| profile.get("region")).map(aws_files::Setting::value),
            Some("r")
        );
    }
}

#[test]
fn a_bad_block_in_default_counts_where_it_is_inherited() {
    let errors = |text: &str| Document::parse(FileKind::Config, text.as_bytes()).syntax_errors().len();
    let bad = "[DEFAULT]\ns3 =\n  bad\n";
    assert_eq!(errors(bad), 0);
    assert_eq!(errors(&format!("{bad}[profile a]\nregion = x\n")), 1);
    assert_eq!(errors(&format!("{bad}[profile a]\ns3 = x\n")), 0);
}
