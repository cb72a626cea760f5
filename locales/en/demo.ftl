# What the demo says in the terminal.
demo-started = The demo is running. Look for the sandglass in the tray; right-click it to open the menu.
demo-home = It has a simulated AWS and a home of its own, {$home}, which is removed when the demo ends. None of your files is read or changed.
demo-story = Within two minutes:
    - project1 is renewed automatically, without a notification
    - prod-admin needs you: a notification appears, and soon after its session expires
    - partner is not renewed automatically: click it to get a new session
demo-terminal = To open a shell in the demo's home, run this in another terminal:
demo-try = Try these there (MFA codes: 111111, 222222, … 999999; each works once):
demo-end = To end the demo, choose Quit in the menu or press Ctrl-C here.
