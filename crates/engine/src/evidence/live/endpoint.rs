//! Follows the route to STS step by step: CA bundle, proxy, name, connection, certificate, answer.

use std::error::Error;
use std::io::ErrorKind;
use std::time::Duration;

use chrono::TimeDelta;
use sandglass_core::Timestamp;
use sandglass_core::problem::{Code, Problem};
use sandglass_core::resolve::ClientSettings;
use sandglass_core::variables::Variables;
use sandglass_doctor::evidence::live::{Endpoint, Obstacle, Proxy, Reached, Stranger};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout, timeout_at};

use super::ANY_REGION;
use super::address::Address;
use super::{issuer, proxy};
use crate::Clock;
use crate::http::plain::{self, Reply};
use crate::http::{self, causes};

/// No answer of AWS takes longer, proxies included; half of the time everything may take.
const LIMIT: Duration = Duration::from_millis(2500);

/// Comments may stand before the first tag of a page.
const PREAMBLE: usize = 512;

/// A request that STS answers without being told who asks.
const QUESTION: &str = "Action=GetCallerIdentity&Version=2011-06-15";

/// The endpoint, and by how much this machine's clock is ahead of its own.
pub(super) async fn probe(
    settings: &ClientSettings,
    variables: &Variables,
    clock: &dyn Clock,
) -> (Endpoint, Option<TimeDelta>) {
    let region = settings.region.as_ref();
    let mut endpoint = Endpoint {
        url: http::sts(settings, region.map(|region| region.value.as_str())),
        configured_at: settings.endpoint_url.as_ref().map(|url| url.at.clone()),
        region: region.map(|region| region.value.clone()),
        region_at: region.map(|region| region.at.clone()),
        ca_bundle: settings.ca_bundle.as_ref().map(|bundle| (bundle.at.clone(), bundle.value.clone())),
        proxy: None,
        took: TimeDelta::zero(),
        reached: Reached::Not(Obstacle::UrlInvalid),
    };
    let Some(address) = Address::parse(&endpoint.url) else { return (endpoint, None) };
    let through = proxy::between(variables, &settings.proxy, &endpoint.url, &address);
    endpoint.proxy = through.as_ref().map(|(proxy, _)| proxy.clone());
    let before = (Instant::now(), clock.now());
    let route = Route { url: &endpoint.url, address: &address, through: through.as_ref() };
    let reply = route.connect(settings, before.0 + LIMIT).await;
    let took = TimeDelta::from_std(before.0.elapsed()).unwrap_or_default();
    let date = reply.as_ref().ok().filter(|reply| is_sts(reply)).and_then(|reply| reply.date);
    endpoint.took = took;
    endpoint.reached = match reply {
        Ok(reply) if is_sts(&reply) => Reached::Sts,
        Ok(reply) if endpoint.proxy.is_some() && is_of_proxy(&reply) => {
            Reached::Not(Obstacle::ProxyRefused(format!("HTTP {}", reply.status)))
        }
        Ok(reply) => Reached::Other(stranger(&reply)),
        Err(obstacle) => Reached::Not(obstacle),
    };
    (endpoint, date.map(|date| ahead(before.1 + took / 2, date)))
}

/// By how many whole seconds `here` is ahead of a date, which has no fractions of its own.
fn ahead(here: Timestamp, date: Timestamp) -> TimeDelta {
    TimeDelta::seconds((here - date).num_seconds())
}

struct Route<'a> {
    url: &'a str,
    address: &'a Address,
    through: Option<&'a (Proxy, Option<Address>)>,
}

impl Route<'_> {
    async fn connect(&self, settings: &ClientSettings, deadline: Instant) -> Result<Reply, Obstacle> {
        let connector =
            http::connector(settings, self.url).map_err(|problem| obstacle(settings, &problem))?;
        match self.through {
            None => connect(self.address, deadline).await?,
            Some((_, None)) => return Err(Obstacle::ProxyInvalid),
            Some((_, Some(proxy))) => {
                connect(proxy, deadline).await.map_err(|obstacle| proxy_obstacle(&obstacle))?;
            }
        }
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let url = format!("{}/", self.url.trim_end_matches('/'));
        let request = plain::request("POST", &url, &headers, QUESTION).ok_or(Obstacle::UrlInvalid)?;
        match timeout_at(deadline, plain::send(&connector, request)).await {
            Ok(Ok(reply)) => Ok(reply),
            Ok(Err(error)) => {
                // Read before waiting again: what waits must be able to go to another thread.
                let (certificate, detail) = (certificate_fault(&error), innermost(&error));
                if self.through.is_none() && is_of_another_language(&error) {
                    return Err(Obstacle::OtherLanguage(detail));
                }
                Err(self.failure(certificate, detail, deadline).await)
            }
            Err(_) if self.through.is_some() => Err(Obstacle::ProxyUnreachable(SILENT.to_owned())),
            Err(_) => Err(Obstacle::TimedOut),
        }
    }

    async fn failure(&self, certificate: Option<String>, detail: String, deadline: Instant) -> Obstacle {
        if let Some(detail) = certificate {
            let issuer = match self.through {
                None => timeout_at(deadline, issuer::of(self.address)).await.ok().flatten(),
                Some(_) => None,
            };
            return Obstacle::Untrusted { issuer, detail };
        }
        match self.through {
            Some(_) => Obstacle::ProxyRefused(detail),
            None => Obstacle::Failed(detail),
        }
    }
}

const SILENT: &str = "no answer in time";

fn obstacle(settings: &ClientSettings, problem: &Problem) -> Obstacle {
    let detail = problem.args.iter().find(|(name, _)| *name == "detail");
    let detail = detail.map(|(_, detail)| detail.clone()).unwrap_or_default();
    match problem.code {
        Code::CaBundle => bundle(settings, detail),
        Code::InvalidProxy => Obstacle::ProxyInvalid,
        _ => Obstacle::Failed(detail),
    }
}

fn bundle(settings: &ClientSettings, detail: String) -> Obstacle {
    let path = settings.ca_bundle.as_ref().map_or("", |bundle| bundle.value.as_str());
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Obstacle::BundleMissing,
        _ => Obstacle::BundleUnusable(detail),
    }
}

/// Looks the name up and opens a connection, which is closed again.
async fn connect(address: &Address, deadline: Instant) -> Result<(), Obstacle> {
    let target = (address.host.as_str(), address.port);
    let found = match timeout_at(deadline, lookup_host(target)).await {
        Ok(Ok(found)) => found.collect::<Vec<_>>(),
        _ => return Err(unknown(&address.host).await),
    };
    match timeout_at(deadline, TcpStream::connect(found.as_slice())).await {
        Ok(Ok(_)) => Ok(()),
        Err(_) => Err(Obstacle::TimedOut),
        Ok(Err(error)) => Err(match error.kind() {
            ErrorKind::ConnectionRefused => Obstacle::Refused,
            ErrorKind::TimedOut => Obstacle::TimedOut,
            ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable | ErrorKind::NetworkDown => {
                Obstacle::NoRoute
            }
            _ => Obstacle::Failed(error.to_string()),
        }),
    }
}

async fn unknown(host: &str) -> Obstacle {
    let other = format!("sts.{ANY_REGION}.amazonaws.com");
    let known = timeout(LIMIT / 4, lookup_host((other.as_str(), 443))).await;
    Obstacle::HostUnknown { host: host.to_owned(), others_known: matches!(known, Ok(Ok(_))) }
}

fn proxy_obstacle(obstacle: &Obstacle) -> Obstacle {
    let detail = match obstacle {
        Obstacle::HostUnknown { .. } => "its name is unknown",
        Obstacle::Refused => "the connection is refused",
        Obstacle::TimedOut => SILENT,
        Obstacle::NoRoute => "there is no way to it",
        Obstacle::Failed(detail) => detail,
        _ => "it cannot be reached",
    };
    Obstacle::ProxyUnreachable(detail.to_owned())
}

/// True if an answer, be it a refusal, is one of STS.
fn is_sts(reply: &Reply) -> bool {
    let text = reply.text();
    text.contains("https://sts.amazonaws.com/doc/2011-06-15/")
        // What stands in for STS may leave the namespace out; other services write their own.
        || (text.contains("<ErrorResponse>") && !text.contains("xmlns"))
}

/// True if a reply is the proxy's own; a page that forbids is its filter's.
fn is_of_proxy(reply: &Reply) -> bool {
    matches!(reply.status, 407 | 502..=504) || (reply.status == 403 && stranger(reply).html)
}

fn stranger(reply: &Reply) -> Stranger {
    let start: String = reply.text().chars().take(PREAMBLE).collect::<String>().to_ascii_lowercase();
    Stranger {
        status: reply.status,
        html: reply.content_type.contains("text/html")
            || start.contains("<!doctype html")
            || start.contains("<html"),
        // What follows the host may hold what identifies a guest.
        location: reply.location.as_deref().and_then(Address::parse).map(|address| address.shown()),
    }
}

/// Returns what is wrong with a certificate, if that is the error.
fn certificate_fault(error: &(dyn Error + 'static)) -> Option<String> {
    causes(error).into_iter().find_map(|cause| match cause.downcast_ref::<rustls::Error>()? {
        rustls::Error::InvalidCertificate(fault) => Some(fault.to_string()),
        rustls::Error::NoCertificatesPresented => Some("no certificate".to_owned()),
        _ => None,
    })
}

/// True if what came back is no TLS, or no HTTP.
fn is_of_another_language(error: &(dyn Error + 'static)) -> bool {
    causes(error).into_iter().any(|cause| {
        matches!(cause.downcast_ref(), Some(rustls::Error::InvalidMessage(_)))
            || cause.downcast_ref().is_some_and(hyper::Error::is_parse)
    })
}

fn innermost(error: &(dyn Error + 'static)) -> String {
    causes(error).last().map_or_else(String::new, ToString::to_string)
}
