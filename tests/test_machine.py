"""The set-up of the tests on a machine where something is missing: it installs it, or says in one line what to install."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import browser

UNLINKED = "{name}: error while loading shared libraries: {library}: cannot open shared object file: No such file or directory"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of which nothing is known but its `bin` and a Node that wants libatomic, as the folder that holds both."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(browser, "driver", lambda: tmp_path / "node")
    monkeypatch.setattr(browser, "find_browser", lambda: "/a/browser")
    monkeypatch.setattr(browser, "has_japanese_font", lambda: True)
    lacking = UNLINKED.format(name="node", library="libatomic.so.1")
    program(tmp_path / "node", f'[ -e {tmp_path}/libatomic1 ] || {{ echo "{lacking}" >&2; exit 127; }}')
    return tmp_path


def program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_what_node_is_linked_with_is_installed(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(machine / "bin/apt-get", f'for word in "$@"; do : > {machine}/"$word"; done')
    browser.set_up()
    assert (machine / "libatomic1").is_file()


def test_where_a_system_has_no_small_browser_the_whole_one_is_installed(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    program(machine / "node", "exit 0")
    monkeypatch.setattr(browser, "apt", lambda *packages: asked.extend(packages))
    monkeypatch.setattr(browser, "find_browser", lambda: "/a/browser" if "chromium" in asked else None)
    browser.set_up()
    assert asked == ["chromium-headless-shell", "chromium"]


@pytest.mark.parametrize("user", [0, 1000])
@pytest.mark.parametrize("apt", [True, False])
def test_what_cannot_be_installed_is_named_with_its_package(
    machine: Path, monkeypatch: pytest.MonkeyPatch, user: int, apt: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    if apt:
        program(machine / "bin/apt-get", "exit 100")
    with pytest.raises(browser.Missing, match=r"needs libatomic\.so\.1\. .*`sudo apt-get install libatomic1`.*again"):
        browser.set_up()


@pytest.mark.parametrize("script", ['echo "node: version GLIBC_9.99 not found" >&2; exit 1', "exit 3"])
def test_a_node_that_does_not_start_for_another_reason_says_it(machine: Path, script: str) -> None:
    program(machine / "node", script)
    with pytest.raises(browser.Missing, match=r"GLIBC_9\.99|exit code 3"):
        browser.set_up()


def test_a_browser_that_does_not_start_is_none(machine: Path) -> None:
    program(machine / "chromium", f'echo "{UNLINKED.format(name="chromium", library="libnss3.so")}" >&2; exit 127')
    assert not browser.starts(str(machine / "chromium")) and not browser.starts(str(machine / "no-browser"))
