# Changes of profiles: what is wrong with one, and what the command line says about it.
# What a value must be; part of the sentences below.
setting-form = { $expected ->
    [role-arn] the ARN of a role, such as arn:aws:iam::123456789012:role/NAME
    [mfa-serial] the ARN of a virtual MFA device, such as arn:aws:iam::123456789012:mfa/NAME, or the serial number of a hardware device
    [region] the name of a region, such as eu-central-1
    [start-url] an address such as https://example.awsapps.com/start
    [account-id] an account ID: 12 digits
    [role-name] the name of a role or permission set, without a path
    [session-name] 2 to 64 letters, digits and _+=,.@-
    [external-id] 2 to 1224 letters, digits and _+=,.@:/-
    [name] a name
    [login-session] the ARN that “aws login” sets there
    [credential-source] Environment, Ec2InstanceMetadata or EcsContainer
    [access-key] an access key ID: letters and digits only
    [secret] the whole value, without spaces, quotes or a comment
    [token-file] a full path (no tool expands ~ there)
    [command] a command with all quotes closed
    [duration] a number of seconds, such as 3600
    [seconds] a whole number of seconds, at least 1
    [number] a whole number
    [ip-version] ipv4 or ipv6
    [http-address] an address that begins with http:// or https://
    [date] a date such as 2030-01-31T12:00:00Z
    [unmasked] the value itself, not the asterisks that stand for it
   *[other] of another form
}
problem-invalid_setting = {$key} must be {setting-form}{$bracketed}.
    .next = Correct the value of {$key}.
    .brief = {$key} is invalid
    .field = Must be {setting-form}.
problem-invalid_name = “{$name}” cannot be a name: { $reason ->
    [empty] it is empty
    [long] it is longer than 128 characters
    [control] it contains a line break or another control character
    [brackets] AWS tools read brackets, quotes, backslashes and comment signs differently
    [blanks] it begins or ends with a space
   *[default] only “default” in lower case is the default profile
}.
    .next = Use letters, digits and ./:@+%_-, which every AWS tool reads.
    .brief = invalid name
problem-harm_to_others = After this change, the {$reader} would no longer read other profiles as the AWS CLI does ({$place}).
    .next = Use a simpler name or value, or edit the file yourself.
    .brief = other profiles would be misread
problem-name_taken = “{$name}” already exists ({$place}).
    .next = Choose another name, or change that one with `sandglass profile set`.
    .window = Choose another name.
    .brief = name taken
    .field = “{$name}” already exists. Choose another name.
problem-name_not_everywhere = The AWS CLI reads the name “{$name}”; the SDKs for Rust and JavaScript do not.
    .next = Use letters, digits and ./:@+%_- if other programs need the profile.
    .brief = not readable everywhere
problem-partition_mismatch = {$key} belongs to the partition {$other}, but the role to {$partition} ({$place}, profile “{$profile}”).
    .next = Use a {$key} in the partition {$partition}.
    .brief = two partitions
    .field = Belongs to the partition {$other}, but the role to {$partition}.
problem-unusual_region = {$key} = {$region} is not the name of an AWS region ({$place}).
    .next = Check the spelling, unless you have an endpoint with that name.
    .brief = unusual region
    .field = Not the name of an AWS region. Keep it only if you have an endpoint with that name.
problem-program_not_found = The program {$program} in {$key} was not found ({$place}).
    .next = Use its full path.
    .brief = program not found
    .field = {$program} was not found. Use its full path.
problem-missing_sso_session = Profile “{$profile}” refers to the sso-session “{$session}”, which does not exist ({$place}).
    .next = Also set sso_start_url and sso_region to create the section.
    .brief = sso-session missing
    .field = There is no sso-session “{$session}”. Enter the start URL and region to create it.
problem-sso_settings_disagree = Profile “{$profile}” and the sso-session “{$session}” have different values for {$key} ({$place}).
    .next = Remove {$key} at {$place}; the sso-session has it too.
    .brief = SSO settings disagree
problem-still_referenced = { $count ->
    [one] Profile “{$profile}” uses “{$name}” as its {$key} ({$place}) and will not work without it.
   *[other] {$count} profiles use “{$name}” as their {$key} and will not work without it: {$profile}.
}
    .next = { $count ->
    [one] Change {$key} of “{$profile}”, or remove that profile too.
   *[other] Change their {$key}, or remove them too.
}
    .brief = still in use
problem-overridden = The credentials file also has {$key} of profile “{$profile}”, and that one counts ({$place}).
    .next = Change it there: --file credentials
    .window = Choose the credentials file for it, or remove the key there.
    .brief = overridden
problem-kind_needs = A profile of the kind {$kind} needs {$key}.
    .next = Add {$key}=VALUE. Secrets are asked for, or read from standard input.
    .window = Fill it in.
    .brief = setting missing
    .field = Required
problem-no_such_setting = That section of {$path} has no {$key}.
    .next = `sandglass profile show NAME` lists the settings and where they are.
    .window = Look at the section again: another program may have changed it.
    .brief = no such setting
problem-unknown_section = The config file has no section “{$name}” of that kind.
    .next = Check the spelling.
    .brief = no such section
problem-secret_in_arguments = {$key} was given on the command line, where every program on this computer can read it.
    .next = Write {$key}=- and pass the value on standard input, or leave it out and Sandglass asks. What you typed may be in your shell's history.
    .brief = secret on the command line
problem-needs_secret = {$key} is required.
    .next = Type it when Sandglass asks, or pass it on standard input, one secret per line.
    .brief = secret missing
problem-diagnosis_outdated = The diagnosis is out of date, so nothing was changed.
    .brief = out of date
    .next = Check again, then fix what is found.
problem-file_changed = Another program changed {$path} after you saw the change, so nothing was saved.
    .next = Look at the change again.
    .brief = file changed meanwhile
problem-half_written = {$path} was changed, but {$other} could not be, and {$path} could not be restored.
    .next = The text before the change is in {$backup}.
    .brief = only half saved
    .detail = {$detail}
problem-nothing_to_undo = There is no change to undo.
    .next = `sandglass profile undo` undoes the last change of a profile.
    .window = You can undo the last ten changes of profiles made in Sandglass.
    .brief = nothing to undo
problem-nothing_to_redo = There is no change to redo.
    .next = `sandglass profile undo --list` lists the last changes.
    .window = You can redo a change after you undo it.
    .brief = nothing to redo
problem-needs_confirmation = Sandglass could not ask whether to save this.
    .next = Add --yes to save it, or --dry-run to only see it.
    .brief = not confirmed
problem-clipboard_empty = There is no text on the clipboard.
    .next = Copy keys, a response of AWS or a section of a file, then paste again.
    .brief = nothing to paste
problem-paste_unknown = The pasted text contains no keys in a known form.
    .next = Known forms: the response of “aws sts”, the output of a credential_process, lines that set AWS_ACCESS_KEY_ID and the rest, and a section of an AWS file.
    .brief = not recognized
problem-paste_not_json = The pasted text begins as JSON but is invalid from line {$line} on.
    .next = Copy all of it, from the first brace to the last.
    .brief = incomplete paste
problem-paste_line = Line {$line} of the pasted text does not set a variable, or its value has no end.
    .next = Copy only the lines that set variables, each complete.
    .brief = line not understood
problem-paste_unparsable = Line {$line} of the pasted text cannot be used: {$reason}.
    .next = Copy the whole section.
    .brief = line not understood
problem-paste_incomplete = The pasted text has no {$key}.
    .next = Copy all of it.
    .brief = incomplete paste
problem-paste_of_two = The pasted text contains more than one session: {$key} has two values.
    .next = Paste one at a time.
    .brief = two sessions
problem-role_not_known = It is not known which role the keys of profile “{$profile}” belong to.
    .next = Add --role ARN.
    .window = Enter the ARN of the role.
    .brief = role unknown
problem-source_not_chosen = { $count ->
    [none] No other profile has long-term keys that could assume the role for “{$profile}”.
   *[several] Several profiles could assume the role for “{$profile}”: {$candidates}.
}
    .next = Add --source PROFILE.
    .window = Choose the profile that assumes it.
    .brief = source not chosen
cli-profile-none = There are no profiles, and the files are fine.
cli-profile-pasted-sts = Recognized: a response of AWS STS
cli-profile-pasted-process = Recognized: the output of a credential_process
cli-profile-pasted-variables = Recognized: export lines
cli-profile-pasted-section = Recognized: a section of an AWS file
cli-profile-pasted-key = Access key {$key}
cli-profile-paste-hint = Paste, then press {$key} on a line of its own:
cli-profile-ask = Save this? [y/N]{" "}
cli-profile-yes = y
cli-in-place-hint = A program that reads the file at that moment may see half of it. The current content is kept as a backup.
cli-in-place-ask = Write it in place? [y/N]{" "}
cli-profile-written = Saved to {$files}. To undo: sandglass profile undo
cli-profile-undone = Undone in {$files}
cli-profile-redone = Redone in {$files}
cli-profile-no-past = There is no change to undo.
cli-profile-was-undone = undone
cli-profile-unchanged = Nothing to change.
cli-profile-left = Nothing was saved.
cli-profile-differs = {$path} has changed since, so it stays as it is. This is what undoing the change would do to it:
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
