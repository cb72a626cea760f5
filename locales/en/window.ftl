# The window and the prompt for MFA codes.
window-views = Views
window-sessions = Sessions
window-caches = Caches
window-preferences = Preferences
window-version = Sandglass {$version}
window-watched = { $count ->
    [one] Watching {$count} profile
   *[other] Watching {$count} profiles
}
window-need-you = { $count ->
    [one] {$count} needs you
   *[other] {$count} need you
}
window-not-loaded = Sandglass could not load your sessions
window-try-again = Try again
window-messages = Messages
window-close-message = Close message
window-details = Details
window-open-file = Open the file
window-broken-lines = The lines around {$place}
window-broken-more = { $count ->
    [one] {$count} more line of this file is broken.
   *[other] {$count} more lines of this file are broken.
}
window-fix-ask = Fix…
window-fix-title = Fix {$path}?
window-fix-now = Fix
window-waiting = Waiting
window-waiting-for = for {$file}
window-open-place = Open {$place} in your editor
window-cancel = Cancel
window-clear-search = Clear search
window-nothing-found = Nothing matches “{$query}”.
window-understood = Got it
window-no-tray = On GNOME, install the extension “AppIndicator and KStatusNotifierItem Support”, then log out and back in. Until then, use this window.
window-paused-hint = No automatic renewals and no notifications

# Sessions: the list
window-needs-you = Needs you
window-watching = Watched
window-always-valid = Nothing to renew
window-others = Not watched
window-next-click = Next: renew {$profile} by {$time}
window-next-mfa = Next: MFA code for {$profile} by {$time}
window-next-sign-in = Next: sign-in for {$profile} by {$time}
window-next-keys = Next: new keys for {$profile} by {$time}
window-search = Search
window-search-profiles = { $count ->
    [one] Search {$count} profile
   *[other] Search {$count} profiles
}
window-found = { $count ->
    [0] No profile found
    [one] {$count} profile found
   *[other] {$count} profiles found
}
window-no-profiles = No profiles in the AWS files
window-sort = Sort by: {$by}
window-sort-urgency = Urgency
window-sort-name = Name
window-sort-account = Account
window-renew = Renew
window-renew-ask = Renew…
window-renew-one = Renew {$profile}
window-renew-one-ask = Renew {$profile} with an MFA code…
window-renew-many = { $count ->
    [one] Renew {$count} session?
   *[other] Renew {$count} sessions?
}
window-renew-many-text = Sandglass asks AWS for a new session for each profile. Those that need an MFA code ask for it one after another.
window-none-to-renew = No watched profile can be renewed here
window-sign-in = Sign in
window-sign-in-of = Sign in for {$profile}
window-signing-in = Waiting for the browser…
window-signing-in-link = Copy the link and open it in a browser
window-signing-in-code = code {$code}
window-cancel-sign-in = Cancel sign-in
window-cancel-sign-in-of = Cancel the sign-in for {$profile}
window-copy-sign-in-link = Copy link
window-copied-sign-in-link = Link copied. Open it in a browser on this computer.
window-copy-sign-in = Copy sign-in command
window-copy-sign-in-of = Copy the sign-in command of {$profile}
window-paste-keys-of = Paste new keys into {$profile}…
window-copied-sign-in = Sign-in command copied. Run it in a terminal.
window-nothing-to-renew = {$profile} has nothing to renew.
window-via = via

window-kind-role = Role
window-kind-keys = Access keys
window-kind-temporary-keys = Temporary keys
window-kind-sso = SSO
window-kind-web-identity = Web identity
window-kind-login = aws login
window-kind-process = Process
window-kind-host = This host
window-kind-none = Incomplete
window-kind-settings = Settings only

window-expired = Expired
window-broken = Broken
window-no-session = No session yet
window-no-expiry = Never expires
window-unknown = Expiry unknown
window-on-demand = On demand
window-renewing = Renewing…
window-renewed = renewed
window-long-term = long-term access key
window-not-recorded = no date stored with the keys
window-each-use = fetched at each use
window-no-credentials = No credentials
window-settings-only = settings only
window-one-click = renew to get one
window-ago = {$duration} ago
window-left = {$duration} left
window-until = until {$time}
window-click-by = renew by {$time}
window-mfa-by = MFA code by {$time}
window-sign-in-by = sign in by {$time}
window-keys-by = new keys by {$time}
window-new-keys = paste new keys
window-new-keys-at = paste new keys ({$place})

# Sessions: details
window-details-of = Details of {$profile}
window-close-details = Close details
window-chain-and-settings = Chain and settings
window-less = Less
window-credentials = Credentials
window-credentials-expired = Expired
window-your-action = Needs you
window-renews-at = next renewal: {$time}
window-never = Not needed
window-not-needed = Nothing to do
window-now = Now
window-to-begin = First
window-by = by {$time}
window-no-person = no MFA code or sign-in needed
window-for-click = renew it yourself: Keep fresh is off
window-for-mfa = an MFA code
window-for-sign-in = a sign-in
window-for-keys = new keys
window-quiet-until = notifications muted until {$time}
window-watch = Watch
window-watch-hint = Show in the tray and warn before it expires
window-keep-fresh = Keep fresh
window-keep-fresh-hint = Renew automatically when no MFA code or sign-in is needed
window-label = Label
window-label-hint = Shown next to the name, such as “prod” in red
window-label-example = prod
window-color = Color
window-gray = Gray
window-red = Red
window-orange = Orange
window-yellow = Yellow
window-green = Green
window-blue = Blue
window-purple = Purple
window-set = Set…
window-change = Change…
window-save = Save
window-chain = Chain
window-renewed-from = Renewed from
window-method-role = role
window-method-web-identity = role with a web identity
window-method-keys = access keys
window-method-temporary-keys = temporary keys
window-method-variables = variables
window-method-sso = IAM Identity Center
window-method-login = aws login
window-method-process = process
window-method-host = this host
window-cached = in the AWS CLI cache
window-keys-expired = expired {$duration} ago
window-settings = Settings and where they come from
window-setting = Setting
window-value = Value
window-from = From
# The button that a value is: what it does, and the value.
window-copy-setting = Copy {$name}: {$value}
window-overrides = overrides
window-history = Last 24 hours
window-nothing-happened = Nothing happened
window-renewed-until = renewed, until {$time}
window-renewed-itself = renewed automatically
window-renewed-itself-until = renewed automatically, until {$time}

window-copy-of = Copy from {$profile}
window-copy-name = Profile name
window-copy-argument = --profile flag
window-copy-export = export AWS_PROFILE
window-copy-renew-command = Renew command
window-copy-process = credential_process line
window-copy-keys = Credentials as variables (cleared from the clipboard after 60 s)
window-copied = Copied: {$what}
window-copied-keys = Credentials for {$shell} copied. The clipboard is cleared after 60 s.

window-said-renewed = {$profile} was renewed.
window-said-renewed-until = {$profile} was renewed, until {$time}.
window-said-failed = {$profile} could not be renewed: {$reason}.
window-said-needs-you = {$profile} needs you.

# Caches
window-search-entries = { $count ->
    [one] Search {$count} entry
   *[other] Search {$count} entries
}
window-found-entries = { $count ->
    [0] No entry found
    [one] {$count} entry found
   *[other] {$count} entries found
}
window-no-caches = The AWS caches are empty
window-owner = Profile
window-kind = Kind
window-expires = Expires
window-size = Size
window-file = File
window-choose-all = Select all
window-no-profile = no profile
window-not-known = unknown
window-cannot-be-read = cannot be read
window-cache-role = Role session
window-cache-web-identity = Web identity session
window-cache-sso = SSO credentials
window-cache-sso-token = SSO token
window-cache-mfa-session = MFA session
window-cache-of-device = {$kind}: {$serial}, user keys {$key}
window-cache-registration = SSO registration
window-cache-damaged = Damaged session
window-cache-other = Unknown
window-costs-nothing = Safe to clean
window-costs-renewal = If you clean it, the next command gets a new session automatically
window-costs-you = If you clean it, you have to sign in or enter an MFA code again
window-not-ours = Not a known cache file: Sandglass leaves it alone
window-selected = { $count ->
    [0] 0 of {$all} selected
   *[other] {$count} of {$all} selected, {$size}
}
window-caches-hint = Expired files are cleaned at once. Sandglass asks before it cleans a session in use.
window-clean-expired = { $count ->
    [0] Nothing to clean
   *[other] Clean caches ({$count})
}
window-clean-selected = Clean selected ({$count})
window-clean-selected-ask = Clean selected ({$count})…
window-clean-all = Clean all…
window-clean = Clean
window-clean-undo = For 10 minutes you can undo this.
window-clean-title = { $count ->
    [one] Clean {$count} file, {$size}?
   *[other] Clean {$count} files, {$size}?
}
window-clean-nothing = { $count ->
    [one] {$count} file is expired or damaged, and safe to clean.
   *[other] {$count} files are expired or damaged, and safe to clean.
}
window-clean-renewed = { $count ->
    [one] {$count} session is still valid: the next command gets a new session automatically.
   *[other] {$count} sessions are still valid: the next commands get new sessions automatically.
}
window-clean-needs-you = { $count ->
    [one] {$count} session needs a sign-in or an MFA code afterwards.
   *[other] {$count} sessions need a sign-in or an MFA code afterwards.
}
window-cleaned = { $count ->
    [one] {$count} cache file removed.
   *[other] {$count} cache files removed.
}
window-caches-restored = { $count ->
    [0] No cache file restored.
    [one] {$count} cache file restored.
   *[other] {$count} cache files restored.
}

# Preferences
window-at-once = Changes apply immediately
window-on = on
window-off = off
window-none = none
window-min = min
window-not-minutes = Enter a whole number of minutes, 1 or more.
window-reset-of = Reset {$name} to: {$value}
window-reset-to = Reset to: {$value}
window-overridden = {$variable} is set and overrides this
window-notifications = Notifications
window-show-notifications = Show notifications
window-show-notifications-hint = Only when you have to act
window-first-notice = First reminder
window-first-notice-hint = This long before you have to act
window-last-notice = Last reminder
window-last-notice-hint = Repeats the reminder if you have not acted (empty: no repeat)
window-mfa = MFA
window-mfa-session = Keep MFA sessions
window-mfa-session-hint = One code serves all roles behind a device this long (15 to 2160 minutes)
window-mfa-session-minutes = { $count ->
    [one] {$count} minute
   *[other] {$count} minutes
}
window-mfa-command-hint = A command that prints the code, run without a shell; empty: you are asked for it
window-sign-ins = Signing in
window-browser-hint = Which browser opens for this sign-in: a command with %u for the address, such as firefox -P work %u, or “copy” to only copy the link; empty: your usual one
window-backups = Keep backups
window-backups-hint = How long backups and undo are kept
window-days = days
window-backup-days = { $count ->
    [one] {$count} day
   *[other] {$count} days
}
window-snooze = Snooze
window-snooze-hint = How long a snoozed notification stays quiet
window-test-notification = Test notification
window-test-notification-hint = Sends a sample
window-send = Send
window-notification-sent = Notification sent. Nothing there? Check your system's notification settings.
window-keep-fresh-default = Keep fresh by default
window-keep-fresh-default-hint = Renew automatically when no MFA code or sign-in is needed
window-start-at-login = Start at login
window-start-at-login-hint = In the tray, without a window
window-appearance = Appearance
window-language = Language
window-theme = Theme
window-time-format = Time format
window-system = System
window-light = Light
window-dark = Dark
window-network = Network
window-proxy = Proxy
window-proxy-hint = For every call to AWS, except to the hosts below
window-no-proxy = No proxy for
window-no-proxy-hint = Hosts, separated by commas
window-ca-bundle = CA bundle
window-ca-bundle-hint = A PEM file with the certificates to trust
window-test-network = Test the connection
window-test-network-hint = Calls AWS STS with these settings
window-test = Test
window-asking = Asking…
window-network-works = {$endpoint} answered
window-files-in-use = Files in use
window-files-hint = AWS_CONFIG_FILE and others set only in a shell are not seen here
window-file-config = config
window-file-credentials = credentials
window-file-cache = AWS CLI cache
window-file-preferences = Preferences
window-file-log = Log
window-origin-default = default
window-origin-variable = from a variable
window-origin-preference = your choice
window-not-there = not there yet
window-open = Open
window-editor = Editor
window-editor-hint = Opens files at a line. If empty: VISUAL, EDITOR or an editor found on this computer.
window-editor-try = Try the editor
window-try = Try
window-open-preferences = Open the preferences file
window-open-log = Open the log
window-about = About
window-diagnostics-hint = Versions, settings and states, without secrets
window-copy-diagnostics = Copy diagnostics
window-diagnostics-copied = Diagnostics copied, without secrets.

# First run
window-welcome = Welcome to Sandglass
window-try-demo = Try the demo
window-try-demo-hint = A simulated AWS with profiles that expire in minutes. Your files stay untouched.
window-waits = This page goes away as soon as there is a profile.
window-where-written = Files Sandglass uses
window-other-places = Use other locations…
window-written-config = profiles, roles, regions
window-written-credentials = keys, where a profile keeps them
window-written-cache = role sessions, shared with the AWS CLI
window-written-sign-ins = sign-ins, shared with the AWS CLI
window-written-preferences = preferences, no secrets
window-made-with = permissions {$mode}
window-only-aws = Sandglass sends nothing to anyone but AWS.

# Closing it over edits
window-in-place-title = Write in place?
window-in-place-write = Write in place
window-in-place-hint = A program that reads the file at that moment may see half of it. The current content is kept as a backup.
window-leave-title = Close without saving?
window-leave-text = { $count ->
    [one] Your changes to this profile are not saved:
   *[other] Your changes to these {$count} profiles are not saved:
}
window-leave-discard = Discard changes
window-leave-blocked = {$name} cannot be saved: {$reason}

# The prompt for MFA codes
window-mfa-for = MFA code for {$profile}
window-code = MFA code, six digits
window-code-changes = Code changes in {$seconds} s
window-next-code = Next code in {$seconds} s
window-mfa-refused = AWS refused this code. Wait for the next one: each works once.
window-asking-aws = Asking AWS…
window-also-renew = Renew with the same code:
window-renewals-wait = expired: renewals wait
window-watched-none = No profile watched
window-unwatched = This system does not report changes to files: changes by other programs show up some seconds later
window-offline-valid = { $count ->
    [one] No connection to AWS. {$count} session is still valid, until {$time}.
   *[other] No connection to AWS. {$count} sessions are still valid, the first until {$time}.
}
window-keep-fresh-not-watched = Only works while the profile is watched
window-keep-fresh-mfa = Not possible: each new session needs an MFA code
window-keep-fresh-sign-in = Not possible: a new session needs a sign-in
window-keep-fresh-first = Starts after you renew it for the first time
window-pause-for = Pause for…
