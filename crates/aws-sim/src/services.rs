//! Routes a request to its service, and injects the faults that occur before any of them.

use crate::answer::{Answer, Silence};
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{FaultKind, World};
use crate::{metadata, signin, sso, sts};

const CAPTIVE_PORTAL: &str = "<!DOCTYPE html>\n<html><head><title>Guest network</title></head>\n<body><form \
                              action=\"/login\" method=\"post\">Please sign in to go online.</form></body></html>\n";

/// Answers one request.
pub(crate) fn answer(world: &mut World, request: &Request) -> Result<Answer, Silence> {
    let request_id = format!("00000000-0000-4000-8000-{:012x}", world.next());
    if let Some(page) = sso::page(world, request) {
        return Ok(page);
    }
    let mut caller = None;
    if metadata::is_lost(world, request) {
        return Err(Silence::Hanging);
    }
    let result = match world.fault(request.action()) {
        Some(FaultKind::Drop) => return Err(Silence::Closed),
        Some(FaultKind::Hang) => return Err(Silence::Hanging),
        Some(FaultKind::Html) => return Ok(captive_portal(200, Vec::new())),
        Some(FaultKind::Redirect) => {
            let login = "http://guest.invalid/login".to_owned();
            return Ok(captive_portal(302, vec![("location", login)]));
        }
        Some(FaultKind::Garbage) => Ok("<html>It works!</html>".to_owned()),
        Some(kind) => Err(Refusal::fault(kind)),
        None if metadata::serves(request) => return Ok(metadata::answer(world, request)),
        None if sso::serves(request) => sso::answer(world, request),
        None if signin::serves(request) => signin::answer(world, request),
        None => sts::answer(world, request, &request_id, &mut caller),
    };
    let answer = match result {
        Ok(body) => Answer {
            status: 200,
            content_type: if speaks_json(request) { "application/json" } else { "text/xml" },
            headers: Vec::new(),
            body,
            error: None,
            caller: None,
        },
        Err(refusal) if metadata::serves(request) => metadata::refused(&refusal),
        Err(refusal) if sso::serves(request) => sso::refused(&refusal),
        Err(refusal) if signin::serves(request) => signin::refused(&refusal),
        Err(refusal) => Answer {
            status: refusal.status,
            content_type: "text/xml",
            headers: Vec::new(),
            body: sts::error(&refusal, &request_id),
            error: Some(refusal.code),
            caller: None,
        },
    };
    let mut headers = answer.headers;
    headers.push(("x-amzn-requestid", request_id));
    Ok(Answer { headers, caller, ..answer })
}

/// STS speaks XML.
fn speaks_json(request: &Request) -> bool {
    sso::serves(request) || signin::serves(request)
}

/// The answer of a captive portal, which knows nothing of AWS.
fn captive_portal(status: u16, headers: Vec<(&'static str, String)>) -> Answer {
    let body = CAPTIVE_PORTAL.to_owned();
    Answer { status, content_type: "text/html; charset=utf-8", headers, body, error: None, caller: None }
}
