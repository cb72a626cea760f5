//! Sentences of the SDKs other than botocore.

use super::{Phrase, own};
use crate::error_text::words::Class;

pub(super) const TABLE: &[Phrase] = &[
    // JavaScript
    own("Could not load credentials from any providers", Class::UnableToLocateCredentials).last_resort(),
    own("Could not resolve credentials using profile: [{profile}] in configuration", Class::ProfileNotFound),
    own("Credential is missing", Class::UnableToLocateCredentials).common().last_resort(),
    own("Missing credentials in config", Class::UnableToLocateCredentials).common().last_resort(),
    own("Region is missing", Class::RegionMissing).common(),
    own("Missing region in config", Class::RegionMissing).common(),
    own("ConfigError: Missing region in config", Class::RegionMissing),
    own(
        "Profile {profile} requires multi-factor authentication, but no MFA code callback",
        Class::MfaRequired,
    ),
    own("Detected a cycle attempting to resolve credentials for profile {profile}.", Class::SourceLoop),
    own("Profile {profile} credential_process returned expired credentials", Class::RefreshedStillExpired),
    own("Profile {profile} credential_process did not return Version 1", Class::CredentialProcessOutput),
    own("Profile {profile} credential_process returned invalid", Class::CredentialProcessOutput),
    own(
        "The SSO session token associated with profile={profile} was not found or is invalid",
        Class::SsoTokenMissing,
    ),
    own("Token is expired. To refresh this SSO session run", Class::SsoTokenExpired),
    own("To refresh this SSO session run 'aws sso login'", Class::SsoTokenExpired).last_resort(),
    own("CredentialsProviderError: Command failed:", Class::CredentialProcessFailed),
    // Go
    own("no EC2 IMDS role found", Class::UnableToLocateCredentials).last_resort(),
    own("NoCredentialProviders: no valid providers in chain", Class::UnableToLocateCredentials).last_resort(),
    own("failed to get shared config profile, {profile}", Class::ProfileNotFound),
    own("SharedConfigProfileNotExistsError", Class::ProfileNotFound).last_resort(),
    own("failed to load shared config file", Class::FileUnparsable).common(),
    own("SharedConfigLoadError: failed to load config file, {path}", Class::FileUnparsable),
    own("AssumeRoleTokenProvider session option not set", Class::MfaRequired),
    own("assume role with MFA enabled, but {_} not set", Class::MfaRequired),
    own("load login token: token file not found", Class::LoginMissing),
    own("login session has expired, please reauthenticate", Class::LoginExpired),
    own("failed to read cached SSO token file", Class::SsoTokenMissing),
    own("refresh cached SSO token failed", Class::SsoTokenExpired),
    own("cached SSO token is expired, or not present", Class::SsoTokenExpired),
    own("the SSO session has expired or is invalid", Class::SsoTokenExpired),
    own("error in credential_process", Class::CredentialProcessFailed),
    own("an AWS region is required, but was not found", Class::RegionMissing),
    own("MissingRegion: could not find region configuration", Class::RegionMissing),
    own("https://{endpoint}.amazonaws.com/\": dial tcp", Class::Network),
    own("amazonaws.com: no such host", Class::Network),
    own("amazonaws.com on {_}: no such host", Class::Network),
    own("x509: certificate", Class::Tls).common(),
    own("proxyconnect tcp", Class::Proxy).common(),
    own("https response error StatusCode: 0, RequestID: ,", Class::Network),
    // Rust
    own("could not find source profile {profile} referenced from the root profile", Class::ProfileNotFound)
        .outermost(),
    own("invalid profile: could not parse profile file", Class::FileUnparsable),
    own("dispatch failure: io error", Class::Network),
    own("dispatch failure: timeout", Class::Network),
    own("dispatch failure: io error: client error (Connect): invalid peer certificate", Class::Tls)
        .outermost(),
    own("the credential provider was not enabled", Class::UnableToLocateCredentials).last_resort(),
    own("no providers in chain provided credentials", Class::UnableToLocateCredentials).last_resort(),
    own("no credentials found in chain", Class::UnableToLocateCredentials).last_resort(),
    own("could not find source profile {source} referenced from", Class::SourceProfileMissing),
    own("profile `{profile}` was not defined", Class::ProfileNotFound).common(),
    own("profile formed an infinite loop", Class::SourceLoop),
    own("failed to load the cached SSO token", Class::SsoTokenMissing),
    own("error parsing {path}.aws/", Class::FileUnparsable),
    // Java
    own("Unable to load AWS credentials from any provider in the chain", Class::UnableToLocateCredentials)
        .last_resort(),
    own(
        "Unable to load credentials from any of the providers in the chain",
        Class::UnableToLocateCredentials,
    )
    .last_resort(),
    own("Profile file contained no credentials for profile '{profile}'", Class::ProfileNotFound).aside(),
    own("Unable to load region from any of the providers in the chain", Class::RegionMissing),
    own("Unable to find a region via the region provider chain", Class::RegionMissing),
    own("Unable to execute HTTP request: {_}amazonaws.com", Class::Network),
    own("PKIX path building failed", Class::Tls).common(),
    own("Unable to load AWS credentials from environment variables", Class::UnableToLocateCredentials)
        .last_resort(),
    // .NET
    own(
        "Unable to get IAM security credentials from EC2 Instance Metadata Service",
        Class::UnableToLocateCredentials,
    )
    .last_resort(),
    own("Failed to resolve AWS credentials", Class::UnableToLocateCredentials).last_resort(),
    own("Unable to find credentials", Class::UnableToLocateCredentials).common().last_resort(),
    own("No RegionEndpoint or ServiceURL configured", Class::RegionMissing),
    // PHP
    own(
        "Error retrieving credentials from the instance profile metadata s",
        Class::UnableToLocateCredentials,
    )
    .last_resort(),
    own("Cannot read credentials from {path}", Class::UnableToLocateCredentials).common().last_resort(),
    own("'{profile}' not found in credentials file", Class::ProfileNotFound).common(),
    own("Error retrieving credential from ECS", Class::MetadataUnreachable),
    // Ruby
    own("MissingCredentialsError", Class::UnableToLocateCredentials).common().last_resort(),
    own("unable to sign request without credentials set", Class::UnableToLocateCredentials),
    own("Aws::Errors::NoSuchProfileError", Class::ProfileNotFound),
    own("Aws::Errors::MissingRegionError", Class::RegionMissing),
    own("missing region; use :region option", Class::RegionMissing),
];
