//! botocore's exceptions, as the AWS CLI and boto3 print them (`botocore/exceptions.py`, `credentials.py`).

use super::{Candidate, ErrorCode, Phrase, own};
use crate::error_text::fold::Folded;
use crate::error_text::words::Class;

pub(super) const TABLE: &[Phrase] = &[
    own("The config profile ({profile}) could not be found", Class::ProfileNotFound),
    own("O perfil de configuração ({profile}) não pôde ser encontrado", Class::ProfileNotFound),
    own("Partial credentials found in assume-role, missing: source_profile", Class::RoleWithoutSource)
        .outermost(),
    own("Partial credentials found in {provider}, missing: {key}", Class::PartialCredentials),
    own("Unable to locate credentials. You can configure", Class::UnableToLocateCredentials),
    own("Unable to locate credentials", Class::UnableToLocateCredentials).common(),
    own("NoCredentialsError", Class::UnableToLocateCredentials).last_resort(),
    own("Não foi possível localizar as credenciais", Class::UnableToLocateCredentials).common(),
    own("Unable to parse config file: {path}", Class::FileUnparsable).common(),
    own("Permission denied: '{_}.aws/credentials'", Class::FileUnreadable),
    own("Permission denied: '{_}.aws/config'", Class::FileUnreadable),
    own("Permission denied: '{_}.aws/cli/cache", Class::CacheUnwritable),
    own("Permission denied: '{_}.aws/sso/cache", Class::CacheUnwritable),
    own("Read-only file system: '{_}.aws/cli/cache", Class::CacheUnwritable),
    own("Read-only file system: '{_}.aws/sso/cache", Class::CacheUnwritable),
    own("You must specify a region", Class::RegionMissing),
    own("Você deve especificar uma região", Class::RegionMissing).common(),
    own("Provided region_name '{region}' doesn't match a supported format", Class::RegionInvalid),
    own("Invalid endpoint: https://{_}..amazonaws.com", Class::RegionMissing),
    own(
        "The source_profile \"{source}\" referenced in the profile \"{profile}\" does not exist",
        Class::SourceProfileMissing,
    ),
    own("The source profile \"{source}\" must have credentials", Class::SourceWithoutCredentials),
    own(
        "profile \"{profile}\" contains both source_profile and credential_source",
        Class::ConflictingSources,
    ),
    own(
        "The credential source \"{key}\" referenced in profile \"{profile}\" is not valid",
        Class::InvalidCredentialSource,
    ),
    own(
        "No credentials found in credential_source referenced in profile {profile}",
        Class::CredentialSourceEmpty,
    ),
    own(
        "Infinite loop in credential configuration detected. Attempting to load from profile {profile} which",
        Class::SourceLoop,
    ),
    own("Credential process resolution detected an infinite loop", Class::SourceLoop),
    own("Maximum recursive credential process resolution reached", Class::SourceLoop),
    own(
        "profile \"{profile}\" is configured to use SSO but is missing required configuration: {key}",
        Class::SsoMisconfigured,
    ),
    own("The specified sso-session does not exist: \"{session}\"", Class::SsoMisconfigured),
    own("The value for {key} is inconsistent between profile ({_}) and sso-session", Class::SsoMisconfigured),
    own(
        "use the SSO token provider but the \"{session}\" sso_session configuration does not exist",
        Class::SsoMisconfigured,
    ),
    own("The sso_start_url must use the https scheme", Class::SsoMisconfigured),
    own("Could not resolve start URL '{session}' to an AWS-owned endpoint", Class::SsoMisconfigured),
    own("Error loading SSO Token: Token for {session} does not exist", Class::SsoTokenMissing),
    own("Error loading SSO Token: Token for {session} is invalid", Class::SsoTokenMissing),
    own("Error loading SSO Token: The SSO access token has either expired", Class::SsoTokenExpired),
    own("Error loading SSO Token", Class::SsoTokenMissing).last_resort(),
    own("Error when retrieving token from sso: Token has expired and refresh failed", Class::SsoTokenExpired),
    own("Unable to locate authorization token", Class::SsoTokenMissing).common(),
    own("The SSO session associated with this profile has expired", Class::SsoTokenExpired),
    own("A sessão de SSO associada a este perfil expirou", Class::SsoTokenExpired),
    own(
        "An unspecified error happened when resolving AWS credentials or an access token from SSO",
        Class::SsoTokenExpired,
    ),
    own("The pending authorization to retrieve an SSO token has expired", Class::SsoSignInFailed),
    own("Error loading authorization code:", Class::SsoSignInFailed).common(),
    own("Unable to initialize the OAuth 2.0 authorization callback handler", Class::SsoSignInFailed),
    own("Please reauthenticate using 'aws login'", Class::LoginExpired),
    own("Please reauthenticate with your new password using 'aws login'", Class::LoginExpired),
    own("Please reauthenticate with 'aws login'", Class::LoginMissing),
    own("Error loading login session token", Class::LoginMissing),
    own("resolving AWS credentials or refreshing a login session profile", Class::LoginExpired),
    own(
        "Unable to create or refresh login credentials due to insufficient permissions",
        Class::LoginNotAllowed,
    ),
    own("Using the login credential provider requires an additional dependency", Class::LoginUnsupported),
    own(
        "The provided profile or the current environment is configured to assume role with web identity but has no role ARN",
        Class::WebIdentityMisconfigured,
    ),
    own(
        "Error when retrieving credentials from custom-process: Unsupported version",
        Class::CredentialProcessOutput,
    )
    .outermost(),
    own(
        "Error when retrieving credentials from custom-process: Missing required key",
        Class::CredentialProcessOutput,
    )
    .outermost(),
    own("Error when retrieving credentials from {provider}:", Class::CredentialProcessFailed).last_resort(),
    own("Error when retrieving credentials from custom-process:", Class::CredentialProcessFailed),
    own("Error when retrieving credentials from container-role:", Class::MetadataUnreachable).outermost(),
    own("Error when retrieving credentials from iam-role:", Class::MetadataUnreachable).outermost(),
    own("attempting to retrieve container metadata", Class::MetadataUnreachable).outermost(),
    own(
        "Can only retrieve metadata from a loopback address or one of these hosts",
        Class::MetadataUnreachable,
    ),
    own(
        "Credentials were refreshed, but the refreshed credentials are still expired",
        Class::RefreshedStillExpired,
    ),
    own("can't subtract offset-naive and offset-aware datetimes", Class::DateUnreadable).common(),
    own("Cannot refresh credentials: MFA token required", Class::MfaRequired),
    own("Could not connect to the endpoint URL: \"{endpoint}\"", Class::Network),
    own("Não foi possível conectar-se ao URL do endpoint: \"{endpoint}\"", Class::Network),
    own("Connect timeout on endpoint URL: \"{endpoint}\"", Class::Network),
    own("Read timeout on endpoint URL: \"{endpoint}\"", Class::Network),
    own(
        "Connection was closed before we received a valid response from endpoint URL: \"{endpoint}\"",
        Class::Network,
    ),
    own("SSL validation failed for {endpoint} [", Class::Tls).outermost(),
    own("SSL validation failed for", Class::Tls).common(),
    own("Failed to connect to proxy URL: \"{endpoint}\"", Class::Proxy),
    own("Unknown output type:", Class::SettingInvalid),
    own("Unknown cli_timestamp_format value:", Class::SettingInvalid),
    own("Invalid value provided to \"mode\": {_} must be one of", Class::SettingInvalid),
    own("Value provided to \"max_attempts\":", Class::SettingInvalid),
    own("STS regional endpoints option {_} is invalid", Class::SettingInvalid),
    own("Client configured with invalid defaults mode:", Class::SettingInvalid),
    own("Unsupported configuration value for {key}. Expected one of", Class::SettingInvalid),
    own("The configured value '{_}' for '{key}' is invalid. Valid values are", Class::SettingInvalid),
    own("for request_min_compression_size_bytes. Value must be", Class::SettingInvalid),
    own("Invalid EC2 Instance Metadata endpoint mode:", Class::SettingInvalid),
    own("configured to use the SSO token provider but is missing", Class::SsoMisconfigured),
    own("Invalid value for parameter DurationSeconds", Class::DurationInvalid),
    own("Parameter validation failed: Invalid", Class::ParameterInvalid).last_resort(),
    own("Parameter validation failed: Missing required parameter", Class::ParameterInvalid).last_resort(),
    own("Parameter validation failed: Unknown parameter", Class::ParameterInvalid).last_resort(),
];

/// A damaged cache entry is told by nothing but the file's name in quotes, as Python prints a missing key: SHA-1
/// for roles and SSO, SHA-256 for `aws login`.
pub(super) fn cache_key(text: &Folded<'_>) -> Option<Candidate> {
    let all = text.text();
    let rest = all.rsplit("keyerror:").next().unwrap_or(all);
    let rest = rest.strip_prefix("aws:[error]:").unwrap_or(rest);
    let name = rest.strip_prefix('\'')?.strip_suffix('\'')?;
    let is_key = matches!(name.len(), 40 | 64) && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (code, hint) = (ErrorCode::Class(Class::CacheDamaged), Class::CacheDamaged.hint());
    let (start, end) = (all.len() - rest.len(), all.len());
    is_key.then(|| Candidate {
        start,
        end,
        weight: 4,
        code,
        hint,
        operation: None,
        service: None,
        captures: Vec::new(),
    })
}
