//! Reads what people paste, to be a profile.

use aws_files::{Document, FileKind, Profiles, SectionName};
use sandglass_core::export::Shell;
use sandglass_core::profiles::paste::{Pasted, recognise};

use crate::{Target, seeds};

pub(crate) const TARGET: Target = Target { name: "pastes", check, read, seeds };

fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(pasted) = recognise(text) else { return };
    assert!(!pasted.settings.is_empty(), "nothing is no paste");
    for setting in &pasted.settings {
        assert_eq!(setting.key, setting.key.to_lowercase(), "keys of the files are lower case");
        let twice = pasted.settings.iter().filter(|other| other.key == setting.key).count();
        assert_eq!(twice, 1, "{} is said once", setting.key);
    }
    can_be_stored(&pasted);
    shows_no_secret(&pasted);
    if pasted.is_keys() {
        is_read_from_other_shells(&pasted);
    }
}

/// Whatever is taken can be written as a profile, and says the same there.
fn can_be_stored(pasted: &Pasted) {
    let name = SectionName::Profile("pasted".to_owned());
    let settings: Vec<(&str, &str)> =
        pasted.settings.iter().map(|setting| (setting.key.as_str(), setting.value.expose())).collect();
    let empty = Document::parse(FileKind::Credentials, b"");
    let stored = empty.add_section(&name, &settings).unwrap_or_else(|error| panic!("{error}"));
    let read = Profiles::read(None, Some(&stored));
    let profile = read.get("pasted").unwrap_or_else(|| panic!("the profile is there"));
    for (key, value) in settings {
        assert_eq!(profile.get(key).map(aws_files::Setting::value), Some(value), "{key}");
    }
}

fn shows_no_secret(pasted: &Pasted) {
    // Names of settings are shown, whatever stands in them.
    let names = pasted.settings.iter().map(|setting| setting.key.escape_debug().to_string());
    let shown = names.fold(format!("{pasted:?}"), |shown, name| shown.replace(&name, ""));
    for setting in &pasted.settings {
        let value = setting.value.expose();
        let is_secret = sandglass_core::profiles::is_secret_key(&setting.key) && value.len() >= 12;
        assert!(!is_secret || !shown.contains(value), "{} is shown", setting.key);
    }
}

/// The same keys as lines of a shell are recognised as the same.
fn is_read_from_other_shells(pasted: &Pasted) {
    let keys = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];
    let found = |pasted: &Pasted, key: &str| {
        let setting = pasted.settings.iter().find(|setting| setting.key == key)?;
        Some(setting.value.clone())
    };
    for (shell, name) in Shell::ALL {
        // Neither is made of lines.
        if matches!(shell, Shell::Json | Shell::Cmd) {
            continue;
        }
        let lines = keys
            .iter()
            .filter_map(|key| Some(shell.set_line(&key.to_uppercase(), found(pasted, key)?.expose())));
        let Ok(again) = recognise(&lines.collect::<Vec<_>>().join("\n")) else { continue };
        for key in keys {
            assert!(found(&again, key) == found(pasted, key), "{key} in lines of {name}");
        }
    }
}

fn read(data: &[u8]) {
    let _ = std::str::from_utf8(data).map(recognise);
}

fn seeds() -> Vec<Vec<u8>> {
    seeds::of(&[
        r#"{"Credentials": {"AccessKeyId": "ASIA1", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2030-01-31T12:00:00+00:00"}}"#,
        r#"{"roleCredentials": {"accessKeyId": "ASIA1", "secretAccessKey": "s", "sessionToken": "t", "expiration": 1896091200000}}"#,
        r#"{"Version": 1, "AccessKeyId": "AKIA1", "SecretAccessKey": "s"}"#,
        "[123456789012_Admin]\naws_access_key_id=ASIA1\naws_secret_access_key=s\naws_session_token=t\n",
        "export AWS_ACCESS_KEY_ID=ASIA1\nexport AWS_SECRET_ACCESS_KEY='s'\nexport AWS_SESSION_TOKEN=\"t\"\n",
        "$Env:AWS_ACCESS_KEY_ID=\"ASIA1\"\r\n$Env:AWS_SECRET_ACCESS_KEY = \"s\"\r\n$env:AWS_SESSION_TOKEN='t'\r\n",
        "SET AWS_ACCESS_KEY_ID=ASIA1\r\nset AWS_SECRET_ACCESS_KEY=s\r\nset \"AWS_SESSION_TOKEN=t\"\r\n",
        "setx AWS_ACCESS_KEY_ID ASIA1\nsetx AWS_SECRET_ACCESS_KEY \"s\"\nsetx AWS_SESSION_TOKEN \"t\" /M\n",
        "set -gx AWS_ACCESS_KEY_ID ASIA1\nset -gx AWS_SECRET_ACCESS_KEY 's'\nset -gx AWS_SESSION_TOKEN t\n",
        "[profile dev]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n",
        "export AWS_ACCESS_KEY_ID=ASIA1; export AWS_SECRET_ACCESS_KEY=s && export AWS_SESSION_TOKEN=t",
    ])
}
