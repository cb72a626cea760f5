//! The sign-in with `aws login`: its file, and where its keys are refreshed.

use std::path::PathBuf;

use sandglass_core::resolve::{ClientSettings, Service};
use sandglass_core::source::LoginSource;

use super::Subject;
use crate::{Environment, sign_in};

/// Where the keys are kept and refreshed. None without a region: then the AWS CLI cannot refresh them.
pub(super) fn place(subject: &Subject<'_>, source: &LoginSource) -> Option<sign_in::Place> {
    let settings = subject.settings_of(Service::SignIn);
    Some(sign_in::Place {
        path: file(subject.environment, source),
        state_dir: subject.environment.state_dir.clone(),
        url: url(&settings)?,
        settings,
    })
}

/// The file of a sign-in.
pub(crate) fn file(environment: &Environment, source: &LoginSource) -> PathBuf {
    let paths = &environment.paths;
    let directory = environment.variables.non_empty("AWS_LOGIN_CACHE_DIRECTORY").map_or_else(
        || paths.home.join(".aws").join("login").join("cache"),
        |directory| paths.expand(directory, &environment.variables),
    );
    directory.join(source.token_key().file_name())
}

/// The endpoints of AWS Sign-In have a form of their own (its endpoint rules in the SDKs).
fn url(settings: &ClientSettings) -> Option<String> {
    if let Some(url) = &settings.endpoint_url {
        return Some(url.value.clone());
    }
    let region = &settings.region.as_ref()?.value;
    let domain = if region.starts_with("cn-") {
        "signin.amazonaws.cn"
    } else if region.starts_with("us-gov-") {
        "signin.amazonaws-us-gov.com"
    } else {
        "signin.aws.amazon.com"
    };
    Some(format!("https://{region}.{domain}"))
}
