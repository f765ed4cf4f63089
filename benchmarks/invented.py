"""An invented review of any size: `python -m benchmarks.invented N FOLDER`.

Both languages, pages as long as real ones, sources that several claims share; every text is made of invented words and says
nothing about anything. The same N and seed give the same bytes. It starts from what `docs/another-review.md` starts from.
"""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = 20260102
TOPICS = 60  # a review of 5,000 claims is a hundred reviews in one
ITEMS = 8  # evidence items of a claim
# What bears directly on a claim of each level: (design, species, direction).
DIRECT = {
    "established": [("meta-analysis", "human", "supports"), ("guideline", "none", "supports")],
    "supported": [("meta-analysis", "human", "supports"), ("rct", "human", "supports")],
    "inconclusive": [("rct", "human", "supports"), ("rct", "human", "contradicts")],
    "preclinical": [("animal", "mouse", "supports")],
    "hypothetical": [],
}
# The steps by which a domain lowers the certainty of what carries a level, and what is left.
GRADES = {"established": (0, "high"), "supported": (2, "low")}
DESIGNS = ("meta-analysis", "guideline", "rct", "rct", "animal", "cohort")
SPECIES = {"guideline": "none", "animal": "mouse"}
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnr" for vowel in "aeio" if consonant + vowel != "gi"]
_KANJI = "灯茶紙石橋港森林川空雲雪花鳥風月星光音声色形道門庭窓机椅筆墨布糸針金銀銅鉄土砂波潮島岸谷丘畑田麦豆"


class Words:
    """The invented words of both languages, and sentences made of them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        invented = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(3000)]
        self.english = [word for word in invented if word not in ("nine", "none")]  # words of English, which `check` knows
        self.japanese = ["".join(chance.sample(_KANJI, k=2)) for _ in range(3000)]
        self._named: set[str] = set()

    def pair(self, sentences: int, numbers: str = "") -> tuple[str, str]:
        """A text in Japanese and one in English; `numbers` stand in both."""
        japanese = "".join(self._japanese() for _ in range(sentences))
        english = " ".join(self._english() for _ in range(sentences))
        told = f"{numbers}でした。", f" It was {numbers.replace('、', ', ')}."
        return (japanese + told[0], english + told[1]) if numbers else (japanese, english)

    def name(self) -> tuple[str, str]:
        """A title in Japanese and in English that nothing else has."""
        first, second = self.chance.choices(self.japanese, k=2)
        if (title := f"{first}と{second}の関係") in self._named:
            return self.name()
        self._named.add(title)
        return title, f"{self._some(2).capitalize()} and {self._some(2)}"

    def line(self, certainty: str | None) -> tuple[str, str]:
        """An answer in each language that a list has room for: of a certainty, or that nothing is known."""
        japanese, english = self.name()
        if certainty is None:
            return f"{japanese}は分かっていません。", f"It is not known of {english.lower()}."
        degree = {"low": "低い", "high": "高い"}[certainty]
        return (
            f"{japanese}で増えるかもしれません（確実性は{degree}です）。",
            f"More may respond with {english.lower()} (the certainty is {certainty}).",
        )

    def _japanese(self) -> str:
        a, b, c, d = self.chance.choices(self.japanese, k=4)
        return f"{a}の{b}は{c}を{d}にしました。"

    def _english(self) -> str:
        return f"The {self._some(3)} made {self._some(4)} of {self._some(3)}."

    def _some(self, count: int) -> str:
        return " ".join(self.chance.choices(self.english, k=count))


def write_review(claims: int, folder: Path, seed: int = SEED) -> None:
    """Write a review of so many claims into a new folder."""
    shutil.copytree(ROOT / "tests/review", folder, ignore=shutil.ignore_patterns("build", "site", "claims", "article.txt"))
    for name in ("overrides", "docs/assets"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        handwritten = r"^  - (patients|method|cite|contribute|about|changes)\.md\n|^  /(sheet|data)\.md\n"
        (folder / name).write_text(re.sub(handwritten, "", text, flags=re.MULTILINE), encoding="utf-8")
    (folder / "claims").mkdir()
    words = Words(random.Random(seed))
    names = [f"invented-claim-{number:04}" for number in range(1, claims + 1)]
    levels = [level for level, _ in zip(cycle(DIRECT), names)]
    sources = dict(_sources(max(claims, 60), words))
    pools = {design: cycle([key for key, (kind, _) in sources.items() if kind == design]) for design in set(DESIGNS)}
    others = cycle(sources)
    for number, (name, level) in enumerate(zip(names, levels, strict=True)):
        text = _claim(number, level, names, pools, others, words)
        (folder / f"claims/{name}.yml").write_text(text, encoding="utf-8")
    (folder / "references/all.bib").write_text("\n".join(entry for _, entry in sources.values()), encoding="utf-8")
    _search(folder, next(iter(sources)))
    _article(folder, names, levels)
    _vocabulary(folder, words)


def _sources(count: int, words: Words) -> Iterator[tuple[str, tuple[str, str]]]:
    for number, design in zip(range(count), cycle(DESIGNS)):
        author, other, *title = words.chance.choices(words.english, k=10)
        key, year = f"{author}{1990 + number % 36}s{number}", 1990 + number % 36
        fields = {
            "title": " ".join(title).capitalize(), "author": f"{author.capitalize()}, A. and {other.capitalize()}, B. and others",
            "journal": "Journal of Invented Things", "year": year, "volume": number % 40 + 1,
            "pages": f"{number + 1}-{number + 9}",
            "doi": f"10.5555/invented.{number}", "pmid": 90000000 + number, "design": design,
            "species": SPECIES.get(design, "human"), "participants": 1200 if design == "meta-analysis" else number % 300 + 20,
            "checked": "2026-01-02 https://example.org/", "noticechecked": "2026-01-02 https://example.org/",
        }  # fmt: skip
        if design == "guideline":
            fields |= {"authority": f"Board {number}", "issuer": "society"}
        entry = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        yield key, (design, f"@article{{{key},\n{entry},\n}}\n")


def _claim(
    number: int, level: str, names: list[str], pools: Mapping[str, Iterator[str]], others: Iterator[str], words: Words
) -> str:
    chance = words.chance
    direct = [(next(pools[design]), direction) for design, _, direction in DIRECT[level]]
    chosen = dict.fromkeys(key for key, _ in direct)
    while len(chosen) < ITEMS:
        chosen[next(others)] = None
    directions = dict(direct)
    cited = list(chosen)[:6]
    title, statement, answer = words.name(), words.pair(1), words.line(GRADES[level][1] if level in GRADES else None)
    unknown, would_change = words.pair(2), words.pair(2)
    paragraphs = [words.pair(4) for _ in range(3)]
    marks = [f"[@{cited[at]}][@{cited[at + 1]}]" for at in (0, 2, 4)]
    appraisal = [
        "\n\n    ".join(f"**{texts[side][:8]}** {texts[side]}{mark}" for texts, mark in zip(paragraphs, marks, strict=True))
        for side in (0, 1)
    ]
    lines = [
        f"code: {_code(number)}", f"topic: topic-{number % TOPICS}", "kind: effect",
        f"title: {{ja: {title[0]}, en: {title[1]}}}", *_texts("statement", statement),
        "said:", f"  - {{passage: ja-{number + 2:02}.1, wording: possible, words: 可能性}}",
        f"  - {{passage: en-{number + 2:02}.1, wording: possible, words: may}}",
        f"level: {level}", f"certainty: {GRADES[level][1] if level in GRADES else 'none'}",
        *_texts("short", answer), *_texts("answer", answer),
        "appraisal:", f"  ja: |\n    {appraisal[0]}", f"  en: |\n    {appraisal[1]}",
        *_texts("unknown", unknown), *_texts("would_change", would_change),
        *_outcomes(level, list(directions), words), "evidence:",
    ]  # fmt: skip
    for key in chosen:
        people, share = chance.randint(20, 900), chance.randint(20, 80)
        lines += [f"  - ref: {key}", f"    direction: {directions.get(key, 'context')}"]
        lines += [f"    direct: {str(key in directions).lower()}"]
        effect = directions.get(key) == "supports" and chance.random() < 0.5
        low = chance.randint(-90, -40) / 100
        value, high = f"{low + 0.2:.2f}", f"{low + 0.4:.2f}"
        numbers = f"{people}、{share}%" + (f"、{value}、{low}、{high}" if effect else "")
        if judged := level in GRADES and key == next(iter(directions)):
            numbers += "、20%、2.5、1.5、4.1"
        of = ("試験は12件、1200人でした。", "There were 12 trials, 1200 people. ") if judged else ("", "")
        found = [before + text for before, text in zip(of, words.pair(2, numbers), strict=True)]
        lines += ["    finding:", *(f"    {line}" for line in _pair((found[0], found[1])))]
        lines += ["    locator: abstract"]
        if key in directions and DIRECT[level][list(directions).index(key)][0] == "guideline":
            lines += ["    position: for"]
        if effect:
            lines += [f"    effect: {{measure: SMD, value: {value}, low: {low}, high: {high}, outcome: response}}"]
    premises = [names[other] for other in (number - 7, number - 13) if other >= 0 and number % 3 == 0]
    related = [names[(number + 1) % len(names)]]
    lines += [
        f"requires: [{', '.join(premises)}]", f"related: [{', '.join(related)}]", "searches: [lamp-and-tea-in-people]",
        f"terms: [term-{number % 200}]", "reviewed: 2026-01-02", "review_by: 2026-07-02", "version: 1", "history:",
        "  - {version: 1, date: 2026-01-02, change: {ja: 初版, en: First version}}", "",
    ]  # fmt: skip
    return "\n".join(lines)


def _outcomes(level: str, direct: list[str], words: Words) -> Iterator[str]:
    """Of whom the claim is, and the one outcome that decides: with its numbers where it carries the level."""
    yield "pico:"
    for name in ("people", "treatment", "against"):
        yield f"  {name}: {_flow(words.name())}"
    if level not in GRADES:
        yield "outcomes: [{outcome: response, found: none, searched: lamp-and-tea-in-people}]"
        return
    steps, _ = GRADES[level]
    yield f"outcomes:\n  - outcome: response\n    source: {direct[0]}\n    result: OR 2.5 (1.5 to 4.1)\n    studies: 12"
    yield f"    participants: 1200\n    without: {{per100: 20, source: {direct[0]}}}"
    yield f"    grade: {{risk-of-bias: 0, inconsistency: 0, indirectness: 0, imprecision: {steps}, publication-bias: 0}}"
    if steps:
        yield f"reasons: {{imprecision: {_flow(words.pair(1))}}}\nconsidered: {{agrees: [{direct[1]}]}}"


def _code(number: int) -> str:
    topic, place = number % TOPICS, number // TOPICS + 1
    return f"{chr(65 + topic // 26)}{chr(65 + topic % 26)}X-{place:02}"


def _texts(name: str, pair: tuple[str, str]) -> list[str]:
    return [f"{name}:", *_pair(pair)]


def _pair(pair: tuple[str, str]) -> list[str]:
    return [f"  ja: {pair[0]}", f"  en: {pair[1]}"]


def _search(folder: Path, kept: str) -> None:
    file = folder / "references/searches.yml"
    text = file.read_text(encoding="utf-8").replace("found: 0", "found: 1")
    text = text.replace("見つからなかった。", "一つ見つかった。").replace("None was found.", "One was found.")
    file.write_text(re.sub(r"kept: \[.*\]", f"kept: [{kept}]", text), encoding="utf-8")


def _article(folder: Path, names: list[str], levels: list[str]) -> None:
    file = folder / "references/article.yml"
    head = re.sub(r"differences:.*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    head = re.sub(r"    lamp-.*\n", "", head).replace("{date}", "{date}, {found}")  # the search finds a study here
    shown = {levels[at]: names[at] for at in (0, len(levels) - 1)}
    head = head.replace("  levels:\n", "  levels:\n" + "".join(f"    {name}: {level}\n" for level, name in shown.items()))
    lines = ["sentences:"]
    for language in ("ja", "en"):
        for number in range(1, len(names) + 2):
            digest = hashlib.sha256(f"{language} {number}".encode()).hexdigest()
            state = "greeting" if number == 1 else "claim"
            lines.append(f"  {language}-{number:02}.1: {{sha256: {digest}, section: body, state: {state}}}")
    file.write_text(head + "\n".join([*lines, ""]), encoding="utf-8")


def _vocabulary(folder: Path, words: Words) -> None:
    file = folder / "vocabulary.yml"
    text = (ROOT / "vocabulary.yml").read_text(encoding="utf-8")
    topics = "".join(
        f"  topic-{n}: {{label: {_flow(words.name())}, definition: {_flow(words.pair(1))}}}\n" for n in range(TOPICS)
    )
    names = [[", ".join(words.chance.sample(stock, 3)) for stock in (words.japanese, words.english)] for _ in range(200)]
    terms = "".join(f"  term-{n}: {{ja: [{japanese}], en: [{english}]}}\n" for n, (japanese, english) in enumerate(names))
    text = re.sub(r"critical: \[.*\]", "critical: []", text)
    text = re.sub(r"^    worthwhile:.*\n(?:      .*\n)*", "", text, flags=re.MULTILINE)  # its sources are not here
    decides = f"critical: [{', '.join(f'topic-{n}' for n in range(TOPICS))}]"
    text = re.sub(r"^(  response:\n(?:    .*\n)*?)    critical: \[\]", rf"\1    {decides}", text, flags=re.MULTILINE)
    text = re.sub(r"^topic:\n(?:(?:  .*)?\n)+?(?=^\w)", f"topic:\n{topics}", text, flags=re.MULTILINE)
    text = re.sub(r"^term:\n.*", f"term:\n{terms}", text, flags=re.MULTILINE | re.DOTALL)
    file.write_text(text, encoding="utf-8")


def _flow(pair: tuple[str, str]) -> str:
    return f"{{ja: {pair[0]}, en: {pair[1]}}}"


if __name__ == "__main__":
    write_review(int(sys.argv[1]), Path(sys.argv[2]))
