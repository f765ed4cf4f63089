"""Where a hand-written page leads outside of itself, and what is wrong with an address that nobody else can open. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tools.text.pages import without_code

_HTML = re.compile(
    r"<(?:a|img|link|source|iframe)\b[^<>]*?\b(?:href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))|<(https?://[^<>\s]+)>",
    re.IGNORECASE,
)
# `[words] (address)`, `[words]（address）`, `［words］（address）`, `(words)[address]`: a link that is none.
_PARTED = re.compile(
    r"\]\s+\((?:https?:|tel:|mailto:|#|[\w/-]+\.md)[^)\n]*\)|[]］]\s*（(?=#|[^）\n]*[.:/])[^）\n]*）|］\((?=#|[^)\n]*[.:/])[^)\n]*\)"
    r"|[)）]\[(?:https?:|tel:|mailto:|#|[\w/-]+\.md)[^\]\n]*\](?![(\[])"
)
# Written into a text, without a link: what opens on one computer only.
_BARE = re.compile(
    r"\bfile:/|\bhttps?://(?:localhost|127\.|0\.0\.0\.0|\[::1\]|192\.168\.|10\.)|(?<![\w.])localhost:[0-9]+|(?<![\w/])[A-Za-z]:\\\w+\\"
    r"|(?<![\w/.])/(?:home|Users)/\w+/",
    re.IGNORECASE,
)
_HAS_PATH = re.compile(r"/|\\|:[0-9]")
_PATH_OF_A_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|\\|~/|/(?:home|Users|tmp|mnt|var)/|file:", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)


def html_targets(page: str) -> Iterator[tuple[int, str]]:
    """Where the HTML of a page leads: position and address."""
    for found in _HTML.finditer(without_code(page)):
        yield found.start(), next(filter(None, found.groups()), "")


def parted_links(page: str) -> Iterator[tuple[int, str]]:
    """What was to be a link, and is printed as it stands."""
    yield from ((found.start(), found.group()[1:].strip()) for found in _PARTED.finditer(without_code(page)))


def local_addresses(printed: str) -> Iterator[tuple[int, str]]:
    """What a text says of one computer only."""
    for found in _BARE.finditer(printed) if _HAS_PATH.search(printed) else ():
        yield found.start(), printed[found.start() :].split()[0]


def is_of_a_computer(target: str) -> bool:
    """True for the path of a file on somebody's computer."""
    return bool(_PATH_OF_A_COMPUTER.match(target))


def is_elsewhere(target: str) -> bool:
    """True for an address with a scheme, or with the beginning of one."""
    return target.startswith("//") or bool(_SCHEME.match(target))


def other_number(written: str, target: str) -> str:
    """The telephone number that the words of a link give, where the link calls another one; "" where they agree."""
    said = re.sub(r"\D", "", written.partition("](")[0])
    called = re.sub(r"\D", "", target)
    return said if target.lower().startswith("tel:") and len(said) > 2 and not called.endswith(said.lstrip("0")) else ""


def is_malformed(target: str) -> bool:
    """True for an address with a scheme that no browser opens rightly: misspelt, cut, or without what follows it."""
    found = _SCHEME.match(target)
    scheme = found["scheme"].lower() if found else ""
    rest = target[len(scheme) + 1 :]
    if scheme == "tel":
        return not re.fullmatch(r"\+?[0-9-]{3,}", rest)
    if scheme == "mailto":
        return not re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]{2,}(?:\?.*)?", rest, re.IGNORECASE)
    try:
        return scheme not in ("http", "https") or not rest.startswith("//") or "." not in (urlsplit(target).hostname or "")
    except ValueError:
        return True
