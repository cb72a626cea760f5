//! Checks keys kept in a file: complete, of one session, not expired.

use aws_files::{FileKind, LineFix, Location, Profile, Section, SectionName, Setting, access_key, setting};
use chrono::TimeDelta;

use super::{environment, key_form};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, Sentence, mask};
use sandglass_core::problem::{Code, Origin};
use sandglass_core::profiles::Change;
use sandglass_core::resolve::{Call, KeysPlace, KeysSource, Source, resolve};
use sandglass_core::session::Needs;

/// Keys that end sooner are worth a word.
const SOON: TimeDelta = TimeDelta::minutes(15);

pub(super) fn check(evidence: &Evidence) -> Check {
    let halves = partial(evidence);
    if !halves.is_empty() {
        return Check::new(CheckCode::Keys, halves, Sentence::default());
    }
    let Some((keys, file)) = kept_in_file(evidence) else {
        return Check::skipped(CheckCode::Keys, Sentence::new("check-keys-none"));
    };
    let keys = &keys;
    let mut findings = key_form::of_section(evidence, keys, file);
    if let Some(section) = section(evidence, &keys.profile, file) {
        findings.extend(token(evidence, keys, file, section));
    }
    findings.extend(ended(evidence, keys));
    let needed = evidence.needs_source();
    let findings = findings.into_iter().map(|finding| finding.breaking_if(needed)).collect();
    Check::new(CheckCode::Keys, findings, detail(keys)).shows([shown(evidence, keys)])
}

fn detail(keys: &KeysSource) -> Sentence {
    let id = if keys.temporary { "check-keys-temporary" } else { "check-keys-long_term" };
    Sentence::new(id).with("profile", &keys.profile).with("key", mask::access_key(&keys.access_key_id))
}

fn shown(evidence: &Evidence, keys: &KeysSource) -> Exhibit {
    let exhibit = Exhibit::new("exhibit-access_key").with("profile", &keys.profile);
    exhibit.from(&keys.at, &evidence.paths).value(mask::access_key(&keys.access_key_id))
}

/// The keys in a file that the chain starts from, or would once it is fixed.
fn kept_in_file(evidence: &Evidence) -> Option<(KeysSource, FileKind)> {
    if evidence.variables_decide() && !environment::is_broken(evidence) {
        return None;
    }
    let found = if let Some(source) = &evidence.of_profile().source {
        source.clone()
    } else {
        let last = Call::Profile(evidence.chain().last()?.name.clone());
        resolve(&evidence.profiles, &evidence.variables.process, &last).source?
    };
    let Source::Keys(keys) = found.base() else { return None };
    let keys = keys.clone();
    match keys.place {
        KeysPlace::Environment => None,
        KeysPlace::CredentialsFile => Some((keys, FileKind::Credentials)),
        KeysPlace::ConfigFile => Some((keys, FileKind::Config)),
    }
}

fn section<'e>(evidence: &'e Evidence, profile: &str, file: FileKind) -> Option<&'e Section> {
    of_file(evidence.profiles.get(profile)?, file)
}

fn of_file(profile: &Profile, file: FileKind) -> Option<&Section> {
    match file {
        FileKind::Config => profile.config.as_ref(),
        FileKind::Credentials => profile.credentials.as_ref(),
    }
}

fn other(file: FileKind) -> FileKind {
    match file {
        FileKind::Config => FileKind::Credentials,
        FileKind::Credentials => FileKind::Config,
    }
}

/// Half a pair: the AWS CLI takes both halves from one file.
fn partial(evidence: &Evidence) -> Vec<Finding> {
    if evidence.variables_decide() && !environment::is_broken(evidence) {
        return Vec::new();
    }
    let partial = evidence.of_profile().errors.iter().filter(|problem| problem.code == Code::PartialKeys);
    partial
        .filter_map(|problem| {
            let Some(Origin::File(at)) = problem.at else { return None };
            let name = problem.args.iter().find(|(name, _)| *name == "profile")?.1.clone();
            Some(half(evidence, &name, at))
        })
        .collect()
}

fn half(evidence: &Evidence, profile: &str, at: Location) -> Finding {
    let shown = Exhibit::new("exhibit-access_key").with("profile", profile).at(at, &evidence.paths);
    let elsewhere = section(evidence, profile, other(at.file))
        .and_then(|found| found.get(setting::AWS_SECRET_ACCESS_KEY));
    let place = evidence.paths.display_location(at);
    let Some(secret) = elsewhere else {
        let misspelt = super::misspelt::near(evidence, profile, setting::AWS_SECRET_ACCESS_KEY);
        let finding = Finding::new(Cause::PartialKeys)
            .with("profile", profile)
            .with("place", place)
            .with("key", setting::AWS_SECRET_ACCESS_KEY)
            .shown_by(shown);
        return finding.breaking_if(misspelt.is_none());
    };
    Finding::new(Cause::KeysSplitOverFiles)
        .with("profile", profile)
        .with("place", place)
        .with("other", evidence.paths.display_location(secret.at))
        .shown_by(shown)
        .shown_by(Exhibit::new("exhibit-secret_key").at(secret.at, &evidence.paths))
        .fixed_by(join(evidence, profile, setting::AWS_SECRET_ACCESS_KEY, secret, at.file))
}

/// Moves a value to the file where its companions stand.
fn join(evidence: &Evidence, profile: &str, key: &str, setting: &Setting, to: FileKind) -> Option<Fix> {
    let change = Change::Set {
        section: SectionName::Profile(profile.to_owned()),
        settings: vec![sandglass_core::profiles::NewSetting::new(key, setting.value())],
        file: Some(to),
    };
    let title = Sentence::new("fix-join_keys").with("key", key).with("path", name_of(evidence, to));
    Fix::edit(evidence, title, change)
}

fn name_of(evidence: &Evidence, file: FileKind) -> String {
    evidence.paths.display(evidence.paths.file(file))
}

/// A token that is missing, stale, or of another session.
fn token(evidence: &Evidence, keys: &KeysSource, file: FileKind, section: &Section) -> Option<Finding> {
    let (old, new) = (section.get(setting::AWS_SECURITY_TOKEN), section.get(setting::AWS_SESSION_TOKEN));
    let differ = old.zip(new).is_some_and(|(old, new)| old.value() != new.value());
    let written = |setting: &&Setting| !setting.value().is_empty();
    let (old, new) = if differ { (old, new) } else { (old.filter(written), new.filter(written)) };
    let is_long_term = access_key::is_long_term(&keys.access_key_id);
    match (old, new) {
        (Some(old), Some(new)) if old.value() != new.value() => Some(stale(evidence, keys, old)),
        (Some(old), None) if is_long_term => Some(stale(evidence, keys, old)),
        (_, Some(token)) if is_long_term => {
            let finding = base(evidence, keys, Cause::KeysMismatched);
            let shown = Exhibit::new("exhibit-token").at(token.at, &evidence.paths);
            Some(finding.shown_by(shown).fixed_by(unset(
                evidence,
                keys,
                setting::AWS_SESSION_TOKEN,
                token.at,
            )))
        }
        (None, None) if access_key::is_temporary(&keys.access_key_id) => {
            Some(without_token(evidence, keys, file))
        }
        _ => None,
    }
}

/// Temporary keys whose token stands in the other file, or nowhere.
fn without_token(evidence: &Evidence, keys: &KeysSource, file: FileKind) -> Finding {
    let names = [setting::AWS_SESSION_TOKEN, setting::AWS_SECURITY_TOKEN];
    let other = section(evidence, &keys.profile, other(file));
    let elsewhere = names.into_iter().find_map(|name| Some((name, other?.get(name)?)));
    let Some((name, token)) = elsewhere else {
        let misspelt = super::misspelt::near(evidence, &keys.profile, setting::AWS_SESSION_TOKEN);
        return base(evidence, keys, Cause::SessionTokenMissing).breaking_if(misspelt.is_none());
    };
    base(evidence, keys, Cause::TokenInOtherFile)
        .with("other", evidence.paths.display_location(token.at))
        .shown_by(Exhibit::new("exhibit-token").at(token.at, &evidence.paths))
        .fixed_by(join(evidence, &keys.profile, name, token, file))
}

fn base(evidence: &Evidence, keys: &KeysSource, cause: Cause) -> Finding {
    Finding::suspicion(cause)
        .with("profile", &keys.profile)
        .with("key", mask::access_key(&keys.access_key_id))
        .with("place", sandglass_core::text::place(&keys.at, &evidence.paths))
        .shown_by(shown(evidence, keys))
}

fn stale(evidence: &Evidence, keys: &KeysSource, old: &Setting) -> Finding {
    base(evidence, keys, Cause::StaleSecurityToken)
        .with("line", evidence.paths.display_location(old.at))
        .shown_by(Exhibit::new("exhibit-token").at(old.at, &evidence.paths))
        .fixed_by(unset(evidence, keys, setting::AWS_SECURITY_TOKEN, old.at))
}

fn unset(evidence: &Evidence, keys: &KeysSource, key: &str, at: Location) -> Option<Fix> {
    let change = Change::FixLines {
        section: SectionName::Profile(keys.profile.clone()),
        file: at.file,
        lines: vec![(at.line, LineFix::Remove)],
    };
    Fix::edit(evidence, Sentence::new("fix-remove_key").with("key", key), change)
}

/// Temporary keys that have run out, or soon do.
fn ended(evidence: &Evidence, keys: &KeysSource) -> Option<Finding> {
    let end = keys.expires_at()?;
    if end - evidence.now > SOON {
        return None;
    }
    let recorded = keys.expiry.as_ref()?;
    let cause = if end > evidence.now { Cause::ExpiringFileKeys } else { shadowing(evidence, keys) };
    let mut finding = match cause {
        Cause::ExpiringFileKeys => Finding::warning(cause),
        _ => Finding::suspicion(cause),
    };
    finding = finding
        .with("profile", &keys.profile)
        .with("key", mask::access_key(&keys.access_key_id))
        .with("place", sandglass_core::text::place(&keys.at, &evidence.paths))
        .with("end", sandglass_core::text::instant(end))
        .with("dated", "yes")
        .shown_by(shown(evidence, keys));
    if let Some(at) = recorded.at {
        let shown = Exhibit::new("exhibit-end").at(at, &evidence.paths).instant(end);
        finding = finding.shown_by(shown);
    }
    let fix = match cause {
        Cause::ExpiredKeysShadowProcess | Cause::ExpiredKeysShadowLogin => drop_keys(evidence, keys),
        _ => None,
    };
    Some(renewed(evidence, keys, finding.fixed_by(fix)))
}

/// Adds the renewal of expired keys as a fix, if a role was chosen that renews them.
pub(super) fn renewed(evidence: &Evidence, keys: &KeysSource, finding: Finding) -> Finding {
    if finding.cause != Cause::ExpiredFileKeys {
        return finding;
    }
    let takes_code = match evidence.renewals.get(&keys.profile) {
        Some(Needs::Nothing) => false,
        Some(Needs::Code { .. }) => true,
        _ => return finding.with("refreshed", "no"),
    };
    finding.with("refreshed", "yes").fixed_by(Fix::renew(&keys.profile, takes_code))
}

/// Returns the cause that names the provider which the keys shadow.
fn shadowing(evidence: &Evidence, keys: &KeysSource) -> Cause {
    let profile = evidence.profiles.get(&keys.profile);
    let has = |key| profile.is_some_and(|profile| profile.get(key).is_some());
    match keys.place {
        KeysPlace::CredentialsFile if has(setting::LOGIN_SESSION) => Cause::ExpiredKeysShadowLogin,
        KeysPlace::CredentialsFile if has(setting::CREDENTIAL_PROCESS) => Cause::ExpiredKeysShadowProcess,
        _ => Cause::ExpiredFileKeys,
    }
}

/// Takes the keys of a session away, with its token and end, so that what stands behind them counts.
fn drop_keys(evidence: &Evidence, keys: &KeysSource) -> Option<Fix> {
    let file = match keys.place {
        KeysPlace::ConfigFile => FileKind::Config,
        _ => FileKind::Credentials,
    };
    let section = section(evidence, &keys.profile, file)?;
    let names = setting::SESSION_KEYS.into_iter().chain(aws_files::expiry::KEYS);
    let names = names.filter(|name| section.get(name).is_some()).map(str::to_owned).collect();
    let change =
        Change::Unset { section: SectionName::Profile(keys.profile.clone()), keys: names, file: Some(file) };
    let title = Sentence::new("fix-drop_keys").with("profile", &keys.profile);
    Fix::edit(evidence, title, change)
}
