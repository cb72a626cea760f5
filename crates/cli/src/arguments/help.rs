//! Examples and exit codes at the end of each help text.

pub(super) const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  failed
  2  wrong usage
  3  you are needed";

pub(super) const STATUS_HELP: &str = "\
Examples:
  sandglass status                  every profile
  sandglass status prod --json      one profile, for programs
  sandglass status --watch          keep running and count down
  sandglass status --verify         ask AWS about keys without a recorded expiry

Exit codes:
  0  done
  1  failed: an AWS file cannot be used, or there is no such profile
  2  wrong usage";

pub(super) const RENEW_HELP: &str = "\
Examples:
  sandglass renew prod                        a new session, used by `aws --profile prod` at once
  sandglass renew prod --mfa 123456           with the code of its MFA device
  sandglass renew --all --min-remaining 30m   sessions with less than 30 min left
  sandglass renew dev --sign-in               sign in first, where that is needed

Exit codes:
  0  done
  1  failed: the reason is on standard error, or in the JSON
  2  wrong usage
  3  you are needed: for an MFA code, a sign-in or new keys";

pub(super) const SSO_HELP: &str = "\
Examples:
  sandglass sso login                    sign in; every profile of the session uses it
  sandglass sso login corp --device-code confirm a code on any device
  sandglass sso status                   who is signed in, and for how long
  sandglass sso logout corp

The AWS CLI and the SDKs use the same sign-in.

Exit codes:
  0  done
  1  failed: the reason is on standard error
  2  wrong usage";

pub(super) const DOCTOR_HELP: &str = "\
Examples:
  sandglass doctor prod                       why does `aws --profile prod ...` fail?
  sandglass doctor                            the same for plain `aws ...` in this shell
  aws s3 ls 2>&1 | sandglass doctor --error - what causes this message?
  sandglass doctor prod --fix                 apply safe fixes, and check again
  sandglass doctor prod --report --mask-accounts > ticket.md

Exit codes:
  0  healthy
  1  a cause was found
  2  wrong usage
  3  the cause is unknown";

pub(super) const WATCH_HELP: &str = "\
Examples:
  sandglass watch add prod staging
  sandglass watch remove staging
  sandglass watch add prod --silent off       renew it only when asked
  sandglass watch add pasted --refresh-role arn:aws:iam::123456789012:role/dev --refresh-source base
        renew keys kept in a file: the profile base assumes that role, and the
        new session replaces the keys, line by line

Exit codes:
  0  done
  1  failed: no such profile, or the preferences cannot be stored
  2  wrong usage";

pub(super) const CREDENTIALS_HELP: &str = "\
Example, in ~/.aws/config, for tools that read no session cache:
  [profile prod-tools]
  credential_process = /usr/local/bin/sandglass credentials prod

Exit codes:
  0  done
  1  failed: the reason is on standard error
  2  wrong usage
  3  you are needed: for an MFA code, a sign-in or new keys";

pub(super) const ENV_HELP: &str = "\
Examples:
  eval \"$(sandglass env prod)\"              bash and zsh
  sandglass env prod | source                fish
  sandglass env prod | Out-String | iex      PowerShell
  eval \"$(sandglass env --unset)\"           unsets what was set

Exit codes:
  0  done
  1  failed: the reason is on standard error
  2  wrong usage
  3  you are needed: for an MFA code, a sign-in or new keys";

pub(super) const CACHE_HELP: &str = "\
Examples:
  sandglass cache list                    what is cached, for which profile and until when
  sandglass cache clean                   removes the AWS CLI's expired sessions
  sandglass cache clean prod --all        removes everything kept for prod, its sign-in too
  sandglass cache clean --all --dry-run   what would be removed

~/.aws/boto/cache and ~/.aws/sso/cache are cleaned only for profiles you name.

Exit codes:
  0  done
  1  failed: something cannot be read or removed; the reason is on standard error
  2  wrong usage";

pub(super) const PREFERENCES_HELP: &str = "\
Examples:
  sandglass preferences list
  sandglass preferences set start_at_login true
  sandglass preferences set notify_minutes 30 10
  sandglass preferences set profiles.prod.silent_renewal false
  sandglass preferences unset notify_minutes       back to the default

Quote a profile name with dots or spaces: 'profiles.\"my prod\".silent_renewal'
A running Sandglass applies changes at once.

Exit codes:
  0  done
  1  failed: no such preference, an invalid value, or the file cannot be used
  2  wrong usage";

pub(super) const PROFILE_HELP: &str = "\
Examples:
  sandglass profile list
  sandglass profile show prod --json
  sandglass profile add dev --kind role source_profile=base \\
        role_arn=arn:aws:iam::123456789012:role/dev
  sandglass profile add base --kind keys aws_access_key_id=AKIAEXAMPLE    asks for the secret
  sandglass profile set dev region=eu-central-1 duration_seconds=7200
  sandglass profile set dev s3.addressing_style=path     a key of a nested block
  sandglass profile rename dev development      other profiles that refer to it follow
  aws sts assume-role ... | sandglass profile paste pasted - --yes
  sandglass profile convert pasted --role arn:aws:iam::123456789012:role/dev --source base
  sandglass profile undo                        undoes the last change, if the files did not change since
  sandglass profile undo --list                 lists the last ten changes

Sandglass shows every change, without its secrets, and asks before it saves: --yes saves without
asking, --dry-run only shows.
Kinds: keys, temporary_keys, role, role_mfa, sso, sso_legacy, web_identity, process, login.
Secrets are asked for, or read from standard input, one per line. Never pass one as an argument.

Exit codes:
  0  done
  1  failed or declined: the reason is on standard error, and nothing was saved
  2  wrong usage
  3  you are needed: Sandglass could not ask, and there was no --yes";

pub(super) const COMPLETIONS_HELP: &str = "\
Examples:
  sandglass completions bash > ~/.local/share/bash-completion/completions/sandglass
  sandglass completions zsh > ~/.zfunc/_sandglass

Exit codes:
  0  done
  2  wrong usage";
