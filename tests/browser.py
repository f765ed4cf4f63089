"""What the tests need of the machine, installed where it is missing: `python -m tests.browser`.

That is the system's libraries that Node is linked with, a Chromium, and a Japanese font. Where they cannot be installed, one
line says which package is missing. Playwright is imported where it is used: `make quick` does without it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

# Debian's packages. The shell is the same Chromium without windows: it takes half the time, and fewer other packages.
PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable")
# Debian's packages of what Node is linked with; a small machine need not have them.
LIBRARIES = {"libatomic.so.1": "libatomic1", "libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6"}
_UNLINKED = re.compile(r"error while loading shared libraries: ([^:\s]+):")


class Missing(Exception):
    """Something of the machine is missing and cannot be installed; the message says what to do."""


def set_up() -> None:
    """Install what is missing.

    Raises:
        Missing: it cannot be installed.
    """
    make_it_start(driver())
    for package in PACKAGES:
        if not find_browser():
            apt(package)
    if not find_browser():
        run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not find_browser():
        raise Missing(f"The browser tests need a Chromium that starts. {to_install('chromium')}")
    if not has_japanese_font():
        apt("fontconfig", "fonts-noto-cjk")
    if not has_japanese_font():
        raise Missing(f"The browser tests need a Japanese font. {to_install('fonts-noto-cjk')}")


def make_it_start(node: Path) -> None:
    """Install the libraries that a Node is linked with and that are not there."""
    tried: set[str] = set()
    while told := complaint(node):
        found = _UNLINKED.search(told)
        library = found[1] if found else ""
        package = LIBRARIES.get(library, "")
        if not package or library in tried or not apt(package):
            reason = f"needs {library}" if library else f"does not start ({told})"
            raise Missing(f"Node, which some tests need, {reason}. {to_install(package)}")
        tried.add(library)


def to_install(package: str) -> str:
    """What somebody does who must install a package by hand."""
    what = f"Install {package} (Debian, Ubuntu: `sudo apt-get install {package}`)" if package else "Install what it asks for"
    return f"{what}, then run the same command again."


def driver() -> Path:
    """The Node that drives the browser."""
    from playwright._impl._driver import compute_driver_executable

    return Path(compute_driver_executable()[0])


def find_browser() -> str | None:
    """The path of a browser of this machine that starts; None where there is none."""
    for name in NAMES:
        if (path := shutil.which(name)) and starts(path):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if starts(own) else None


def starts(program: str) -> bool:
    """True where a program is there, and all that it is linked with."""
    return not complaint(program)


def complaint(program: str | Path) -> str:
    """The last that a program says when it cannot tell its version; "" where it can."""
    try:
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = told.stderr.strip().splitlines() or [f"exit code {told.returncode}"]
    return lines[-1] if told.returncode else ""


def has_japanese_font() -> bool:
    """True where Japanese is drawn as Japanese: without a font, boxes stand for it and no layout can be judged.

    Where fonts cannot be listed, it is taken to be there, unless it can be installed together with the program that lists them.
    """
    if not shutil.which("fc-list"):
        return not shutil.which("apt-get")
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False).stdout.strip())


def apt(*packages: str) -> bool:
    """Install Debian packages where apt is at hand, and root or sudo without a password. True where it was tried."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and not shutil.which("sudo")):
        return False
    run([*root, "apt-get", "update", "-qq"])
    run([*root, "apt-get", "install", "-y", "-qq", *packages])
    return True


def run(command: list[str]) -> None:
    """Run a step of the set-up, and say so."""
    print("Setting up for the browser tests:", *command, file=sys.stderr, flush=True)
    subprocess.run(command, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    try:
        set_up()
    except Missing as missing:
        sys.exit(f"tests: {missing}")
