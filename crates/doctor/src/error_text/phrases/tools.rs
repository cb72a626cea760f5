//! Sentences of tools that wrap an SDK.

use super::{Phrase, own};
use crate::error_text::words::Class;

pub(super) const TABLE: &[Phrase] = &[
    // Terraform, Packer, Pulumi
    own("No valid credential sources", Class::UnableToLocateCredentials).common().last_resort(),
    own("no valid credential sources for {_} found", Class::UnableToLocateCredentials).last_resort(),
    own("failed to get shared config profile, {profile}", Class::ProfileNotFound),
    own("the configured AWS profile ({profile}) was not found", Class::ProfileNotFound),
    own("unable to validate AWS credentials", Class::UnableToLocateCredentials).last_resort(),
    own(
        "AWS account ID not previously found and failed retrieving via all available methods",
        Class::UnableToLocateCredentials,
    )
    .last_resort(),
    own("AWS Account ID not allowed", Class::WrongAccount),
    own("Invalid AWS Region: {region}", Class::RegionInvalid),
    // CDK
    own(
        "Need to perform AWS calls for account {_}, but no credentials have been configured",
        Class::UnableToLocateCredentials,
    )
    .last_resort(),
    own(
        "Need to perform AWS calls for account {_}, but no credentials found",
        Class::UnableToLocateCredentials,
    )
    .last_resort(),
    own(
        "Need to perform AWS calls for account {_}, but the current credentials are for",
        Class::WrongAccount,
    ),
    own("Unable to resolve AWS account to use", Class::UnableToLocateCredentials).last_resort(),
    // Serverless, SAM
    own("AWS provider credentials not found", Class::UnableToLocateCredentials),
    own("Profile {profile} does not exist", Class::ProfileNotFound).common().last_resort(),
    own("AWS profile \"{profile}\" doesn't seem to be configured", Class::ProfileNotFound),
    // kubectl
    own("getting credentials: exec: executable {_} failed with exit code", Class::ExecPluginFailed)
        .last_resort(),
    own("getting credentials: exec: exit status", Class::ExecPluginFailed).last_resort(),
    own("getting credentials: exec: executable aws not found", Class::ExecPluginFailed),
    own("getting credentials: exec: \"aws\": executable file not found", Class::ExecPluginFailed),
    own("could not get token: NoCredentialProviders", Class::UnableToLocateCredentials),
    // Docker at ECR
    own("Your authorization token has expired. Reauthenticate and try again", Class::RegistryTokenExpired),
    own("Your Authorization Token has expired. Please run 'aws ecr get-login", Class::RegistryTokenExpired),
    own("no basic auth credentials", Class::RegistryLoginMissing).common(),
];
