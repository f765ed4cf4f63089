"""Rules on what an answer admits: that a question is open, how low the certainty is, and that a number is not sure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.appraisal.assess import Judged
from tools.appraisal.certainty import RATINGS
from tools.appraisal.outcomes import estimate_of
from tools.appraisal.strength import leaves_open, only_possible, says_unstudied, sentences, strong
from tools.check.agreeing import says_no_difference
from tools.check.hedges import ANSWERS, degrees, is_unsure
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.handwritten import Page
from tools.records.words import LANGUAGES, Language, is_below
from tools.text.messages import say
from tools.text.pages import printed

_MEASURED = RATINGS[RATINGS.index("low") :]
# What says in so many words that something is not settled.
_UNSETTLED: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "不確か|不明|未解決|何とも言え|結論[はが]?出て|はっきり|言えま|言えな|言い切れ|分か(?:って|りま|らな)|見つか(?:ら|りま|って(?:い(?:ま|な)|おら))|確かめられて|区別でき|決着"
        "|(?:示|調べ)(?:され|られ)て(?:い(?:ません|ない)|おらず)|食い違|一致しま"
    ),
    "en": re.compile(
        r"\bun(?:certain|clear|known|settled|tested|studied)\b"
        r"|\bnot (?:\w+ ){0,2}(?:known|settled|clear|confirmed|certain|shown|agree|found|tell|tested|studied)"
        r"|\bno (?:\w+ ){0,4}(?:stud\w+|trials?|evidence|results?)"
        r"|\bdo(?:es)? not know\b|\bis open\b|\b(?:nobody|cannot|disagree|contradict|disputed|less certain)\b",
        re.IGNORECASE,
    ),
}
# A word before “study” that lets a reader think of others that were found.
_LARGE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("大規模(?!な?試験が要)|大きな(?:研究|試験)(?:は|が)"),
    "en": re.compile(r"\b(?:no|any|found no) (?:large|larger|big|major|high-quality|good|proper) ", re.IGNORECASE),
}
# Of documents, levels and the work itself these are said as facts.
_OF_THE_WORK = re.compile(r"confirm|establish|work|no risk|確認|確立|分かって|事実|有効|効く|効か", re.IGNORECASE)


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def open_claims_are_said_to_be_open(claim: Claim, judged: Judged) -> Findings:
    """Where no outcome has a certainty above “very low”, the answer says what is open, and not what it seems to be.

    Bad: short: {ja: 気分が良くなるようです。, en: It seems to lift mood.}
    Good: short: {ja: 良くなるかは分かっていません。, en: Whether it lifts mood is not known.}
    """
    measured = any(one.graded and one.graded.rating in _MEASURED for one in judged.outcomes)
    if claim.is_description or measured or not is_below(claim.level, "supported"):
        return
    for field in ANSWERS:
        for language in LANGUAGES:
            text = getattr(claim, field)[language]
            if strong(text, language):
                continue  # which is told as such
            if seems := next((said for said in sentences(text, language) if only_possible(said, language)), ""):
                yield (field, language), say("answer-above-level.seems", sentence=seems, level=claim.level)
            elif leaves_open(text, language) and not (_UNSETTLED[language].search(text) or says_unstudied(text, language)):
                yield (field, language), say("answer-above-level.not-said-open", level=claim.level)
            if claim.level == "hypothetical" and (found := _LARGE[language].search(text)):
                yield (field, language), say("answer-above-level.large", words=found.group().strip())


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def low_certainty_is_named(claim: Claim, judged: Judged) -> Findings:
    """Where the certainty is low, the answer says so, in both languages; it names none that no outcome has.

    Bad: {certainty: low, answer: {en: 'It may help (a reliable figure).', …}}
    Good: {certainty: low, answer: {en: 'It may help (the certainty is low).', …}}
    """
    ratings = {one.graded.rating for one in judged.outcomes if one.graded}
    for language in LANGUAGES:
        said = [degree for degree, _ in degrees(claim.answer[language], language)]
        if judged.judgement.certainty in ("low", "very-low") and not said:
            yield ("answer", language), say("answer-above-level.unnamed", certainty=judged.judgement.certainty)
        elif other := [degree for degree in said if ratings and degree not in ratings]:
            yield ("answer", language), say("answer-above-level.unrated", certainty=other[0])


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def numbers_of_low_certainty_are_hedged(claim: Claim, judged: Judged) -> Findings:
    """The estimate of an outcome of low certainty stands in a sentence that is not sure.

    Bad: {answer: {en: 22% respond., …}, outcomes: [{result: proportion 22 (19 to 24), …}]}
    Good: {answer: {en: Perhaps about 22% respond., …}, outcomes: [{result: proportion 22 (19 to 24), …}]}
    """
    for one in judged.outcomes:
        estimate = estimate_of(one.outcome) if one.graded and one.graded.rating == "low" else None
        if estimate is None:
            continue
        value = re.compile(rf"(?<![0-9.,]){re.escape(f'{estimate.value:g}')}(?![0-9.,])")
        for field in ANSWERS:
            for language in LANGUAGES:
                for said in sentences(getattr(claim, field)[language], language):
                    if value.search(said) and not is_unsure(said, language):
                        yield (field, language), say("answer-above-level.bare", number=f"{estimate.value:g}")


@rule("answer-behind-evidence", each="claim", linked=("reference", "absence"))
def what_is_supported_is_answered(claim: Claim, judged: Judged) -> Findings:
    """Of an effect or a comparison that is supported, no answer says only that it is open, or that nothing differs.

    Bad: {kind: effect, level: supported, short: {en: Whether it helps is not known., …}}
    Good: {kind: effect, level: supported, short: {en: More people may respond., …}}
    """
    if claim.kind in ("effect", "comparison") and judged.judgement.level in ("supported", "established"):
        for field in ANSWERS:
            for language in LANGUAGES:
                if words := says_no_difference(getattr(claim, field)[language], language):
                    yield (field, language), say("answer-behind-evidence.no-answer", words=words, level=claim.level)


@rule("answer-above-level", each="page", whole=("claim",))
def pages_assert_nothing(page: Page, language: Language, review: Review) -> Findings:
    """A hand-written page calls nothing safe, proven or effective in its own voice, where no effect is established.

    Bad: docs/en/index.md: The lamp is safe.
    Good: docs/en/index.md: Burns may be no more frequent with the lamp.
    """
    if any(claim.level == "established" and claim.kind in ("effect", "comparison") for claim in review.claims.values()):
        return
    for number, line in enumerate(printed(page.numbered).split("\n"), 1):
        for sentence in sentences(line, language):
            for found in strong(sentence, language):
                if found.wording == "asserted" and not _OF_THE_WORK.match(found.words):
                    yield (number,), say("answer-above-level.page-voice", words=found.words)
