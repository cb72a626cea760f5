//! Checks the proxy and the CA bundle that stand between this machine and AWS.

use crate::evidence::live::{Endpoint, Obstacle, Reached};
use crate::{Cause, Check, CheckCode, Evidence, Exhibit, Finding, Sentence};

pub(super) fn check(evidence: &Evidence) -> Check {
    let Some(endpoint) = &evidence.live.endpoint else {
        return Check::skipped(CheckCode::Proxy, Sentence::new("check-proxy-skipped"));
    };
    let findings = finding(evidence, endpoint).into_iter().collect();
    let detail = match (&endpoint.proxy, &endpoint.ca_bundle) {
        (None, None) => Sentence::new("check-proxy-none"),
        _ => Sentence::new("check-proxy-ok"),
    };
    Check::new(CheckCode::Proxy, findings, detail)
        .shows(proxy_exhibit(endpoint))
        .shows(bundle_exhibit(evidence, endpoint))
}

fn finding(evidence: &Evidence, endpoint: &Endpoint) -> Option<Finding> {
    let Reached::Not(obstacle) = &endpoint.reached else { return None };
    let path = endpoint.ca_bundle.as_ref().map_or("", |(_, path)| path.as_str());
    let bundle = |cause| {
        let finding = Finding::new(cause).with("path", path);
        bundle_exhibit(evidence, endpoint).into_iter().fold(finding, Finding::shown_by)
    };
    let proxy = |cause, detail: &str| {
        let (variable, address) =
            endpoint.proxy.as_ref().map_or(("", ""), |proxy| (proxy.variable, proxy.address.as_str()));
        let finding =
            Finding::new(cause).with("variable", variable).with("proxy", address).with("detail", detail);
        proxy_exhibit(endpoint).into_iter().fold(finding, Finding::shown_by)
    };
    match obstacle {
        Obstacle::BundleMissing => Some(bundle(Cause::CaBundleMissing)),
        Obstacle::BundleUnusable(detail) => Some(bundle(Cause::CaBundleUnusable).with("detail", detail)),
        Obstacle::ProxyInvalid => Some(proxy(Cause::ProxyInvalid, "")),
        Obstacle::ProxyUnreachable(detail) => Some(proxy(Cause::ProxyUnreachable, detail)),
        Obstacle::ProxyRefused(detail) if !super::endpoint::is_region_unknown(endpoint) => {
            Some(proxy(Cause::ProxyUnreachable, detail))
        }
        _ => None,
    }
}

fn proxy_exhibit(endpoint: &Endpoint) -> Option<Exhibit> {
    let proxy = endpoint.proxy.as_ref()?;
    let shown = Exhibit::new("exhibit-proxy").of_variable(proxy.variable);
    Some(if proxy.address.is_empty() { shown } else { shown.value(&proxy.address) })
}

fn bundle_exhibit(evidence: &Evidence, endpoint: &Endpoint) -> Option<Exhibit> {
    let (at, path) = endpoint.ca_bundle.as_ref()?;
    Some(Exhibit::new("exhibit-ca_bundle").from(at, &evidence.paths).value(path))
}
