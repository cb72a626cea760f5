# The quick switcher: a small box opened by a key or from the tray.

window-find-all = { $count ->
    [one] {$shown} profile
   *[other] {$shown} profiles
}
window-find-renewing = Renewing {$profile}…
window-find-copy = Copy export AWS_PROFILE

window-switcher-key = Shortcut for “Find a profile”
window-switcher-key-hint = Opens a small box in any application: type, then press Enter to renew
window-switcher-key-none = Not set
window-switcher-key-shown = Your desktop opens it with: {$key}
window-switcher-key-press = Press the keys…
window-switcher-key-taken = Another program uses {$key}. Choose other keys.
window-switcher-key-none-such = This keyboard has no key for {$key}. Choose other keys.
window-switcher-key-refused = The desktop did not allow these keys. Choose others, or allow them in the system's settings.
window-switcher-key-unsupported = This desktop does not let programs set such a key. In the system's keyboard settings, add a shortcut for: {$command}
