//! A parsed request, as the services use it.

use std::collections::BTreeMap;

use hyper::HeaderMap;
use percent_encoding::percent_decode_str;

/// The roles of the instance, and behind a name the credentials of one.
pub(crate) const METADATA_ROLES: &str = "/latest/meta-data/iam/security-credentials/";

/// Method, path, headers and body, with the form's fields.
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    pub(crate) form: BTreeMap<String, String>,
}

impl Request {
    pub(crate) fn new(
        method: String,
        path: String,
        query: String,
        headers: HeaderMap,
        body: Vec<u8>,
    ) -> Self {
        let mut form = fields(&query);
        // JSON has fields of its own.
        if !body.starts_with(b"{") {
            form.extend(fields(&String::from_utf8_lossy(&body)));
        }
        Self { method, path, query, headers, body, form }
    }

    /// A header's text; several of one name joined, as signatures see them.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> = self
            .headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .map(str::trim)
            .collect();
        (!values.is_empty()).then(|| values.join(","))
    }

    /// A field of the form.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.form.get(name).map(String::as_str)
    }

    /// The action asked for: STS has it in the form, the other services in the path.
    pub(crate) fn action(&self) -> &str {
        match self.path.as_str() {
            "/federation/credentials" => "GetRoleCredentials",
            "/assignment/accounts" => "ListAccounts",
            "/assignment/roles" => "ListAccountRoles",
            "/logout" => "Logout",
            "/token" => "CreateToken",
            "/client/register" => "RegisterClient",
            "/device_authorization" => "StartDeviceAuthorization",
            "/authorize" => "Authorize",
            "/device" => "Device",
            "/v1/token" => "CreateOAuth2Token",
            path => of_host(path).or_else(|| self.field("Action")).unwrap_or_default(),
        }
    }
}

/// The name of what a path asks for; none where it is no path of a host.
fn of_host(path: &str) -> Option<&'static str> {
    match path {
        "/latest/api/token" => Some("MetadataToken"),
        "/latest/dynamic/instance-identity/document" => Some("MetadataIdentity"),
        "/latest/meta-data/placement/availability-zone/" => Some("MetadataZone"),
        "/v1/credentials" => Some("ContainerCredentials"),
        _ if path == METADATA_ROLES => Some("MetadataRole"),
        _ if path.starts_with(METADATA_ROLES) => Some("MetadataCredentials"),
        _ if path.starts_with("/v2/credentials/") => Some("ContainerCredentials"),
        _ => None,
    }
}

/// The fields of `application/x-www-form-urlencoded` text.
fn fields(text: &str) -> BTreeMap<String, String> {
    text.split('&')
        .filter(|field| !field.is_empty())
        .map(|field| {
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}
