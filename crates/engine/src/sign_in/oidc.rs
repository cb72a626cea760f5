//! The operations of IAM Identity Center that sign somebody in: `RegisterClient`, `StartDeviceAuthorization` and
//! `CreateToken`. What goes over the network here is what the AWS CLI sends.

use aws_files::Secret;
use aws_files::cache::TokenFields;
use percent_encoding::utf8_percent_encode;
use sandglass_core::Timestamp;
use sandglass_core::resolve::ClientSettings;
use serde_json::{Value, json};

use super::pkce::Pkce;
use super::refresh::address;
use super::service::{TokenService, oauth_refusal};
use crate::http::QUERY;
use crate::refused::Refused;

/// The name under which the AWS CLI registers its redirect; a port is allowed beside it.
const REDIRECT: &str = "http://127.0.0.1/oauth/callback";
const DEVICE_CODE: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// The grants that a client with a redirect exchanges for a token.
pub(super) const GRANTS: [&str; 2] = ["authorization_code", "refresh_token"];

/// The client that a person allows to act for them.
pub(super) struct RegisteredClient {
    pub(super) id: Secret,
    pub(super) secret: Secret,
    pub(super) expires_at: Timestamp,
}

/// The code that a person confirms on another device, or in another window.
pub(super) struct DeviceAuthorization {
    pub(super) device_code: Secret,
    pub(super) user_code: String,
    /// The page that asks for the code.
    pub(super) page: String,
    /// The page that has it already.
    pub(super) page_with_code: Option<String>,
    pub(super) expires_in: i64,
    pub(super) interval: i64,
}

/// The service in a region.
pub(super) struct Oidc<'a> {
    service: TokenService<'a>,
    url: &'a str,
}

impl<'a> Oidc<'a> {
    pub(super) fn new(settings: &'a ClientSettings, url: &'a str) -> Self {
        Self { service: TokenService { settings, url, refusal: oauth_refusal }, url }
    }

    /// Its address.
    pub(super) fn url(&self) -> &str {
        self.url
    }

    /// Something else answered.
    pub(super) fn stranger(&self) -> Refused {
        self.service.stranger()
    }

    /// Registers a client for the browser (`issuer` is the start URL), or for devices.
    pub(super) async fn register(
        &self,
        name: &str,
        scopes: &[&str],
        issuer: Option<&str>,
    ) -> Result<TokenFields, Refused> {
        let mut body = json!({ "clientName": name, "clientType": "public" });
        if !scopes.is_empty() {
            body["scopes"] = json!(scopes);
        }
        if let Some(issuer) = issuer {
            body["grantTypes"] = json!(GRANTS);
            body["redirectUris"] = json!([REDIRECT]);
            body["issuerUrl"] = json!(issuer);
        }
        self.post("/client/register", &body).await
    }

    /// The page on which a person allows the client to act for them.
    pub(super) fn page(
        &self,
        client: &RegisteredClient,
        pkce: &Pkce,
        redirect: &str,
        scopes: &[&str],
    ) -> String {
        let fields = [
            ("response_type", "code"),
            ("client_id", client.id.expose()),
            ("redirect_uri", redirect),
            ("state", pkce.state.expose()),
            ("code_challenge_method", "S256"),
            ("scopes", &scopes.join(" ")),
            ("code_challenge", &pkce.challenge()),
        ];
        let query: Vec<String> =
            fields.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, QUERY))).into();
        format!("{}?{}", address(self.url, "/authorize"), query.join("&"))
    }

    /// Exchanges the code that the browser brought.
    pub(super) async fn exchange(
        &self,
        client: &RegisteredClient,
        code: Secret,
        pkce: &Pkce,
        redirect: &str,
    ) -> Result<TokenFields, Refused> {
        let text = |text: &str| Secret::new(text.to_owned());
        self.token(TokenFields::new([
            ("grantType", text("authorization_code")),
            ("clientId", client.id.clone()),
            ("clientSecret", client.secret.clone()),
            ("redirectUri", text(redirect)),
            ("codeVerifier", pkce.verifier.clone()),
            ("code", code),
        ]))
        .await
    }

    pub(super) async fn start_device(
        &self,
        client: &RegisteredClient,
        start_url: &str,
    ) -> Result<DeviceAuthorization, Refused> {
        let body = TokenFields::new([
            ("clientId", client.id.clone()),
            ("clientSecret", client.secret.clone()),
            ("startUrl", Secret::new(start_url.to_owned())),
        ]);
        let answer = self.ask("/device_authorization", &body).await?;
        let text = |name| answer.text(name).map(|text| text.expose().to_owned());
        let read = || {
            Some(DeviceAuthorization {
                device_code: answer.text("deviceCode")?.clone(),
                user_code: text("userCode")?,
                page: text("verificationUri")?,
                page_with_code: text("verificationUriComplete"),
                expires_in: answer.number("expiresIn")?,
                interval: answer.number("interval").unwrap_or(5).max(1),
            })
        };
        read().ok_or_else(|| self.service.stranger())
    }

    /// Asks whether the person has answered.
    pub(super) async fn poll(
        &self,
        client: &RegisteredClient,
        device_code: &Secret,
    ) -> Result<TokenFields, Refused> {
        self.token(TokenFields::new([
            ("grantType", Secret::new(DEVICE_CODE.to_owned())),
            ("clientId", client.id.clone()),
            ("clientSecret", client.secret.clone()),
            ("deviceCode", device_code.clone()),
        ]))
        .await
    }

    async fn token(&self, body: TokenFields) -> Result<TokenFields, Refused> {
        self.ask("/token", &body).await
    }

    async fn ask(&self, path: &str, body: &TokenFields) -> Result<TokenFields, Refused> {
        let body = body.to_json().map_err(|error| Refused::silent(self.url, error.to_string()))?;
        self.service.ask(&address(self.url, path), &[], body.to_vec()).await
    }

    async fn post(&self, path: &str, body: &Value) -> Result<TokenFields, Refused> {
        self.service.ask(&address(self.url, path), &[], body.to_string().into_bytes()).await
    }
}
