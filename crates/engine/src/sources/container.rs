//! Obtains credentials from the endpoint that a container's variables name.

use std::time::Duration;

use aws_files::Secret;
use sandglass_core::host::{HostAnswer, HostFault, HostReason, answer};
use sandglass_core::masked::shown_url;
use sandglass_core::resolve::ClientSettings;
use sandglass_core::source::{ContainerAuthorization, ContainerSource};
use tokio::time::Instant;

use super::host::{Header, NoReply, refused, send};
use super::{Obtained, SourceContext};
use crate::files;
use crate::http;
use crate::refused::Refused;

/// The tries, the time limit of each and the pause between them, as botocore's.
const TRIES: u32 = 3;
const LIMIT: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_secs(1);

/// More than any token of EKS.
const LARGEST_TOKEN: u64 = 64 * 1024;

/// Its credentials, unless they are over.
pub(super) async fn obtain(
    source: &ContainerSource,
    context: &SourceContext<'_>,
) -> Result<Obtained, Refused> {
    let answer = ask(source, context).await?;
    if answer.expires_at <= context.clock.now() {
        let end = sandglass_core::text::instant(answer.expires_at);
        return Err(HostFault::new(HostReason::Expired, end).into());
    }
    Ok(Obtained { keys: answer.keys, expires_at: Some(answer.expires_at), entry: None, refreshed: None })
}

async fn ask(source: &ContainerSource, context: &SourceContext<'_>) -> Result<HostAnswer, Refused> {
    let not_allowed = || HostFault::new(HostReason::Address, shown_url(source.uri.as_str()));
    let url = source.url().ok_or_else(not_allowed)?;
    let authorization = authorization(source, context)?;
    let accept: Header<'_> = ("accept", "application/json");
    let headers: Vec<Header<'_>> = std::iter::once(accept)
        .chain(authorization.as_ref().map(|token| ("authorization", token.expose())))
        .collect();
    // As botocore: no proxy is asked to fetch credentials, and no bundle says whom to trust.
    let connector = http::connector(&ClientSettings::default(), &url)?;
    let mut tries = 0;
    loop {
        tries += 1;
        let limit = (Instant::now() + LIMIT).min(context.deadline);
        let fault = match send(&connector, ("GET", &url, &headers), limit).await {
            Ok(reply) if reply.status == 200 => match answer(&reply.body) {
                Ok(answer) => return Ok(answer),
                Err(fault) => fault,
            },
            Ok(reply) => refused(&reply),
            Err(no_reply @ NoReply::Impossible) => return Err(no_reply.fault(&url).into()),
            Err(no_reply) => no_reply.fault(&url),
        };
        if tries >= TRIES || Instant::now() + PAUSE >= context.deadline {
            return Err(fault.into());
        }
        context.clock.sleep(PAUSE).await;
    }
}

/// The authorization of whoever asks. A line break in it would be the start of another header.
fn authorization(source: &ContainerSource, context: &SourceContext<'_>) -> Result<Option<Secret>, HostFault> {
    let unusable = |detail: String| HostFault::new(HostReason::Authorization, detail);
    let token = match &source.authorization {
        None => return Ok(None),
        Some(ContainerAuthorization::Variable(name)) => {
            Secret::new(context.environment.variables.get(name).unwrap_or_default().to_owned())
        }
        Some(ContainerAuthorization::File(file)) => files::text(file.as_str().as_ref(), LARGEST_TOKEN)
            .map(Secret::new)
            .map_err(|error| unusable(format!("{}: {error}", file.value)))?,
    };
    let text = token.expose();
    if text.contains(['\r', '\n']) {
        return Err(unusable("it contains a line break".to_owned()));
    }
    if !text.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
        return Err(unusable("it contains a character that no request may hold".to_owned()));
    }
    Ok(Some(token))
}
