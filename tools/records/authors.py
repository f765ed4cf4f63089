"""Authors: the people and groups of a BibTeX list, one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tools.text.messages import Message, say

_SUFFIX = re.compile(r"(?:jr|sr)\.?|II|III|2nd|3rd|4th", re.IGNORECASE)
# What joins names where `and` should, and what stands for the rest of them, in a name that no braces keep whole.
_JOINED = re.compile(
    r"[;；，、&＆/／|｜+]|\bet\.? al\b|\be\. ?a\.|\b(?:co-?workers|colleagues)$"
    r"|\band\b$|\b(?:on behalf of|for the|und)\b|\.\.\.|…"
    r"|ほか\b|\s(?:他|外|等)(?:\d*名)?$|(?<=[一-鿿]{2})他$|(?-i:(?<=[一-鿿])(?:ら$|・(?=[一-鿿])))",
    re.IGNORECASE,
)
# The rest of a list, where it stands as a name of its own.
_OTHERS = re.compile(
    r"others?\.?|etc\.?|et|al\.?|e\. ?a\.|co-?workers|colleagues|(?:ほか|他|外)\s*(?:[0-9]+名)?|等|ら|\.\.\.|…", re.IGNORECASE
)
_INITIALS_LAST = re.compile(r".*[^\W\d_A-Z]\S* [A-Z]{1,3}")
# In the place of a family name: `J.`, `T.-H.`, or one consonant (`E` and `O` are family names).
_INITIALS_ALONE = re.compile(r"(?:[A-Z]\.[ -]*)+|[B-DF-HJ-NP-TV-XZ]")
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.?(?=\s)")
# A title, or a degree: one that may be initials only after a name that is written out.
_DEGREE = re.compile(
    r"(?<=[a-z.]\s)(?:MD|DO|RN|MPH)$|(?<=[a-z]\s)(?:M\.[DSA]\.?|B\.[SA]\.?|[MB][SA]|DDS|DVM|EdD|JD|Esq\.?"
    r"|MB?BCh|MB?BS)$|\b(?:Ph\.?\s?D|M\.?Sc|B\.?Sc|MBBS|MB\s?ChB|D\.?Phil|M\.?Phil|Pharm\.?D|Psy\.?D"
    r"|Dr\.?PH|MBA"
    r"|[MF]RC(?:P(?:sych|CH|I)?|S)|FA(?:PA|CS|HA))\b|\b(?:Dr|Prof)\b\.?|^(?:Mr|Mrs|Ms|Eds?|by)\b\.?|(?:先生|教授|博士|医師)$"
)
_MARK = re.compile(r"[0-9⁰¹²³⁴-⁹ª*†‡§¶#@()（）<>:：=\[\]]")
# A hyphen, a full stop or a quotation mark that some of the name was left behind with, and the letter of an affiliation.
_TORN = re.compile(r"(?:^|[\s,])-|-(?=\s|,|$)|\.\.|[a-z]{3,}\.(?=,|$)|[?!\"“”]|^'|'(?=,|$)|(?<=[a-z.]\s)[a-dfgxz]$")
# What forms and guides write where a name goes.
_STAND_IN = re.compile(
    r"(?:doe, j(?:ohn|ane)|山田, ?(?:太郎|花子)|author, .*|(?:family|last|sur)(?: ?name)?, ?(?:given|first"
    r"|fore)(?: ?names?)?|(?:姓|名字|氏名|著者), ?名(?:前)?"
    r"|name, ?name|(?:author|first|last) ?name|著者名?|氏名)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[()（）<>@=_\[\]]")
_NOBODY = re.compile(r"[\W\d_]*|unknown|null|n/?a|不明", re.IGNORECASE)
# What only a group is called.
_GROUP = re.compile(
    r"\b(?:Group|Study|Trial|Consortium|Investigators|Society|Association|Collaborat(?:ion|ors|ive)"
    r"|Committee|Ministry|Institute"
    r"|University|Organi[sz]ation|Department|Network|Initiative|Council|Working|The)\b|(?:学会|協会|委員会|研究会|機構|病院)$"
)
_WORD = re.compile(r"[^\W\d_]['’\-.\w]+|[一-鿿々ぁ-ヺ]")
_CAPITALS_WITHIN = re.compile("[a-z][A-Z]{3,}")
_HALF = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’-]+")
# What makes one family name of several words.
_JOINING = re.compile(
    r"\b(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|st|y|e|j[uú]nior|filho|neto)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Author:
    """A person by family name, given names and suffix (`Jr`, `III`).

    A group, or a person who is known by one name, has its whole name as `family`.
    """

    family: str
    given: str = ""
    suffix: str = ""
    group: bool = False

    def __str__(self) -> str:
        """As BibTeX writes it, without the braces of a group."""
        return ", ".join(filter(None, (self.family, self.suffix, self.given)))


def read_authors(names: str) -> tuple[list[Author], bool, list[Message]]:
    """The authors of a BibTeX list, whether it ends in `and others`, and what is wrong with each name that cannot be read."""
    authors: list[Author] = []
    wrong: list[Message] = []
    *before, last = _split(names)
    more = last == "others" and bool(before)
    for name in before if more else [*before, last]:
        author = _read(name)
        if isinstance(author, Author):
            authors.append(author)
        else:
            wrong.append(author)
    if len(authors) > 1:  # one alone may be known by one name
        wrong += [say("bad-author.twice", name=str(one)) for one in _twice(authors)]
        wrong += [say("bad-author.person-or-group", name=one.family) for one in authors if _is_half(one, names)]
    return authors, more, wrong


def _twice(authors: list[Author]) -> list[Author]:
    """Whoever is listed twice in a row under names that are written out; apart, they may be two people of one name."""
    return [one for one, other in pairwise(authors) if one == other and (one.group or re.search("[a-zà-ÿぁ-鿿]{2}", one.given))]


def _is_half(author: Author, names: str) -> bool:
    """True for one Latin name, without braces, that is no abbreviation: a person whose other names are missing."""
    one = author.group and _HALF.fullmatch(author.family) is not None
    return one and f"{{{author.family}}}" not in names


def _split(names: str) -> list[str]:
    """The names between the `and`s that stand in no braces."""
    found, depth = [""], 0
    for word in names.split():
        depth += word.count("{") - word.count("}")
        if word.casefold() == "and" and depth == 0:
            found.append("")
        else:
            found[-1] = f"{found[-1]} {word}".strip()
    return found


def _read(name: str) -> Author | Message:
    """One name as an author, or what is wrong with it."""
    plain = name.replace("{", "").replace("}", "").strip()
    if not plain:
        return say("bad-author.missing")
    if _OTHERS.fullmatch(plain):
        return say("bad-author.others")
    if _is_whole(name):
        return _group(plain)
    if found := _JOINED.search(plain):
        return say("bad-author", name=_short(plain), found=found[0].strip())
    if found := _TORN.search(plain):
        return say("bad-author.mark", name=_short(plain), found=found[0])
    if (
        "," not in plain
        and len(plain.split()) == 1
        and not re.search("[0-9]{4}", plain)
        and not (_BRACKET if plain.isascii() else _MARK).search(plain)
    ):
        return Author(plain, group=True)
    if found := _MARK.search(_SUFFIX.sub("", plain)) or _DEGREE.search(plain):
        return say("bad-author.mark", name=_short(plain), found=found[0])
    family, *rest = (part.strip() for part in plain.split(","))
    if not rest:
        return say("bad-author.person-or-group", name=_short(plain))
    if not name.startswith("{") and _GROUP.search(plain):
        return say("bad-author.person-or-group", name=_short(plain))
    person = _person(plain, family, rest)
    return person if isinstance(person, Message) else _doubted(plain, person, is_kept=name.startswith("{")) or person


def _group(plain: str) -> Author | Message:
    """What one pair of braces keeps whole is a group, unless people have their names there: `{Lamp, A and Tea, B}`."""
    parts = re.split(r"\s+and\s+", plain, flags=re.IGNORECASE)
    people = [re.fullmatch(r"(\S+), (\S+(?: [A-Z]\S*)*)", part) for part in parts]
    if _STAND_IN.fullmatch(plain):
        return say("bad-author.stand-in", name=_short(plain))
    if all(found and not found[1].isupper() for found in people):
        return say("bad-author.braces", name=_short(plain))
    return Author(plain, group=True)


def _doubted(plain: str, person: Author, *, is_kept: bool) -> Message | None:
    """What is doubtful in the name of a person; braces around the family name keep it as it is (`is_kept`)."""
    if not is_kept and _STAND_IN.fullmatch(plain):
        return say("bad-author.stand-in", name=_short(plain))
    if not is_kept and _INITIALS_ALONE.fullmatch(person.family):
        return say("bad-author.turned", name=_short(plain), family=person.family)
    if not is_kept and (_INITIALS_LAST.fullmatch(person.family) or _INITIAL.search(person.family)):
        return say("bad-author.initials", name=_short(plain), family=person.family)
    if _is_shouted(person.family, 1) or _is_shouted(person.given, 3):
        return say("bad-author.capitals", name=_short(plain))
    if not is_kept and plain.isascii() and plain.islower():
        return say("bad-author.small", name=_short(plain))
    if is_kept or person.suffix or not all(map(_is_of_several, (person.family, person.given))):
        return None
    if not _JOINING.search(person.family):
        return say("bad-author.two", name=_short(plain), family=person.family, given=person.given)
    return None


def _is_of_several(names: str) -> bool:
    """True for names of several words, initials and particles left out."""
    return sum(not word[0].islower() for word in _WORD.findall(names)) > 1


def _is_shouted(names: str, letters: int) -> bool:
    """True where a word of more than so many letters is in capitals; initials with full stops are none."""
    words = [word.replace("-", "") for word in names.split() if "." not in word]
    return any((word.isupper() and len(word) > letters) or _CAPITALS_WITHIN.search(word) for word in words)


def _person(plain: str, family: str, rest: list[str]) -> Author | Message:
    """A person of the parts between commas: `Family, Given`, `Family, Jr, Given`, or with the suffix after either name."""
    suffixes = [part for part in rest if _SUFFIX.fullmatch(part)]
    given = [part for part in rest if part not in suffixes]
    if len(given) != 1 or len(suffixes) > 1:
        return say("bad-author.commas", name=_short(plain), count=len(rest))
    family, after_family = _without_suffix(family)
    first, after_given = _without_suffix(given[0])
    found = [*suffixes, *after_family, *after_given]
    if _NOBODY.fullmatch(family) or _NOBODY.fullmatch(first) or len(found) > 1:
        return say("bad-author.parts", name=_short(plain))
    return Author(family, first, read_suffix(found[0]) if found else "")


def _without_suffix(names: str) -> tuple[str, list[str]]:
    """Names without the suffix that ends them, and that suffix in a list, or an empty list."""
    *before, last = names.split() or [""]
    return (" ".join(before), [last]) if before and _SUFFIX.fullmatch(last) else (names, [])


def read_suffix(text: str) -> str:
    """A suffix as NLM writes it, without a full stop: `Jr`; "" where the text is none, such as a degree."""
    bare = text.strip().rstrip(".")
    if not _SUFFIX.fullmatch(bare):
        return ""
    return bare.capitalize() if bare.casefold() in ("jr", "sr") else bare


def _is_whole(name: str) -> bool:
    """True where one pair of braces holds the whole name."""
    depth = 0
    for place, sign in enumerate(name):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return sign == "}" and place == len(name) - 1
    return False


def _short(name: str) -> str:
    """As much of a name as a message can hold: what stands in its place may be a list of many."""
    return name if len(name) <= 60 else f"{name[:57]}…"
