# The command line (help texts are English only: they are the manual).
cli-header-profile = PROFILE
cli-header-state = STATE
cli-header-left = LEFT
cli-header-renew = RENEW
cli-header-source = SOURCE
cli-state-fresh = fresh
cli-state-expiring = expiring
cli-state-expired = expired
cli-state-signed_out = no session
cli-state-no_expiry = no expiry
cli-state-unknown = unknown
cli-state-broken = broken
cli-state-none = settings only
cli-renew-silent = by itself
cli-renew-mfa = MFA code
cli-renew-sign_in = sign-in
cli-renew-no = —
cli-ago = {$duration} ago
cli-no-profiles = No AWS profiles: neither {$config} nor {$credentials} has one.
cli-renewing = Renewing {$profile} ({$number} of {$total})…
cli-renewed = {$profile}: renewed, {$duration} left
cli-still-fresh = {$profile}: still fresh, {$duration} left
cli-never-expires = {$profile}: long-term keys, nothing to renew
cli-nothing-to-renew = No watched profile can be renewed without you.
cli-error = error: {$message}
cli-next = → {$step}
cli-mfa-prompt = MFA code for {$serial}:{" "}
cli-watching = { $count ->
    [one] Watching {$profiles}
   *[other] Watching {$profiles}
}
cli-watching-nothing = Watching nothing
cli-refresh = {$profile}: its keys are renewed from {$role}, assumed by {$source}
cli-header-kind = KIND
cli-header-size = SIZE
cli-header-file = FILE
cli-cache-empty = The caches are empty.
cli-cache-nothing = Nothing to clean.
cli-cache-removed = Removed {$file} ({$kind}, profile {$profile})
cli-cache-would-remove = Would remove {$file} ({$kind}, profile {$profile})
cli-header-preference = PREFERENCE
cli-header-value = VALUE
cli-preference-default = {$value} (default)
