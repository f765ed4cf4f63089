"""Feed the program broken files: `python -m tests.fuzz 10000` mutates the invented review and wants problems, never a crash.

Each run changes one file of the review in one way and lets `check` read the whole. A traceback, more than 5 seconds or more than
1 GB is a finding; the seed and the mutation are printed, and the mutated file is kept.
"""

from __future__ import annotations

import contextlib
import io
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tools.__main__ import main
from tools.records.words import LANGUAGES

MINIATURE = Path(__file__).parent / "review"
SECONDS, MEMORY = 5.0, 1 << 30
Mutation = Callable[[bytes, random.Random], bytes]


def _position(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _lines(data: bytes) -> list[bytes]:
    return data.split(b"\n")


def truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: _position(data, chance)]


def flip(data: bytes, chance: random.Random) -> bytes:
    at = _position(data, chance)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def drop_a_line(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def shuffle(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    part = lines[at : at + 8]
    chance.shuffle(part)
    return b"\n".join([*lines[:at], *part, *lines[at + 8 :]])


def repeat_a_line(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[:at], *[lines[at]] * chance.choice((2, 3, 50)), *lines[at:]])


def indent(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b" ", b"  ", b"\t", b"        ")) + lines[at]
    return b"\n".join(lines)


def insert(data: bytes, chance: random.Random) -> bytes:
    at = _position(data, chance)
    return data[:at] + chance.choice(_MORSELS) + data[at:]


def replace_a_value(data: bytes, chance: random.Random) -> bytes:
    lines = _lines(data)
    places = [place for place, line in enumerate(lines) if b":" in line or b"=" in line]
    if not places:
        return data
    at = chance.choice(places)
    mark = b":" if b":" in lines[at] else b"="
    lines[at] = lines[at].partition(mark)[0] + mark + b" " + chance.choice(_VALUES)
    return b"\n".join(lines)


def turn_line_ends(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", "\u2028".encode(), b"\n\n")))


def prefix(data: bytes, chance: random.Random) -> bytes:
    return (
        chance.choice(
            (b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"--- !!python/object/apply:os.system ['true']\n", b"%YAML 9.9\n---\n")
        )
        + data
    )


_DEEP = 3000
_BEGINNINGS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"--- !!python/object/apply:os.system ['true']\n", b"%YAML 9.9\n---\n")
_MORSELS: tuple[bytes, ...] = (
    b"\x00",
    b"\x1b[31m",
    b"<<<<<<< HEAD\n=======\n>>>>>>> main\n",
    b"&a [*a]",
    b"*nowhere",
    b"!!python/object:os.system {}",
    b"{{ 7 * 7 }}{% include 'x' %}",
    b"[" * _DEEP,
    b"{a: " * _DEEP,
    b"- " * _DEEP,
    b"> " * _DEEP,
    b"*" * _DEEP,
    b"a: &x [1,1,1,1,1,1,1,1]\nb: &y [*x,*x,*x,*x,*x,*x]\nc: &z [*y,*y,*y,*y,*y,*y]\nd: [*z,*z,*z,*z,*z,*z]\n",
    "\u202e\u200b\ufeff\U0001f600\ud7ff".encode(),
    "が\u3099ｶﾞ㍻".encode(),
    b"\xc3\x28",
    b"@article{x, title = {",
    b"}}}}",
    b"@string{a = a # a}",
    b"A" * 200_000,
    b"[@a" * 2000,
    b"<script>alert(1)</script>",
)
_VALUES: tuple[bytes, ...] = (
    b"",
    b"null",
    b"~",
    b"[]",
    b"{}",
    b"[[[]]]",
    b"-1",
    b"1e999",
    b".nan",
    b".inf",
    b"0x7fffffffffffffffffff",
    b"9" * 5000,
    b"2026-02-30",
    b"0000-00-00",
    b"true",
    b"yes",
    b"'unclosed",
    b'"\\uD800"',
    b"|\n  x",
    b"{ja: 1, en: 2}",
    b"{ja: x, en: x, fr: x}",
    b"../../../etc/passwd",
    b"javascript:alert(1)",
    b"{{x}}",
    b"%s%n{0}{x}",
)
MUTATIONS: tuple[Mutation, ...] = (
    *(truncate, flip, drop_a_line, shuffle, repeat_a_line, indent, turn_line_ends, prefix),
    *(insert, insert, replace_a_value, replace_a_value),
)


def run(count: int, seed: int = 0) -> list[str]:
    """Mutate and check `count` times.

    Returns:
        What went wrong, a paragraph each; the mutated files stay in a folder that is named there.
    """
    findings: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(MINIATURE, Path(folder) / "review", ignore=shutil.ignore_patterns("build", "site")))
        files = sorted(file for file in root.rglob("*") if file.suffix in (".yml", ".bib", ".md") and "mkdocs" not in file.name)
        for number in range(count):
            chance = random.Random(f"{seed}-{number}")
            file, mutation = chance.choice(files), chance.choice(MUTATIONS)
            whole = file.read_bytes()
            file.write_bytes(mutation(whole, chance))
            if fault := _fault(root, LANGUAGES[number % 2]):
                kept = Path(tempfile.mkdtemp(prefix="fuzz-")) / file.name
                kept.write_bytes(file.read_bytes())
                findings.append(f"{seed}-{number} {mutation.__name__} {file.relative_to(root)} → {kept}\n{fault}")
            file.write_bytes(whole)
            _show(number + 1, count)
    return findings


def _fault(root: Path, language: str) -> str:
    """What is wrong with how the program took the review; "" where it did well."""
    told, started = io.StringIO(), time.perf_counter()
    signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, 2 * SECONDS)
    try:
        with contextlib.redirect_stderr(told):
            code = main(["check", "--root", str(root), "--language", language])
    except Exception:
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if time.perf_counter() - started > SECONDS:
        return f"took {time.perf_counter() - started:.1f} s"
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > MEMORY:
        return "took more than 1 GB"
    if code not in (0, 1) or (code == 1) != bool(told.getvalue()) or "Traceback" in told.getvalue():
        return f"exit {code}: {told.getvalue()[:400]}"
    return ""


def _too_long(number: int, frame: object) -> None:
    raise TimeoutError(f"more than {2 * SECONDS} s")


def _show(done: int, count: int) -> None:
    """Progress on a terminal; silence elsewhere."""
    if sys.stderr.isatty():
        print(f"\r{done}/{count}", end="" if done < count else "\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    begun = time.perf_counter()
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    faults = run(wanted, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    print("\n\n".join(faults))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{wanted} files, {len(faults)} findings, {time.perf_counter() - begun:.0f} s, {peak:.0f} MB at the most")
    sys.exit(bool(faults))
