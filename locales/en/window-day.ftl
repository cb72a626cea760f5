# The day: what happened, what is to come, and when a person is needed.

window-day = The day
window-day-hide = Hide the day
window-day-hidden = The day is hidden. Show it again in Preferences.
window-show-day = Show the day
window-show-day-hint = A line above the sessions: renewals, expiries and when you are needed
window-day-list = As a list
window-day-calm = Nothing needs you in the next {$hours} hours
window-day-renewed = Renewed: {$profiles}
window-day-renewed-itself = Renewed automatically: {$profiles}
window-day-failed = Not renewed ({$reason}): {$profiles}
window-day-renews = Renews automatically: {$profiles}
window-day-expires = Expires: {$profiles}
window-day-click = Needs a click: {$profiles}
window-day-mfa = Needs an MFA code: {$profiles}
window-day-sign-in = Needs a sign-in: {$profiles}
window-day-keys = Needs new keys: {$profiles}
