# Doctor: for each cause what it is (a title), why it makes the call fail (.explanation), and what mends it (.fix).
# {$place} is a file with its line (~/.aws/config:12) or the name of a variable; {$profile} a profile.
doctor-healthy = Everything works
    .explanation = Nothing that was looked at keeps this call from working.
    .fix = There is nothing to mend.
doctor-cannot_tell = No cause could be found
    .explanation = What could be seen explains nothing, and not everything could be seen.
    .fix = Try again with a network, or give the message you saw with --error.
doctor-unseen-offline = The files and variables explain no failure, and AWS was not asked because of --offline.
doctor-unseen-network = The files and variables explain no failure, and AWS could not be asked.
doctor-unseen-sign_in = The sign-in's token in { $path } is over. The AWS CLI would have it refreshed, which was not tried here: whether AWS still does so shows with the next command.

doctor-unseen-error = The message says { $code }. Nothing that would bring it about was found here now: it came from another shell or program, or what brought it about is over.
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
        [has_credentials] this profile is there and has credentials.
        [files_fine] nothing is wrong with the AWS files.
        [has_region] this profile has a region.
       *[other] what was found here does not bring it about.
    } Which profile or terminal printed it?

doctor-home_missing = The home directory is not known
    .explanation = The AWS CLI looks for its files below the home directory. HOME (USERPROFILE on Windows) is not set, or names a directory that is not there: “{ $path }”.
    .fix = Set HOME to your home directory.
doctor-file_unreadable = { $path } cannot be read
    .explanation = The file is there, but the system refuses: { $reason }. The AWS CLI then fails for every profile, or takes the file for absent.
    .fix = Give your user read access to { $path }, or correct what it links to.
doctor-file_unparsable = The AWS CLI cannot parse { $path }
    .explanation = { $reason ->
        [duplicate_section] The section [{ $name }] at { $place } stands twice; the first one is at line { $first }. One such line loses the whole file, so no profile works.
        [duplicate_key] The key { $name } at { $place } stands twice in its section; the first one is at line { $first }. One such line loses the whole file, so no profile works.
        [before_section] The line { $place } stands before the first [section]. One such line loses the whole file, so no profile works.
        [bom] The file begins with a byte order mark, an invisible character that some editors write. It loses the whole file, so no profile works.
        [encoding] The file is not UTF-8 text (at { $place }), so no profile works.
        [header] The section header at { $place } is empty or lacks its closing bracket. One such line loses the whole file, so no profile works.
        [nested] The line { $place } belongs to a nested block and is not “key = value”. One such line loses the whole file, so no profile works.
       *[no_separator] The line { $place } is neither a [section] nor “key = value”. One such line loses the whole file, so no profile works.
    }
    .fix = { $reason ->
        [encoding] Save the file as UTF-8.
        [bom] Save the file as UTF-8 without BOM.
       *[other] Correct the line, remove it, or make it a comment with #.
    }
doctor-config_file_variable_wrong = { $what ->
        [other] { $variable } names another file than the one with the profile
       *[absent] { $variable } names a file that is not there
    }
    .explanation = { $what ->
        [other] The AWS CLI reads { $path } in the place of its usual file. Profile “{ $profile }” needs what stands in the usual one.
       *[absent] The AWS CLI reads { $path } in the place of its usual file, finds nothing there, and so lacks what profile “{ $profile }” needs.
    }
    .fix = Correct { $variable }, or unset it to use the usual file.
doctor-file_readable_by_others = Other users of this machine may read { $path }
    .explanation = Its mode is { $mode }. Commands work; your keys are open to everybody who can log in here.
    .fix = chmod 600 { $path }

doctor-profile_variable_empty = { $variable } is set to nothing
    .explanation = The AWS CLI takes an empty { $variable } for the name of a profile, and there is none of that name.
    .fix = Unset { $variable }; setting it to nothing is not the same.
doctor-profile_header_without_prefix = { $header } is no profile in the config file
    .explanation = In the config file every profile but default needs the word profile: { $wanted }. The AWS CLI passes { $header } at { $place } by, so “{ $profile }” is missing, or lacks these settings.
    .fix = Write { $wanted } at { $place }.
doctor-profile_header_malformed = The AWS CLI does not read { $header } as a profile
    .explanation = The header at { $place } is nearly { $wanted }, but not quite: blanks, capitals, quotes and other marks count. So “{ $profile }” is missing, or lacks these settings.
    .fix = Write { $wanted } at { $place }.
doctor-profile_header_with_prefix = { $header } is another profile in the credentials file
    .explanation = In the credentials file a header is the bare name: { $wanted }. The AWS CLI takes { $header } at { $place } for a profile that is called “profile { $profile }”.
    .fix = Write { $wanted } at { $place }.
doctor-profile_name_misspelt = There is no profile “{ $profile }”: was “{ $meant }” meant?
    .explanation = Neither AWS file has a profile “{ $profile }”. Names are taken letter by letter, capitals and blanks included.
    .fix = Use the name “{ $meant }”.
doctor-profile_missing = There is no profile “{ $profile }”
    .explanation = Neither AWS file has a profile of that name. They have: { $known }.
    .fix = Check the name, or make the profile: sandglass profile add.
    .window = Check the name, or create the profile under Profiles.
doctor-default_defined_twice = The default profile stands twice in the config file
    .explanation = [default] and [profile default] are the same profile for the AWS CLI. The one that stands last ({ $counts }) counts, whole; what stands at { $lost } is lost. Other SDKs choose the other way.
    .fix = Move the settings under one header, and remove the other one.

doctor-expired_environment_keys = The keys in the environment variables have run out
    .explanation = { $dated ->
        [yes] AWS_ACCESS_KEY_ID and its companions are a session that ended at { $end }. Variables win over every profile that is not named with --profile, so commands fail with ExpiredToken although “{ $profile }” itself may work.
        [source] Profile “{ $profile }” takes its keys from the variables (credential_source = Environment), and what they hold is a session that is over.
       *[other] AWS_ACCESS_KEY_ID and its companions are a session that is over, AWS says. Variables win over every profile that is not named with --profile, so commands fail with ExpiredToken although the profile itself may work.
    }
    .fix = Unset them in this shell; where a file sets them for every new shell, remove its lines.
doctor-partial_environment_keys = { $variable } is missing beside AWS_ACCESS_KEY_ID
    .explanation = With AWS_ACCESS_KEY_ID set, the AWS CLI looks no further and needs its secret.
    .fix = Unset AWS_ACCESS_KEY_ID, or export { $variable } too.
doctor-environment_token_missing = The temporary keys in the variables lack their session token
    .explanation = The access key { $key } is of a session (its name begins with ASIA), and AWS takes it only together with AWS_SESSION_TOKEN, which is not set.
    .fix = Export all three values of the session, or unset the keys.
doctor-stale_security_token_variable = AWS_SECURITY_TOKEN of an old session is sent with the keys
    .explanation = The AWS CLI reads AWS_SECURITY_TOKEN, the old name, before AWS_SESSION_TOKEN. What some tool left there does not belong to the access key { $key }.
    .fix = Unset AWS_SECURITY_TOKEN.
doctor-environment_shadows_profile = Keys in the variables win over profile “{ $profile }”
    .explanation = The call is made with the access key { $key } of the environment variables, not with profile “{ $profile }”: variables win over AWS_PROFILE. It acts as somebody else than the profile says.
    .fix = Unset the keys, or name the profile with --profile.
doctor-web_identity_variables_shadow_profile = Web identity variables win over profile “{ $profile }”
    .explanation = AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN are set, and win over the keys of the profile that { $variable } names.
    .fix = Unset them, or name the profile with --profile.
doctor-region_variable_ignored = AWS CLI v1 does not read AWS_REGION
    .explanation = AWS_REGION is { $region }, but the AWS CLI that runs here is version 1, which reads AWS_DEFAULT_REGION only.
    .fix = Set AWS_DEFAULT_REGION too, or install version 2.
doctor-expired_persistent_keys = New shells will start with keys that have run out
    .explanation = { $place } sets keys of a session that ended at { $end }. This shell is not touched by it.
    .fix = Remove these lines.

doctor-setting_misspelt = { $fault ->
        [no_equals] There is no equals sign behind { $meant }
       *[spelling] { $key } is not a setting: was { $meant } meant?
    }
    .explanation = { $fault ->
        [no_equals] At { $place } a blank stands where the equals sign belongs. The AWS CLI takes the line for another key and passes it by, so profile “{ $profile }” lacks { $meant }.
       *[spelling] The AWS CLI passes unknown keys by without a word, so { $place } has no effect and profile “{ $profile }” lacks { $meant }.
    }
    .fix = { $fault ->
        [no_equals] Put an equals sign behind { $meant } at { $place }.
       *[spelling] Write { $meant } at { $place }.
    }
doctor-setting_indented = Blanks before { $meant } make it a part of the line above
    .explanation = At { $place } the line begins with blanks, so the AWS CLI takes it for a part of the value above it, and profile “{ $profile }” lacks { $meant }.
    .fix = Remove the blanks before { $meant } at { $place }.
doctor-source_profile_missing = The source profile “{ $source }” does not exist
    .explanation = Profile “{ $profile }” takes its credentials from “{ $source }” ({ $place }), and no file has a profile of that name.
    .fix = Correct source_profile at { $place }, or make the profile “{ $source }”.
doctor-source_profile_loop = The chain of source profiles runs in a circle
    .explanation = { $chain } ({ $place }). A chain must end in a profile with credentials of its own.
    .fix = Name a profile with credentials at { $place }.
doctor-source_profile_without_credentials = The source profile “{ $source }” has no credentials
    .explanation = Profile “{ $profile }” takes its credentials from “{ $source }” ({ $place }), which has no keys, no sign-in, no program and no role of its own. Variables do not count for a source profile.
    .fix = Give “{ $source }” keys or a sign-in, or name another source_profile.
doctor-role_without_source = Profile “{ $profile }” has a role and nothing to assume it with
    .explanation = role_arn at { $place } needs source_profile or credential_source beside it.
    .fix = Add source_profile with the name of a profile that may assume the role.
doctor-two_sources = Profile “{ $profile }” has two sources
    .explanation = source_profile and credential_source stand side by side ({ $place }); the AWS CLI refuses to choose.
    .fix = Remove one of the two.
doctor-credential_source_invalid = “{ $value }” is no credential_source
    .explanation = { $place } must say Environment, Ec2InstanceMetadata or EcsContainer, in exactly these letters.
    .fix = Write one of the three, or use source_profile.
doctor-credential_source_empty = credential_source = { $value } finds nothing here
    .explanation = Profile “{ $profile }” takes its credentials from there ({ $place }), and no variable of this environment gives any.
    .fix = Run it where these credentials are, or use source_profile.
doctor-role_arn_malformed = role_arn is not the ARN of a role
    .explanation = { $place } says “{ $value }”. A role's ARN looks like arn:aws:iam::123456789012:role/NAME.
    .fix = Copy the ARN from the role's page in the IAM console.
doctor-source_role_not_assumed = The role of “{ $source }” is not assumed: its keys are used
    .explanation = “{ $source }” has keys ({ $place }) and a role. As a source of “{ $profile }” the AWS CLI signs with its keys, as the user they belong to, and never assumes { $role }.
    .fix = Move the keys to a profile of their own, and name it as source_profile of “{ $source }”.
doctor-credentials_file_overrides = { $key } in the credentials file wins over the config file
    .explanation = { $key } of profile “{ $profile }” stands at { $place } and, with another value, at { $other }. The one in the credentials file counts, the other one has no effect.
    .fix = Remove { $key } at { $place }, unless it is the right one.
doctor-sso_session_missing = There is no [sso-session { $session }]
    .explanation = Profile “{ $profile }” signs in through “{ $session }” ({ $place }), and the config file has no such section.
    .fix = Correct the name, or make the section: aws configure sso-session.
doctor-sso_setting_missing = { $key } is missing for the sign-in of “{ $profile }”
    .explanation = The AWS CLI needs sso_account_id, sso_role_name, sso_start_url and sso_region; { $place } lacks { $key }.
    .fix = Add { $key } there, or run: aws configure sso --profile { $profile }
doctor-sso_settings_inconsistent = The profile and its sso-session contradict each other
    .explanation = { $key } of profile “{ $profile }” ({ $place }) is not that of its sso-session ({ $other }), and the AWS CLI refuses to choose.
    .fix = Remove { $key } at { $place }.
doctor-web_identity_role_missing = There is a token file, but no role to assume with it
    .explanation = { $place } names the token file of a web identity; profile “{ $profile }” lacks role_arn.
    .fix = Add role_arn (or AWS_ROLE_ARN), or take the token file away.
doctor-services_section_missing = There is no [services { $services }]
    .explanation = Profile “{ $profile }” takes endpoints from it ({ $place }), and the config file has no such section.
    .fix = Add the section, or remove the line.
doctor-setting_value_invalid = The AWS CLI does not take { $key } = { $value }
    .explanation = { $kind ->
        [number] It stands at { $place }, and has to be a whole number. Every command ends with an error.
        [range] It stands at { $place }, and has to be a whole number ({ $takes }). Every command ends with an error.
       *[word] It stands at { $place }. This AWS CLI takes: { $takes }. Every command ends with an error.
    }
    .fix = Correct the value, or remove it: without it the default holds.
doctor-no_credentials = Profile “{ $profile }” names nothing that gives credentials
    .explanation = No variable, no keys, no role with a source, no sign-in, no program: every provider the AWS CLI asks has nothing to say.
    .fix = Add keys, a role with source_profile, or sign in: aws configure sso, aws login.
doctor-region_missing = No region is set for “{ $profile }”
    .explanation = Without a region the AWS CLI does not know which endpoint to call. A profile inherits none, neither from [default] nor from its source profile.
    .fix = Add region to the profile, or set AWS_REGION.
doctor-region_malformed = “{ $region }” is not the name of a region
    .explanation = { $place } says so. It cannot be part of a host's name, so the AWS CLI refuses it.
    .fix = Write a region such as eu-central-1, without quotes or comment.
doctor-duration_out_of_range = AWS takes no session of { $seconds } seconds
    .explanation = duration_seconds at { $place } must lie between 900 and 43200.
    .fix = Write a number in between, or remove the line: one hour is usual.
doctor-chained_duration_too_long = A role assumed by a role lasts one hour at most
    .explanation = duration_seconds at { $place } asks for { $seconds } seconds. The call is signed by the session of another role, and then AWS allows 3600.
    .fix = Write 3600 or less.
doctor-duration_not_a_number = duration_seconds is not a number and is ignored
    .explanation = “{ $value }” at { $place } is no number; the AWS CLI says nothing and asks for one hour.
    .fix = Write seconds, such as 3600.
doctor-readers_disagree = Other SDKs read profile “{ $profile }” differently
    .explanation = { $readers } do not read the line at { $place } as the AWS CLI does. Commands work; programs may not.
    .fix = Write the line in the plain form “key = value”, without quotes or a comment behind the value.

doctor-partial_keys = The access key of “{ $profile }” lacks its secret
    .explanation = An access key stands at { $place }, and { $key } does not stand beside it.
    .fix = Add { $key } in the same section, or remove the access key.
doctor-keys_split_over_files = Access key and secret of “{ $profile }” stand in two files
    .explanation = The access key stands at { $place }, its secret at { $other }. The AWS CLI takes both from one file.
    .fix = Move the secret to where the access key stands.
doctor-token_in_other_file = The session token of “{ $profile }” stands in another file than its keys
    .explanation = The keys stand at { $place }, the token at { $other }. The AWS CLI takes all three from one file, so the token is not sent.
    .fix = Move the token to where the keys stand.
doctor-session_token_missing = The temporary keys of “{ $profile }” lack their session token
    .explanation = The access key { $key } at { $place } is of a session (its name begins with ASIA), and AWS takes it only together with aws_session_token.
    .fix = Paste all three values of the session: sandglass profile paste.
    .window = Paste all three values of the session, under Profiles.
doctor-stale_security_token = The token of an old session is sent with the keys of “{ $profile }”
    .explanation = The AWS CLI reads aws_security_token, the old name, before aws_session_token. What some tool left at { $line } does not belong to the access key { $key }.
    .fix = Remove the line { $line }.
doctor-key_malformed = The access key id is not one
    .explanation = { $fault ->
        [form-comment] A comment stands behind the value at { $place }; the AWS CLI takes it for part of the value.
        [form-quotes] The value at { $place } stands in quotes; the AWS CLI takes them for part of the value.
        [form-blank] The value at { $place } has a blank in it.
        [form-short] The value at { $place } is too short: it was cut off when it was copied. AWS's have 20 letters.
        [form-long] The value at { $place } is too long: something was pasted behind it. AWS's have 20 letters.
        [form-empty] The value at { $place } is empty.
       *[form-letters] The value at { $place } has letters in it that no access key has.
    }
    .fix = Copy the access key again.
doctor-secret_malformed = The secret key is not one
    .explanation = { $fault ->
        [form-comment] A comment stands behind the value at { $place }; the AWS CLI takes it for part of the secret, and no signature fits.
        [form-quotes] The value at { $place } stands in quotes; the AWS CLI takes them for part of the secret, and no signature fits.
        [form-blank] The value at { $place } has a blank in it, and no signature fits.
        [form-short] The value at { $place } is too short: it was cut off when it was copied. AWS's have 40 letters.
        [form-long] The value at { $place } is too long: something was pasted behind it. AWS's have 40 letters.
        [form-empty] The value at { $place } is empty.
       *[form-letters] The value at { $place } has letters in it that no secret key has.
    }
    .fix = Copy the secret key again, or make a new access key.
doctor-expired_file_keys = The keys of “{ $profile }” have run out
    .explanation = { $dated ->
        [yes] The temporary keys at { $place } ended at { $end }.
       *[other] The temporary keys at { $place } are over, AWS says.
    } { $refreshed ->
        [yes] You chose a role that they are renewed from.
       *[other] Nothing renews them by itself.
    }
    .fix = Renew them where a role was chosen for that, paste a new session (sandglass profile paste), or turn the profile into a role that renews itself (sandglass profile convert).
    .window = Renew them where a role was chosen for that, paste a new session, or make the profile renew itself: both under Profiles.
doctor-expired_keys_shadow_process = Keys that have run out stand before credential_process
    .explanation = Profile “{ $profile }” would get fresh credentials from its program, but the AWS CLI asks the credentials file first, and the keys at { $place } are over.
    .fix = Remove the old keys from the credentials file.
doctor-expired_keys_shadow_login = Keys that have run out stand before the sign-in
    .explanation = Profile “{ $profile }” would use its sign-in (aws login), but the AWS CLI asks the credentials file first, and the keys at { $place } are over.
    .fix = Remove the old keys from the credentials file.
doctor-expiring_file_keys = The keys of “{ $profile }” run out soon
    .explanation = The temporary keys at { $place } end at { $end }.
    .fix = Get a new session in time.

doctor-cache_entry_damaged = The cached session of “{ $profile }” is damaged
    .explanation = The AWS CLI dies on { $path } ({ $reason }) instead of taking it for absent. All it says is the file's name or the name of a field.
    .fix = Delete the file; the next command makes a new one.
doctor-cache_directory_unwritable = The AWS CLI cannot store its sessions
    .explanation = { $path } cannot be written: { $reason }. A session that cannot be stored makes the command fail.
    .fix = Make it a directory that your user may write.
doctor-cache_entry_expired = The cached session of “{ $profile }” has run out
    .explanation = { $path } ended at { $end }. The next command makes a new one.
    .fix = Nothing has to be done.

doctor-sso_not_signed_in = Nobody signed in to IAM Identity Center for “{ $profile }”
    .explanation = The AWS CLI looks for the sign-in in { $path }, and there is no such file.
    .fix = Sign in.
doctor-sso_token_expired = The sign-in to IAM Identity Center has run out
    .explanation = { $refused ->
        [yes] The token of profile “{ $profile }” ended at { $end }, and AWS refuses to refresh it: “{ $detail }”. A sign-in lasts as long as its administrator allows, and ends when its user is signed out.
       *[no] The token of profile “{ $profile }” ended at { $end }, and it cannot be refreshed: it has no refresh token, or stems from a profile without sso_session.
    }
    .fix = Sign in again.
doctor-sso_registration_expired = The sign-in can no longer be refreshed
    .explanation = { $refused ->
        [yes] The token of profile “{ $profile }” ended at { $end }. It has a refresh token, but AWS no longer takes the client it was made for: “{ $detail }”.
       *[no] The token of profile “{ $profile }” ended at { $end }. It has a refresh token, but the client it was made for was registered until { $registration } only.
    }
    .fix = Sign in again; this registers the client anew.
doctor-sso_token_of_other_url = The sign-in is for another portal
    .explanation = The token in { $path } was made for { $url }; profile “{ $profile }” uses { $expected }.
    .fix = Sign in again.
doctor-sso_token_damaged = The file of the sign-in is damaged
    .explanation = The AWS CLI cannot use { $path }: { $reason }.
    .fix = Sign in again; the file is written anew.
doctor-login_not_signed_in = Nobody signed in with aws login for “{ $profile }”
    .explanation = The AWS CLI looks for the sign-in in { $path }, and there is no such file.
    .fix = Sign in.
doctor-login_session_expired = The sign-in with aws login has run out
    .explanation = AWS no longer refreshes the session of profile “{ $profile }”{ $refused ->
        [yes] {": “"}{ $detail }”
       *[no] {""}
    }. It lasts twelve hours at most, and ends when the user's password or rights change.
    .fix = Sign in again.
doctor-login_token_damaged = The file of aws login is damaged
    .explanation = The AWS CLI cannot use { $path }: { $reason }.
    .fix = Sign in again; the file is written anew.

doctor-aws_cli_missing = There is no AWS CLI
    .explanation = No directory of PATH has a program “aws”.
    .fix = Install the AWS CLI version 2, or add its directory to PATH.
doctor-aws_cli_broken = The AWS CLI does not start
    .explanation = { $path } is the first “aws” on PATH, and it does not start, or ends with an error before it does anything: its interpreter or a part of it is gone.
    .fix = Install the AWS CLI anew, or remove { $path } so that another one on PATH runs.
doctor-aws_cli_too_old = The AWS CLI is too old for { $feature }
    .explanation = { $path } is version { $version }; { $feature } needs { $needs }. An older one passes the setting by without a word, or refuses it.
    .fix = Install the AWS CLI { $needs } or newer.
doctor-several_aws_clis = Several AWS CLIs are installed
    .explanation = The first one on PATH runs: { $clis }.
    .fix = Remove those that are not wanted, or order PATH.

doctor-mfa_refused = AWS refused the MFA code
    .explanation = The code was wrong, was used before, or is of another device.
    .fix = Wait for the next code; look at mfa_serial and at the clock.

# The checks.
check-files = AWS files
check-profile_choice = Profile
check-environment = Environment variables
check-chain = Settings and sources
check-credentials = What is used
check-keys = Keys in files
check-role_cache = AWS CLI cache
check-sso = IAM Identity Center
check-login = aws login
check-process = Programs and token files
check-cli = AWS CLI
check-clock = Clock
check-proxy = Proxy and CA bundle
check-endpoint = Endpoint
check-assume_role = Assume the role
check-identity = Identity
check-files-ok = { $config } and { $credentials } can be parsed
check-profile_choice-ok = { $profile }
check-profile_choice-variable = { $profile }, named by { $variable }
check-environment-none = no AWS variable is set
check-environment-ok = { $count ->
        [one] 1 AWS variable is set, not in the way
       *[other] { $count } AWS variables are set, none in the way
    }
check-environment-explicit = { $count ->
        [one] 1 AWS variable is set; keys do not count with --profile
       *[other] { $count } AWS variables are set; keys do not count with --profile
    }
check-environment-desktop = nothing sets keys for new terminals; open ones cannot be seen from here. To be sure, run there: { $command }
check-chain-ok = { $links }
check-credentials-ok = { $method }, { $place }
check-credentials-none = nothing
check-keys-none = none in use
check-keys-long_term = { $key } of { $profile }, long-term
check-keys-temporary = { $key } of { $profile }, temporary
check-role_cache-none = empty
check-role_cache-ok = { $files ->
        [one] 1 session
       *[other] { $files } sessions
    }, { $expired } run out
check-sso-none = not used
check-sso-signed_in = signed in until { $end }
check-sso-over = the token ended at { $end }; the AWS CLI would refresh it
check-sso-refreshed = refreshed; signed in until { $end }
check-login-none = not used
check-login-ok = signed in
check-login-over = the keys are over; the AWS CLI would refresh them
check-login-refreshed = signed in; the keys were refreshed
check-cli-ok = { $version }, { $path }
check-cli-silent = { $path } does not say its version

# What shows a cause.
exhibit-home = Home directory
exhibit-file = File
exhibit-mode = Mode
exhibit-bad_line = { $reason ->
        [duplicate_section] Section that stands twice
        [duplicate_key] Key that stands twice
        [before_section] Line before the first section
        [bom] Byte order mark
        [encoding] Not UTF-8
        [header] Bad header
        [nested] Bad line of a nested block
       *[no_separator] Neither section nor setting
    }
exhibit-profile_asked = Profile asked for
exhibit-meant = Perhaps meant
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
exhibit-end = Recorded end
exhibit-cached = Session of “{ $profile }” until { $end }
exhibit-cache_file = Cached session
exhibit-directory = Directory
exhibit-aws_cli = AWS CLI
exhibit-used_by = { $command }

# What mends a cause.
fix-unset = Unset { $names }
fix-edit_shell_file = { $count ->
        [one] Remove 1 line from { $path }
       *[other] Remove { $count } lines from { $path }
    }
fix-system_variables = Remove { $names } from the variables of new programs
fix-choose_profile = Use the profile “{ $profile }”
fix-clean_value = Clean the value
fix-delete_cache_file = Delete { $path }
fix-drop_keys = Remove the old keys of “{ $profile }”
fix-header = Write { $by } in the place of { $was }
fix-join_keys = Put { $key } into { $path } too
fix-mend_lines = Mend the lines of the file
fix-remove_key = Remove { $key }
fix-remove_override = Remove { $key } from the credentials file
fix-set_key = Set { $key } to { $value }
fix-set_region = Set a region for “{ $profile }”
fix-sign_in = Sign in
fix-spell_key = Write { $by } in the place of { $was }
fix-outdent = Remove the blanks before { $key }

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
symptom-clock = Signature expired, or: Signature not yet current
symptom-network = Could not connect to the endpoint URL
symptom-file_name = A message that is only a file's name, or 'Credentials'
symptom-infinite_loop = Infinite loop in credential configuration detected
symptom-validation = ValidationError
symptom-error = { $operation ->
        [none] The message you gave: { $code }
       *[other] The message you gave: { $code } when calling { $operation }
    }

# Headings.
diagnosis-evidence = What shows it
diagnosis-symptoms = What you may have seen
diagnosis-fixes = What mends it
diagnosis-also_found = Also found:
diagnosis-used = What each call would use
diagnosis-checks = Checked in the order the AWS CLI decides

# How a check came out.
diagnosis-state-ok = Fine
diagnosis-state-warn = Worth knowing
diagnosis-state-fail = Trouble
diagnosis-state-skipped = Not checked
