"""The rungs of the level rule: each condition in code and, beside it, in the words that the method page prints. Pure data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.appraisal.tally import Rank, Tally
from tools.records.words import Kind, Language, Level

# The kinds that share the first ladder; `mechanism` and `description` have their own.
EFFECTS: tuple[Kind, ...] = ("effect", "harm", "comparison", "safety", "course")
_AND: Mapping[Language, str] = {"ja": "。かつ、", "en": "; and "}


@dataclass(frozen=True)
class Condition:
    """Something that the evidence must fulfil, in code and in words."""

    holds: Callable[[Tally], bool]
    words: Mapping[Language, str]


@dataclass(frozen=True)
class Rung:
    """A level and the conditions that must all hold for it."""

    level: Level
    conditions: tuple[Condition, ...]

    def holds(self, counts: Tally) -> bool:
        """True where the evidence reaches this rung."""
        return all(condition.holds(counts) for condition in self.conditions)

    @property
    def words(self) -> Mapping[Language, str]:
        """All its conditions in one phrase, in each language."""
        return {
            language: word.join(condition.words[language] for condition in self.conditions) for language, word in _AND.items()
        }


def _when(holds: Callable[[Tally], bool], ja: str, en: str) -> Condition:
    return Condition(holds, {"ja": ja, "en": en})


def _support_leads(t: Tally) -> bool:
    strongest = max([*t.supporting, *t.contradicting], default=None)
    return strongest is None or t.supports(strongest) > t.contradicts(strongest)


# Every rung above `inconclusive` asks for this. More support can only help: a stronger study that supports the claim is itself
# the strongest kind, and one as strong adds to its side. A document that no study speaks against is not outweighed.
_SUPPORT_LEADS = _when(
    _support_leads,
    ja="賛否のどちらかを示す最も強い種類の研究で、支持するものが反するものより多い",
    en="among the studies of the strongest kind that points either way, more for the claim than against it",
)
_SYNTHESIS_OF_TRIALS = _when(
    lambda t: t.supports(Rank.SYNTHESIS) >= 1,
    ja="支持するランダム化比較試験のメタ解析または系統的レビューがある",
    en="a supporting meta-analysis or systematic review of randomised trials",
)
_ACCEPTED = _when(
    lambda t: t.accepted > t.rejected,
    ja="診療ガイドライン・合意声明・規制当局の決定で、支持するものが反するものより多い",
    en="more guidelines, consensus statements and regulators’ decisions for the claim than against it",
)
_TRIALS_AGREE = _when(
    lambda t: t.supports(Rank.TRIAL) >= t.doubts(Rank.TRIAL),
    ja="統合解析とランダム化比較試験を合わせて、支持するものが、反するものと「両方」のものの合計を下回らない",
    en="of syntheses and randomised trials together, no more against the claim or mixed than for it",
)
_SYNTHESIS_OR_TRIALS = _when(
    lambda t: t.supports(Rank.SYNTHESIS) >= 1 or t.supports(Rank.TRIAL) >= 2,
    ja="支持するランダム化比較試験の統合解析、または支持するランダム化比較試験が二つ以上ある",
    en="a supporting synthesis of randomised trials, or two supporting randomised trials",
)
_MEASURED_AND_REVIEWED = _when(
    lambda t: t.supports(Rank.SYNTHESIS) >= 1,
    ja="そのものを人で測った研究についての、支持する系統的レビューがある",
    en="a supporting systematic review of studies that measured the thing in people",
)
_STUDIES_AGREE = _when(
    lambda t: t.supports(Rank.PEOPLE) >= t.doubts(Rank.PEOPLE),
    ja="人での研究で、支持するものが、反するものと「両方」のものの合計を下回らない",
    en="of studies in people, no more against the claim or mixed than for it",
)
_REVIEWED_OR_REPLICATED = _when(
    lambda t: t.supports(Rank.SYNTHESIS) >= 1 or t.supports(Rank.PEOPLE) >= 2,
    ja="支持する系統的レビュー、または支持する人での研究が二つ以上ある(再現されている。症例の報告は数えない)",
    en="a supporting systematic review, or two supporting studies in people (replicated; reports of cases do not count)",
)
_DOCUMENTED = _when(
    lambda t: t.accepted > t.rejected or t.supports(Rank.SYNTHESIS) >= 1 or t.searches >= 1,
    ja="当局や学会自身の文書(日付つき)で、支持するものが反するものより多い。または、支持する系統的レビューがある。"
    "または、研究がないと述べる主張で、記録された検索が一つも見つけていない",
    en="more of the authorities’ or societies’ own dated documents for the claim than against it; or a supporting "
    "systematic review; or, for a claim that studies are missing, a documented search that found none",
)
_DOCUMENTS_AGREE = _when(
    lambda t: t.supports(Rank.PEOPLE) + t.accepted + t.searches >= t.doubts(Rank.PEOPLE) + t.rejected,
    ja="これらと人での研究を合わせて、支持するものが、反するものと「両方」の研究の合計を下回らない",
    en="of these and studies in people together, no more against the claim (mixed studies included) than for it",
)
_REPLICATED_OR_SELF_DESCRIBED = _when(
    lambda t: t.supports(Rank.SYNTHESIS) >= 1 or t.supports(Rank.PEOPLE) >= 2 or t.own_pages >= 1,
    ja="支持する系統的レビュー、支持する人での研究(症例の報告を除く)が二つ以上、または述べられている団体自身のページがある",
    en="a supporting systematic review, two supporting studies in people (reports of cases do not count), "
    "or the described body’s own page",
)
_TESTED_IN_PEOPLE = _when(
    lambda t: any(rank >= Rank.CASES for rank in t.tested),
    ja="人での直接の研究が一つでもある(結果の向きは問わない)",
    en="any direct study in people, whichever way it points",
)
_TESTED_OR_DOCUMENTED = _when(
    lambda t: _TESTED_IN_PEOPLE.holds(t) or t.documents >= 1,
    ja="人での直接の研究、または当局や団体自身の直接の文書が一つでもある(向きは問わない)",
    en="any direct study in people, or any direct document of an authority or of the body itself, whichever way it points",
)
_TESTED_IN_LABORATORY = _when(
    lambda t: Rank.LABORATORY in t.tested,
    ja="動物または細胞での直接の研究が一つでもある",
    en="any direct study in animals or cells",
)
_NONE_OF_THESE = _when(lambda t: True, ja="上のどれもない", en="none of these")

_LAST = (Rung("preclinical", (_TESTED_IN_LABORATORY,)), Rung("hypothetical", (_NONE_OF_THESE,)))
LADDERS: Mapping[str, tuple[Rung, ...]] = {
    "effect": (
        Rung("established", (_SYNTHESIS_OF_TRIALS, _ACCEPTED, _TRIALS_AGREE, _SUPPORT_LEADS)),
        Rung("supported", (_SYNTHESIS_OR_TRIALS, _SUPPORT_LEADS)),
        Rung("inconclusive", (_TESTED_IN_PEOPLE,)),
        *_LAST,
    ),
    "mechanism": (
        Rung("established", (_MEASURED_AND_REVIEWED, _STUDIES_AGREE, _SUPPORT_LEADS)),
        Rung("supported", (_REVIEWED_OR_REPLICATED, _SUPPORT_LEADS)),
        Rung("inconclusive", (_TESTED_IN_PEOPLE,)),
        *_LAST,
    ),
    "description": (
        Rung("established", (_DOCUMENTED, _DOCUMENTS_AGREE, _SUPPORT_LEADS)),
        Rung("supported", (_REPLICATED_OR_SELF_DESCRIBED, _SUPPORT_LEADS)),
        Rung("inconclusive", (_TESTED_OR_DOCUMENTED,)),
        *_LAST,
    ),
}
