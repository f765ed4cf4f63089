"""Page ranges, however they are written: first and last page, and one form for both."""

from __future__ import annotations

import re

# One page or article number: `431`, `e12`, `S12`, `CD003493`, `16cs10905`, `xii`, `12-1`, `CD-0012`.
_PAGE = r"(?:[A-Za-z]{0,8}[0-9]+[A-Za-z0-9]*(?:[.:/][A-Za-z0-9]+)*|[ivxlcdm]+)"
_ALONE = re.compile(rf"(?:[A-Za-z]+-)?{_PAGE}(?:-{_PAGE})?")
# A letter that looks like a figure, "and what follows", and zeros before a number, which pad it in an address only. (One zero is
# of some article numbers: 026001.)
_SLIP = re.compile(r"[0-9][OoIl](?![A-Za-z])|[0-9]ff?$|^(?:0|00[0-9]*)$")
_PARTED = re.compile(r"\s*(?:--+|[‐‑‒–—―−～〜])\s*")


def split_pages(pages: str) -> tuple[str, str]:
    """The first and the last page; "" for the last where there is only one, or an article number.

    A range is parted by `--`, a dash, or the middle one of an odd number of hyphens, where both sides are pages. The last page is
    completed where it is cut short, as in Vancouver style: `431-9` is 431 to 439, `S12-5` is S12 to S15.
    """
    parts = _PARTED.split(pages.strip())
    if len(parts) != 2:
        parts = _by_hyphens(pages.strip())
    if len(parts) != 2:
        return pages.strip(), ""
    return parts[0], _completed(*parts)


def _by_hyphens(pages: str) -> list[str]:
    words = pages.split("-")
    middle = len(words) // 2
    first, last = "-".join(words[:middle]), "-".join(words[middle:])
    are_pages = all(re.fullmatch(f"{_PAGE}(?:-{_PAGE})?", part.strip()) for part in (first, last))
    return [first.strip(), last.strip()] if len(words) % 2 == 0 and are_pages else [pages]


def _completed(first: str, last: str) -> str:
    begins, number = _parts(first)
    letters, short = _parts(last)
    if not number or not short or letters:  # with its letter it is whole
        return last
    return begins + number[: max(0, len(number) - len(short))] + short if len(short) <= len(number) else begins + short


def _parts(page: str) -> tuple[str, str]:
    """The letters and the digits of a page that has nothing else; no digits for any other."""
    found = re.fullmatch("([A-Za-z]*)([0-9]+)", page)
    return (found[1], found[2]) if found else ("", "")


def one_form(pages: str) -> str:
    """A range with a hyphen; with a dash where its pages have hyphens of their own. Several of them are parted by commas."""
    return ", ".join(_one_form(part) for part in re.split(r"\s*[,、，]\s*", pages.strip()))


def _one_form(pages: str) -> str:
    first, last = split_pages(pages)
    if not last:
        return pages if _PARTED.search(pages) else first or pages  # what is left open stays so
    return f"{first}–{last}" if "-" in first + last else f"{first}-{last}"


def is_pages(pages: str) -> bool:
    """True for a page, an article number or a range; several of them may be parted by commas."""
    parts = [split_pages(part) for part in pages.split(", ")]
    if any(first.isdigit() and _parts(last)[0] for first, last in parts):  # `21-e39`
        return False
    return not any(_PARTED.search(part[-1:]) for part in pages.split(", ")) and all(
        map(_is_one, (page for first, last in parts for page in ([first, last] if last else [first])))
    )


def _is_one(page: str) -> bool:
    """True for one page; a letter that looks like a figure (`13O`) is a slip."""
    return _ALONE.fullmatch(page) is not None and not _SLIP.search(page)


def is_backwards(pages: str) -> bool:
    """True where a range ends before it begins."""
    for first, last in (split_pages(part) for part in pages.split(", ")):
        begins, number = _parts(first)
        letters, other = _parts(last)
        if number and other and begins == letters and int(other) < int(number):
            return True
    return False
