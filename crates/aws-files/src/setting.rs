//! The names of settings in the AWS files, each defined once.

macro_rules! settings {
    ($(#[$doc:meta])* $table:ident: $($constant:ident = $name:literal,)+) => {
        $(#[doc = concat!("`", $name, "`")] pub const $constant: &str = $name;)+

        $(#[$doc])*
        pub const $table: &[&str] = &[$($constant),+];
    };
}

settings! {
    /// Settings that decide where credentials come from, or what they may do.
    DECISIVE:
    AWS_ACCESS_KEY_ID = "aws_access_key_id",
    AWS_SECRET_ACCESS_KEY = "aws_secret_access_key",
    AWS_SESSION_TOKEN = "aws_session_token",
    ROLE_ARN = "role_arn",
    SOURCE_PROFILE = "source_profile",
    CREDENTIAL_SOURCE = "credential_source",
    ROLE_SESSION_NAME = "role_session_name",
    EXTERNAL_ID = "external_id",
    MFA_SERIAL = "mfa_serial",
    SSO_SESSION = "sso_session",
    SSO_ACCOUNT_ID = "sso_account_id",
    SSO_ROLE_NAME = "sso_role_name",
    SSO_START_URL = "sso_start_url",
    SSO_REGION = "sso_region",
    WEB_IDENTITY_TOKEN_FILE = "web_identity_token_file",
    CREDENTIAL_PROCESS = "credential_process",
    LOGIN_SESSION = "login_session",
    REGION = "region",
    SERVICES = "services",
    ENDPOINT_URL = "endpoint_url",
}

/// The keys of a session, by every name they have; their end stands in one of [`EXPIRIES`].
pub const SESSION_KEYS: [&str; 4] =
    [AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_SECURITY_TOKEN];

settings! {
    /// Settings people write that decide nothing of that.
    OTHERS:
    AWS_SECURITY_TOKEN = "aws_security_token",
    AWS_ACCOUNT_ID = "aws_account_id",
    DURATION_SECONDS = "duration_seconds",
    SSO_REGISTRATION_SCOPES = "sso_registration_scopes",
    OUTPUT = "output",
    CA_BUNDLE = "ca_bundle",
    CLI_PAGER = "cli_pager",
    CLI_TIMESTAMP_FORMAT = "cli_timestamp_format",
    CLI_FOLLOW_URLPARAM = "cli_follow_urlparam",
    CLI_AUTO_PROMPT = "cli_auto_prompt",
    CLI_HISTORY = "cli_history",
    CLI_BINARY_FORMAT = "cli_binary_format",
    MAX_ATTEMPTS = "max_attempts",
    RETRY_MODE = "retry_mode",
    PARAMETER_VALIDATION = "parameter_validation",
    TCP_KEEPALIVE = "tcp_keepalive",
    STS_REGIONAL_ENDPOINTS = "sts_regional_endpoints",
    USE_FIPS_ENDPOINT = "use_fips_endpoint",
    USE_DUALSTACK_ENDPOINT = "use_dualstack_endpoint",
    IGNORE_CONFIGURED_ENDPOINT_URLS = "ignore_configured_endpoint_urls",
    DEFAULTS_MODE = "defaults_mode",
    S3 = "s3",
    API_VERSIONS = "api_versions",
    SIGV4A_SIGNING_REGION_SET = "sigv4a_signing_region_set",
    ACCOUNT_ID_ENDPOINT_MODE = "account_id_endpoint_mode",
    REQUEST_CHECKSUM_CALCULATION = "request_checksum_calculation",
    RESPONSE_CHECKSUM_VALIDATION = "response_checksum_validation",
    DISABLE_REQUEST_COMPRESSION = "disable_request_compression",
    REQUEST_MIN_COMPRESSION_SIZE_BYTES = "request_min_compression_size_bytes",
    METADATA_SERVICE_TIMEOUT = "metadata_service_timeout",
    METADATA_SERVICE_NUM_ATTEMPTS = "metadata_service_num_attempts",
    EC2_METADATA_SERVICE_ENDPOINT = "ec2_metadata_service_endpoint",
    EC2_METADATA_SERVICE_ENDPOINT_MODE = "ec2_metadata_service_endpoint_mode",
    EC2_METADATA_V1_DISABLED = "ec2_metadata_v1_disabled",
    IMDS_USE_IPV6 = "imds_use_ipv6",
    SDK_UA_APP_ID = "sdk_ua_app_id",
    USER_AGENT_EXTRA = "user_agent_extra",
    MFA_PROCESS = "mfa_process",
    AUTOAWSUME = "autoawsume",
    ASSUMED_ROLE = "assumed_role",
}

/// True if a setting holds a command line: programs are given secrets as arguments.
pub fn is_command_line(name: &str) -> bool {
    [CREDENTIAL_PROCESS, MFA_PROCESS].iter().any(|command| name.eq_ignore_ascii_case(command))
}

/// Settings in which tools record the expiry of keys, ours first.
pub const EXPIRIES: [&str; 8] = [
    "x_security_token_expires",
    "aws_credential_expiration",
    "aws_session_expiration",
    "aws_expiration",
    "expiration",
    "expires",
    "expiry",
    "token_expiration",
];

/// True if this is a setting people write: one of those above, or a date at which keys expire.
pub fn is_known(name: &str) -> bool {
    known(name).is_some()
}

/// Returns the setting of this name, if it is a known one.
pub(crate) fn known(name: &str) -> Option<&'static str> {
    DECISIVE.iter().chain(OTHERS).chain(&EXPIRIES).copied().find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_has_one_name() {
        let all: Vec<&str> = DECISIVE.iter().chain(OTHERS).copied().collect();
        for (index, name) in all.iter().enumerate() {
            assert!(!all[..index].contains(name), "{name} twice");
            assert_eq!(name.to_lowercase(), *name, "botocore reads names in lower case");
        }
        assert!(is_known("role_arn") && is_known("x_security_token_expires") && !is_known("role_arm"));
    }
}
