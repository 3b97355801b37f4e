"""What a closed-off process on Linux can no longer do; each try runs in a process of its own."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Linux only"),
    pytest.mark.skipif(platform.machine() not in ("x86_64", "aarch64"), reason="no filter for this architecture"),
]

ROOT = Path(__file__).resolve().parents[3]

SETUP = """
import ctypes, os, socket, subprocess, sys, tempfile
from matching.reading.limits import DEFAULT
from matching.reading import limits_linux
folder = tempfile.mkdtemp()
limits_linux.close_off(DEFAULT, {recognising})
limits_linux.allow_time(DEFAULT)
try:
    {attempt}
except BaseException as error:
    print(type(error).__name__, getattr(error, "errno", ""))
else:
    print("done")
"""


def outcome(attempt: str, recognising: bool = False) -> str:
    code = SETUP.format(attempt=attempt, recognising=recognising)
    found = subprocess.run([sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return found.stdout.strip()


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_no_socket_is_opened(family: str) -> None:
    assert outcome(f"socket.socket(socket.{family})") == "PermissionError 1"


def test_no_ring_is_set_up_and_no_process_is_traced() -> None:
    call = "libc = ctypes.CDLL(None, use_errno=True); libc.{}; raise OSError(ctypes.get_errno(), '')"
    assert outcome(call.format("syscall(425, 1, None)")) == "PermissionError 1"
    assert outcome(call.format("ptrace(16, 1, None, None)")) == "PermissionError 1"


def test_no_program_is_started_unless_text_is_to_be_recognised() -> None:
    assert outcome("subprocess.run(['true'])") == "PermissionError 1"
    assert outcome("subprocess.run(['true'], check=True)", recognising=True) == "done"


def test_no_file_is_written() -> None:
    assert outcome("open(folder + '/x', 'wb', buffering=0).write(b'x')") == "OSError 27"


def test_memory_has_an_end() -> None:
    assert outcome("bytearray(2 * 1024 ** 3)") == "MemoryError"


def test_files_are_few() -> None:
    assert outcome("[os.dup(1) for _ in range(100)]") == "OSError 24"


def test_ordinary_work_goes_on() -> None:
    assert outcome("sum(range(1000)); open('/proc/self/status').read(); b'x' * 1000000") == "done"
