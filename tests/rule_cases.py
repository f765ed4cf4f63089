"""The smallest fault for each rule: what one changes in the invented review, so that this rule and no other is reported.

A case is a list of changes. A change is (file, old, new): `old` is replaced once; where `old` is "", the whole file is `new`, and
where `new` is None there is no such file.
"""

from __future__ import annotations

from pathlib import Path

Change = tuple[str, str, str | bytes | None]

LAMP, TEA, BOTH, APPROVAL = (
    f"claims/{name}.yml" for name in ("lamp-lifts-mood", "tea-calms-mice", "lamp-and-tea", "tea-approval")
)
BIB, SEARCHES, ARTICLE = "references/all.bib", "references/searches.yml", "references/article.yml"
MODERATE = "  moderate: {label: {ja: 中程度, en: Moderate}, definition: {ja: おおむね近い。, en: Rather close.}}\n"
HISTORY = "history:\n  - {version: 1, date: 2026-01-02, change: {ja: 初版, en: First version}}\n"
SAID = "  - {passage: en-02.2, wording: possible, words: may}\n"
UNUSED = (
    "\n@misc{kawa2020tea, title = {Tea}, year = {2020}, url = {https://example.org/tea}, design = {rct}, species = {human},\n"
)
UNUSED += "  checked = {2026-01-02 https://example.org/tea},\n}\n"
SHORT = "short: {ja: 偽の光より気分を良くしました。, en: It improved mood more than sham light did.}"
ANSWER = "answer: {ja: ランプは偽の光より気分を良くしました。, en: The lamp improved mood more than a sham light.}"
ITEM = "    finding: {ja: マウスが静かになった。, en: Mice became calm.}\n    locator: abstract\n"
RUN = f"{{date: 2026-01-03, hits: 4, sha256: {64 * 'a'}}}"
SIGNS = "role: {ja: 医師, en: Physician}, date: 2026-01-03, interests: {ja: なし。, en: None.}"
AGAIN = "  - ref: mori2019mice\n    direction: supports\n    direct: true\n" + ITEM

CASES: dict[str, list[Change]] = {
    # files and form
    "missing-file": [(SEARCHES, "", None)],
    "bad-file-name": [("claims/notes.txt", "", "About tea.\n")],
    "not-utf8": [(BIB, "", "@misc{kawa2020tea, title = {Tea}}\n".encode("utf-16"))],
    "merge-conflict": [(BIB, "@article{kage2022null", "<<<<<<< HEAD\n@article{kage2022null")],
    "empty-file": [(TEA, "", "# nothing yet\n")],
    "bad-yaml": [(SEARCHES, "question:", "question：")],
    "no-front-matter": [("docs/en/index.md", "---\n", "")],
    "control-character": [(LAMP, "en: The effect of the lamp", 'en: "The effect of\\0 the lamp"')],
    "invisible-character": [(BIB, "Tea calms", "Tea\u200b calms")],
    "damaged-text": [(BIB, "Tea calms mice", "Tea donâ€™t")],
    "tab-indentation": [(TEA, "    direct: true", "\tdirect: true")],
    "alias": [(TEA, "terms: [tea]", "terms: [&tea tea, *tea]")],
    "comment-in-text": [(TEA, "{ja: お茶の効果, en: The effect of tea}", "\n  ja: お茶の効果\n  en: Effect #2 of tea")],
    "bad-bibtex": [(BIB, "  checked = {2026-01-02 https://example.org/mice},\n}", "  checked = {2026-01-02 https://example.org/mice")],
    "bad-author": [(BIB, "author  = {Kage, Jiro}", "author  = {Jiro Kage}")],
    "stray-text": [(BIB, "@article{kage2022null", "to do\n@article{kage2022null")],
    "duplicate-key": [(TEA, "code: TEA-02", "code: TEA-02\ncode: TEA-05")],
    "bad-key": [(BIB, "@article{hikari2020lamp", UNUSED.replace("kawa2020tea", "kawa") + "@article{hikari2020lamp")],
    "duplicate-id": [("claims/young/tea-calms-mice.yml", "", "code: TEA-05\n")],
    "id-mismatch": [(TEA, "code: TEA-02", "id: tea\ncode: TEA-02")],
    # fields and values
    "missing-field": [(TEA, "version: 1\n", "")],
    "unknown-key": [(TEA, "level:", "levl: preclinical\nlevel:")],
    "missing-translation": [(TEA, ", en: The effect of tea", "")],
    "empty-text": [(SEARCHES, '"lamp tea trial"', '""')],
    "empty-list": [(TEA, HISTORY, "history: []\n")],
    "too-long": [(TEA, "words: may", f"words: {'may ' * 20}")],
    "wrong-type": [(TEA, "terms: [tea]", "terms: tea")],
    "bad-form": [(BIB, "{10.5555/mice.2019}", "{doi:10.5555/mice.2019}")],
    "bad-date": [(TEA, "reviewed: 2026-01-02", "reviewed: 2026-13-02")],
    "bad-value": [(BIB, "{2019}", "{" + "2019" * 2000 + "}")],
    "out-of-range": [(BIB, "{2019}", "{1019}")],
    "bad-tex": [(BIB, "Tea calms mice", r"Tea \frac{1}{2}")],
    "raw-markup": [(TEA, "en: The effect of tea", "en: The **effect** of tea")],
    "placeholder": [(TEA, "en: The effect of tea", "en: TODO")],
    "odd-character": [(TEA, "en: The effect of tea", "en: The eﬀect of tea")],
    "unknown-word": [(TEA, "direction: supports", "direction: sideways")],
    # words and links
    "missing-word": [("vocabulary.yml", MODERATE, "")],
    "unknown-topic": [(TEA, "topic: tea", "topic: teas")],
    "unknown-design": [(BIB, "design  = {rct}", "design  = {rtc}")],
    "unknown-species": [(BIB, "species = {mouse}", "species = {mous}")],
    "unknown-measure": [(LAMP, "measure: OR", "measure: XR")],
    "unknown-outcome": [(LAMP, "outcome: response}", "outcome: joy}")],
    "unknown-locator": [(LAMP, "locator: table 2", "locator: figure 2")],
    "unknown-reader": [(APPROVAL, "by: hikari", "by: hikary")],
    "unknown-term": [(TEA, "terms: [tea]", "terms: [teas]")],
    "unknown-search": [(APPROVAL, "terms: [tea]", "searches: [lamp-and-tea-in-poeple]\nterms: [tea]")],
    "stale-run": [(SEARCHES, "  found: 0", f"  pubmed: lamp\n  runs: {{pubmed: {RUN}}}\n  found: 0")],
    "unknown-reference": [(LAMP, "ref: lampsociety2021guide", "ref: lampsociety2021guidd")],
    "unknown-claim": [(LAMP, "related: [lamp-and-tea]", "related: [lamp-and-tae]")],
    "unknown-passage": [(TEA, SAID, SAID + SAID.replace("en-02.2", "en-99.1"))],
    "unknown-section": [(ARTICLE, "section: body", "section: boddy")],
    "text-breaks-off": [(TEA, "en: The effect in people.", "en: The effect in people and")],
    "second-title": [("docs/en/index.md", "<!-- insert: statement", "# The lamp\n\n<!-- insert: statement")],
    "unknown-insert": [("docs/en/index.md", "insert: statement", "insert: statemnet")],
    "number-not-there": [("docs/en/index.md", "[Claims]", "{{LMP-9 joy treated}} [Claims]")],
    "broken-table": [
        ("docs/en/index.md", "<!-- insert: statement", "| Lamp | Tea |\n| --- | --- |\n| Yes |\n\n<!-- insert: statement"),
        ("docs/ja/index.md", "<!-- insert: statement", "| 光 | お茶 |\n| --- | --- |\n| はい |\n\n<!-- insert: statement"),
    ],
    "dead-link": [("docs/en/index.md", "claims/index.md", "claims/indx.md")],
    "duplicate-code": [(TEA, "code: TEA-02", "code: TEA-01")],
    "code-not-of-topic": [(TEA, "code: TEA-02", "code: LMP-02")],
    "cycle": [(LAMP, "related: [lamp-and-tea]", "requires: [lamp-and-tea]")],
    # evidence
    "level-above-evidence": [(TEA, "level: preclinical", "level: supported")],
    "answer-above-level": [(TEA, "en: It has been tested in mice only.", "en: Tested in mice only; it works.")],
    "short-not-in-answer": [
        (TEA, "調べたのはマウスだけ", "調べたのはマウス3匹だけ"), (TEA, "studied in mice only.", "studied in 3 mice only."),
    ],
    "short-not-one-sentence": [
        (TEA, "en: It was studied in mice only.", "en: It was studied in mice only. The studies were few."),
    ],
    "passes-judgement": [(TEA, "en: The effect in people.", "en: 'The effect in people, a wonder drug of its time.'")],
    "title-asserts": [(TEA, "en: The effect of tea", "en: Tea calms the mind")],
    "level-note-missing": [(TEA, "level: preclinical", "level: hypothetical")],
    "level-note-needless": [(TEA, "terms: [tea]", "terms: [tea]\nlevel_note: {ja: 注, en: Note}")],
    "duplicate-evidence": [(TEA, "evidence:\n", f"evidence:\n{AGAIN}")],
    "duplicate-source": [(BIB, "{12345678}", "{12345678},\n  doi = {10.5555/MICE.2019}")],
    "confirmed-by-whom": [(APPROVAL, "    confirmed_by: mori\n", "")],
    "second-read": [(APPROVAL, "level: ", "second_read: {by: mori, date: 2026-01-02}\nlevel: ")],
    "citation-not-evidence": [
        (LAMP, "あります[@kage2022null]", "あります[@mori2019mice]"), (LAMP, "[@kage2022null].", "[@mori2019mice]."),
    ],
    "uncited-reference": [(BIB, "@article{hikari2020lamp", UNUSED + "@article{hikari2020lamp")],
    "unreachable-reference": [(BIB, "  pmid    = {12345678},\n", "")],
    "bad-address": [(BIB, "{https://example.org/guide}", "{https://www.google.com/search?q=guide}")],
    "identifiers-differ": [(BIB, "{10.5555/mice.2019}", "{10.5555/mice.2019},\n  url = {https://doi.org/10.5555/mice.2009}")],
    "key-year": [(BIB, "{2019}", "{2018}")],
    "unknown-value": [(BIB, "title   = {Tea calms mice}", "title   = {Unknown}")],
    "title-capitals": [(BIB, "title   = {Tea calms mice}", "title   = {TEA CALMS MICE}")],
    "notice-missing": [(BIB, "title   = {Tea calms mice}", "title   = {RETRACTED: Tea calms mice}")],
    "design-against-title": [(BIB, "title   = {Tea calms mice}", "title   = {Tea calms patients}")],
    "title-language": [(BIB, "title   = {Tea calms mice}", "title   = {お茶はマウスを静める}")],
    "value-outside-interval": [(LAMP, "low: 1.5", "low: 3.5")],
    "numbers-disagree": [
        (TEA, "ja: マウスが静か", "ja: マウス50匹中29匹（68%）が静か"),
        (TEA, "en: Mice became calm", "en: 29 of 50 mice (68%) became calm"),
    ],
    "effect-not-in-finding": [(LAMP, "value: 2.5", "value: 2.6")],
    "participants-not-in-finding": [(BIB, "participants = {1200}", "participants = {120}")],
    "direction-against-effect": [(LAMP, "direction: contradicts", "direction: supports")],
    "copied-text": [(TEA, "title: {ja: お茶の効果", "title: {ja: ランプの効果")],
    "listed-twice": [(TEA, "terms: [tea]", "terms: [tea, tea]")],
    "wrong-language": [(TEA, "en: Mice became calm", "en: マウスが静かになった")],
    "blocks-differ": [("docs/en/index.md", "<!-- insert: statement", "One more.\n\n<!-- insert: statement")],
    "headings-differ": [("docs/en/index.md", "<!-- insert: statement", "## The lamp\n\n<!-- insert: statement")],
    "absence-without-search": [
        (APPROVAL, "ja: その後の改訂。, en: Later revisions.", "ja: 研究は見つかりません。, en: No study was found."),
    ],
    "search-does-not-answer": [(BOTH, "terms:", "absence: lamp-and-tea-in-people\nterms:")],
    "languages-differ": [(TEA, "1 experiment", "2 experiments")],
    "number-not-in-evidence": [
        (LAMP, "統合解析では", "37人の統合解析では"), (LAMP, "A synthesis found", "A synthesis of 37 people found"),
    ],
    "answer-behind-evidence": [(LAMP, "ja: 偽の光より気分を良く", "ja: マウスだけで気分を良く")],
    "would-change": [(TEA, "ceiling: inconclusive}", "ceiling: supported}")],
    "frozen-version": [("claims/archive/tea-is-gone/SHA256SUMS", "", "")],
    "future-date": [(TEA, "reviewed: 2026-01-02\nreview_by: 2026-07-02", "reviewed: 2062-01-02\nreview_by: 2062-07-02")],
    "date-out-of-order": [(BIB, "{2026-01-02 https://example.org/mice}", "{2018-01-02 https://example.org/mice}")],
    "signed-by-whom": [(TEA, "version: 1\n", f"signoff: [{{version: 1, name: A language model, {SIGNS}}}]\nversion: 1\n")],
    "unknown-version": [(TEA, "version: 1\n", f"signoff: [{{version: 2, name: Mori, {SIGNS}}}]\nversion: 1\n")],
    "history-incomplete": [(TEA, "version: 1\n", "version: 2\n")],
    # the article
    "unsaid-claim": [(APPROVAL, "context: {ja: 記事は認定に触れていない。, en: The article is silent on it.}\n", "")],
    "unclaimed-sentence": [(LAMP, "  - {passage: en-02.1, wording: asserted, words: lifts}\n", "")],
    "passage-not-claim": [(TEA, SAID, SAID + "  - {passage: en-01.1, wording: possible, words: Hello}\n")],
    "statement-out-of-date": [(ARTICLE, "lamp-and-tea: hypothetical", "lamp-and-tea: preclinical")],
    "wording-against-words": [(TEA, "wording: possible", "wording: asserted")],
    "sentence-missing": [("article.txt", " Tea may calm mice.", "")],
    "sentence-changed": [("article.txt", "Tea may calm mice.", "Tea may calm rats.")],
    "sentence-uncounted": [("article.txt", "Tea may calm mice.", "Tea may calm mice. Buy a lamp.")],
    "not-in-sentence": [(TEA, "words: may", "words: might")],
}  # fmt: skip


def spoil(root: Path, changes: list[Change]) -> None:
    """Make the changes of a case in a copy of the review."""
    for path, old, new in changes:
        file = root / path
        if new is None:
            file.unlink()
        elif old:
            text = file.read_text(encoding="utf-8")
            assert old in text, f"{old} is not in {path}"
            file.write_text(text.replace(old, str(new), 1), encoding="utf-8")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(new if isinstance(new, bytes) else new.encode())
