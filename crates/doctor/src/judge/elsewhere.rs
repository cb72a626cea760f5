//! Explains why a pasted error cannot come from this profile: the profile has nothing that could cause it.

use crate::error_text::{ErrorText, Hint};
use crate::evidence::live::Refusal;
use crate::evidence::{EntryState, Operation, Outcome};
use crate::{Evidence, Sentence};
use sandglass_core::refusal::Meaning;
use sandglass_core::resolve::{KeysSource, Source};

/// The sentence about an error that the verdict does not explain; `why` says why it cannot be this profile's, if known.
pub(super) fn sentence(error: &ErrorText, why: Option<&'static str>) -> Sentence {
    Sentence::new("doctor-elsewhere").with("code", error.code.as_str()).with("why", why.unwrap_or("other"))
}

/// Returns the reason why such an error cannot come from this profile; none if it can.
pub(crate) fn reason(evidence: &Evidence, hint: Hint) -> Option<&'static str> {
    // With a file refused or the profile missing nobody knows what it would be.
    let source = evidence.resolution.source.as_ref()?;
    let chain = source.chain();
    let has = |wanted: fn(&&Source) -> bool| chain.iter().any(wanted);
    let lacks = |is_there: bool, why: &'static str| (!is_there).then_some(why);
    match hint {
        Hint::ExpiredToken | Hint::RefreshedExpired | Hint::DateUnreadable | Hint::CacheDamaged => {
            never_expires(evidence, &chain)
        }
        Hint::InvalidToken | Hint::SignatureMismatch => keys_known(evidence).then_some("keys_known"),
        Hint::ClockSkew => clock_is_right(evidence).then_some("clock_right"),
        Hint::AccessDeniedAssumeRole | Hint::Duration | Hint::MfaRequired | Hint::MfaFailed => {
            lacks(has(|source| is_role(source)), "no_role")
        }
        Hint::SsoExpired | Hint::SsoMisconfigured | Hint::SsoNotAssigned => {
            lacks(has(|source| matches!(source, Source::Sso(_))), "no_sso")
        }
        Hint::LoginExpired | Hint::LoginUnsupported => {
            lacks(has(|source| matches!(source, Source::Login(_))), "no_login")
        }
        Hint::ProcessFailed => lacks(has(|source| matches!(source, Source::Process(_))), "no_process"),
        Hint::WebIdentity => lacks(has(|source| matches!(source, Source::WebIdentity(_))), "no_web_identity"),
        Hint::Container => lacks(has(|source| is_host(source)), "no_host"),
        Hint::NoCredentials | Hint::PartialCredentials | Hint::ProfileMissing => Some("has_credentials"),
        Hint::FileUnparsable | Hint::SourceLoop => Some("files_fine"),
        Hint::RegionMissing => lacks(evidence.resolution.client.region.is_none(), "has_region"),
        // These come and go, and say nothing of the profile; or nobody knows the message.
        Hint::AccessDenied
        | Hint::NeedsLongTermKeys
        | Hint::ProfileMisconfigured
        | Hint::NotAboutCredentials
        | Hint::RegionInvalid
        | Hint::RegionDisabled
        | Hint::Network
        | Hint::Tls
        | Hint::Proxy
        | Hint::Throttled
        | Hint::ServiceFault
        | Hint::Unrecognised => None,
    }
}

fn is_role(source: &Source) -> bool {
    matches!(source, Source::Role(_) | Source::WebIdentity(_) | Source::Sso(_))
}

fn is_host(source: &Source) -> bool {
    matches!(source, Source::Container(_) | Source::Instance(_))
}

/// A role of which no session was ever stored, over keys without an end; or such keys alone.
fn never_expires(evidence: &Evidence, chain: &[&Source]) -> Option<&'static str> {
    let stored = |state: &EntryState| !matches!(state, EntryState::Absent);
    if evidence.caches.cli.entries.iter().any(|entry| stored(&entry.state)) {
        return None;
    }
    // A session that AWS gave just now counts: it was asked for without being stored.
    let granted = |outcome: &Outcome| matches!(outcome, Outcome::Granted(_));
    if evidence
        .live
        .calls
        .iter()
        .any(|call| call.operation != Operation::GetCallerIdentity && granted(&call.outcome))
    {
        return None;
    }
    match chain {
        [Source::Keys(keys)] => is_long_term(keys).then_some("long_term"),
        [roles @ .., Source::Keys(keys)] => {
            let are_roles = roles.iter().all(|source| matches!(source, Source::Role(_)));
            (are_roles && is_long_term(keys)).then_some("never_session")
        }
        _ => None,
    }
}

fn is_long_term(keys: &KeysSource) -> bool {
    !keys.temporary
}

/// True if AWS answered a call that they signed, be it with a refusal of what was asked.
fn keys_known(evidence: &Evidence) -> bool {
    let cannot_be = |refusal: &Refusal| {
        matches!(
            refusal.meaning(),
            Meaning::UnknownKey
                | Meaning::WrongSecret
                | Meaning::SessionOver
                | Meaning::ClockBehind
                | Meaning::ClockAhead
        )
    };
    let mut signed = evidence
        .live
        .calls
        .iter()
        .filter(|call| matches!(call.operation, Operation::AssumeRole | Operation::GetCallerIdentity))
        .peekable();
    signed.peek().is_some()
        && signed.all(|call| match &call.outcome {
            Outcome::Identity(_) | Outcome::Granted(_) => true,
            Outcome::Refused(refusal) => !cannot_be(refusal),
            _ => false,
        })
}

/// AWS refuses what is more than five minutes off; a clock that is near it may have been set since.
fn clock_is_right(evidence: &Evidence) -> bool {
    evidence.live.clock_ahead.is_some_and(|ahead| ahead.num_seconds().abs() < 60)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::checks::testing::{api_call, evidence, refused};
    use crate::evidence::EntryFound;
    use crate::{Diagnosis, DiagnosisOptions, diagnose};
    use sandglass_core::variables::Variables;

    const BASE: &str = "[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
                        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";
    const ROLE: &str = "[profile x]\nregion = eu-west-1\n\
                        role_arn = arn:aws:iam::123456789012:role/x\nsource_profile = base\n";
    const EXPIRED: &str = "An error occurred (ExpiredToken) when calling the ListBuckets operation: \
                           The provided token has expired.";
    const UNKNOWN: &str = "An error occurred (UnrecognizedClientException) when calling the ListTables \
                           operation: The security token included in the request is invalid.";

    /// A role that AWS refuses to keys that it knows.
    fn refused_role() -> Evidence {
        let mut evidence = evidence(ROLE, BASE, &Variables::default(), Some("x"));
        let no = "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: sts:AssumeRole";
        evidence.live.calls = vec![api_call(0, Operation::AssumeRole, refused("AccessDenied", no))];
        evidence
    }

    fn with(evidence: &Evidence, error: &str) -> Diagnosis {
        diagnose(evidence, &DiagnosisOptions { error: Some(error.to_owned()), ..DiagnosisOptions::default() })
    }

    fn why(diagnosis: &Diagnosis) -> Option<&str> {
        let other = diagnosis.elsewhere.as_ref()?;
        other.args.iter().find_map(|(name, why)| (*name == "why").then_some(why.as_str()))
    }

    fn explains_the_error(diagnosis: &Diagnosis) -> bool {
        diagnosis.symptoms.iter().any(|symptom| symptom.id == "symptom-error")
    }

    #[test]
    fn a_role_that_never_had_a_session_does_not_expire() {
        let found = with(&refused_role(), EXPIRED);
        assert_eq!(found.verdict.code(), "assume_role_denied");
        assert_eq!(why(&found), Some("never_session"));
        assert!(!explains_the_error(&found), "{:?}", found.symptoms);
    }

    #[test]
    fn keys_that_aws_answers_are_not_unknown_to_it() {
        let found = with(&refused_role(), UNKNOWN);
        assert_eq!((why(&found), explains_the_error(&found)), (Some("keys_known"), false));
    }

    #[test]
    fn the_error_that_the_root_brings_about_is_explained() {
        let denied = "An error occurred (AccessDenied) when calling the AssumeRole operation: User: \
                      arn:aws:iam::123456789012:user/ana is not authorized to perform: sts:AssumeRole";
        let found = with(&refused_role(), denied);
        assert_eq!((why(&found), explains_the_error(&found)), (None, true));
    }

    #[test]
    fn a_session_that_was_there_may_have_ended() {
        let mut evidence = refused_role();
        let state = EntryState::Session {
            expires_at: evidence.now + TimeDelta::minutes(20),
            access_key_id: "ASIAIOSFODNN7EXAMPLE".to_owned(),
            arn: None,
        };
        let (path, profile) = ("/home/ana/.aws/cli/cache/x.json".into(), "x".to_owned());
        evidence.caches.cli.entries =
            vec![EntryFound { path, profile, state, is_plain: true, unwritable: None }];
        assert_eq!(reason(&evidence, Hint::ExpiredToken), None);
        // It is not the root all the same: so it is asked about, without a reason.
        let found = with(&evidence, EXPIRED);
        assert!(matches!(why(&found), None | Some("other")) || explains_the_error(&found));
    }

    #[test]
    fn what_comes_and_goes_is_nobodys() {
        let evidence = refused_role();
        for hint in
            [Hint::Network, Hint::Throttled, Hint::ServiceFault, Hint::Unrecognised, Hint::AccessDenied]
        {
            assert_eq!(reason(&evidence, hint), None, "{hint:?}");
        }
        for (hint, why) in [
            (Hint::SsoExpired, "no_sso"),
            (Hint::LoginExpired, "no_login"),
            (Hint::ProcessFailed, "no_process"),
            (Hint::WebIdentity, "no_web_identity"),
            (Hint::Container, "no_host"),
            (Hint::FileUnparsable, "files_fine"),
            (Hint::ProfileMissing, "has_credentials"),
            (Hint::RegionMissing, "has_region"),
        ] {
            assert_eq!(reason(&evidence, hint), Some(why), "{hint:?}");
        }
        assert_eq!(reason(&evidence, Hint::MfaRequired), None, "it is a role");
    }

    #[test]
    fn every_reason_is_said_in_both_languages() {
        use sandglass_core::text::{Language, Text};
        let whys = [
            "never_session",
            "long_term",
            "keys_known",
            "clock_right",
            "no_role",
            "no_sso",
            "no_login",
            "no_process",
            "no_web_identity",
            "no_host",
            "has_credentials",
            "files_fine",
            "has_region",
        ];
        for language in Language::ALL {
            let text = Text::new(language);
            let said = |why: &str| {
                let args = [("code", "X".to_owned()), ("why", why.to_owned())];
                text.sentence("doctor-elsewhere", None, &args)
            };
            let other = said("other");
            for why in whys {
                assert!(said(why) != other && said(why).contains('X'), "{why} in {language:?}");
            }
        }
    }
}
