# Doctor: for each cause what it is (a title), why it makes the call fail (.explanation), and what fixes it (.fix).
# {$place} is a file with its line (~/.aws/config:12) or the name of a variable; {$profile} a profile.
doctor-healthy = Everything works
    .explanation = Nothing that was checked keeps this call from working.
    .fix = There is nothing to fix.
doctor-cannot_tell = No cause was found
    .explanation = What could be checked explains nothing, and not everything could be checked.
    .fix = Try again with a network connection, or pass the message you saw with --error.
doctor-unseen-offline = The files and variables explain no failure. AWS was not asked because of --offline.
doctor-unseen-network = The files and variables explain no failure. AWS could not be asked.
doctor-unseen-sign_in = The sign-in token in { $path } has expired. The AWS CLI would refresh it, which was not tried here: the next command shows whether AWS still allows that.

doctor-unseen-error = The message says { $code }. Nothing here causes it now: it came from another shell or program, or its cause is gone.
doctor-elsewhere = Your error { $code } came from something else: { $why ->
        [never_session] this profile never had a session.
        [long_term] the keys of this profile never expire.
        [keys_known] AWS knows the keys of this profile.
        [clock_right] the clock of this computer is right.
        [no_role] this profile assumes no role.
        [no_sso] this profile does not sign in with IAM Identity Center.
        [no_login] this profile does not sign in with aws login.
        [no_process] this profile runs no program for its credentials.
        [no_web_identity] this profile has no web identity token.
        [no_host] this profile takes no credentials from an instance or container.
        [has_credentials] this profile exists and has credentials.
        [files_fine] nothing is wrong with the AWS files.
        [has_region] this profile has a region.
       *[other] nothing that was found here causes it.
    } Which profile or terminal printed it?

doctor-home_missing = The home directory is unknown
    .explanation = The AWS CLI looks for its files in the home directory. HOME (USERPROFILE on Windows) is not set, or names a directory that does not exist: “{ $path }”.
    .fix = Set HOME to your home directory.
doctor-file_unreadable = { $path } cannot be read
    .explanation = The file exists, but the system refuses access: { $reason }. The AWS CLI then fails, or treats the file as missing.
    .fix = Give your user read access to { $path }, or correct its link target.
doctor-file_unparsable = The AWS CLI cannot read { $path }
    .explanation = { $reason ->
        [duplicate_section] The section [{ $name }] at { $place } is a duplicate; the first one is at line { $first }. One such line invalidates the whole file, so no profile works.
        [duplicate_key] The key { $name } at { $place } is a duplicate in its section; the first one is at line { $first }. One such line invalidates the whole file, so no profile works.
        [before_section] The line { $place } is before the first [section]. One such line invalidates the whole file, so no profile works.
        [bom] The file begins with a byte order mark, an invisible character that some editors add. It invalidates the whole file, so no profile works.
        [encoding] The file is not UTF-8 text (at { $place }), so no profile works.
        [header] The section header at { $place } is empty or has no closing bracket. One such line invalidates the whole file, so no profile works.
        [nested] The line { $place } belongs to a nested block and is not “key = value”. One such line invalidates the whole file, so no profile works.
       *[no_separator] The line { $place } is neither a [section] nor “key = value”. One such line invalidates the whole file, so no profile works.
    }
    .fix = { $reason ->
        [encoding] Save the file as UTF-8.
        [bom] Save the file as UTF-8 without BOM.
       *[other] Correct the line, remove it, or comment it out with #.
    }
doctor-config_file_variable_wrong = { $what ->
        [other] { $variable } points to a file without the profile
       *[absent] { $variable } points to a file that does not exist
    }
    .explanation = { $what ->
        [other] The AWS CLI reads { $path } instead of its usual file, but profile “{ $profile }” needs the usual one.
       *[absent] The AWS CLI reads { $path } instead of its usual file and finds nothing there, so profile “{ $profile }” is incomplete.
    }
    .fix = Correct { $variable }, or unset it to use the usual file.
doctor-file_readable_by_others = Other users of this computer can read { $path }
    .explanation = Its mode is { $mode }. Commands work, but everyone who can log in here can read your keys.
    .fix = chmod 600 { $path }
doctor-file_writable_by_others = Other users of this computer can change { $path }
    .explanation = The mode of { $paths } is { $mode }. Whoever can log in here can add a credential_process, which runs as you, or a session of their own.
    .fix = chmod go-w { $command }

doctor-profile_variable_empty = { $variable } is set but empty
    .explanation = The AWS CLI takes an empty { $variable } as the name of a profile, and there is no such profile.
    .fix = Unset { $variable }. Setting it to nothing is not the same.
doctor-profile_header_without_prefix = { $header } is not a profile in the config file
    .explanation = In the config file, every profile except default needs the word profile: { $wanted }. The AWS CLI ignores { $header } at { $place }, so “{ $profile }” is missing or has none of these settings.
    .fix = Change it to { $wanted } at { $place }.
doctor-profile_header_malformed = The AWS CLI does not read { $header } as a profile
    .explanation = The header at { $place } is almost { $wanted }, but not quite: spaces, capitals, quotes and other marks count. So “{ $profile }” is missing or has none of these settings.
    .fix = Change it to { $wanted } at { $place }.
doctor-profile_header_with_prefix = { $header } is another profile in the credentials file
    .explanation = In the credentials file, a header is only the name: { $wanted }. The AWS CLI takes { $header } at { $place } for a profile called “profile { $profile }”.
    .fix = Change it to { $wanted } at { $place }.
doctor-profile_name_misspelt = There is no profile “{ $profile }”. Did you mean “{ $meant }”?
    .explanation = Neither AWS file has a profile “{ $profile }”. Names must match exactly, including capitals and spaces.
    .fix = Use the name “{ $meant }”.
doctor-profile_missing = There is no profile “{ $profile }”
    .explanation = Neither AWS file has a profile with that name. They have: { $known }.
    .fix = Check the name, or create the profile: sandglass profile add.
    .window = Check the name, or create the profile under Profiles.
doctor-default_defined_twice = The config file defines the default profile twice
    .explanation = To the AWS CLI, [default] and [profile default] are the same profile. The last one ({ $counts }) counts as a whole; what is at { $lost } is lost. Other SDKs choose the other one.
    .fix = Move the settings under one header, and remove the other.

doctor-expired_environment_keys = The keys in the environment variables have expired
    .explanation = { $dated ->
        [yes] AWS_ACCESS_KEY_ID and the related variables hold a session that expired at { $end }. Variables override every profile that is not set with --profile, so commands fail with ExpiredToken although “{ $profile }” itself may work.
        [source] Profile “{ $profile }” takes its keys from the variables (credential_source = Environment), and the session in them has expired.
       *[other] AWS_ACCESS_KEY_ID and the related variables hold a session that has expired, AWS says. Variables override every profile that is not set with --profile, so commands fail with ExpiredToken although the profile itself may work.
    }
    .fix = Unset them in this shell. If a file sets them for every new shell, remove those lines.
doctor-partial_environment_keys = { $variable } is missing next to AWS_ACCESS_KEY_ID
    .explanation = With AWS_ACCESS_KEY_ID set, the AWS CLI looks no further and needs its secret.
    .fix = Unset AWS_ACCESS_KEY_ID, or export { $variable } too.
doctor-environment_token_missing = The temporary keys in the variables have no session token
    .explanation = The access key { $key } belongs to a session (it begins with ASIA). AWS accepts it only together with AWS_SESSION_TOKEN, which is not set.
    .fix = Export all three values of the session, or unset the keys.
doctor-stale_security_token_variable = AWS_SECURITY_TOKEN of an old session is sent with the keys
    .explanation = The AWS CLI reads AWS_SECURITY_TOKEN, the old name, before AWS_SESSION_TOKEN. The value that some tool left there does not belong to the access key { $key }.
    .fix = Unset AWS_SECURITY_TOKEN.
doctor-environment_shadows_profile = Keys in the variables override profile “{ $profile }”
    .explanation = The call uses the access key { $key } from the environment variables instead of profile “{ $profile }”, because variables override AWS_PROFILE. It acts as a different identity than the profile says.
    .fix = Unset the keys, or set the profile with --profile.
doctor-web_identity_variables_shadow_profile = Web identity variables override profile “{ $profile }”
    .explanation = AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN are set and override the keys of the profile in { $variable }.
    .fix = Unset them, or set the profile with --profile.
doctor-region_variable_ignored = AWS CLI v1 does not read AWS_REGION
    .explanation = AWS_REGION is { $region }, but the AWS CLI here is version 1, which reads only AWS_DEFAULT_REGION.
    .fix = Set AWS_DEFAULT_REGION too, or install version 2.
doctor-expired_persistent_keys = New shells will start with expired keys
    .explanation = { $place } sets keys of a session that expired at { $end }. This shell is not affected.
    .fix = Remove these lines.

doctor-setting_misspelt = { $fault ->
        [no_equals] The equals sign after { $meant } is missing
       *[spelling] { $key } is not a setting. Did you mean { $meant }?
    }
    .explanation = { $fault ->
        [no_equals] At { $place }, there is a space instead of an equals sign. The AWS CLI takes the line for another key and ignores it, so profile “{ $profile }” has no { $meant }.
       *[spelling] The AWS CLI silently ignores unknown keys, so { $place } has no effect and profile “{ $profile }” has no { $meant }.
    }
    .fix = { $fault ->
        [no_equals] Add an equals sign after { $meant } at { $place }.
       *[spelling] Change it to { $meant } at { $place }.
    }
doctor-setting_indented = Spaces before { $meant } make it part of the line above
    .explanation = The line at { $place } begins with spaces, so the AWS CLI adds it to the value above, and profile “{ $profile }” has no { $meant }.
    .fix = Remove the spaces before { $meant } at { $place }.
doctor-source_profile_missing = The source profile “{ $source }” does not exist
    .explanation = Profile “{ $profile }” takes its credentials from “{ $source }” ({ $place }), but neither file has a profile with that name.
    .fix = Correct source_profile at { $place }, or create the profile “{ $source }”.
doctor-source_profile_loop = The source profiles refer to each other in a circle
    .explanation = { $chain } ({ $place }). The chain must end in a profile with its own credentials.
    .fix = Set a profile with credentials at { $place }.
doctor-source_profile_without_credentials = The source profile “{ $source }” has no credentials
    .explanation = Profile “{ $profile }” takes its credentials from “{ $source }” ({ $place }), which has no keys, sign-in, program or role. Variables do not count for a source profile.
    .fix = Give “{ $source }” keys or a sign-in, or set another source_profile.
doctor-role_without_source = Profile “{ $profile }” has a role but no source to assume it with
    .explanation = role_arn at { $place } also needs source_profile or credential_source.
    .fix = Add source_profile with the name of a profile that can assume the role.
doctor-two_sources = Profile “{ $profile }” has two sources
    .explanation = It has both source_profile and credential_source ({ $place }), and the AWS CLI refuses to choose.
    .fix = Remove one of the two.
doctor-credential_source_invalid = “{ $value }” is not a valid credential_source
    .explanation = { $place } must say Environment, Ec2InstanceMetadata or EcsContainer, spelled exactly like this.
    .fix = Use one of the three, or use source_profile.
doctor-credential_source_empty = credential_source = { $value } finds nothing here
    .explanation = Profile “{ $profile }” takes its credentials from there ({ $place }), but no variable of this environment provides any.
    .fix = Run it where these credentials exist, or use source_profile.
doctor-role_arn_malformed = role_arn is not the ARN of a role
    .explanation = { $place } says “{ $value }”. The ARN of a role looks like arn:aws:iam::123456789012:role/NAME.
    .fix = Copy the ARN from the role's page in the IAM console.
doctor-source_role_not_assumed = The keys of “{ $source }” are used instead of its role
    .explanation = “{ $source }” has keys ({ $place }) and a role. As the source of “{ $profile }”, the AWS CLI uses its keys, as the user they belong to, and never assumes { $role }.
    .fix = Move the keys to a profile of their own, and set it as source_profile of “{ $source }”.
doctor-credentials_file_overrides = { $key } in the credentials file overrides the config file
    .explanation = { $key } of profile “{ $profile }” is at { $place } and, with another value, at { $other }. The one in the credentials file counts; the other has no effect.
    .fix = Remove { $key } at { $place }, unless it is the right one.
doctor-sso_session_missing = There is no [sso-session { $session }]
    .explanation = Profile “{ $profile }” signs in through “{ $session }” ({ $place }), but the config file has no such section.
    .fix = Correct the name, or create the section: aws configure sso-session.
doctor-sso_setting_missing = { $key } is missing for the sign-in of “{ $profile }”
    .explanation = The AWS CLI needs sso_account_id, sso_role_name, sso_start_url and sso_region, but { $place } has no { $key }.
    .fix = Add { $key } there, or run: aws configure sso --profile { $profile }
doctor-sso_settings_inconsistent = The profile and its sso-session contradict each other
    .explanation = { $key } of profile “{ $profile }” ({ $place }) differs from that of its sso-session ({ $other }), and the AWS CLI refuses to choose.
    .fix = Remove { $key } at { $place }.
doctor-web_identity_role_missing = There is a token file, but no role to assume with it
    .explanation = { $place } sets the token file of a web identity, but profile “{ $profile }” has no role_arn.
    .fix = Add role_arn (or AWS_ROLE_ARN), or remove the token file setting.
doctor-services_section_missing = There is no [services { $services }]
    .explanation = Profile “{ $profile }” takes endpoints from it ({ $place }), but the config file has no such section.
    .fix = Add the section, or remove the line.
doctor-setting_value_invalid = The AWS CLI does not accept { $key } = { $value }
    .explanation = { $kind ->
        [number] The value at { $place } must be a whole number. Every command fails.
        [range] The value at { $place } must be a whole number ({ $takes }). Every command fails.
       *[word] The value is at { $place }. This AWS CLI accepts: { $takes }. Every command fails.
    }
    .fix = Correct the value, or remove it to use the default.
doctor-no_credentials = Profile “{ $profile }” has no credentials
    .explanation = No variable, keys, role with a source, sign-in or program: none of the providers the AWS CLI asks has credentials.
    .fix = Add keys, a role with source_profile, or sign in: aws configure sso, aws login.
doctor-region_missing = No region is set for “{ $profile }”
    .explanation = Without a region, the AWS CLI does not know which endpoint to call. A profile inherits none, neither from [default] nor from its source profile.
    .fix = Add region to the profile, or set AWS_REGION.
doctor-region_malformed = “{ $region }” is not the name of a region
    .explanation = { $place } says so. It cannot be part of a host name, so the AWS CLI refuses it.
    .fix = Use a region such as eu-central-1, without quotes or a comment.
doctor-duration_out_of_range = AWS allows no session of { $seconds } seconds
    .explanation = duration_seconds at { $place } must be between 900 and 43200.
    .fix = Use a number in that range, or remove the line: one hour is usual.
doctor-chained_duration_too_long = A role assumed by a role lasts one hour at most
    .explanation = duration_seconds at { $place } asks for { $seconds } seconds. The session of another role signs the call, and then AWS allows 3600.
    .fix = Use 3600 or less.
doctor-duration_not_a_number = duration_seconds is not a number and is ignored
    .explanation = “{ $value }” at { $place } is not a number. The AWS CLI silently asks for one hour.
    .fix = Use seconds, such as 3600.
doctor-readers_disagree = Other SDKs read profile “{ $profile }” differently
    .explanation = { $readers } and the AWS CLI read the line at { $place } differently. Commands work; programs may not.
    .fix = Use the plain form “key = value”, without quotes or a comment after the value.

doctor-partial_keys = The access key of “{ $profile }” has no secret
    .explanation = There is an access key at { $place }, but no { $key } with it.
    .fix = Add { $key } in the same section, or remove the access key.
doctor-keys_split_over_files = The access key and secret of “{ $profile }” are in two files
    .explanation = The access key is at { $place }, its secret at { $other }. The AWS CLI takes both from one file.
    .fix = Move the secret to the file with the access key.
doctor-token_in_other_file = The session token of “{ $profile }” is in another file than its keys
    .explanation = The keys are at { $place }, the token at { $other }. The AWS CLI takes all three from one file, so it does not send the token.
    .fix = Move the token to the file with the keys.
doctor-session_token_missing = The temporary keys of “{ $profile }” have no session token
    .explanation = The access key { $key } at { $place } belongs to a session (it begins with ASIA). AWS accepts it only together with aws_session_token.
    .fix = Paste all three values of the session: sandglass profile paste.
    .window = Paste all three values of the session under Profiles.
doctor-stale_security_token = The token of an old session is sent with the keys of “{ $profile }”
    .explanation = The AWS CLI reads aws_security_token, the old name, before aws_session_token. The value that some tool left at { $line } does not belong to the access key { $key }.
    .fix = Remove the line { $line }.
doctor-key_malformed = The access key ID is invalid
    .explanation = { $fault ->
        [form-comment] There is a comment after the value at { $place }, and the AWS CLI takes it for part of the value.
        [form-quotes] The value at { $place } is in quotes, and the AWS CLI takes them for part of the value.
        [form-blank] The value at { $place } contains a space.
        [form-short] The value at { $place } is too short: it was cut off when it was copied. Access key IDs of AWS have 20 characters.
        [form-long] The value at { $place } is too long: something was pasted after it. Access key IDs of AWS have 20 characters.
        [form-empty] The value at { $place } is empty.
       *[form-letters] The value at { $place } contains characters that no access key ID has.
    }
    .fix = Copy the access key again.
doctor-secret_malformed = The secret key is invalid
    .explanation = { $fault ->
        [form-comment] There is a comment after the value at { $place }. The AWS CLI takes it for part of the secret, so every signature is wrong.
        [form-quotes] The value at { $place } is in quotes. The AWS CLI takes them for part of the secret, so every signature is wrong.
        [form-blank] The value at { $place } contains a space, so every signature is wrong.
        [form-short] The value at { $place } is too short: it was cut off when it was copied. Secret keys of AWS have 40 characters.
        [form-long] The value at { $place } is too long: something was pasted after it. Secret keys of AWS have 40 characters.
        [form-empty] The value at { $place } is empty.
       *[form-letters] The value at { $place } contains characters that no secret key has.
    }
    .fix = Copy the secret key again, or create a new access key.
doctor-token_malformed = The session token is invalid
    .explanation = The value at { $place } contains a line break or another character that no session token has.
    .fix = Copy all three values of the session again, each on one line.
doctor-expired_file_keys = The keys of “{ $profile }” have expired
    .explanation = { $dated ->
        [yes] The temporary keys at { $place } expired at { $end }.
       *[other] The temporary keys at { $place } have expired, AWS says.
    } { $refreshed ->
        [yes] You chose a role that they are renewed from.
       *[other] Nothing renews them automatically.
    }
    .fix = Renew them if you chose a role for that, paste a new session (sandglass profile paste), or turn the profile into a role that renews automatically (sandglass profile convert).
    .window = Renew them if you chose a role for that. Or, under Profiles, paste a new session or choose “Renew automatically…”.
doctor-expired_keys_shadow_process = Expired keys override credential_process
    .explanation = Profile “{ $profile }” would get fresh credentials from its program, but the AWS CLI reads the credentials file first, and the keys at { $place } have expired.
    .fix = Remove the old keys from the credentials file.
doctor-expired_keys_shadow_login = Expired keys override the sign-in
    .explanation = Profile “{ $profile }” would use its sign-in (aws login), but the AWS CLI reads the credentials file first, and the keys at { $place } have expired.
    .fix = Remove the old keys from the credentials file.
doctor-expiring_file_keys = The keys of “{ $profile }” expire soon
    .explanation = The temporary keys at { $place } expire at { $end }.
    .fix = Get a new session in time.

doctor-cache_entry_damaged = The cached session of “{ $profile }” is damaged
    .explanation = The AWS CLI crashes on { $path } ({ $reason }) instead of ignoring it. It prints only the file name or the name of a field.
    .fix = Delete the file; the next command creates a new one.
doctor-cache_directory_unwritable = The AWS CLI cannot store its sessions
    .explanation = { $path } is not writable: { $reason }. When a session cannot be stored, the command fails.
    .fix = Make it a directory that your user can write to.
doctor-cache_entry_expired = The cached session of “{ $profile }” has expired
    .explanation = { $path } expired at { $end }. The next command creates a new one.
    .fix = You do not have to do anything.

doctor-sso_not_signed_in = You are not signed in to IAM Identity Center for “{ $profile }”
    .explanation = The AWS CLI looks for the sign-in in { $path }, but there is no such file.
    .fix = Sign in.
doctor-sso_token_expired = The sign-in to IAM Identity Center has expired
    .explanation = { $refused ->
        [yes] The token of profile “{ $profile }” expired at { $end }, and AWS refuses to refresh it: “{ $detail }”. A sign-in lasts as long as the administrator allows, and ends when the user is signed out.
       *[no] The token of profile “{ $profile }” expired at { $end } and cannot be refreshed: it has no refresh token, or comes from a profile without sso_session.
    }
    .fix = Sign in again.
doctor-sso_registration_expired = The sign-in can no longer be refreshed
    .explanation = { $refused ->
        [yes] The token of profile “{ $profile }” expired at { $end }. It has a refresh token, but AWS no longer accepts the client it was created for: “{ $detail }”.
       *[no] The token of profile “{ $profile }” expired at { $end }. It has a refresh token, but the registration of the client it was created for expired at { $registration }.
    }
    .fix = Sign in again; this registers the client again.
doctor-sso_token_of_other_url = The sign-in is for another portal
    .explanation = The token in { $path } was created for { $url }, but profile “{ $profile }” uses { $expected }.
    .fix = Sign in again.
doctor-sso_token_damaged = The sign-in file is damaged
    .explanation = The AWS CLI cannot use { $path }: { $reason }.
    .fix = Sign in again to replace the file.
doctor-login_not_signed_in = You are not signed in with aws login for “{ $profile }”
    .explanation = The AWS CLI looks for the sign-in in { $path }, but there is no such file.
    .fix = Sign in.
doctor-login_session_expired = The sign-in with aws login has expired
    .explanation = AWS no longer refreshes the session of profile “{ $profile }”{ $refused ->
        [yes] {": “"}{ $detail }”
       *[no] {""}
    }. It lasts twelve hours at most, and ends when the user's password or permissions change.
    .fix = Sign in again.
doctor-login_token_damaged = The aws login file is damaged
    .explanation = The AWS CLI cannot use { $path }: { $reason }.
    .fix = Sign in again to replace the file.

doctor-aws_cli_missing = The AWS CLI was not found
    .explanation = No directory in PATH has a program “aws”.
    .fix = Install the AWS CLI version 2, or add its directory to PATH.
doctor-aws_cli_broken = The AWS CLI does not start
    .explanation = { $path } is the first “aws” in PATH, but it does not start, or fails before it does anything: its interpreter or a part of it is missing.
    .fix = Reinstall the AWS CLI, or remove { $path } so that another one in PATH runs.
doctor-aws_cli_too_old = The AWS CLI is too old for { $feature }
    .explanation = { $path } is version { $version }; { $feature } needs { $needs }. An older version silently ignores the setting, or refuses it.
    .fix = Install the AWS CLI { $needs } or newer.
doctor-several_aws_clis = Several AWS CLIs are installed
    .explanation = The first one in PATH runs: { $clis }.
    .fix = Remove those you do not need, or reorder PATH.

doctor-mfa_refused = AWS refused the MFA code
    .explanation = The code was wrong, already used, or from another device.
    .fix = Wait for the next code. Check mfa_serial and the clock.

# The checks.
check-files = AWS files
check-profile_choice = Profile
check-environment = Environment variables
check-chain = Settings and sources
check-credentials = Credentials used
check-keys = Keys in files
check-role_cache = AWS CLI cache
check-sso = IAM Identity Center
check-login = aws login
check-process = Programs, token files and hosts
check-cli = AWS CLI
check-clock = Clock
check-proxy = Proxy and CA bundle
check-endpoint = Endpoint
check-assume_role = Assume the role
check-identity = Identity
check-files-ok = { $config } and { $credentials } can be read
check-profile_choice-ok = { $profile }
check-profile_choice-variable = { $profile }, set by { $variable }
check-environment-none = no AWS variable is set
check-environment-ok = { $count ->
        [one] { $count } AWS variable is set, and not in the way
       *[other] { $count } AWS variables are set, none in the way
    }
check-environment-explicit = { $count ->
        [one] { $count } AWS variable is set; keys do not count with --profile
       *[other] { $count } AWS variables are set; keys do not count with --profile
    }
check-environment-desktop = nothing sets keys for new terminals; open ones are not visible from here. To check one, run there: { $command }
check-chain-ok = { $links }
check-credentials-ok = { $method }, { $place }
check-credentials-none = nothing
check-keys-none = none in use
check-keys-long_term = { $key } of { $profile }, long-term
check-keys-temporary = { $key } of { $profile }, temporary
check-role_cache-none = empty
check-role_cache-ok = { $files ->
        [one] { $files } session
       *[other] { $files } sessions
    }, { $expired } expired
check-sso-none = not used
check-sso-signed_in = signed in until { $end }
check-sso-over = the token expired at { $end }; the AWS CLI would refresh it
check-sso-refreshed = refreshed; signed in until { $end }
check-login-none = not used
check-login-ok = signed in
check-login-over = the keys have expired; the AWS CLI would refresh them
check-login-refreshed = signed in; the keys were refreshed
check-cli-ok = { $version }, { $path }
check-cli-silent = { $path } does not print its version

# What shows a cause.
exhibit-home = Home directory
exhibit-file = File
exhibit-mode = Mode
exhibit-bad_line = { $reason ->
        [duplicate_section] Duplicate section
        [duplicate_key] Duplicate key
        [before_section] Line before the first section
        [bom] Byte order mark
        [encoding] Not UTF-8
        [header] Invalid header
        [nested] Invalid line in a nested block
       *[no_separator] Neither section nor setting
    }
exhibit-profile_asked = Profile
exhibit-meant = Similar name
exhibit-section = Section
exhibit-header = Header
exhibit-header_lost = Has no effect
exhibit-header_counts = Counts
exhibit-variable = Variable
exhibit-set_in = Set for new shells
exhibit-set_by_launchctl = Set by launchctl for new programs
exhibit-set_in_registry = Set in HKCU\Environment for new programs
exhibit-same_key = The same access key, of profile “{ $profile }”
exhibit-profile_source = The profile's own credentials
exhibit-setting = Setting
exhibit-key = Key
exhibit-link = “{ $profile }”
exhibit-wins = Counts
exhibit-overridden = Has no effect
exhibit-access_key = Access key of “{ $profile }”
exhibit-secret_key = Secret key
exhibit-token = Session token
exhibit-end = Recorded expiry
exhibit-cached = Session of “{ $profile }” until { $end }
exhibit-cache_file = Cached session
exhibit-directory = Directory
exhibit-aws_cli = AWS CLI
exhibit-used_by = { $command }

# What fixes a cause.
fix-unset = Unset { $names }
fix-edit_shell_file = { $count ->
        [one] Remove { $count } line from { $path }
       *[other] Remove { $count } lines from { $path }
    }
fix-system_variables = Remove { $names } from the variables for new programs
fix-choose_profile = Use profile “{ $profile }”
fix-clean_value = Clean up the value
fix-delete_cache_file = Delete { $path }
fix-drop_keys = Remove the old keys of “{ $profile }”
fix-header = Replace { $was } with { $by }
fix-join_keys = Put { $key } into { $path } too
fix-lines = Fix the lines of the file
fix-remove_key = Remove { $key }
fix-remove_override = Remove { $key } from the credentials file
fix-set_key = Set { $key } to { $value }
fix-set_region = Set a region for “{ $profile }”
fix-sign_in = Sign in
fix-spell_key = Replace { $was } with { $by }
fix-outdent = Remove the spaces before { $key }

# What people see because of a cause.
symptom-expired_token = ExpiredToken: The security token included in the request is expired
symptom-refreshed_expired = Credentials were refreshed, but the refreshed credentials are still expired.
symptom-unable_to_parse = Unable to parse config file
symptom-profile_not_found = The config profile could not be found
symptom-unable_to_locate = Unable to locate credentials
symptom-partial = Partial credentials found
symptom-invalid_token = InvalidClientTokenId: The security token included in the request is invalid
symptom-signature = SignatureDoesNotMatch: The request signature we calculated does not match
symptom-no_region = You must specify a region
symptom-setting_value = Invalid value provided, Unknown output type, invalid literal for int()
symptom-access_denied = AccessDenied: not authorized to perform: sts:AssumeRole
symptom-wrong_identity = Commands act as another identity than expected
symptom-sso_token = Error loading SSO Token, or: Token has expired and refresh failed
symptom-process = Error when retrieving credentials from custom-process
symptom-container = Error when retrieving credentials from container-role
symptom-instance = Error when retrieving credentials from Ec2InstanceMetadata
symptom-clock = Signature expired, or: Signature not yet current
symptom-network = Could not connect to the endpoint URL
symptom-file_name = A message that is only a file name, or 'Credentials'
symptom-infinite_loop = Infinite loop in credential configuration detected
symptom-validation = ValidationError
symptom-error = { $operation ->
        [none] your error: { $code }
       *[other] your error: { $code } when calling { $operation }
    }

# Headings.
diagnosis-evidence = Evidence
diagnosis-symptoms = Errors this causes
diagnosis-fixes = How to fix it
diagnosis-also_found = Also found
diagnosis-used = What each call would use
diagnosis-checks = Checked in the order the AWS CLI uses

# How a check came out.
diagnosis-state-ok = OK
diagnosis-state-warn = Note
diagnosis-state-fail = Problem
diagnosis-state-skipped = Not checked
