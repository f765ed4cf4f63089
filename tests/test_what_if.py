"""The rule asked "what if": load-bearing sources, one more trial, and the study that a record says would change it."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.conftest import MINIATURE, REAL_ROOT
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.appraisal.gather import gather
from tools.appraisal.profile import profile
from tools.appraisal.rule import judge
from tools.contribute.suppose import Study, with_study
from tools.export.schema import claim_schema
from tools.records.claim import Claim, Review
from tools.records.load import load
from tools.records.words import LANGUAGES, Kind, Level, is_below


def ceiling_of(claim: Claim, review: Review) -> Level:
    return judge(gather(claim, review, profile()).case, profile()).level


@pytest.mark.parametrize(("root", "fewest"), [(REAL_ROOT, 0), (MINIATURE, 3)], ids=["real", "invented"])
def test_a_load_bearing_source_lowers_the_ceiling_when_it_falls(root: Path, fewest: int) -> None:
    review, _ = load(root)
    assert review
    carried, assessed = 0, assess(review)
    for claim_id, claim in review.claims.items():
        found = {support.ref: support.without for support in assessed.claims[claim_id].supports}
        for item in claim.evidence:
            rest = [other for other in claim.evidence if other.ref != item.ref]
            without = ceiling_of(dataclasses.replace(claim, evidence=rest), review)
            assert (item.ref in found) == is_below(without, ceiling_of(claim, review))
            assert found.get(item.ref, without) == without
        carried += len(found)
    assert fewest <= carried == sum(map(len, assessed.bearing.values()))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lamp-and-tea", "--design", "rct", "--direct"], "human that supports it: inconclusive (higher)"),
        (["lamp-and-tea", "--design", "rct"], "not direct evidence"),
        (["TEA-01", "--design", "rct"], "TEA-01 "),
        (["ｔea-01", "--design", "rct"], "TEA-01 "),
        (["lamp-and-tea", "--design", "rct", "--direct", "--species", "mouse"], "preclinical (higher)"),
        (["lamp-lifts-mood", "--design", "meta-analysis", "--direct", "--direction", "contradicts", "-n", "2000"], "(lower)"),
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
        ("{outcome: response, body: randomised, studies: 1, people: 900, certainty: low, ceiling: inconclusive}", ""),
        (
            "{outcome: response, body: randomised, studies: 1, people: 900, certainty: low, ceiling: established}",
            "would make the ceiling `inconclusive`, not `established`",
        ),
        ("{outcome: response, body: randomised, studies: 2, people: 900, certainty: low, ceiling: supported}", ""),
        (
            "{outcome: response, body: laboratory, studies: 9, people: 9, certainty: low, ceiling: hypothetical}",
            "would not raise it",
        ),
        ("{outcome: joy, body: randomised, studies: 1, people: 900, certainty: low, ceiling: supported}", "unknown-outcome"),
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


def test_topics_that_share_their_letters_share_no_code(miniature: Path) -> None:
    paths = {path: path.read_text(encoding="utf-8") for path in (miniature / "claims").glob("*.yml")}
    codes = {int(code[1]): path for path, text in paths.items() if (code := re.search(r"^code: TEA-(\d+)", text, re.M))}
    first = codes[min(codes)]
    first.write_text(paths[first].replace("topic: tea\n", "topic: herbs\n"), encoding="utf-8")
    words = miniature / "vocabulary.yml"
    herbs = "topic:\n  herbs: {label: {ja: 薬草, en: Herbs}, definition: {ja: 薬草。, en: Herbs.}}\n"
    words.write_text(words.read_text(encoding="utf-8").replace("topic:\n", herbs, 1), encoding="utf-8")
    assert main(["new", "herbs-at-night", "--topic", "herbs", "--root", str(miniature)]) == 0
    assert f"code: TEA-{max(codes) + 1:02d}" in (miniature / "claims/herbs-at-night.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", get_args(Kind))
def test_answers_are_all_that_a_new_record_needs(kind: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "tea-at-night", "--topic", "tea", "--kind", kind, "--root", str(miniature)])
    record = miniature / "claims/tea-at-night.yml"
    text = record.read_text(encoding="utf-8")
    names = {"ja:": "夜のお茶", "en:": "Tea at night"}  # an answer to each question …
    answers = {"ja:": "夜の研究は見つかりませんでした。", "en:": "No study of the night was found."}
    title, rest = text.split("\nstatement:")
    title = re.sub(r"^( *)(ja:|en:)$", lambda line: f"{line[1]}{line[2]} {names[line[2]]}", title, flags=re.MULTILINE)
    rest = re.sub(r"^( *)(ja:|en:)$", lambda line: f"{line[1]}{line[2]} {answers[line[2]]}", rest, flags=re.MULTILINE)
    rest = re.sub(r"^( *)(ja:|en:) \|$", lambda line: f"{line[1]}{line[2]} {answers[line[2]]}", rest, flags=re.MULTILINE)
    text = f"{title}\nstatement:{rest}"
    text = re.sub(r"^said:\n(?:  .*\n)+", "context: {ja: 要る。, en: It is needed.}\n", text, flags=re.MULTILINE)
    text = text.replace("searches: []", "searches: [lamp-and-tea-in-people]")  # … and the search behind `hypothetical`,
    text = text.replace("searched: }", "searched: lamp-and-tea-in-people}")  # and behind an outcome that nobody measured
    record.write_text(text, encoding="utf-8")
    code = main(["check", "--root", str(miniature)])
    assert code == 0, capsys.readouterr().err


QUESTIONS = {
    "effect": {"outcomes", "reasons", "considered", "would_change_if"},
    "course": {"share", "times", "outcomes", "reasons", "considered", "would_change_if"},
    "description": {"valid", "absence"},
    "harm": {"evidence"},
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_a_new_record_only_shows_is_right_too(kind: str, judged: Path) -> None:
    """Its commented examples, with the comments taken away, are of a form that the record's schema allows."""
    assert main(["new", "lamp-at-night", "--topic", "light", "--kind", kind, "--root", str(judged)]) == 0
    text = (judged / "claims/lamp-at-night.yml").read_text(encoding="utf-8")
    shown = re.sub("^# ", "", text, flags=re.MULTILINE)
    names = "outcomes|reasons|considered|evidence|share|times|valid|absence|would_change_if"
    blocks = re.findall(rf"^(?:{names}):(?: .*)?\n(?:  .*\n)*", shown, re.MULTILINE)
    read = yaml.safe_load("".join(block for block in blocks if block.strip() != "evidence: []"))
    assert QUESTIONS[kind] <= read.keys()
    review, _ = load(judged)
    assert review
    schema = json.loads(claim_schema(review.vocabulary))
    for name, value in read.items():
        field = Draft202012Validator({"$defs": schema["$defs"], **schema["$defs"]["Claim"]["properties"][name]})
        wrong = [error for error in field.iter_errors(json.loads(json.dumps(value, default=str))) if error.instance is not None]
        assert not wrong, (name, wrong)  # a question has no answer yet
    listed = [outcome["outcome"] for outcome in read.get("outcomes", []) if outcome.get("found") == "none"]
    assert listed == {"effect": ["response", "remission"], "course": ["response"]}.get(kind, [])
    assert ("causal:" in text) is (kind == "harm")


NULL = ["--design", "rct", "--direct", "--direction", "no-difference"]
NOTICE = ["--design", "guideline", "--species", "none", "--direct"]
META = ["--design", "meta-analysis", "--direct"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lamp-fewer", "--design", "rct", "--direct", "-n", "100"], "stopping` (end), lowered for its number of people"),
        (["lamp-fewer", "--design", "rct", "--direct", "-n", "100"], "(certainty moderate): inconclusive (no change)"),
        (["lamp-fewer", "--design", "rct", "--direct", "-n", "90"], "(certainty low): inconclusive (no change)"),
        (["lamp-fewer", "--design", "rct", "--direct", "-n", "100"], "A body of fewer than 200 people carries nothing above"),
        (["lamp-fewer", "--design", "rct", "--direct", "-n", "900"], "several centres, with 400 people or more"),
        (["lamp-fewer", "--design", "rct", "--direct"], "Give the number of people with `-n`"),
        (["lamp-fewer", *META, "-n", "900", "--outcome", "stopping"], "(certainty high): supported (higher)"),
        (["lamp-fewer", "--design", "rct", "-n", "900"], "not direct evidence"),
        (
            ["lamp-fewer", *META, "-n", "900"],
            "For supported it takes: a critical outcome is in favour at low",
        ),
        (["lamp-by-outcome", *NULL, "-n", "500", "--outcome", "response"], "does not distinguish: established (no change)"),
        (["lamp-by-outcome", *NULL, "-n", "3000"], "does not distinguish: supported (lower)"),
        (
            ["lamp-by-outcome", *NULL, "-n", "3000", "--outcome", "response"],
            "of `response` (end): moderate → low\n  certainty of the",
        ),
        (["lamp-by-outcome", *META, "--direction", "contradicts", "-n", "50"], "certainty of `remission` (end): moderate → low"),
        (["lamp-by-outcome", *NOTICE], "A document has a vote once its position"),
        (["lamp-by-outcome", *NOTICE, "--direction", "contradicts", "--position", "against"], "supported (lower)"),
        (["lamp-safety", *NOTICE, "--direction", "contradicts", "--position", "against"], "flags that it would get: `disputed`"),
        (["lamp-harm", "--design", "case-report", "--direct"], "Evidence of a harm counts once it says which harm"),
        (["lamp-by-outcome", "--outcome", "response", "--grade", "inconsistency=2"], "supported (lower)"),
        (["lamp-by-outcome", "--outcome", "response", "--grade", "inconsistency=2"], "certainty of the claim: moderate → low"),
        (
            ["lamp-by-outcome", "--outcome", "response", "--grade", "inconsistency=0"],
            "The floor of 1 of `inconsistency` gives way",
        ),
        (["lamp-fewer", "--outcome", "stopping", "--grade", "imprecision=0"], "`imprecision` has a floor of 1"),
        (
            ["lamp-course", "--outcome", "response", "--at", "m6", "--grade", "risk-of-bias=2,imprecision=0"],
            "inconclusive (lower)",
        ),
    ],
)
def test_does_it_matter_where_a_claim_is_judged_by_outcomes(
    arguments: list[str], told: str, judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["what-if", *arguments, "--root", str(judged)]) == 0
    assert told in capsys.readouterr().out


def test_the_first_case_of_a_harm_and_the_first_document_of_a_rule(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is in the record yet, each moves the ceiling."""
    case = ["--design", "case-report", "--direct", "--harm", "burn", "--causal", "reported"]
    for path, evidence, arguments, told in (
        ("lamp-harm", "harm: burn", case, "hypothetical; ceiling now"),
        ("lamp-rule", "", NOTICE, "supports it: documented"),
    ):
        record = judged / f"claims/{path}.yml"
        text = record.read_text(encoding="utf-8").replace("direction: supports", "direction: context")
        assert evidence in text
        record.write_text(text.replace("level: established", "level: hypothetical"), encoding="utf-8")
        assert main(["what-if", path, *arguments, "--root", str(judged)]) == 0
        out = capsys.readouterr().out
        assert told in out and "(higher)" in out, out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lamp-fewer"], "needs the `--design` of a study, or an `--outcome`"),
        (["lamp-fewer", "--outcome", "stoping", "--grade", "imprecision=1"], "Did you mean `stopping`?"),
        (
            ["lamp-fewer", "--outcome", "burn", "--grade", "imprecision=1"],
            "Name one with `--outcome` and `--at`: `stopping (end)`",
        ),
        (["lamp-fewer", "--outcome", "stopping", "--grade", "imprecision=4"], "does not give steps from 0 to 3"),
        (["lamp-fewer", "--outcome", "stopping", "--grade", "precision=1"], "does not give steps from 0 to 3"),
        (["tea-calms-mice", "--outcome", "response", "--grade", "imprecision=1"], "has no graded outcome"),
        (["lamp-harm", "--design", "case-report", "--harm", "burns"], "Did you mean `burn`?"),
    ],
)
def test_a_question_that_cannot_be_asked(
    arguments: list[str], told: str, judged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in LANGUAGES:
        assert main(["what-if", *arguments, "--root", str(judged), "--language", language]) == 2
        said = capsys.readouterr().err
        assert (told in said) is (language == "en") and "Traceback" not in said


def test_an_outcome_as_it_is_recorded(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a study or other steps: what the record says of it, or that it says nothing yet."""
    asked = ["what-if", "lamp-fewer", "--outcome", "stopping", "--root", str(judged)]
    assert main(asked) == 0
    out = capsys.readouterr().out
    assert "certainty of `stopping` (end): moderate" in out and "what it says:" in out and "(no change)" not in out
    record = judged / "claims/lamp-fewer.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("RR 0.50 (", "0.50 ("), encoding="utf-8")
    assert main(asked) == 0
    assert "cannot be computed yet" in capsys.readouterr().out
    record.write_text(record.read_text(encoding="utf-8").replace("en: Stopping with", "en: # Stopping with"), encoding="utf-8")
    assert main(asked) == 2
    assert "`claims/lamp-fewer.yml` cannot be read yet" in capsys.readouterr().err


def test_the_answer_is_in_the_readers_language(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["what-if", "lamp-by-outcome", *NULL, "-n", "3000", "--root", str(judged), "--language", "ja"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "LMP-11 ランプと気分の反応" and "主張の確実性: moderate → low" in lines[6]
    assert all(re.search("[ぁ-ん]|の確実性", line) for line in lines)


@pytest.mark.parametrize("direction", ["contradicts", "no-difference", "mixed"])
@pytest.mark.parametrize("people", [10, 500, 5000])
def test_what_points_elsewhere_never_raises(direction: str, people: int, judged: Path) -> None:
    """Whatever it asks about: a law of the rule, asked through what nobody has written. A first study settles nothing."""
    review, _ = load(judged)
    assert review
    for claim_id, found in assess(review).claims.items():
        if found.claim.kind not in ("harm", "description"):
            study = Study("rct", "human", direction, direct=True, people=people)  # type: ignore[arg-type]
            then = with_study(found.claim, review, study).judgement.level
            assert then == "inconclusive" or not is_below(found.ceiling, then), claim_id
