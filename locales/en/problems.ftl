# One message for each problem code: what happened, in one short sentence; .next: what to do; .brief: a few words for a menu line.
# .window: what to do in the window, where that is not what it is in a terminal; .field: both in one, beside the field of a form.
# .detail: the words of AWS or of the system, in full. They stand in no message.
# {$place} is a file with its line (~/.aws/config:12) or the name of a variable; {$bracketed} the same in brackets, or nothing.
problem-unknown_profile = There is no profile “{$profile}” in the AWS files.
    .next = Check the spelling: `sandglass status` lists every profile.
    .window = Check the spelling.
    .brief = no such profile
problem-file_unparsable = {$place} is broken: { $reason ->
    [duplicate_section] the section [{$name}] is there twice, first at line {$first}
    [duplicate_key] the key {$name} is there twice in its section, first at line {$first}
    [before_section] this line comes before the first [section]
    [bom] the file begins with a byte order mark, an invisible character
    [encoding] the file is not UTF-8 text
    [header] the section header is empty or has no closing bracket
    [nested] this line belongs to a nested block and is not “key = value”
   *[no_separator] this line is neither a [section] nor “key = value”
}.
    .next = The AWS CLI cannot read the file, so no profile works. Fix { $reason ->
        [bom] it: save the file as UTF-8 without BOM.
        [encoding] it: save the file as UTF-8.
       *[other] that line.
    }
    .brief = broken AWS file
problem-file_unreadable = {$path} cannot be read: {$reason}.
    .next = Give your user read access to {$path}.
    .brief = unreadable AWS file
problem-no_home = The home directory is not known: neither HOME nor USERPROFILE is set.
    .next = Set HOME (USERPROFILE on Windows) and try again.
    .brief = no home directory
problem-source_loop = The chain of source profiles runs in a circle: {$chain} ({$place}).
    .next = Change source_profile at {$place} so that the chain ends in a profile with keys.
    .brief = circular source profiles
    .field = Runs in a circle: {$chain}. Choose a profile whose chain ends in keys.
problem-missing_source = Profile “{$profile}” names the source profile “{$source}”, which does not exist ({$place}).
    .next = Correct source_profile at {$place}, or create the profile “{$source}”.
    .brief = source profile missing
    .field = There is no profile “{$source}”. Choose another, or create it.
problem-source_without_credentials = The source profile “{$source}” of “{$profile}” has no credentials ({$place}).
    .next = Give “{$source}” an access key, or name another source_profile at {$place}.
    .brief = source has no credentials
    .field = “{$source}” has no credentials. Give it an access key, or choose another.
problem-role_without_source = Profile “{$profile}” has a role_arn but neither source_profile nor credential_source ({$place}).
    .next = Add source_profile = NAME below {$place}.
    .brief = role without a source
    .field = Choose the profile that assumes the role.
problem-two_sources = Profile “{$profile}” has both source_profile and credential_source ({$place}).
    .next = Remove one of the two.
    .brief = two sources
    .field = Remove this or source_profile: a role has one source.
problem-invalid_credential_source = “{$value}” is no credential_source the AWS CLI knows ({$place}, profile “{$profile}”).
    .next = Write Environment, Ec2InstanceMetadata or EcsContainer, in exactly this spelling.
    .brief = unknown credential_source
    .field = Must be Environment, Ec2InstanceMetadata or EcsContainer, in exactly this spelling.
problem-no_environment_keys = Profile “{$profile}” takes its keys from the environment, where there are none ({$place}).
    .next = Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use source_profile instead.
    .brief = no keys in the environment
problem-no_container = Profile “{$profile}” takes its credentials from a container, and no variable names one ({$place}).
    .next = Use source_profile instead, unless this runs in a container of ECS or EKS.
    .brief = not in a container
problem-partial_keys = The keys of profile “{$profile}” are incomplete: {$key} is missing ({$place}).
    .next = Add {$key} beside the access key at {$place}.
    .brief = incomplete keys
problem-no_credentials = Profile “{$profile}” names nothing that gives credentials.
    .next = Add keys, a role_arn with source_profile, or an sso_session to it.
    .brief = no credentials
problem-missing_setting = Profile “{$profile}” lacks {$key} ({$place}).
    .next = Add {$key} to the profile.
    .brief = setting missing
problem-missing_services = Profile “{$profile}” refers to the services section “{$services}”, which does not exist ({$place}).
    .next = Add [services {$services}] to the config file, or remove the line at {$place}.
    .brief = services section missing
problem-invalid_duration = duration_seconds = {$value} is not a number; the AWS CLI ignores it without a word ({$place}).
    .next = Write a number of seconds, such as 3600.
    .brief = duration ignored
    .field = Not a number, so the AWS CLI ignores it. Write seconds, such as 3600.
problem-readers_disagree = {$readers} read profile “{$profile}” differently from the AWS CLI ({$place}).
    .next = Rewrite the line at {$place} in the plain form “key = value”, without a comment behind the value.
    .brief = SDKs read it differently
problem-source_expired = The keys of the source “{$source}” have run out ({$place}).
    .next = Put new keys there, then renew.
    .brief = source keys expired
problem-damaged_cache = The cached session {$path} is damaged, and the AWS CLI fails on it.
    .next = Renew the profile: the file is written anew.
    .brief = damaged cache
problem-no_region = Profile “{$profile}” has no region, so AWS cannot be asked for a session.
    .next = Add region = REGION to the profile, or set AWS_REGION.
    .brief = no region
problem-chained_duration = A role assumed from another role lasts one hour at most, and “{$profile}” asks for {$seconds} seconds ({$place}).
    .next = Set duration_seconds to 3600 or less at {$place}, or remove the line.
    .brief = more than 1 h for a chained role
    .field = At most 3600 seconds (1 h) for a role that is assumed from another.
problem-duration_above_maximum = duration_seconds = {$seconds} is more than the role {$role} allows ({$place}).
    .next = Lower duration_seconds at {$place}, or raise the role's maximum session duration in IAM.
    .brief = longer than the role allows
problem-duration_out_of_range = duration_seconds = {$seconds} is outside what AWS allows: 900 to 43200 ({$place}).
    .next = Write a number of seconds from 900 to 43200 at {$place}.
    .brief = duration not allowed
    .field = From 900 seconds (15 min) to 43200 (12 h).
problem-needs_mfa = Profile “{$profile}” needs a code from the MFA device {$serial}.
    .next = Run `sandglass renew {$command}` in a terminal and type the code, or pass it with --mfa.
    .window = Renew it, and type the code your device shows.
    .brief = needs an MFA code
problem-mfa_refused = AWS refused the MFA code for {$serial}.
    .next = Wait for the next code, type that one, and check that {$serial} is your device ({$place}).
    .brief = MFA code refused
problem-mfa_malformed = An MFA code has six digits.
    .next = Type the six digits your device shows for {$serial}.
    .brief = MFA code malformed
problem-access_denied = AWS refuses the role {$role_name} for {$who}.
    .next = { $external ->
        [yes] Check the role's trust policy, the permission sts:AssumeRole of {$who}, and external_id ({$place}).
       *[no] Check the role's trust policy and the permission sts:AssumeRole of {$who} ({$place}).
    }
    .brief = access denied
    .detail = {$detail}
problem-invalid_key = AWS does not know the access key that profile “{$profile}” starts from ({$place}).
    .next = Check in IAM that the key exists and is active, and that its session token, if any, belongs to it.
    .brief = unknown access key
problem-signature_mismatch = The secret key does not belong to the access key ({$place}).
    .next = Copy the secret again; mind quotes, blanks and comments behind it.
    .brief = wrong secret key
problem-clock_skew = AWS refuses the request: this computer's clock is wrong.
    .next = Set the clock, best by network time, and renew again.
    .brief = wrong clock
    .detail = {$detail}
problem-region_disabled = AWS STS is not active in the region {$region} for this account.
    .next = Activate it in IAM under Account settings, or use another region.
    .brief = region not active
problem-throttled = AWS answered “too many requests” {$tries} times.
    .next = Wait a minute and renew again.
    .brief = too many requests
problem-network = AWS cannot be reached.
    .next = Check the network, the proxy and the endpoint settings.
    .brief = no connection to AWS
    .detail = {$endpoint}: {$detail}
problem-aws_fault = AWS answered with an error of its own.
    .next = Try again in a few minutes.
    .brief = fault at AWS
    .detail = {$detail}
problem-refused = AWS refused the request ({$error}).
    .next = `aws sts get-caller-identity --profile {$profile}` shows AWS's answer again.
    .window = AWS's answer stands under Details. Diagnose looks for the cause.
    .brief = refused by AWS
    .detail = {$detail}
problem-ca_bundle = The CA bundle {$path} cannot be used ({$place}).
    .next = Point ca_bundle or AWS_CA_BUNDLE to a readable PEM file.
    .brief = CA bundle unusable
    .detail = {$detail}
problem-invalid_proxy = The proxy address for {$scheme} endpoints cannot be used.
    .next = Write it as http://host:port in HTTPS_PROXY or HTTP_PROXY.
    .brief = proxy unusable
problem-cache_unwritable = The session cannot be stored in {$path}.
    .next = Make the directory writable for your user.
    .brief = cache not writable
    .detail = {$detail}
problem-cache_unusable = The cache {$path} was left alone.
    .next = Look at {$path}: it should be a directory of your user.
    .brief = cache not usable
    .detail = {$detail}
problem-cache_not_removed = {$path} cannot be removed.
    .next = Make its directory writable for your user.
    .brief = not removed
    .detail = {$detail}
problem-unsupported_source = Sandglass cannot renew sessions of the kind {$method} yet (profile “{$profile}”, {$place}).
    .next = Renew it with the tool that made it; for SSO: aws sso login --profile {$command}
    .brief = not renewable here
problem-file_unwritable = {$path} cannot be written. It is as it was.
    .next = Make {$path} and its directory writable for your user, and see that the disk has room.
    .brief = file not writable
    .detail = {$detail}
problem-file_not_edited = {$path} was left as it is.
    .next = Change {$path} by hand.
    .brief = file left as it is
    .detail = {$detail}
problem-file_busy = Other programs keep changing {$path}, so it was left as it is.
    .next = Try again when they are done.
    .brief = file keeps changing
problem-long_term_keys = Profile “{$profile}” holds long-term keys ({$place}): a session is never written over them.
    .next = Keep the long-term keys in a profile of their own, and name that one as the refresh source.
    .brief = long-term keys are not overwritten
problem-no_keys_in_file = Profile “{$profile}” holds no temporary keys in a file ({$place}), so there is nothing to write a session over.
    .next = Put temporary keys into it once, or renew it without a refresh source.
    .brief = no temporary keys in a file
problem-expiry_unrecorded = AWS takes the keys of profile “{$profile}” now, but nobody recorded until when ({$place}).
    .next = Write x_security_token_expires = 2030-01-31T12:00:00Z (their end) below them, or give them a refresh source: sandglass watch add --help
    .window = Write x_security_token_expires = 2030-01-31T12:00:00Z (their end) below them, or make the profile renew itself under Profiles.
    .brief = valid now, end unknown
problem-not_renewable = Profile “{$profile}” holds temporary keys that were put in by hand ({$place}): there is nothing to renew them from.
    .next = Replace them with new keys.
    .brief = keys put in by hand
problem-preferences_unusable = The preferences {$path} cannot be used.
    .next = Fix or delete {$path}.
    .brief = preferences unusable
    .detail = {$reason}
preference-form = { $expected ->
    [flag] true or false
    [minutes] a number of minutes from 1 to 2160
    [minutes-list] a list of minutes, each from 1 to 2160
    [names] a list of profile names
    [language] system, en or pt-BR
    [theme] system, light or dark
    [time-format] system, 24h or 12h
    [sort] urgency, name or account
    [label] a word of at most 12 characters
    [label-color] gray, red, orange, yellow, green, blue or purple
    [proxy] an address such as http://proxy.example:3128
    [path] a full path, or one that begins with ~
    [editor] a command such as code -g {"{file}"}:{"{line}"}
    [table] a table
    [version] a whole number from 1
    [refresh-pair] given both refresh_role and refresh_source, or neither
   *[text] a text that is not empty
}
problem-preferences_invalid = {$where}: {$key} must be {preference-form}.
    .next = Change it there, or with `sandglass preferences set`; `sandglass preferences list` shows all.
    .window = Change it there.
    .brief = preferences invalid
    .field = Must be {preference-form}.
problem-preferences_newer = The preferences {$path} were written by a newer Sandglass (version {$version}), so this one does not change them.
    .next = Update Sandglass, or edit {$path} yourself.
    .brief = preferences of a newer version
problem-unknown_preference = There is no preference “{$key}”.
    .next = `sandglass preferences list` shows all; of one profile: profiles.NAME.silent_renewal
    .window = Check the spelling.
    .brief = unknown preference
problem-editor_failed = {$path} cannot be opened with {$editor}.
    .next = Choose another editor in the preferences.
    .brief = editor does not start
    .detail = {$detail}
problem-not_opened = {$path} cannot be opened.
    .next = Open it with a program of yours.
    .brief = cannot be opened
    .detail = {$detail}
