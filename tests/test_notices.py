"""What became of a source: whoever tells of a retraction, a correction or a concern, its record carries the notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.rule_cases import BIB, TEA, spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load
from tools.records.notices import notice_in, notice_said

FINDING = "finding: {ja: マウスが静かになった。, en: Mice became calm.}"
TITLES = {
    "correction": [
        "Correction: Tea calms mice",
        "Correction to: Tea",
        "Author Correction: Tea",
        "Publisher's Correction: Tea",
        "Erratum to: Tea",
        "Corrigendum: Tea",
        "Tea calms mice [Corrigendum]",
        "Tea calms mice (Correction)",
        "Addendum: Tea",
        "訂正：お茶",
        "お茶（訂正）",
    ],
    "retraction": [
        "Tea calms mice. Retraction in: J Tea 2020",
        "Retraction for Mori et al., Tea calms mice",
        "Retraction of: Tea",
        "Statement of Retraction: Tea calms mice",
        "お茶とマウス【取消】",
    ],
    "": [
        "Correction of refraction by lamps",
        "Corrections officers and tea",
        "Error correction in mice",
        "A corrected estimate of tea",
        "Retraction of the scapula in mice",
        "Erratic sleep after tea",
        "視力の訂正",
    ],
}
SAID = {
    "retraction": [
        "Retracted in 2021",
        "This paper was retracted.",
        "The journal has retracted it.",
        "the publisher withdrew the article",
        "Since retracted",
        "Funded by none; retracted",
        "12 mice (retracted)",
        "See the retraction notice",
        "has a retraction",
        "Mice became calm. The paper was later retracted.",
        "Mice became calm [RETRACTED].",
        "which was retracted in 2021",
        "撤回済み",
        "2021年に撤回された。",
        "本論文は2021年に撤回されました",
        "取り下げられた論文",
        "マウスが静かになった（2021年に撤回）。",
    ],
    "expression-of-concern": [
        "An expression of concern was published in 2021.",
        "Subject of an expression of concern",
        "懸念表明が出ている",
    ],
    "correction": [
        "Erratum in: J Tea 2021;3:4.",
        "Corrected 2021-03-04.",
        "A correction was published in 2021.",
        "Correction published",
        "corrigendum: table 2 was wrong",
        "訂正が2021年に出ている",
        "2021年に表2が訂正された",
    ],
    "": [
        "Not retracted",
        "No retraction found",
        "撤回はされていない",
        "One of the pooled trials was retracted",
        "The preprint was withdrawn; this is the journal version",
        "Whether papers are retracted was looked up",
        "Not significant after correction for multiple testing",
        "Corrected for unequal severity at the start",
        "After correction, the effect fell from 31.3% to 23.8%",
        "2 of 30 were withdrawn",
        "It raised concerns about safety",
        "The article has been corrected; neither the date nor the content of the correction was seen.",
        "懸念を示した",
        "多重比較を補正した",
    ],
}


@pytest.mark.parametrize("kind", TITLES)
def test_the_notice_that_a_title_carries(kind: str) -> None:
    assert {title: notice_in(title) for title in TITLES[kind]} == dict.fromkeys(TITLES[kind], kind)


@pytest.mark.parametrize("kind", SAID)
def test_the_notice_that_a_remark_tells_of(kind: str) -> None:
    assert {text: notice_said(text) for text in SAID[kind]} == dict.fromkeys(SAID[kind], kind)


def told(root: Path, *changes: tuple[str, str, str]) -> list[str]:
    spoil(root, list(changes))
    review, problems = load(root)
    assert review
    return [str(problem) for problem in [*problems, *check(assess(review), TODAY)]]


CORRECTED = ("マウスが静かになった。訂正が2021年に出ている。", "Mice became calm. A correction was published in 2021.")
RETRACTED = ("マウスが静かになった。この論文は撤回された。", "Mice became calm. The paper was retracted.")


@pytest.mark.parametrize(("texts", "kind"), [(CORRECTED, "correction"), (RETRACTED, "retraction")])
def test_a_finding_that_tells_of_a_notice_wants_it(texts: tuple[str, str], kind: str, miniature: Path) -> None:
    lines = told(miniature, (TEA, FINDING, f"finding: {{ja: {texts[0]}, en: {texts[1]}}}"))
    assert len(lines) == 2 and all(": notice-missing: This says that `mori2019mice`" in line for line in lines)
    assert all(f"{{{kind}, YYYY-MM-DD}}" in line for line in lines)
    at = "  species = {mouse},\n"
    assert not [
        line for line in told(miniature, (BIB, at, f"{at}  notice = {{{kind}, 2021-03-04}},\n")) if "notice-missing" in line
    ]


def test_an_appraisal_that_tells_of_a_notice_wants_it(miniature: Path) -> None:
    cited = "[@mori2019mice]。', en: 'There is 1 experiment in mice [@mori2019mice]."
    said = (
        "[@mori2019mice]、のちに撤回されました。', en: 'There is 1 experiment in mice [@mori2019mice], which was later retracted."
    )
    lines = told(miniature, (TEA, cited, said))
    assert [line.split(":")[1:3] for line in lines] == 2 * [["12", " notice-missing"]]


def test_an_appraisal_that_speaks_of_others_wants_none(miniature: Path) -> None:
    cited = "in mice [@mori2019mice]."
    assert told(miniature, (TEA, cited, "in mice [@mori2019mice]. Other papers of the field were retracted.")) == []
