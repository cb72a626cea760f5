//! Finds settings whose names are nearly ones that the AWS CLI reads.

use aws_files::{LineFix, Location, Profile, Section, SectionName, setting};

use crate::spelling::meant;
use crate::{Cause, Evidence, Exhibit, Finding, Fix, Sentence, mask};
use sandglass_core::profiles::Change;

/// Names people write from memory, and what they mean by them.
const FROM_MEMORY: &[(&str, &[&str])] = &[
    (setting::AWS_ACCESS_KEY_ID, &["access_key_id", "access_key", "aws_access_key", "aws_key_id", "aws_key"]),
    (setting::AWS_SECRET_ACCESS_KEY, &["secret_access_key", "secret_key", "aws_secret_key", "aws_secret"]),
    (setting::AWS_SESSION_TOKEN, &["session_token", "aws_token", "security_token"]),
    (setting::ROLE_ARN, &["aws_role_arn", "assume_role_arn"]),
    (setting::SOURCE_PROFILE, &["src_profile", "parent_profile", "base_profile"]),
    (setting::MFA_SERIAL, &["mfa_device", "mfa_arn", "mfa_serial_number"]),
    (setting::REGION, &["aws_region", "default_region", "aws_default_region"]),
    (setting::SSO_ACCOUNT_ID, &["sso_account"]),
    (setting::SSO_ROLE_NAME, &["sso_role"]),
    (setting::SSO_START_URL, &["sso_url"]),
];

/// A key that is nearly another one.
pub(super) struct Misspelt<'e> {
    pub(super) written: &'e str,
    pub(super) meant: &'static str,
    at: Location,
    /// A slip of the pen, not another name altogether: nobody means anything else by it.
    is_slip: bool,
    fault: Fault,
}

/// The kind of fault.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// Its letters.
    Spelling,
    /// `role_arn arn:aws:…`: it is the right key, and the AWS CLI reads on to the colon.
    NoEquals,
    /// It is the right key, and the blanks before it make its line a part of the value above.
    Indented,
}

/// The misspelt keys of every profile of the chain.
pub(super) fn findings(evidence: &Evidence) -> Vec<Finding> {
    let chain = evidence.chain();
    chain.iter().filter_map(|profile| finding(evidence, profile, &of_profile(evidence, profile))).collect()
}

/// The key that was probably meant to be this one, in a profile that lacks it.
pub(super) fn near<'e>(evidence: &'e Evidence, profile: &str, key: &str) -> Option<Misspelt<'e>> {
    of_profile(evidence, evidence.profiles.get(profile)?).into_iter().find(|misspelt| misspelt.meant == key)
}

fn of_profile<'e>(evidence: &Evidence, profile: &'e Profile) -> Vec<Misspelt<'e>> {
    let sections = [profile.config.as_ref(), profile.credentials.as_ref()];
    let mut found = Vec::new();
    for section in sections.into_iter().flatten() {
        found.extend(indented(evidence, profile, section));
        for key in section.keys().filter(|key| !setting::is_known(key)) {
            if let Some(misspelt) = without_equals(profile, section, key) {
                found.push(misspelt);
                continue;
            }
            let variable = ["export ", "set "].iter().find_map(|word| key.strip_prefix(word));
            let exported =
                variable.and_then(|name| setting::DECISIVE.iter().find(|known| **known == name.trim()));
            let decisive = setting::DECISIVE.iter().copied().filter(|known| profile.get(known).is_none());
            let written = normal(key);
            let slip = exported.copied().or_else(|| meant_exactly(&written)).or_else(|| meant(key, decisive));
            let Some(meant) = slip.or_else(|| from_memory(key)) else { continue };
            if profile.get(meant).is_none()
                && let Some(setting) = section.get(key)
            {
                let is_slip = slip.is_some();
                found.push(Misspelt { written: key, meant, at: setting.at, is_slip, fault: Fault::Spelling });
            }
        }
    }
    found
}

/// Names the first word only: what follows the blank is part of a value, which may be secret.
fn without_equals<'e>(profile: &Profile, section: &'e Section, key: &'e str) -> Option<Misspelt<'e>> {
    let (written, _) = key.split_once([' ', '\t'])?;
    let meant = setting::DECISIVE.iter().copied().find(|known| *known == written)?;
    let at = section.get(key).filter(|_| profile.get(meant).is_none())?.at;
    Some(Misspelt { written, meant, at, is_slip: true, fault: Fault::NoEquals })
}

/// True if the value at a line holds a setting that was indented below it.
pub(super) fn swallows(evidence: &Evidence, profile: &Profile, line: usize) -> bool {
    let sections = [profile.config.as_ref(), profile.credentials.as_ref()];
    let mut swallowed =
        sections.into_iter().flatten().flat_map(|section| indented(evidence, profile, section));
    swallowed.any(|one| one.at.line > line)
}

/// Settings that became a part of the value above them.
fn indented<'e>(evidence: &Evidence, profile: &Profile, section: &'e Section) -> Vec<Misspelt<'e>> {
    let mut found = Vec::new();
    for setting in section.keys().filter_map(|key| section.get(key)) {
        // A value that begins on the next line is a block of settings.
        let lines = setting.value().lines().skip(1).filter(|_| !setting.value().starts_with('\n'));
        for text in lines {
            let Some((key, _)) = text.split_once('=') else { continue };
            let key = key.trim().to_lowercase();
            let Some(meant) = setting::DECISIVE.iter().copied().find(|known| *known == key) else { continue };
            let document = evidence.files.text.document(setting.at.file);
            let mut below = (setting.at.line + 1..).map_while(|line| Some((line, document.line(line)?)));
            let stands = below.find(|(_, line)| line.trim() == text.trim());
            if let (None, Some((line, _))) = (profile.get(meant), stands) {
                let at = Location { line, ..setting.at };
                found.push(Misspelt { written: meant, meant, at, is_slip: true, fault: Fault::Indented });
            }
        }
    }
    found
}

/// `role-arn`, `role arn` and `roleArn` are `role_arn`.
fn normal(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

fn meant_exactly(written: &str) -> Option<&'static str> {
    setting::DECISIVE.iter().copied().find(|known| known.replace('_', "") == written)
}

fn from_memory(key: &str) -> Option<&'static str> {
    let key = key.replace('-', "_");
    FROM_MEMORY.iter().find(|(_, names)| names.contains(&key.as_str())).map(|(meant, _)| *meant)
}

/// One finding a profile, about the key that matters most; all of its file are fixed together.
fn finding(evidence: &Evidence, profile: &Profile, all: &[Misspelt<'_>]) -> Option<Finding> {
    let misspelt = all.iter().find(|one| breaks(evidence, one)).or_else(|| all.first())?;
    let same_file = all.iter().filter(|one| one.at.file == misspelt.at.file);
    let lines = same_file.map(|one| (one.at.line, fix(evidence, one)));
    let change = Change::FixLines {
        section: SectionName::Profile(profile.name.clone()),
        file: misspelt.at.file,
        lines: lines.collect(),
    };
    let title = match misspelt.fault {
        Fault::Spelling => {
            Sentence::new("fix-spell_key").with("was", misspelt.written).with("by", misspelt.meant)
        }
        Fault::NoEquals => {
            let by = format!("{} =", misspelt.meant);
            Sentence::new("fix-spell_key").with("was", misspelt.written).with("by", by)
        }
        Fault::Indented => Sentence::new("fix-outdent").with("key", misspelt.meant),
    };
    let mut finding = Finding::new(match misspelt.fault {
        Fault::Indented => Cause::SettingIndented,
        Fault::Spelling | Fault::NoEquals => Cause::SettingMisspelt,
    });
    finding.is_suspicion = !misspelt.is_slip;
    finding.exhibits.extend(all.iter().map(|one| shown(evidence, profile, one)));
    let finding = finding
        .with("profile", &profile.name)
        .with("key", misspelt.written)
        .with("meant", misspelt.meant)
        .with("fault", if misspelt.fault == Fault::NoEquals { "no_equals" } else { "spelling" })
        .with("place", evidence.paths.display_location(misspelt.at))
        .fixed_by(Fix::edit(evidence, title, change))
        .breaking_if(breaks(evidence, misspelt));
    Some(finding)
}

fn shown(evidence: &Evidence, profile: &Profile, misspelt: &Misspelt<'_>) -> Exhibit {
    let value = profile.get(misspelt.written).map(|setting| mask::value(misspelt.meant, setting.value()));
    let exhibit = Exhibit::new("exhibit-key").at(misspelt.at, &evidence.paths);
    exhibit.value(format!("{} = {}", misspelt.written, value.unwrap_or_default()))
}

/// A missing region or endpoint is of no matter where another one holds; a missing device, external id
/// or session name only where AWS asks for it.
fn breaks(evidence: &Evidence, misspelt: &Misspelt<'_>) -> bool {
    match misspelt.meant {
        setting::REGION => evidence.resolution.client.region.is_none(),
        setting::SERVICES
        | setting::ENDPOINT_URL
        | setting::ROLE_SESSION_NAME
        | setting::EXTERNAL_ID
        | setting::MFA_SERIAL => !evidence.is_accepted() && !evidence.live.offline,
        _ => true,
    }
}

fn fix(evidence: &Evidence, misspelt: &Misspelt<'_>) -> LineFix {
    let was = as_written(evidence, misspelt);
    let equals = if misspelt.fault == Fault::NoEquals { " =" } else { "" };
    LineFix::Replace { was, by: format!("{}{equals}", misspelt.meant) }
}

/// The key in the letters it has in its line.
fn as_written(evidence: &Evidence, misspelt: &Misspelt<'_>) -> String {
    let document = evidence.files.text.document(misspelt.at.file);
    let line = document.line(misspelt.at.line).unwrap_or_default();
    let key = line.split(['=', ':']).next().unwrap_or_default();
    if misspelt.fault == Fault::Indented {
        return key.trim_end().to_owned();
    }
    let key = key.trim();
    let key = match misspelt.fault {
        Fault::NoEquals => key.split_whitespace().next().unwrap_or_default(),
        _ => key,
    };
    if key.to_lowercase() == misspelt.written { key.to_owned() } else { misspelt.written.to_owned() }
}
