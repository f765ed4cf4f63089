"""Find a Chromium, and install one where there is none: `python -m tests.browser`."""

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
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    attempts = []
    if shutil.which("apt-get"):
        attempts.append([[*root, "apt-get", "update", "-qq"], [*root, "apt-get", "install", "-y", "-qq", "chromium"]])
    attempts.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    for commands in attempts:
        print("No browser found. Installing one:", commands[-1], file=sys.stderr, flush=True)
        for command in commands:
            subprocess.run(command, stdout=sys.stderr, check=False)
        if find_browser():
            return True
    return False


if __name__ == "__main__":
    if not find_browser() and not install_browser():
        sys.exit("No browser could be installed. Install Chromium, then run `make test` again.")
