"""Runs commands and measures them: wall time, processor time and peak memory of the process."""

import os
import shlex
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

GNU_TIME = shutil.which("time")


class CommandFailed(Exception):
    """A measured command ended with an exit code that is no answer."""


@dataclass
class Measured:
    """What the runs of one command took: pairs of wall and processor seconds, and bytes at the peak.

    The run for memory counts for time only when there is no other.
    """

    runs: list[tuple[float, float]] = field(default_factory=list)
    memory_runs: list[tuple[float, float]] = field(default_factory=list)
    memory: int = 0

    @property
    def wall(self) -> float:
        """Seconds from start to end, the median."""
        return statistics.median(wall for wall, _ in self.runs or self.memory_runs)

    @property
    def processor(self) -> float:
        """Seconds of user and system time, the median."""
        return statistics.median(processor for _, processor in self.runs or self.memory_runs)


def spawn(words: list[str], errors: str) -> tuple[float, float, int]:
    """Runs a command without input or output: seconds, processor seconds, exit code."""
    null = os.open(os.devnull, os.O_RDWR)
    log = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    start = time.perf_counter()
    pid = os.posix_spawn(
        words[0],
        words,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, log, 2)],
    )
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    os.close(null)
    os.close(log)
    return wall, usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)


def run(command: str, into: Measured, answers=(0,), with_memory: bool = False) -> None:
    """Runs a command once and adds its figures.

    Memory is taken through GNU time, since the peak that the kernel keeps for a child of this interpreter begins
    with the interpreter's own.
    """
    words = shlex.split(command)
    words[0] = shutil.which(words[0]) or words[0]
    with tempfile.TemporaryDirectory() as folder:
        errors, peak = os.path.join(folder, "errors"), os.path.join(folder, "peak")
        if with_memory and GNU_TIME:
            words = [GNU_TIME, "--quiet", "-f", "%M", "-o", peak] + words
        wall, processor, code = spawn(words, errors)
        if code not in answers:
            with open(errors, encoding="utf-8", errors="replace") as file:
                raise CommandFailed(f"{command}\n  ended with {code}: {file.read(2000).strip()}")
        if with_memory and GNU_TIME:
            with open(peak, encoding="ascii") as file:
                into.memory = max(into.memory, int(file.read().split()[-1]) * 1024)
    (into.memory_runs if with_memory else into.runs).append((wall, processor))


def output(command: str) -> str:
    """What a command writes."""
    done = subprocess.run(shlex.split(command), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode != 0:
        raise CommandFailed(f"{command}\n  ended with {done.returncode}: {done.stderr.decode(errors='replace')[:2000]}")
    return done.stdout.decode("utf-8")
