//! What stands under the options of each help text: examples and exit codes.

pub(super) const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  failed
  2  wrong usage
  3  a human is needed";

pub(super) const STATUS_HELP: &str = "\
Examples:
  sandglass status                  every profile
  sandglass status prod --json      one profile, for programs
  sandglass status --watch          stay, and count down
  sandglass status --verify         ask AWS about keys whose end nobody recorded

Exit codes:
  0  done
  1  failed: an AWS file cannot be used, or there is no such profile
  2  wrong usage";

pub(super) const RENEW_HELP: &str = "\
Examples:
  sandglass renew prod                        a new session, used by `aws --profile prod` at once
  sandglass renew prod --mfa 123456           with the code of its MFA device
  sandglass renew --all --min-remaining 30m   what has less than half an hour left

Exit codes:
  0  done
  1  failed: the reason is on standard error, or in the JSON
  2  wrong usage
  3  a human is needed: an MFA code, a sign-in, or new keys";

pub(super) const DOCTOR_HELP: &str = "\
Examples:
  sandglass doctor prod                       why does `aws --profile prod ...` fail?
  sandglass doctor                            the same of a plain `aws ...` in this shell
  aws s3 ls 2>&1 | sandglass doctor --error - what does this message come from?
  sandglass doctor prod --fix                 do what is safe, and look again
  sandglass doctor prod --report --mask-accounts > ticket.md

Exit codes:
  0  healthy
  1  a cause was found
  2  wrong usage
  3  it cannot be told";

pub(super) const WATCH_HELP: &str = "\
Examples:
  sandglass watch add prod staging
  sandglass watch remove staging
  sandglass watch add prod --silent off       renew it only when asked
  sandglass watch add pasted --refresh-role arn:aws:iam::123456789012:role/dev --refresh-source base
        renew the keys kept in a file: the session of that role, assumed by the
        profile base, is written over them in the lines where they stand

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
  3  a human is needed: an MFA code, a sign-in, or new keys";

pub(super) const ENV_HELP: &str = "\
Examples:
  eval \"$(sandglass env prod)\"              bash and zsh
  sandglass env prod | source                fish
  sandglass env prod | Out-String | iex      PowerShell
  eval \"$(sandglass env --unset)\"           takes away what was set

Exit codes:
  0  done
  1  failed: the reason is on standard error
  2  wrong usage
  3  a human is needed: an MFA code, a sign-in, or new keys";

pub(super) const CACHE_HELP: &str = "\
Examples:
  sandglass cache list                    what AWS tools keep, whose it is, until when it is good
  sandglass cache clean                   removes the AWS CLI's sessions that have run out
  sandglass cache clean prod --all        removes everything kept for prod, its sign-in too
  sandglass cache clean --all --dry-run   what would go

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

A profile's name that holds dots or blanks is quoted: 'profiles.\"my prod\".silent_renewal'
A running Sandglass follows at once.

Exit codes:
  0  done
  1  failed: no such preference, a value that will not do, or the file cannot be used
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
  sandglass profile rename dev development      source_profile follows in other profiles
  aws sts assume-role ... | sandglass profile paste pasted - --yes
  sandglass profile convert pasted --role arn:aws:iam::123456789012:role/dev --source base
  sandglass profile undo                        the last one, if nobody changed the files since

Every change is shown, without its secrets, and asked for: --yes writes it, --dry-run only looks.
Kinds: keys, temporary_keys, role, role_mfa, sso, sso_legacy, web_identity, process, login.
Secrets are asked for, or read from standard input, one a line; never give one as an argument.

Exit codes:
  0  done
  1  failed, or not wanted: the reason is on standard error, and nothing was written
  2  wrong usage
  3  a human is needed: nobody could be asked, and there was no --yes";

pub(super) const COMPLETIONS_HELP: &str = "\
Examples:
  sandglass completions bash > ~/.local/share/bash-completion/completions/sandglass
  sandglass completions zsh > ~/.zfunc/_sandglass

Exit codes:
  0  done
  2  wrong usage";
