//! The Security Token Service: query protocol, XML answers.

mod assume_role;
mod authenticate;
mod refusal;
mod session;
mod xml;

use crate::World;
use crate::request::Request;
use crate::sigv4::Authorization;
use crate::world::{FaultKind, Identity};

pub(crate) use refusal::Refusal;

/// An answer, and what the log says of it.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) error: Option<&'static str>,
    pub(crate) caller: Option<String>,
    pub(crate) request_id: String,
}

/// Answers one request; none when the connection is to be dropped.
pub(crate) fn answer(world: &mut World, request: &Request) -> Option<Answer> {
    let number = world.next();
    let request_id = format!("00000000-0000-4000-8000-{number:012x}");
    let mut caller = None;
    let result = match world.fault(request.action()) {
        Some(FaultKind::Drop) => return None,
        Some(FaultKind::Garbage) => Ok("<html>It works!</html>".to_owned()),
        Some(kind) => Err(Refusal::fault(kind)),
        None => called(world, request, &mut caller)
            .map(|body| xml::response(request.action(), &body, &request_id)),
    };
    let caller = caller.map(|identity| identity.arn);
    Some(match result {
        Ok(body) => Answer { status: 200, body, error: None, caller, request_id },
        Err(refusal) => Answer {
            status: refusal.status,
            body: xml::error(&refusal, &request_id),
            error: Some(refusal.code),
            caller,
            request_id,
        },
    })
}

fn called(world: &mut World, request: &Request, caller: &mut Option<Identity>) -> Result<String, Refusal> {
    let identity = authenticate::caller(world, request)?;
    *caller = Some(identity.clone());
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
