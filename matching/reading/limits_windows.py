"""Windows: what the reading child may take from the system, by a job object. Written from Microsoft's documentation; not run
by its authors (untested).

The parent puts the child into a job that limits its memory, lets it start no process, and ends it with the parent.
"""

from __future__ import annotations

import ctypes
import subprocess
from typing import Any

from matching.reading.limits import ReadingLimits

# <winnt.h>, JOBOBJECT_EXTENDED_LIMIT_INFORMATION and its flags.
_EXTENDED_LIMITS = 9
_ACTIVE_PROCESS, _PROCESS_MEMORY, _DIE_ON_UNHANDLED, _KILL_ON_JOB_CLOSE = 0x8, 0x100, 0x400, 0x2000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def hold(child: subprocess.Popen[bytes], limits: ReadingLimits, recognising: bool = False) -> int:
    """Put a child that was just started into a job of its own; returns the job's handle, 0 where Windows refused.

    Closing the handle, or the end of this process, ends the child. With `recognising` one process below it is allowed.
    """
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 the name exists on Windows only
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return 0
    wanted = _ExtendedLimits()
    basic = wanted.BasicLimitInformation
    basic.LimitFlags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED | _KILL_ON_JOB_CLOSE
    # A virtual environment's python.exe starts the real interpreter as a second process.
    basic.ActiveProcessLimit = 3 if recognising else 2
    wanted.ProcessMemoryLimit = limits.memory_bytes
    handle = ctypes.c_void_p(job)
    kernel.SetInformationJobObject(handle, _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted))
    kernel.AssignProcessToJobObject(handle, ctypes.c_void_p(int(getattr(child, "_handle"))))  # noqa: B009 exists on Windows only
    return int(job)


def release(job: int) -> None:
    """Close a job's handle, which ends whatever still runs in it."""
    if job:
        kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 the name exists on Windows only
        kernel.CloseHandle(ctypes.c_void_p(job))


def close_off(limits: ReadingLimits, recognising: bool) -> None:
    """The parent's job object does it from outside."""


def allow_time(limits: ReadingLimits) -> None:
    """The parent's clock does it; the job ends with the parent."""
