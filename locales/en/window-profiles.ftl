# The window's view of profiles, and the first run's ways in.
window-profiles = Profiles
window-profiles-new = New
window-profiles-new-menu = New profile
window-profiles-undo = Undo last change…
window-profiles-sections = Profiles in the AWS files
window-profiles-group-sessions = SSO sessions
window-profiles-group-services = Services
window-profiles-none = No profiles in the AWS files yet
window-profiles-unsaved = not saved yet
window-profiles-back = Back to the list
window-profiles-choose = Choose a profile or create one.
window-profiles-loading = Reading the files…

# Kinds
window-profiles-kind = Kind
window-profiles-kind-keys = Access keys
window-profiles-kind-role = Role
window-profiles-kind-sso = SSO
window-profiles-kind-sso-legacy = SSO (legacy)
window-profiles-kind-web-identity = Web identity
window-profiles-kind-process = Process
window-profiles-kind-login = aws login
window-profiles-kind-temporary-keys = Temporary keys
window-profiles-kind-sso-session = SSO session
window-profiles-kind-other = Settings only
window-profiles-new-keys = Access keys
window-profiles-new-role = Role
window-profiles-new-sso = SSO (IAM Identity Center)
window-profiles-new-sso-legacy = SSO (legacy)
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
window-profiles-expires = {$kind}, expires in {$duration}

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
window-profiles-mfa-process = Command for the code
window-profiles-process = Command
window-profiles-login-session = Login session
window-profiles-output = Output

# In empty fields
window-profiles-empty-mfa = None (ARN or serial number, if the role asks for a code)
window-profiles-empty-role-arn = arn:aws:iam::123456789012:role/Name
window-profiles-empty-region = None (each tool uses its default)
window-profiles-region-needed = AWS CLI v1 and Sandglass need a region for a role.
window-profiles-region-use = Use {$region} from {$source}
window-profiles-empty-source = The profile whose credentials assume the role
window-profiles-empty-credential-source = None (for instances, containers and variables)
window-profiles-empty-duration = 3600
window-profiles-empty-start-url = https://example.awsapps.com/start
window-profiles-empty-sso-region = The region of IAM Identity Center
window-profiles-empty-sso-session = Name of an SSO session
window-profiles-empty-account = 12 digits
window-profiles-empty-role-name = Role or permission set
window-profiles-empty-token-file = Full path
window-profiles-empty-session-name = None (each tool picks one)
window-profiles-empty-mfa-process = None (such as op item get AWS --otp)
window-profiles-empty-process = Full path of a program and its arguments
window-profiles-empty-login-session = Set by aws login
window-profiles-empty-scopes = sso:account:access
window-profiles-empty-secret = Type or paste
window-profiles-empty-output = None (usually json)
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
window-profiles-removed-setting = removed when you save
window-profiles-nested = nested settings: edit them in the file
window-profiles-dependents = Used by
window-profiles-dependent = {$profile} ({$key})

# What will be written
window-profiles-written = What will be saved
window-profiles-file = File
window-profiles-every-other-line = All other lines stay as they are
window-profiles-comments-stay = Comments and all other lines stay as they are
window-profiles-unchanged = Nothing to save: the files already say this.
window-profiles-lines-removed = { $count ->
    [one] {$count} line removed
   *[other] {$count} lines removed
}
window-profiles-lines-added = { $count ->
    [one] {$count} line added
   *[other] {$count} lines added
}
window-profiles-line-goes = removed:
window-profiles-line-comes = added:
window-profiles-write-files = { $count ->
    [one] Save {$count} file
   *[other] Save {$count} files
}
window-profiles-write = Save
window-profiles-write-anyway = Save anyway
window-profiles-discard = Discard
window-profiles-ctrl = Ctrl
window-profiles-planning = Checking…
window-profiles-correct = Fix “{$field}” first
window-profiles-missing = {$field} is missing
window-profiles-correct-above = Fix the errors above first
window-profiles-errors = { $count ->
    [one] {$count} error
   *[other] {$count} errors
}
window-profiles-no-change = No changes yet
window-profiles-done = Saved to {$files}

# Duplicate, delete, undo
window-profiles-edit = Edit
window-profiles-duplicate = Duplicate
window-profiles-copy-of = {$name}-copy
window-profiles-delete = Delete…
window-profiles-delete-title = Delete {$name}?
window-profiles-delete-now = Delete
window-profiles-undo-title = Undo the last change?
window-profiles-undo-now = Undo
window-profiles-undo-nothing = There is no change to undo.
window-profiles-undo-differs = The file has changed since
window-profiles-undo-differs-text = Another program changed the file after you did, so it stays as it is. This is what undoing your change would do to it:
window-profiles-undone = Undone in {$files}
window-profiles-redo = Redo “{$what}”…
window-profiles-redo-title = Redo this change?
window-profiles-redo-now = Redo
window-profiles-redone = Redone in {$files}
window-profiles-close = Close

# The files changed under an open editor
window-profiles-changed = Another program changed the AWS files
window-profiles-changed-text = Your edit is not saved, and nothing of theirs is lost. You see your changes on top of their version.
window-profiles-keep-mine = Keep my edit
window-profiles-take-theirs = Use theirs
window-profiles-gone = {$name} was removed from the files
window-profiles-gone-text = Another program removed or renamed it. Your edit is still here.

# Temporary keys that could renew themselves
window-profiles-renew-itself = Turn {$name} into a role profile
window-profiles-renew-itself-role = These keys came from the role {$role} in {$account}. If {$source} can assume it, {$name} becomes a role profile and you no longer have to paste keys. The pasted lines are removed.
window-profiles-renew-itself-plain = Enter the role these keys belong to and the profile that can assume it: {$name} becomes a role profile and you no longer have to paste keys. The pasted lines are removed.
window-profiles-seen-setting = Found in {$key}.
window-profiles-seen-session = Found in {$key}, which identifies the session. Add the path if the role has one.
window-profiles-seen-preferences = From the refresh source in the preferences.
window-profiles-try = Try it
window-profiles-trying = Asking AWS…
window-profiles-tried = {$source} can assume this role. Nothing was saved.
window-profiles-try-failed = AWS refused this role just now.

# What a new profile needs first
window-profiles-source-first = A role needs a source profile
window-profiles-source-first-text = Its access keys assume the role. You have no such profile yet. This form waits while you add it.
window-profiles-source-first-keys = Add the keys first
window-profiles-sso-by-cli = Sandglass can sign you in
window-profiles-sso-by-cli-text = Fill in this form and save it, then sign in from Sessions or from the tray. Or let the AWS CLI create the profile, in a terminal:

# Temporary keys, continued
window-profiles-code = MFA code
window-profiles-code-hint = Six digits from the device {$serial}
window-profiles-keep-keys = Keep temporary keys
window-profiles-convert = Turn into a role profile…
window-profiles-paste-keys = Paste new keys…

# Paste
window-profiles-paste-title = Paste
window-profiles-paste-into = New keys for {$name}
window-profiles-pasted-sts = Recognized: a response of AWS STS
window-profiles-pasted-process = Recognized: the output of a credential_process
window-profiles-pasted-variables = Recognized: export lines
window-profiles-pasted-section = Recognized: a section of an AWS file
window-profiles-paste-read = Read the clipboard
window-profiles-paste-calm = Copy keys, then come back: they are read when this window gets the focus. Or press Ctrl+V.
window-profiles-paste-hint = Keys, export lines, a section of an AWS file, or the JSON that AWS returned. Secrets stay hidden.

# First run
window-first-sign-in = How do you sign in?
window-first-sso = IAM Identity Center (SSO)
window-first-sso-hint = You sign in with your browser.
window-first-keys = Access keys
window-first-keys-hint = An access key ID and a secret access key from IAM.
window-first-role = A role through another profile
window-first-role-hint = A profile with access keys assumes the role. Add the keys first.
window-first-paste = Paste keys
window-first-paste-hint = Access keys, export lines or the JSON that AWS returned. Secrets stay hidden.
window-first-nothing-yet = There is no AWS profile yet. Nothing is saved until you confirm it.

window-choices = { $count ->
    [one] {$count} choice
   *[other] {$count} choices
}

# Undo in messages
window-undo = Undo
window-undo-key = Undo (Ctrl+Z)
window-label-changed = Label of {$profile} changed
window-now-watched = { $count ->
    [one] Watching {$profile}
   *[other] Watching {$count} profiles
}
window-not-watched-now = { $count ->
    [one] {$profile} is no longer watched
   *[other] {$count} profiles are no longer watched
}
