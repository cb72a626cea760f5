"""Runs a program on a terminal of its own and types a line once nothing typed is shown any more.

Usage: typed_unseen.py LINE PROGRAM [ARGUMENT...]. What the terminal showed goes to standard output.
"""

import os
import pty
import select
import sys
import termios
import time

ECHO = 3  # the field of the local modes

line, arguments = sys.argv[1], sys.argv[2:]
process, terminal = pty.fork()
if process == 0:
    os.execv(arguments[0], arguments)
deadline = time.monotonic() + 30
typed = False
while time.monotonic() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.01)
    if ready:
        try:
            shown = os.read(terminal, 4096)
        except OSError:
            break
        if not shown:
            break
        sys.stdout.buffer.write(shown)
    if not typed and not termios.tcgetattr(terminal)[ECHO] & termios.ECHO:
        os.write(terminal, line.encode() + b"\n")
        typed = True
sys.stdout.flush()
_, status = os.waitpid(process, 0)
sys.exit(os.waitstatus_to_exitcode(status) if typed else 99)
