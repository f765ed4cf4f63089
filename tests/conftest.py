"""Fixtures: the invented review, copies of reviews to break, the real site; and what decides to which suite a test belongs."""

from __future__ import annotations

import copy
import datetime
import fcntl
import functools
import inspect
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from tools.__main__ import collect_seldom, main
from tools.appraisal.assess import Assessed, assess
from tools.commands.settings import read_settings
from tools.edition import Edition
from tools.pages.render import render
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LANGUAGES
from tools.site import build as site_build

if TYPE_CHECKING:  # which few tests need
    from tests.registries import Registries
    from tools.verify.web import Web

T = TypeVar("T")
collect_seldom()  # a fifth of what the tests take otherwise
os.environ["LC_ALL"] = "C.UTF-8"  # problems are compared in English, wherever the tests run

ROOT = Path(__file__).parent.parent
# The review whose records the tests read: this one, or a copy with other evidence (`REVIEW=folder pytest`).
REAL_ROOT = Path(os.environ.get("REVIEW", ROOT))
MINIATURE = ROOT / "tests/review"
TODAY = datetime.date(2026, 3, 4)
NOW = read_settings(os.environ).today  # the real records are younger than that day
RECORDS = ("claims", "references", "vocabulary.yml", "docs")
MEMORY = Path("/dev/shm")  # a folder that Linux keeps in memory
SITE_URL = "https://example.org/review/"
NOT_QUICK = {"browser", "build", "real", "long", "proof"}
# Whoever asks one of these reads the real records.
OF_REAL = {"REAL_ROOT", "real_review", "real_assessed", "records", "rendered"}


@functools.cache
def real_review() -> Review:
    """The real review, read once."""
    return read_whole(REAL_ROOT)


def read_whole(root: Path) -> Review:
    """A review in which nothing is wrong."""
    review, problems = load(root)
    assert review and not problems, problems
    return review


@functools.cache
def real_assessed() -> Assessed:
    """The real review as it is judged, once."""
    return assess(real_review())


def real_claims() -> list[str]:
    """The ids of the real claims, for parameters of tests: no record is read for them, and `make quick` runs none of these."""
    files = sorted((REAL_ROOT / "claims").glob("*.yml"))
    return [file.stem for file in files if "\nwithdrawn:" not in file.read_text(encoding="utf-8")]


def unchecked(record: T, **fields: object) -> T:
    """The record with other values in some fields, even such as it would refuse."""
    changed = copy.copy(record)
    for name, value in fields.items():
        object.__setattr__(changed, name, value)
    return changed


def proof(*values: object) -> Any:
    """Parameters of a test that only `make proof` runs with them."""
    return pytest.param(*values, marks=pytest.mark.proof)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files under tests/")


def pytest_configure(config: pytest.Config) -> None:
    """Copies of reviews are files by the ten thousand: where there is room, they are made in memory and not on a disk."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 4 * 2**30:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(tryfirst=True)  # before `-m` selects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a test uses marks it; what it does besides, it says by a mark of its own."""
    for item in items:
        if "in_browser" in item.path.parts:
            item.add_marker("browser")
        if {"site", "published"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("build")
        if isinstance(item, pytest.Function) and reads_real_records(item):
            item.add_marker("real")
    # What takes long begins first, so that no process is left with a long module while the other has nothing to do.
    slow = {item.path for item in items if item.get_closest_marker("build") or item.get_closest_marker("browser")}
    items.sort(key=lambda item: ("in_browser" not in item.path.parts, item.path not in slow))


def reads_real_records(item: pytest.Function) -> bool:
    """True where a test, a fixture of it or a function of its module that it calls asks for the real records."""
    given = item.callspec.params.values() if hasattr(item, "callspec") else ()
    if OF_REAL & set(item.fixturenames) or any(value is REAL_ROOT for value in given):
        return True
    fixtures = [fixture.func for name in item.fixturenames for fixture in item._fixtureinfo.name2fixturedefs.get(name, ())]
    return any(asks_for(function, OF_REAL, item.module) for function in (item.function, *fixtures))


def asks_for(function: object, names: set[str], module: object, seen: tuple[object, ...] = ()) -> bool:
    """True where a function, or one of its module that it names, names one of these."""
    function = inspect.unwrap(function) if callable(function) else function
    if not isinstance(function, FunctionType) or function in seen or function.__globals__ is not vars(module):
        return False
    named = names_in(function.__code__)
    return bool(named & names) or any(asks_for(getattr(module, name, None), names, module, (*seen, function)) for name in named)


def names_in(code: CodeType) -> set[str]:
    """The names that a function asks for, with those of the functions in it."""
    return {*code.co_names}.union(*(names_in(inner) for inner in code.co_consts if isinstance(inner, CodeType)))


def of_each(
    rows: Iterable[Any] | Callable[[], Iterable[Any]], name: Callable[..., str] = str
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """One test of a table whose rows are many and tiny; it names each that fails. A tuple is several arguments.

    Rows that take long to find are given as a function, so that only the process that runs the test looks for them.
    """

    def whole(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            failed = []
            for row in rows() if callable(rows) else rows:
                try:
                    check(*(row if isinstance(row, tuple) else (row,)))
                except Exception as error:  # whatever it is, the row is told, and the rest is looked at
                    failed.append(f"{name(row)}: {type(error).__name__}: {error}")
            assert not failed, "\n".join(failed)

        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        return test

    return whole


@pytest.fixture(autouse=True)
def _quick_tests_build_nothing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that runs a builder and does not say so would make `make quick` slow for everybody."""

    def forbidden(*arguments: object) -> None:
        pytest.fail("This test runs a builder: mark it with `@pytest.mark.build`.")

    if not NOT_QUICK & {mark.name for mark in request.node.iter_markers()}:
        monkeypatch.setattr(site_build, "_start", forbidden)


@pytest.fixture
def review() -> Review:
    """The invented review."""
    return read_whole(MINIATURE)


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """A copy of the invented review that a test may change."""
    return Path(shutil.copytree(MINIATURE, tmp_path / "review", ignore=shutil.ignore_patterns("build", "site")))


@pytest.fixture
def judged(miniature: Path) -> Path:
    """A copy of the invented review with more claims, one of each kind and more."""
    words = (miniature / "vocabulary.yml").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "tests/judged", miniature, dirs_exist_ok=True)
    more = (miniature / "vocabulary.yml").read_text(encoding="utf-8")
    for group, added in re.findall(r"^([a-z-]+):\n((?:  .*\n)+)", more, re.MULTILINE):
        for word in re.findall(r"^  ([A-Za-z-]+):", added, re.MULTILINE) if group == "outcome" else ():
            words = re.sub(rf"^  {word}: {{.*label.*\n", "", words, flags=re.MULTILINE)
        head = f"\n{group}:\n"
        words = words.replace(head, head + added) if head in words else f"{words}{group}:\n{added}"
    (miniature / "vocabulary.yml").write_text(words, encoding="utf-8")
    return miniature


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the real records that a test may change."""
    for name in RECORDS:
        copy = shutil.copytree if (REAL_ROOT / name).is_dir() else shutil.copy
        copy(REAL_ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with a file under tests/; `pytest --update-golden` rewrites the file."""

    def compare(path: str, text: str) -> None:
        file = ROOT / "tests" / path
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"{file} differs: look at it, then run pytest --update-golden"

    return compare


@pytest.fixture(scope="session")
def rendered() -> dict[str, str]:
    """The real pages before any builder: such as `ja/claims/x` to its Markdown."""
    assessed = real_assessed()
    pages = {language: render(assessed, Edition(TODAY, language=language)) for language in LANGUAGES}
    return {f"{language}/{path}".removesuffix(".md"): text for language in LANGUAGES for path, text in pages[language].items()}


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The real site, built once."""
    return built_once(request, "site", "")


@pytest.fixture(scope="session")
def published(request: pytest.FixtureRequest) -> Path:
    """The real site with an address, built once."""
    return built_once(request, "published", SITE_URL)


def built_once(request: pytest.FixtureRequest, name: str, site_url: str) -> Path:
    """The real site, built by the worker that needs it first; the others wait for it."""
    folder = request.getfixturevalue("tmp_path_factory").getbasetemp()
    # Asked of this run and not of the environment: a run that a worker starts inherits that one's variables, and would
    # take the folder that all runs on the machine have in common, with the site of another checkout in it.
    if hasattr(request.config, "workerinput"):
        folder = folder.parent  # the one that all workers of this run have in common
    out = folder / name
    with (folder / f"{name}.lock").open("w") as lock, pytest.MonkeyPatch.context() as patch:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.is_dir():  # a build puts it there whole
            patch.setenv("SITE_URL", site_url)
            assert main(["build", "--root", str(REAL_ROOT), "--out", str(out)]) == 0
    return out


@contextmanager
def serving(folder: Path, headers: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """A folder, served on this machine with these headers: its address with a trailing slash."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def registries() -> Iterator[Registries]:
    """The registries as far as a test fills them, on this machine."""
    from tests.registries import serving

    with serving() as found:
        yield found


@pytest.fixture
def web(registries: Registries) -> Web:
    """What asks them."""
    from tests.registries import web_at

    return web_at(registries.address)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The real site, served: its address with a trailing slash."""
    with serving(site) as found:
        yield found
