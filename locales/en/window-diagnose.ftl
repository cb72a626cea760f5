# The window: Diagnose.
window-diagnose = Diagnose
window-diagnose-it = Diagnose
window-diagnose-one = Diagnose {$profile}
window-diagnose-profile = Profile to diagnose
window-diagnose-plain = No profile
window-diagnose-paste = Paste an error…
window-diagnose-again = Check again
window-diagnose-checking = Checking {$profile}…
window-diagnose-checking-plain = Checking what a plain aws command uses here…
window-diagnose-order = Checked in the order the AWS CLI decides
window-diagnose-running = { $count ->
    [0] Checking…
    [one] {$count} check so far…
   *[other] {$count} checks so far…
}
window-diagnose-checks = { $count ->
    [one] {$count} check, {$time}
   *[other] {$count} checks, {$time}
}
window-diagnose-show = Show
window-diagnose-hide = Hide
window-diagnose-show-of = Show the evidence of: {$name}
window-diagnose-hide-of = Hide the evidence of: {$name}
window-diagnose-symptoms = Explains
window-diagnose-also = Also found
window-diagnose-said = Checked. {$verdict}
window-diagnose-said-mended = Done, and checked again. {$verdict}
window-diagnose-asks = {$what}…
window-diagnose-diff-first = Shown as a diff first.
window-diagnose-terminals-keep = Terminals already open keep the token until you run the unset there.
window-diagnose-copy-unset = Copy unset for {$shell}
window-diagnose-copy-fix = Copy: {$what}
window-diagnose-other-shells = Other shells
window-diagnose-copied = The command was copied. Run it in a terminal.
window-diagnose-write = { $count ->
    [one] Write the file
   *[other] Write {$count} files
}
window-diagnose-remove-variables = Remove them
window-diagnose-write-hint = Only these lines change. What stands there now is kept as a backup.
window-diagnose-paste-title = Paste an error
window-diagnose-paste-label = What the AWS CLI, an SDK, Terraform or the console said
window-diagnose-paste-hint = Paste the whole message. It stays on this computer.
window-diagnose-paste-first = Paste the message first.
window-diagnose-use-error = Check with this error
window-diagnose-recognised = Recognised:
window-diagnose-of-operation = from
window-diagnose-not-recognised = The error was not recognised
window-diagnose-forget = Forget the error
window-diagnose-terminals = Sandglass sees the variables it was started with and those that shell files set, but not into terminals that are open. In one of those, run `sandglass doctor`.
window-diagnose-report = Copy report
window-diagnose-report-copied = The report was copied, without secrets.
window-diagnose-report-masked = Copy without account ids
window-diagnose-report-masked-copied = The report was copied, without secrets and account ids.
