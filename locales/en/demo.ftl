# What the demo says in the terminal.
demo-started = The demo runs: look for the sandglass in the tray. A right click opens its menu.
demo-home = Its AWS is simulated. Its home is {$home}, which is removed at the end; none of your files is read or written.
demo-story = Within two minutes:
    - project1 is renewed by itself, without a word
    - prod-admin needs you: a notification, and soon after its session has expired
    - a click on partner, which is not renewed by itself, gets it a new session
demo-terminal = In another terminal, this opens a shell in the demo's home:
demo-try = Try there (MFA codes: 111111, 222222, … 999999, each once):
demo-end = Quit in the menu, or Ctrl-C here, ends the demo.
