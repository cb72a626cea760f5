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
window-not-loaded = Sandglass cannot show its sessions
window-try-again = Try again
window-messages = Messages
window-close-message = Close message
window-cancel = Cancel
window-clear-search = Clear search
window-nothing-found = Nothing matches “{$query}”.
window-understood = Understood
window-no-tray = On GNOME, install the extension “AppIndicator and KStatusNotifierItem Support”, then sign in again. Until then this window and `sandglass status` show your sessions.
window-paused-hint = No silent renewal and no notification meanwhile

# Sessions: the list
window-needs-you = Needs you
window-watching = Watching
window-always-valid = Always valid
window-others = Others
window-next-click = You are next needed at {$time}, for a click
window-next-mfa = You are next needed at {$time}, for an MFA code
window-next-sign-in = You are next needed at {$time}, to sign in
window-next-keys = You are next needed at {$time}, for new keys
window-search-profiles = { $count ->
    [one] Search {$count} profile
   *[other] Search {$count} profiles
}
window-found = { $count ->
    [0] No profile found
    [one] {$count} profile found
   *[other] {$count} profiles found
}
window-no-profiles = There is no profile in the AWS files.
window-sort = Sort by: {$by}
window-sort-urgency = Urgency
window-sort-name = Name
window-sort-account = Account
window-renew = Renew
window-renew-ask = Renew…
window-renew-one = Renew {$profile}
window-renew-one-ask = Renew {$profile} with an MFA code…
window-renew-all-ask = Renew all…
window-renew-many = { $count ->
    [one] Renew {$count} session?
   *[other] Renew {$count} sessions?
}
window-renew-many-text = Each one asks AWS for a new session. Profiles that need an MFA code ask for it one after the other.
window-none-to-renew = No watched profile can be renewed here
window-copy-sign-in = Copy sign-in command
window-copy-sign-in-of = Copy the sign-in command of {$profile}
window-copied-sign-in = The sign-in command was copied. Run it in a terminal.
window-needs-new-keys = {$profile} needs new keys, which only you can bring: put them at {$place}.
window-nothing-to-renew = {$profile} has nothing to renew.
window-via = via

window-kind-role = Role
window-kind-keys = Access key
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
window-no-expiry = No expiry
window-unknown = Expiry unknown
window-on-demand = On demand
window-renewing = Renewing…
window-renewed = renewed
window-long-term = long-term access key
window-not-recorded = not recorded with the keys
window-each-use = asked at each use
window-no-credentials = No credentials
window-settings-only = holds settings only
window-one-click = one click gets one
window-ago = {$duration} ago
window-left = {$duration} left
window-until = until {$time}
window-click-by = renew by {$time}
window-mfa-by = MFA code by {$time}
window-sign-in-by = sign in by {$time}
window-keys-by = new keys by {$time}
window-new-keys-at = put new keys at {$place}

# Sessions: details
window-details-of = Details of {$profile}
window-close-details = Close details
window-chain-and-settings = Chain and settings
window-less = Less
window-credentials = Credentials
window-renews-at = renews itself at {$time}
window-never = Never
window-not-needed = You are not needed
window-now = Now
window-to-begin = To begin
window-by = by {$time}
window-no-person = no MFA code, no sign-in
window-for-click = for a click: silent renewal is off
window-for-mfa = for an MFA code
window-for-sign-in = to sign in
window-for-keys = for new keys
window-quiet-until = notifications quiet until {$time}
window-watch = Watch
window-watch-hint = shown in the tray and guarded
window-keep-fresh = Keep fresh
window-keep-fresh-hint = renewed silently where no person is needed
window-label = Label
window-label-hint = a word and a colour of your own
window-label-example = prod
window-color = Colour
window-gray = Grey
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
window-method-keys = access key
window-method-variables = variables
window-method-sso = IAM Identity Center
window-method-login = aws login
window-method-process = process
window-method-host = this host
window-cached = cached for the AWS CLI
window-settings = Settings and where they come from
window-setting = Setting
window-value = Value
window-from = From
window-overrides = overrides
window-history = Last 24 hours
window-nothing-happened = Nothing happened to this session.
window-renewed-until = renewed, until {$time}
window-renewed-itself = renewed itself
window-renewed-itself-until = renewed itself, until {$time}

window-copy-of = Copy something of {$profile}
window-copy-name = Profile name
window-copy-argument = Argument for the AWS CLI
window-copy-export = Line for a shell
window-copy-renew-command = Command to renew it
window-copy-process = Line for an AWS config file
window-copy-keys = Keys, cleared from the clipboard after 60 s
window-copied = Copied: {$what}
window-copied-keys = Keys for {$shell} copied. The clipboard is cleared after 60 s.

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
window-no-caches = There is nothing in the caches of the AWS tools.
window-owner = Owner
window-kind = Kind
window-expires = Expires in
window-size = Size
window-file = File
window-choose-all = Choose all
window-no-profile = no profile
window-not-known = not known
window-cannot-be-read = cannot be read
window-cache-role = Role session
window-cache-web-identity = Web identity session
window-cache-sso = SSO role credentials
window-cache-sso-token = SSO token
window-cache-registration = Client registration
window-cache-damaged = Damaged session
window-cache-other = Unknown file
window-costs-nothing = Removing it costs nothing
window-costs-renewal = If it is removed, the next command gets a new session by itself
window-costs-you = If it is removed, you must sign in or type a code again
window-not-ours = Nobody knows this file: Sandglass leaves it alone
window-selected = { $count ->
    [0] None of {$all} selected
   *[other] {$count} of {$all} selected, {$size}
}
window-caches-hint = What has run out is removed at once. A session still in use is asked about first.
window-clean-expired = { $count ->
    [0] None expired
   *[other] Clean {$count} expired
}
window-clean-expired-caches = { $count ->
    [one] Clean {$count} expired cache
   *[other] Clean {$count} expired caches
}
window-clean-selected = Clean selected ({$count})
window-clean-selected-ask = Clean selected ({$count})…
window-clean-all = Clean all…
window-clean = Clean
window-clean-title = { $count ->
    [one] Clean {$count} file, {$size}?
   *[other] Clean {$count} files, {$size}?
}
window-clean-nothing = { $count ->
    [one] {$count} has run out or is damaged: nobody will miss it.
   *[other] {$count} have run out or are damaged: nobody will miss them.
}
window-clean-renewed = { $count ->
    [one] {$count} is still valid: the next command gets a new session by itself.
   *[other] {$count} are still valid: the next commands get new sessions by themselves.
}
window-clean-needs-you = { $count ->
    [one] {$count} needs you afterwards: a sign-in or an MFA code.
   *[other] {$count} need you afterwards: a sign-in or an MFA code each.
}
window-cleaned = { $count ->
    [one] {$count} cache file removed.
   *[other] {$count} cache files removed.
}

# Preferences
window-at-once = Changes apply at once
window-on = on
window-off = off
window-none = none
window-min = min
window-not-minutes = Type a whole number of minutes, 1 or more.
window-reset-of = Reset {$name} to: {$value}
window-reset-to = Reset to: {$value}
window-overridden = {$variable} is set and wins over this
window-notifications = Notifications
window-show-notifications = Show notifications
window-show-notifications-hint = only when a person is needed
window-first-notice = First notice
window-first-notice-hint = when a person is needed within
window-last-notice = Last notice
window-last-notice-hint = once more, if nothing was done; empty: none
window-snooze = Snooze
window-snooze-hint = how long a snoozed notification keeps quiet
window-test-notification = Test notification
window-test-notification-hint = sent as a real one would be
window-send = Send
window-notification-sent = A notification was sent. Nothing to see? Look into your system's notification settings.
window-keep-fresh-default = Keep fresh by default
window-keep-fresh-default-hint = renew silently what needs no person
window-start-at-login = Start at login
window-start-at-login-hint = in the tray, without a window
window-appearance = Appearance
window-language = Language
window-theme = Theme
window-time-format = Time format
window-system = System
window-light = Light
window-dark = Dark
window-network = Network
window-proxy = Proxy
window-proxy-hint = used for every call to AWS, except hosts below
window-no-proxy = No proxy for
window-no-proxy-hint = hosts, with commas between
window-ca-bundle = CA bundle
window-ca-bundle-hint = a PEM file of the certificates to trust
window-test-network = Test the connection
window-test-network-hint = asks AWS STS through these settings
window-test = Test
window-asking = Asking…
window-network-works = {$endpoint} answered
window-files-in-use = Files in use
window-files-hint = variables of your shells are not seen here
window-file-config = Config
window-file-credentials = Credentials
window-file-cache = Cache of the AWS CLI
window-file-preferences = Preferences
window-file-log = Log
window-origin-default = default
window-origin-variable = from a variable
window-origin-preference = your choice
window-not-there = not there yet
window-open = Open
window-open-log = Open the log
window-about = About
window-diagnostics-hint = versions, settings and states, without secrets
window-copy-diagnostics = Copy diagnostics
window-diagnostics-copied = Diagnostics copied, without secrets.

# First run
window-welcome = Welcome to Sandglass
window-try-demo = Try the demo
window-try-demo-hint = An AWS built into Sandglass, with profiles that expire in minutes. Your files stay untouched.
window-waits = This page goes away by itself when a profile appears.
window-where-written = Where files will be written
window-other-places = Use other locations…
window-written-config = profiles, roles, regions
window-written-credentials = keys, where a profile keeps them
window-written-cache = role sessions, shared with the AWS CLI
window-written-preferences = preferences, no secrets
window-made-with = mode {$mode}
window-only-aws = Nothing is sent anywhere but to AWS.

# Closing it over edits
window-leave-title = Close without writing?
window-leave-text = { $count ->
    [one] What you changed here is not in your AWS files yet:
   *[other] What you changed in these {$count} is not in your AWS files yet:
}
window-leave-discard = Discard the changes

# The prompt for MFA codes
window-mfa-for = MFA code for {$profile}
window-code = MFA code, six digits
window-code-changes = Code changes in {$seconds} s
window-next-code = Next code in {$seconds} s
window-mfa-refused = AWS refused this code. Wait for the next one: each works once.
window-asking-aws = Asking AWS…
window-also-renew = Renew with the same code:
