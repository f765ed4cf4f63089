"""Each picture says what the records say: the SVG of the rendered pages is read back and compared."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.conftest import real_review
from tools.appraisal.argument import premise_tree
from tools.appraisal.assess import Judged, assess
from tools.appraisal.study import EVIDENCE_KINDS, kind_of_evidence
from tools.appraisal.wording import strongest_wording
from tools.pages.figures.argument_map import _in_order
from tools.pages.figures.canvas import WIDTH, element, width_of, wrap
from tools.pages.standing import standing
from tools.records.claim import Claim, Review
from tools.records.words import LANGUAGES, LEVELS, Language
from tools.text.labels import write_date

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def real() -> Review:
    return real_review()


def figures(pages: Mapping[str, str], page: str, name: str) -> list[ElementTree.Element]:
    """The figures of one kind on a rendered page."""
    found = re.findall(rf'<svg [^>]*class="figure {name}".*?</svg>', pages[page], re.S)
    return [ElementTree.fromstring(svg) for svg in found]


def texts(svg: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter("text")]


def marked(svg: ElementTree.Element, attribute: str) -> list[ElementTree.Element]:
    return [part for part in svg.iter() if part.get(attribute) is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ladders(language: str, real: Review, rendered: dict[str, str]) -> None:
    for claim_id, claim in real.claims.items():
        drawn = figures(rendered, f"{language}/claims/{claim_id}", "ladder")
        if claim.kind == "description":  # a fact that was checked stands on no step
            assert not drawn
            continue
        (svg,) = drawn
        steps = [step for step in svg.iter("g") if step.get("role") == "listitem"]
        assert [texts(step)[0] for step in steps] == [real.vocabulary.level[level].label[language] for level in LEVELS]
        (current,) = [step for step in steps if step.get("aria-current") == "step"]
        assert texts(current)[0] == real.vocabulary.level[claim.level].label[language]
        lengths = [float(step.find("rect").get("width")) for step in steps]  # type: ignore[union-attr,arg-type]
        assert lengths == sorted(lengths, reverse=True) and len(set(lengths)) == len(LEVELS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_argument_map(language: str, real: Review, rendered: dict[str, str]) -> None:
    (svg,) = figures(rendered, f"{language}/argument", "argument-map")
    code = {claim_id: claim.code for claim_id, claim in real.claims.items()}
    drawn = {(edge.get("data-from"), edge.get("data-to")) for edge in marked(svg, "data-from")}
    assert drawn == {(code[i], code[premise]) for i, claim in real.claims.items() for premise in claim.requires}
    resting = {claim_id for claim_id, claim in real.claims.items() if claim.requires}
    in_argument = resting | {premise for claim_id in resting for premise in real.claims[claim_id].requires}
    nodes = {link.get("href").split("/")[-2]: link.find("g") for link in svg.iter("a")}  # type: ignore[union-attr]
    assert nodes.keys() == in_argument
    for claim_id, node in nodes.items():
        assert node is not None
        words, claim = texts(node), real.claims[claim_id]
        assert words[:2] == [code[claim_id], standing(real, claim, language)]
        assert "".join(words[2:]).replace(" ", "").startswith(real.claims[claim_id].title[language].replace(" ", ""))
    weak = {i for i, node in nodes.items() if "weak" in (node.get("class") or "").split()}  # type: ignore[union-attr]
    named = real.article.plain_statement.levels
    assert weak == {premise for claim_id in named for premise in assess(real).claims[claim_id].weakest} and weak


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_the_argument_map_runs_through_a_stranger(language: str, real: Review, rendered: dict[str, str]) -> None:
    (svg,) = figures(rendered, f"{language}/argument", "argument-map")
    boxes = [tuple(float(rect.get(n)) for n in ("x", "y", "width", "height")) for rect in svg.iter("rect")]  # type: ignore[arg-type]
    for one in boxes:
        assert one[0] >= 0 and one[0] + one[2] <= WIDTH
        for other in boxes:
            apart = one[0] + one[2] < other[0] or other[0] + other[2] < one[0] or one[1] + one[3] < other[1]
            assert one is other or apart or other[1] + other[3] < one[1]
    left, right = sorted({box[0] for box in boxes})
    for edge in marked(svg, "data-from"):
        xs = [float(x) for x in re.findall(r"([\d.]+) [\d.]+", edge.get("d") or "")]
        assert min(xs) >= left + boxes[0][2] and (max(xs) <= right or min(xs) >= right + boxes[0][2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_evidence_map(language: str, real: Review, rendered: dict[str, str]) -> None:
    marks = {"▲": ("supports", True), "▼": ("contradicts", True), "◆": ("mixed", True)}
    marks |= {"△": ("supports", False), "▽": ("contradicts", False), "◇": ("mixed", False)}
    marks |= {"■": ("no-difference", True), "□": ("no-difference", False)}
    drawn: dict[str, dict[tuple[str, bool] | str, int]] = {}
    for svg in figures(rendered, f"{language}/evidence", "evidence-map"):
        for cell in marked(svg, "data-cell"):
            counted = re.findall(r"([▲▼◆■△▽◇□•])(\d+)", " ".join(texts(cell)))
            drawn[cell.get("data-cell") or ""] = {marks.get(mark, "context"): int(count) for mark, count in counted}
            assert ("empty" in (cell.get("class") or "")) == (not counted)
    for claim in real.claims.values():
        for kind in EVIDENCE_KINDS:
            expected: dict[tuple[str, bool] | str, int] = {}
            for item in claim.evidence:
                if kind_of_evidence(real.references[item.ref], real.vocabulary) == kind:
                    name = "context" if item.direction == "context" else (item.direction, item.direct)
                    expected[name] = expected.get(name, 0) + 1
            assert drawn.pop(f"{claim.code} {kind}") == expected, (claim.code, kind)
    assert not drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_row_carries_the_date_of_its_search(language: Language, real: Review, rendered: dict[str, str]) -> None:
    written = [text for svg in figures(rendered, f"{language}/evidence", "evidence-map") for text in texts(svg)]
    for claim in real.claims.values():
        kinds = {kind_of_evidence(real.references[item.ref], real.vocabulary) for item in claim.evidence} - {None}
        if claim.searches and len(kinds) < len(EVIDENCE_KINDS):
            day = write_date(max(real.searches[name].date for name in claim.searches), language)
            assert any(day in text for text in written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_effect_sizes(language: str, real: Review, rendered: dict[str, str]) -> None:
    effects = {
        (item.ref, *(round(number, 2) for number in (item.effect.value, item.effect.low, item.effect.high)))
        for claim in real.claims.values()
        for item in claim.evidence
        if item.direct and item.effect and item.effect.against == "sham" and item.effect.better
    }
    drawn = set()
    for svg in figures(rendered, f"{language}/evidence", "forest"):
        ticks = [(float(t.text.replace("−", "-")), float(t.get("x"))) for t in svg.iter("text") if t.get("class") == "tick"]  # type: ignore[union-attr,arg-type]
        (first, x_first), (last, x_last) = ticks[0], ticks[-1]
        ratio = first > 0 and 1.0 in [value for value, _ in ticks]
        place = math.log if ratio else float
        for row in marked(svg, "data-ref"):
            value, low, high = (float(row.get(f"data-{name}") or "nan") for name in ("value", "low", "high"))
            drawn.add((row.get("data-ref"), value, low, high))
            square = next(part for part in row.iter("rect"))
            expected = x_first + (place(value) - place(first)) / (place(last) - place(first)) * (x_last - x_first)
            assert float(square.get("x") or 0) + 4 == pytest.approx(expected, abs=0.6)
            assert f"{value:g}".replace("-", "−") in texts(row)[1]
    assert drawn == effects


def counted_of_100(judged: Judged) -> Iterator[tuple[Any, ...]]:
    """What the summary of findings counts, where it is sure enough to be drawn."""
    for one in judged.outcomes:
        numbers, result = one.absolute, one.result
        sure = result.critical and result.rating not in (None, "very-low") and result.size not in (None, "unclear")
        if sure and numbers and numbers.without is not None and numbers.per == 100:
            yield one.outcome.source, one.outcome.outcome, numbers.treated, numbers.without


@pytest.mark.parametrize("language", LANGUAGES)
def test_natural_frequencies(language: str, real: Review, rendered: dict[str, str]) -> None:
    drawn = sorted(
        tuple(int(part.get("data-count") or -1) for part in marked(svg, "data-count"))
        for svg in figures(rendered, f"{language}/evidence", "frequencies")
    )
    expected: dict[tuple[str, str], tuple[int, int]] = {}
    for judged in assess(real).claims.values():
        for ref, outcome, *people in counted_of_100(judged):
            expected.setdefault((ref, outcome), (people[0], people[1]))
    assert drawn == sorted(expected.values())
    for svg in figures(rendered, f"{language}/evidence", "frequencies"):
        dots = [path.get("d", "").count("M") for path in svg.iter("path")]
        assert [dots[0] + dots[1], dots[2] + dots[3]] == [100, 100]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_strength_of_wording(language: str, real: Review, rendered: dict[str, str]) -> None:
    svgs = figures(rendered, f"{language}/article", "wording-scale")
    drawn = [part.get("data-said") or "" for svg in svgs for part in marked(svg, "data-said")]
    said = {(c.code, article): strongest_wording(c, article) for c in real.claims.values() for article in LANGUAGES}
    assert sorted(drawn) == sorted(f"{code} {article} {word}" for (code, article), word in said.items() if word)
    allowed = [part.get("data-allowed") for svg in svgs for part in marked(svg, "data-allowed")]
    spoken = [claim for topic in real.vocabulary.topic for claim in real.claims.values() if claim.topic == topic and claim.said]
    fits = {judged.claim.code: judged.allowed_wording for judged in assess(real).claims.values()}
    assert allowed == [fits[claim.code] for claim in spoken]


def test_hostile_text_stays_text() -> None:
    from xml.etree.ElementTree import tostring

    drawn = tostring(element("a", element("text", text="<script>x</script>&\"'"), href='x" onclick="y'), encoding="unicode")
    assert "<script" not in drawn and 'onclick="' not in drawn
    assert ElementTree.fromstring(drawn).get("href") == 'x" onclick="y'


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("TMS for depression", 60, ["TMS for", "depression"]),
        ("うつ病に対するTMSの効果", 80, ["うつ病に対する", "TMSの効果"]),
        ("うつ病と炎症(神経)。", 75, ["うつ病と炎症", "(神経)。"]),
    ],
)
def test_lines_break_where_readers_expect(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, width, 11) == lines
    assert all(width_of(line, 11) <= width + 11 for line in lines)


def resting_on(real: Review, premises: dict[str, list[str]]) -> dict[str, Claim]:
    """Claims of these names, each resting on these."""
    one = next(iter(real.claims.values()))
    return {name: dataclasses.replace(one, requires=required) for name, required in premises.items()}


def test_a_shared_premise_is_followed_once(real: Review) -> None:
    """Thirty steps of two claims that both rest on the two of the next step: written out, a thousand million lines."""
    last = 30
    ladder = resting_on(
        real, {f"{side}{n}": [f"a{n + 1}", f"b{n + 1}"] if n < last else [] for n in range(last + 1) for side in "ab"}
    )
    tree = list(premise_tree("a0", ladder))
    assert tree[:3] == [(0, "a1"), (1, "a2"), (2, "a3")] and {premise for _, premise in tree} == ladder.keys() - {"a0", "b0"}
    assert len(tree) == 4 * last - 2


def test_a_long_chain_is_followed_to_its_end(real: Review) -> None:
    chain = resting_on(real, {f"c{n}": [f"c{n + 1}"] if n < 3000 else [] for n in range(3001)})
    assert list(premise_tree("c0", chain))[-1] == (2999, "c3000")
    assert _in_order({name: claim for name, claim in chain.items() if claim.requires}) == [f"c{n}" for n in range(3000)]
