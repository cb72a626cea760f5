# Notifications: only where a human is needed.
notice-expiring = {$profile} expires in {$duration}
notice-expired = {$profile} has expired
notice-refused = {$profile} could not be renewed
notice-wanted = A program is waiting for {$profile}
notice-clock = This computer's clock is wrong
notice-several = { $count ->
    [one] {$count} session needs you
   *[other] {$count} sessions need you
}
notice-next-click = Keep fresh is off for this profile. Renew it if you still need it.
notice-next-mfa = Enter an MFA code to renew it.
notice-sign-in = Sign in
notice-sign-in-serves = { $count ->
    [one] {$count} more profile uses this sign-in.
   *[other] {$count} more profiles use this sign-in.
}
notice-next-sign-in = Sign in with your browser to renew it.
notice-next-keys = Paste new keys ({$place}).
notice-needs-keys = needs new keys
notice-paste-keys = Paste new keys…
notice-renew = Renew
notice-renew-asks = Renew…
notice-diagnose = Diagnose
notice-copy-command = Copy command
notice-snooze = Snooze for {$duration}
notice-no-tray-host = Sandglass is running, but your desktop has no tray
notice-no-tray-host-body = On GNOME, install the extension “AppIndicator and KStatusNotifierItem Support”. Until then, use the window.
notice-open = Open Sandglass
notice-test = Test notification
notice-test-body = Sandglass notifies you only when a session needs you.

# What a click on “Clean” in the tray did
notice-cleaned = { $count ->
    [0] No cache cleaned
    [one] {$count} cache cleaned
   *[other] {$count} caches cleaned
}
notice-cleaned-body = You can undo this for 10 minutes.
notice-undo = Undo
notice-restored = { $count ->
    [0] No cache restored
    [one] {$count} cache restored
   *[other] {$count} caches restored
}
caches-newer = { $count ->
    [one] {$count} has been replaced by a newer session, which stays.
   *[other] {$count} have been replaced by newer sessions, which stay.
}
