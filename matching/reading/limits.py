"""How much one file may cost: the limits of reading, which a user may raise for a file of their own."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What reading one file may take. Sizes in bytes, times in seconds.

    The wall clock starts when a file is handed to its child. It is 18 s and not 20, so that with the program's own start
    and end no file takes longer than 20 s. `after_page_seconds` is counted anew from every page that is finished.
    """

    file_bytes: int = 25 * MIB
    pages: int = 50
    wall_seconds: float = 18.0
    after_page_seconds: float = 10.0
    memory_bytes: int = 1024 * MIB  # address space of the child
    open_files: int = 64
    inflated_bytes: int = 64 * MIB  # all streams of a file together, unpacked
    operators: int = 3_000_000  # content operators of a file together
    forms: int = 5_000  # form XObjects painted, counted each time
    map_entries: int = 500_000  # entries of character maps and width tables together
    answer_bytes: int = 64 * MIB  # everything the child may say about one file

    def raised(self, factor: float) -> ReadingLimits:
        """The same limits `factor` times as wide, for a file that its owner trusts."""
        return ReadingLimits(
            file_bytes=int(self.file_bytes * factor),
            pages=int(self.pages * factor),
            wall_seconds=self.wall_seconds * factor,
            after_page_seconds=self.after_page_seconds * factor,
            memory_bytes=int(self.memory_bytes * factor),
            open_files=self.open_files,
            inflated_bytes=int(self.inflated_bytes * factor),
            operators=int(self.operators * factor),
            forms=int(self.forms * factor),
            map_entries=int(self.map_entries * factor),
            answer_bytes=int(self.answer_bytes * factor),
        )

    def with_room(self, seconds: int, memory: int, pages: int, file_size: int) -> ReadingLimits:
        """The same limits for `seconds` of reading, `memory` and `file_size` in MiB, and so many `pages`.

        What a file may hold unpacked grows with pages and size, or the wider room could not be used.
        """
        wider = self.raised(max(1.0, pages / self.pages, file_size * MIB / self.file_bytes))
        return replace(
            wider,
            file_bytes=file_size * MIB,
            pages=pages,
            wall_seconds=float(seconds),
            after_page_seconds=self.after_page_seconds * max(1.0, seconds / self.wall_seconds),
            memory_bytes=memory * MIB,
        )

    def at_least(self, other: ReadingLimits) -> ReadingLimits:
        """The wider of two limits in every respect."""
        return ReadingLimits(**{f.name: max(getattr(self, f.name), getattr(other, f.name)) for f in fields(self)})


DEFAULT = ReadingLimits()
