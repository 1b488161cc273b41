"""Runs a command with loopback alone: `python -m tests.without_network <command…>`.

On Linux the command gets a network namespace of its own. Where that is not allowed (macOS, a locked-down container),
every Python process of the command refuses to connect anywhere else.
"""

import ctypes
import fcntl
import os
import socket
import struct
import sys
import tempfile
from pathlib import Path

CLONE_NEWNET = 0x40000000
CLONE_NEWUSER = 0x10000000
SIOCGIFFLAGS = 0x8913
SIOCSIFFLAGS = 0x8914
IFF_UP = 1
REFUSE = """
import ipaddress, socket, sys

def refuse(event, arguments):
    if event == "socket.connect" and arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        if not ipaddress.ip_address(arguments[1][0]).is_loopback:
            raise OSError(f"the test allows no connection to {arguments[1][0]}")
    if event == "socket.getaddrinfo" and arguments[0] not in ("localhost", "127.0.0.1", "::1", None):
        raise OSError(f"the test allows no look-up of {arguments[0]}")

sys.addaudithook(refuse)
"""


def leave_network() -> bool:
    """Move this process into a network of its own with loopback up; False where that is not allowed."""
    uid, gid = os.geteuid(), os.getegid()
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform != "linux" or libc.unshare(CLONE_NEWNET if uid == 0 else CLONE_NEWNET | CLONE_NEWUSER) != 0:
        return False
    if uid != 0:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh", b"lo", 0)
        flags = struct.unpack("16sh", fcntl.ioctl(control, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sh", b"lo", flags | IFF_UP))
    return True


if __name__ == "__main__":
    if not leave_network():
        hook = Path(tempfile.mkdtemp(prefix="coach-test-hook-"))
        (hook / "sitecustomize.py").write_text(REFUSE)
        os.environ["PYTHONPATH"] = str(hook)
    os.execvp(sys.argv[1], sys.argv[1:])
