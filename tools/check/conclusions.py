"""Rules on what a claim answers: no more than its level bears, in one line as in two, under a title that asserts nothing."""

from __future__ import annotations

from collections.abc import Iterator

from tools.appraisal.assess import Judged
from tools.appraisal.levels import is_below
from tools.appraisal.strength import Strong, leaves_open, sentences, strong
from tools.appraisal.wording import bears
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.sources import Article
from tools.records.words import LANGUAGES, LEVELS, Language, Level, Text
from tools.text.messages import say
from tools.text.titles import asserting

_CONCLUSIONS = ("title", "short", "answer", "level_note")
_ANSWERS = ("short", "answer")


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def answers_stay_below_their_level(claim: Claim, judged: Judged) -> Findings:
    """What a claim answers uses no words that are stronger than its level bears, in either language.

    Bad: {level: hypothetical, answer: {ja: お茶を加えるとよく効きます。, en: Adding tea works better.}}
    Good: {level: hypothetical, answer: {ja: よく効くかは分かっていません。, en: Whether it works better is not known.}}
    """
    for field, language, text in _conclusions(claim):
        for found in _too_strong(text, language, claim.level):
            if not (found.denies and judged.contradicted):
                yield (field, language), say("answer-above-level", words=found.words, level=claim.level)
                break


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def open_claims_are_answered_as_open(claim: Claim, judged: Judged) -> Findings:
    """The answer to a claim that is inconclusive or weaker says what is not known, not found or disputed.

    Bad: {level: hypothetical, answer: {ja: お茶を加えると結果が二倍になります。, en: Adding tea doubles the result.}}
    Good: {level: hypothetical, answer: {ja: 研究は見つかりませんでした。, en: No study of it was found.}}
    """
    if not is_below(claim.level, "supported") or judged.contradicted:
        return
    for field in _ANSWERS:
        for language in LANGUAGES:
            text = getattr(claim, field)[language]
            above = any(_too_strong(text, language, claim.level))
            if not above and not leaves_open(text, language):
                yield (field, language), say("answer-above-level.not-open", field=field, level=claim.level)


@rule("answer-above-level", each="article", whole=("claim",))
def the_plain_statement_stays_below_its_levels(article: Article, review: Review) -> Findings:
    """A sentence of the plain statement is not stronger than the weakest claim that it alone is about.

    Bad: plain_statement: {text: {en: Adding tea is proven to help., …}, levels: {lamp-and-tea: hypothetical}}
    Good: plain_statement: {text: {en: Adding tea is a hypothesis., …}, levels: {lamp-and-tea: hypothetical}}
    """
    claims = [review.claims[i] for i in article.plain_statement.levels if i in review.claims]
    claims.sort(key=lambda claim: LEVELS.index(claim.level))
    for language in LANGUAGES if claims else ():
        for sentence in sentences(article.plain_statement.text[language], language):
            about = _subject(sentence, language, claims, review)
            for found in _too_strong(sentence, language, about.level):
                at = ("plain_statement", "text", language)
                yield at, say("answer-above-level.statement", words=found.words, code=about.code, level=about.level)
                break


@rule("short-not-one-sentence", each="claim")
def shorts_are_one_sentence(claim: Claim) -> Findings:
    """The answer in one line is one whole sentence.

    Bad: short: {ja: '調べたのはマウスだけです。人では不明です。', en: Studied in mice only}
    Good: short: {ja: 調べたのはマウスだけです。, en: It was studied in mice only.}
    """
    for language in LANGUAGES:
        text = claim.short[language]
        if len(sentences(text, language)) != 1 or not text.endswith(("。", "？") if language == "ja" else (".", "?")):
            yield ("short", language), say("short-not-one-sentence")


@rule("title-asserts", each="claim")
def titles_assert_nothing(claim: Claim) -> Findings:
    """A title is a noun phrase or a question, in both languages, since a list shows it without the answer.

    Bad: title: {ja: お茶は心を静める, en: Tea calms the mind}
    Good: title: {ja: お茶と心の落ち着き, en: Does tea calm the mind?}
    """
    for language in LANGUAGES:
        if words := asserting(claim.title[language], language):
            yield ("title", language), say("title-asserts", words=words)


def _conclusions(claim: Claim) -> Iterator[tuple[str, Language, str]]:
    """Field, language and text of what a claim concludes; not a title that asserts, which is a fault at any level."""
    for field in _CONCLUSIONS:
        text: Text | None = getattr(claim, field)
        if text is not None:
            yield from ((field, lang, text[lang]) for lang in LANGUAGES if not (field == "title" and asserting(text[lang], lang)))


def _too_strong(text: str, language: Language, level: Level) -> Iterator[Strong]:
    """The words of a text that the level does not bear."""
    for found in strong(text, language, studied=_studied(level)):
        if not bears(level, found.wording):
            yield found


def _studied(level: Level) -> bool:
    return level != "hypothetical"


def _subject(sentence: str, language: Language, claims: list[Claim], review: Review) -> Claim:
    """The weakest claim that a sentence is about, by a name that no stronger one has in its title; otherwise the strongest."""
    about, known = claims[0], _named(claims[0].title[language], language, review)
    for claim in claims[1:]:
        named = _named(claim.title[language], language, review)
        if any(name in sentence.casefold() for name in named - known):
            about = claim
        known |= named
    return about


def _named(title: str, language: Language, review: Review) -> set[str]:
    """The names of terms that are in a title, but those that say how well something works."""
    names = {name.casefold() for term in review.vocabulary.term.values() for name in term[language]}
    return {name for name in names if name in title.casefold() and not strong(name, language)}
