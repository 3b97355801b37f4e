"""Linux: what the reading child may take from the system, by resource limits, and no network, by seccomp."""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
import sys

from matching.reading.limits import ReadingLimits

# Numbers from <linux/prctl.h>, <linux/seccomp.h>, <linux/audit.h>, <linux/bpf_common.h>.
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # refused calls fail with EPERM
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4  # places in struct seccomp_data
_X32_BIT = 0x40000000  # x86-64 kernels may offer every call a second time under these numbers

# For each architecture: its audit number, and the numbers of the calls that open sockets, set up io_uring (which opens
# sockets without a call) or reach into other processes. From the kernel's syscall tables.
_ARCHITECTURES = {
    "x86_64": (
        0xC000003E,
        {"socket": 41, "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "io_uring_setup": 425},
    ),
    "aarch64": (
        0xC00000B7,
        {"socket": 198, "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271, "io_uring_setup": 425},
    ),
}
_STARTING = {"x86_64": {"execve": 59, "execveat": 322}, "aarch64": {"execve": 221, "execveat": 281}}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def close_off(limits: ReadingLimits, recognising: bool) -> None:
    """Limit memory, files and time of this process for good; refuse sockets, and programs unless text is to be recognised."""
    for which, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(which)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (most, most))
    _refuse_calls(recognising)


def _refuse_calls(recognising: bool) -> bool:
    """Install the filter; returns False where the machine or the kernel has none (the other limits hold all the same)."""
    known = _ARCHITECTURES.get(platform.machine())
    if known is None or sys.maxsize < 2**32:
        return False
    architecture, calls = known
    numbers = list(calls.values()) + ([] if recognising else list(_STARTING[platform.machine()].values()))
    code = _filter(architecture, sorted(numbers))
    program = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    refused: int = libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)
    return refused == 0


def _filter(architecture: int, refused: list[int]) -> bytes:
    """The filter program: refuses another architecture, x32 numbers and every number in `refused`; the rest passes."""
    count = len(refused)
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_EQUAL, 0, count + 3, architecture),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, count + 1, 0, _X32_BIT),
        *((_EQUAL, count - place, 0, number) for place, number in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def allow_time(limits: ReadingLimits) -> None:
    """Let this process use as much more processor time as one file may take by the clock, and two seconds.

    The parent's clock comes first; this ends a reader whose parent has died.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    most = int(usage.ru_utime + usage.ru_stime + limits.wall_seconds) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
