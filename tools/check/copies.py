"""What is there twice must be a slip of the hand: one text in two places that say different things, one id twice in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.problem import KeyPath
from tools.records.sources import Search
from tools.records.vocabulary import Vocabulary, Word
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import say

# Two sources may be summed up in the same few words; not in a whole sentence with numbers.
LONG: dict[Language, int] = {"ja": 25, "en": 60}
_NO_LETTER = re.compile(r"[\W_][\W_]*")
_DIGIT = re.compile("[0-9０-９]")
_SENTENCE = re.compile(r"(?<=[。])|(?<=[.!?])\s+(?=[A-Z0-9])")
# Two scales may measure one thing in one way, and two readers be of one kind.
_ALIKE = frozenset({"scale", "reader"})
_OF_A_CLAIM = ("title", "statement", "context", "short", "answer", "appraisal", "unknown", "would_change", "level_note")


@rule("listed-twice", each="claim")
def lists_of_claims_name_each_once(claim: Claim) -> Findings:
    """A claim names each premise, related claim, search, term and sentence of the article once.

    Bad: requires: [tea-calms-mice, tea-calms-mice]
    Good: requires: [tea-calms-mice]
    """
    for field in ("requires", "related", "searches", "terms"):
        yield from _twice(field, getattr(claim, field))
    yield from _twice("said", [said.passage for said in claim.said])


@rule("listed-twice", each="search")
def lists_of_searches_name_each_once(search: Search) -> Findings:
    """A search names each source that it kept, and each of its words, once.

    Bad: kept: [mori2019mice, mori2019mice]
    Good: kept: [mori2019mice]
    """
    yield from _twice("kept", search.kept)
    yield from _twice("words", search.words)


def _twice(field: str, names: Sequence[str]) -> Findings:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield (field, index), say("listed-twice", name=name, field=field)


@rule("copied-text", each="vocabulary")
def words_of_a_kind_have_labels_of_their_own(vocabulary: Vocabulary) -> Findings:
    """No two words of one kind have the same label, or the same definition, in a language: nobody could tell them apart.

    Bad: outcome: {response: {label: {ja: 反応, …}, …}, remission: {label: {ja: 反応, …}, …}}
    Good: outcome: {response: {label: {ja: 反応, …}, …}, remission: {label: {ja: 寛解, …}, …}}
    """
    for kind in vocabulary.__dataclass_fields__:
        words = getattr(vocabulary, kind)
        labels: dict[tuple[str, str], str] = {}
        defined: dict[str, str] = {}
        for name, word in words.items() if isinstance(words, dict) else ():
            for language in LANGUAGES if isinstance(word, Word) else ():
                other = labels.setdefault((language, plain(word.label[language])), name)
                if other != name:
                    yield (kind, name, "label", language), say("copied-text.label", other=other)
            if isinstance(word, Word) and kind not in _ALIKE:
                others = [defined.setdefault(plain(word.definition[language]), name) for language in LANGUAGES]
                if other := next((other for other in others if other != name), ""):
                    yield (kind, name, "definition"), say("copied-text.definition", other=other)


@rule("copied-text", each="review")
def claims_say_different_things(review: Review) -> Findings:
    """No two claims have the same title, statement, answer or other text of their own.

    Bad: lamp-lifts-mood.yml: answer: {en: It works., …}; tea-calms-mice.yml: answer: {en: It works., …}
    Good: lamp-lifts-mood.yml: answer: {en: The lamp works., …}; tea-calms-mice.yml: answer: {en: Tea works., …}
    """
    first: dict[tuple[str, str, str], str] = {}
    for claim_id, claim in review.claims.items():
        for at, text in _own_texts(claim):
            field = ".".join(at)
            own = [(field, language, plain(text[language])) for language in LANGUAGES if _tells(field, text, language)]
            others = [other for place in own if (other := first.setdefault(place, claim_id)) != claim_id]
            if others and not (at[0] == "reasons" and _rest_on_one(claim, review.claims[others[0]])):
                yield (f"claim:{claim_id}", *at), say("copied-text.claim", field=field, other=others[0])


def _own_texts(claim: Claim) -> Iterator[tuple[tuple[str, ...], Text]]:
    """The texts of a claim that no other has, each with its place."""
    for field in _OF_A_CLAIM:
        if text := getattr(claim, field):
            yield (field,), text
    for domain, reason in claim.reasons.items():
        yield ("reasons", domain), Text(ja=reason.ja, en=reason.en)


def _rest_on_one(claim: Claim, other: Claim) -> bool:
    """True where outcomes of two claims have one source: what lowers it in the one lowers it in the other."""
    return not {one.source for one in claim.outcomes if one.source}.isdisjoint(one.source for one in other.outcomes)


def _tells(field: str, text: Text, language: Language) -> bool:
    """True where a text can be that of one claim only; what is not known, and what would change it, may be the same few words."""
    return field in ("title", "statement", "short", "answer") or len(text[language]) >= LONG[language]


@rule("copied-text", each="review")
def findings_are_of_their_source(review: Review) -> Findings:
    """No finding, and no long sentence with a number, is that of another source.

    Bad: evidence: [{ref: mori2019mice, finding: {en: 12 mice., …}, …}, {ref: kage2022null, finding: {en: 12 mice., …}, …}]
    Good: evidence: [{ref: mori2019mice, finding: {en: 12 mice., …}, …}, {ref: kage2022null, finding: {en: 30 people., …}, …}]
    """
    first: dict[str, tuple[str, str, KeyPath]] = {}
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.evidence):
            for language in LANGUAGES:
                at: KeyPath = ("evidence", index, "finding", language)
                for said in _telling(item.finding[language], language):
                    ref, other, place = first.setdefault(plain(said), (item.ref, claim_id, at))
                    if ref != item.ref:
                        source = review.sources[f"claim:{other}"]
                        where = f"{source.path}:{source.line(*place)}"
                        yield (f"claim:{claim_id}", *at), say("copied-text.finding", words=said[:60], other=ref, place=where)
                        break  # the rest of the finding follows from it


def _telling(finding: str, language: Language) -> Iterator[str]:
    """The finding and its sentences, where they are long or have a number: only one source can say these."""
    for said in (finding, *_SENTENCE.split(finding)):
        is_long, has_number = len(said) >= LONG[language], bool(_DIGIT.search(said))
        if is_long + has_number + (said == finding) > 1:
            yield said


def plain(text: str) -> str:
    """A text without spaces and marks, in small letters."""
    return _NO_LETTER.sub("", text).casefold()
