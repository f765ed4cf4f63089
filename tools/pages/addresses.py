"""Where a claim's pages are, as other files name them. Pure.

In a local build, which has no public address, they are relative to the site's root: whoever holds the site can follow them.
"""

from __future__ import annotations


def address_of(path: str) -> str:
    """The address of a page below its language: `claims/x.md` is `claims/x/`, `index.md` is the root."""
    bare = path.removesuffix(".md")
    return "" if bare == "index" else f"{bare.removesuffix('/index')}/"


def page_of(claim_id: str, language: str, site_url: str = "") -> str:
    """The live page, which changes with the claim."""
    return f"{site_url}{language}/claims/{claim_id}/"


def version_of(claim_id: str, version: int, language: str, site_url: str = "") -> str:
    """The page of one version, which keeps what it says."""
    return f"{page_of(claim_id, language, site_url)}v{version}/"


def short_of(code: str, site_url: str = "") -> str:
    """The short address of a claim, in no language."""
    return f"{site_url}c/{code}/"


def permalink(claim_id: str, version: int, language: str, site_url: str) -> str:
    """The address by which a version is cited; "" in a local build, which has none that anybody could open."""
    return version_of(claim_id, version, language, site_url) if site_url else ""
