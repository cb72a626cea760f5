//! The Security Token Service: query protocol, XML answers.

mod assume_role;
mod authenticate;
mod by_hand;
mod session;
mod web_identity;
mod xml;

use crate::World;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::sigv4::Authorization;

pub(crate) use assume_role::identity;
pub(crate) use session::make;
pub(crate) use xml::error;

/// The answer to a request, and in `caller` who signed it, as soon as that is known.
pub(crate) fn answer(
    world: &mut World,
    request: &Request,
    request_id: &str,
    caller: &mut Option<String>,
) -> Result<String, Refusal> {
    called(world, request, caller).map(|body| xml::response(request.action(), &body, request_id))
}

fn called(world: &mut World, request: &Request, caller: &mut Option<String>) -> Result<String, Refusal> {
    if request.action() == web_identity::ACTION {
        return web_identity::answer(world, request);
    }
    let identity = authenticate::caller(world, request)?;
    *caller = Some(identity.arn.clone());
    match request.action() {
        "AssumeRole" => assume_role::answer(world, request, &identity),
        "GetSessionToken" => session::answer(world, request, &identity),
        "GetCallerIdentity" => Ok(format!(
            "<Arn>{}</Arn><UserId>{}</UserId><Account>{}</Account>",
            xml::escaped(&identity.arn),
            xml::escaped(&identity.user_id),
            identity.account(),
        )),
        "" => Err(Refusal::new(400, "MissingAction", "Could not find an action in the request")),
        other => Err(Refusal::new(
            400,
            "InvalidAction",
            format!("Could not find operation {other} for version 2011-06-15"),
        )),
    }
}

/// The signature of a request, for the log.
pub(crate) fn signature(request: &Request) -> Option<Authorization> {
    Authorization::parse(&request.header("authorization")?).ok()
}
