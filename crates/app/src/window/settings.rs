//! The settings of a profile, each with its place and the values it overrides.

use aws_files::{FileKind, MASK, Profile, Section, Setting, setting};

use super::{DetailInputs, Overridden, Place, SessionDetails, SettingRow};
use sandglass_core::masked::{self, is_secret_setting};
use sandglass_core::problem::Origin;
use sandglass_core::source::SourceKind;

/// Every key of the profile, the region in force, and the credentials a command would use.
pub(super) fn settings(inputs: &DetailInputs<'_>) -> Vec<SettingRow> {
    let mut rows = Vec::new();
    if let Some(profile) = inputs.profiles.get(&inputs.session.profile) {
        rows.extend(names(profile).into_iter().map(|name| file_row(inputs, profile, name)));
    }
    region(inputs, &mut rows);
    keys_in_use(inputs, &mut rows);
    rows
}

/// The keys a command would use, by the AWS CLI's names; those that stand in the profile's own lines are
/// there already, with their places.
fn keys_in_use(inputs: &DetailInputs<'_>, rows: &mut Vec<SettingRow>) {
    let Some(keys) = inputs.keys else { return };
    let Some(kind) = inputs.session.source else { return };
    let own =
        inputs.profiles.get(&inputs.session.profile).and_then(|own| own.get(setting::AWS_ACCESS_KEY_ID));
    let in_a_file = matches!(kind, SourceKind::SharedKeys | SourceKind::ConfigKeys);
    if in_a_file && own.is_some_and(|setting| setting.value() == keys.access_key_id) {
        return;
    }
    let found =
        [("access_key", keys.access_key_id.as_str()), ("secret_key", keys.secret_access_key.expose())];
    rows.extend(found.map(|(name, value)| SettingRow {
        name: name.to_owned(),
        value: if is_secret_setting(name, value) { MASK.to_owned() } else { value.to_owned() },
        secret: is_secret_setting(name, value),
        from: Place::named(kind.botocore_name()),
        overrides: Vec::new(),
    }));
}

/// The value of a profile's setting as it is shown, for who copies it: none of a secret.
pub fn shown_setting(details: &SessionDetails, name: &str) -> Option<String> {
    let row = details.settings.iter().find(|row| row.name == name && !row.secret)?;
    Some(row.value.clone())
}

/// Each key once, in the order of the lines, config first.
fn names(profile: &Profile) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let sections = [profile.config.as_ref(), profile.credentials.as_ref()];
    for name in sections.into_iter().flatten().flat_map(Section::keys) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Credentials before config, as all readers have it.
fn file_row(inputs: &DetailInputs<'_>, profile: &Profile, name: &str) -> SettingRow {
    let in_file = |kind: FileKind| {
        let section = match kind {
            FileKind::Credentials => profile.credentials.as_ref(),
            FileKind::Config => profile.config.as_ref(),
        };
        section.and_then(|section| section.get(name))
    };
    let mut found = [FileKind::Credentials, FileKind::Config].into_iter().filter_map(in_file);
    let shown = |setting: &Setting| {
        (shown(name, setting.value()), Place::short(&Origin::File(setting.at), inputs.paths))
    };
    let nowhere = || (String::new(), Place::named(""));
    let secret = |setting: &Setting| is_secret_setting(name, setting.value());
    let secret = found.clone().next().is_none_or(secret);
    let (value, from) = found.next().map_or_else(nowhere, shown);
    let overrides = found.map(shown).map(|(value, from)| Overridden { value, from }).collect();
    SettingRow { name: name.to_owned(), value, secret, from, overrides }
}

/// A variable comes before the profile's region.
fn region(inputs: &DetailInputs<'_>, rows: &mut Vec<SettingRow>) {
    let Some(region) = &inputs.resolution.client.region else { return };
    let Origin::Variable(variable) = region.at else { return };
    let old = rows.iter().position(|row| row.name == setting::REGION).map(|index| rows.remove(index));
    let overrides = old.into_iter().flat_map(|old| {
        std::iter::once(Overridden { value: old.value, from: old.from }).chain(old.overrides)
    });
    rows.push(SettingRow {
        name: setting::REGION.to_owned(),
        value: region.value.clone(),
        secret: false,
        from: Place::named(variable),
        overrides: overrides.collect(),
    });
}

/// A value as it may be seen: what is or may hold a secret is masked.
fn shown(name: &str, value: &str) -> String {
    match name {
        // Its arguments may hold a password; the program does not.
        name if setting::is_command_line(name) => program(value),
        _ => masked::shown_setting(name, value).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn program(command: &str) -> String {
    let command = command.trim();
    let (program, rest) = match command.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
        Some((program, rest)) => (program, rest),
        None => command.split_once(char::is_whitespace).unwrap_or((command, "")),
    };
    if rest.trim().is_empty() { program.to_owned() } else { format!("{program} …") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{paths, profiles};
    use aws_files::Secret;
    use sandglass_core::paths::AwsPaths;
    use sandglass_core::resolve::{Call, StaticKeys, resolve};
    use sandglass_core::session::{CacheReadings, Session};
    use sandglass_core::variables::Variables;

    fn rows(config: &str, credentials: &str, variables: &Variables) -> Vec<SettingRow> {
        rows_with(config, credentials, variables, None)
    }

    fn rows_with(
        config: &str,
        credentials: &str,
        variables: &Variables,
        keys: Option<&StaticKeys>,
    ) -> Vec<SettingRow> {
        let profiles = profiles(config, credentials);
        let resolution = resolve(&profiles, variables, &Call::Profile("x".to_owned()));
        let session = Session::assess(&resolution, None, &CacheReadings::new());
        let paths: AwsPaths = paths();
        let inputs = DetailInputs {
            profiles: &profiles,
            resolution: &resolution,
            session: &session,
            keys,
            history: &[],
            paths: &paths,
        };
        settings(&inputs)
    }

    #[test]
    fn a_setting_has_its_place_and_what_it_overrides() {
        let variables: Variables = [("AWS_REGION", "eu-west-3")].into_iter().collect();
        let found = rows("[profile x]\nregion = a\noutput = json\n", "[x]\nregion = b\n", &variables);
        let region = found.iter().find(|row| row.name == "region").expect("a region");
        assert_eq!((region.value.as_str(), region.from.text.as_str()), ("eu-west-3", "AWS_REGION"));
        let overridden: Vec<(&str, &str)> =
            region.overrides.iter().map(|other| (other.value.as_str(), other.from.text.as_str())).collect();
        assert_eq!(overridden, [("b", "credentials:2"), ("a", "config:2")]);
        assert_eq!(
            found.iter().find(|row| row.name == "output").map(|row| row.from.text.as_str()),
            Some("config:3")
        );
    }

    #[test]
    fn an_address_is_shown_without_what_lets_somebody_in() {
        let found = rows(
            "[profile x]\nendpoint_url = http://ana:CANARY@localhost:4566/?key=CANARY\n\
             sso_start_url = ana:CANARY@corp.awsapps.com/start\ns3 =\n  endpoint_url = http://ana:CANARY@s3\n",
            "",
            &Variables::default(),
        );
        assert!(!format!("{found:?}").contains("CANARY"), "{found:?}");
        let nested = rows(
            "[profile x]\ns3 =\n  secret_key = CANARY\n  addressing_style = path\n",
            "",
            &Variables::default(),
        );
        assert_eq!(nested[0].value, "secret_key = **************** addressing_style = path");
        let endpoint = found.iter().find(|row| row.name == setting::ENDPOINT_URL).expect("a row");
        assert_eq!(endpoint.value, "http://localhost:4566/");
    }

    #[test]
    fn what_may_be_secret_is_secret_setting() {
        let config = "[profile x]\ncredential_process = \"/opt/my tool\" --password canary-1\nvendor_token = canary-2-secret\naws_session_tokn = canary-6\n";
        let keys =
            "[x]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = canary-3-secret-key\n";
        let found = rows(config, keys, &Variables::default());
        assert!(!format!("{found:?}").contains("canary"), "{found:?}");
        let value = |name: &str| found.iter().find(|row| row.name == name).map(|row| row.value.as_str());
        assert_eq!(value("aws_access_key_id"), Some("AKIAIOSFODNN7EXAMPLE"), "as in Profiles");
        let swapped = "[x]\naws_access_key_id = canary-4-secret-key-of-forty-characters\n";
        assert!(!format!("{:?}", rows("", swapped, &Variables::default())).contains("canary"));
        assert_eq!(value("credential_process"), Some("/opt/my tool …"));
        let token = "aws_session_token = canary-5-token-END\n";
        let found = rows("", &format!("{keys}{token}"), &Variables::default());
        let hidden: Vec<&str> = found.iter().filter(|row| row.secret).map(|row| row.value.as_str()).collect();
        assert_eq!(hidden, [MASK, MASK], "a secret's end is as secret");
    }

    fn keys_named(id: &str) -> StaticKeys {
        StaticKeys::new(id.to_owned(), Secret::new("canary-4-secret-key".to_owned()), None).expect("keys")
    }

    #[test]
    fn keys_of_the_profile_stand_there_once_with_their_place() {
        let own =
            "[x]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = canary-4-secret-key\n";
        let found = rows_with("", own, &Variables::default(), Some(&keys_named("AKIAIOSFODNN7EXAMPLE")));
        let seen: Vec<_> =
            found.iter().map(|row| (row.name.as_str(), row.from.text.as_str(), row.secret)).collect();
        let expected =
            [("aws_access_key_id", "credentials:2", false), ("aws_secret_access_key", "credentials:3", true)];
        assert_eq!(seen, expected);
    }

    #[test]
    fn keys_from_elsewhere_are_named_beside_those_of_the_file() {
        let config = "[profile base]\naws_access_key_id = AKIABASE000000000000\naws_secret_access_key = s\n\
             [profile x]\nrole_arn = arn:aws:iam::123456789012:role/R\nsource_profile = base\nregion = eu-west-1\n";
        let found = rows_with(config, "", &Variables::default(), Some(&keys_named("ASIASESSION000000000")));
        let names: Vec<&str> = found.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["role_arn", "source_profile", "region", "access_key", "secret_key"]);
        let last = found.last().expect("a row");
        assert_eq!((last.from.text.as_str(), last.secret), ("assume-role", true));
    }

    #[test]
    fn what_is_masked_cannot_be_copied() {
        let own =
            "[x]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\nregion = eu-west-1\nvendor_token = canary\n";
        let details = SessionDetails {
            profile: "x".to_owned(),
            arn: None,
            chain: Vec::new(),
            refresh: Vec::new(),
            settings: rows("", own, &Variables::default()),
            problems: Vec::new(),
            history: Vec::new(),
        };
        assert_eq!(shown_setting(&details, "region").as_deref(), Some("eu-west-1"));
        assert_eq!(shown_setting(&details, "aws_access_key_id").as_deref(), Some("AKIAIOSFODNN7EXAMPLE"));
        for hidden in ["vendor_token", "nothing"] {
            assert_eq!(shown_setting(&details, hidden), None, "{hidden}");
        }
    }
}
