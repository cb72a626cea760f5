//! The endpoint that gives a container its credentials, as that of ECS and the Pod Identity Agent of EKS do.

use serde_json::json;

use super::credentials;
use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;

/// Answers one request.
pub(super) fn answer(world: &mut World, request: &Request) -> Result<Answer, Refusal> {
    let endpoint =
        world.container.clone().ok_or_else(|| Refusal::new(404, "NotFound", "404 page not found"))?;
    if request.method != "GET" {
        return Err(Refusal::new(405, "MethodNotAllowed", "Method Not Allowed"));
    }
    if endpoint.authorization.is_some() && endpoint.authorization != request.header("authorization") {
        return Err(Refusal::new(401, "AccessDeniedException", "Unauthorized"));
    }
    let head = json!({ "RoleArn": endpoint.role_arn });
    Ok(credentials(world, &endpoint.role_arn, "task", head))
}
