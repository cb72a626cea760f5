//! Lists the settings that each SDK uses. That it misreads any other setting does no harm.
//!
//! From the sources of the three (aws-config, aws-sdk-go-v2/config, the `@aws-sdk` and `@smithy` packages) and the
//! settings reference of the AWS SDKs and Tools guide. What only the AWS CLI, botocore or some other tool reads
//! (`output`, `cli_*`, `s3`, `x_security_token_expires`) stands in none.

use super::{Divergence, DivergenceKind, Reader};

/// The settings that all three read.
const ALL: &[&str] = &[
    "account_id_endpoint_mode",
    "auth_scheme_preference",
    "aws_access_key_id",
    "aws_account_id",
    "aws_secret_access_key",
    "aws_session_token",
    "credential_process",
    "credential_source",
    "disable_request_compression",
    "ec2_metadata_service_endpoint",
    "ec2_metadata_service_endpoint_mode",
    "ec2_metadata_v1_disabled",
    "endpoint_url",
    "external_id",
    "ignore_configured_endpoint_urls",
    "login_session",
    "max_attempts",
    "region",
    "request_checksum_calculation",
    "request_min_compression_size_bytes",
    "response_checksum_validation",
    "retry_mode",
    "role_arn",
    "role_session_name",
    "s3_disable_express_session_auth",
    "sdk_ua_app_id",
    "services",
    "source_profile",
    "sso_account_id",
    "sso_region",
    "sso_role_name",
    "sso_session",
    "sso_start_url",
    "use_dualstack_endpoint",
    "use_fips_endpoint",
    "web_identity_token_file",
];

/// The settings that only some of them read.
const SOME: &[(&str, &[Reader])] = &[
    ("ca_bundle", &[Reader::Go]),
    ("defaults_mode", &[Reader::Go, Reader::JavaScript]),
    ("duration_seconds", &[Reader::Go, Reader::JavaScript]),
    ("endpoint_discovery_enabled", &[Reader::Go, Reader::JavaScript]),
    ("mfa_serial", &[Reader::Go, Reader::JavaScript]),
    ("s3_disable_multiregion_access_points", &[Reader::Go, Reader::JavaScript]),
    ("s3_use_arn_region", &[Reader::Go, Reader::JavaScript]),
    ("sigv4a_signing_region_set", &[Reader::JavaScript, Reader::Rust]),
];

impl Reader {
    /// True if it makes anything of that key of a profile.
    pub fn reads(self, key: &str) -> bool {
        ALL.contains(&key) || SOME.iter().any(|(known, readers)| *known == key && readers.contains(&self))
    }
}

impl Divergence {
    /// True if the reader acts otherwise for it: a key that it makes nothing of may read as it likes.
    pub fn matters(&self) -> bool {
        match &self.kind {
            DivergenceKind::ValueDiffers { key }
            | DivergenceKind::KeyMissing { key }
            | DivergenceKind::ExtraKey { key } => self.reader.reads(key),
            DivergenceKind::FileRefused
            | DivergenceKind::FileAccepted
            | DivergenceKind::ProfileMissing
            | DivergenceKind::ExtraProfile
            | DivergenceKind::PartialKeys => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order_and_do_not_overlap() {
        assert!(ALL.is_sorted() && SOME.is_sorted_by_key(|(key, _)| *key));
        assert!(SOME.iter().all(|(key, readers)| !ALL.contains(key) && !readers.is_empty()));
    }

    #[test]
    fn what_only_the_aws_cli_reads_is_no_sdks() {
        for reader in [Reader::Rust, Reader::Go, Reader::JavaScript] {
            for key in ["output", "cli_pager", "cli_history", "s3.max_queue_size", "x_security_token_expires"]
            {
                assert!(!reader.reads(key), "{reader} {key}");
            }
            assert!(reader.reads("role_arn") && reader.reads("region"));
        }
        assert!(Reader::Go.reads("ca_bundle") && !Reader::JavaScript.reads("ca_bundle"));
    }
}
