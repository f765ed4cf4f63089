"""Names of drugs, which katakana spells as they sound: フルオキセチン is fluoxetine, and not sertraline. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from tools.records.words import Text

# What names of drugs end in (the stems of the WHO), and some names that have no stem.
# Most texts have none of them, which is seen soonest by looking for each as it is.
_STEMS = (
    "pram|oxetine|faxine|traline|voxamine|triptyline|pramine|zodone|pirone|giline|azepine|apine|ridone|piprazole|azepam"
    "|zolam|clone|pidem|barbital|ketamine|cycline|coxib|limab|ximab|zumab|mumab|statin|serine|cybin|racetam|gabalin|bapentin|trigine"
    "|proate|pezil|mantine|stigmine|profen|solone|metasone|triptan|setron|prazole|gliptin|sartan|dipine|cillin|mycin|floxacin"
    "|thiazide|parin|lithium|aspirin|melatonin|amphetamine|phenidate|finil|haloperidol|morphine|methadone|naloxone|propofol"
    "|scopolamine|warfarin|insulin|metformin"
)
_KATAKANA_STEMS = (
    "プラム|キセチン|ファキシン|トラリン|キサミン|トリプチリン|プラミン|ゾドン|ピロン|ギリン|ゼピン|アピン|リドン|ピプラゾール|ゼパム|ゾラム"
    "|クロン|ピデム|バルビタール|ケタミン|サイクリン|コキシブ|リマブ|キマブ|ズマブ|ムマブ|スタチン|セリン|シビン|ラセタム|ガバリン|ペンチン|トリギン|ペジル|マンチン"
    "|スチグミン|プロフェン|ゾロン|メタゾン|トリプタン|セトロン|プラゾール|グリプチン|サルタン|ジピン|シリン|マイシン|フロキサシン|チアジド|パリン"
    "|リチウム|アスピリン|メラトニン|アンフェタミン|フェニデート|フィニル|ハロペリドール|モルヒネ|メサドン|ナロキソン|プロポフォール|スコポラミン|ワルファリン"
    "|インスリン|メトホルミン"
)
_ENGLISH = re.compile(rf"\b[a-z]*(?:{_STEMS})\b")
_JAPANESE = re.compile(f"[ァ-ヺー]*(?:{_KATAKANA_STEMS})(?![ァ-ヺー])")
_ANY = (_KATAKANA_STEMS.split("|"), _STEMS.split("|"))
_WORD = re.compile("[A-Za-z]{4,}")
_KATAKANA = re.compile("[ァ-ヺー]{3,}")
# Letters that sound alike, or that Japanese does not tell apart; vowels and doubled letters are left out.
_SOUNDS = (
    ("PH", "H"), ("TH", "T"), ("CH", "K"), ("X", "KS"), ("QU", "K"), ("CE", "SE"), ("CI", "SI"), ("CY", "SI"),
    ("C", "K"), ("L", "R"), ("V", "B"), ("F", "H"), ("J", "Z"),
)  # fmt: skip
_ALIKE = 0.75


def other_drugs(text: Text) -> tuple[list[str], list[str]]:
    """The drugs that only the Japanese names, and those that only the English does."""
    plain = text.en.lower()
    japanese = dict.fromkeys(_JAPANESE.findall(text.ja) if _has_one(text.ja, _ANY[0]) else ())
    english = dict.fromkeys(_ENGLISH.findall(plain) if _has_one(plain, _ANY[1]) else ())
    if not (japanese or english):
        return [], []
    ours = [name for name in japanese if not _is_among(_spelt(name), map(_heard, _WORD.findall(text.en)))]
    theirs = [name for name in english if not _is_among(_heard(name), map(_spelt, _KATAKANA.findall(text.ja)))]
    return ours, theirs


def _has_one(text: str, stems: list[str]) -> bool:
    return any(map(text.__contains__, stems))


def _is_among(name: str, others: Iterable[str]) -> bool:
    """True where one of the others sounds like a name, or holds it: デキストロアンフェタミン is an amphetamine."""
    return any(
        name in other or (len(other) > 3 and other in name) or SequenceMatcher(None, name, other).ratio() >= _ALIKE
        for other in others
    )


@lru_cache(maxsize=2**13)
def _spelt(katakana: str) -> str:
    """The consonants of a katakana word, by the names that Unicode gives its signs."""
    letters = (unicodedata.name(sign, "").rpartition(" ")[2] for sign in katakana if sign not in "ーッ")
    return _heard("".join(letters))


@lru_cache(maxsize=2**13)
def _heard(word: str) -> str:
    sound = word.upper()
    for letters, same in _SOUNDS:
        sound = sound.replace(letters, same)
    plain = re.sub("[AEIOUY]", "", re.sub("M(?=[HBP])", "N", sound))
    return re.sub(r"(.)\1+", r"\1", plain)
