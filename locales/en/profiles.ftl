# Changes of profiles: what is wrong with one, and what the command line says about it.
# What a value must be; part of the sentences below.
setting-form = { $expected ->
    [role-arn] the ARN of a role, such as arn:aws:iam::123456789012:role/NAME
    [mfa-serial] the ARN of a virtual MFA device, such as arn:aws:iam::123456789012:mfa/NAME, or the serial number of a hardware device
    [region] a region's name, such as eu-central-1
    [start-url] an address such as https://example.awsapps.com/start
    [account-id] an account's number: twelve digits
    [role-name] a role's or permission set's name, without a path
    [session-name] 2 to 64 letters, digits and _+=,.@-
    [external-id] 2 to 1224 letters, digits and _+=,.@:/-
    [name] a name
    [login-session] the ARN that “aws login” writes there
    [credential-source] Environment, Ec2InstanceMetadata or EcsContainer
    [access-key] an access key's id: letters and digits only
    [secret] given whole, without blanks, quotes or a comment
    [token-file] a full path; no tool expands ~ there
    [command] a command with its quotes closed
    [duration] a number of seconds, such as 3600
    [date] a date such as 2030-01-31T12:00:00Z
   *[other] of another form
}
problem-invalid_setting = {$key} must be {setting-form}{$bracketed}.
    .next = Correct the value of {$key}.
    .brief = {$key} is wrong
    .field = Must be {setting-form}.
problem-invalid_name = “{$name}” cannot be a name: { $reason ->
    [empty] it is empty
    [long] it is longer than 128 characters
    [control] it holds a line break or another control character
    [brackets] brackets, quotes, backslashes and comment signs are read differently by every AWS tool
    [blanks] it begins or ends with a blank
   *[default] only “default” itself, in lower case, is a profile
}.
    .next = Use letters, digits and ./:@+%_- as every AWS tool reads them.
    .brief = name not possible
problem-harm_to_others = After this change the {$reader} would no longer read other profiles as the AWS CLI does ({$place}).
    .next = Use a plainer name or value, or change the file by hand.
    .brief = other profiles would be misread
problem-name_taken = There is a “{$name}” already ({$place}).
    .next = Choose another name, or change that one with `sandglass profile set`.
    .window = Choose another name.
    .brief = name taken
    .field = There is a “{$name}” already. Choose another name.
problem-name_not_everywhere = The AWS CLI reads the name “{$name}”; the SDKs for Rust and JavaScript do not.
    .next = Use letters, digits and ./:@+%_- if other programs are to use the profile.
    .brief = not readable everywhere
problem-partition_mismatch = {$key} belongs to the partition {$other}, the role to {$partition} ({$place}, profile “{$profile}”).
    .next = Use a {$key} of the partition {$partition}.
    .brief = two partitions
    .field = Belongs to the partition {$other}, the role to {$partition}.
problem-unusual_region = {$key} = {$region} is not the name of an AWS region ({$place}).
    .next = Check the spelling, unless an endpoint of your own goes by that name.
    .brief = unusual region
    .field = Not the name of an AWS region. Right only where an endpoint of your own goes by it.
problem-program_not_found = The program {$program} of credential_process cannot be found ({$place}).
    .next = Write its full path.
    .brief = program not found
    .field = {$program} cannot be found. Write its full path.
problem-missing_sso_session = Profile “{$profile}” refers to the sso-session “{$session}”, which does not exist ({$place}).
    .next = Give sso_start_url and sso_region too, and the section is made.
    .brief = sso-session missing
    .field = There is no sso-session “{$session}”. Give the start URL and region too, and it is made.
problem-sso_settings_disagree = Profile “{$profile}” and the sso-session “{$session}” give {$key} different values ({$place}).
    .next = Remove {$key} at {$place}; the sso-session has it too.
    .brief = SSO settings disagree
problem-still_referenced = Profile “{$profile}” names “{$name}” in {$key} ({$place}), and will not work without it.
    .next = Change {$key} of “{$profile}”, or remove that profile too.
    .brief = still in use
problem-overridden = The credentials file holds {$key} of profile “{$profile}” too, and that one counts ({$place}).
    .next = Change it there: --file credentials
    .window = Choose the credentials file for it, or remove the key there.
    .brief = overridden
problem-kind_needs = A profile of the kind {$kind} needs {$key}.
    .next = Give it as {$key}=VALUE; secrets are asked for, or read from standard input.
    .window = Fill it in.
    .brief = setting missing
    .field = Needed. Fill it in.
problem-no_such_setting = {$path} holds no {$key} in that section.
    .next = `sandglass profile show NAME` lists what there is, and where.
    .window = Look at the section again: another program may have changed it.
    .brief = no such setting
problem-unknown_section = There is no section “{$name}” of that kind in the config file.
    .next = Check the spelling.
    .brief = no such section
problem-secret_in_arguments = {$key} was given on the command line, where every program of this machine can read it.
    .next = Write {$key}=- and give the value on standard input, or leave it out and be asked. What was typed may stand in your shell's history.
    .brief = secret on the command line
problem-needs_secret = {$key} is needed and was not given.
    .next = Type it when you are asked, or give it on standard input, one secret a line.
    .brief = secret missing
problem-diagnosis_outdated = What was found is out of date, so nothing was changed.
    .brief = out of date
    .next = Check again, then mend what is found.
problem-file_changed = Another program changed {$path} since the change was shown, so nothing was written.
    .next = Look at the change again.
    .brief = file changed meanwhile
problem-half_written = {$path} was changed, {$other} could not be, and {$path} could not be put back.
    .next = The text before the change is in {$backup}.
    .brief = half written
    .detail = {$detail}
problem-nothing_to_undo = There is no change of a profile to take back.
    .next = `sandglass profile undo` takes back the last one.
    .window = Only the last change can be undone.
    .brief = nothing to undo
problem-needs_confirmation = Nobody could be asked whether to write this.
    .next = Add --yes to write it, or --dry-run to only look.
    .brief = not confirmed
problem-clipboard_empty = There is no text on the clipboard.
    .next = Copy keys, an answer of AWS, or a section of a file, and paste again.
    .brief = nothing to paste
problem-paste_unknown = What was pasted is none of the known forms, or holds no keys.
    .next = Known are: the answer of “aws sts”, of a credential_process, lines that set AWS_ACCESS_KEY_ID and the rest, and a section of an AWS file.
    .brief = not recognised
problem-paste_not_json = What was pasted begins as JSON and is none from line {$line} on.
    .next = Copy all of it, from the first brace to the last.
    .brief = half a paste
problem-paste_line = Line {$line} of what was pasted sets no variable, or its value lacks an end.
    .next = Copy only the lines that set variables, whole.
    .brief = line not understood
problem-paste_unparsable = Line {$line} of what was pasted cannot be used: {$reason}.
    .next = Copy the section whole.
    .brief = line not understood
problem-paste_incomplete = What was pasted lacks {$key}.
    .next = Copy all of it.
    .brief = half a paste
problem-paste_of_two = What was pasted holds more than one session: {$key} stands in it with two values.
    .next = Paste one at a time.
    .brief = two sessions
problem-role_not_known = Nothing says which role the keys of profile “{$profile}” are of.
    .next = Add --role ARN.
    .window = Enter the ARN of the role.
    .brief = role not known
problem-source_not_chosen = { $count ->
    [none] No other profile holds long-term keys that could assume the role for “{$profile}”.
   *[several] Several profiles could assume the role for “{$profile}”: {$candidates}.
}
    .next = Add --source PROFILE.
    .window = Choose the profile that assumes it.
    .brief = source not chosen
cli-profile-none = No profile, and nothing wrong with the files.
cli-profile-pasted-sts = Recognised: an answer of AWS STS
cli-profile-pasted-process = Recognised: the answer of a credential_process
cli-profile-pasted-variables = Recognised: lines that set variables
cli-profile-pasted-section = Recognised: a section of an AWS file
cli-profile-pasted-key = Access key {$key}
cli-profile-paste-hint = Paste, then press {$key} on a line of its own:
cli-profile-ask = Write this? [y/N]{" "}
cli-profile-yes = y
cli-profile-written = Written: {$files}. `sandglass profile undo` takes it back.
cli-profile-undone = As before: {$files}
cli-profile-unchanged = Nothing to change.
cli-profile-left = Nothing was written.
cli-profile-differs = {$path} changed since. It is left as it is; this is what taking the change back would have made of it:
cli-profile-secret = {$key} (not shown):{" "}
cli-profile-note = note: {$message}
cli-profile-overrides = overrides {$place}
cli-header-problems = PROBLEMS
cli-header-key = KEY
cli-header-where = WHERE

# What a change did, in the list of changes that can be undone
profile-change-added = {$name} added
profile-change-removed = {$name} removed
profile-change-renamed = {$name} renamed to {$to}
profile-change-changed = {$name} changed
profile-change-lines = Lines outside of profiles changed
profile-change-more = {$said}, and {$count} more
