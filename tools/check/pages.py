"""Rules on the hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.appraisal.assess import Assessed
from tools.appraisal.quoted import Fault, quote
from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import LANGUAGES, Language
from tools.text.inserts import QUOTED
from tools.text.messages import say

# As Python-Markdown reads it: `# x`, `#x`, a line underlined with `=`, or HTML.
_TITLE = re.compile(r"^#(?!#).*|^\S.*(?=\n=+ *$)|<h1\b.*", re.MULTILINE | re.IGNORECASE)

_NOT_THERE: Mapping[Fault, str] = {
    "form": "number-not-there.form",
    "claim": "number-not-there.claim",
    "outcome": "number-not-there.outcome",
    "not-measured": "number-not-there.not-measured",
    "very-uncertain": "number-not-there.very-uncertain",
    "nothing": "number-not-there.nothing",
    "per": "number-not-there.per",
}


@rule("missing-translation", each="page")
def pages_are_in_both_languages(name: str, review: Review) -> Findings:
    """Every hand-written page is there in both languages.

    Bad: docs/en/method.md
    Good: docs/en/method.md, docs/ja/method.md
    """
    for language in LANGUAGES:
        if name not in review.pages[language] and not review.unread.hides("page", f"{language}/{name}"):
            yield (), say("missing-translation.page", other=f"docs/{language}/{name}")


@rule("number-not-there", each="page", whole=("claim", "reference"))
def quoted_numbers_are_there(text: str, language: Language, assessed: Assessed) -> Findings:
    """A number that a page asks of an outcome is there, of as many people as it says, and not a very uncertain one.

    Bad: {{LMP-01 response treatd}}
    Good: {{LMP-01 response treated}}
    """
    for match in QUOTED.finditer(text):
        asked = quote(match.group(1), assessed, language)
        if asked.fault and (asked.judged is None or asked.judged.is_whole):  # else the slip in its claim is told, and no more
            line = text.count("\n", 0, match.start()) + 1
            yield (line,), say(_NOT_THERE[asked.fault], asked=match.group())


@rule("second-title", each="page")
def a_page_has_one_title(page: Page) -> Findings:
    """The title of a page is in its front matter, and no heading of the first order follows.

    Bad: # Method
    Good: ## Searches {#searches}
    """
    for heading in _TITLE.finditer(page.read):
        line = page.read.count("\n", 0, heading.start()) + 1
        yield (line,), say("second-title", heading=heading.group().strip())
