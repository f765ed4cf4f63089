"""Rules on what a reader sees of a source: its title, where it appeared, its language, and what became of it."""

from __future__ import annotations

import re
import unicodedata

from tools.check.registry import Findings, rule
from tools.records.langid import NAMES
from tools.records.pages import is_backwards, is_pages, split_pages
from tools.records.sources import Reference
from tools.text.messages import say

_TEXTS = (
    "title",
    "titleen",
    "authoren",
    "journal",
    "publisher",
    "authority",
    "volume",
    "number",
    "note",
    "population",
    "funding",
)
# What programs and people write where they know nothing; what is still to be written is another rule's.
_NOTHING = re.compile(
    r"\W*(?:none|null|nil|unknown|not (?:known|available|given)|no (?:title|authors?|date)(?: listed)?"
    r"|title|authors?|anonymous"
    r"|(?:journal|article|paper|document|publisher|author)(?: (?:name|title))?|(?:name"
    r"|title) of (?:the )?(?:journal|article|paper|publisher|author)"
    r"|(?:your|insert|enter|add|type) .* here|unknown (?:journal|author|publisher|title)|various"
    r"|unpublished|untitled\b.*|s\. ?[nl]\."
    r"|(?:new|my) (?:article|document)|document ?[0-9]+|microsoft word - .*|\S+\.(?:pdf|docx?|html?)|test"
    r"|sample|index|home(?: ?page)?"
    r"|雑誌名?|著者名?|書名|論文名|題名|出版社名?|nan|(?:error )?404.*|(?:page )?not found|access denied"
    r"|just a moment|redirecting|full text|attention required.*"
    r"|(?:著者|作者|年|出版社)?不明|なし|無し|無題|題名なし|未確認|確認中)\W*",
    re.IGNORECASE,
)
_HAS_NUMBER = re.compile(r"[0-9]|\b(?:[IVXLC]+|Pt|Part|Suppl|Spec)\b", re.IGNORECASE)
_NUMBER_AND_MORE = re.compile(
    r"(?:^|\s)(?:vol(?:ume)?|v|no|nr|num(?:ber)?|iss(?:ue)?|pp?|pages?)(?:\b|(?=[0-9]))|[^\w\s.,/&–-]|[^\x00-\x7f–]",
    re.IGNORECASE,
)
# The rest of a reference, where a whole one was pasted.
_REST = re.compile(
    r"\bdoi\s*[:=]|\b10\.[0-9]{4,9}/\S|\b(?:19|20)[0-9]{2}\s*;\s*[0-9]+\s*[(:]"
    r"|(?<![-.0-9])[0-9]+\s*\([0-9]{1,3}\)\s*[:,]|\b(?:vol|pp)\.?\s*[0-9]+|;\s*[0-9]+\s*\(",
    re.IGNORECASE,
)
# Where things are found, and nothing appears.
_SITE = (
    r"(?:PubMed(?: Central)?(?: ?/ ?MEDLINE)?|PMC|NCBI(?: Bookshelf)?|Europe PMC|MEDLINE|Embase"
    r"|ScienceDirect|Springer(?: ?Link)?|Elsevier|Wiley(?: Online"
    r" Library)?|J-STAGE|CiNii(?: Research| Articles)?|J-GLOBAL|医中誌(?:Web)?|Google(?: Scholar)?"
    r"|ResearchGate|Semantic Scholar|Academia\.edu|ProQuest|Scopus"
    r"|Web of Science|JSTOR|Oxford Academic|Taylor (?:&|and) Francis(?: Online)?|Sage(?: Journals)?"
    r"|Cambridge Core|Cochrane Library|ClinicalTrials\.gov"
    r"|Wikipedia|Mendeley|Crossref|doi\.org|(?:the )?Internet|Read by QxMD|Request PDF|Full Text(?: PDF)?)"
)
_IS_SITE = re.compile(rf"(?!ClinicalTrials){_SITE}", re.IGNORECASE)  # a registry is where a registration appears
# What the page of a title adds to it, a mark of a footnote, and where one was cut.
_OF_THE_PAGE = re.compile(
    rf"\s(?:[-–—·|]|::)\s(?:{_SITE}|(?:med|bio)Rxiv|Abstract)\b.*$|(?:\s:\s|[-_])(?:Google Scholar|J-STAGE|医中誌Web|百度学术)$"
    rf"|^(?:{_SITE}|Frontiers)\s*(?:[-–—|]\s|:\s)|^Full (?:article|text):|\s\|(?:\s(?-i:[A-Z])[^()]*|\s?)$"
    r"|^[(\[](?:PDF|HTML)[)\]]|\[(?:Internet|PDF|HTML)\]|\((?:PDF|HTML)\)$|[†‡§]$|(?:\.{3}|…)$|^\[[^\[\]]*\]\.?$",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(r",\s*[0-9]+\s*(?:\([0-9]+\))?\s*(?:,.*)?$|\b(?:19|20)[0-9]{2}\s*;|[0-9]+[巻号]")
_STOP = re.compile(r"(?<=[a-z]{4})\.$|。$")
# What people write for a country, and is the code of none: its code.
_NO_COUNTRY = {"UK": "GB", "EN": "GB", "JA": "JP", "KO": "KR"}
_ISSN = re.compile(r"(?<![0-9-])([0-9]{4})-?([0-9]{3})([0-9Xx])(?![0-9-])")
_MOST_PAGES = 1000
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"\b(?:the|with|from|and)\b.*\b(?:the|with|from|and|of|in|for|a)\b|\bof the\b", re.IGNORECASE)
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{3,}")
# The scripts that give a language away, as Unicode names their letters, and the languages that are written in each.
_SCRIPTS = {
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "CJK": ("ja", "zh", "ko"),
    "CYRILLIC": ("ru",),
    "ARABIC": ("fa",),
}


@rule("unknown-value", each="reference")
def what_is_unknown_is_left_out(reference: Reference) -> Findings:
    """A field says what it is for; what is not known is left out.

    Bad: journal = {unknown}
    Good: journal = {Journal of Tea}
    """
    for field in _TEXTS:
        value = getattr(reference, field)
        if value is not None and _NOTHING.fullmatch(value):
            yield (field,), say("unknown-value", field=field, value=value)
    for author in reference.author:
        if _NOTHING.fullmatch(author.family):
            yield ("author",), say("unknown-value", field="author", value=author.family)


@rule("title-capitals", each="reference")
def titles_are_no_shouting(reference: Reference) -> Findings:
    """A title and the name of a journal are not in capitals throughout, nor a journal in small letters.

    Bad: title = {TEA CALMS MICE}
    Good: title = {Tea calms mice}
    """
    for field in ("title", "titleen", "journal"):
        value = getattr(reference, field) or ""
        if field == "journal" and value.islower() and len(_WORD.findall(value)) > 1:
            yield (field,), say("title-capitals.small", field=field, value=value)
        if not value.isupper():
            continue
        cased = [sign for sign in value if unicodedata.category(sign) in ("Lu", "Ll")]
        mostly = 2 * len(cased) > sum(map(str.isalpha, value))
        words = sorted((len(word) for word in _WORD.findall(value)), reverse=True)
        if mostly and (words[1:2] > [3] or (len(words) > 2 and words[0] > 3)):  # `JAMA`, `PLOS ONE` are names
            yield (field,), say("title-capitals", field=field, value=value)


@rule("bad-form", each="reference")
def numbers_stand_alone(reference: Reference) -> Findings:
    """Volume, issue and pages are numbers without the word before them, and pages run forwards.

    Bad: volume = {Vol. 12}, pages = {439-431}
    Good: volume = {12}, pages = {431-439}
    """
    for field in ("volume", "number"):
        value = getattr(reference, field) or ""
        if re.fullmatch("0+", value):
            yield (field,), say("unknown-value", field=field, value=value)
        elif _NUMBER_AND_MORE.search(value) or (value and not _HAS_NUMBER.search(value) and not _NOTHING.fullmatch(value)):
            yield (field,), say("bad-form.number", field=field, value=value)
    pages = reference.pages
    if pages and is_backwards(pages):
        yield ("pages",), say("bad-form.backwards", pages=pages)
    elif pages and (not is_pages(pages) or re.fullmatch("x+-x+", pages)):
        yield ("pages",), say("bad-form", field="pages", value=pages, form=("431-439", "e12"))


@rule("bad-form", each="reference")
def a_field_holds_its_own_alone(reference: Reference) -> Findings:
    """No whole reference stands in the title, nor a volume in the name of the journal.

    Bad: title = {Tea calms mice. J Tea 2019;3(4):1-9.}
    Good: title = {Tea calms mice}, journal = {J Tea}, year = {2019}, volume = {3}, number = {4}, pages = {1-9}
    """
    for field in ("title", "titleen", "journal"):
        value = getattr(reference, field) or ""
        found = _REST.search(value) or (_AT_THE_END if field == "journal" else _OF_THE_PAGE).search(value)
        if found and not _NOTHING.fullmatch(value):
            yield (field,), say("bad-form.whole", field=field, found=found[0].strip())
    if _IS_SITE.fullmatch(reference.journal or ""):
        yield ("journal",), say("bad-form.site", value=reference.journal)


@rule("bad-form", each="reference")
def titles_end_without_a_full_stop(reference: Reference) -> Findings:
    """A title has no full stop at its end: the list of references adds its own. One of an abbreviation stays.

    Bad: title = {Tea calms mice.}
    Good: title = {Tea calms mice}
    """
    for field in ("title", "titleen"):
        if _STOP.search(getattr(reference, field) or ""):
            yield (field,), say("bad-form.full-stop", field=field)


@rule("bad-form", each="reference")
def countries_have_their_codes(reference: Reference) -> Findings:
    """A country is named by its code of two letters: GB for the United Kingdom.

    Bad: country = {UK}
    Good: country = {GB}
    """
    if code := _NO_COUNTRY.get(reference.country or ""):
        yield ("country",), say("bad-form", field="country", value=reference.country, form=(code,))


@rule("bad-form", each="reference")
def no_issn_is_in_their_place(reference: Reference) -> Findings:
    """The ISSN of a journal is not in the field of something else.

    Bad: number = {1234-5679}
    Good: number = {2}
    """
    for field in ("journal", "publisher", "volume", "number", "pages"):
        value = getattr(reference, field) or ""
        found = _ISSN.search(value)
        if re.search(r"\bISSN\b", value, re.IGNORECASE) or (
            found and _is_issn(found) and not (field == "pages" and _is_range(value))
        ):
            yield (field,), say("bad-form.issn", field=field, value=value)


def _is_issn(found: re.Match[str]) -> bool:
    """True where the last sign is the check digit of the others."""
    total = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), found[1] + found[2], strict=True))
    return "0123456789X"[-total % 11] == found[3].upper()


def _is_range(pages: str) -> bool:
    """True for the pages of one work; an ISSN would be a book of thousands, or begin with 0."""
    first, last = split_pages(pages)
    return first.isdigit() and last.isdigit() and first[0] != "0" and 0 <= int(last) - int(first) < _MOST_PAGES


@rule("title-language", each="reference")
def titles_are_in_the_language_of_the_source(reference: Reference) -> Findings:
    """`langid` is the language of the title, and is given where that is not written in Latin letters.

    Bad: title = {お茶と静けさ}, langid = {english}
    Good: title = {お茶と静けさ}, langid = {japanese}
    """
    title, code = reference.title, (reference.langid or "").partition("-")[0]
    written = _languages(title)
    if written and code not in written:
        words = tuple(NAMES[language][0] for language in written)
        yield ("langid" if code else "title",), say("title-language.missing" if not code else "title-language", words=words)
    elif code and not written and _is_of_another_script(code) and len(_LATIN_WORD.findall(title)) > 2:
        yield ("langid",), say("title-language.latin", word=NAMES[code][0])
    elif code not in ("", "en") and not written and _ENGLISH.search(title):
        yield ("langid",), say("title-language.english", word=NAMES[code][0])


def _languages(title: str) -> tuple[str, ...]:
    """The languages that a title can be in by its letters; () where these are Latin ones, or a quarter of others at most."""
    if title.isascii():
        return ()
    scripts = [unicodedata.name(sign, "").split()[0].partition("-")[0] for sign in title if sign.isalpha()]
    found = [script for script in _SCRIPTS if script in scripts]
    if not found or 4 * sum(script in _SCRIPTS for script in scripts) <= len(scripts):
        return ()
    return _SCRIPTS[found[0]]


def _is_of_another_script(code: str) -> bool:
    return any(code in languages for languages in _SCRIPTS.values())
