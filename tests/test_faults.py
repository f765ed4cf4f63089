"""Whatever ends a build, the site that was there stays whole, and the next build works as if nothing had been."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import MINIATURE, ROOT, proof
from tools.__main__ import main
from tools.site import build as site_module

SECONDS = 60.0
pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented review with its site."""
    root = tmp_path_factory.mktemp("built") / "review"
    shutil.copytree(MINIATURE, root, ignore=shutil.ignore_patterns("build", "site"))
    assert main(["build", "--root", str(root)]) == 0
    return root


@pytest.fixture
def built(once_built: Path, tmp_path: Path) -> Path:
    """A copy of it, and an edit that the site does not know yet."""
    miniature = Path(shutil.copytree(once_built, tmp_path / "review"))
    record = miniature / "claims/lamp-lifts-mood.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("The effect of the lamp", "The brightness of the lamp"), encoding="utf-8")
    return miniature


def start(root: Path, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tools", "build", "--root", str(root)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=before)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left_behind(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".site-")]


def is_new(root: Path) -> bool:
    return "The brightness of the lamp" in (root / "site/en/claims/lamp-lifts-mood/index.html").read_text(encoding="utf-8")


def reached(root: Path, moment: str) -> bool:
    """Whether the running build has come so far: its folder stands, a builder is writing, or a whole language is there."""
    marks = {"begun": ".site-*", "writing": ".site-*/*/claims/*/index.html", "late": ".site-*/en/claims/*/index.html"}
    return any(root.glob(marks[moment]))


@pytest.mark.parametrize(
    ("ended_by", "moment"),
    [
        (signal.SIGINT, "begun"), (signal.SIGTERM, "writing"), (signal.SIGKILL, "late"),
        *(proof(signal.SIGINT, moment) for moment in ("writing", "late")),
        *(proof(signal.SIGTERM, moment) for moment in ("begun", "late")),
        *(proof(signal.SIGKILL, moment) for moment in ("begun", "writing")),
    ],
)  # fmt: skip
def test_a_build_that_is_ended(ended_by: signal.Signals, moment: str, built: Path) -> None:
    before = tree(built / "site")
    process = start(built)
    deadline = time.monotonic() + SECONDS
    while not reached(built, moment) and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    process.send_signal(ended_by)
    told, _ = process.communicate(timeout=SECONDS)
    assert "Traceback" not in told
    if process.returncode == 0:  # it was quicker than the signal
        assert is_new(built)
        return
    assert process.returncode in (-ended_by, 128 + ended_by)
    assert tree(built / "site") == before
    if ended_by != signal.SIGKILL:  # who is killed clears nothing up; the next build does
        assert not left_behind(built)
    assert main(["build", "--root", str(built)]) == 0
    assert is_new(built) and not left_behind(built)


def test_a_site_that_was_moved_aside_when_the_build_was_killed_comes_back(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(built / "site")
    process = start(built)
    while not left_behind(built):
        time.sleep(0.005)
    (name,) = left_behind(built)
    process.kill()
    process.communicate(timeout=SECONDS)
    (built / "site").rename(built / f"{name}-old")
    monkeypatch.setattr(site_module.sys, "executable", "/bin/false")
    assert main(["build", "--root", str(built)]) == 1
    assert tree(built / "site") == before and not left_behind(built)


@pytest.mark.parametrize("limit", [200, 30_000], ids=["at-staging", "at-the-builder"])
def test_a_disk_that_is_full(limit: int, built: Path) -> None:
    before = tree(built / "site")
    process = start(built, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    told, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert "nothing was replaced" in told.lower() and "too large" in told
    assert tree(built / "site") == before and not left_behind(built)
    assert main(["build", "--root", str(built)]) == 0 and is_new(built)


def test_a_builder_that_is_killed(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(built / "site")
    crashing = tmp_path / "crashing"
    crashing.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    crashing.chmod(0o755)
    monkeypatch.setattr(site_module.sys, "executable", str(crashing))
    assert main(["build", "--root", str(built)]) == 1
    assert "The ja site was not built" in capsys.readouterr().err
    assert tree(built / "site") == before and not left_behind(built)


def test_two_builds_at_once(built: Path) -> None:
    running = [start(built) for _ in range(2)]
    told = [process.communicate(timeout=SECONDS)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    both = tree(built / "site")
    assert main(["build", "--root", str(built)]) == 0
    assert tree(built / "site") == both and is_new(built) and not left_behind(built)


def test_where_files_cannot_be_locked_only_a_build_says_so(tmp_path: Path) -> None:
    """As on Windows."""
    miniature = shutil.copytree(MINIATURE, tmp_path / "review", ignore=shutil.ignore_patterns("build", "site"))
    without = "import sys; sys.modules['fcntl'] = None; from tools.__main__ import main; sys.exit(main(sys.argv[1:]))"
    for command, code, told in (
        (["check"], 0, ""),
        (["what-if", "lamp-and-tea", "--design", "rct"], 0, ""),
        (["build"], 1, "tools: A build needs Linux or macOS. On Windows, use WSL.\n"),
    ):
        run = [sys.executable, "-c", without, *command, "--root", str(miniature)]
        done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (code, told)
