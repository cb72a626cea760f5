//! Checks whether STS answers at the address that the call would use.

use crate::evidence::live::{Endpoint, Obstacle, Reached, Stranger};
use crate::regions;
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Sentence};

pub(super) fn check(evidence: &Evidence) -> Check {
    let Some(endpoint) = &evidence.live.endpoint else {
        return Check::skipped(CheckCode::Endpoint, Sentence::new("check-endpoint-skipped"));
    };
    let Some(cause) = cause(endpoint) else {
        let took = endpoint.took.num_milliseconds().to_string();
        let detail = match endpoint.reached {
            Reached::Sts => {
                Sentence::new("check-endpoint-ok").with("endpoint", &endpoint.url).with("milliseconds", took)
            }
            _ => return Check::skipped(CheckCode::Endpoint, Sentence::new("check-endpoint-behind")),
        };
        return Check::ok(CheckCode::Endpoint, detail).shows([exhibit(evidence, endpoint)]);
    };
    Check::new(CheckCode::Endpoint, vec![finding(evidence, endpoint, cause)], Sentence::default())
}

fn cause(endpoint: &Endpoint) -> Option<Cause> {
    if is_region_unknown(endpoint) {
        return Some(Cause::RegionUnknown);
    }
    match &endpoint.reached {
        Reached::Sts => None,
        Reached::Other(stranger) if is_captive(endpoint, stranger) => Some(Cause::CaptivePortal),
        Reached::Other(_) => Some(Cause::EndpointWrong),
        Reached::Not(obstacle) => match obstacle {
            // What is set in between is another check's.
            Obstacle::BundleMissing
            | Obstacle::BundleUnusable(_)
            | Obstacle::ProxyInvalid
            | Obstacle::ProxyUnreachable(_)
            | Obstacle::ProxyRefused(_) => None,
            Obstacle::UrlInvalid => Some(Cause::EndpointWrong),
            Obstacle::OtherLanguage(_) if endpoint.configured_at.is_some() => Some(Cause::EndpointWrong),
            Obstacle::HostUnknown { others_known: false, .. } if endpoint.configured_at.is_none() => {
                Some(Cause::NetworkUnreachable)
            }
            Obstacle::HostUnknown { .. } => Some(Cause::HostUnknown),
            Obstacle::Refused => Some(Cause::ConnectionRefused),
            Obstacle::TimedOut => Some(Cause::ConnectionTimedOut),
            Obstacle::NoRoute => Some(Cause::NetworkUnreachable),
            Obstacle::Untrusted { .. } => Some(Cause::TlsUntrusted),
            Obstacle::OtherLanguage(_) | Obstacle::Failed(_) => Some(Cause::AwsFault),
        },
    }
}

/// True if there is no such region: its endpoint has no address, and its name is none we know.
pub(super) fn is_region_unknown(endpoint: &Endpoint) -> bool {
    let nowhere =
        matches!(endpoint.reached, Reached::Not(Obstacle::HostUnknown { .. } | Obstacle::ProxyRefused(_)));
    let named = endpoint.region.as_deref().is_some_and(|region| !regions::is_known(region));
    nowhere && named && endpoint.configured_at.is_none()
}

/// True if a page of the network stands in the place of AWS. Where an endpoint is configured, another
/// service may answer there; a page for people with success, or a way to one, is a sign-in all the same.
fn is_captive(endpoint: &Endpoint, stranger: &Stranger) -> bool {
    let elsewhere = matches!(stranger.status, 301..=303 | 307 | 308) && stranger.location.is_some();
    let page = stranger.html && stranger.status == 200;
    stranger.status == 511 || elsewhere || page || (endpoint.configured_at.is_none() && stranger.html)
}

fn finding(evidence: &Evidence, endpoint: &Endpoint, cause: Cause) -> Finding {
    let region = endpoint.region.clone().unwrap_or_default();
    let (host, detail) = details(&endpoint.reached);
    let host = if host.is_empty() { host_of(&endpoint.url) } else { host };
    let mut finding = Finding::new(cause)
        .with("endpoint", &endpoint.url)
        .with("host", host)
        .with("region", &region)
        .with("detail", detail)
        .with("code", "");
    if cause == Cause::RegionUnknown {
        let near = regions::nearest(&region).unwrap_or("none");
        let mut shown = Exhibit::new("exhibit-region").value(&region);
        if let Some(at) = &endpoint.region_at {
            shown = shown.from(at, &evidence.paths);
        }
        return finding.with("near", near).shown_by(shown);
    }
    finding = finding.shown_by(exhibit(evidence, endpoint));
    match &endpoint.ca_bundle {
        Some((at, path)) if cause == Cause::TlsUntrusted => {
            finding.shown_by(Exhibit::new("exhibit-ca_bundle").from(at, &evidence.paths).value(path))
        }
        _ => finding,
    }
}

/// The name that has no address, and what there is to say.
fn details(reached: &Reached) -> (String, String) {
    let said = |detail: &str| (String::new(), detail.to_owned());
    match reached {
        Reached::Sts => said(""),
        Reached::Other(stranger) => match &stranger.location {
            Some(location) => said(&format!("HTTP {} → {location}", stranger.status)),
            None => said(&format!("HTTP {}", stranger.status)),
        },
        Reached::Not(obstacle) => match obstacle {
            Obstacle::HostUnknown { host, .. } => (host.clone(), String::new()),
            Obstacle::Untrusted { issuer: Some(issuer), detail } => said(&format!("{detail} ({issuer})")),
            Obstacle::Untrusted { issuer: None, detail }
            | Obstacle::OtherLanguage(detail)
            | Obstacle::Failed(detail) => said(detail),
            Obstacle::UrlInvalid => said("no URL"),
            _ => said(""),
        },
    }
}

fn host_of(url: &str) -> String {
    let url = sandglass_core::masked::shown_url(url);
    let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default().to_owned()
}

fn exhibit(evidence: &Evidence, endpoint: &Endpoint) -> Exhibit {
    let shown = Exhibit::new("exhibit-endpoint");
    let shown = match (&endpoint.configured_at, &endpoint.region_at) {
        (Some(at), _) | (None, Some(at)) => shown.from(at, &evidence.paths),
        (None, None) => shown,
    };
    shown.value(&endpoint.url)
}
