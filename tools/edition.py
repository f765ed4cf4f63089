"""What a run publishes, and where its pages are. Pure.

In a local build, which has no public address, addresses are relative to the site's root: whoever holds the site can follow them.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace
from typing import Self

from markupsafe import escape

from tools.text.locale import LANGUAGES, Language

# What is frozen names its own address, and a site may move: it is kept with this one (RFC 2606), and each build puts in its own.
ANYWHERE = "https://site.invalid/"
_LINK = re.compile(rf' · <a href="{ANYWHERE}[^"]*">[^<]*</a>')
_CITED = re.compile(rf" (?:(?:Available from|入手先): )?{ANYWHERE}[^\s<,]*,?")


def put_at(text: str, site_url: str) -> str:
    """A file with the site's address in it; in a local build, which has none, without the lines that give one."""
    if site_url:
        return text.replace(ANYWHERE, site_url)
    return "".join(line for line in text.splitlines(keepends=True) if ANYWHERE not in line)


def put_page_at(html: str, site_url: str) -> str:
    """The content of a page with the site's address in it; in a local build its references and its code go without."""
    if site_url:
        return html.replace(ANYWHERE, str(escape(site_url)))
    return _CITED.sub("", _LINK.sub("", html))


def address_of(path: str) -> str:
    """The address of a page below its language: `claims/x.md` is `claims/x/`, `index.md` is the root."""
    bare = path.removesuffix(".md")
    return "" if bare == "index" else f"{bare.removesuffix('/index')}/"


@dataclass(frozen=True)
class Publication:
    """What a build is of, in both languages.

    Attributes:
        today: the day of the run (UTC): asked once, so that a build over midnight has one date. A claim past its `review_by`
            says so.
        site_url: the site's public address with a trailing slash, or "" for a local build.
        repo_url: the repository's address without one, or "" where nobody can be sent there.
    """

    today: datetime.date
    site_url: str = ""
    repo_url: str = ""

    @property
    def anywhere(self) -> Self:
        """The same at no address yet: that of what is kept, and of what `put_at` is given."""
        return replace(self, site_url=ANYWHERE)

    def edition(self, language: Language) -> Edition:
        """The same in one language."""
        return Edition(self.today, self.site_url, self.repo_url, language=language)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The same in each language."""
        return tuple(map(self.edition, LANGUAGES))

    def file(self, path: str) -> str:
        """The address of a file below the site's root."""
        return f"{self.site_url}{path}"

    def short(self, code: str) -> str:
        """The short address of a claim, in no language."""
        return self.file(f"c/{code}/")


@dataclass(frozen=True)
class Edition(Publication):
    """What a build is of, in one language."""

    language: Language = field(kw_only=True)

    def at(self, path: str) -> str:
        """The address of what is at a path below the language."""
        return self.file(f"{self.language}/{path}")

    def public(self, path: str) -> str:
        """The same; "" in a local build, which has no address that anybody could open."""
        return self.at(path) if self.site_url else ""

    def page(self, claim_id: str) -> str:
        """The live page of a claim, which changes with it."""
        return self.at(f"claims/{claim_id}/")

    def version(self, claim_id: str, version: int) -> str:
        """The page of one version, which keeps what it says."""
        return self.at(f"claims/{claim_id}/v{version}/")
