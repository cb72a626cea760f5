//! `/_sim/…`: control of the simulation over HTTP, for users of the program and not the library.

use serde::Deserialize;

use crate::LogEntry;
use crate::request::Request;
use crate::world::{Fault, World};

#[derive(Deserialize)]
struct Clock {
    offset: i64,
}

/// Status and JSON body.
pub(crate) fn answer(world: &mut World, log: &[LogEntry], request: &Request) -> (u16, String) {
    let done = |result: Result<(), serde_json::Error>| match result {
        Ok(()) => (200, "{}".to_owned()),
        Err(error) => (400, serde_json::json!({ "error": error.to_string() }).to_string()),
    };
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/_sim/log") => (200, serde_json::json!(log).to_string()),
        ("POST", "/_sim/clock") => {
            done(serde_json::from_slice(&request.body).map(|Clock { offset }| world.clock_offset = offset))
        }
        ("POST", "/_sim/fault") => {
            done(serde_json::from_slice(&request.body).map(|fault: Fault| world.faults.push(fault)))
        }
        _ => (404, r#"{"error":"GET log, POST clock {\"offset\"}, POST fault {\"kind\"}"}"#.to_owned()),
    }
}
