"""Whether two titles name the same work.

A title alone cannot tell a protocol from its trial, an update from the first edition or a reply from what it replies to: they
are more alike (ratio 89–96) than two spellings of one title (82–90). So words that make the difference must agree, and numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.fuzz import ratio

from tools.text.deposits import as_text

State = Literal["same", "open", "differs"]
SAME, CLOSE = 97, 85
# Each word stands for its group: "errata" and "erratum" agree.
_GUARDS = {
    "correction": "correction", "corrections": "correction", "erratum": "erratum", "errata": "erratum",
    "corrigendum": "corrigendum", "corrigenda": "corrigendum", "reply": "reply", "replies": "reply", "response": "response",
    "comment": "comment", "comments": "comment", "protocol": "protocol", "protocols": "protocol", "update": "update",
    "updated": "update", "retraction": "retraction", "part": "part", "followup": "follow-up", "follow up": "follow-up",
}  # fmt: skip
_CJK_GUARDS = ("訂正", "正誤", "勘误", "更正", "撤回", "撤稿", "返信", "コメント", "プロトコル", "計画書", "改訂", "更新", "追跡")
_WITHDRAWN = re.compile(r"^\W*(?:retracted|withdrawn)(?:\s+(?:article|chapter|paper))?\W+", re.IGNORECASE)


@dataclass(frozen=True)
class Match:
    """How two titles compare: same, open (a person must look) or differs; their ratio, and the words that only one has."""

    state: State
    score: float
    ours: str
    theirs: str

    @property
    def words(self) -> tuple[str, str]:
        """The words that only ours has, and those that only theirs has."""
        ours, theirs = plain(self.ours).split(), plain(self.theirs).split()
        return " ".join(w for w in ours if w not in theirs), " ".join(w for w in theirs if w not in ours)


def compare_titles(ours: Iterable[str], theirs: Iterable[str]) -> Match:
    """The best match among the forms of our title and those of a registry's; both must have one at least."""
    rank = ("differs", "open", "same")
    matches = [_match(one, other) for one in ours for other in theirs]
    return max(matches, key=lambda match: (rank.index(match.state), match.score))


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """A title without markup, case, width, punctuation and a retraction's prefix; Greek letters by their names."""
    text = unicodedata.normalize("NFKC", as_text(title))
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", _WITHDRAWN.sub("", text)).casefold()
    text = re.sub(r"[α-ω]", lambda letter: unicodedata.name(letter[0]).split()[3].lower(), text)
    return re.sub(r"[\W_]+", " ", text).strip()


def _match(ours: str, theirs: str) -> Match:
    one, other = plain(ours), plain(theirs)
    score = ratio(one, other)
    main_only = one == plain(_main(theirs)) or other == plain(_main(ours))
    if _guards(one) != _guards(other):
        return Match("differs", score, ours, theirs)
    if _numbers(one) != _numbers(other):
        # Where only the main title is deposited, the numbers of the subtitle are missing, and not other ones.
        return Match("open" if main_only else "differs", score, ours, theirs)
    if score >= SAME or main_only:
        return Match("same", score, ours, theirs)
    return Match("open" if score >= CLOSE else "differs", score, ours, theirs)


def _main(title: str) -> str:
    return re.split(r"[:：]", title, maxsplit=1)[0]


def _guards(text: str) -> set[str]:
    padded = f" {text} "
    return {group for word, group in _GUARDS.items() if f" {word} " in padded} | {word for word in _CJK_GUARDS if word in text}


def _numbers(text: str) -> list[str]:
    """All numbers; roman ones count after "part"."""
    return sorted(re.findall(r"\d+", text) + re.findall(r"(?<=\bpart )[ivx]+\b", text))
