//! The hosts of a world as plain data: an instance's metadata service and a container's endpoint.

use serde::{Deserialize, Serialize};

/// The metadata service of an EC2 instance.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MetadataService {
    /// The ARN of the instance's role; none where nobody gave it one.
    #[serde(default)]
    pub role_arn: Option<String>,
    /// The region the instance is in.
    pub region: String,
    /// The versions it speaks.
    #[serde(default)]
    pub versions: MetadataVersions,
    /// True if there are more hops to the caller than an answer with a token goes: it never arrives.
    #[serde(default)]
    pub is_too_far: bool,
    /// True if the role does not let EC2 assume it.
    #[serde(default)]
    pub is_untrusted: bool,
    /// Tokens given out, each with its end in seconds since 1970.
    #[serde(skip)]
    pub(crate) tokens: Vec<(String, i64)>,
}

/// The versions that a metadata service speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MetadataVersions {
    /// The first, which knows no tokens.
    First,
    /// Both: a token is no must.
    Both,
    /// The second: nothing is told without a token.
    #[default]
    Second,
}

/// The endpoint that gives a container its credentials.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerEndpoint {
    /// The ARN of the task's role.
    pub role_arn: String,
    /// The value of the header `Authorization` it asks for.
    #[serde(default)]
    pub authorization: Option<String>,
}

impl MetadataService {
    /// The service of an instance with a role, which takes requests with a token only.
    pub fn with_role(role_arn: &str) -> Self {
        Self {
            role_arn: Some(role_arn.to_owned()),
            region: "eu-central-1".to_owned(),
            versions: MetadataVersions::Second,
            is_too_far: false,
            is_untrusted: false,
            tokens: Vec::new(),
        }
    }
}

impl ContainerEndpoint {
    /// The endpoint of a container with a role, which asks for an authorization.
    pub fn with_role(role_arn: &str, authorization: &str) -> Self {
        Self { role_arn: role_arn.to_owned(), authorization: Some(authorization.to_owned()) }
    }
}
