# The window's view of profiles, and the first run's ways in.
window-profiles = Profiles
window-profiles-new = New
window-profiles-new-menu = New profile
window-profiles-undo = Undo last change…
window-profiles-sections = Profiles of the AWS files
window-profiles-group-sessions = SSO sessions
window-profiles-group-services = Services
window-profiles-none = There is no profile in the AWS files yet.
window-profiles-unsaved = not written yet
window-profiles-back = Back to the list
window-profiles-choose = Choose a profile, or make a new one.
window-profiles-loading = Reading the files…

# Kinds
window-profiles-kind = Kind
window-profiles-kind-keys = Access keys
window-profiles-kind-role = Role
window-profiles-kind-sso = SSO
window-profiles-kind-sso-legacy = SSO without a session
window-profiles-kind-web-identity = Web identity
window-profiles-kind-process = Process
window-profiles-kind-login = aws login
window-profiles-kind-temporary-keys = Temporary keys
window-profiles-kind-sso-session = SSO session
window-profiles-kind-other = Settings only
window-profiles-new-keys = Access keys
window-profiles-new-role = Role
window-profiles-new-sso = SSO (IAM Identity Center)
window-profiles-new-sso-legacy = SSO without a session
window-profiles-new-web-identity = Web identity
window-profiles-new-process = Process
window-profiles-new-login = aws login
window-profiles-new-temporary-keys = Temporary keys
window-profiles-new-sso-session = SSO session
window-profiles-new-paste = Paste…
window-profiles-not-profiles = More
window-profiles-new-title = New profile
window-profiles-new-session-title = New SSO session

# Under a name
window-profiles-in-account = {$kind} in {$account}
window-profiles-expired = {$kind}, expired {$duration} ago
window-profiles-expires = {$kind}, {$duration} left

# Fields
window-profiles-name = Name
window-profiles-role-arn = Role ARN
window-profiles-source-profile = Source profile
window-profiles-credential-source = Credential source
window-profiles-duration = Duration
window-profiles-seconds = seconds
window-profiles-region = Region
window-profiles-mfa-serial = MFA device
window-profiles-access-key = Access key ID
window-profiles-secret-key = Secret access key
window-profiles-session-token = Session token
window-profiles-sso-session = SSO session
window-profiles-sso-account = Account
window-profiles-sso-role = Role name
window-profiles-start-url = Start URL
window-profiles-sso-region = SSO region
window-profiles-scopes = Scopes
window-profiles-token-file = Token file
window-profiles-session-name = Session name
window-profiles-external-id = External ID
window-profiles-process = Command
window-profiles-login-session = Login session
window-profiles-output = Output

# In empty fields
window-profiles-empty-mfa = None. Serial or ARN, if the role asks for a code
window-profiles-empty-role-arn = arn:aws:iam::123456789012:role/Name
window-profiles-empty-region = None. The default of each tool
window-profiles-empty-source = The profile whose keys assume the role
window-profiles-empty-credential-source = None. For instances, containers and variables
window-profiles-empty-duration = 3600
window-profiles-empty-start-url = https://example.awsapps.com/start
window-profiles-empty-sso-region = Where IAM Identity Center is
window-profiles-empty-sso-session = The name of an SSO session
window-profiles-empty-account = Twelve digits
window-profiles-empty-role-name = Role or permission set
window-profiles-empty-token-file = Full path
window-profiles-empty-session-name = None. Each tool makes one up
window-profiles-empty-process = The full path of a program, and its arguments
window-profiles-empty-login-session = Written by aws login
window-profiles-empty-scopes = sso:account:access
window-profiles-empty-secret = Typed, or pasted
window-profiles-empty-output = None. json is usual
window-profiles-empty-external-id = None
window-profiles-secret-kept = {$masked}, kept unless you type another
window-profiles-overrides = overrides {$value} ({$place})

# Other settings
window-profiles-others = Other settings
window-profiles-add-setting = Add a setting
window-profiles-key = Key
window-profiles-value = Value
window-profiles-add = Add
window-profiles-remove-setting = Remove {$key}
window-profiles-keep-setting = Keep {$key}
window-profiles-removed-setting = goes with the next write
window-profiles-nested = nested settings, edited in the file itself
window-profiles-dependents = Depends on this profile
window-profiles-dependent = {$profile} by {$key}

# What will be written
window-profiles-written = What will be written
window-profiles-file = File
window-profiles-every-other-line = every other line stays as it is
window-profiles-comments-stay = Comments and every other line stay as they are
window-profiles-unchanged = Nothing to write: the files say this already.
window-profiles-lines-removed = { $count ->
    [one] {$count} line goes
   *[other] {$count} lines go
}
window-profiles-lines-added = { $count ->
    [one] {$count} line comes
   *[other] {$count} lines come
}
window-profiles-line-goes = goes:
window-profiles-line-comes = comes:
window-profiles-write-changes = { $count ->
    [one] Write {$count} change
   *[other] Write {$count} changes
}
window-profiles-write-files = { $count ->
    [one] Write {$count} file
   *[other] Write {$count} files
}
window-profiles-write = Write
window-profiles-discard = Discard
window-profiles-ctrl = Ctrl
window-profiles-planning = Checking…
window-profiles-correct = Correct “{$field}” first
window-profiles-correct-name = Give it a name first
window-profiles-correct-above = Correct what is said above first
window-profiles-no-change = No change yet
window-profiles-done = { $count ->
    [one] Written: {$files}
   *[other] Written: {$files}
}

# Duplicate, delete, undo
window-profiles-duplicate = Duplicate
window-profiles-copy-of = {$name}-copy
window-profiles-delete = Delete…
window-profiles-delete-title = Delete {$name}?
window-profiles-delete-now = Delete
window-profiles-undo-title = Undo the last change?
window-profiles-undo-now = Undo
window-profiles-undo-nothing = There is no change to take back.
window-profiles-undo-differs = Changed since
window-profiles-undo-differs-text = Another program changed the file after that. It is left as it is. Below is what taking the change back would have made of it.
window-profiles-undone = As before: {$files}
window-profiles-close = Close

# The files changed under an open editor
window-profiles-changed = Another program changed the AWS files
window-profiles-changed-text = Your edit was not written, and nothing of theirs is lost. You see your change on top of their text.
window-profiles-keep-mine = Keep my edit
window-profiles-take-theirs = Take theirs
window-profiles-gone = {$name} is gone from the files
window-profiles-gone-text = Another program removed or renamed it. Your edit is still here.

# Temporary keys that could renew themselves
window-profiles-renew-itself = Make it renew itself
window-profiles-renew-itself-role = These keys came from the role {$role} in {$account}. If {$source} may assume it, {$name} becomes a role profile and you need not paste keys again. The pasted lines are removed.
window-profiles-renew-itself-plain = Say which role these keys are of and which profile may assume it: {$name} becomes a role profile and you need not paste keys again. The pasted lines are removed.
window-profiles-seen-setting = Seen in {$key}.
window-profiles-seen-session = Seen in {$key}, which names the session. Add the path if the role has one.
window-profiles-seen-preferences = From the refresh source in the preferences.
window-profiles-try = Try it
window-profiles-trying = Asking AWS…
window-profiles-tried = {$source} may assume this role. Nothing was written.
window-profiles-code = MFA code
window-profiles-code-hint = Six digits of the device {$serial}
window-profiles-keep-keys = Keep temporary keys
window-profiles-convert = Make it renew itself…
window-profiles-paste-keys = Paste new keys…

# Paste
window-profiles-paste-title = Paste
window-profiles-paste-into = New keys for {$name}
window-profiles-pasted-sts = Recognised: an answer of AWS STS
window-profiles-pasted-process = Recognised: the answer of a credential_process
window-profiles-pasted-variables = Recognised: lines that set variables
window-profiles-pasted-section = Recognised: a section of an AWS file
window-profiles-paste-again = Read the clipboard again
window-profiles-paste-hint = Copy keys, export lines, a section of an AWS file or the JSON AWS returned, then read the clipboard. Secrets stay hidden.

# First run
window-first-paste = Paste keys or an assume-role answer
window-first-paste-hint = Access keys, export lines, or the JSON AWS returned. Secrets stay hidden.
window-first-create = Create a profile
window-first-create-hint = A role, SSO, web identity or a process, with each field explained.
window-first-nothing-yet = There is no AWS profile yet. Nothing is written until you confirm it.

window-choices = { $count ->
    [one] {$count} choice
   *[other] {$count} choices
}
