"""Paths and texts → build/<language>/ → builder → site/: the one module that writes pages and runs builders.

A site is built beside the old one and takes its place at the end in one move, so that a build that fails leaves the
previous site as it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from tools.edition import Edition
from tools.progress import bar
from tools.records.words import Language
from tools.site.addresses import from_source, to_files
from tools.site.hooks import page_cache, raw_html
from tools.text.labels import labels
from tools.text.messages import Message, say

CONFIGS: Mapping[Language, str] = {"ja": "mkdocs.yml", "en": "mkdocs.en.yml"}
ASSETS = "docs/assets"
BUILDERS = ("mkdocs", "zensical")
# The labels that overrides/ prints, as `config.extra`.
WORDS = ("home", "menu", "dark_colours", "contents", "help_lines", "search_start", "search_close")
_OLD = "-old"
_LOOK = 0.2  # seconds between looks at how far a builder has come
Files = Iterable[tuple[str, str]]  # path and text


class BuildFailed(Exception):
    """There is no new site; `message` says why, and `printed` is what the site generator said, or ""."""

    def __init__(self, message: Message, printed: str = "") -> None:
        super().__init__(message.text("en"), printed)
        self.message, self.printed = message, printed


def build_site(
    root: Path,
    out: Path,
    pages: Mapping[Edition, Files],
    root_files: Files,
    builder: str = "mkdocs",
    jobs: int = 2,
    offline: bool = False,
) -> None:
    """Build every language and put the result in place of `out`.

    Args:
        root: the review; its `build/` is (re)written, and holds the lock that keeps two builds apart.
        pages: edition to its pages and other files. One is taken while the builder of the one before is running.
        root_files: what stands at the site's root; taken while the builders are running.
        jobs: how many builders may run at the same time.
        offline: links name the file that they lead to, so that the site can be read from disk.

    Raises:
        BuildFailed: a builder failed or printed a warning; `out` is untouched.
    """
    root, out = root.resolve(), out.resolve()
    with _lock(root / "build") as lock:
        out.parent.mkdir(parents=True, exist_ok=True)
        prefix = f".{out.name}-{hashlib.sha256(os.fsencode(root)).hexdigest()[:8]}-"
        _clear_up(out, prefix)
        fresh = Path(tempfile.mkdtemp(prefix=prefix, dir=out.parent))
        try:
            _run_builders(root, fresh, pages, root_files, builder, jobs, lock)
            if offline:
                _name_files(fresh)
            fresh.chmod(0o755)
            _replace(out, fresh)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def _lock(folder: Path) -> Iterator[int]:
    """One build at a time in one tree: a second waits for the first.

    The builders are given the open file, so that it stays locked while one of them writes, even if this process was killed.
    """
    try:
        import fcntl  # here, since Windows has none and everything but a build runs there
    except ImportError as error:
        raise BuildFailed(say("command.windows")) from error
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle.fileno()


def _stage(root: Path, folder: Path, texts: Files) -> None:
    """Make a builder's source folder hold these pages and the assets, touching only files that change."""
    wanted: set[str] = set()
    for path, content in chain(((path, text.encode()) for path, text in texts), _assets(root / ASSETS)):
        wanted.add(path)
        target = folder / path
        if not target.is_file() or target.read_bytes() != content:
            _write(target, content)
    for file in list(folder.rglob("*")):
        if file.is_file() and file.relative_to(folder).as_posix() not in wanted:
            file.unlink()


def _assets(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in folder.rglob("*") if folder.is_dir() else ():
        if file.is_file():
            yield f"assets/{file.relative_to(folder).as_posix()}", file.read_bytes()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _run_builders(
    root: Path, out: Path, pages: Mapping[Edition, Files], root_files: Files, builder: str, jobs: int, lock: int
) -> None:
    running: list[tuple[Language, subprocess.Popen[str]]] = []
    try:
        for edition, texts in pages.items():
            _stage(root, root / "build" / edition.language, texts if builder == "mkdocs" else from_source(texts))
            if len(running) >= jobs:
                _finish(root, *running[0])
                running.pop(0)  # not before: whatever interrupts the wait must find it, and end it
            running.append((edition.language, _start(root, out / edition.language, edition, builder, lock)))
        for path, text in root_files:
            _write(out / path, text.encode())
        while running:
            _finish(root, *running[0])
            running.pop(0)
    finally:
        for _, process in running:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
    for language in (edition.language for edition in pages):
        if builder == "mkdocs":
            page_cache.keep(_cache(root, language))
        else:
            shutil.move(_beside(root, language), out / language)  # the site may be on another disk
        for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):  # those at the root, which are ours, serve both languages
            (out / language / name).unlink(missing_ok=True)


def _start(root: Path, out: Path, edition: Edition, builder: str, lock: int) -> subprocess.Popen[str]:
    config = derived_config(root, edition.language, builder)
    command = [sys.executable, "-m", builder, "build", "--strict", "--clean", "-f", str(config)]  # no --quiet: warnings count
    command += ["-d", str(out)] if builder == "mkdocs" else []
    environment = os.environ | builder_environment(root, edition)
    return subprocess.Popen(
        command, cwd=root, env=environment, pass_fds=[lock], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def builder_environment(root: Path, edition: Edition) -> dict[str, str]:
    """The variables that the configuration and the hook read."""
    return {
        "NO_MKDOCS_2_WARNING": "1",  # the theme's banner about its end of life; DESIGN.md deals with it
        **{f"SITE_URL_{one.language.upper()}": one.public("") for one in edition.editions},
        page_cache.FOLDER: str(_cache(root, edition.language)),
    }


def derived_config(root: Path, language: Language, builder: str) -> Path:
    """The review's configuration with what a builder needs besides; zensical writes only beside it.

    The variant of zensical's look is that of the theme that the style sheet knows.
    """
    theme = {"custom_dir": "../overrides"} if (root / "overrides").is_dir() else {}
    config: dict[str, object] = {
        "INHERIT": f"../{CONFIGS[language]}",
        "docs_dir": language,
        "site_dir": _beside(root, language).name,
        "theme": theme,
        "extra": {name: labels(language)[name] for name in WORDS},
    }
    if builder == "mkdocs":
        config["hooks"] = [raw_html.__file__, page_cache.__file__]
    else:
        config |= {"theme": theme | {"variant": "classic"}, "plugins": {"search": {"enabled": False}}}
    path = root / "build" / f"config.{language}.yml"
    _write(path, json.dumps(config).encode())  # JSON is YAML
    return path


def _cache(root: Path, language: Language) -> Path:
    return root / "build/cache" / language


def _beside(root: Path, language: Language) -> Path:
    return root / "build" / f"site-{language}"


def _finish(root: Path, language: Language, process: subprocess.Popen[str]) -> None:
    done = _cache(root, language) / page_cache.DONE
    pages = sum(1 for _ in (root / "build" / language).rglob("*.md"))
    with bar(f"site, {language}", total=page_cache.STEPS * pages) as shown:
        while True:
            try:
                printed, _ = process.communicate(timeout=_LOOK)
                break
            except subprocess.TimeoutExpired:
                shown.update(done.stat().st_size - shown.n if done.is_file() else 0)
    if process.returncode:
        raise BuildFailed(say("command.not-built", language=language), printed.strip())


def _name_files(folder: Path) -> None:
    """Let every link to a folder of the site name its `index.html`: on disk there is no server to do that."""
    for page in folder.rglob("*.html"):
        _write(page, to_files(page.read_text(encoding="utf-8")).encode())


def _replace(out: Path, fresh: Path) -> None:
    """Put the new site in place; the old one is moved back if that fails. A signal waits until the move is done."""
    old = fresh.with_name(f"{fresh.name}{_OLD}")
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        if out.exists():
            out.rename(old)
        try:
            fresh.rename(out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
    shutil.rmtree(old, ignore_errors=True)


def _clear_up(out: Path, prefix: str) -> None:
    """What a build of this review left behind when it was killed; the lock says that none is running now."""
    for left in out.parent.glob(f"{prefix}*"):
        if left.name.endswith(_OLD) and not out.exists():
            left.rename(out)
        else:
            shutil.rmtree(left, ignore_errors=True)
