"""What the page on the method shows of the level rule: its own numbers and words, and nothing retyped. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tools.appraisal.certainty import RATINGS, Domain, Rating
from tools.appraisal.profile import Profile, caps_of, floors_of, profile, words_of
from tools.appraisal.sentences import Meaning, Phrases, sentence
from tools.appraisal.size import Size
from tools.appraisal.turn import upward
from tools.records.claim import Review
from tools.records.vocabulary import Worthwhile
from tools.records.words import WORDINGS, Language, Level, Wording
from tools.text.labels import labels

# Whether it is of a benefit or a measure, the unit, and the difference.
Margin = tuple[bool, str, float]
QUESTIONS = ("treatment", "share", "occurs", "causes")  # the tables of `bodies` in a profile, in the order of a page


@dataclass(frozen=True)
class Start:
    """A body of evidence: its name, where its certainty starts, the least that carries `supported` ("" for none)."""

    name: str
    start: Rating
    supported: str
    can_be_raised: bool


@dataclass(frozen=True)
class Fits:
    """A strength of wording, and what it fits: certainties, levels of a harm, levels of a description."""

    wording: Wording
    certainties: list[str]
    harms: list[str]
    descriptions: list[str]


class MethodView:
    """The rule as the page on the method prints it in one language."""

    ratings = tuple(reversed(RATINGS))

    def __init__(self, review: Review, language: Language) -> None:
        self._review, self._language = review, language
        self.rule: Profile = profile()

    def ladder(self, name: str) -> Mapping[Level, list[list[str]]]:
        """Level to its lines of conditions; one line is enough, and needs all its conditions."""
        words = words_of(self.rule, name)
        return {level: [[text[self._language] for text in line] for line in lines] for level, lines in words.items()}

    @cached_property
    def caps(self) -> list[str]:
        """What a body of evidence carries at most, by its studies and people."""
        return caps_of(self.rule, self._language)

    @cached_property
    def floors(self) -> list[tuple[Domain, int, str]]:
        """Domain, fewest steps, and when."""
        return floors_of(self.rule, self._language)

    @cached_property
    def starts(self) -> list[Start]:
        """Each body of evidence, the most certain first."""
        rule = self.rule
        return [Start(body, start, rule.supported.get(body, ""), body in rule.raised) for body, start in rule.start.items()]

    @cached_property
    def studies(self) -> list[tuple[str, list[str]]]:
        """How a study compares, and the body of evidence that it makes for each of QUESTIONS ("" for none)."""
        rule = self.rule
        return [
            (how[self._language], [rule.bodies[question].get(name, "") for question in QUESTIONS])
            for name, how in rule.words.compares.items()
        ]

    @cached_property
    def fits(self) -> list[Fits]:
        """Each strength of wording with what it fits, the strongest first."""
        allowed, levels = self.rule.wording, (self.rule.wording.harm, self.rule.wording.description)

        def fitting(table: Mapping[str, Wording], wording: Wording) -> list[str]:
            return [name for name, fit in table.items() if fit == wording]

        certainties = {str(rating): fit for rating, fit in allowed.certainty.items()}
        return [Fits(one, *(fitting(table, one) for table in (certainties, *levels))) for one in WORDINGS]

    @cached_property
    def margins(self) -> Mapping[Margin, list[str]]:
        """Our smallest differences, each with the outcomes that are held against it; harms first, the smallest first."""
        found: dict[Margin, list[str]] = {}
        for name, word in self._review.vocabulary.outcome.items():
            ours = word.limit if word.side == "harm" else word.trivial
            if ours is not None:
                found.setdefault((word.side != "harm", word.unit, ours), []).append(name)
        return dict(sorted(found.items()))

    @cached_property
    def worthwhile(self) -> Mapping[str, list[Worthwhile]]:
        """Outcome to the smallest worthwhile differences that were published for it."""
        words = self._review.vocabulary.outcome.items()
        return {name: word.worthwhile for name, word in words if word.worthwhile}

    def examples(self, size: Size) -> Iterator[str]:
        """The sentence of a result of one size at each certainty, for a benefit counted in people, of A and B."""
        words = self._review.vocabulary.outcome.values()
        word = next(w for w in words if w.side == "benefit" and w.unit == "people" and w.phrase)
        assert word.phrase is not None  # it was chosen by it
        t = labels(self._language)
        phrases = Phrases(t["method_treatment"], t["method_against"], word.phrase[self._language])
        for rating in self.ratings:
            meaning = Meaning(rating, size, "benefit", counts=True, more=upward(word), matters=False)
            yield sentence(meaning, phrases, self._language)
