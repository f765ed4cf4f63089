"""Rules on what a claim answers: no more than its level bears, in one line as in two, under a title that asserts nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.profile import profile
from tools.appraisal.strength import Strong, leaves_open, presumed, sentences, strong
from tools.appraisal.wording import bears, compare_wording
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.sources import Article
from tools.records.words import LANGUAGES, Language, Level, Text, is_below, rank_of
from tools.text.marks import CITATION
from tools.text.messages import say
from tools.text.titles import asserting

_CONCLUSIONS = ("title", "short", "answer", "level_note")
_ANSWERS = ("short", "answer")
# Said of a treatment in the sense of the method page; said of an effect, it is the level of that name.
_ESTABLISHED = {"ja": re.compile("確立した(?=治療)"), "en": re.compile(r"\bestablished (?=treatment\b)", re.I)}

# What an appraisal puts into somebody's mouth, or only takes up.
_HEAD = re.compile(r"^\s*(?:[-*] )?\*\*(?P<words>[^*]*)\*\*")
# A head is a name of what follows, or a sentence; in Japanese one that ends in a verb.
_IS_SENTENCE = {"ja": re.compile("(?:ます|ました|ません|です|でした)[。！]?$"), "en": re.compile(r"[.!]$")}
_QUOTED = re.compile('“[^”]*”|「[^」]*」|"[^"]*"')
_CODE = re.compile(r"\b[A-Z]{3}-[0-9]{2}\b")
# On a page: questions that are links, where a link leads, and what is quoted.
_NOT_SAID = re.compile(r"\[[^\]]*(?:か|\?)\](?=\()|(?<=\])\([^)]*\)|“[^”]*”|「[^」]*」|`[^`]*`")
_TAKEN_UP = {
    "ja": re.compile("考え(?:は|方|で)|仮説|理屈|推論|記事"),
    "en": re.compile(r"\b(?:idea|hypothes[ie]s|argument|reasoning|theory|article)\b", re.I),
}
_TOLD = {
    "ja": re.compile("著者|結論|と(?:述べ|主張|報告|説明|判断|評価)|とし(?:て|ま)|どれだけ|どの程度|としても|とは別|とは限"),
    "en": re.compile(
        r"\b(?:authors?|conclud\w+|sa(?:y|ys|id)|report\w*|claim\w*|hold|holds|call\w*|stat\w+|wr[io]te\w*|how)\b", re.I
    ),
}


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def answers_stay_below_their_level(claim: Claim, judged: Judged) -> Findings:
    """What a claim answers uses no words that are stronger than its level and its certainty bear, in either language.

    Bad: {level: hypothetical, answer: {ja: お茶を加えるとよく効きます。, en: Adding tea works better.}}
    Good: {level: hypothetical, answer: {ja: よく効くかは分かっていません。, en: Whether it works better is not known.}}
    """
    for field, language, text in _conclusions(claim):
        for found in _too_strong(text, language, judged):
            if not (found.denies and judged.contradicted):
                by_level = not bears(claim.level, found.wording, profile())
                name = "answer-above-level" if by_level else "answer-above-level.certainty"
                yield (field, language), say(name, words=found.words, level=claim.level, certainty=claim.certainty)
                break


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def open_claims_are_answered_as_open(claim: Claim, judged: Judged) -> Findings:
    """Below “supported” each sentence of the answer speaks of the evidence, and what is not known is not taken for granted.

    Bad: {level: hypothetical, answer: {ja: お茶を加えると結果が二倍になります。, en: Adding tea doubles the result.}}
    Good: {level: hypothetical, answer: {ja: 研究は見つかりませんでした。, en: No study of it was found.}}
    """
    if not is_below(claim.level, "supported") or judged.contradicted:
        return
    for field in _ANSWERS:
        for language in LANGUAGES:
            for sentence in sentences(getattr(claim, field)[language], language):
                if not leaves_open(sentence, language) and not any(_too_strong(sentence, language, judged)):
                    yield (field, language), say("answer-above-level.not-open", sentence=sentence, level=claim.level)
    for field in ("unknown", "would_change"):
        for language in LANGUAGES:
            text = getattr(claim, field)[language]
            if words := presumed(text, language) or (field == "unknown" and _asserted(text, language, claim.level)):
                yield (field, language), say("answer-above-level", words=words, level=claim.level)


@rule("answer-above-level", each="claim")
def appraisals_assert_with_a_source(claim: Claim) -> Findings:
    """What an appraisal puts as a fact, above the level, is in a sentence that cites its source, or tells who says so.

    Bad: {level: preclinical, appraisal: {en: Tea is effective in people., …}}
    Good: {level: preclinical, appraisal: {en: 'Tea was effective in mice [@mori2019mice].', …}}
    """
    if bears(claim.level, "asserted", profile()):
        return
    for language in LANGUAGES:
        for paragraph in filter(None, claim.appraisal[language].split("\n")):
            for words in (*_asserted_at_its_head(paragraph, language), *_in_its_own_voice(paragraph, language)):
                yield ("appraisal", language), say("answer-above-level.appraisal", words=words, level=claim.level)


def _asserted_at_its_head(paragraph: str, language: Language) -> Iterator[str]:
    """The words by which the bold head of a paragraph is an assertion, whatever source follows it."""
    head = _HEAD.match(paragraph)
    said = _QUOTED.sub("", head["words"]).strip() if head else ""
    if _IS_SENTENCE[language].search(said) and not _TAKEN_UP[language].search(said) and not _TOLD[language].search(said):
        yield from (found.words for found in strong(said, language) if found.wording == "asserted")


def _in_its_own_voice(paragraph: str, language: Language) -> Iterator[str]:
    """The words that a paragraph puts as a fact without a source; none where it takes up an idea, or the article."""
    if _TAKEN_UP[language].search(paragraph):
        return
    for sentence in sentences(_HEAD.sub("", paragraph), language):
        if CITATION.search(sentence) or _TOLD[language].search(sentence):
            continue
        own = _QUOTED.sub("", sentence)
        yield from (found.words for found in strong(own, language) if found.wording == "asserted")


@rule("answer-above-level", each="article", whole=("claim",))
def the_plain_statement_stays_below_its_levels(article: Article, assessed: Assessed) -> Findings:
    """A sentence of the plain statement is not stronger than the weakest claim that it alone is about.

    Bad: plain_statement: {text: {en: Adding tea is proven to help., …}, levels: {lamp-and-tea: hypothetical}}
    Good: plain_statement: {text: {en: Adding tea is a hypothesis., …}, levels: {lamp-and-tea: hypothetical}}
    """
    named = [assessed.claims[i] for i in article.plain_statement.levels if i in assessed.claims]
    facts = [judged for judged in named if judged.claim.kind == "description"]
    claims = sorted((judged for judged in named if judged not in facts), key=lambda judged: rank_of(judged.claim.level))
    for language in LANGUAGES if claims else ():
        for sentence in sentences(article.plain_statement.text[language], language):
            about = _subject(sentence, language, claims, assessed.review)
            told = _ESTABLISHED[language].sub("", sentence) if _is_established(about, facts) else sentence
            for found in _too_strong(told, language, about):
                claim, words = about.claim, found.words
                yield (
                    ("plain_statement", "text", language),
                    say(
                        "answer-above-level.statement", words=words, code=claim.code, level=claim.level, certainty=claim.certainty
                    ),
                )
                break


@rule("answer-above-level", each="page", whole=("claim",))
def pages_stay_below_the_level_of_what_they_name(text: str, language: Language, assessed: Assessed) -> Findings:
    """What a hand-written page says of the open part of the plain statement, by the name that it has there, is no stronger.

    Bad: Adding tea makes the lamp stronger.
    Good: Whether adding tea makes the lamp stronger is not known.
    """
    statement = assessed.review.article.plain_statement
    named = [assessed.claims[i] for i in statement.levels if i in assessed.claims]
    for judged, names in _with_names(sorted(named, key=lambda judged: rank_of(judged.claim.level)), language, assessed.review):
        own = [name for name in names if name in statement.text[language].casefold()]
        if judged.claim.kind == "description" or not is_below(judged.claim.level, "supported"):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if _CODE.search(line.replace(judged.claim.code, "")):
                continue  # a row of a list of claims is about these
            for sentence in sentences(_NOT_SAID.sub("", line), language):
                if any(name in sentence.casefold() for name in own) and (
                    found := next(_too_strong(sentence, language, judged), None)
                ):
                    message = say("answer-above-level.page", words=found.words, code=judged.claim.code, level=judged.claim.level)
                    yield (number,), message


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
            asks = claim.title[language].endswith(("か", "？", "?"))
            yield ("title", language), say("title-asserts.presumed" if asks else "title-asserts", words=words)


def _conclusions(claim: Claim) -> Iterator[tuple[str, Language, str]]:
    """Field, language and text of what a claim concludes; not a title that asserts, which is a fault at any level."""
    for field in _CONCLUSIONS:
        text: Text | None = getattr(claim, field)
        if text is not None:
            yield from ((field, lang, text[lang]) for lang in LANGUAGES if not (field == "title" and asserting(text[lang], lang)))


def _too_strong(text: str, language: Language, judged: Judged) -> Iterator[Strong]:
    """The words of a text that the level does not bear, or the certainty where there is one."""
    level, certain = judged.claim.level, judged.judgement.certainty
    for found in strong(text, language, studied=_studied(level)):
        if not bears(level, found.wording, profile()) or (certain and compare_wording(found.wording, judged.allowed_wording) > 0):
            yield found


def _asserted(text: str, language: Language, level: Level) -> str:
    """The first words that put something as a fact, or ""; what is not known has none."""
    found = (one.words for one in strong(text, language, studied=_studied(level)) if one.wording == "asserted")
    return next(found, "")


def _studied(level: Level) -> bool:
    return level != "hypothetical"


def _is_established(treatment: Judged, facts: Sequence[Judged]) -> bool:
    """True where a treatment is supported, accepted by more authorities than reject it, and (a fact on record) approved."""
    votes = Counter(voice.vote for voice in treatment.voices)
    holding = [judged for judged in (treatment, *facts) if not is_below(judged.claim.level, "supported")]
    return len(holding) > 1 and treatment in holding and votes["accepts"] > votes["rejects"]


def _subject(sentence: str, language: Language, claims: Sequence[Judged], review: Review) -> Judged:
    """The weakest claim that a sentence is about, by a name that no stronger one has in its title; otherwise the strongest."""
    about = claims[0]
    for judged, names in _with_names(claims, language, review):
        if any(name in sentence.casefold() for name in names):
            about = judged
    return about


def _with_names(claims: Iterable[Judged], language: Language, review: Review) -> Iterator[tuple[Judged, set[str]]]:
    """Each claim, the strongest first, with the names of its title that none before it has."""
    known: set[str] = set()
    for judged in claims:
        names = _named(judged.claim.title[language], language, review)
        yield judged, names - known
        known |= names


def _named(title: str, language: Language, review: Review) -> set[str]:
    """The names of terms that are in a title, but those that say how well something works."""
    names = {name.casefold() for term in review.vocabulary.term.values() for name in term[language]}
    return {name for name in names if name in title.casefold() and not strong(name, language)}
