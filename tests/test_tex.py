"""TeX in bibliographic fields is read as characters or refused; exports give those characters, escaped once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rispy

from tests.rule_cases import BIB, spoil
from tools.cite.bibtex import bibtex
from tools.cite.csl import reference_csl
from tools.cite.ris import ris
from tools.export.csl_json import csl_json
from tools.records.bibtex import read_bibtex
from tools.records.load import load
from tools.records.sources import Reference
from tools.text.tex import NotRead, decode

READ = {
    r"M{\"u}ller, J{\"o}rg": "Müller, Jörg",
    r"{\O}stergaard, S\o ren": "Østergaard, Søren",
    r"Garc{\'\i}a, Jos\'e": "García, José",
    r"\v{S}imi\'{c} \c{C}elik \L{}ukasz": "Šimić Çelik Łukasz",
    r"na\"{\i}ve \ss{} \aa s {\AA}sa \'Etude": "naïve ß ås Åsa Étude",
    r"Erd\H{o}s \u{g} \k{a} \d{s} \r{u} \=o \.Z \`a \^o \~n": "Erdős ğ ą ṣ ů ō Ż à ô ñ",
    r"\&, \%, \_, \# and \$5": "&, %, _, # and $5",
    r"TNF-$\alpha$ and IL-1\textgreek{b}": "TNF-α and IL-1β",
    r"\alpha-synuclein, TGF-$\beta$1, \textmu m": "α-synuclein, TGF-β1, μm",
    r"10\,\% \emph{in vivo}, {\em Mus}": "10 % in vivo, Mus",
    r"CO$_2$, 10$^{9}$, $^{18}$F, m\textsuperscript{2}": "CO₂, 10⁹, ¹⁸F, m²",
    r"$p < 0.05$, $-2 \pm 1$, $n = 5$, $n$": "p < 0.05, −2 ± 1, n = 5, n",
    "2001--2005 --- ``so''": "2001–2005 — “so”",
    r"Fig.~3 of O\textquoteright Brien": "Fig. 3 of O’Brien",
    "{B}ayesian {TMS}": "Bayesian TMS",
    "50% of A&B #1 a_b 10^9 <x>": "50% of A&B #1 a_b 10^9 <x>",
    "a price of $5": "a price of $5",
}


@pytest.mark.parametrize("text", READ)
def test_what_is_certain_is_read(text: str) -> None:
    assert decode(text).replace("{", "").replace("}", "") == READ[text]


REFUSED = {
    r"a \frac{1}{2} b": r"\frac{1}{2}",
    r"\cite{mori2019mice}": r"\cite{mori2019mice}",
    r"\noopsort{a}Tea": r"\noopsort{a}",
    r"\'{}": r"\'{}",
    r"\"{ue}": r"\"{ue}",
    "$5 and $6": "$5 and $",
    r"x $\alpha": r"$\alpha",
    r"$x_{ab}$": r"$x_{ab}$",
    r"x\textsubscript{ab}": r"\textsubscript{ab}",
    "about ~50": "~5",
    "2~3 weeks": "2~3",
    r"\(x\)": r"\(",
    r"\begin{x}": r"\begin{x}",
    "a\\": "\\",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_certain_is_refused_by_name(text: str) -> None:
    with pytest.raises(NotRead) as refused:
        decode(text)
    assert str(refused.value) == REFUSED[text]


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(NotRead):
        decode(r"\emph{" * 3000)


def entry(**fields: str) -> str:
    given = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{mori2019mice,\n{given}  design = {{rct}},\n  species = {{mouse}},\n  checked = {{2026-01-02 https://example.org}},\n}}\n"


def read(**fields: str) -> Reference:
    found, problems = read_bibtex("a.bib", entry(**fields))
    reference, _ = found["mori2019mice"]
    assert reference and not problems, problems
    return reference


RAW = {
    "title": r"{\"U}ber rTMS: TNF-$\alpha$ \& IL-1\textgreek{b} at 10\,\% \emph{in vivo} -- a {B}ayesian_view",
    "author": r"M{\"u}ller, J{\"o}rg and {\O}stergaard, S{\o}ren and {{\"O}sterreichische Gesellschaft A \& B} and others",
    "journal": r"Brain \& Behavior",
    "pages": "123--130",
    "doi": r"10.5555/tex\_1",
    "url": r"https://example.org/a\_b?c\&d~e--f\%20",
    "note": r"cost \$5, CO$_2$",
}  # fmt: skip


def test_an_entry_is_read_whole() -> None:
    found = read(**RAW)
    assert found.title == "Über rTMS: TNF-α & IL-1β at 10 % in vivo – a Bayesian_view"
    assert [str(author) for author in found.author] == [
        "Müller, Jörg",
        "Østergaard, Søren",
        "Österreichische Gesellschaft A & B",
    ]
    assert found.et_al and found.author[2].group
    assert (found.journal, found.pages, found.note) == ("Brain & Behavior", "123-130", "cost $5, CO₂")
    assert (found.doi, found.url) == ("10.5555/tex_1", "https://example.org/a_b?c&d~e--f%20")


def test_exports_give_the_characters_escaped_once() -> None:
    found = read(**RAW)
    item = reference_csl("mori2019mice", found)
    written = bibtex([item])
    assert r"TNF-α \& IL-1β at 10 \% in vivo – a Bayesian\_view" in written and "textbackslash" not in written
    (record,) = rispy.loads(ris([item]).replace("\r\n", "\n"))
    (data,) = json.loads(csl_json([item]))
    assert record["title"] == data["title"] == found.title
    assert record["secondary_title"] == data["container-title"] == found.journal
    assert (record["start_page"], record["end_page"]) == ("123", "130")


@pytest.mark.parametrize("text", [value for value in READ.values() if value != "10^9"])
def test_what_is_exported_reads_back_the_same(text: str) -> None:
    """But for the look-alike that stands for a caret, which no program reads from its command."""
    item = {"id": "mori2019mice", "type": "article-journal", "title": text, "container-title": text}
    again, _ = read_bibtex(
        "a.bib", bibtex([item]).replace("\n}", entry().partition("\n")[2].rstrip("\n").removesuffix("}") + "}")
    )
    reference, _ = again["mori2019mice"]
    assert reference and reference.title.replace("ˆ", "^") == text == (reference.journal or "").replace("ˆ", "^")


@pytest.mark.parametrize(
    ("field", "value"), [("title", r"A \frac{1}{2}"), ("author", r"M\"{ue}ller, J"), ("note", "about ~50"), ("journal", "$5/$6")]
)
def test_a_field_that_cannot_be_read_is_one_problem_on_its_line(field: str, value: str, miniature: Path) -> None:
    fields = {"title": "Tea", "author": "Mori, Hanako"} | {field: value}
    given = "".join(f"  {name} = {{{said}}},\n" for name, said in fields.items())
    text = (miniature / BIB).read_text(encoding="utf-8")
    spoil(miniature, [(BIB, "  title   = {Tea calms mice},\n  author  = {Mori, Hanako and Kawa, Saburo},\n", given)])
    line = text.partition("  title   = {Tea calms mice}")[0].count("\n") + 1 + list(fields).index(field)
    _, problems = load(miniature)
    assert [(problem.rule, problem.line) for problem in problems] == [("bad-tex", line)]
    assert f"`{field}`" in problems[0].message.text("en") and f"`{field}`" in problems[0].message.text("ja")
