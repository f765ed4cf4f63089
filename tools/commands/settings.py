"""What the environment says, read and checked once a run: the day, and the addresses that pages give of site and repository."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from tools.commands.outcome import Refused
from tools.edition import Publication
from tools.text.messages import say

# An address below which pages can be named: without a query, a fragment, a password, or a character that must be escaped.
_ADDRESS = re.compile(
    r"https?://(?:\[[0-9a-f:]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]{1,5})?(?:/[a-z0-9._~!$&'()*+,;=:@%/-]*)?",
    re.IGNORECASE | re.ASCII,
)


def read_settings(environ: Mapping[str, str]) -> Publication:
    """What SITE_URL, REPO_URL and SOURCE_DATE_EPOCH, each of which may be unset or empty, say of this run.

    Raises:
        Refused: one of them cannot be used.
    """
    site = _address(environ, "SITE_URL", "https://example.org/review/")
    repository = _address(environ, "REPO_URL", "https://example.org/owner/review")
    return Publication(_day(environ.get("SOURCE_DATE_EPOCH", "")), f"{site}/" if site else "", repository)


def _address(environ: Mapping[str, str], name: str, example: str) -> str:
    """An address without its trailing slash; "" where there is none."""
    given = environ.get(name, "")
    if given and not _ADDRESS.fullmatch(given):
        raise Refused(say("setting.address", name=name, value=_shown(given), example=example))
    return given.rstrip("/")


def _day(epoch: str) -> datetime.date:
    """Today, or the day of the moment that makes a build repeatable."""
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        if not re.fullmatch("[0-9]{1,12}", epoch):
            raise ValueError
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise Refused(say("setting.day", value=_shown(epoch))) from error


def _shown(value: str) -> str:
    """A value on one line, with what cannot be seen."""
    return repr(value)[1:-1]
