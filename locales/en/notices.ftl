# Notifications: only where a human is needed.
notice-expiring = {$profile}: {$duration} left
notice-expired = {$profile} has expired
notice-refused = {$profile} could not be renewed
notice-wanted = A program is waiting for {$profile}
notice-clock = This computer's clock is wrong
notice-several = { $count ->
    [one] {$count} session needs you
   *[other] {$count} sessions need you
}
notice-how-click = Silent renewal is off for this profile: renew it when you still need it.
notice-how-mfa = A new session takes a code from your MFA device.
notice-how-sign-in = A new session takes a sign-in in your browser.
notice-how-keys = New keys are needed at {$place}.
notice-needs-keys = needs new keys
notice-paste-keys = Paste new keys…
notice-renew = Renew
notice-renew-asks = Renew…
notice-diagnose = Diagnose
notice-copy-command = Copy command
notice-snooze = Snooze for {$duration}
notice-no-tray-host = Sandglass is running, but there is no tray to show it
notice-no-tray-host-body = On GNOME, install the extension “AppIndicator and KStatusNotifierItem Support”. Until then, `sandglass status` shows your sessions.
notice-open = Open Sandglass
notice-test = This is how Sandglass tells you
notice-test-body = A real one comes only when a session needs you, and says what it takes.
