//! What the AWS of this home answers: sessions to who may have them, a refusal to the others.

use aws_files::Arn;
use chrono::TimeDelta;
use sandglass_app::facts::SignInPage;
use sandglass_app::state::{AttemptId, Event};
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::refusal::Refusal;
use sandglass_core::resolve::Resolution;
use sandglass_core::resolve::Source;
use sandglass_core::session::CLI_REUSE;
use sandglass_doctor::evidence::live::{
    ApiCall, Endpoint, Identity, LiveEvidence, Obstacle, Operation, Outcome, Reached,
};

use crate::home::{Home, Options, session_arn};
use crate::reading::end_of;

/// The one code that is right.
pub(crate) const RIGHT_CODE: &str = "123456";
const REGION: &str = "eu-west-1";
/// A role that trusts nobody here.
const PARTNER: &str = "arn:aws:iam::888877776666:role/PartnerAudit";
/// Who owns the long-term keys.
const USER: &str = "arn:aws:iam::123456789012:user/ana";

/// The address of STS in a region.
pub(crate) fn endpoint(region: Option<&str>) -> String {
    format!("https://sts.{}.amazonaws.com", region.unwrap_or(REGION))
}

/// A sign-in waits at its page.
pub(crate) fn waits_for_browser(attempt: AttemptId) -> Event {
    let link = format!("https://oidc.{REGION}.amazonaws.com/authorize");
    Event::SignInWaits { attempt, page: SignInPage { link, code: None, opens: true } }
}

/// Nothing answers.
pub(crate) fn no_network() -> Problem {
    Problem::new(Code::Network).with("endpoint", endpoint(None)).with("detail", "timed out")
}

/// Why a new session is refused; none where there is one.
pub(crate) fn refusal(options: &Options, source: &Source) -> Option<Problem> {
    if options.has("fail") {
        return Some(no_network());
    }
    let Source::Role(role) = source else { return None };
    (role.role_arn.as_str() == PARTNER).then(|| not_trusted(role.source.name(), PARTNER))
}

/// A role that does not trust who asks for it.
pub(crate) fn not_trusted(profile: &str, role: &str) -> Problem {
    Problem::new(Code::AccessDenied).with("profile", profile).with("role", role).with("detail", denied(role))
}

fn denied(role: &str) -> String {
    format!("User: {USER} is not authorized to perform: sts:AssumeRole on resource: {role}")
}

/// What asking AWS about the credentials of a call brings.
pub(crate) fn live(home: &Home, resolution: &Resolution, now: Timestamp) -> LiveEvidence {
    let client = &resolution.client;
    let region = client.region.as_ref();
    let silent = home.options.is("diagnosis", "offline");
    LiveEvidence {
        offline: false,
        endpoint: Some(Endpoint {
            url: endpoint(region.map(|region| region.value.as_str())),
            configured_at: None,
            region: region.map(|region| region.value.clone()),
            region_at: region.map(|region| region.at.clone()),
            ca_bundle: client.ca_bundle.as_ref().map(|bundle| (bundle.at.clone(), bundle.value.clone())),
            proxy: None,
            took: TimeDelta::milliseconds(84),
            reached: if silent { Reached::Not(Obstacle::TimedOut) } else { Reached::Sts },
        }),
        clock_ahead: (!silent).then(|| TimeDelta::seconds(1)),
        calls: if silent { Vec::new() } else { calls(home, resolution, now) },
        set_clock: "sudo timedatectl set-ntp true",
    }
}

/// Walks the chain as a diagnosis does: from the highest session that is cached, or from what needs no other.
fn calls(home: &Home, resolution: &Resolution, now: Timestamp) -> Vec<ApiCall> {
    let chain = resolution.source.as_ref().map(Source::chain).unwrap_or_default();
    let fresh = |(depth, source): (usize, &&Source)| {
        let (path, file) = home.cached(&source.stored(depth)?.cli_key()?)?;
        (end_of(file)? - now >= CLI_REUSE).then_some((depth, path))
    };
    let mut asked = Vec::new();
    let told = |depth, operation, outcome| ApiCall { depth, operation, cached_in: None, outcome };
    let mut depth = if let Some((depth, path)) = chain.iter().enumerate().find_map(fresh) {
        let cached_in = Some(path);
        asked.push(ApiCall {
            cached_in,
            ..told(depth, Operation::GetCallerIdentity, identity(chain[depth], now))
        });
        depth
    } else {
        let Some(base) = chain.len().checked_sub(1) else { return asked };
        match chain[base] {
            Source::Sso(_) => asked.push(told(base, Operation::GetRoleCredentials, granted(now))),
            Source::WebIdentity(_) => {
                asked.push(told(base, Operation::AssumeRoleWithWebIdentity, granted(now)));
            }
            Source::Keys(_) | Source::Process(_) => {}
            // A sign-in that is over, or what only a host gives.
            _ => return asked,
        }
        let who = identity(chain[base], now);
        let is_taken = matches!(who, Outcome::Identity(_));
        asked.push(told(base, Operation::GetCallerIdentity, who));
        if !is_taken {
            return asked;
        }
        base
    };
    while let Some(next) = depth.checked_sub(1) {
        depth = next;
        let outcome = assumed(chain[depth], now);
        let goes_on = matches!(outcome, Outcome::Granted(_));
        asked.push(told(depth, Operation::AssumeRole, outcome));
        if !goes_on {
            return asked;
        }
        if depth == 0 {
            asked.push(told(0, Operation::GetCallerIdentity, identity(chain[0], now)));
        }
    }
    asked
}

fn granted(now: Timestamp) -> Outcome {
    Outcome::Granted(Some(now + TimeDelta::hours(1)))
}

fn assumed(source: &Source, now: Timestamp) -> Outcome {
    match source {
        Source::Role(role) => match &role.mfa_serial {
            Some(serial) => Outcome::CodeWanted(serial.value.clone()),
            None if role.role_arn.as_str() == PARTNER => {
                Outcome::Refused(Refusal { code: "AccessDenied".to_owned(), message: denied(PARTNER) })
            }
            None => granted(now),
        },
        _ => granted(now),
    }
}

fn identity(source: &Source, now: Timestamp) -> Outcome {
    let arn = match source {
        Source::Keys(keys) if keys.expires_at().is_some_and(|end| end <= now) => {
            let message = "The security token included in the request is expired".to_owned();
            return Outcome::Refused(Refusal { code: "ExpiredToken".to_owned(), message });
        }
        Source::Role(role) => session_arn(role.role_arn.as_str()),
        Source::WebIdentity(identity) => session_arn(identity.role_arn.as_str()),
        Source::Sso(sso) => session_arn(&format!(
            "arn:aws:iam::{}:role/AWSReservedSSO_{}_0123456789abcdef",
            sso.account_id.value, sso.role_name.value
        )),
        _ => USER.to_owned(),
    };
    let account = Arn::parse(&arn).map_or("", |arn| arn.account).to_owned();
    Outcome::Identity(Identity { arn, account })
}
