"""Find a Chromium and a Japanese font, and install them where there are none: `python -m tests.browser`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The path of a browser on this machine; None where there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return str(own) if own.exists() else None


def install_browser() -> bool:
    """Install Debian's Chromium where apt is at hand, otherwise Playwright's own. True where a browser is found after."""
    if shutil.which("apt-get"):
        apt("chromium")
    if not find_browser():
        run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_browser() is not None


def apt(package: str) -> None:
    """Install a Debian package."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    run([*root, "apt-get", "update", "-qq"])
    run([*root, "apt-get", "install", "-y", "-qq", package])


def run(command: list[str]) -> None:
    print("Setting up for the browser tests:", *command, file=sys.stderr, flush=True)
    subprocess.run(command, stdout=sys.stderr, check=False)


def has_japanese_font() -> bool:
    """True where Japanese is drawn as Japanese: without a font, boxes stand for it and no layout can be judged."""
    listed = (
        subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False) if shutil.which("fc-list") else None
    )
    return listed is None or bool(listed.stdout.strip())


if __name__ == "__main__":
    if not find_browser() and not install_browser():
        sys.exit("No browser could be installed. Install Chromium, then run `make test` again.")
    if not has_japanese_font():
        apt("fonts-noto-cjk")
