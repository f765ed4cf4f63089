"""Names of people and groups: read from BibTeX, cut to initials, and told apart where two sources would read alike."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

from tests.citation_reader import citation_js, cited, pandoc
from tests.conftest import TODAY, real_assessed, real_review
from tools.appraisal.assess import assess
from tools.cite.bibtex import bibtex
from tools.cite.csl import reference_csl
from tools.cite.names import listed, short_name, year
from tools.cite.ris import ris
from tools.cite.styles import coins
from tools.edition import Edition, Publication
from tools.export import export_root
from tools.pages.figures.forest import forest_panels
from tools.pages.render import render
from tools.pages.source_list import reference_rows
from tools.records.authors import Author, read_authors
from tools.records.claim import Review
from tools.records.sources import Reference
from tools.records.words import LANGUAGES


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Baxter, Jr, Lewis R", "Baxter LR Jr"),
        ("Baxter, Jr., Lewis R.", "Baxter LR Jr"),
        ("Baxter, Lewis R Jr", "Baxter LR Jr"),
        ("Baxter, Lewis R., JR.", "Baxter LR Jr"),
        ("Baxter Jr, Lewis R", "Baxter LR Jr"),
        ("Lamp, Sr, Ann", "Lamp A Sr"),
        ("Lamp, III, Ann", "Lamp A III"),
        ("Lamp, 3rd, Ann", "Lamp A 3rd"),
        ("Petrov, I I", "Petrov II"),
        ("Petrov, Ivan V", "Petrov IV"),
        ("Aleman, André", "Aleman A"),
        ("Vida, Róbert György", "Vida RG"),
        ("Cotovio, Gonçalo", "Cotovio G"),
        ("Yıldız, İbrahim", "Yıldız İ"),
        ("Ávila, A\u0301ngel", "Ávila Á"),
        ("Иванов, Пётр Ильич", "Иванов ПИ"),
        ("Παπάς, Άρης", "Παπάς Ά"),
        ("Dong, Jing-fei", "Dong JF"),
        ("Lefaucheur, Jean-Pascal", "Lefaucheur JP"),
        ("Lefaucheur, J.-P.", "Lefaucheur JP"),
        ("Lefaucheur, J.P.", "Lefaucheur JP"),
        ("Lefaucheur, J P", "Lefaucheur JP"),
        ("Casey, BJ", "Casey BJ"),
        ("Taylor, Paul CJ", "Taylor PCJ"),
        ("Siljander, Pia R\u2010M", "Siljander PRM"),
        ("Souza, Bruno Solano de Freitas", "Souza BSF"),
        ("Gogh, Vincent van", "Gogh V"),
        ("{hikari}, taro", "hikari T"),
        ("Yin, HaiFang", "Yin H"),
        ("Saʻīd, ʻAlī", "Saʻīd A"),
        ("{van der Berg}, Anna", "van der Berg A"),
        ("{de la O}, Ana", "de la O A"),
        ("野田, 賀大", "野田賀大"),
        ("帆, ほかり", "帆ほかり"),
        ("김, 철수", "김철수"),
        ("الرازي, محمد", "الرازي محمد"),
        ("{The Lamp Group}", "The Lamp Group"),
        ("{Lamp Hospital, Edo}", "Lamp Hospital, Edo"),
        ("{Barnes and Noble}", "Barnes and Noble"),
        ("WHO", "WHO"),
    ],
)
def test_a_name_as_a_reference_lists_it(written: str, printed: str) -> None:
    ((author,), more, wrong) = read_authors(written)
    assert (listed(author), more, wrong) == (printed, False, [])


@pytest.mark.parametrize("joined", ["and", "AND", "And"])
def test_a_list_of_authors(joined: str) -> None:
    authors, more, wrong = read_authors(f"Lamp, A. {joined} {{The Tea and Lamp Group}} {joined} others")
    assert authors == [Author("Lamp", "A."), Author("The Tea and Lamp Group", group=True)] and more and not wrong


@pytest.mark.parametrize(
    "names",
    [
        "Ann Lamp", "Ann Lamp, Bo Tea, Cy Sun", "Lamp A; Tea B; Sun C", "Lamp, A; Tea, B", "Lamp AB, Tea C", "Lamp, A. et al.",
        "Lamp, A & Tea, B", "Lamp, Ann, MD", "Lamp, Ann and", "and Lamp, Ann", "", "Lamp,", ", Ann", "Lamp, Jr", "others",
        "Lamp, Ann and others and Tea, Bo", "World Health Organization",
        "山田，太郎", "山田太郎、佐藤花子", "山田 太郎", "山本, 次郎 ほか", "山本, 次郎ほか", "山本, 次郎 他",
    ],
)  # fmt: skip
def test_what_may_be_several_people_or_none_is_refused(names: str) -> None:
    _, _, wrong = read_authors(names)
    assert wrong and all("Write `Family, Given and" in message.text("en") for message in wrong)


@pytest.mark.parametrize(
    "names",
    [
        "Lamp, Ann, MD, PhD", "Lamp, Ann PhD", "Lamp, Ann MD", "Lamp, Ann B. MD", "Lamp, Ann M.D.", "Dr Lamp, Ann",
        "Prof. Lamp, Ann",
        "Lamp, Ann1", "Lamp, Ann*", "Lamp, Ann (Edo)", "Lamp, Ann†", "LAMP, ANN", "Lamp, ANNA", "LI, Wei", "LAMP, A.",
        "Ann B Lamp, Bo Tea", "Ann B. Lamp, Cy D. Tea", "Ann Lamp, Bo Tea", "Ann Maria Lamp, Bo Cy Tea", "{Lamp, Ann}",
        "{Lamp, Ann and Tea, Bo C}", "{佐藤, 花子}", "others.", "Lamp, Ann and et al", "Lamp, Ann and etc.", "Lamp, Ann and ほか",
        "山本, 次郎 and 他", "野田賀大・中島振一郎", "野田賀大/中島振一郎", "山田太郎ら", "山本, 次郎 他3名",
        "Lamp, Ann / Tea, Bo",
        "Lamp, Ann ...", "Lamp, Ann, and", "Lamp, Ann & others", "山本, 次郎先生", "山田 太郎, 佐藤 花子",
        "Lamp, Ann on behalf of the Group", "Lamp, Ann for the Group", "Lamp, Ann und Tea, Bo",
        "by Lamp, Ann", "Lamp, ?", "Lamp, unknown", "Lamp, N/A", "森花子1", "Lamp_Ann",
        "Lamp, Ann and Tea", "Lamp and Tea", "Tea Group, The", "Lamp, Ann and Tea Study, Group", "Ministry of Tea, Japan",
        "Lamp, Ann¹ and Tea, Bo²", "Lamp, Ann and (group)", "Lamp, Ann MRCPsych", "Lamp, Ann MBChB", "Lamp, Ann FRCP",
        "Lamp, Ann and 他3名", "山田太郎他", "森 花, 川 三", "Eds. Lamp, Ann", "日本, お茶学会",
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_name_and_what_may_be_two_is_refused(names: str) -> None:
    _, _, wrong = read_authors(names)
    assert wrong and all("`Family, Given" in message.text("en") for message in wrong)


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("{Garcia Lopez}, Maria Jose", "Garcia Lopez", "Maria Jose"), ("Garcia Lopez, Maria J", "Garcia Lopez", "Maria J"),
        ("Garcia y Lopez, Maria Jose", "Garcia y Lopez", "Maria Jose"), ("Fox, MD", "Fox", "MD"), ("Fox, M D", "Fox", "M D"),
        ("Fox, M.D.", "Fox", "M.D."), ("Kim, DO", "Kim", "DO"),
        ("Van Den Berg, Anna Maria", "Van Den Berg", "Anna Maria"), ("Drummond, Ann", "Drummond", "Ann"),
        ("Mars, Ann", "Mars", "Ann"),
        ("O'Neill, Ann", "O'Neill", "Ann"), ("Ho, Yen", "Ho", "Yen"), ("{NICE, UK}", "NICE, UK", ""),
        ("長谷川, 他喜男", "長谷川", "他喜男"), ("田中, 省", "田中", "省"), ("Studyvin, Ann", "Studyvin", "Ann"),
        ("{Tea Group, The}", "Tea Group, The", ""),
        ("{Ministry of Health, Labour and Welfare, Japan}", "Ministry of Health, Labour and Welfare, Japan", ""),
        ("ジョン・スミス", "ジョン・スミス", ""), ("{Team 3 (Edo)}", "Team 3 (Edo)", ""), ("Lamp, Rn Ann", "Lamp", "Rn Ann"),
    ],
)  # fmt: skip
def test_a_name_that_only_looks_wrong_is_read(written: str, family: str, given: str) -> None:
    ((author,), _, wrong) = read_authors(written)
    assert (author.family, author.given, wrong) == (family, given, [])


def test_a_refused_name_is_shown_in_part_and_every_one_is_told() -> None:
    _, _, wrong = read_authors(f"{'Lamp A; ' * 40} and Ann Lamp")
    assert len(wrong) == 2 and all(len(message.text("en")) < 200 for message in wrong)


def people(review: Review) -> list[Author]:
    found = {author for source in review.references.values() for author in source.author}
    return sorted((author for author in found if not author.group), key=str)


def test_every_person_of_the_review_is_listed_by_initials() -> None:
    latin = {listed(author): author for author in people(real_review()) if re.search("[A-Za-z]", author.given)}
    assert len(latin) > 1000
    letters = {name: name.removeprefix(author.family).removesuffix(author.suffix).strip() for name, author in latin.items()}
    assert not [name for name, cut in letters.items() if not (cut.isalpha() and cut.isupper() and len(cut) < 6)]


@pytest.mark.proof
def test_initials_are_those_of_the_style() -> None:
    """pandoc gives no second letter to `Jing-fei` and `BJ`, and keeps small words; PubMed and we do otherwise there."""
    alike = [one for one in people(real_review()) if not re.search(r"(^|[\s-])[a-zà-ÿ]|[A-Z]{2}", one.given)]
    assert len(alike) > 0.98 * len(people(real_review()))
    items = [
        {"id": f"p{number}", "type": "book", "title": "Lamp", **reference_item(author)} for number, author in enumerate(alike)
    ]
    made = cited(f"---\nnocite: '@*'\nreferences: {json.dumps(items)}\n---\n", "nlm-citation-sequence", form="markdown-smart")
    told = Counter(re.sub(r"^\d+\. ", "", line).removesuffix(". Lamp.") for line in made.splitlines() if line.strip())
    assert told == Counter(map(listed, alike))


def reference_item(*authors: Author) -> dict[str, object]:
    source = dataclasses.replace(next(iter(real_review().references.values())), author=list(authors))
    return {"author": reference_csl("x", source)["author"]}


def with_a_suffix() -> Reference:
    return dataclasses.replace(real_review().references["kedzior2014reanalysis"], author=[Author("Baxter", "Lewis R", "Jr")])


def test_a_suffix_stands_where_each_format_has_it() -> None:
    item = reference_csl("baxter1989lamp", with_a_suffix())
    assert "AU  - Baxter, Lewis R, Jr\r\n" in ris([item]) and "{Baxter, Jr, Lewis R}" in bibtex([item])
    assert "rft.au=Baxter%2C+Jr%2C+Lewis+R&" in coins("baxter1989lamp", with_a_suffix())


@pytest.mark.proof
def test_a_suffix_survives_the_programs_that_read_citations(tmp_path: Path) -> None:
    item = reference_csl("baxter1989lamp", with_a_suffix())
    for ending, text in (("bib", bibtex([item])), ("ris", ris([item])), ("csl.json", json.dumps([item]))):
        file = tmp_path / f"all.{ending}"
        file.write_text(text, encoding="utf-8")
        form = {"bib": "biblatex", "csl.json": "csljson"}.get(ending, ending)
        readers = list(citation_js([file]).values())
        if ending != "ris":  # of RIS pandoc takes the second part for the suffix, where the format has the given names
            readers.append(pandoc(file, form))
        for (found,) in readers:
            (author,) = found["author"]
            found_parts = [author["family"], author["given"].rstrip(","), author.get("suffix")]
            assert found_parts == ["Baxter", "Lewis R", "Jr"], ending


def two_alike(review: Review, **changed: object) -> Review:
    """The review with a second source of the same authors and year, whose title comes first, as evidence of the same claim."""
    key, twin = "hikari2020lamp", "hikari2020again"
    first = dataclasses.replace(review.references[key], **changed)
    second = dataclasses.replace(first, title="Again on lamps", doi="10.5555/again.2020")
    claim = review.claims["lamp-lifts-mood"]
    item = next(item for item in claim.evidence if item.ref == key)
    more = [*claim.evidence, dataclasses.replace(item, ref=twin, effect=None, rates=None)]
    text = {lang: f"{claim.appraisal[lang]} [@{key}; @{twin}]" for lang in LANGUAGES}
    told = dataclasses.replace(claim, evidence=more, appraisal=dataclasses.replace(claim.appraisal, **text))
    claims = {**review.claims, "lamp-lifts-mood": told}
    return dataclasses.replace(review, references={**review.references, key: first, twin: second}, claims=claims)


@pytest.mark.parametrize(("language", "name"), [("en", "Hikari et al. 2020"), ("ja", "Hikari ほか 2020")])
def test_two_sources_that_read_alike_have_letters_everywhere(language: str, name: str, review: Review) -> None:
    alike = two_alike(review)
    pages = render(assess(alike), Edition(TODAY, language=language))
    claim = pages["claims/lamp-lifts-mood.md"]
    cited = f'(<a href="#ref-hikari2020lamp">{name}b</a>; <a href="#ref-hikari2020again">{name}a</a>)'
    listed = claim.partition('<li id="ref-hikari2020again">')[2].partition("</li>")[0]
    assert cited in claim and f"<strong>{name}a</strong>" in listed and "<p>Hikari T, The Lamp Group, " in listed
    assert not [path for path, text in pages.items() if re.search(rf"{name}(?![ab])", text)]
    rows = [re.sub("<[^>]*>", "", row) for row in re.findall('<li id="hikari2020.*', pages["references.md"])]
    assert ["2020a;3:1-9" in row for row in rows] == [True, False] and ["2020b;3:1-9" in row for row in rows] == [False, True]
    told = "".join(text for path, text in export_root(assess(alike), Publication(TODAY)) if path == "data/claims.json")
    assert f'"{language}": "{name}a"' in told and f'"{language}": "{name}b"' in told


def test_a_source_without_a_year_has_its_letter_after_a_hyphen(review: Review) -> None:
    alike = two_alike(review, year=None)
    assert [year(alike, "hikari2020lamp", language) for language in LANGUAGES] == ["発行年不明-b", "n.d.-b"]
    assert short_name(alike, "hikari2020again", "en") == "Hikari et al. n.d.-a"


def test_letters_depend_on_no_order_and_none_is_given_where_names_differ(review: Review) -> None:
    sources = {key: dataclasses.replace(source, title=f"Lamp {key}") for key, source in two_alike(review).references.items()}
    wanted = {"hikari2020again": "a", "hikari2020lamp": "b"}
    for order in permutations(sources):
        assert dataclasses.replace(review, references={key: sources[key] for key in order}).letters == wanted
    many = {f"hikari2020n{number}": dataclasses.replace(sources["hikari2020lamp"], title=f"{number:03}") for number in range(30)}
    assert list(dataclasses.replace(review, references=many).letters.values())[25:28] == ["z", "aa", "ab"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sources_of_the_review_have_one_name(language: str) -> None:
    names = Counter(short_name(real_review(), key, language).casefold() for key in real_review().references)
    assert len(names) == len(real_review().references) and real_review().letters


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_never_prints_one_name_for_two_sources(language: str) -> None:
    for path, text in render(real_assessed(), Edition(TODAY, language=language)).items():
        cited = set(re.findall(r'<a href="[^"]*#ref-([a-z0-9]+)">(?:<text[^>]*>)?([^<]+)<', text))
        names = Counter(name for _, name in cited)
        assert not [name for name, count in names.items() if count > 1], path
        assert cited or not path.startswith(("claims/tms-treats-depression", "evidence"))


def test_a_picture_cuts_a_long_name_and_never_its_year(review: Review) -> None:
    alike = two_alike(review, author=[Author("The Very Long Named Society of Invented Lamps and Teas", group=True)], et_al=False)
    claim = alike.claims["lamp-lifts-mood"]
    evidence = [
        dataclasses.replace(item, effect=dataclasses.replace(item.effect, against="sham", better="higher"))
        if item.effect
        else item
        for item in claim.evidence
    ]
    alike = dataclasses.replace(alike, claims={"lamp-lifts-mood": dataclasses.replace(claim, evidence=evidence)})
    (panel,) = forest_panels(alike, "en", "")
    (name,) = re.findall(r'class="study">([^<]+)<', panel.picture)
    assert re.fullmatch(r"The Very Long[^…]*… 2020b", name)


def test_the_list_of_references_follows_names_years_and_letters(review: Review) -> None:
    keys = [row.key for row in reference_rows(two_alike(review), {})]
    assert keys.index("hikari2020again") + 1 == keys.index("hikari2020lamp")


def test_a_reference_is_a_record_of_authors(review: Review) -> None:
    source: Reference = review.references["hikari2020lamp"]
    assert source.author == [Author("Hikari", "Taro"), Author("The Lamp Group", group=True)] and source.et_al
