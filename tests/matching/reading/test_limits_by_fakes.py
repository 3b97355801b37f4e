"""What each system is asked for when a reading child is limited: fakes stand for the calls, so it is tried on any system.

Whether Windows and macOS do what they are asked has not been tried; what Linux does is tried in `test_limits_linux.py`.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from matching.reading import limits_linux, limits_macos, limits_windows
from matching.reading.limits import DEFAULT, MIB, ReadingLimits

resource = pytest.importorskip("resource")

NO_LIMIT = resource.RLIM_INFINITY
REFUSE, ALLOW = 0x00050001, 0x7FFF0000


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> dict[int, tuple[int, int]]:
    """The limits that were set, by their kind; none is set in truth. Hard limits of the system: none, unless put in first."""
    done: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "getrlimit", lambda kind: done.get(kind, (NO_LIMIT, NO_LIMIT)))
    monkeypatch.setattr(resource, "setrlimit", done.__setitem__)
    monkeypatch.setattr(resource, "getrusage", lambda _: SimpleNamespace(ru_utime=3.0, ru_stime=1.0))
    return done


class Kernel:
    """Takes the filter program that Linux would be given, and runs it."""

    def __init__(self, no_privileges: int = 0, filtered: int = 0) -> None:
        self.answers = {38: no_privileges, 22: filtered}
        self.asked: list[int] = []
        self.steps: list[tuple[int, int, int, int]] = []

    def prctl(self, what: int, *arguments: Any) -> int:
        self.asked.append(what)
        if what == 22:
            program = arguments[1]._obj
            start = ctypes.c_void_p.from_buffer(program, type(program).instructions.offset).value
            assert start is not None
            code = ctypes.string_at(start, 8 * program.length)
            self.steps = list(struct.iter_unpack("HBBI", code))
        return self.answers[what]

    def verdict(self, architecture: int, call: int) -> int:
        """What the filter says to a call, by the rules of classic BPF."""
        loaded, at = 0, 0
        while True:
            code, yes, no, value = self.steps[at]
            if code == 0x06:
                return value
            if code == 0x20:
                loaded, at = {0: call, 4: architecture}[value], at + 1
            else:
                at += 1 + (yes if (loaded == value if code == 0x15 else loaded >= value) else no)


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Kernel]:
    def put(machine: str = "x86_64", **answers: int) -> Kernel:
        made = Kernel(**answers)
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: made)
        monkeypatch.setattr(platform, "machine", lambda: machine)
        return made

    return put


# Socket, ptrace, io_uring_setup and execve of each architecture, and one call that reading needs (read).
CALLS = {
    "x86_64": (0xC000003E, (41, 101, 425), 59, 0),
    "aarch64": (0xC00000B7, (198, 117, 425), 221, 63),
}


@pytest.mark.parametrize("machine", CALLS)
@pytest.mark.parametrize("recognising", [False, True])
def test_linux_refuses_sockets_and_programs(
    limited: dict[int, tuple[int, int]], kernel: Callable[..., Kernel], machine: str, recognising: bool
) -> None:
    asked = kernel(machine)
    limits_linux.close_off(DEFAULT, recognising)
    architecture, refused, start, needed = CALLS[machine]
    assert [asked.verdict(architecture, call) for call in refused] == [REFUSE] * 3
    assert asked.verdict(architecture, start) == (ALLOW if recognising else REFUSE)
    assert asked.verdict(architecture, needed) == ALLOW
    assert asked.verdict(architecture, 0x40000000 + needed) == REFUSE  # the same call under its x32 number
    assert asked.verdict(0x40000003, needed) == REFUSE  # the calls of another architecture have other numbers


def test_linux_limits_memory_and_files(limited: dict[int, tuple[int, int]], kernel: Callable[..., Kernel]) -> None:
    kernel()
    limited[resource.RLIMIT_NOFILE] = (10, 20)  # an administrator allows fewer than we would
    limits_linux.close_off(DEFAULT, False)
    assert limited == {
        resource.RLIMIT_AS: (DEFAULT.memory_bytes, DEFAULT.memory_bytes),
        resource.RLIMIT_NOFILE: (20, 20),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }


@pytest.mark.parametrize(
    ("machine", "answers", "asked"),
    [("riscv64", {}, []), ("x86_64", {"no_privileges": 1}, [38]), ("x86_64", {"filtered": 1}, [38, 22])],
)
def test_where_there_is_no_filter_the_other_limits_hold(
    limited: dict[int, tuple[int, int]],
    kernel: Callable[..., Kernel],
    machine: str,
    answers: dict[str, int],
    asked: list[int],
) -> None:
    made = kernel(machine, **answers)
    limits_linux.close_off(DEFAULT, False)
    assert made.asked == asked
    assert limited[resource.RLIMIT_AS] == (DEFAULT.memory_bytes, DEFAULT.memory_bytes)


@pytest.mark.parametrize("system", [limits_linux, limits_macos])
def test_a_file_gets_its_own_time(limited: dict[int, tuple[int, int]], system: Any) -> None:
    system.allow_time(ReadingLimits(wall_seconds=18.0))
    assert limited == {resource.RLIMIT_CPU: (24, NO_LIMIT)}  # 4 used, 18 for the file, 2 for the parent to come first
    limited[resource.RLIMIT_CPU] = (5, 10)
    system.allow_time(ReadingLimits(wall_seconds=18.0))
    assert limited == {resource.RLIMIT_CPU: (10, 10)}


def test_macos_limits_files_and_leaves_memory_to_the_parent(limited: dict[int, tuple[int, int]]) -> None:
    limited[resource.RLIMIT_NOFILE] = (10, 20)
    limits_macos.close_off(DEFAULT, False)
    assert limited == {
        resource.RLIMIT_NOFILE: (20, 20),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }


def test_macos_code_leaves_windows_alone(limited: dict[int, tuple[int, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    limits_macos.close_off(DEFAULT, False)
    limits_macos.allow_time(DEFAULT)
    assert limited == {}


@pytest.mark.parametrize(("written", "told"), [(96, 300 * MIB), (0, 0)])
def test_macos_tells_the_memory_of_a_child(monkeypatch: pytest.MonkeyPatch, written: int, told: int) -> None:
    def info(process: int, flavour: int, _: object, buffer: Any, size: int) -> int:
        assert (process, flavour, size) == (77, 4, 96)
        ctypes.memmove(ctypes.addressof(buffer) + 8, (300 * MIB).to_bytes(8, sys.byteorder), 8)
        return written

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(proc_pidinfo=info))
    assert limits_macos.memory_of(77) == told


class Windows:
    """The calls of kernel32 that a job needs."""

    def __init__(self, job: int) -> None:
        self.wanted: Any = None
        self.members: list[int | None] = []
        self.closed: list[int | None] = []
        self.CreateJobObjectW = lambda *_: job

    def SetInformationJobObject(self, job: Any, kind: int, wanted: Any, size: int) -> int:
        self.wanted = limits_windows._ExtendedLimits.from_buffer_copy(wanted._obj)
        assert (kind, size) == (9, ctypes.sizeof(self.wanted))
        return 1

    def AssignProcessToJobObject(self, job: Any, process: Any) -> int:
        self.members.append(process.value)
        return 1

    def CloseHandle(self, job: Any) -> int:
        self.closed.append(job.value)
        return 1


@pytest.mark.parametrize(("recognising", "programs"), [(False, 2), (True, 3)])
def test_windows_puts_the_child_into_a_job(monkeypatch: pytest.MonkeyPatch, recognising: bool, programs: int) -> None:
    calls = Windows(41)
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: calls, raising=False)
    child: Any = SimpleNamespace(_handle=55)
    job = limits_windows.hold(child, DEFAULT, recognising)
    assert (job, calls.members) == (41, [55])
    assert calls.wanted.ProcessMemoryLimit == DEFAULT.memory_bytes
    assert calls.wanted.BasicLimitInformation.ActiveProcessLimit == programs
    assert calls.wanted.BasicLimitInformation.LimitFlags == 0x8 | 0x100 | 0x400 | 0x2000
    limits_windows.close_off(DEFAULT, recognising)  # the job does it from outside
    limits_windows.allow_time(DEFAULT)
    limits_windows.release(job)
    assert calls.closed == [41]


def test_where_windows_refuses_a_job_there_is_none_to_release(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Windows(0)
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: calls, raising=False)
    child: Any = SimpleNamespace(_handle=55)
    assert limits_windows.hold(child, DEFAULT) == 0
    limits_windows.release(0)
    assert (calls.members, calls.closed) == ([], [])


def test_limits_are_raised_for_a_file_that_its_owner_trusts() -> None:
    raised = DEFAULT.raised(4)
    assert (raised.pages, raised.wall_seconds, raised.memory_bytes) == (200, 72.0, 4096 * MIB)
    assert raised.open_files == DEFAULT.open_files
