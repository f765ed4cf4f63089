"""Sources as people name and list them: citations in running text, authors, the list of all. Pure."""

from __future__ import annotations

import re
import unicodedata

from tools.records.authors import Author
from tools.records.claim import Review
from tools.records.sources import Reference
from tools.records.words import Language
from tools.text.labels import labels

_HYPHENS = re.compile("[-‐‑–]")
_EAST_ASIAN = re.compile("[ぁ-ヿ一-鿿가-힣]")


def short_name(review: Review, key: str, language: Language) -> str:
    """Author and year, as a citation in running text: `Brunoni et al. 2017`; without authors, the start of the title."""
    return f"{called(review.references[key], language)} {year(review, key, language)}"


def called(reference: Reference, language: Language) -> str:
    """The authors as running text names them, without the year: `Mori & Kawa`, `Brunoni et al.`"""
    if language == "en" and reference.authoren:
        return reference.authoren
    first, *more = reference.called
    return " ".join([first, *(f"& {name}" if name else labels(language)["authors_others"] for name in more)])


def language_of(text: str) -> str:
    """The language of a name or of words typed into a search, by its script (BCP 47): Chinese has signs that Japan has not."""
    if not _EAST_ASIAN.search(text):
        return "en"
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return "zh"
    return "ja"


def title_language(reference: Reference) -> str:
    """The language of a title (BCP 47): that of the source, unless its script is another's, since indexes translate titles."""
    east_asian = _EAST_ASIAN.search(reference.title) is not None
    if reference.langid and (reference.langid[:2] in ("ja", "zh", "ko")) == east_asian:
        return reference.langid
    return "ja" if east_asian else "en"


def year(review: Review, key: str, language: Language) -> str:
    """The year of a source, or that none is known, with the letter that tells it from others: `2014a`, `n.d.-a`."""
    known, letter = review.references[key].year, review.letters.get(key, "")
    if known is None:
        return labels(language)["no_year"] + (f"-{letter}" if letter else "")
    return f"{known}{letter}"


def sort_key(review: Review, key: str) -> tuple[str, int, str, str]:
    """The key by which lists of references are sorted: the first author, the year, the letter."""
    source = review.references[key]
    author = source.called[0] if source.author else source.title
    return author.casefold(), source.year or 0, review.letters.get(key, ""), key


def author_list(reference: Reference, language: Language) -> str:
    """The authors as printed in a reference: the first three of a long list, initials after the family name."""
    if language == "en" and reference.authoren:
        return reference.authoren
    names = [listed(author) for author in reference.author]
    if len(names) > 6 or reference.et_al:
        return ", ".join([*names[:3], labels(language)["authors_others"]])
    return ", ".join(names)


def listed(author: Author) -> str:
    """An author as NLM lists one: `Baxter LR Jr`; a name in a script without capitals stands whole."""
    if author.group:
        return author.family
    if _has_no_capitals(author.given):
        between = "" if all(unicodedata.east_asian_width(sign) in "WF" for sign in author.given if sign.isalpha()) else " "
        return f"{author.family}{between}{author.given}"
    return " ".join(filter(None, (author.family, initials(author.given), author.suffix)))


def initials(given: str) -> str:
    """The first letters of given names, as PubMed has them: those joined by hyphens each have one, small words have none."""
    words = unicodedata.normalize("NFC", given).replace(".", ". ").split()
    names = [word for word in words if not word.islower()] or words
    return "".join(letter for word in names for part in _HYPHENS.split(word) for letter in _first_letters(part))


def _first_letters(name: str) -> str:
    """The first letter of a name; all of what are initials already: `PJ`."""
    letters = "".join(sign for sign in name if unicodedata.category(sign) in ("Lu", "Ll", "Lt"))
    return letters if letters.isupper() and len(letters) <= 3 else letters[:1].upper()


def _has_no_capitals(name: str) -> bool:
    """True where a letter has no other case, as in Japanese, Korean or Arabic: such a name is not cut to initials."""
    return any(unicodedata.category(sign) == "Lo" for sign in name)
