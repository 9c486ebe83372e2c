"""Runs a command in a pseudo-terminal until the dashboard shows the sample data, quits it, and says how it ended.

Usage: open-dashboard.py COMMAND [ARGUMENT ...]; exit status 0 where the dashboard was seen and left with status 0.
"""

import os
import pty
import re
import select
import struct
import fcntl
import sys
import termios
import time

# The build comes first, on slow machines too.
DEADLINE = time.monotonic() + 3600


def fail(reason, seen):
    print(re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b" ", seen[-4000:]).decode(errors="replace"))
    sys.exit(f"open-dashboard: {reason}")


def main(command):
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen, asked_to_quit = b"", False
    while True:
        if time.monotonic() > DEADLINE:
            fail("the dashboard did not show the sample data in time", seen)
        if select.select([terminal], [], [], 5)[0]:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                chunk = b""
            if not chunk:
                break
            seen += chunk
        # A run of the sweep, and an α of it: the first analyses are done.
        if not asked_to_quit and b"\x1b[?1049h" in seen and b"lambd_0.00" in seen and re.search(rb"\b[01]\.\d{2,3}\b", seen):
            asked_to_quit = True
            os.write(terminal, b"q")
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if not asked_to_quit:
        fail(f"ended with {status} before the dashboard showed the sample data", seen)
    if status != 0:
        fail(f"the dashboard ended with {status}", seen)
    if b"\x1b[?1049l" not in seen:
        fail("the terminal was not given back", seen)
    print("The dashboard showed the sample data and was quit.")


main(sys.argv[1:])
