"""What an appraised outcome means, in sentences. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tools.appraisal.outcomes import Appraised
from tools.appraisal.sentences import Meaning, Phrases, counted, not_measured, sentence, share_sentence
from tools.appraisal.turn import upward
from tools.records.outcome import Pico
from tools.records.words import LANGUAGES, Language


def told(outcomes: Iterable[Appraised], pico: Pico | None) -> tuple[Appraised, ...]:
    """The outcomes with their sentences and their numbers in words."""
    return tuple(replace(one, sentence=sentences_of(one, pico), numbers=numbers_of(one, pico)) for one in outcomes)


def sentences_of(one: Appraised, pico: Pico | None) -> Mapping[Language, str]:
    """The outcome as a sentence in each language; none where it is not rated, or the record lacks the words for one."""
    if one.outcome.found == "none":
        return {language: not_measured(language, reported=one.reported) for language in LANGUAGES}
    return {language: text for language in LANGUAGES if (text := _sentence(one, pico, language))}


def numbers_of(one: Appraised, pico: Pico | None) -> Mapping[Language, str]:
    """The numbers of people as a sentence in each language; none where there are none."""
    if one.absolute is None or pico is None or pico.treatment is None or pico.against is None:
        return {}
    found = {language: counted(one.absolute, _phrases(one, pico, language), language) for language in LANGUAGES}
    return {language: text for language, text in found.items() if text}


def _sentence(one: Appraised, pico: Pico | None, language: Language) -> str:
    result, numbers = one.result, one.absolute
    if pico is None or result.rating is None:
        return ""
    if numbers is not None and numbers.without is None:
        return share_sentence(result.rating, numbers, _phrases(one, pico, language), language)
    if result.size is None or one.word.phrase is None or pico.treatment is None or pico.against is None:
        return ""
    counts, matters = one.word.unit == "people", result.matters is not None
    meaning = Meaning(result.rating, result.size, result.side, counts, upward(one.word, one.outcome.better), matters)
    return sentence(meaning, _phrases(one, pico, language), language)


def _phrases(one: Appraised, pico: Pico, language: Language) -> Phrases:
    share = one.absolute is not None and one.absolute.without is None
    outcome = pico.state if share and pico.state else one.word.phrase
    return Phrases(
        treatment=pico.treatment[language] if pico.treatment else "",
        against=pico.against[language] if pico.against else "",
        outcome=outcome[language] if outcome else "",
        people=pico.people[language],
    )
