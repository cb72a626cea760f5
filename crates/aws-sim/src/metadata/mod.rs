//! What a machine of AWS asks of its host: the metadata service of an EC2 instance, and the endpoint that gives a
//! container its credentials.

mod container;
mod instance;

use serde_json::json;

use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;
use crate::{clock, sts};

/// The lifetime of credentials that a host gives.
const LASTS: i64 = 6 * 3600;

/// True if a request is for the host.
pub(crate) fn serves(request: &Request) -> bool {
    request.action().starts_with("Metadata") || request.action() == "ContainerCredentials"
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
