"""A denial that only one language of a sentence makes: 「差はなかった」 beside “A difference was found”. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.check.aligned import sentence_pairs
from tools.records.words import Language, Text

# Said plainly, so that the other language has to say it too.
_PLAIN: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?<!かもしれ)(?:(?<!変わり)ません(?!か)|なかった|(?<![0-9一-龥])ない(?:[。、と]|こと)|なく、)|(?<=[らりかさたわれきせえけ])ず(?:[、。に]|$)"
    ),
    "en": re.compile(
        r"\b(?:no|not|none|nobody|nothing|never|neither|nor|cannot|without|\w+n[’']t)\b"
        r"(?! (?:only|(?:more|less|fewer|later|earlier) than)\b)",
        re.IGNORECASE,
    ),
}
# One of these is in all that is said so, and found sooner.
_DENIES: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("ません|なかった|ない|なく、|ず"),
    "en": re.compile(r"\b(?:n(?:o|ever|either)|cannot|without)|n[’']t"),
}
# What may say the same in other words: one of them anywhere in the sentence is enough.
_ALSO: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?<!かもしれ)(?:ません|な[いかくけし])|ず(?!っと|れ)|[未非不否]|無(?!作為|料)|(?<!以)外|除|欠|まれ|乏し|だけ|限[らる]|のみ|わずか"
        "|少な|失|足り|難し|(?<![0-9.])0(?![0-9.])|ゼロ|同[じ程等様]|別|違|異|逃|代わり|反[しす対]|見送|やめ|中止|止め|まだ|募集前|言い切|方がよい"
    ),
    "en": re.compile(
        r"\b(?:no|not|none|nobody|nothing|never|neither|nor|cannot|without|\w+n[’']t|un(?!der|til|it|ion|ique)\w+|non\w*|irre\w+"
        r"|in(?:effective|suffic|signif|conclus|defin|complete|consist|ab|capab|adequa|frequen|depend|different|appropr|valid"
        r"|operable|direct|toler)\w*|im(?:poss|prob|matur|prec)\w+|dis(?!ease|order|tr|cu|cov|tin|play)\w+"
        r"|lack\w*|fail\w*|miss\w*|absen\w*|few\w*|little|less|only|(?:rather|other) than|except\w*|exclud\w*|leav\w*|left out"
        r"|(?:out(?:side)?|short) of|outside|free|zero|0|hardly|rare\w*|scarce\w*|limited|beyond|too|avoid\w*|refus\w*"
        r"|den[iy]\w*|reject\w*|declin\w*|instead|same|stay(?:s|ed)?|robust|whatever|similar\w*|comparable|equal\w*|alike|refractor\w*|hard"
        r"|difficult\w*|lost|doubt\w*|deficien\w+|before|until|yet|still|resist\w+|remain\w*|apart|alone|rul\w+|regardless"
        r"|irrespective|stop\w*|despite|poor\w*|any|open|but for|as (?:many|much|often|good|well)|may"
        r"|evidence against|against a|so (?:is|are|do|does|was|were))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_OTHER: Mapping[Language, Language] = {"ja": "en", "en": "ja"}
# Where a sentence was cut at a citation, its beginning or end may be elsewhere in the other language.
_CUT = re.compile(r"[。、.,;\s]|\*\* ")


def lost_denials(text: Text) -> Iterator[tuple[Language, str]]:
    """The language that denies, and its words, of each sentence whose translation denies nothing."""
    for japanese, english in sentence_pairs(text):
        if _CUT.match(japanese) or _CUT.match(english) or english.endswith("?") or japanese.endswith(("か", "？", "?")):
            continue
        said: Mapping[Language, str] = {"ja": japanese, "en": english}
        for language, other in _OTHER.items():
            if not _DENIES[language].search(said[language].lower()):
                continue
            if (found := _PLAIN[language].search(said[language])) and not _ALSO[other].search(said[other]):
                yield language, said[language][max(0, found.start() - 10) : found.end() + 10]
