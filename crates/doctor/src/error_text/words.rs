//! The stable codes of an interpreted error: classes, hints, tools.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$one])* $variant,)* }

        impl $name {
            /// Every one.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The stable word.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

words! {
    /// The causes an error points to; the verdict looks there first.
    Hint {
        /// A session is over.
        ExpiredToken = "expired_token",
        /// The key or token is unknown to AWS.
        InvalidToken = "invalid_token",
        /// The secret does not belong to the key, or was mangled.
        SignatureMismatch = "signature_mismatch",
        /// The clock of the machine is off.
        ClockSkew = "clock_skew",
        /// A role may not be assumed.
        AccessDeniedAssumeRole = "access_denied_assume_role",
        /// The credentials work, but may not do this.
        AccessDenied = "access_denied",
        /// A code is needed and nobody can be asked.
        MfaRequired = "mfa_required",
        /// AWS refused the code or the device.
        MfaFailed = "mfa_failed",
        /// The session asked for is too long or too short.
        Duration = "duration",
        /// The call needs long-term keys.
        NeedsLongTermKeys = "needs_long_term_keys",
        /// Nothing gave credentials.
        NoCredentials = "no_credentials",
        /// One key of a pair.
        PartialCredentials = "partial_credentials",
        /// No profile of that name.
        ProfileMissing = "profile_missing",
        /// The profile or its chain contradicts itself.
        ProfileMisconfigured = "profile_misconfigured",
        /// The chain leads back to itself.
        SourceLoop = "source_loop",
        /// A file that cannot be parsed.
        FileUnparsable = "file_unparsable",
        /// The sign-in of IAM Identity Center is over, or never was.
        SsoExpired = "sso_expired",
        /// The SSO settings are incomplete.
        SsoMisconfigured = "sso_misconfigured",
        /// The account or role is not assigned.
        SsoNotAssigned = "sso_not_assigned",
        /// The session of `aws login` is over, or never was.
        LoginExpired = "login_expired",
        /// The tool cannot use `aws login`.
        LoginUnsupported = "login_unsupported",
        /// `credential_process` or another helper program failed.
        ProcessFailed = "process_failed",
        /// A source keeps handing out credentials that are over.
        RefreshedExpired = "refreshed_expired",
        /// A date nobody can read.
        DateUnreadable = "date_unreadable",
        /// A file of the session cache is damaged, or cannot be written.
        CacheDamaged = "cache_damaged",
        /// The web identity token or its settings.
        WebIdentity = "web_identity",
        /// The container's or the instance's endpoint.
        Container = "container",
        /// AWS was not reached.
        Network = "network",
        /// The connection is not trusted, or not TLS.
        Tls = "tls",
        /// The proxy.
        Proxy = "proxy",
        /// No region.
        RegionMissing = "region_missing",
        /// A region that cannot be one.
        RegionInvalid = "region_invalid",
        /// The region is not enabled.
        RegionDisabled = "region_disabled",
        /// Too many requests.
        Throttled = "throttled",
        /// AWS's own fault.
        ServiceFault = "service_fault",
        /// An error of AWS that has nothing to do with credentials.
        NotAboutCredentials = "not_about_credentials",
        /// Nothing that we know.
        Unrecognised = "unrecognised",
    }
}

words! {
    /// The tools that print errors.
    Tool {
        /// The AWS CLI, version 1 or an early 2: they print the same.
        AwsCli = "aws_cli",
        /// The AWS CLI, version 2.
        AwsCliV2 = "aws_cli_v2",
        /// boto3 or botocore.
        Boto3 = "boto3",
        /// The SDK for JavaScript, version 2.
        JavaScriptSdkV2 = "javascript_sdk_v2",
        /// The SDK for JavaScript, version 3.
        JavaScriptSdkV3 = "javascript_sdk_v3",
        /// The SDK for Go, version 1.
        GoSdkV1 = "go_sdk_v1",
        /// The SDK for Go, version 2.
        GoSdkV2 = "go_sdk_v2",
        /// The SDK for Java, version 1.
        JavaSdkV1 = "java_sdk_v1",
        /// The SDK for Java, version 2.
        JavaSdkV2 = "java_sdk_v2",
        /// The SDK for Rust.
        RustSdk = "rust_sdk",
        /// The SDK for .NET.
        DotNetSdk = "dotnet_sdk",
        /// The SDK for PHP.
        PhpSdk = "php_sdk",
        /// The SDK for Ruby.
        RubySdk = "ruby_sdk",
        /// Terraform, or `OpenTofu`.
        Terraform = "terraform",
        /// Pulumi.
        Pulumi = "pulumi",
        /// Packer.
        Packer = "packer",
        /// The AWS CDK.
        Cdk = "cdk",
        /// The SAM CLI.
        Sam = "sam",
        /// The Serverless Framework.
        Serverless = "serverless",
        /// kubectl and what logs it in.
        Kubectl = "kubectl",
        /// Docker, at a registry of ECR.
        Docker = "docker",
    }
}

macro_rules! classes {
    ($($(#[$one:meta])* $variant:ident = $text:literal => $hint:ident,)*) => {
        words! {
            /// An error of a tool that AWS gave no code.
            Class { $($(#[$one])* $variant = $text,)* }
        }

        impl Class {
            /// The causes it points to.
            pub fn hint(self) -> Hint {
                match self { $(Self::$variant => Hint::$hint,)* }
            }
        }
    };
}

classes! {
    /// No profile of that name.
    ProfileNotFound = "profile_not_found" => ProfileMissing,
    /// One key of a pair.
    PartialCredentials = "partial_credentials" => PartialCredentials,
    /// Nothing in the whole chain.
    UnableToLocateCredentials = "unable_to_locate_credentials" => NoCredentials,
    /// A file that cannot be parsed.
    FileUnparsable = "file_unparsable" => FileUnparsable,
    /// A file that may not be read.
    FileUnreadable = "file_unreadable" => FileUnparsable,
    /// No region.
    RegionMissing = "region_missing" => RegionMissing,
    /// A region that cannot be one.
    RegionInvalid = "region_invalid" => RegionInvalid,
    /// `source_profile` names nothing.
    SourceProfileMissing = "source_profile_missing" => ProfileMisconfigured,
    /// The source has no credentials.
    SourceWithoutCredentials = "source_without_credentials" => ProfileMisconfigured,
    /// A role without a source.
    RoleWithoutSource = "role_without_source" => ProfileMisconfigured,
    /// Two sources.
    ConflictingSources = "conflicting_sources" => ProfileMisconfigured,
    /// A `credential_source` nobody knows.
    InvalidCredentialSource = "invalid_credential_source" => ProfileMisconfigured,
    /// The `credential_source` has none.
    CredentialSourceEmpty = "credential_source_empty" => ProfileMisconfigured,
    /// A chain that leads back to itself.
    SourceLoop = "source_loop" => SourceLoop,
    /// SSO settings that are incomplete or disagree.
    SsoMisconfigured = "sso_misconfigured" => SsoMisconfigured,
    /// Never signed in, or signed out.
    SsoTokenMissing = "sso_token_missing" => SsoExpired,
    /// The sign-in is over.
    SsoTokenExpired = "sso_token_expired" => SsoExpired,
    /// Signing in was not finished.
    SsoSignInFailed = "sso_sign_in_failed" => SsoExpired,
    /// The session of `aws login` is over.
    LoginExpired = "login_expired" => LoginExpired,
    /// No session of `aws login`.
    LoginMissing = "login_missing" => LoginExpired,
    /// The permission for `aws login` is missing.
    LoginNotAllowed = "login_not_allowed" => AccessDenied,
    /// The tool cannot use `aws login`.
    LoginUnsupported = "login_unsupported" => LoginUnsupported,
    /// `credential_process` failed.
    CredentialProcessFailed = "credential_process_failed" => ProcessFailed,
    /// `credential_process` printed what nobody can read.
    CredentialProcessOutput = "credential_process_output" => ProcessFailed,
    /// kubectl's helper program failed; why it says elsewhere.
    ExecPluginFailed = "exec_plugin_failed" => ProcessFailed,
    /// Credentials that are over when they are handed out.
    RefreshedStillExpired = "refreshed_still_expired" => RefreshedExpired,
    /// A date nobody can read.
    DateUnreadable = "date_unreadable" => DateUnreadable,
    /// A file of the session cache is damaged.
    CacheDamaged = "cache_damaged" => CacheDamaged,
    /// The session cache cannot be written.
    CacheUnwritable = "cache_unwritable" => CacheDamaged,
    /// A setting or variable has a value that the tool does not take.
    SettingInvalid = "setting_invalid" => ProfileMisconfigured,
    /// A code is needed and nobody can be asked.
    MfaRequired = "mfa_required" => MfaRequired,
    /// A duration the tool itself refuses.
    DurationInvalid = "duration_invalid" => Duration,
    /// Web identity without a role, or without a token.
    WebIdentityMisconfigured = "web_identity_misconfigured" => WebIdentity,
    /// The container's or instance's endpoint does not answer.
    MetadataUnreachable = "metadata_unreachable" => Container,
    /// AWS was not reached.
    Network = "network" => Network,
    /// The connection is not trusted, or not TLS.
    Tls = "tls" => Tls,
    /// The proxy does not answer.
    Proxy = "proxy" => Proxy,
    /// The login of a container registry is over.
    RegistryTokenExpired = "registry_token_expired" => ExpiredToken,
    /// No login at a container registry.
    RegistryLoginMissing = "registry_login_missing" => NoCredentials,
    /// The account of the credentials is another than the one wanted.
    WrongAccount = "wrong_account" => NotAboutCredentials,
    /// The clock is off, the tool says.
    ClockSkew = "clock_skew" => ClockSkew,
    /// A parameter the tool refuses.
    ParameterInvalid = "parameter_invalid" => NotAboutCredentials,
}
