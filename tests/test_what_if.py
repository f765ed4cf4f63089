"""The rule asked "what if": load-bearing sources, one more trial, and the study that a record says would change it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from tests.conftest import MINIATURE, REAL_ROOT
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.appraisal.levels import ceiling_of, is_below
from tools.records.load import load


@pytest.mark.parametrize(("root", "fewest"), [(REAL_ROOT, 0), (MINIATURE, 3)], ids=["real", "invented"])
def test_a_load_bearing_source_lowers_the_ceiling_when_it_falls(root: Path, fewest: int) -> None:
    review, _ = load(root)
    assert review
    carried = 0
    for claim_id, claim in review.claims.items():
        found = {support.ref: support.without for support in assess(review).claims[claim_id].supports}
        for item in claim.evidence:
            rest = [other for other in claim.evidence if other.ref != item.ref]
            without = ceiling_of(dataclasses.replace(claim, evidence=rest), review)
            assert (item.ref in found) == is_below(without, ceiling_of(claim, review))
            assert found.get(item.ref, without) == without
        carried += len(found)
    assert fewest <= carried == sum(map(len, assess(review).bearing.values()))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lamp-and-tea", "--design", "rct", "--direct"], "human that supports it: inconclusive (higher)"),
        (["lamp-and-tea", "--design", "rct"], "not direct evidence"),
        (["TEA-01", "--design", "rct"], "TEA-01 "),
        (["ｔea-01", "--design", "rct"], "TEA-01 "),
        (["lamp-and-tea", "--design", "rct", "--direct", "--species", "mouse"], "preclinical (higher)"),
        (["lamp-and-tea", "--design", "rct", "--direct", "-n", "200"], "participants (200) does not enter the rule"),
        (["lamp-lifts-mood", "--design", "meta-analysis", "--direct", "--direction", "contradicts"], "inconclusive (lower)"),
    ],
)
def test_does_my_trial_matter(arguments: list[str], told: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["what-if", *arguments, "--root", str(miniature)]) == 0
    assert told in capsys.readouterr().out


def test_unknown_words_are_wrong_usage(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["what-if", "lamp-and-tee", "--design", "rct", "--root", str(miniature)]) == 2
    assert "Did you mean `lamp-and-tea`?" in capsys.readouterr().err
    assert main(["what-if", "lamp-and-tea", "--design", "rtc", "--root", str(miniature)]) == 2
    assert "`rtc` cannot be the value of `--design`." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("{design: rct, direction: supports, ceiling: inconclusive}", ""),
        ("{design: rct, direction: supports, ceiling: established}", "would make the ceiling `inconclusive`, not `established`"),
        ("{design: rct, direction: supports, count: 2, ceiling: supported}", ""),
        ("{design: rct, species: none, direction: supports, ceiling: hypothetical}", "would not move it"),
        ("{design: rtc, direction: supports, ceiling: inconclusive}", "unknown-design"),
    ],
)
def test_a_promise_is_held_against_the_rule(
    condition: str, told: str, miniature: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = miniature / "claims/lamp-and-tea.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("evidence:", f"would_change_if: {condition}\nevidence:", 1), encoding="utf-8")
    code = main(["check", "--root", str(miniature)])
    assert code == bool(told) and told in capsys.readouterr().err


def test_a_new_record_asks_its_questions_and_says_what_is_missing(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [re.search(r"^code: TEA-(\d+)", path.read_text(), re.M) for path in (miniature / "claims").glob("*.yml")]
    next_code = f"TEA-{max(int(code[1]) for code in codes if code) + 1:02d}"
    assert main(["new", "tea-at-night", "--topic", "tea", "--root", str(miniature)]) == 0
    text = (miniature / "claims/tea-at-night.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=") and f"code: {next_code}" in text
    assert main(["new", "tea-at-night", "--topic", "tea", "--root", str(miniature)]) == 2
    assert main(["new", "Tea", "--topic", "tea", "--root", str(miniature)]) == 2
    assert main(["new", "tea-cold", "--topic", "ice", "--root", str(miniature)]) == 2
    capsys.readouterr()
    assert main(["check", "--root", str(miniature)]) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told
    for field in ("title.ja", "title.en", "answer.ja", "would_change.en", "said.1.words"):
        assert f"`{field}`" in told, told


def test_answers_are_all_that_a_new_record_needs(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "tea-at-night", "--topic", "tea", "--root", str(miniature)])
    record = miniature / "claims/tea-at-night.yml"
    text = record.read_text(encoding="utf-8")
    names = {"ja:": "夜のお茶", "en:": "Tea at night"}  # an answer to each question …
    answers = {"ja:": "夜の研究は見つかりませんでした。", "en:": "No study of the night was found."}
    title, rest = text.split("\nstatement:")
    title = re.sub(r"^( *)(ja:|en:)$", lambda line: f"{line[1]}{line[2]} {names[line[2]]}", title, flags=re.MULTILINE)
    rest = re.sub(r"^( *)(ja:|en:)$", lambda line: f"{line[1]}{line[2]} {answers[line[2]]}", rest, flags=re.MULTILINE)
    rest = re.sub(r"^( *)(ja:|en:) \|$", lambda line: f"{line[1]}{line[2]} {answers[line[2]]}", rest, flags=re.MULTILINE)
    text = f"{title}\nstatement:{rest}"
    text = re.sub(r"^said:\n(?:  .*\n)+", "context: {ja: 要る, en: Needed}\n", text, flags=re.MULTILINE)
    text = text.replace("searches: []", "searches: [lamp-and-tea-in-people]")  # … and the search behind `hypothetical`
    record.write_text(text, encoding="utf-8")
    code = main(["check", "--root", str(miniature)])
    assert code == 0, capsys.readouterr().err


def test_one_more_study_of_a_claim_that_is_judged_by_outcomes(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says why a trial of a hundred people is not enough, and what the next level takes."""
    assert main(["what-if", "lamp-fewer", "--design", "rct", "--direct", "-n", "100", "--root", str(judged)]) == 0
    told = capsys.readouterr().out
    assert "ceiling now: inconclusive" in told and "fewer than 200 people carries nothing above" in told
    assert "For supported it takes: a critical outcome is in favour at low certainty or better" in told
