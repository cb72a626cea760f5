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
window-key-undo = Undo what was just done
window-key-close = Close, clear the search or the selection
window-key-zoom-in = Zoom in
window-key-zoom-out = Zoom out
window-key-zoom-reset = Normal size
window-key-close-window = Close the window
window-key-quit = Quit Sandglass
window-key-move = Move
window-key-page = Move by a page
window-key-ends = First or last row
window-key-open = Show the details
