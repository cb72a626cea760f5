//! Checks whose credentials they are: finds those that AWS refuses, and those of somebody else.

use aws_files::{Arn, setting};

use super::calls::{self, CallContext};
use super::{environment, keys, refused};
use crate::evidence::live::{Identity, Operation, Refusal};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Fix, FixAction, Sentence, mask};
use sandglass_core::resolve::{KeysPlace, KeysSource, Source};

pub(super) fn check(evidence: &Evidence) -> Check {
    let mut findings: Vec<Finding> =
        calls::of(evidence, Operation::GetCallerIdentity).filter_map(|context| finding(&context)).collect();
    let Some(identity) = calls::identity(evidence) else {
        let unknown = Sentence::new("check-identity-skipped");
        if findings.is_empty() {
            return Check::skipped(CheckCode::Identity, unknown);
        }
        return Check::new(CheckCode::Identity, findings, unknown);
    };
    findings.extend(of_another(evidence, identity));
    let detail = Sentence::new("check-identity-ok").with("arn", &identity.arn);
    Check::new(CheckCode::Identity, findings, detail).shows([exhibit(identity)])
}

fn exhibit(identity: &Identity) -> Exhibit {
    Exhibit::new("exhibit-identity").value(&identity.arn)
}

/// Finds what is wrong with credentials that AWS refuses.
fn finding(context: &CallContext<'_>) -> Option<Finding> {
    if let Some(finding) = refused::of_any_call(context) {
        return Some(finding);
    }
    let refusal = context.refusal()?;
    if refused::clock(refusal).is_some() {
        return None;
    }
    if let Some(path) = &context.call.cached_in {
        if is_refused_anew(context, refusal) {
            return None;
        }
        let shown = Exhibit::new("exhibit-cache_entry").in_file(path.clone(), None);
        let delete = FixAction::DeleteCacheFiles(vec![path.clone()]);
        let fix = Fix::new(Sentence::new("fix-delete_cached_session"), delete);
        let mut finding = context.finding(Cause::CachedSessionRefused).fixed_by([fix]);
        finding.exhibits.insert(0, shown);
        return Some(finding);
    }
    let cause = cause(context, refusal);
    let finding = context.finding(cause).with("detail", &refusal.message);
    if context.keys().is_some_and(|keys| keys.place == KeysPlace::Environment) {
        // With --profile it takes the profile's own word that the variables are used.
        let finding = finding.with("dated", if context.evidence.is_explicit() { "source" } else { "no" });
        return Some(environment::with_session(context.evidence, finding));
    }
    let finding = parts(context, cause).into_iter().fold(finding, Finding::shown_by);
    Some(match cause {
        // The same causes as when the program itself tells.
        Cause::ProcessAnswerInvalid => finding.with("reason", "refused").with("field", ""),
        Cause::LoginSessionExpired => finding.with("refused", "yes"),
        _ => match context.keys() {
            Some(keys) => keys::renewed(context.evidence, keys, finding),
            None => finding,
        },
    })
}

/// True if AWS answers what was asked in place of the cached session the same: then it is not about that one.
fn is_refused_anew(context: &CallContext<'_>, refusal: &Refusal) -> bool {
    calls::of(context.evidence, Operation::GetCallerIdentity).any(|other| {
        let is_new = other.call.depth >= context.call.depth && other.call.cached_in.is_none();
        is_new && other.refusal().is_some_and(|answer| answer.code == refusal.code)
    })
}

/// The secret or the token of a file, where that is what does not fit.
fn parts(context: &CallContext<'_>, cause: Cause) -> Vec<Exhibit> {
    let keys: &[&str] = match cause {
        Cause::SecretWrong => &[setting::AWS_SECRET_ACCESS_KEY],
        Cause::KeysMismatched => &[setting::AWS_SECURITY_TOKEN, setting::AWS_SESSION_TOKEN],
        _ => return Vec::new(),
    };
    let Some(source) = context.keys() else { return Vec::new() };
    let evidence = context.evidence;
    let Some(profile) = evidence.profiles.get(&source.profile) else { return Vec::new() };
    let section = match source.place {
        KeysPlace::ConfigFile => profile.config.as_ref(),
        _ => profile.credentials.as_ref(),
    };
    let setting = |key: &&str| {
        let setting = section?.get(key)?;
        let shown = Exhibit::new("exhibit-setting_sent").with("key", *key).at(setting.at, &evidence.paths);
        Some(shown.value(mask::value(key, setting.value())))
    };
    keys.iter().filter_map(setting).collect()
}

fn cause(context: &CallContext<'_>, refusal: &Refusal) -> Cause {
    let known =
        refused::is_over(refusal) || refused::is_unknown(refusal) || refused::is_wrong_secret(refusal);
    if !known {
        return Cause::AccessDenied;
    }
    match (context.keys(), context.source) {
        (Some(keys), _) if keys.place == KeysPlace::Environment => of_variables(keys, refusal),
        (Some(keys), _) => of_file(context.evidence, keys, refusal),
        (None, Source::Login(_)) => Cause::LoginSessionExpired,
        (None, Source::Process(_)) if refused::is_over(refusal) => Cause::ProcessAnswerExpired,
        (None, Source::Process(_)) => Cause::ProcessAnswerInvalid,
        _ => Cause::AccessDenied,
    }
}

fn of_variables(keys: &KeysSource, refusal: &Refusal) -> Cause {
    if refused::is_over(refusal) {
        Cause::ExpiredEnvironmentKeys
    } else if refused::is_wrong_secret(refusal) {
        Cause::EnvironmentSecretWrong
    } else if keys.temporary {
        Cause::EnvironmentKeysMismatched
    } else {
        Cause::EnvironmentKeysRefused
    }
}

fn of_file(evidence: &Evidence, keys: &KeysSource, refusal: &Refusal) -> Cause {
    let shadowed =
        |key| evidence.profiles.get(&keys.profile).is_some_and(|profile| profile.get(key).is_some());
    if refused::is_over(refusal) {
        // Keys of the config file come after both.
        match keys.place {
            KeysPlace::CredentialsFile if shadowed(setting::LOGIN_SESSION) => Cause::ExpiredKeysShadowLogin,
            KeysPlace::CredentialsFile if shadowed(setting::CREDENTIAL_PROCESS) => {
                Cause::ExpiredKeysShadowProcess
            }
            _ => Cause::ExpiredFileKeys,
        }
    } else if refused::is_wrong_secret(refusal) {
        Cause::SecretWrong
    } else if keys.temporary {
        Cause::KeysMismatched
    } else {
        Cause::AccessKeyRefused
    }
}

/// Live credentials of an identity the files did not mean.
fn of_another(evidence: &Evidence, identity: &Identity) -> Option<Finding> {
    let (account, role) = expected(evidence)?;
    let cause = if account.as_ref().is_some_and(|account| *account != identity.account) {
        Cause::WrongAccount
    } else if role.as_ref().is_some_and(|role| !is_session_of(&identity.arn, role)) {
        Cause::WrongIdentity
    } else {
        return None;
    };
    let own =
        calls::of(evidence, Operation::GetCallerIdentity).filter(|context| context.call.depth == 0).last()?;
    let mut finding = own
        .finding(cause)
        .with("arn", &identity.arn)
        .with("account", &identity.account)
        .with("expected_account", account.unwrap_or_default())
        .with("expected_role", role.unwrap_or_default())
        .shown_by(exhibit(identity));
    if let Some(path) = &own.call.cached_in {
        finding.exhibits.insert(0, Exhibit::new("exhibit-cache_entry").in_file(path.clone(), None));
        let delete = FixAction::DeleteCacheFiles(vec![path.clone()]);
        finding = finding.fixed_by([Fix::new(Sentence::new("fix-delete_cached_session"), delete)]);
    }
    Some(finding)
}

/// The account and the beginning of the role's name that the files mean.
fn expected(evidence: &Evidence) -> Option<(Option<String>, Option<String>)> {
    let setting =
        |profile: &str, key: &str| Some(evidence.profiles.get(profile)?.get(key)?.value().to_owned());
    match evidence.resolution.source.as_ref()? {
        Source::Role(role) => Some(of_arn(&role.role_arn.value)),
        Source::WebIdentity(identity) => Some(of_arn(identity.role_arn.as_str())),
        Source::Sso(sso) => {
            let role = format!("AWSReservedSSO_{}_", sso.role_name.value);
            Some((Some(sso.account_id.value.clone()), Some(role)))
        }
        Source::Login(login) => Some((of_arn(login.session.as_str()).0, None)),
        source => {
            let named = source.profile()?;
            Some((setting(named, setting::AWS_ACCOUNT_ID), None))
        }
    }
}

/// The account of an ARN, and the name at its end.
fn of_arn(arn: &str) -> (Option<String>, Option<String>) {
    let Some(arn) = Arn::parse(arn) else { return (None, None) };
    let account = Some(arn.account).filter(|account| !account.is_empty());
    (account.map(str::to_owned), arn.last_name().map(str::to_owned))
}

/// `arn:aws:sts::123456789012:assumed-role/NAME/SESSION`. A name that ends in `_` goes on with what AWS added.
fn is_session_of(arn: &str, role: &str) -> bool {
    let name = Arn::parse(arn).and_then(|arn| arn.session_role_name());
    name.is_some_and(|name| name == role || (role.ends_with('_') && name.starts_with(role)))
}
