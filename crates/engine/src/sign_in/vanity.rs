//! A company's own start URL, and the portal it leads to.

use std::time::Duration;

use sandglass_core::problem::Problem;
use sandglass_core::resolve::ClientSettings;
use sandglass_core::sso::{SsoSignIn, StartUrl, portal_behind, start_url};

use crate::http::{self, plain};
use crate::refused::{IN_TIME, Refused};

const LIMIT: Duration = Duration::from_secs(10);
const REDIRECTS: [u16; 5] = [301, 302, 303, 307, 308];
/// Of a server that knows no `HEAD`.
const NO_HEAD: [u16; 2] = [405, 501];

/// The portal that a sign-in goes to, and its region.
pub(super) struct PortalAddress {
    pub(super) url: String,
    pub(super) region: String,
}

/// Finds the portal of a start URL, as the AWS CLI does: one that is not AWS's is asked once where it leads.
pub(super) async fn portal(sign_in: &SsoSignIn, settings: &ClientSettings) -> Result<PortalAddress, Refused> {
    let (url, region) = (&sign_in.start_url.value, &sign_in.region.value);
    if start_url(url).map_err(|problem| at(problem, sign_in))? == StartUrl::Portal {
        return Ok(PortalAddress { url: url.clone(), region: region.clone() });
    }
    let asked = async {
        match leads(settings, "HEAD", url).await? {
            (status, _) if NO_HEAD.contains(&status) => leads(settings, "GET", url).await,
            answer => Ok(answer),
        }
    };
    let (status, location) =
        tokio::time::timeout(LIMIT, asked).await.unwrap_or_else(|_| Err(Refused::silent(url, IN_TIME)))?;
    let led_to = location.filter(|_| REDIRECTS.contains(&status)).unwrap_or_else(|| url.clone());
    let (url, region) = portal_behind(url, &led_to, region).map_err(|problem| at(problem, sign_in))?;
    Ok(PortalAddress { url, region })
}

async fn leads(settings: &ClientSettings, method: &str, url: &str) -> Result<(u16, Option<String>), Refused> {
    let connector = http::connector(settings, url)?;
    let request = plain::request(method, url, &[], "");
    let request = request.ok_or_else(|| Refused::silent(url, "no such address"))?;
    let reply = plain::send(&connector, request).await;
    let reply = reply.map_err(|error| Refused::silent(url, error.to_string()))?;
    Ok((reply.status, reply.location))
}

fn at(problem: Problem, sign_in: &SsoSignIn) -> Problem {
    problem.at(sign_in.start_url.at.clone())
}
