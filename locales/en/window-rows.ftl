# Rows of the window's lists: keys, menus, choosing what is watched.

# Keyboard shortcuts
window-shortcuts = Keyboard shortcuts
window-show-shortcuts = Show
window-shortcuts-hint = Press “?” anywhere to see them
window-keys-anywhere = Everywhere
window-keys-list = In a list
window-key-search = Search
window-key-renew = Renew the selected session
window-key-save = Save changes
window-key-undo = Undo the last action
window-key-close = Close, clear the search or the selection
window-key-zoom-in = Zoom in
window-key-zoom-out = Zoom out
window-key-zoom-reset = Normal size
window-key-close-window = Close the window
window-key-quit = Quit Sandglass
window-key-move = Next or previous row
window-key-page = Next or previous page
window-key-ends = First or last row
window-key-open = Show the details
window-key-menu = Menu of the row
window-key-menu-key = Menu
window-key-copy = Copy export AWS_PROFILE
window-key-more = Select more rows
window-key-more-one = Select or deselect the row
window-key-more-all = Select all rows
window-key-space = Space

# The star, the menu and several rows at once
window-watch-one = Watch {$profile}
window-stop-watching = Stop watching
window-watch-account = Watch all in this account ({$count})
window-watch-count = Watch {$count}
window-stop-watching-count = Stop watching {$count}
window-renew-count = Renew {$count}
window-edit-profile = Edit profile
window-get-session = Get session
window-not-in-files = {$profile} is in neither of the AWS files: there is nothing to edit.
window-choose-watched = Choose what to watch…
window-menu-of = Menu of {$profile}
window-menu-of-several = { $count ->
    [one] Menu of {$count} profile
   *[other] Menu of {$count} profiles
}
window-chosen-rows = Selected profiles
window-chosen-count = {$count} selected
window-clear-chosen = Clear the selection

# Choosing what is watched
window-choose-title = Choose what to watch
window-choose-text = Watched profiles are shown in the tray, and Sandglass warns you before they expire.
window-choose-later = Not now
window-choose-search = Search by name, account or role
window-choose-all = Select all
window-choose-no-account = No account known
window-choose-count = {$count} of {$all} selected
window-choose-clear = Clear
window-choose-account = All in this account
