//! Checks settings that take a word of a list or a number. On any other value the AWS CLI fails, whatever the command
//! and the credentials.

use super::profile_choice::section;
use super::unset;
use crate::evidence::Version;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence};
use aws_files::{LineFix, setting};
use sandglass_core::problem::Origin;
use sandglass_core::profiles::Change;
use sandglass_core::resolve::Located;

/// The values that one setting takes. Versions 1 and 2 differ.
struct Rule {
    key: &'static str,
    /// The variable that is read before the setting.
    variable: Option<&'static str>,
    takes: [Accepts; 2],
}

#[derive(Clone, Copy)]
enum Accepts {
    /// It is not looked at.
    Anything,
    /// One of these, written so.
    OneOf(&'static [&'static str]),
    /// One of these, in any case.
    AnyCase(&'static [&'static str]),
    /// A whole number, of at least and at most.
    Number(i64, i64),
}

use Accepts::{AnyCase, Anything, Number, OneOf};

const SUPPORTED: Accepts = AnyCase(&["when_supported", "when_required"]);

/// As botocore 1.43 (of the AWS CLI 1.45.11) and the AWS CLI 2.17.3 check them: `botocore/args.py`,
/// `config.py`, `configprovider.py`, `awscli/formatter.py`, and the customizations for formats.
const RULES: &[Rule] = &[
    rule(
        setting::RETRY_MODE,
        Some("AWS_RETRY_MODE"),
        [OneOf(&["legacy", "standard", "adaptive"]), OneOf(&["standard", "adaptive"])],
    ),
    rule(setting::MAX_ATTEMPTS, Some("AWS_MAX_ATTEMPTS"), [Number(1, i64::MAX); 2]),
    rule(
        setting::METADATA_SERVICE_TIMEOUT,
        Some("AWS_METADATA_SERVICE_TIMEOUT"),
        [Number(i64::MIN, i64::MAX); 2],
    ),
    rule(
        setting::METADATA_SERVICE_NUM_ATTEMPTS,
        Some("AWS_METADATA_SERVICE_NUM_ATTEMPTS"),
        [Number(i64::MIN, i64::MAX); 2],
    ),
    rule(
        setting::EC2_METADATA_SERVICE_ENDPOINT_MODE,
        Some("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"),
        [AnyCase(&["ipv4", "ipv6"]); 2],
    ),
    rule(
        setting::STS_REGIONAL_ENDPOINTS,
        Some("AWS_STS_REGIONAL_ENDPOINTS"),
        [
            // Empty is as good as unset.
            OneOf(&["legacy", "regional", ""]),
            Anything,
        ],
    ),
    rule(
        setting::DEFAULTS_MODE,
        Some("AWS_DEFAULTS_MODE"),
        [AnyCase(&["legacy", "auto", "standard", "in-region", "cross-region", "mobile"]), Anything],
    ),
    rule(setting::REQUEST_CHECKSUM_CALCULATION, Some("AWS_REQUEST_CHECKSUM_CALCULATION"), [SUPPORTED; 2]),
    rule(setting::RESPONSE_CHECKSUM_VALIDATION, Some("AWS_RESPONSE_CHECKSUM_VALIDATION"), [SUPPORTED; 2]),
    rule(
        setting::ACCOUNT_ID_ENDPOINT_MODE,
        Some("AWS_ACCOUNT_ID_ENDPOINT_MODE"),
        [AnyCase(&["preferred", "disabled", "required"]); 2],
    ),
    rule(
        setting::REQUEST_MIN_COMPRESSION_SIZE_BYTES,
        Some("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES"),
        [Number(1, 1_048_576); 2],
    ),
    rule(
        setting::CLI_TIMESTAMP_FORMAT,
        None,
        [OneOf(&["none", "wire", "iso8601"]), OneOf(&["wire", "iso8601"])],
    ),
    rule(setting::CLI_BINARY_FORMAT, None, [Anything, OneOf(&["base64", "raw-in-base64-out"])]),
    rule(
        setting::OUTPUT,
        Some("AWS_DEFAULT_OUTPUT"),
        [OneOf(&["json", "text", "table"]), OneOf(&["json", "text", "table", "yaml", "yaml-stream", "off"])],
    ),
];

/// The first versions 1 and 2 that look at a setting at all; those of others are older than what is still in use.
/// For `account_id_endpoint_mode` it is not known: surely these do.
const SINCE: &[(&str, [Version; 2])] = &[
    (setting::REQUEST_CHECKSUM_CALCULATION, [version(1, 37), version(2, 23)]),
    (setting::RESPONSE_CHECKSUM_VALIDATION, [version(1, 37), version(2, 23)]),
    (setting::ACCOUNT_ID_ENDPOINT_MODE, [version(1, 45), version(2, 34)]),
    (setting::REQUEST_MIN_COMPRESSION_SIZE_BYTES, [version(1, 30), version(2, 14)]),
];

const fn rule(key: &'static str, variable: Option<&'static str>, takes: [Accepts; 2]) -> Rule {
    Rule { key, variable, takes }
}

const fn version(major: u32, minor: u32) -> Version {
    Version { major, minor, patch: 0 }
}

pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    // Which words it takes depends on which AWS CLI runs.
    let Some(installed) = evidence.aws_cli().and_then(|cli| cli.version) else { return Vec::new() };
    let refused = |rule: &Rule| {
        let takes = rule.takes[usize::from(installed.major >= 2)];
        let since = SINCE.iter().find(|(key, _)| *key == rule.key);
        if since.is_some_and(|(_, since)| installed < since[usize::from(installed.major >= 2)]) {
            return None;
        }
        let value = value(evidence, rule)?;
        (!takes.takes(&value.value)).then(|| finding(evidence, rule.key, takes, &value))
    };
    RULES.iter().filter_map(refused).collect()
}

/// Returns the value that is read: that of the variable, even if it is empty, or else of the profile of the call.
fn value(evidence: &Evidence, rule: &Rule) -> Option<Located<String>> {
    let process = &evidence.variables.process;
    let variable = rule.variable.and_then(|name| Some((name, process.get(name)?)));
    if let Some((name, value)) = variable {
        return Some(Located { value: value.to_owned(), at: Origin::Variable(name) });
    }
    let setting = evidence.profile()?.get(rule.key)?;
    Some(Located { value: setting.value().to_owned(), at: Origin::File(setting.at) })
}

impl Accepts {
    fn takes(self, value: &str) -> bool {
        match self {
            Anything => true,
            OneOf(words) => words.contains(&value),
            AnyCase(words) => words.contains(&value.to_lowercase().as_str()),
            Number(least, most) => number(value).is_some_and(|number| (least..=most).contains(&number)),
        }
    }

    /// Returns the variant of its sentence.
    fn kind(self) -> &'static str {
        match self {
            Number(i64::MIN, _) => "number",
            Number(..) => "range",
            Anything | OneOf(_) | AnyCase(_) => "word",
        }
    }

    /// The words, as a sentence lists them; of a number the least and the most, where there are such.
    fn said(self) -> String {
        match self {
            Anything | Number(i64::MIN, _) => String::new(),
            OneOf(words) | AnyCase(words) => {
                words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
            }
            Number(least, i64::MAX) => format!("≥ {least}"),
            Number(least, most) => format!("{least}–{most}"),
        }
    }
}

/// As Python's `int` reads it.
fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let parted = digits.split('_').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    parted.then(|| text.replace('_', "").parse().ok()).flatten()
}

fn finding(evidence: &Evidence, key: &str, takes: Accepts, value: &Located<String>) -> Finding {
    let shown = Exhibit::new("exhibit-setting").from(&value.at, &evidence.paths).value(&value.value);
    let finding = Finding::new(Cause::SettingValueInvalid)
        .with("key", key)
        .with("value", &value.value)
        .with("place", sandglass_core::text::place(&value.at, &evidence.paths))
        .with("takes", takes.said())
        .with("kind", takes.kind());
    match &value.at {
        Origin::File(at) => {
            let (fix, title) = match meant(takes, &value.value) {
                Some(by) => {
                    let title = Sentence::new("fix-set_key").with("key", key).with("value", &by);
                    (LineFix::Replace { was: value.value.clone(), by }, title)
                }
                None => (LineFix::Remove, Sentence::new("fix-remove_key").with("key", key)),
            };
            let lines = vec![(at.line, fix)];
            let profile = section(&evidence.resolution.profile);
            let change = Change::FixLines { section: profile, file: at.file, lines };
            finding.shown_by(shown).fixed_by(Fix::edit(evidence, title, change))
        }
        Origin::Variable(name) => {
            let shown = unset::shown(evidence, name);
            shown.into_iter().fold(finding, Finding::shown_by).fixed_by(unset::unset(evidence, &[name]))
        }
        _ => finding.shown_by(shown),
    }
}

/// Returns the value that was meant, if only quotes, capitals or a comment are in the way.
fn meant(takes: Accepts, value: &str) -> Option<String> {
    let cut = value.split([' ', '#', ';']).next().unwrap_or_default();
    let bare = |text: &str| text.trim_matches(['"', '\'']).to_lowercase();
    [bare(value), bare(cut)].into_iter().find(|text| !text.is_empty() && takes.takes(text))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{code, evidence};
    use super::*;
    use sandglass_core::variables::Variables;

    /// The verdict on a setting, with an AWS CLI of this version.
    fn of(setting: &str, variables: &[(&str, &str)], version: Version) -> String {
        let keys = "[x]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
                    aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";
        let variables: Variables = variables.iter().copied().collect();
        let config = format!("[profile x]\nregion = r-1\n{setting}\n");
        let mut found = evidence(&config, keys, &variables, Some("x"));
        found.tools.aws_clis[0].version = Some(version);
        code(&found)
    }

    #[test]
    fn each_version_has_its_own_words() {
        let (first, second) = (version(1, 45), version(2, 36));
        for (setting, of_first, of_second) in [
            ("output = yaml", false, true),
            ("retry_mode = legacy", true, false),
            ("cli_timestamp_format = none", true, false),
            ("cli_binary_format = foo", true, false),
            ("sts_regional_endpoints = foo", false, true),
            ("max_attempts = 0", false, false),
            ("output = text", true, true),
            ("request_checksum_calculation = WHEN_REQUIRED", true, true),
        ] {
            for (version, is_taken) in [(first, of_first), (second, of_second)] {
                let expected = if is_taken { "healthy" } else { "setting_value_invalid" };
                assert_eq!(of(setting, &[], version), expected, "{setting}, {version}");
            }
        }
        let checksums = "request_checksum_calculation = foo";
        assert_eq!(of(checksums, &[], version(2, 22)), "healthy", "it is not looked at yet");
        assert_eq!(of(checksums, &[], version(2, 23)), "setting_value_invalid");
    }

    #[test]
    fn a_variable_is_read_before_the_setting() {
        let variable = |value| [("AWS_RETRY_MODE", value)];
        assert_eq!(of("retry_mode = wrong", &variable("standard"), version(2, 36)), "healthy");
        assert_eq!(of("retry_mode = standard", &variable(""), version(2, 36)), "setting_value_invalid");
    }

    #[test]
    fn values_as_python_reads_them() {
        for (text, expected) in [
            ("5", Some(5)),
            (" +5 ", Some(5)),
            ("-1", Some(-1)),
            ("1_000", Some(1000)),
            ("1__0", None),
            ("1.5", None),
            ("", None),
            ("five", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_meant_is_taken() {
        let output = OneOf(&["json", "text"]);
        for (written, right) in [
            ("JSON", Some("json")),
            ("\"json\"", Some("json")),
            ("json # for jq", Some("json")),
            ("jsom", None),
            ("", None),
        ] {
            assert_eq!(meant(output, written).as_deref(), right, "{written}");
        }
        assert_eq!(meant(Number(1, i64::MAX), "'3'").as_deref(), Some("3"));
    }
}
