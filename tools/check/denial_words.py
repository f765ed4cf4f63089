"""Words that deny, words that look as if they did, and those that can say the same without a denial, in both languages. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tools.records.words import Language

# What looks like a denial and is none.
NO_DENIAL: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?:だけ|のみ)(?:で|では)な[くい]|ばかりでなく|(?:なけれ|ね)ばな(?:ら(?:な[いく]|ず)|りません)|しれ(?:な[いくか]|ません|ず)"
        "|に(?:ほか|過ぎ|すぎ)(?:なら?な[いく]|なりません|な[いく]|ません|ず)|少な[いくか]|(?:かかわ|関わ|拘)らず|な[いく]か(?=の?は|が|を)"
        "|ない?かどうか|ではないか|つない|欠かせ(?:な[いく]|ず|ません)|[0-9人名件回](?:に|には)?(?:(?:届か|満た)(?:な[いく]|ず)|(?:届き|満ち)ません)"
        "|盲検(?:で(?:は)?な[いく]|なし)|(?:割り付けを知らされ|隠され|盲検化され)(?:て(?:いません|いな[いくか]|おらず)|ませんでした|な[いくか])"
        "|(?:隠蔽|盲検化)(?:が|は|も)?(?:な[いくしか]|(?:あり|行われ|され)ません)"
    ),
    "en": re.compile(
        r"\bnot (?:only|just|merely|least)\b|\bno more than (?=[0-9])|\b(?:no|not) (?:less|fewer|later|earlier) than\b"
        r"|\bwhether or not\b|\bnot (?:blind(?:ed)?|masked|concealed)\b"
        r"|\b(?:no|without) (?:allocation )?(?:blinding|masking|concealment)\b",
        re.IGNORECASE,
    ),
}
# What the other language says with “only”, “hardly”, “regardless”, and so without a denial; one sign stands for each below.
NEARLY: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "しか[^、。]{0,14}?(?:な[いくか]|ません|ず)|ほとんど[^、。]{0,14}?(?:ません|な[いくか]|ず)"
        "|(?:問わ|によら)(?:ず|な[いく]|ません)|とも[^、。]{0,8}?ないとも|間もな[いく]"
    ),
    "en": re.compile(r"\blittle or no\b|\bnothing but\b", re.IGNORECASE),
}
MARK: Mapping[Language, str] = {"ja": "〓", "en": "¤"}
_UN = "un(?:treated|injured|medicated|known|clear|modified|settled|damaged|controlled|verified|confirmed)"
DENIAL: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "ません(?!か)|(?<!切)ない(?!だ|し[はでに]|よう)|なかった|(?<![少危])なく(?!す|とも|し)|(?<![は話])なし(?!く)|なければ"
        "|(?<=[らりかさたわきせえけげねめべじれでば])ず(?![つっいかれ])|(?<=[含進済込止組])まず"
        "|不明(?!瞭)|未治療|未服薬|未投薬|無治療|未解明|未確認|無し"
    ),
    "en": re.compile(
        r"\b(?:no|not|none|nobody|nothing|never|neither|nor|cannot|without|(?:is|are|was|were|do|does|did|ha[sd]|have|ca|could|wo|would|should)n[’']t"
        rf"|{_UN}|inconclusive|(?:ha[ds]|have) failed|failed to|non-respond\w+|(?:drug|medication|treatment)-naive)\b",
        re.IGNORECASE,
    ),
}
# Of several denials in a row, what the other language may deny once: “neither A nor B”, “not A, not B”, 「AでもなくBでもない」.
AGAIN: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "も[^、。]{0,6}(?:な[くい](?:て)?|ず)、(?=[^。]*も[^。]*(?:な[いくか]|ません))|なくな[らりっ]|大きくな[いく]"
    ),
    "en": re.compile(
        r"\b(?-i:nor)\b|\bno longer\b|\bnot the same\b|\bnot yet\b"
        r"|\b(?:no|not|without)\b(?=(?: [\w’-]+){1,9}?(?:,| and| or|, and|, or) (?:no|not|none|without)\b)",
        re.IGNORECASE,
    ),
}


class Also(NamedTuple):
    """Words of one meaning in both languages; where both say them, they stand for no denial.

    Attributes:
        ja, en: the words.
        instead: of the Japanese ones, those that can stand for a denial in English.
    """

    ja: re.Pattern[str]
    en: re.Pattern[str]
    instead: re.Pattern[str]


def _also(ja: str, en: str, instead: str | None = None) -> Also:
    english = re.compile(rf"\b(?:{en})(?!\w)", re.IGNORECASE)
    return Also(re.compile(ja), english, re.compile(ja if instead is None else instead))


ALSO = (
    _also(
        "だけ|のみ|限[らる]|すぎ|過ぎ|ばかり|〓",
        r"only|alone|limited to|just|merely|other than|exclusive\w*|confined|restricted|¤",
        "〓",
    ),
    _also(
        "少な|わずか|まれ|乏し|ほとんど",
        r"few(?!er)|little|hardly|rare\w*|scarce\w*|sparse|barely|seldom|modest|almost|poorly",
        "まれ|乏し",
    ),
    _also(
        "除[いくかき外]|外れ|対象外|以外|外し|の外",
        r"except\w*|exclud\w*|exclusion|left out|other than|outside|but for|beyond|leaves?|below|smaller than|off \w+",
    ),
    _also(
        "同程|同様|同じ|同等|等し|一致|並ぶ",
        r"same|similar\w*|comparable|alike|matched|unchanged|stays?|stayed|stood|robust|as (?:many|much|often|good|well|\w+ as)"
        "|may not",
        "同程|同様|同じ[でく]|同等|等し",
    ),
    _also("(?<=開始|募集|査読)前", "yet to|preprint"),
    _also(
        "失|欠[けく]|不足|抜け|漏れ|見落と|効果不十分|抵抗|難治",
        r"lost|loss|lack\w*|miss\w*|insuffic\w*|deficien\w*|absen\w*|short of|fail\w*|preclud\w*|prevent\w*|want of"
        r"|resist\w*|refractory",
        "失|欠[けく]|不足|抜け|漏れ|効果不十分",
    ),
    _also(
        "(?<!人)[未非](?!侵襲|満|常|来)|不(?!安|可逆|明|全)|否定|無(?!作為|料|治)|ゼロ|(?<![0-9.])0(?![0-9.])",
        rf"(?!{_UN})un(?!der|til|it|ion|ique|ited)\w+|non-?(?!invas|respond)\w+|ir(?:re|ri)\w+|im(?:poss|prob|matur|prec|mobil)\w+"
        r"|in(?:effective|suffic|complete|consist|ability|capab|adequa|frequen|dependent|different|appropr|valid|operable|direct"
        r"|toler|active|accur|visible)\w*|\w+-free|free of|zero|nil|silent|painless|outlast\w*|(?<![.,0-9])0(?![.,0-9])"
        r"|dis(?:contin|agree|prov|miss|similar|appear|card|claim|count|regard|satisf|advan|allow)\w*",
    ),
    _also(
        "やめ|中止|脱落|見送|取りやめ",
        r"stopp?\w*|discontinu\w*|dropp?\w*|withdr\w*|quit|avoid\w*|refrain\w*",
        "見送|取りやめ",
    ),
    _also("難し|にくい|にくく", r"hard to|difficult\w*"),
    _also("に反[すしる]|逆|矛盾", "evidence against|against a|opposes?|opposite|contrary|wrong"),
    _also("疑わし|疑問|不確|言い切る|曖昧", r"doubt\w*|questionable|is open|stands? open|imprecise|uncertain"),
    _also("(?<!診|判)断[らりっ]|拒|却下", r"refus\w*|den[iy]\w*|reject\w*|declin\w*|rul(?:e|ed|es|ing) out"),
    _also(
        "(?<!食い)違[うっ]|違いま|と異な|(?<!区)別[ので]|代わ",
        "instead|rather than|unlike|something else|different|apart|differ from",
        "(?<!食い)違[うっ]|違いま|と異な|(?<!区)別で|別の(?:こと|もの|問)",
    ),
    _also(
        "(?!)",
        r"despite|too \w+ (?:to|for)|(?:so|as) (?:is|are|do|does|was|were)|whatever|regardless|of any|for any|any disease|across"
        "|must|unless|had better|need",
    ),
)
