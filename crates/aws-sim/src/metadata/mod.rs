//! What a machine of AWS asks of its host: the metadata service of an EC2 instance, and the endpoint that gives a
//! container its credentials.

mod container;
mod instance;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;
use crate::{clock, sts};

/// The lifetime of credentials that a host gives.
const LASTS: i64 = 6 * 3600;

/// The metadata service of an EC2 instance.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MetadataService {
    /// The ARN of the instance's role; none where nobody gave it one.
    #[serde(default)]
    pub role_arn: Option<String>,
    /// The region the instance is in.
    pub region: String,
    /// True if nothing is told without a token (version 2 only).
    #[serde(default)]
    pub needs_token: bool,
    /// True if there are tokens (version 2 at all).
    #[serde(default)]
    pub has_tokens: bool,
    /// True if there are more hops to the caller than an answer with a token goes: it never arrives.
    #[serde(default)]
    pub is_too_far: bool,
    /// True if the role does not let EC2 assume it.
    #[serde(default)]
    pub is_untrusted: bool,
    /// Tokens given out, each with its end in seconds since 1970.
    #[serde(skip)]
    tokens: Vec<(String, i64)>,
}

/// The endpoint that gives a container its credentials.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerEndpoint {
    /// The ARN of the task's role.
    pub role_arn: String,
    /// The value of the header `Authorization` it asks for.
    #[serde(default)]
    pub authorization: Option<String>,
}

/// The name of what a path asks for; none where it is no path of a host.
pub(crate) fn action(path: &str) -> Option<&'static str> {
    match path {
        "/latest/api/token" => Some("MetadataToken"),
        "/latest/dynamic/instance-identity/document" => Some("MetadataIdentity"),
        "/latest/meta-data/placement/availability-zone/" => Some("MetadataZone"),
        "/v1/credentials" => Some("ContainerCredentials"),
        _ if path == instance::ROLES => Some("MetadataRole"),
        _ if path.starts_with(instance::ROLES) => Some("MetadataCredentials"),
        _ if path.starts_with("/v2/credentials/") => Some("ContainerCredentials"),
        _ => None,
    }
}

/// True if a request is for the host.
pub(crate) fn serves(request: &Request) -> bool {
    action(&request.path).is_some()
}

/// True if no answer ever reaches the caller: that to a token's request ends at the first hop that is too many.
pub(crate) fn is_lost(world: &World, request: &Request) -> bool {
    let is_far = world.instance.as_ref().is_some_and(|instance| instance.is_too_far);
    is_far && request.action() == "MetadataToken"
}

/// The answer.
pub(crate) fn answer(world: &mut World, request: &Request) -> Answer {
    let answered = match request.action() {
        "ContainerCredentials" => container::answer(world, request),
        _ => instance::answer(world, request),
    };
    answered.unwrap_or_else(|refusal| refused(&refusal))
}

/// A refusal: a page, as the host's own server writes it.
pub(crate) fn refused(refusal: &Refusal) -> Answer {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<html><head><title>{0} - {1}</title></head>\n\
         <body><h1>{0} - {1}</h1></body></html>\n",
        refusal.status, refusal.message
    );
    Answer {
        status: refusal.status,
        content_type: "text/html",
        headers: Vec::new(),
        body,
        error: Some(refusal.code),
        caller: None,
    }
}

fn said(content_type: &'static str, body: String) -> Answer {
    Answer { status: 200, content_type, headers: Vec::new(), body, error: None, caller: None }
}

/// Credentials of a role as a host writes them: `head` is what it says besides.
fn credentials(world: &mut World, role_arn: &str, session: &str, head: serde_json::Value) -> Answer {
    let (id, made) = sts::make(world, sts::identity(role_arn, session, false), LASTS);
    let mut body = head;
    body["AccessKeyId"] = json!(id);
    body["SecretAccessKey"] = json!(made.secret);
    body["Token"] = json!(made.token);
    body["Expiration"] = json!(clock::rfc3339(made.expires_at));
    said("application/json", body.to_string())
}

impl MetadataService {
    /// The service of an instance with a role, which takes requests with a token only.
    pub fn with_role(role_arn: &str) -> Self {
        Self {
            role_arn: Some(role_arn.to_owned()),
            region: "eu-central-1".to_owned(),
            needs_token: true,
            has_tokens: true,
            is_too_far: false,
            is_untrusted: false,
            tokens: Vec::new(),
        }
    }
}

impl ContainerEndpoint {
    /// The endpoint of a container with a role, which asks for an authorization.
    pub fn with_role(role_arn: &str, authorization: &str) -> Self {
        Self { role_arn: role_arn.to_owned(), authorization: Some(authorization.to_owned()) }
    }
}
