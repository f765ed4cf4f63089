"""A claim that is renamed, withdrawn or merged: whoever has its old address learns where to go, for ever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import SITE_URL, TODAY
from tests.test_against import against, commit
from tests.test_permanence import as_cited, head, site
from tests.test_versions import edit, raise_version, released, told
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.contribute.impact import impact
from tools.edition import Publication
from tools.export.short import short_addresses
from tools.records.load import load
from tools.records.words import LANGUAGES

OLD, NEW, OTHER = "lamp-lifts-mood", "lamp-and-mood", "lamp-and-tea"


@pytest.fixture
def cited(miniature: Path) -> Path:
    """The invented review, published and merged; a page links to a claim and quotes it."""
    for language in LANGUAGES:
        page = miniature / f"docs/{language}/index.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n[LMP-01](claims/lamp-lifts-mood.md)\n", encoding="utf-8")
    assert main(["release", "--all", "--root", str(miniature)]) == 0
    commit(miniature, "init")
    return miniature


def run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(root)])


def shorts(root: Path) -> dict[str, str]:
    review, _ = load(root)
    assert review
    return dict(short_addresses(review, Publication(TODAY, SITE_URL)))


def layout(root: Path) -> dict[str, list[str]]:
    return {path.name: path.read_text(encoding="utf-8").splitlines() for path in (root / "claims").glob("*.yml")}


def test_a_renamed_claim_answers_at_its_old_addresses(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """citing.md, A4."""
    before, was = site(cited), layout(cited)
    assert run(cited, "rename", OLD, NEW) == 0
    assert not (cited / f"claims/{OLD}.yml").exists()
    (other,) = {name for name, lines in layout(cited).items() if name != f"{NEW}.yml" and lines != was[name]}
    assert other == f"{OTHER}.yml"  # which rests on it
    told_ja, told_en = f"名前を {OLD} から {NEW} に変えました。", f"Renamed from {OLD} to {NEW}."
    assert [line for line in layout(cited)[f"{NEW}.yml"] if line not in was[f"{OLD}.yml"]] == [
        f"formerly: [{OLD}]",
        "version: 2",
        f'  - {{version: 2, date: {DAY}, change: {{ja: "{told_ja}", en: "{told_en}"}}}}',
    ]
    for language in LANGUAGES:
        assert f"(claims/{NEW}.md)" in (cited / f"docs/{language}/index.md").read_text(encoding="utf-8")
    assert run(cited, "release", NEW) == 0
    assert told(cited, capsys) == "" and against(cited, capsys) == (0, "")
    files = site(cited)
    assert dict(as_cited(files, 1)) == dict(as_cited(before, 1))  # at the address that was cited
    moved = files[f"en/claims/{OLD}.md"]
    assert '<meta http-equiv="refresh" content="0; url=../lamp-and-mood/">' in head(moved)
    assert f'<link rel="canonical" href="{SITE_URL}en/claims/{NEW}/">' in head(moved) and "has another address now" in moved
    old = files[f"en/claims/{OLD}/v1.md"]
    assert f'href="../../{NEW}/"' in old and f'rel="latest-version" href="{SITE_URL}en/claims/{NEW}/"' in "".join(head(old))
    assert f'rel="successor-version" href="{SITE_URL}en/claims/{NEW}/v2/"' in "".join(head(old))
    assert f'href="../../claims/{OLD}/v1/"' in files[f"en/claims/{NEW}.md"]
    assert f"en/claims/{NEW}/v1.md" not in files and f"data/claims/{OLD}.v1.en.ris" in files
    assert f"data/claims/{OLD}.en.ris" in files


DAY = TODAY.isoformat()


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772582400")


def test_a_code_that_is_printed_leads_on(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cited, "rename", "LMP-01", "LMP-77") == 0 and run(cited, "release", OLD) == 0
    assert told(cited, capsys) == "" and against(cited, capsys) == (0, "")
    found = shorts(cited)
    goals = {code: re.findall(r"url=(\S+)\"", found[f"c/{code}/index.html"]) for code in ("LMP-01", "lmp-01", "LMP-77")}
    assert len({tuple(goal) for goal in goals.values()}) == 1
    assert run(cited, "rename", "TEA-03", "LMP-01") == 2  # never given out twice
    edit(cited / "claims/tea-approval.yml", "code: TEA-03", "code: LMP-01")
    assert "duplicate-code: `LMP-01` names `lamp-lifts-mood`, now or formerly." in told(cited, capsys)


def test_a_withdrawn_claim_says_why_and_where_to_go(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """citing.md, A4."""
    before = site(cited)
    why = ("--reason-ja", "問いの立て方が誤っていました。", "--reason-en", "It asked the wrong question: twice.")
    assert run(cited, "withdraw", "tea-approval", *why, "--replaced-by", "TEA-02") == 0
    capsys.readouterr()
    review, problems = load(cited)
    assert review and not problems and "tea-approval" not in review.claims
    assert against(cited, capsys)[1].count("frozen-version") == 0
    files = site(cited)
    live, old = files["en/claims/tea-approval.md"], files["en/claims/tea-approval/v1.md"]
    for page, up in ((live, ""), (old, "../")):
        assert "This page was withdrawn on 4 March 2026. It asked the wrong question: twice." in page
        assert f'Read instead:</strong> <a href="../{up}tea-calms-mice/">TEA-02 The effect of tea</a>' in page
        assert '<meta name="citation_title" content="WITHDRAWN: Recognition of tea">' in head(page)
        assert "The society&#39;s guidance of 2021 names tea." in page  # what it said stands below
    kept = before["en/claims/tea-approval/v1.md"].split("<!-- content")[1].split("<!-- end")[0]
    assert kept in old and kept.replace("../../../", "../../") in live
    assert "data/claims/tea-approval.v1.en.ris" in files
    assert "【取り下げ】" in files["ja/claims/tea-approval.md"]
    assert "../../en/claims/tea-approval/index.html" in shorts(cited)["c/TEA-03/index.html"]
    assert "<title>WITHDRAWN: TEA-03 Recognition of tea</title>" in files["en/feed.xml"]
    assert run(cited, "new", "tea-again", "--topic", "tea") == 0
    assert "code: TEA-04" in (cited / "claims/tea-again.yml").read_text(encoding="utf-8")


def test_a_merged_claim_leads_to_the_other(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cited, "merge", "tea-calms-mice", "tea-approval") == 0
    review, _ = load(cited)
    assert review and review.claims[OTHER].requires == ["lamp-lifts-mood", "tea-approval"]
    assert review.withdrawn["tea-calms-mice"].withdrawn.replaced_by == "tea-approval"
    page = site(cited)["en/claims/tea-calms-mice.md"]
    assert "It was put into “Recognition of tea” (TEA-03)." in page and 'href="../tea-approval/"' in page
    assert "frozen-version: `" not in against(cited, capsys)[1]


def test_names_lead_on_through_several_steps(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("tea-b", "tea-c"):
        assert run(cited, "rename", "TEA-03", name) == 0 and run(cited, "release", name) == 0
    assert run(cited, "withdraw", "tea-c", "--reason-ja", "やめる。", "--reason-en", "Stopped.") == 0
    files = site(cited)
    for old in ("tea-approval", "tea-b"):
        assert "url=../tea-c/" in files[f"ja/claims/{old}.md"]
    for home, version in (("tea-approval", 1), ("tea-b", 2), ("tea-c", 3)):
        assert "withdrawn on" in files[f"en/claims/{home}/v{version}.md"]
    assert "names nothing" not in against(cited, capsys)[1]


def test_two_published_claims_are_not_made_one_by_hand(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cited / "claims/tea-approval.yml").unlink()
    edit(cited / "claims/tea-calms-mice.yml", "version: 1", "formerly: [tea-approval, TEA-03]\nversion: 1")
    said = told(cited, capsys)
    assert "frozen-version: `tea-approval` and `tea-calms-mice` are two claims that have both published version 1" in said


@pytest.mark.parametrize("name", ["tea-approval", "TEA-03", "tea-b, tea-b"])
def test_a_claim_does_not_lead_to_itself(name: str, cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(cited / "claims/tea-approval.yml", "version: 1", f"formerly: [{name}]\nversion: 1")
    assert f"duplicate-code: `{name.partition(',')[0]}` is listed twice in `formerly`, or is the name" in told(cited, capsys)


@pytest.mark.long
def test_a_claim_may_be_called_again_what_it_was(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = site(cited)
    for number, name in enumerate(("tea-b", "tea-approval", "tea-b", "tea-approval"), 2):
        assert run(cited, "rename", "TEA-03", name) == 0 and run(cited, "release", name) == 0
        assert told(cited, capsys) == "" and against(cited, capsys) == (0, "")
        assert f"en/claims/{name}/v{number}.md" in site(cited)
    for name in ("TEA-09", "TEA-03"):
        assert run(cited, "rename", "tea-approval", name) == 0 and run(cited, "release", "tea-approval") == 0
    record = (cited / "claims/tea-approval.yml").read_text(encoding="utf-8")
    assert "code: TEA-03" in record and "formerly: [tea-b, TEA-09]" in record
    after = site(cited)
    assert before.keys() <= after.keys() and told(cited, capsys) == "" and against(cited, capsys) == (0, "")
    assert [f"en/claims/{home}/v{n}.md" in after for home, n in (("tea-approval", 1), ("tea-b", 2), ("tea-b", 4))] == [True] * 3
    assert "url=../tea-approval/" in after["en/claims/tea-b.md"] and "refresh" not in after["en/claims/tea-approval.md"]


def test_a_version_that_misled_carries_a_banner_and_nothing_else(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raise_version(cited)
    released(cited)
    before = site(cited)
    record = cited / f"claims/{OLD}.yml"
    note = "{version: 1, date: 2026-02-04, note: {ja: 12件は10件でした。, en: 12 trials were 10.}}"
    edit(record, "reviewed:", f"corrected: [{note}]\nreviewed:")
    assert told(cited, capsys) == ""
    after = site(cited)
    assert {path for path in after if after[path] != before[path]} == {f"{lang}/claims/{OLD}/v1.md" for lang in LANGUAGES}
    page = after[f"en/claims/{OLD}/v1.md"]
    banner = "This version is wrong in one respect (found on 4 February 2026). 12 trials were 10."
    assert page.index(banner) < page.index("<!-- content") and dict(as_cited(after, 1)) == dict(as_cited(before, 1))
    edit(record, "corrected: [{version: 1,", "corrected: [{version: 7,")
    assert "frozen-version: Version 7 has not been published." in told(cited, capsys)


def test_what_names_a_claim_that_is_gone_is_told_what_became_of_it(cited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(cited, "rename", OLD, NEW)
    run(cited, "withdraw", "tea-approval", "--reason-ja", "やめる。", "--reason-en", "Stopped.")
    edit(cited / f"claims/{NEW}.yml", "related: [lamp-and-tea]", f"related: [lamp-and-tea, tea-approval, {OLD}]")
    said = told(cited, capsys)
    assert "unknown-claim: `tea-approval` has been withdrawn" in said
    assert f"unknown-claim: `{OLD}` is called `{NEW}` now." in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("rename", OLD, "Lamp"), ("rename", OLD, "tea-approval"), ("rename", OLD, "TEA-02"), ("rename", "nowhere", "x"),
        ("withdraw", OLD, "--reason-en", "Only this."), ("merge", OLD, OLD), ("merge", OLD, "nowhere"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(arguments: tuple[str, ...], miniature: Path) -> None:
    before = layout(miniature)
    assert run(miniature, *arguments) == 2
    assert layout(miniature) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comment_says_what_became_of_a_claim(language: str, cited: Path) -> None:
    before, _ = load(cited)
    run(cited, "rename", OLD, NEW)
    run(cited, "withdraw", "tea-approval", "--reason-ja", "やめる。", "--reason-en", "Stopped.")
    after, _ = load(cited)
    assert before and after
    said = impact(assess(before), assess(after), [], language=language)
    assert {"en": "withdrawn", "ja": "取り下げ"}[language] in said and "Stopped." in said
    assert f"`{OLD}` → **`{NEW}`**" in said
    assert not re.search(rf"`{OLD}`: \*\*(gone|なくなった)", said)


@pytest.mark.build
def test_old_addresses_are_pages_of_the_built_site(cited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", SITE_URL)
    run(cited, "rename", OLD, NEW)
    run(cited, "withdraw", "tea-approval", "--reason-ja", "やめる。", "--reason-en", "Stopped.")
    assert run(cited, "build", "--out", str(tmp_path / "site")) == 0
    for path in (OLD, f"{OLD}/v1", NEW, f"{NEW}/v2", "tea-approval", "tea-approval/v1"):
        for language in LANGUAGES:
            assert (tmp_path / f"site/{language}/claims/{path}/index.html").is_file()
    built = (tmp_path / f"site/en/claims/{OLD}/index.html").read_text(encoding="utf-8")
    assert "has another address now" in built and 'href="../lamp-and-mood/"' in built
    listed = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    assert f"claims/{OLD}/v1/<" in listed and f"claims/{OLD}/<" not in listed and "claims/tea-approval/<" in listed
