//! Obtains the credentials of the role that an EC2 instance has, from its metadata service.

use aws_files::Secret;
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use chrono::TimeDelta;
use sandglass_core::host::{HostFault, HostReason, answer};
use sandglass_core::resolve::MetadataAccess;
use tokio::time::Instant;

use super::host::{Header, NoReply, refused, send};
use super::{Obtained, SourceContext};
use crate::http;
use crate::http::plain::Reply;
use crate::refused::Refused;

const TOKEN: &str = "latest/api/token";
const ROLES: &str = "latest/meta-data/iam/security-credentials/";

/// The life of a token in seconds, as botocore asks for it.
const TTL: Header<'_> = ("x-aws-ec2-metadata-token-ttl-seconds", "21600");

/// Credentials that are over are the newest there are while EC2 cannot get others; botocore goes on with them, and asks
/// again after a while.
const EXTENDED: TimeDelta = TimeDelta::minutes(15);

/// The credentials of the role.
pub(super) async fn obtain(context: &SourceContext<'_>) -> Result<Obtained, Refused> {
    let settings = &context.settings.metadata;
    if settings.disabled.is_some() {
        return Err(HostFault::new(HostReason::Disabled, "AWS_EC2_METADATA_DISABLED").into());
    }
    let access = settings.access()?;
    // As botocore: the proxy of the variables, unless they except this address.
    let connector = http::connector(context.settings, &access.base_url)?;
    let service = Service { access: &access, connector: &connector, deadline: context.deadline };
    let token = service.token().await?;
    let role = role_name(&service.get("", token.as_ref()).await?)?;
    let reply = service.get(&role, token.as_ref()).await?;
    let answer = answer(&reply.body)?;
    let now = context.clock.now();
    let end = if answer.expires_at <= now { now + EXTENDED } else { answer.expires_at };
    Ok(Obtained { keys: answer.keys, expires_at: Some(end), entry: None, refreshed: None })
}

struct Service<'a> {
    access: &'a MetadataAccess,
    connector: &'a SharedHttpConnector,
    deadline: Instant,
}

impl Service<'_> {
    /// The token of version 2; none where only version 1 answers, or where no answer comes as far as here.
    async fn token(&self) -> Result<Option<Secret>, HostFault> {
        let url = format!("{}{TOKEN}", self.access.base_url);
        let mut last = None;
        for _ in 0..self.access.attempts {
            match self.send("PUT", &url, &[TTL]).await {
                Ok(reply) if reply.status == 200 => return token_of(&reply).map(Some),
                Ok(reply) if matches!(reply.status, 403..=405) => break,
                Ok(reply) if reply.status == 400 => return Err(refused(&reply)),
                Ok(reply) => last = Some(refused(&reply)),
                Err(NoReply::Late) => break,
                Err(no_reply) => last = Some(no_reply.fault(&url)),
            }
        }
        if self.access.needs_token {
            return Err(last.unwrap_or_else(|| HostFault::new(HostReason::NoToken, "")));
        }
        Ok(None)
    }

    /// One thing that the service knows of roles.
    async fn get(&self, path: &str, token: Option<&Secret>) -> Result<Reply, HostFault> {
        let url = format!("{}{ROLES}{path}", self.access.base_url);
        let token: Option<Header<'_>> = token.map(|token| ("x-aws-ec2-metadata-token", token.expose()));
        let headers: Vec<Header<'_>> = token.into_iter().collect();
        let mut last = HostFault::new(HostReason::Silent, "");
        for _ in 0..self.access.attempts {
            last = match self.send("GET", &url, &headers).await {
                Ok(reply) if reply.status == 200 && !reply.body.is_empty() => return Ok(reply),
                // What gives no tokens may be the service of another cloud.
                Ok(reply) if reply.status == 404 && !headers.is_empty() => {
                    HostFault::new(HostReason::NoRole, "HTTP 404")
                }
                Ok(reply) => refused(&reply),
                Err(no_reply) => no_reply.fault(&url),
            };
        }
        Err(last)
    }

    async fn send(&self, method: &str, url: &str, headers: &[Header<'_>]) -> Result<Reply, NoReply> {
        let limit = (Instant::now() + self.access.timeout).min(self.deadline);
        send(self.connector, (method, url, headers), limit).await
    }
}

fn token_of(reply: &Reply) -> Result<Secret, HostFault> {
    let token = Secret::new(reply.text());
    let is_header = !token.expose().is_empty() && token.expose().bytes().all(|byte| byte.is_ascii_graphic());
    let stranger = || HostFault::new(HostReason::Invalid, "the token is none: another server answers");
    is_header.then_some(token).ok_or_else(stranger)
}

/// The name of the role: nothing else goes into an address.
fn role_name(reply: &Reply) -> Result<String, HostFault> {
    let text = reply.text();
    let is_part = |c: char| c.is_ascii_alphanumeric() || "+=,.@_-".contains(c);
    let name = text.trim();
    let is_name = (1..=64).contains(&name.len()) && name.chars().all(is_part);
    let stranger = || HostFault::new(HostReason::Invalid, "the role has no name: another server answers");
    is_name.then(|| name.to_owned()).ok_or_else(stranger)
}
