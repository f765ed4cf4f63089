"""Words that exclude each other: which animals, blinded or open, taken in or left out, of which country. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tools.records.words import Language


class Word(NamedTuple):
    """One side of a pair: what says it for certain in each language, and what may say it as well."""

    ja: str
    en: str
    also: str = ""


KINDS: Mapping[str, Mapping[str, Word]] = {
    "species": {
        "mouse": Word("マウス(?!ピース)", "mice|mouse", r"rodents?|animals?|murine"),
        "rat": Word("ラット", "rats?", r"rodents?|animals?"),
    },
    "blinding": {
        "blind": Word("[二三]重盲検", "(?:double|triple)[- ](?:blind|mask)(?:ed|ing)?", r"(?:blind|mask)\w*"),
        "open": Word("オープン(?:ラベル|試験)|非盲検", "open[- ]label|unblinded|unmasked", "open|without|no|not|known|knew"),
    },
    "bounds": {
        "in": Word(
            "含[むみめま](?!せん|ず|ない)", "includ(?:e|ed|es|ing)", r"contain\w*|cover\w*|compris\w*|holds?|with|both|also|some"
        ),
        "out": Word(
            "除[いくき]|除外",
            "exclud(?:e|ed|es|ing)",
            r"except|apart|other than|but|omit\w*|left|leav\w*|remov\w*|beyond|ruled? out|adjust\w*",
        ),
    },
    "allocation": {
        "random": Word("(?<!非)(?<!準)ランダム化", "(?<!non-)(?<!not )(?<!quasi-)randomi[sz]ed", r"rct\w*|random\w*"),
        "other": Word("非ランダム化|準ランダム化", "(?:non-|not |quasi-)randomi[sz]ed"),
    },
    "looking": {
        "ahead": Word("前向き", "prospective(?:ly)?", "forward|ahead|followed|favou?rabl[ey]"),
        "back": Word("後ろ向き", "retrospective(?:ly)?|looked back", "back|records|past"),
    },
    "age": {
        "young": Word("子ども|小児", "child|children|paediatric|pediatric", r"young\w*|youth|under|adolescen\w*|minors?"),
        "grown": Word("成人", "adults?", r"grown|people|older|aged?|over"),
    },
    "often": {
        "rarely": Word(
            "まれ(?!る|た|て|ば|ま)", "rare(?:ly)?|seldom|infrequent(?:ly)?|uncommon", r"few|hardly|scarce\w*|low|unusual\w*"
        ),
        "often": Word("しばしば|頻繁", "often|frequently|common(?:ly)?", r"many|much|more|usual\w*|frequent|most\w*"),
    },
    "country": {
        "jp": Word("日本(?!語)", "japan(?:ese)?", r"\w*japan\w*"),
        "us": Word("米国|アメリカ", "united states|american?", r"us|usa|u\.s|fda"),
        "gb": Word("英国|イギリス", "united kingdom|british|britain|england", r"uk|nice|nhs|u\.k|english|scot\w*|welsh|wales"),
        "cn": Word("中国(?!語)", "china|chinese"),
        "kr": Word("韓国", "korean?"),
        "de": Word("ドイツ", "germany?"),
        "fr": Word("フランス", "france|french"),
        "ca": Word("カナダ", "canad(?:a|ian)", "ontario|columbia|quebec"),
        "au": Word("豪州|オーストラリア", "australian?"),
        "nl": Word("オランダ", "netherlands|dutch"),
        "it": Word("イタリア", "ital(?:y|ian)"),
        "tw": Word("台湾", "taiwan(?:ese)?"),
        "dk": Word("デンマーク", "denmark|danish"),
        "se": Word("スウェーデン", "sweden|swedish"),
    },
}
_JAPANESE = (
    "マウス|ラット|盲検|オープン|含|除|ランダム|前向き|後ろ向き|子ども|小児|成人|まれ|しばしば|頻繁"
    "|日本|米国|アメリカ|英国|イギリス|中国|韓国|ドイツ|フランス|カナダ|豪州|オーストラリア|オランダ|イタリア|台湾|デンマーク|スウェーデン"
)
_ENGLISH = (
    "mice|mouse|rat|blind|mask|open|nclud|xclud|ndomi|rospect|looked|child|diatric|adult|rare|seldom|frequent|common|often"
    "|japan|america|united|brit|england|chin|korea|german|franc|french|canad|ustralia|therland|dutch|ital|taiwan|denmark|danish|swed"
)
# What a sentence has for certain that says one of them; most have none of it, which is seen soonest by looking for each as it is.
HINTS: Mapping[Language, tuple[str, ...]] = {"ja": tuple(_JAPANESE.split("|")), "en": tuple(_ENGLISH.split("|"))}
