# One message for each problem code: what happened, in one short sentence; .next: what to do; .brief: a few words for a menu line.
# .window: what to do in the window, where that is not what it is in a terminal; .field: both in one, beside the field of a form.
# .detail: the words of AWS or of the system, in full. They stand in no message.
# {$place} is a file with its line (~/.aws/config:12) or the name of a variable; {$bracketed} the same in brackets, or nothing.
problem-unknown_profile = There is no profile “{$profile}” in the AWS files.
    .next = Check the spelling: `sandglass status` lists every profile.
    .window = Check the spelling.
    .brief = no such profile
problem-file_unparsable = {$place} is broken: { $reason ->
    [duplicate_section] the section [{$name}] is a duplicate of line {$first}
    [duplicate_key] the key {$name} is a duplicate of line {$first}
    [before_section] this line comes before the first [section]
    [bom] the file begins with a byte order mark, an invisible character
    [encoding] the file is not UTF-8 text
    [header] the section header is empty or has no closing bracket
    [nested] this line belongs to a nested block and is not “key = value”
   *[no_separator] this line is neither a [section] nor “key = value”
}.
    .next = The AWS CLI cannot read the file, so no profile works. { $reason ->
        [bom] Save the file as UTF-8 without BOM.
        [encoding] Save the file as UTF-8.
       *[other] Fix that line.
    }
    .brief = broken AWS file
problem-file_unreadable = {$path} cannot be read: {$reason}.
    .next = Give your user read access to {$path}.
    .brief = unreadable AWS file
problem-no_home = The home directory is unknown: neither HOME nor USERPROFILE is set.
    .next = Set HOME (USERPROFILE on Windows) and try again.
    .brief = no home directory
problem-source_loop = The source profiles refer to each other in a circle: {$chain} ({$place}).
    .next = Change source_profile at {$place} so that the chain ends in a profile with keys.
    .brief = circular source profiles
    .field = Forms a circle: {$chain}. Choose a profile whose chain ends in keys.
problem-helper_loop = The helper of “{$profile}” asks for its own credentials ({$place}).
    .next = Name another profile in credential_process at {$place}.
    .brief = circular helper
problem-missing_source = The source profile “{$source}” of “{$profile}” does not exist ({$place}).
    .next = Correct source_profile at {$place}, or create the profile “{$source}”.
    .brief = source profile missing
    .field = There is no profile “{$source}”. Choose another, or create it.
problem-chain_too_long = The chain of source profiles is longer than {$most} at “{$profile}” ({$place}): the AWS CLI fails on it.
    .next = Let “{$profile}” name a source_profile with an access key.
    .brief = chain too long
problem-source_without_credentials = The source profile “{$source}” of “{$profile}” has no credentials ({$place}).
    .next = Give “{$source}” an access key, or set another source_profile at {$place}.
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
problem-invalid_credential_source = “{$value}” is not a credential_source that the AWS CLI knows ({$place}, profile “{$profile}”).
    .next = Use Environment, Ec2InstanceMetadata or EcsContainer, spelled exactly like this.
    .brief = unknown credential_source
    .field = Must be Environment, Ec2InstanceMetadata or EcsContainer, spelled exactly like this.
problem-no_environment_keys = Profile “{$profile}” takes its keys from environment variables, but none are set ({$place}).
    .next = Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use source_profile instead.
    .brief = no keys in the environment
problem-no_container = Profile “{$profile}” takes its credentials from a container, but no variable names one ({$place}).
    .next = Use source_profile instead, unless this runs in an ECS or EKS container.
    .brief = not in a container
problem-partial_keys = The keys of profile “{$profile}” are incomplete: {$key} is missing ({$place}).
    .next = Add {$key} next to the access key at {$place}.
    .brief = incomplete keys
problem-lock_held = { $known ->
    [yes] The Sandglass process {$process} has been busy with this since {$since} and does not finish.
   *[no] Another Sandglass process is busy with this and does not finish.
}
    .next = Wait for it or end it, then try again. Nothing is lost: a process that ends gives way.
    .brief = another process is busy with it
problem-renewal_stuck = The renewal of “{$profile}” did not finish within three minutes.
    .next = Try again. Diagnose shows what keeps it from AWS.
    .brief = did not finish in time
problem-internal_error = Sandglass failed where it never should ({$at}).
    .next = Try again. If it happens again, report this place; nothing else ended because of it.
    .brief = internal error
problem-malformed_keys = {$key} of profile “{$profile}” contains a line break or another character that no key has ({$place}).
    .next = Copy {$key} again, on one line.
    .brief = invalid keys
problem-no_credentials = Profile “{$profile}” has no credentials.
    .next = Add keys, a role_arn with source_profile, or an sso_session.
    .brief = no credentials
problem-missing_setting = Profile “{$profile}” has no {$key} ({$place}).
    .next = Add {$key} to the profile.
    .brief = setting missing
problem-missing_services = Profile “{$profile}” refers to the services section “{$services}”, which does not exist ({$place}).
    .next = Add [services {$services}] to the config file, or remove the line at {$place}.
    .brief = services section missing
problem-invalid_duration = duration_seconds = {$value} is not a number, so the AWS CLI silently ignores it ({$place}).
    .next = Use a number of seconds, such as 3600.
    .brief = duration ignored
    .field = Not a number, so the AWS CLI ignores it. Use seconds, such as 3600.
problem-readers_disagree = Profile “{$profile}” is read differently by {$readers} than by the AWS CLI ({$place}).
    .next = Rewrite the line at {$place} in the plain form “key = value”, without a comment after the value.
    .brief = SDKs read it differently
problem-endpoint_in_clear = The endpoint {$endpoint} is not encrypted: anyone on the way can read the keys it returns ({$place}).
    .next = Use https:// in the endpoint URL at {$place}.
    .brief = endpoint not encrypted
problem-source_expired = The keys of the source “{$source}” have expired ({$place}).
    .next = Replace them with new keys, then renew.
    .brief = source keys expired
problem-damaged_cache = The cached session {$path} is damaged, and the AWS CLI fails on it.
    .next = Renew the profile to replace the file.
    .brief = damaged cache
problem-unreadable_cache = The cached session {$path} cannot be read by you; it may have been written with sudo.
    .next = Renew the profile to replace it, or give your user the file: chown.
    .brief = unreadable cache
problem-no_region = Profile “{$profile}” has no region, so Sandglass cannot ask AWS for a session.
    .next = Add region = REGION to the profile, or set AWS_REGION.
    .brief = no region
problem-chained_duration = A role assumed from another role lasts one hour at most, but “{$profile}” asks for {$seconds} seconds ({$place}).
    .next = Set duration_seconds to 3600 or less at {$place}, or remove the line.
    .brief = more than 1 h for a chained role
    .field = At most 3600 seconds (1 h) for a role that is assumed from another.
problem-duration_above_maximum = duration_seconds = {$seconds} is more than the role {$role} allows ({$place}).
    .next = Lower duration_seconds at {$place}, or raise the role's maximum session duration in IAM.
    .brief = longer than the role allows
problem-duration_out_of_range = duration_seconds = {$seconds} is outside what AWS allows: 900 to 43200 ({$place}).
    .next = Use a number of seconds from 900 to 43200 at {$place}.
    .brief = duration not allowed
    .field = Use 900 (15 min) to 43,200 seconds (12 h).
problem-needs_mfa = Profile “{$profile}” needs a code from the MFA device {$serial}.
    .next = Run `sandglass renew {$command}` in a terminal and type the code, or pass it with --mfa.
    .window = Renew it and enter the code your device shows.
    .brief = needs an MFA code
problem-mfa_refused = AWS refused the MFA code for {$serial}.
    .next = Wait for the next code and enter it. Check that {$serial} is your device ({$place}).
    .brief = MFA code refused
problem-mfa_malformed = An MFA code has six digits.
    .next = Enter the six digits your device shows for {$serial}.
    .brief = MFA code malformed
problem-access_denied = AWS refuses the role {$role_name} for {$who}.
    .next = { $external ->
        [yes] Check the role's trust policy, the permission sts:AssumeRole of {$who}, and external_id ({$place}).
       *[no] Check the role's trust policy and the permission sts:AssumeRole of {$who} ({$place}).
    }
    .brief = access denied
    .detail = {$detail}
problem-invalid_key = AWS does not know the access key of profile “{$profile}” or its source ({$place}).
    .next = Check in IAM that the key exists and is active, and that its session token, if any, belongs to it.
    .brief = unknown access key
problem-signature_mismatch = The secret key does not belong to the access key ({$place}).
    .next = Copy the secret again, without quotes, spaces or comments after it.
    .brief = wrong secret key
problem-clock_skew = AWS refuses the request: this computer's clock is wrong.
    .next = Set the clock, ideally by network time, and renew again.
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
problem-aws_fault = AWS answered with an internal error.
    .next = Try again in a few minutes.
    .brief = AWS error
    .detail = {$detail}
problem-refused = AWS refused the request ({$error}).
    .next = `aws sts get-caller-identity --profile {$profile}` shows the answer of AWS again.
    .window = Details shows the answer of AWS. Diagnose looks for the cause.
    .brief = refused by AWS
    .detail = {$detail}
problem-ca_bundle = The CA bundle {$path} cannot be used ({$place}).
    .next = Set ca_bundle or AWS_CA_BUNDLE to a readable PEM file.
    .brief = CA bundle unusable
    .detail = {$detail}
problem-invalid_proxy = The proxy address for {$scheme} endpoints cannot be used.
    .next = Write it as http://host:port in HTTPS_PROXY or HTTP_PROXY.
    .brief = proxy unusable
problem-cache_unwritable = The session cannot be stored in {$path}.
    .next = { $why ->
        [read_only] The file system is mounted read-only: mount it writable. Keys can still be exported and copied.
        [busy] {$path} is in use: find the program or the mount that holds it.
        [denied] Make {$path} writable for your user.
        [full] Free up disk space or raise your quota.
        [exists] Something that is no directory is in its place: remove it.
        [missing] Create what the link leads to, or remove the link.
       *[other] Check {$path} and its disk.
    }
    .brief = cache not writable
    .detail = {$detail}
problem-cache_unusable = The cache {$path} was left alone.
    .next = Check {$path}: it should be a directory of your user.
    .brief = cache not usable
    .detail = {$detail}
problem-cache_not_removed = {$path} cannot be removed.
    .next = { $why ->
        [read_only] The file system is mounted read-only: mount it writable.
        [busy] It is in use: find the program or the mount that holds it.
        [denied] Make its directory writable for your user.
        [full] Free up disk space or raise your quota.
        [exists] Something else is in its place: remove it.
        [missing] Create what the link leads to, or remove the link.
       *[other] Check its directory and its disk.
    }
    .brief = not removed
    .detail = {$detail}
problem-cache_not_restored = {$path} cannot be restored.
    .next = { $why ->
        [read_only] The file system is mounted read-only: mount it writable.
        [busy] It is in use: find the program or the mount that holds it.
        [denied] Make its directory writable for your user.
        [full] Free up disk space or raise your quota.
        [exists] Something else is in its place: remove it.
        [missing] Create what the link leads to, or remove the link.
       *[other] Check its directory and its disk.
    }
    .brief = not restored
    .detail = {$detail}
problem-cache_not_kept = It is too late to undo this.
    .next = Sandglass keeps removed caches in memory for 10 minutes.
    .brief = too late to undo
problem-needs_sign_in = { $method ->
    [login] Profile “{$profile}” needs a new sign-in with aws login ({$place}).
   *[sso] Profile “{$profile}” needs a new sign-in to IAM Identity Center ({$place}).
}
    .next = { $method ->
        [login] Run: aws login {$command}
       *[sso] Run: aws sso login {$command}
    }
    .window = { $method ->
        [login] Copy the sign-in command and run it in a terminal.
       *[sso] Sign in; your browser opens.
    }
    .brief = needs a sign-in
problem-mfa_process_failed = The command for the MFA code of {$serial} gave no code ({$place}).
    .next = { $reason ->
        [not_found] Install {$detail}, or correct the command at {$place}. Until then, renew with the option --mfa.
        [empty] It printed nothing. Run it yourself to see what it needs.
        [more] It printed more than the code. Have it print the six digits alone: for ykman, add --single.
        [lines] It printed several lines. Have it print the six digits alone.
        [digits] AWS takes six digits, and it printed more or fewer.
        [other] What it printed is not a code of six digits. Run it yourself to see what it needs.
       *[failed] Run the command yourself to see what it needs. Until then, renew with the option --mfa.
    }
    .window = { $reason ->
        [not_found] Install {$detail}, or correct the command at {$place}.
        [empty] It printed nothing. Run the command yourself to see what it needs.
        [more] It printed more than the code. Have it print the six digits alone: for ykman, add --single.
        [lines] It printed several lines. Have it print the six digits alone.
        [digits] AWS takes six digits, and it printed more or fewer.
       *[failed] Run the command yourself to see what it needs.
    }
    .brief = MFA command failed
    .detail = {$detail}
problem-process_failed = The program of profile “{$profile}” gave no credentials ({$place}).
    .next = { $reason ->
        [not_found] Install {$detail}, or correct credential_process at {$place}.
        [expired] Sign in with the tool the program belongs to.
        [invalid] It must print the JSON that the AWS CLI documents for credential_process.
       *[failed] Run the command yourself to see what it needs.
    }
    .brief = its program failed
    .detail = { $reason ->
        [expired] Its credentials expired at {$detail}.
       *[other] {$detail}
    }
problem-identity_token_unusable = The token file {$path} of profile “{$profile}” cannot be used ({$place}).
    .next = Have the tool that writes the file write a new token.
    .brief = token file unusable
    .detail = {$detail}
problem-host_failed = The { $host ->
        [container] container
       *[instance] EC2 instance
    } gave profile “{$profile}” no credentials ({$place}).
    .next = { $reason ->
        [disabled] Unset AWS_EC2_METADATA_DISABLED.
        [address] Correct the variable: without https, only this computer and the addresses of ECS and EKS are asked.
        [authorization] Correct AWS_CONTAINER_AUTHORIZATION_TOKEN or the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names.
        [no_token] Raise the hop limit of the instance, or allow version 1 of its metadata service.
        [no_role] Attach an IAM role to the instance.
        [untrusted] Let ec2.amazonaws.com assume the role, in its trust policy.
        [refused] Check the role and the authorization there, then try again.
        [invalid] Check which server answers there: a proxy or another program may.
        [expired] Try again once the host has new ones.
       *[silent] Run it on the instance or in the container, or use source_profile instead.
    }
    .brief = no credentials from its host
problem-file_unwritable = {$path} cannot be written. It has not changed.
    .next = { $why ->
        [read_only] The file system is mounted read-only: mount it writable, or use files elsewhere (AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE).
        [busy] It is in use: find the program or the mount that holds it.
        [denied] Make {$path} and its directory writable for your user.
        [full] Free up disk space or raise your quota.
        [exists] Something else is in its place: remove it.
        [missing] Create what the link leads to, or remove the link.
       *[other] Check {$path} and its disk.
    }
    .brief = file not writable
    .detail = {$detail}
problem-not_replaceable = { $why ->
    [directory] {$path} can only be written in place: nothing can be created in its directory.
   *[mount] {$path} can only be written in place: it is a mount of its own.
}
    .next = { $why ->
        [directory] Run the command in a terminal, which asks first, or make the directory writable for your user.
       *[mount] Run the command in a terminal, which asks first, or mount the directory instead of the file.
    }
    .window = { $why ->
        [directory] Make the directory writable for your user, or renew in a terminal, which asks first.
       *[mount] Mount the directory instead of the file, or renew in a terminal, which asks first.
    }
    .brief = only in place
problem-file_not_edited = {$path} was not changed.
    .next = Change {$path} yourself.
    .brief = file not changed
    .detail = {$detail}
problem-file_busy = Other programs keep changing {$path}, so it was not changed.
    .next = Try again when they are done.
    .brief = file keeps changing
problem-long_term_keys = Profile “{$profile}” has long-term keys ({$place}). Sandglass never replaces them with a session.
    .next = Keep the long-term keys in a profile of their own, and use it as the refresh source.
    .brief = long-term keys are not replaced
problem-no_keys_in_file = Profile “{$profile}” has no temporary keys in a file ({$place}), so there is nothing to replace with a session.
    .next = Put temporary keys into it once, or renew it without a refresh source.
    .brief = no temporary keys in a file
problem-expiry_unrecorded = AWS accepts the keys of profile “{$profile}” now, but their expiry is not recorded ({$place}).
    .next = Add x_security_token_expires = 2030-01-31T12:00:00Z (their expiry) below them, or set a refresh source: sandglass watch add --help
    .window = Add x_security_token_expires = 2030-01-31T12:00:00Z (their expiry) below them, or choose “Turn into a role profile…” under Profiles.
    .brief = valid now, expiry unknown
problem-not_renewable = Profile “{$profile}” has pasted temporary keys ({$place}): there is nothing to renew them from.
    .next = Paste new keys.
    .brief = pasted keys
problem-preferences_unusable = The preferences {$path} cannot be used.
    .next = { $why ->
        [read_only] The file system is mounted read-only: mount it writable.
        [busy] It is a mount of its own, or in use: mount its directory instead of the file.
        [denied] Give your user permission to read and write {$path} and its directory.
        [full] Free up disk space or raise your quota.
        [exists] Something else is in its place: remove it.
        [missing] Create what the link leads to, or remove the link.
       *[other] Fix or delete {$path}.
    }
    .brief = preferences unusable
    .detail = {$reason}
preference-form = { $expected ->
    [flag] true or false
    [minutes] a number of minutes from 1 to 2160
    [mfa-minutes] a number of minutes from 15 to 2160
    [days] a number of days from 1 to 365
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
    [browser] a command with %u for the address, such as firefox -P work %u, or “copy”
    [code-command] a command such as op item get AWS --otp
    [table] a table
    [version] a whole number from 1
    [key] a key held with Ctrl, Alt or Super, such as "Ctrl+Alt+S"
    [refresh-pair] given both refresh_role and refresh_source, or neither
   *[text] a text that is not empty
}
problem-preferences_invalid = {$where}: {$key} must be {preference-form}.
    .next = Change it there, or with `sandglass preferences set`; `sandglass preferences list` shows all.
    .window = Change it there.
    .brief = preferences invalid
    .field = Must be {preference-form}.
problem-preferences_newer = The preferences {$path} come from a newer Sandglass (version {$version}), so this one does not change them.
    .next = Update Sandglass, or edit {$path} yourself.
    .brief = preferences of a newer version
problem-unknown_preference = There is no preference “{$key}”.
    .next = `sandglass preferences list` shows all; for one profile: profiles.NAME.silent_renewal
    .window = Check the spelling.
    .brief = unknown preference
problem-editor_failed = {$path} cannot be opened with {$editor}.
    .next = Choose another editor in the preferences.
    .brief = editor does not start
    .detail = {$detail}
problem-not_opened = {$path} cannot be opened.
    .next = Open it in another program.
    .brief = cannot be opened
    .detail = {$detail}
