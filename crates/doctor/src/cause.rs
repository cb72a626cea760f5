//! Every cause that doctor can name. **Their order is the order of resolution**: of several causes that break a call,
//! the first is the root.

/// The subject of a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// The two files as files.
    Files,
    /// The choice of the profile.
    Choice,
    /// Variables.
    Environment,
    /// The profile, its sources, its settings.
    Chain,
    /// Keys kept in a file.
    Keys,
    /// Sessions the AWS CLI keeps.
    Cache,
    /// Sign-ins.
    Sso,
    /// Programs and token files that give credentials.
    Process,
    /// The AWS CLI itself.
    Cli,
    /// The time.
    Clock,
    /// The way to AWS.
    Network,
    /// AWS's answers.
    Live,
}

macro_rules! causes {
    ($($family:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* })*) => {
        /// A stable identifier of a cause. Its title is the message `doctor-CODE` of the locales, with the
        /// attributes `.explanation` and `.fix`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Cause { $($($(#[$doc])* $variant,)*)* }

        impl Cause {
            /// Every cause, in the order of resolution.
            pub const ALL: &'static [Cause] = &[$($(Cause::$variant,)*)*];

            /// The cause of an identifier.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($($text => Some(Cause::$variant),)*)* _ => None }
            }

            /// The identifier as `--json` shows it.
            pub fn as_str(self) -> &'static str {
                match self { $($(Cause::$variant => $text,)*)* }
            }

            /// Returns its subject.
            pub fn family(self) -> Family {
                match self { $($(Cause::$variant => Family::$family,)*)* }
            }
        }
    };
}

causes! {
    Files {
        /// Neither HOME nor USERPROFILE names a directory.
        HomeMissing = "home_missing",
        /// One of the two AWS files is there and cannot be read.
        FileUnreadable = "file_unreadable",
        /// The AWS CLI cannot parse one of the two files.
        FileUnparsable = "file_unparsable",
        /// `AWS_CONFIG_FILE` or `AWS_SHARED_CREDENTIALS_FILE` names no file, and the profile is missing for it.
        ConfigFileVariableWrong = "config_file_variable_wrong",
        /// Other users may read the credentials file. A warning.
        FileReadableByOthers = "file_readable_by_others",
        /// Other users may write the AWS files, their directory or the session cache. A warning.
        FileWritableByOthers = "file_writable_by_others",
    }
    Choice {
        /// `AWS_PROFILE` is set to nothing, which counts as a name.
        ProfileVariableEmpty = "profile_variable_empty",
        /// `[NAME]` in the config file, where `[profile NAME]` is needed.
        ProfileHeaderWithoutPrefix = "profile_header_without_prefix",
        /// `[profile NAME]` in the credentials file, where `[NAME]` is needed.
        ProfileHeaderWithPrefix = "profile_header_with_prefix",
        /// A header of the config file that is nearly one of a profile.
        ProfileHeaderMalformed = "profile_header_malformed",
        /// No profile of that name, but one of nearly the same.
        ProfileNameMisspelt = "profile_name_misspelt",
        /// No profile of that name.
        ProfileMissing = "profile_missing",
        /// `[default]` and `[profile default]` both stand in the config file.
        DefaultDefinedTwice = "default_defined_twice",
    }
    Environment {
        /// The keys in the variables have run out.
        ExpiredEnvironmentKeys = "expired_environment_keys",
        /// An access key without its secret in the variables.
        PartialEnvironmentKeys = "partial_environment_keys",
        /// Temporary keys in the variables without their token.
        EnvironmentTokenMissing = "environment_token_missing",
        /// `AWS_SECURITY_TOKEN` is read before `AWS_SESSION_TOKEN`.
        StaleSecurityTokenVariable = "stale_security_token_variable",
        /// The token in the variables is of another session than the key.
        EnvironmentKeysMismatched = "environment_keys_mismatched",
        /// AWS does not know the access key in the variables.
        EnvironmentKeysRefused = "environment_keys_refused",
        /// The secret in the variables is not the one of the access key.
        EnvironmentSecretWrong = "environment_secret_wrong",
        /// Keys in the variables win over the profile that was chosen.
        EnvironmentShadowsProfile = "environment_shadows_profile",
        /// `AWS_WEB_IDENTITY_TOKEN_FILE` and `AWS_ROLE_ARN` win over the profile that was chosen.
        WebIdentityVariablesShadowProfile = "web_identity_variables_shadow_profile",
        /// A region variable that the AWS CLI in use does not read.
        RegionVariableIgnored = "region_variable_ignored",
        /// New shells will be started with keys that have run out. A warning.
        ExpiredPersistentKeys = "expired_persistent_keys",
    }
    Chain {
        /// A key that is nearly one the AWS CLI reads.
        SettingMisspelt = "setting_misspelt",
        /// Blanks before a setting make it a part of the value above it.
        SettingIndented = "setting_indented",
        /// `source_profile` names no profile.
        SourceProfileMissing = "source_profile_missing",
        /// The chain of source profiles runs in a circle.
        SourceProfileLoop = "source_profile_loop",
        /// The source profile has no credentials.
        SourceProfileWithoutCredentials = "source_profile_without_credentials",
        /// `role_arn` without `source_profile` or `credential_source`.
        RoleWithoutSource = "role_without_source",
        /// Both `source_profile` and `credential_source`.
        TwoSources = "two_sources",
        /// A `credential_source` that the AWS CLI does not know.
        CredentialSourceInvalid = "credential_source_invalid",
        /// `credential_source = Environment` without keys in the variables.
        CredentialSourceEmpty = "credential_source_empty",
        /// `role_arn` is not the ARN of a role.
        RoleArnMalformed = "role_arn_malformed",
        /// The source has keys and a role: its keys are used, its role is not assumed.
        SourceRoleNotAssumed = "source_role_not_assumed",
        /// A setting in the credentials file wins over the one in the config file.
        CredentialsFileOverrides = "credentials_file_overrides",
        /// `sso_session` names no section.
        SsoSessionMissing = "sso_session_missing",
        /// An SSO profile lacks a setting.
        SsoSettingMissing = "sso_setting_missing",
        /// The profile and its sso-session name different portals.
        SsoSettingsInconsistent = "sso_settings_inconsistent",
        /// A token file without the role to assume with it.
        WebIdentityRoleMissing = "web_identity_role_missing",
        /// `services` names no section.
        ServicesSectionMissing = "services_section_missing",
        /// The profile names nothing that gives credentials.
        NoCredentials = "no_credentials",
        /// A setting has a value on which the AWS CLI ends with an error.
        SettingValueInvalid = "setting_value_invalid",
        /// No region, so the endpoint is not known.
        RegionMissing = "region_missing",
        /// The region is not the name of one.
        RegionMalformed = "region_malformed",
        /// `duration_seconds` is outside what STS allows.
        DurationOutOfRange = "duration_out_of_range",
        /// More than one hour for a role assumed by a role.
        ChainedDurationTooLong = "chained_duration_too_long",
        /// `duration_seconds` is no number and is ignored. A warning.
        DurationNotANumber = "duration_not_a_number",
        /// Other SDKs read the profile differently. A warning.
        ReadersDisagree = "readers_disagree",
    }
    Keys {
        /// An access key without its secret in a file.
        PartialKeys = "partial_keys",
        /// The access key stands in one file, its secret in the other.
        KeysSplitOverFiles = "keys_split_over_files",
        /// The token stands in another file than its key, so it is not used.
        TokenInOtherFile = "token_in_other_file",
        /// Temporary keys in a file without their token.
        SessionTokenMissing = "session_token_missing",
        /// `aws_security_token` is read before `aws_session_token`.
        StaleSecurityToken = "stale_security_token",
        /// The access key id has characters or a length that none has.
        KeyMalformed = "key_malformed",
        /// The secret key has characters or a length that none has.
        SecretMalformed = "secret_malformed",
        /// The session token holds a line break, or a character that no request may hold.
        TokenMalformed = "token_malformed",
        /// The temporary keys in a file have run out.
        ExpiredFileKeys = "expired_file_keys",
        /// Keys that have run out win over `credential_process`.
        ExpiredKeysShadowProcess = "expired_keys_shadow_process",
        /// Keys that have run out win over `login_session`.
        ExpiredKeysShadowLogin = "expired_keys_shadow_login",
        /// The token in a file is of another session than the key.
        KeysMismatched = "keys_mismatched",
        /// AWS does not know the access key: it was deleted or is inactive.
        AccessKeyRefused = "access_key_refused",
        /// The secret key is not the one of the access key.
        SecretWrong = "secret_wrong",
        /// The temporary keys in a file run out soon. A warning.
        ExpiringFileKeys = "expiring_file_keys",
    }
    Cache {
        /// The AWS CLI dies on the cached session.
        CacheEntryDamaged = "cache_entry_damaged",
        /// The AWS CLI cannot store a session.
        CacheDirectoryUnwritable = "cache_directory_unwritable",
        /// AWS refuses the cached session, which has not run out.
        CachedSessionRefused = "cached_session_refused",
        /// The cached session has run out and is simply renewed. A warning.
        CacheEntryExpired = "cache_entry_expired",
    }
    Cli {
        /// The AWS CLI is too old for what the profile uses.
        AwsCliTooOld = "aws_cli_too_old",
        /// Several AWS CLIs are on PATH. A warning.
        SeveralAwsClis = "several_aws_clis",
    }
    Sso {
        /// Nobody signed in to IAM Identity Center.
        SsoNotSignedIn = "sso_not_signed_in",
        /// The sign-in has run out and cannot be refreshed.
        SsoTokenExpired = "sso_token_expired",
        /// The client registration that would refresh the sign-in has run out.
        SsoRegistrationExpired = "sso_registration_expired",
        /// The token was made for another start URL.
        SsoTokenOfOtherUrl = "sso_token_of_other_url",
        /// The token file cannot be read.
        SsoTokenDamaged = "sso_token_damaged",
        /// IAM Identity Center does not take the token.
        SsoTokenRefused = "sso_token_refused",
        /// The role is not assigned to the user in that account.
        SsoRoleNotAssigned = "sso_role_not_assigned",
        /// Nobody signed in with `aws login`.
        LoginNotSignedIn = "login_not_signed_in",
        /// The `aws login` session has run out.
        LoginSessionExpired = "login_session_expired",
        /// The file of `aws login` cannot be read.
        LoginTokenDamaged = "login_token_damaged",
    }
    Process {
        /// The program of `credential_process` cannot be found.
        ProcessNotFound = "process_not_found",
        /// The program of `credential_process` failed.
        ProcessFailed = "process_failed",
        /// The program of `credential_process` gave no credentials.
        ProcessAnswerInvalid = "process_answer_invalid",
        /// The program of `credential_process` gave credentials that have run out.
        ProcessAnswerExpired = "process_answer_expired",
        /// The host of a container or an instance gave no credentials.
        HostCredentialsMissing = "host_credentials_missing",
        /// The token file of a web identity is not there.
        WebIdentityFileMissing = "web_identity_file_missing",
        /// The token of a web identity has run out.
        WebIdentityTokenExpired = "web_identity_token_expired",
        /// STS does not take the token of a web identity.
        WebIdentityTokenRefused = "web_identity_token_refused",
    }
    Clock {
        /// The clock of this machine is more than five minutes off.
        ClockSkewed = "clock_skewed",
    }
    Network {
        /// The CA bundle is not there.
        CaBundleMissing = "ca_bundle_missing",
        /// The CA bundle holds no certificate.
        CaBundleUnusable = "ca_bundle_unusable",
        /// The address of the proxy cannot be used.
        ProxyInvalid = "proxy_invalid",
        /// The proxy does not answer.
        ProxyUnreachable = "proxy_unreachable",
        /// The host of the endpoint has no address.
        HostUnknown = "host_unknown",
        /// Nothing listens at the endpoint.
        ConnectionRefused = "connection_refused",
        /// The endpoint does not answer in time.
        ConnectionTimedOut = "connection_timed_out",
        /// The certificate of the endpoint is not trusted.
        TlsUntrusted = "tls_untrusted",
        /// A sign-in page of the network answers in the place of AWS.
        CaptivePortal = "captive_portal",
        /// The server at `endpoint_url` is not STS.
        EndpointWrong = "endpoint_wrong",
        /// There is no such region.
        RegionUnknown = "region_unknown",
        /// STS is not active in the region.
        RegionDisabled = "region_disabled",
        /// There is no network.
        NetworkUnreachable = "network_unreachable",
    }
    Live {
        /// There is no session, and the program that prints the codes of the device prints none.
        MfaProcessFailed = "mfa_process_failed",
        /// The role asks for MFA, and the profile names no device.
        MfaRequired = "mfa_required",
        /// AWS refused the MFA code.
        MfaRefused = "mfa_refused",
        /// The external id is not the one the role asks for.
        ExternalIdRefused = "external_id_refused",
        /// `duration_seconds` is above the maximum of the role.
        DurationAboveMaximum = "duration_above_maximum",
        /// AWS refuses a value of the profile, as that of `role_session_name`.
        SettingRefused = "setting_refused",
        /// A policy does not let the role be assumed.
        AssumeRoleDenied = "assume_role_denied",
        /// The credentials are of another account than expected.
        WrongAccount = "wrong_account",
        /// The credentials are of another identity than expected.
        WrongIdentity = "wrong_identity",
        /// A session policy denies the call.
        SessionPolicyDenies = "session_policy_denies",
        /// A policy denies the call.
        AccessDenied = "access_denied",
        /// AWS says: too many requests.
        Throttled = "throttled",
        /// AWS answered with a fault of its own.
        AwsFault = "aws_fault",
    }
    // Last: programs other than the AWS CLI fail for what stands above, too.
    Cli {
        /// There is no AWS CLI on PATH.
        AwsCliMissing = "aws_cli_missing",
        /// The first `aws` on PATH is there and does not start, or ends with an error of its own.
        AwsCliBroken = "aws_cli_broken",
    }
}

impl Family {
    /// The word of the documentation and of the table of results.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Choice => "choice",
            Self::Environment => "environment",
            Self::Chain => "chain",
            Self::Keys => "keys",
            Self::Cache => "cache",
            Self::Sso => "sso",
            Self::Process => "process",
            Self::Cli => "cli",
            Self::Clock => "clock",
            Self::Network => "network",
            Self::Live => "live",
        }
    }
}
