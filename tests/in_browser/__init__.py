"""Tests that drive a real Chromium; `make quick` installs none, and leaves this folder out."""
