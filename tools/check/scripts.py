"""Each text is in its own language: no Japanese in an English one, and no Japanese one without it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tools.check.bilingual import names_of, texts_of
from tools.check.registry import Findings, rule
from tools.records.sources import Reference
from tools.records.vocabulary import Vocabulary
from tools.records.words import Language, Text
from tools.text.messages import Message, say

_KANA = re.compile("[ぁ-ゖァ-ヺｦ-ﾟ]")
_HAN = re.compile("[々〇㐀-䶿一-鿿豈-﫿]")
_HANGUL = re.compile("[ᄀ-ᇿ가-힣][ᄀ-ᇿ가-힣]*")
_SIGN = "[ぁ-ゖァ-ヺｦ-ﾟ々〇㐀-䶿一-鿿豈-﫿。、「」]"
_JAPANESE = re.compile(f"{_SIGN}{_SIGN}*")
# A name or a term may be given in its own language in quotes or brackets.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|\([^()]*\)|（[^（）]*）|`[^`]*`|\{\{[^}]*\}\}|https?://\S+")
_ENGLISH_WORD = re.compile(r"\b[a-z]{2,}\b")
# One word of a sentence, or the first of it; names of scales and devices are in capitals, or have some inside.
_CAPITALISED = re.compile(r"(?<![A-Za-z-])[A-Z][a-z]{3,}(?![A-Za-z-])")
_SENTENCE_END = re.compile("[。\n]")
# What a Chinese sentence hardly does without.
_CHINESE = re.compile("[的是在了有不为這这]")
# So many Chinese characters in a row are a sentence, or a part of one.
_SENTENCE = 12
# English words in a row; names of journals and products, and units, hold none of the words that only sentences have.
_IN_A_ROW = re.compile(r"(?<![A-Za-z])[A-Za-z][A-Za-z’'-]*(?:[,;:.]? +[A-Za-z][A-Za-z’'-]*){2,}")
_ONLY_IN_SENTENCES = re.compile(
    r"\b(?:[Tt]he|of|and|was|were|is|are|in|with|to|an?|for|[Nn]o|not|[Ii]t|by|from|at|on|than|had|did|been|that|this|or|as|[Ww]e)\b"
)
_PROSE = 4
# Two English words in a row, or one with a Japanese verb: 「special controlsに分類」, 「classified された」.
_LEFT = re.compile(
    r"(?<![A-Za-z’'-])(?!post hoc|theta burst)[a-z]{3,} [a-z]{3,}(?![A-Za-z-])"
    r"|(?<![A-Za-z-])[a-z]{2,}(?:ed|ing) ?(?=され|して|しま|する)"
)
# A bracket is for a name; a sentence in it was left there. Blanks to be filled in by hand are no letters.
_SENTENCE_IN_BRACKETS = re.compile("[(（][^()（）]*(?:です|ます|ました|ません|でした|した|ない|ある|いる|れる)。?[)）]")
_WIDE = re.compile("(?<![ぁ-ヺ々〇㐀-鿿。、])[！-／：-＞＠-＾｀-～　〜・]+(?![ぁ-ヺ々〇㐀-鿿])")


@rule("wrong-language", each="bilingual")
def texts_are_in_their_language(text: Text) -> Findings:
    """The Japanese of a text is Japanese, and the English English; a name or a term in brackets or quotes may be in the other.

    Bad: answer: {ja: It may work., en: 効くかもしれません。}
    Good: answer: {ja: 効くかもしれません。, en: It may work.}
    """
    no_japanese = not (_KANA.search(text.ja) or _HAN.search(text.ja))
    if text.ja == text.en and _ENGLISH_WORD.search(text.en) and no_japanese:
        yield (), say("wrong-language.copy")
    elif no_japanese and _JAPANESE.search(text.en):
        yield (), say("wrong-language.swapped")
    elif no_japanese and len(_ENGLISH_WORD.findall(text.ja)) > 1:
        yield ("ja",), say("wrong-language.no-japanese")
    elif message := _wrong(text.ja, "ja"):
        yield ("ja",), message
    if message := _wrong(text.en, "en"):
        yield ("en",), message


@rule("wrong-language", each="vocabulary")
def names_are_in_their_language(vocabulary: Vocabulary) -> Findings:
    """The same of the names of a term.

    Bad: tea: {ja: [お茶], en: [お茶]}
    Good: tea: {ja: [お茶], en: [tea]}
    """
    for at, names in names_of(vocabulary):
        for index, name in enumerate(names.en):
            if found := _JAPANESE.search(name):
                yield (*at, "en", index), say("wrong-language.japanese", words=found.group())
        for index, name in enumerate(names.ja):
            if foreign := _not_japanese(name):
                yield (*at, "ja", index), foreign


@rule("wrong-language", each="vocabulary")
def words_are_translated(vocabulary: Vocabulary) -> Findings:
    """The label of a word is translated, even where it is one English word with a capital: `MADRS` is a name, `Headache` is not.

    Bad: headache: {label: {ja: Headache, en: Headache}, …}
    Good: headache: {label: {ja: 頭痛, en: Headache}, …}
    """
    for at, text in texts_of(vocabulary):
        if text.ja == text.en and _CAPITALISED.search(text.en) and not _ENGLISH_WORD.search(text.en):
            yield at, say("wrong-language.copy")


@rule("wrong-language", each="reference")
def english_fields_are_english(reference: Reference) -> Findings:
    """What a source says in English is English; a name or a term in brackets or quotes may be in another language.

    Bad: population = {眠れない成人}
    Good: population = {adults who cannot sleep}
    """
    for field in ("titleen", "authoren", "population", "funding"):
        value = getattr(reference, field)
        if value and not value.isascii() and (message := _wrong(value, "en")):
            yield (field,), message


@rule("wrong-language", each="page")
def pages_are_in_their_language(language: Language, text: str) -> Findings:
    """A hand-written page is in the language of its folder.

    Bad: docs/en/method.md: 検索は二人で行いました。
    Good: docs/en/method.md: Two people searched.
    """
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced and (message := _wrong(re.sub(r"<[^>]*>|\[[^]]*\]\([^)]*\)|\*\*[^*]*\*\*", "", line), language)):
            yield (number,), message


@lru_cache(maxsize=2**15)
def _wrong(text: str, language: Language) -> Message | None:
    """What in a text is of another language."""
    own = _QUOTED.sub("", text)
    if found := _HANGUL.search(own):
        return say("wrong-language.other", words=found.group())
    if language == "en":
        if found := _JAPANESE.search(own) or _SENTENCE_IN_BRACKETS.search(text):
            return say("wrong-language.japanese", words=found.group())
        found = None if text.isascii() else _WIDE.search(text)
        return say("wrong-language.wide", found=found.group()) if found else None
    return _not_japanese(own) or _english_prose(own)


def _not_japanese(text: str) -> Message | None:
    """Characters that no Japanese standard has, and sentences of Chinese characters alone."""
    strange = "".join(sign for sign in dict.fromkeys(_HAN.findall(text)) if not _is_japanese(sign))
    if strange:
        return say("wrong-language.chinese", words=strange)
    for sentence in _SENTENCE_END.split(text):
        if not _KANA.search(sentence) and len(_HAN.findall(sentence)) >= _SENTENCE and _CHINESE.search(sentence):
            return say("wrong-language.chinese", words=sentence[:_SENTENCE])
    return None


@cache
def _is_japanese(character: str) -> bool:
    for standard in ("shift_jisx0213", "cp932"):
        try:
            return bool(character.encode(standard))
        except UnicodeEncodeError:
            continue
    return False


def _english_prose(text: str) -> Message | None:
    """A run of words that only an English sentence has."""
    for found in _IN_A_ROW.finditer(text):
        if _ONLY_IN_SENTENCES.search(found.group()) or len(_ENGLISH_WORD.findall(found.group())) >= _PROSE:
            return say("wrong-language.english", words=found.group()[:60])
    left = _LEFT.search(text)
    return say("wrong-language.english", words=left.group().strip()) if left else None
