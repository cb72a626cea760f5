//! A problem of a profile or a renewal: a stable code, the arguments of its sentence, and its place. The sentences
//! are in `locales/`.

use crate::host_reason::HostReason;
use crate::masked::shown_argument;
use aws_files::Location;

/// The origin of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A line of one of the two AWS files.
    File(Location),
    /// An environment variable.
    Variable(&'static str),
    /// An argument of the call, such as `--profile`.
    Call,
    /// Our own preferences.
    Preferences,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)*) => {
        /// A stable identifier of a problem. Its sentence is the message `problem-CODE` of the
        /// locales, what to do next is the attribute `.next`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code, for the test that holds each has its sentence in every language.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code of an identifier.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Code::$variant),)* _ => None }
            }

            /// The identifier as `--json` shows it.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }
        }
    };
}

codes! {
    /// No profile of that name in either file.
    UnknownProfile = "unknown_profile",
    /// The AWS CLI cannot parse the file, so no profile works.
    FileUnparsable = "file_unparsable",
    /// The file is there but cannot be read.
    FileUnreadable = "file_unreadable",
    /// Neither HOME nor USERPROFILE says where the home directory is.
    NoHome = "no_home",
    /// `source_profile` leads back to a profile already in the chain.
    SourceLoop = "source_loop",
    /// Our own helper is asked for the credentials that it is to give.
    HelperLoop = "helper_loop",
    /// `source_profile` names a profile that does not exist.
    MissingSource = "missing_source",
    /// More source profiles in a row than the AWS CLI follows.
    ChainTooLong = "chain_too_long",
    /// The source profile has no credentials.
    SourceWithoutCredentials = "source_without_credentials",
    /// `role_arn` without `source_profile` or `credential_source`.
    RoleWithoutSource = "role_without_source",
    /// Both `source_profile` and `credential_source`.
    TwoSources = "two_sources",
    /// `credential_source` has a value botocore does not know.
    InvalidCredentialSource = "invalid_credential_source",
    /// `credential_source = Environment` with no keys in the environment.
    NoEnvironmentKeys = "no_environment_keys",
    /// `credential_source = EcsContainer` with no variable that names a container's endpoint.
    NoContainer = "no_container",
    /// An access key without its secret, or the reverse.
    PartialKeys = "partial_keys",
    /// A key that holds a line break, or a character that no request may hold.
    MalformedKeys = "malformed_keys",
    /// The profile names nothing that gives credentials.
    NoCredentials = "no_credentials",
    /// A required setting of this kind of profile is missing.
    MissingSetting = "missing_setting",
    /// `services` names a section that does not exist.
    MissingServices = "missing_services",
    /// `duration_seconds` is not a number: the AWS CLI ignores it silently.
    InvalidDuration = "invalid_duration",
    /// Other SDKs read this profile differently.
    ReadersDisagree = "readers_disagree",
    /// An endpoint off this machine is asked without encryption.
    EndpointInClear = "endpoint_in_clear",
    /// Keys of the source have run out.
    SourceExpired = "source_expired",
    /// The cached session cannot be read, and the AWS CLI fails on it.
    DamagedCache = "damaged_cache",
    /// The cached session may not be read by this user.
    UnreadableCache = "unreadable_cache",
    /// No region for the STS call.
    NoRegion = "no_region",
    /// A session of a role assumed from a role lives one hour at most.
    ChainedDuration = "chained_duration",
    /// `duration_seconds` is above the role's maximum.
    DurationAboveMaximum = "duration_above_maximum",
    /// `duration_seconds` is outside what STS allows at all.
    DurationOutOfRange = "duration_out_of_range",
    /// An MFA code is needed and nobody could be asked.
    NeedsMfa = "needs_mfa",
    /// AWS refused the MFA code.
    MfaRefused = "mfa_refused",
    /// The typed text is no six-digit code.
    MfaMalformed = "mfa_malformed",
    /// The program that prints the codes of a device gave none.
    MfaProcessFailed = "mfa_process_failed",
    /// The trust policy or the caller's policy refuses.
    AccessDenied = "access_denied",
    /// The keys of the source are unknown to AWS.
    InvalidKey = "invalid_key",
    /// The secret does not belong to the key.
    SignatureMismatch = "signature_mismatch",
    /// The clock of this machine is off.
    ClockSkew = "clock_skew",
    /// STS is not active in the region.
    RegionDisabled = "region_disabled",
    /// AWS kept saying: too many requests.
    Throttled = "throttled",
    /// AWS could not be reached.
    Network = "network",
    /// AWS answered with an error of its own.
    AwsFault = "aws_fault",
    /// AWS refused for a reason not listed here.
    Refused = "refused",
    /// The CA bundle cannot be read.
    CaBundle = "ca_bundle",
    /// A proxy address cannot be used.
    InvalidProxy = "invalid_proxy",
    /// The session cannot be stored.
    CacheUnwritable = "cache_unwritable",
    /// A cache directory cannot be looked at.
    CacheUnusable = "cache_unusable",
    /// A cache file cannot be removed.
    CacheNotRemoved = "cache_not_removed",
    /// A cache file that was removed could not be put back.
    CacheNotRestored = "cache_not_restored",
    /// The removed files are not kept any more.
    CacheNotKept = "cache_not_kept",
    /// A sign-in is over, or there is none.
    NeedsSignIn = "needs_sign_in",
    /// No sso-session of that name.
    UnknownSsoSession = "unknown_sso_session",
    /// An sso-session lacks what a sign-in takes.
    SsoSessionLacks = "sso_session_lacks",
    /// There is no sso-session, and no profile with a start URL.
    NoSsoSession = "no_sso_session",
    /// There are several sso-sessions, and nobody said which.
    SsoSessionNotChosen = "sso_session_not_chosen",
    /// A start URL is no `https` address.
    StartUrlUnusable = "start_url_unusable",
    /// A start URL leads to no portal of AWS.
    StartUrlStranger = "start_url_stranger",
    /// Whoever was asked to allow a sign-in denied it.
    SignInDenied = "sign_in_denied",
    /// Nobody finished a sign-in in time.
    SignInTimedOut = "sign_in_timed_out",
    /// The region has no portal with the start URL.
    SignInPortalUnknown = "sign_in_portal_unknown",
    /// The token service refused a sign-in.
    SignInRefused = "sign_in_refused",
    /// The program of `credential_process` gave no credentials.
    ProcessFailed = "process_failed",
    /// The token file of a web identity cannot be used.
    IdentityTokenUnusable = "identity_token_unusable",
    /// The container's or the instance's endpoint gave no credentials.
    HostFailed = "host_failed",
    /// One of the two AWS files cannot be written.
    FileUnwritable = "file_unwritable",
    /// A file can only be written in place, and nobody agreed to that.
    NotReplaceable = "not_replaceable",
    /// A change of one of the two AWS files was refused, because it would harm it.
    FileNotEdited = "file_not_edited",
    /// Other programs kept changing the file.
    FileBusy = "file_busy",
    /// Keys without an end are never written over.
    LongTermKeys = "long_term_keys",
    /// Only keys kept in a file have a refresh source.
    NoKeysInFile = "no_keys_in_file",
    /// AWS takes the keys, but nobody recorded for how long.
    ExpiryUnrecorded = "expiry_unrecorded",
    /// There is nothing to renew: keys pasted by hand.
    NotRenewable = "not_renewable",
    /// No program opens a file.
    NotOpened = "not_opened",
    /// The editor that was chosen does not open a file.
    EditorFailed = "editor_failed",
    /// Our own preferences file cannot be used.
    PreferencesUnusable = "preferences_unusable",
    /// A preference has a value of the wrong kind.
    PreferencesInvalid = "preferences_invalid",
    /// Our preferences file was written by a newer version, so this one does not change it.
    PreferencesNewer = "preferences_newer",
    /// There is no preference of that name.
    UnknownPreference = "unknown_preference",
    /// A value is not of the form its key needs.
    InvalidSetting = "invalid_setting",
    /// A name that some AWS tool would mangle.
    InvalidName = "invalid_name",
    /// Another SDK would not read other profiles as the AWS CLI does any more.
    HarmToOthers = "harm_to_others",
    /// The name is another profile's or section's already.
    NameTaken = "name_taken",
    /// A name that the AWS CLI reads and other SDKs do not.
    NameNotEverywhere = "name_not_everywhere",
    /// An ARN or a region of another partition than the role's.
    PartitionMismatch = "partition_mismatch",
    /// A region that has none of the usual names.
    UnusualRegion = "unusual_region",
    /// The program of `credential_process` cannot be found.
    ProgramNotFound = "program_not_found",
    /// `sso_session` names a section that does not exist.
    MissingSsoSession = "missing_sso_session",
    /// A profile and its sso-session give one key two values.
    SsoSettingsDisagree = "sso_settings_disagree",
    /// A profile names what is to be removed.
    StillReferenced = "still_referenced",
    /// The credentials file has the key too, and its value counts.
    Overridden = "overridden",
    /// A kind of profile lacks a key.
    KindNeeds = "kind_needs",
    /// The section does not have that key.
    NoSuchSetting = "no_such_setting",
    /// No sso-session or services section of that name.
    UnknownSection = "unknown_section",
    /// A secret was given where every program of this machine can read it.
    SecretInArguments = "secret_in_arguments",
    /// A secret was asked for and not given.
    NeedsSecret = "needs_secret",
    /// The file changed since the change was shown.
    FileChanged = "file_changed",
    /// The fix belongs to an older diagnosis.
    DiagnosisOutdated = "diagnosis_outdated",
    /// One of two files was written, and could not be restored when the other failed.
    HalfWritten = "half_written",
    /// There is no last change to take back.
    NothingToUndo = "nothing_to_undo",
    /// No change was taken back that could be made again.
    NothingToRedo = "nothing_to_redo",
    /// Nobody could be asked whether a change is wanted.
    NeedsConfirmation = "needs_confirmation",
    /// There is no text to paste.
    ClipboardEmpty = "clipboard_empty",
    /// The paste is none of the known forms.
    PasteUnknown = "paste_unknown",
    /// The paste is not JSON to its end.
    PasteNotJson = "paste_not_json",
    /// A line of what was pasted sets no variable.
    PasteLine = "paste_line",
    /// The paste is no section of an AWS file.
    PasteUnparsable = "paste_unparsable",
    /// The paste lacks a part.
    PasteIncomplete = "paste_incomplete",
    /// The paste holds two sessions.
    PasteOfTwo = "paste_of_two",
    /// Nothing says which role a profile's keys are of.
    RoleNotKnown = "role_not_known",
    /// No or several profiles could assume the role.
    SourceNotChosen = "source_not_chosen",
    /// Another process of ours does not give a lock back.
    LockHeld = "lock_held",
    /// A renewal did not end in time.
    RenewalStuck = "renewal_stuck",
    /// Something of ours, or of a library, failed where it never should.
    Internal = "internal_error",
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The code.
    pub code: Code,
    /// The place, when it is known.
    pub at: Option<Origin>,
    /// The values its sentence names. Never a secret.
    pub args: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem with no place and no arguments yet.
    pub fn new(code: Code) -> Self {
        Self { code, at: None, args: Vec::new() }
    }

    /// True if a person can renew where we cannot: with a code, a sign-in, or new keys.
    pub fn needs_human(&self) -> bool {
        matches!(self.code, Code::NeedsMfa | Code::NeedsSignIn | Code::NotRenewable | Code::SourceExpired)
    }

    /// True if the same call may succeed a little later with nothing fixed.
    pub fn may_pass(&self) -> bool {
        matches!(
            self.code,
            Code::Throttled
                | Code::AwsFault
                | Code::Network
                | Code::ClockSkew
                | Code::LockHeld
                | Code::RenewalStuck
                | Code::SignInDenied
                | Code::SignInTimedOut
        ) || self.host_reason() == Some(HostReason::Silent)
    }

    /// The reason why a container's or an instance's endpoint gave no credentials, if that is the problem.
    pub fn host_reason(&self) -> Option<HostReason> {
        let (_, word) = self.args.iter().find(|(name, _)| *name == "reason")?;
        let reason = HostReason::ALL.into_iter().find(|reason| reason.as_str() == word);
        reason.filter(|_| self.code == Code::HostFailed)
    }

    /// True if a session could be had, but not kept.
    pub fn is_of_keeping(&self) -> bool {
        matches!(self.code, Code::CacheUnwritable | Code::FileUnwritable | Code::NotReplaceable)
    }

    /// True if our preferences could not be read, so that nobody knows what the user chose.
    pub fn is_of_preferences(&self) -> bool {
        matches!(self.code, Code::PreferencesUnusable | Code::PreferencesInvalid)
    }

    /// Adds the place.
    #[must_use]
    pub fn at(mut self, origin: Origin) -> Self {
        self.at = Some(origin);
        self
    }

    /// Adds the place, when there is one.
    #[must_use]
    pub fn maybe_at(mut self, origin: Option<Origin>) -> Self {
        self.at = origin.or(self.at);
        self
    }

    /// Adds an argument of the sentence, without what may be a secret.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, shown_argument(name, &value.into())));
        self
    }
}
