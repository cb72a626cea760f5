//! `/authorize`: the page on which a person allows a program to act for them, and where it sends the browser back to.

use base64ct::{Base64UrlUnpadded, Encoding};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::page;
use crate::answer::Answer;
use crate::clock;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::{SsoGrant, SsoWay, World};

/// A code is exchanged at once.
const LASTS: i64 = 600;
/// What a page asks for and gives back.
const FIELDS: [&str; 6] =
    ["response_type", "client_id", "redirect_uri", "state", "code_challenge_method", "code_challenge"];

/// The page, or after a click on it the way back.
pub(super) fn answer(world: &mut World, request: &Request) -> Answer {
    match (request.method.as_str(), checked(world, request)) {
        (_, Err(refusal)) => page::refused(&refusal),
        ("POST", Ok(start_url)) => back(world, request, start_url),
        (_, Ok(_)) => {
            let fields = FIELDS.into_iter().chain(["scopes"]);
            page::question("/authorize", fields.filter_map(|name| Some((name, request.field(name)?))))
        }
    }
}

/// The portal that the client was registered for, where all that is asked for may be asked for.
fn checked(world: &World, request: &Request) -> Result<String, Refusal> {
    let field = |name: &str| request.field(name).unwrap_or_default();
    let client = super::client(world, field("client_id"))?;
    if !client.redirects.iter().any(|known| is_same_redirect(known, field("redirect_uri"))) {
        return Err(Refusal::new(400, "InvalidRedirectUriException", "The redirect is not registered"));
    }
    if field("response_type") != "code" || field("code_challenge_method") != "S256" {
        return Err(super::invalid_request());
    }
    // Of 32 bytes.
    if Base64UrlUnpadded::decode_vec(field("code_challenge")).map_or(0, |digest| digest.len()) != 32 {
        return Err(super::invalid_request());
    }
    client.issuer.clone().ok_or_else(super::invalid_request)
}

fn back(world: &mut World, request: &Request, start_url: String) -> Answer {
    let field = |name: &str| request.field(name).unwrap_or_default().to_owned();
    let (redirect, state) = (field("redirect_uri"), encoded(&field("state")));
    if field("decision") != "allow" {
        return page::redirect(&format!("{redirect}?error=access_denied&state={state}"));
    }
    let code = format!("sim-code-{}", world.next());
    world.sso_grants.push(SsoGrant {
        code: code.clone(),
        client_id: field("client_id"),
        start_url,
        expires_at: clock::now(world) + LASTS,
        way: SsoWay::Browser { challenge: field("code_challenge"), redirect: redirect.clone() },
    });
    page::redirect(&format!("{redirect}?code={code}&state={state}"))
}

/// RFC 8252, 7.3: of a redirect to the same machine any port will do.
fn is_same_redirect(registered: &str, asked: &str) -> bool {
    without_port(registered).is_some_and(|known| Some(known) == without_port(asked))
}

fn without_port(uri: &str) -> Option<(String, String)> {
    let rest = uri.strip_prefix("http://")?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.split(':').next().unwrap_or_default();
    Some((host.to_owned(), path.to_owned()))
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
