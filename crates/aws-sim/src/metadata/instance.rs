//! The metadata service of an EC2 instance, versions 1 and 2.

use serde_json::json;

use super::{credentials, said};
use crate::answer::Answer;
use crate::clock;
use crate::host::{MetadataService, MetadataVersions};
use crate::refusal::Refusal;
use crate::request::{METADATA_ROLES, Request};
use crate::world::{World, account, last_name};

const TTL: &str = "x-aws-ec2-metadata-token-ttl-seconds";
const LONGEST: i64 = 21_600;
const INSTANCE: &str = "i-0123456789abcdef0";

/// Answers one request.
pub(super) fn answer(world: &mut World, request: &Request) -> Result<Answer, Refusal> {
    let (number, now) = (world.next(), clock::now(world));
    let service = world.instance.as_mut().ok_or_else(not_found)?;
    if request.action() == "MetadataToken" {
        return token(service, request, number, now);
    }
    if request.method != "GET" {
        return Err(Refusal::new(405, "MethodNotAllowed", "Method Not Allowed"));
    }
    authorize(service, request, now)?;
    let zone = format!("{}a", service.region);
    let role_arn = service.role_arn.clone();
    match request.action() {
        "MetadataZone" => Ok(said("text/plain", zone)),
        "MetadataIdentity" => {
            let document = json!({
                "accountId": role_arn.as_deref().map_or("123456789012", account),
                "availabilityZone": zone,
                "instanceId": INSTANCE,
                "region": service.region,
            });
            Ok(said("text/plain", document.to_string()))
        }
        "MetadataRole" => Ok(said("text/plain", last_name(&role_arn.ok_or_else(not_found)?).to_owned())),
        _ => {
            let asked = request.path.strip_prefix(METADATA_ROLES).unwrap_or_default();
            let role_arn = role_arn.filter(|arn| last_name(arn) == asked).ok_or_else(not_found)?;
            let updated = clock::rfc3339(now);
            if service.is_untrusted {
                let refused = json!({
                    "Code": "AssumeRoleUnauthorizedAccess",
                    "Message": "EC2 cannot assume the role. Please see documentation at \
                                https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html.",
                    "LastUpdated": updated,
                });
                return Ok(said("text/plain", refused.to_string()));
            }
            let head = json!({ "Code": "Success", "LastUpdated": updated, "Type": "AWS-HMAC" });
            Ok(credentials(world, &role_arn, INSTANCE, head))
        }
    }
}

/// `PUT /latest/api/token`. A proxy that forwards for others gets none.
fn token(service: &mut MetadataService, request: &Request, number: u64, now: i64) -> Result<Answer, Refusal> {
    if service.versions == MetadataVersions::First {
        return Err(not_found());
    }
    if request.header("x-forwarded-for").is_some() {
        return Err(Refusal::new(403, "Forbidden", "Forbidden"));
    }
    if request.method != "PUT" {
        return Err(Refusal::new(405, "MethodNotAllowed", "Method Not Allowed"));
    }
    let seconds = request.header(TTL).and_then(|seconds| seconds.parse().ok());
    let seconds = seconds.filter(|seconds| (1..=LONGEST).contains(seconds));
    let seconds = seconds.ok_or_else(|| Refusal::new(400, "BadRequest", "Bad Request"))?;
    let token = format!("sim-metadata-token-{number}==");
    service.tokens.push((token.clone(), now + seconds));
    Ok(Answer { headers: vec![(TTL, seconds.to_string())], ..said("text/plain", token) })
}

fn authorize(service: &MetadataService, request: &Request, now: i64) -> Result<(), Refusal> {
    let unauthorized = || Refusal::new(401, "Unauthorized", "Unauthorized");
    match request.header("x-aws-ec2-metadata-token") {
        None if service.versions == MetadataVersions::Second => Err(unauthorized()),
        None => Ok(()),
        Some(sent) => {
            let is_good = |(token, until): &(String, i64)| *token == sent && *until > now;
            service.tokens.iter().any(is_good).then_some(()).ok_or_else(unauthorized)
        }
    }
}

fn not_found() -> Refusal {
    Refusal::new(404, "NotFound", "Not Found")
}
