# The tray: menu lines, tooltip.
duration-moment = less than 1 min
duration-minutes = {$minutes} min
duration-hours = {$hours} h
duration-hours-minutes = {$hours} h {$minutes} min
duration-days = {$days} d
duration-days-hours = {$days} d {$hours} h

session-left = {$duration}
session-expired = expired {$duration} ago
session-expired-now = expired just now
session-signed-out = no session yet
session-no-expiry = never expires
session-unknown = expiry unknown
session-settings-only = settings only
session-renewing = renewing…
session-renewed = renewed
session-needs-mfa = needs MFA
session-sign-in-link = open the sign-in link
session-signing-in = waiting for the browser…
tray-sign-in-link = Copy sign-in link ({$session})
tray-sign-in-cancel = Cancel sign-in ({$session})
tray-sign-in-code = The page must show the code {$code}
session-needs-sign-in = needs sign-in
session-renewal-failed = renewal failed: {$reason}

tray-renew-all = Renew all
tray-renew-one = Renew {$profile}
tray-renew-one-ask = Renew {$profile}…
tray-renew-some = { $count ->
    [one] Renew {$count} session
   *[other] Renew {$count} sessions
}
tray-renew-some-ask = { $count ->
    [one] Renew {$count} session…
   *[other] Renew {$count} sessions…
}
tray-more = More
tray-quit = Quit
tray-no-profiles = No AWS profiles in {$path}
tray-choose-profiles = Choose profiles to show here…
tray-copied = command copied
tray-file-broken = ✕ {$place} is broken…
tray-problem = ✕ {$reason}…
tray-need-you = { $count ->
    [one] {$count} needs you
   *[other] {$count} need you
}
tray-live = { $count ->
    [one] {$count} valid, expires in {$duration}
   *[other] {$count} valid, the first expires in {$duration}
}
tray-none-live = No session yet
tray-nothing-shown = No profile here yet
tray-title = Sandglass
tray-and-more = and {$count} more

tray-copy = Copy
tray-find = Find a profile…
tray-switcher-title = Find a profile
tray-clean-expired = Clean caches ({$count})
tray-pause = Pause
tray-pause-hour = For an hour
tray-pause-tomorrow = Until tomorrow
tray-pause-until-resumed = Until I resume
tray-resume = Resume
tray-paused = Paused: {$duration} left
tray-paused-until-resumed = Paused
tray-offline-valid = { $count ->
    [one] No connection to AWS: {$count} valid, expires in {$duration}
   *[other] No connection to AWS: {$count} valid, the first expires in {$duration}
}
tray-offline = No connection to AWS: renewals wait
tray-clock = This computer's clock is wrong: renewals wait
tray-demo = Demo: a simulated AWS, not your files
tray-diagnose = Diagnose…
tray-settings = Open Sandglass
tray-demo-codes = MFA codes: 111111, 222222, … (each works once)
tray-prompt-title = MFA code for {$profile}
