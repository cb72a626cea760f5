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
session-renewing = renewing…
session-renewed = renewed
session-needs-mfa = needs MFA
session-needs-sign-in = needs sign-in
session-renewal-failed = renewal failed: {$reason}

tray-renew-all = Renew all
tray-more = More
tray-quit = Quit
tray-no-profiles = No AWS profiles in {$path}
tray-nothing-watched = No profile is watched: sandglass watch add NAME
tray-copied = command copied
tray-title = Sandglass
tray-hint = The right mouse button opens the menu
tray-and-more = { $count ->
    [one] and {$count} more
   *[other] and {$count} more
}
