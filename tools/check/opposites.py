"""Words that are each other's opposites, in both languages: left and right, before and after, rose and fell. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from tools.check.aligned import sentence_pairs
from tools.check.kinds import Word as _Word
from tools.check.kinds import kinds, kinds_in
from tools.records.words import LANGUAGES, Language, Text

_TIMES = "(?=[0-9一二三四五六七八九十]+回)"
_PAIRS: Mapping[str, Mapping[str, _Word]] = {
    "side": {
        "left": _Word("左", "left(?=[- ](?!out|over|to|for|the|an?|it|them|un))", "left"),
        "right": _Word("右", "right(?=[- ](?!to|after|away))", "right"),
    },
    "coil": {
        "eight": _Word("[8八]の字", r"figure[- ]of[- ](?:8|eight)", "butterfly|focal|figure"),
        "h": _Word("(?<![a-z])hコイル", "h-?[0-9]* ?coils?", "deep"),
    },
    "sex": {
        "men": _Word("男性|男子", "m[ae]n|males?|boys?"),
        "women": _Word("女性|女子|妊婦", "wom[ae]n|females?|girls?", r"pregnan\w*|mothers?"),
    },
    "frequency": {
        "high": _Word("高頻度", "high(?:er)?[- ]frequency", "fast(?:er)?|high"),
        "low": _Word("低頻度", "low(?:er)?[- ]frequency", "slow(?:er)?|low"),
    },
    "time": {
        "before": _Word(
            "(?<![人午以直名空頭手事])前(?=[、。のにはでとまかを])",
            "before(?:hand)?|prior to|pre-?treatment",
            "baseline|previous(?:ly)?|earlier|first|until|onset|start",
        ),
        "after": _Word(
            "(?<![午以最背前])後(?=[、。のにはでともかを)]|[0-9])|(?<=[たの])あと",
            "after(?:wards)?|later|post-?treatment",
            "following|followed|since|end|at|by|past|then|over|within|until",
        ),
    },
    "amount": {
        "up": _Word(
            "多く(?!の|は|が|で)|多い|多か",
            "more",
            "many|most(?:ly)?|(?<!less )often|extra|additional|(?<!less )frequent|majority|added|adds?",
        ),
        "down": _Word("少な", "fewer|less", r"few\w*|least|rare\w*|hardly|little|scarce|limited|small\w*|minority"),
    },
    "level": {
        "up": _Word("高く|高い|高か", "higher", r"high\w*|rais\w*|elevat\w*|great\w*|larg\w*|strong\w*|more"),
        "down": _Word("低く|低い|低か", "lower", r"low\w*|reduc\w*|small\w*|weak\w*|less|deficit|impair\w*|hypo\w*"),
    },
    "trend": {
        "up": _Word(
            "増え|増加|増し|増や|上昇|(?<!以)上が|(?<!以)上げ|高ま|高め",
            "increas(?:e|ed|es|ing)|rais(?:e|ed|es|ing)|ris(?:es?|en|ing)|rose|grew",
            r"grow\w*|enhanc\w*|add\w*|long\w*|up|improv\w*|more|higher|strong\w*|larger|greater|rather|gain\w*",
        ),
        "down": _Word(
            "減|低下|下が|下げ|抑え",
            "decreas(?:e|ed|es|ing)|reduc(?:e|ed|es|ing)|lower(?:ed|s|ing)|fell|falls?|fallen|dropp?(?:ed|s)?",
            r"declin\w*|shr[aiu]nk\w*|down|suppress\w*|short\w*|calm\w*|inhibit\w*|weak\w*|dampen\w*|lessen\w*|cut|loss|lost|worse\w*"
            r"|eas(?:e[ds]?|ing)|reliev\w*|prevent\w*|protect\w*|falling|reduction|soft\w*|mild\w*|lower|fewer|less|smaller|low|anti\w*|block\w*",
        ),
    },
    "course": {
        "better": _Word(
            "改善|よくな|良くな|軽くな|軽減|和らい|和らげ",
            "improv(?:e|ed|es|ing|ement)|better",
            r"eas(?:e[ds]?|ing)|reliev\w*|lessen\w*|benefi\w*|gain\w*|recover\w*|reduc\w*|fe[lw]\w*|low\w*|mild\w*|help\w*|favour\w*|less"
            r"|remission|respon\w*|regain\w*|well|restor\w*|soften\w*|cured?|falls?|small\w*",
        ),
        "worse": _Word(
            "悪化|悪くな|重くな", r"worse(?:n\w*)?|deteriorat\w*|aggravat\w*", r"exacerbat\w*|grow\w*|progress\w*|advanc\w*|not"
        ),
    },
    "factor": {
        "half": _Word("半(?:分|減|数|ば)", r"half|halv(?:e|ed|es|ing)", "50|fifty|0[.]5|1 in 2|one in two"),
        "double": _Word("(?<![0-9.])(?:2|二)倍|倍増", r"twice|doubl(?:ed|es|ing)|2 times|two-?fold|2-fold", "double|two|2"),
        # 「3分の1」 is a number, and compared as one; “a third” may be the next after a second.
        "third": _Word("(?!)", r"(?:an?|one)[- ]third|thirds", "third"),
        "quarter": _Word("(?!)", r"(?:an?|one)[- ]quarter|quarters", "quarter|fourth"),
    },
    "difference": {
        "none": _Word(
            "差(?:は|が|も)?[^。、]{0,14}(?:ない|なかった|なく|ません|ず)|同程度|同等",
            r"no (?:[a-z]+ ){0,2}difference|not (?:[a-z]+ )?differ|not (?:[a-z]+ )?different",
            r"not|\w+n[’']t|no|none|neither|hardly|nobody|similar\w*|comparable|equal\w*|same|nor|without|alike|unclear|cannot|like|match\w*|little",
        ),
        "some": _Word(
            "差が(?:ありま|あっ|出ま|示されま|見られま|認められま)(?!せん|せず|す[がか])",
            r"(?<!not )(?<!not significantly )differed(?! by)",
            r"differ\w*|better|superior|more|fewer|less|higher|lower|gap|advantage\w*|beat",
        ),
    },
    "rate": {
        "day": _Word(f"毎日|(?:1|一)日に?{_TIMES}", "(?:per|an?|each|every|one) day|daily"),
        "week": _Word(f"毎週|週に?{_TIMES}", "(?:per|an?|each|every) week|weekly"),
        "month": _Word(f"毎月|月ごと|(?<![0-9か])月に?{_TIMES}", "(?:per|an?|each|every) month|monthly"),
        "year": _Word(f"毎年|(?<![0-9])年に?{_TIMES}", r"(?:per|an?|each|every) year|yearly|annual\w*"),
    },
}
# What is said of one thing in turn, and by each language in its own order.
_IN_ANY_ORDER = {"course", "factor", "difference", "rate"}
# With what letter one of them may begin: most places in a text are passed over by this alone.
_BEGIN = {
    "ja": "(?=[左右高低前後あ増上多減下少抑改よ良軽和悪重半2二倍差同毎1一週月年8八h男女妊])",
    "en": r"(?<!\w)(?=[2abdefghilmnoprstwy])",
}


def _certain(pairs: Mapping[str, Mapping[str, _Word]], language: Language, begin: str) -> re.Pattern[str]:
    """One group for each word, named `pair_word`."""
    forms = [f"(?P<{pair}_{name}>{getattr(word, language)})" for pair, words in pairs.items() for name, word in words.items()]
    return re.compile(f"{begin}(?:{'|'.join(forms)})" + (r"\b" if language == "en" else ""))


_CERTAIN = {language: _certain(_PAIRS, language, _BEGIN[language]) for language in LANGUAGES}


@lru_cache(maxsize=2**15)
def words_in(sentence: str, language: Language) -> Mapping[str, Mapping[str, list[str]]]:
    """Pair → each of its words that a sentence says, as often as it does."""
    said: dict[str, dict[str, list[str]]] = {}
    plain = sentence.lower()
    for found in _CERTAIN[language].finditer(plain):
        pair, _, name = (found.lastgroup or "").partition("_")
        said.setdefault(pair, {}).setdefault(name, []).append(found.group())
    for kind, name, words in kinds_in(plain, language):
        said.setdefault(kind, {}).setdefault(name, []).append(words)
    return said


@cache
def _also(pair: str, name: str) -> re.Pattern[str]:
    word = (_PAIRS.get(pair) or kinds()[pair])[name]
    return re.compile(rf"\b(?:{word.also or '(?!)'})\b", re.IGNORECASE)


def _may_say(sentence: str, language: Language, pair: str, name: str) -> bool:
    return language == "en" and bool(_also(pair, name).search(sentence))


def opposed(one: str, language: Language, other: str, other_language: Language) -> Iterator[tuple[str, str]]:
    """Where one text says the opposite of another, which does not say the same as well: the words of both."""
    ours = words_in(one, language)
    theirs = words_in(other, other_language) if ours else {}
    for pair in ours.keys() & theirs.keys():
        mine, yours = ours[pair], theirs[pair]
        # A translation names a kind as often as it is meant; an opposite, and a summary, may leave it to the context.
        counts = pair in kinds() and language != other_language
        lost = [name for name in mine if name not in yours or (counts and len(mine[name]) > len(yours[name]))]
        more = [name for name in yours if len(yours[name]) > len(mine.get(name, ()))]
        for name, instead in product(lost, more):
            if not _may_say(other, other_language, pair, name) and not _may_say(one, language, pair, instead):
                yield mine[name][0], yours[instead][0]


def differently_told(text: Text) -> tuple[str, str] | None:
    """The first words in which a sentence says the opposite of its translation: Japanese and English."""
    return next((found for one, other in sentence_pairs(text) for found in _turned(one, other)), None)


def _turned(japanese: str, english: str) -> Iterator[tuple[str, str]]:
    yield from opposed(japanese, "ja", english, "en")
    ours = words_in(japanese, "ja")
    theirs = words_in(english, "en") if ours else {}
    if theirs:
        yield from ((mine, yours) for yours, mine in opposed(english, "en", japanese, "ja"))
    for pair in (ours.keys() & theirs.keys() & _PAIRS.keys()) - _IN_ANY_ORDER:
        mine, yours = ours[pair], theirs[pair]
        once = all(len(words) == 1 for words in (*mine.values(), *yours.values()))
        if once and len(mine) == 2 and list(mine) == list(yours)[::-1]:  # less of the one and more of the other
            yield next(iter(mine.values()))[0], next(iter(yours.values()))[0]
