"""Rules on who signs a version: a person, once, after the version was there and its evidence read."""

from __future__ import annotations

import datetime
import re
import unicodedata

from tools.check.dates import EARLIEST
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.words import LANGUAGES
from tools.text.messages import say

# No name of a person: what programs are called, and a number. “Ai” is one.
_NO_PERSON = re.compile(
    r"言語モデル|人工知能|生成AI|チャットボット|\bA\.?I\b\.?|\bLLMs?\b|[0-9]"
    r"|(?i:\b(?:language model|artificial intelligence|chat ?bot|bot|assistant|automatic\w*|computer|program|software|agent)\b)"
)
_ROLE_OF_NO_PERSON = re.compile(
    r"言語モデル$|^(?:人工知能|生成AI)$|^(?:(?:an?|the) )?(?:large )?(?:language model|AI|AI assistant|LLM|chatbot)$", re.I
)
_TITLES = re.compile(r"\b(?:dr|prof|professor|doctor|mr|mrs|ms|md|phd)\b|医師|先生|博士|教授|さん$|氏$")


@rule("signed-by-whom", each="claim")
def people_sign_once(claim: Claim, review: Review) -> Findings:
    """A version is signed by people, none of them a reader that is a program, and by each once.

    Bad: signoff: [{version: 1, name: Ann Lamp, …}, {version: 1, name: 'Lamp, Ann', …}]
    Good: signoff: [{version: 1, name: Ann Lamp, …}, {version: 1, name: Bo Tea, …}]
    """
    programs = {_person(name) for name in _programs(review)}
    signed: set[tuple[int, str]] = set()
    for index, sign in enumerate(claim.signoff):
        person = _person(sign.name)
        roles = [unicodedata.normalize("NFKC", sign.role[language]).strip("。. ") for language in LANGUAGES]
        if (
            _NO_PERSON.search(unicodedata.normalize("NFKC", sign.name))
            or person in programs
            or any(map(_ROLE_OF_NO_PERSON.search, roles))
        ):
            yield ("signoff", index, "name"), say("signed-by-whom", name=sign.name)
        elif (sign.version, person) in signed:
            yield ("signoff", index, "name"), say("signed-by-whom.twice", name=sign.name, version=sign.version)
        signed.add((sign.version, person))


def _programs(review: Review) -> set[str]:
    """The words and the labels of readers that the vocabulary calls programs."""
    readers = review.vocabulary.reader.items()
    named = [(key, word.label) for key, word in readers if any(map(_NO_PERSON.search, (word.label.ja, word.label.en)))]
    return {name for key, label in named for name in (key, label.ja, label.en)}


def _person(name: str) -> str:
    """A name however it is spelt: without titles, case, width and signs, in any order of its parts."""
    plain = _TITLES.sub(" ", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(sorted(re.findall(r"\w+", plain)))


@rule("date-out-of-order", each="claim", linked=("reference", "search"))
def signatures_follow_the_reading(claim: Claim, review: Review) -> Findings:
    """Nobody signs a page before any of its evidence was read, or a version before there was one.

    Bad: {signoff: [{date: 2006-01-02, …}], reviewed: 2026-01-02}
    Good: {signoff: [{date: 2026-01-03, …}], reviewed: 2026-01-02}
    """
    begun = min(_readings(claim, review))
    made = {revision.version: revision.date for revision in claim.history}
    for index, signoff in enumerate(claim.signoff):
        if EARLIEST <= signoff.date < begun:
            yield ("signoff", index, "date"), say("date-out-of-order.signoff", day=signoff.date, begun=begun)
        elif signoff.version in made and EARLIEST <= signoff.date < made[signoff.version]:
            day = made[signoff.version]
            yield (
                ("signoff", index, "date"),
                say("date-out-of-order.signed-version", version=signoff.version, day=signoff.date, made=day),
            )


def _readings(claim: Claim, review: Review) -> list[datetime.date]:
    """The days on which something of a claim was read, searched or published, as far as the records tell."""
    days = [claim.reviewed, *(revision.date for revision in claim.history)]
    days += [item.confirmed for item in claim.evidence if item.confirmed]
    days += [review.references[item.ref].checked_on for item in claim.evidence]
    days += [review.searches[name].date for name in claim.searches]
    return [day for day in days if day >= EARLIEST] or [EARLIEST]
