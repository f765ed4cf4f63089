"""One study counts once: two keys for one source are told, whatever the form, and what only looks alike can be answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_check import change, problems_of

FIRST = """
@article{cha2024first,
  title   = {Tea and a lamp: a randomised trial},
  author  = {Cha, Mei},
  year    = {2024},
  %s,
  design  = {rct},
  species = {human},
  checked = {2026-01-02 https://example.org/first},
}
"""
SECOND = """
@article{cha2025second,
  title   = {Something else},
  author  = {Cha, Mei},
  year    = {2025},
  %s,
  design  = {rct},
  species = {human},
  checked = {2026-01-02 https://example.org/second},
}
"""
ITEM = """
  - ref: {key}
    direction: supports
    direct: true
    finding: {{ja: 差があった。, en: A difference.}}
    locator: abstract"""

AWAITED = (
    "studies: 1, people: 100, certainty: low, ceiling: inconclusive",
    "studies: 2, people: 200, certainty: low, ceiling: supported",
)


def add(root: Path, first: str, second: str, file: str = "all.bib") -> int:
    """Two trials as evidence of one claim, which then awaits more than one; the line of the first."""
    bib = root / "references/all.bib"
    text = bib.read_text(encoding="utf-8")
    bib.write_text(text + first, encoding="utf-8")
    other = root / "references" / file
    other.write_text((other.read_text(encoding="utf-8") if other.exists() else "") + second, encoding="utf-8")
    items = "".join(ITEM.format(key=key) for key in ("cha2024first", "cha2025second"))
    change(root, "claims/tea-calms-mice.yml", "evidence:", "evidence:" + items)
    change(root, "claims/tea-calms-mice.yml", "level: preclinical", "level: inconclusive")
    change(root, "claims/tea-calms-mice.yml", *AWAITED)
    return text.count("\n") + 2


def duplicates(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in problems_of(root, capsys) if ": duplicate-source: " in line]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("doi = {10.5555/ABC.1}", "doi = {10.5555/abc.1}"),
        ("doi = {10.5555/abc.1}", "doi = {10.5555/abc.1.}"),
        ("doi = {10.5555/abc-1}", "doi = {10.5555/abc\N{EN DASH}1}"),
        ("doi = {10.5555/abc.1}", "doi = {10.5555/abc\N{ZERO WIDTH SPACE}.1}"),
        ("doi = {10.5555/abc.1}", "url = {https://doi.org/10.5555/ABC.1}"),
        ("doi = {10.5555/abc.1}", "url = {http://dx.doi.org/10.5555%2Fabc.1}"),
        ("doi = {10.5555/abc.1}", "url = {https://example.org/doi/full/10.5555/abc.1}"),
        ("doi = {10.5555/abc.1}", "url = {https://example.org/articles/10.5555/ABC.1/full}"),
        ("pmid = {11}", "pmid = {11}"),
        ("pmid = {11}", "url = {https://pubmed.ncbi.nlm.nih.gov/11/}"),
        ("pmid = {11}", "url = {https://www.ncbi.nlm.nih.gov/pubmed/11}"),
        ("doi = {10.5555/abc.1}, pmid = {11}", "pmid = {11}"),
        ("url = {https://example.org/a}", "url = {http://www.example.org/a/#results}"),
        ("url = {https://example.org/show?a=1&b=2}", "url = {https://example.org/show/?b=2&a=1&utm_source=x}"),
        ("url = {https://example.org/a}", "url = {https://example.org/a/index.html}"),
        ("url = {https://clinicaltrials.gov/study/NCT01234567}", "url = {https://clinicaltrials.gov/ct2/show/nct01234567}"),
        ("url = {https://clinicaltrials.gov/study/NCT01234567}", "url = {https://clinicaltrials.gov/study/NCT01234567/results}"),
        ("url = {https://clinicaltrials.gov/study/NCT01234567}", "url = {https://example.org/Trial.aspx?TrialID=NCT01234567}"),
        ("url = {https://example.org/trial/2012-001234-11/GB}", "url = {https://example.org/trial/2012-001234-11/DE}"),
        ("url = {https://pmc.ncbi.nlm.nih.gov/articles/PMC11/}", "url = {https://www.ncbi.nlm.nih.gov/pmc/articles/PMC11/}"),
        ("doi = {10.5555/abc.1}", "url = {https://example.org/article?id=10.5555/ABC.1}"),
        ("url = {https://example.org/a}", "url = {https://example.org/a?fbclid=x}"),
    ],
)
@pytest.mark.parametrize("file", ["all.bib", "more.bib"])
def test_one_source_under_two_keys(first: str, second: str, file: str, miniature: Path, capsys) -> None:
    line = add(miniature, FIRST % first, SECOND % second, file)
    (told,) = duplicates(miniature, capsys)
    at = "references/all.bib" if file == "all.bib" else "references/more.bib"
    assert told.startswith(f"{at}:") and f"of `cha2024first` (references/all.bib:{line})" in told
    field = second.partition(" ")[0]
    written = (miniature / at).read_text(encoding="utf-8").splitlines()[int(told.split(":")[1]) - 1]
    assert field in written and "Cite that key, and delete this entry" in told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("doi = {10.5555/abc.1}", "doi = {10.5555/abc.12}"),
        ("pmid = {11}", "pmid = {111}"),
        ("url = {https://example.org/show?id=1}", "url = {https://example.org/show?id=2}"),
        ("url = {https://example.org/a}", "url = {https://example.com/a}"),
        ("url = {https://[a}", "url = {https://[b}"),
    ],
)
def test_two_sources_are_two(first: str, second: str, miniature: Path, capsys) -> None:
    add(miniature, FIRST % first, SECOND % second)
    assert not duplicates(miniature, capsys)


def test_every_pair_of_three_is_told(miniature: Path, capsys) -> None:
    third = SECOND.replace("cha2025second", "cha2026third").replace("{Something else}", "{A third}")
    add(miniature, FIRST % "pmid = {11}", (SECOND + third) % ("pmid = {11}", "pmid = {11}"))
    assert sorted(line.split("`")[1] + line.split("`")[3] for line in duplicates(miniature, capsys)) == [
        "cha2025secondcha2024first",
        "cha2026thirdcha2024first",
        "cha2026thirdcha2025second",
    ]


SAME_TITLE = ("{Something else}", "{Tea and a Lamp – a Randomised Trial}")


@pytest.mark.parametrize(
    "title", ["Tea & a lamp: Grün", "TEA &amp; a <i>lamp</i> – Gru\N{COMBINING DIAERESIS}n", "Tea, a lamp (Grun)"]
)
def test_a_title_is_its_letters(title: str, miniature: Path, capsys) -> None:
    first = (FIRST % "pmid = {11}").replace("{Tea and a lamp: a randomised trial}", "{Tea & a lamp: Grün}")
    second = (SECOND % "pmid = {12}").replace("{2025}", "{2024}").replace("{Something else}", f"{{{title}}}")
    add(miniature, first, second)
    assert len(duplicates(miniature, capsys)) == 1


@pytest.mark.parametrize("year", ["{2024}", None, "{2021}"])
def test_the_same_title_and_year_wants_an_answer(year: str | None, miniature: Path, capsys) -> None:
    second = (SECOND % "pmid = {12}").replace(*SAME_TITLE)
    second = second.replace("year    = {2025}", f"year = {year}") if year else second.replace("  year    = {2025},\n", "")
    add(miniature, FIRST % "pmid = {11}", second)
    told = duplicates(miniature, capsys)
    if year == "{2021}":
        assert not told
        return
    assert len(told) == 1 and "has the title and year of `cha2024first`" in told[0]
    change(miniature, "references/all.bib", "pmid = {12}", "pmid = {12}, distinct = {cha2024first}")
    assert not duplicates(miniature, capsys)


LONG = "Tea and a lamp for low mood in winter"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LONG}: a randomised trial", f"{LONG}: a randomised trial"),
        (f"{LONG}: a randomised trial", LONG),
        (f"{LONG}: a randomised trial", f"{LONG.replace('mood', 'moood')}: a randomized trial"),
        (f"{LONG}: a randomised trial", f"A randomised trial of {LONG.lower()}"),
        (f"{LONG}, a pilot study", f"A pilot study: {LONG.lower()}"),
        ("Tea calms people", "Tea calms peopel"),
        ("Tea calms people", "Tea clams people"),
        ("Tea calms people", "Tea calm people"),
    ],
)
def test_a_preprint_and_its_paper_want_an_answer(first: str, second: str, miniature: Path, capsys) -> None:
    title = "{Tea and a lamp: a randomised trial}"
    one = (FIRST % "pmid = {11}").replace(title, f"{{{first}}}")
    other = (SECOND % "pmid = {12}").replace("{Something else}", f"{{{second}}}")
    add(miniature, one, other)
    (told,) = duplicates(miniature, capsys)
    assert "has nearly the title of `cha2024first`" in told
    change(miniature, "references/all.bib", "pmid = {12}", "pmid = {12}, distinct = {cha2024first}")
    assert not duplicates(miniature, capsys)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Müller, Jan", "Muller, J."),
        ("Müller, Jan", "Mueller, Jan and Cha, Mei"),
        ("Hashimoto, Ai", "Hasimoto, Ai"),
        ("Cha, Mei and Mizu, Yu", "Mizu, Yu and Cha, Mei"),
        ("{The Tea Group}", "{Tea Group} and {The Tea Group}"),
    ],
)
def test_names_that_are_written_in_two_ways_are_one(first: str, second: str, miniature: Path, capsys) -> None:
    title = "{Tea and a lamp: a randomised trial}"
    one, other = (
        (text % number).replace("{Cha, Mei}", f"{{{author}}}")
        for text, number, author in (
            (FIRST, "pmid = {11}", first),
            (SECOND, "pmid = {12}", second),
        )
    )
    add(miniature, one.replace(title, f"{{{LONG}}}"), other.replace("{Something else}", f"{{{LONG}}}"))
    (told,) = duplicates(miniature, capsys)
    assert "has nearly the title of `cha2024first`" in told


def test_a_slip_in_a_title_is_one_work_whatever_the_design(miniature: Path, capsys) -> None:
    other = (SECOND % "pmid = {12}").replace("{rct}", "{animal}").replace("{human}", "{mouse}")
    one = (FIRST % "pmid = {11}").replace("{Tea and a lamp: a randomised trial}", f"{{{LONG}}}")
    add(miniature, one, other.replace("{Something else}", f"{{{LONG.replace('winter', 'wintr')}}}"))
    assert len(duplicates(miniature, capsys)) == 1


@pytest.mark.parametrize(
    ("second", "year", "author", "design"),
    [
        ("Tea and a lamp for low mood in winter: 12 months", "2025", "Cha, Mei", "rct"),
        (f"{LONG}: a randomised trial", "2021", "Cha, Mei", "rct"),
        (f"{LONG}: a randomised trial", "2025", "Mizu, Yu", "rct"),
        (f"{LONG}: protocol of a randomised trial", "2025", "Cha, Mei", "rct"),
        (LONG, "2025", "Cha, Mei", "animal"),
        ("Tea and a lamp for low mood in summer: a trial", "2025", "Cha, Mei", "rct"),
    ],
)
def test_two_works_of_one_author_are_two(second: str, year: str, author: str, design: str, miniature: Path, capsys) -> None:
    one = (FIRST % "pmid = {11}").replace("{Tea and a lamp: a randomised trial}", f"{{{LONG}: a randomised trial}}")
    changes = {"{Something else}": second, "{2025}": year, "{Cha, Mei}": author, "{rct}": design}
    other = SECOND % "pmid = {12}"
    for old, new in changes.items():
        other = other.replace(old, f"{{{new}}}")
    add(miniature, one, other)
    assert not duplicates(miniature, capsys)


def test_two_parts_of_one_work_are_two(miniature: Path, capsys) -> None:
    one = (FIRST % "pmid = {11}").replace("{Tea and a lamp: a randomised trial}", f"{{{LONG}: part I}}")
    add(miniature, one, (SECOND % "pmid = {12}").replace("{Something else}", f"{{{LONG}: part II}}"))
    assert not duplicates(miniature, capsys)


def test_two_versions_of_a_preprint_want_an_answer(miniature: Path, capsys) -> None:
    add(miniature, FIRST % "doi = {10.5555/rs-1/v1}", SECOND % "doi = {10.5555/rs-1/v2}")
    (told,) = duplicates(miniature, capsys)
    assert "another version of `cha2024first`" in told
    change(miniature, "references/all.bib", "rs-1/v2}", "rs-1/v2}, distinct = {cha2024first}")
    assert not duplicates(miniature, capsys)


def test_an_english_title_is_a_title_too(miniature: Path, capsys) -> None:
    second = (SECOND % "pmid = {12}").replace(*SAME_TITLE).replace("{2025}", "{2024}").replace("title  ", "titleen")
    add(miniature, FIRST % "pmid = {11}", second.replace("titleen", "title = {お茶とランプ}, titleen", 1))
    assert len(duplicates(miniature, capsys)) == 1


@pytest.mark.parametrize("who", ["first", "second"])
def test_one_address_may_hold_two_documents_if_either_entry_says_so(who: str, miniature: Path, capsys) -> None:
    address = "url = {https://example.org/notices}"
    answers = {"first": ", distinct = {cha2025second}", "second": ", distinct = {cha2024first}"}
    add(miniature, FIRST % (address + answers[who] * (who == "first")), SECOND % (address + answers[who] * (who == "second")))
    assert problems_of(miniature, capsys) == []


@pytest.mark.parametrize("shared", ["doi = {10.5555/abc.1}", "pmid = {11}"])
def test_no_answer_makes_two_of_one_number(shared: str, miniature: Path, capsys) -> None:
    add(miniature, FIRST % shared, SECOND % f"{shared}, distinct = {{cha2024first}}")
    (told,) = duplicates(miniature, capsys)
    assert "distinct" not in told


@pytest.mark.parametrize(("named", "fault"), [("cha2024frist", "Did you mean `cha2024first`?"), ("cha2025second", "itself")])
def test_distinct_names_another_source(named: str, fault: str, miniature: Path, capsys) -> None:
    add(miniature, FIRST % "pmid = {11}", SECOND % f"pmid = {{12}}, distinct = {{{named}}}")
    (told,) = problems_of(miniature, capsys)
    assert ": unknown-reference: " in told and fault in told


def test_two_reports_of_one_registered_trial_want_an_answer(miniature: Path, capsys) -> None:
    """Both may then stand, and count once (`tests/test_gather.py`)."""
    number = "registration = {%s}"
    add(miniature, FIRST % ("pmid = {11}, " + number % "NCT01234567"), SECOND % ("pmid = {12}, " + number % "nct01234567"))
    (told,) = problems_of(miniature, capsys)
    assert "duplicate-source: `cha2025second` has the registration number of `cha2024first`" in told
    change(miniature, "references/all.bib", number % "nct01234567", number % "nct01234567" + ", distinct = {cha2024first}")
    assert problems_of(miniature, capsys) == []
