//! Obtains the keys of `aws login`, refreshed when they are due.

use aws_files::regions::partition_of;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::{ClientSettings, Service};
use sandglass_core::session::Needs;
use sandglass_core::source::LoginSource;
use sandglass_doctor::evidence::live::{Operation, Outcome};

use super::{CallLog, Obtained, SourceContext};
use crate::refused::Refused;
use crate::sign_in;

/// The keys there are, or the next ones.
pub(super) async fn obtain(
    source: &LoginSource,
    context: &SourceContext<'_>,
    calls: &mut CallLog,
) -> Result<Obtained, Refused> {
    let settings = context.settings_of(Service::SignIn);
    let path = sign_in::login_file(context.environment, source);
    // Without a region the AWS CLI cannot refresh them either.
    let url = url(&settings).ok_or_else(|| Problem::new(Code::NoRegion).with("profile", context.profile))?;
    let place = sign_in::TokenPlace {
        path: path.clone(),
        state_dir: context.environment.state_dir.clone(),
        url,
        settings,
        sign_in: Needs::login(source),
    };
    let fresh = sign_in::fresh::<sign_in::Login>(place, context.clock.now(), context.deadline).await;
    let fresh = fresh.inspect_err(|refused| {
        calls.extend(refused.outcome().map(|outcome| (Operation::CreateOAuth2Token, outcome)));
    });
    let fresh = fresh.map_err(|refused| refused.of_refresh(|| Needs::login(source)))?;
    if fresh.is_new {
        calls.push((Operation::CreateOAuth2Token, Outcome::Granted(Some(fresh.expires_at))));
    }
    let refreshed = fresh.is_new.then_some(path);
    Ok(Obtained { keys: fresh.held, expires_at: Some(fresh.expires_at), entry: None, refreshed })
}

/// The endpoints of AWS Sign-In have a form of their own (its endpoint rules in the SDKs).
fn url(settings: &ClientSettings) -> Option<String> {
    if let Some(url) = &settings.endpoint_url {
        return Some(url.value.clone());
    }
    let region = &settings.region.as_ref()?.value;
    let domain = match partition_of(region) {
        "aws-cn" => "signin.amazonaws.cn",
        "aws-us-gov" => "signin.amazonaws-us-gov.com",
        _ => "signin.aws.amazon.com",
    };
    Some(format!("https://{region}.{domain}"))
}
