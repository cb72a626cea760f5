# The window: Diagnose.
window-diagnose = Diagnose
window-diagnose-it = Diagnose
window-diagnose-one = Diagnose {$profile}
window-diagnose-profile = Profile to diagnose
window-diagnose-plain = New terminal
window-diagnose-paste = Paste an error…
window-diagnose-again = Check again
window-diagnose-outdated = Checked at {$time}. Your files have changed since.
window-diagnose-checking = Checking {$profile}…
window-diagnose-checking-plain = Checking what a plain aws command uses here…
window-diagnose-order = Checked in the order the AWS CLI uses
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
window-diagnose-show-of = Show evidence: {$name}
window-diagnose-hide-of = Hide evidence: {$name}
window-diagnose-symptoms = Explains
window-diagnose-also = Also found
window-diagnose-said = Checked. {$verdict}
window-diagnose-said-fixed = Fixed and checked again. {$verdict}
window-diagnose-asks = {$what}…
window-diagnose-diff-first = You review the diff before anything is written.
window-diagnose-terminals-keep = Open terminals keep the variables until you run the unset command there.
window-diagnose-copy-unset = Copy unset for {$shell}
window-diagnose-copy-fix = Copy command: {$what}
window-diagnose-other-shells = Other shells
window-diagnose-copied = Command copied. Run it in a terminal.
window-diagnose-write = { $count ->
    [one] Change the file
   *[other] Change {$count} files
}
window-diagnose-remove-lines = { $count ->
    [one] Remove {$count} line
   *[other] Remove {$count} lines
}
window-diagnose-remove-variables = Remove variables
window-diagnose-write-hint = Only these lines change. Sandglass keeps a backup of the file.
window-diagnose-paste-title = Paste an error
window-diagnose-paste-label = The error from the AWS CLI, an SDK, Terraform or the console
window-diagnose-paste-hint = Paste the whole message. It stays on this computer.
window-diagnose-paste-first = Paste the message first.
window-diagnose-use-error = Check with this error
window-diagnose-recognised = Recognized:
window-diagnose-of-operation = from
window-diagnose-not-recognised = The error was not recognized
window-diagnose-forget = Forget the error
window-diagnose-terminals = Sandglass sees the variables it was started with and those your shell files set, but not those of open terminals. To check one of them, run “sandglass doctor” there.
window-diagnose-report = Copy report
window-diagnose-report-copied = Report copied, without secrets.
window-diagnose-report-masked = Copy without account IDs
window-diagnose-report-masked-copied = Report copied, without secrets and account IDs.
