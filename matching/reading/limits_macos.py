"""macOS: what the reading child may take from the system. Written from Apple's manual pages; not run by its authors (untested).

macOS does not enforce RLIMIT_AS reliably, so the parent watches the child's resident memory instead (`memory_of`).
"""

from __future__ import annotations

import ctypes
import sys

from matching.reading.limits import ReadingLimits

# <sys/proc_info.h>: proc_pidinfo(pid, PROC_PIDTASKINFO, 0, struct proc_taskinfo *, size); resident size is its second field.
_TASK_INFO, _TASK_INFO_SIZE, _RESIDENT_AT = 4, 96, 8


def close_off(limits: ReadingLimits, recognising: bool) -> None:
    """Limit files of this process for good: no file writes, no core dumps, few open files."""
    if sys.platform == "win32":
        return
    import resource

    for which, most in ((resource.RLIMIT_NOFILE, limits.open_files), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(which)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (most, most))


def allow_time(limits: ReadingLimits) -> None:
    """Let this process use as much more processor time as one file may take by the clock, and two seconds."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    most = int(usage.ru_utime + usage.ru_stime + limits.wall_seconds) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def memory_of(process: int) -> int:
    """Bytes of memory resident for a process of this user; 0 where the system does not tell."""
    library = ctypes.CDLL("/usr/lib/libproc.dylib", use_errno=True)
    buffer = ctypes.create_string_buffer(_TASK_INFO_SIZE)
    written = library.proc_pidinfo(process, _TASK_INFO, ctypes.c_uint64(0), buffer, _TASK_INFO_SIZE)
    if written < _RESIDENT_AT + 8:
        return 0
    return int.from_bytes(buffer.raw[_RESIDENT_AT : _RESIDENT_AT + 8], sys.byteorder)
