"""What an answer admits: that a question is open, how low the certainty is, and that a number is not sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import TEA, Change
from tests.test_fields import problems_of

ABOVE = "answer-above-level"
SHORT = "short: {ja: 調べたのはマウスだけです。, en: It was studied in mice only.}"
FEWER = "claims/lamp-fewer.yml"
INDEX = "<!-- insert: statement"


def short(ja: str, en: str) -> list[Change]:
    """The tea, which nobody has tested in people."""
    return [(TEA, SHORT, f"short: {{ja: '{ja}', en: '{en}'}}")]


def page(ja: str, en: str) -> list[Change]:
    """A sentence of a page of a review in which no effect is established."""
    lamp = ("claims/lamp-lifts-mood.yml", "level: established", "level: supported")
    return [lamp, *((f"docs/{language}/index.md", INDEX, f"{said}\n\n{INDEX}") for language, said in (("ja", ja), ("en", en)))]


WRONG: list[tuple[str, list[Change]]] = [
    (f"{ABOVE}.seems", short("気分が良くなるようです。", "It seems to lift moods.")),
    (f"{ABOVE}.seems", short("気分が良くなると考えられます。", "It is thought to lift moods; it appears so.")),
    (f"{ABOVE}.not-said-open", short("マウスで落ち着いたと報告されています。", "Calm is reported in mice.")),
    (f"{ABOVE}.page-voice", page("ランプは安全です。", "The lamp is safe.")),
    (f"{ABOVE}.page-voice", page("ランプは証明された治療です。", "The lamp is a proven treatment.")),
    (
        f"{ABOVE}.large",
        [
            (TEA, "level: preclinical", "level: hypothetical"),
            *short("大規模な研究は見つかりませんでした。", "We found no large study."),
        ],
    ),
]
RIGHT: list[list[Change]] = [
    short("マウスだけで、人に効くかは分かっていません。", "In mice only; whether it works in people is not known."),
    short("人では調べられておらず、効くかどうかは未解決です。", "We do not know whether it works in people."),
    page("ランプが安全かどうかは分かっていません。", "Whether the lamp is safe is not known."),
    page("確立した方法で読みました。", "It was read in an established way."),
]


@pytest.mark.parametrize(("name", "changes"), WRONG)
def test_what_is_not_admitted_is_named(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize("changes", RIGHT)
def test_what_is_admitted_is_left_alone(changes: list[Change], miniature: Path) -> None:
    new = {f"{ABOVE}.{name}" for name in ("seems", "not-said-open", "large", "unnamed", "unrated", "bare", "page-voice")}
    assert not new & set(problems_of(miniature, changes))


SAFETY, COURSE = (f"claims/lamp-{name}.yml" for name in ("safety", "course"))
LOW = ("（確実性は低いです）", " (the certainty is low)")


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("unnamed", [(SAFETY, low, "") for low in LOW]),
        ("unrated", [(SAFETY, LOW[0], "（確実性は非常に低いです）"), (SAFETY, LOW[1], " (the certainty is very low)")]),
        ("bare", [(COURSE, "続くかもしれません", "続き、66.5%です。続くかもしれません"),
                  (COURSE, "en: It may last in more than", "en: It lasts in 66.5%. It may last in more than")]),
        (None, [(COURSE, "続くかもしれません", "続き、66.5%ほどかもしれません"),
                (COURSE, "en: It may last in more than", "en: It lasts in perhaps 66.5%. It may last in more than")]),
    ],
)  # fmt: skip
def test_low_certainty_is_said(name: str | None, changes: list[Change], judged: Path) -> None:
    new = {f"{ABOVE}.{other}" for other in ("unnamed", "unrated", "bare")}
    assert new & set(problems_of(judged, changes)) == ({f"{ABOVE}.{name}"} if name else set())


def test_what_is_supported_is_not_answered_as_open(miniature: Path) -> None:
    answer = "{ja: ランプは偽の光より気分を良くしました。, en: The lamp improved mood more than a sham light.}"
    changes = [("claims/lamp-lifts-mood.yml", answer, "{ja: 効くかは分かっていません。, en: Whether it works is not known.}")]
    assert "answer-behind-evidence.no-answer" in problems_of(miniature, changes)
