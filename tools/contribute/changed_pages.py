"""What changed in the hand-written pages: sentence by sentence, in one language or in both; help lines first. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.contribute.fields import Group
from tools.contribute.line import Line
from tools.contribute.prose import Pair, quoted, rewritten, sentences
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import LANGUAGES, Language
from tools.text.messages import say

_CALLED = re.compile(r"\]\(tel:")
Pairs = Mapping[Language, list[Pair]]


def pages(old: Review, new: Review, frame: Language) -> Iterator[Line]:
    """The pages that came, went or say something else."""
    for name in sorted({name for review in (old, new) for found in review.pages.values() for name in found}):
        pairs: dict[Language, list[Pair]] = {}
        for language in LANGUAGES:
            before, after = old.pages[language].get(name), new.pages[language].get(name)
            if before and after:
                pairs[language] = rewritten(_read(before), _read(after), language)
            elif (before or after) and not any(one.unread.hides("page", f"{language}/{name}") for one in (old, new)):
                event = say("told.diff-came" if after else "told.diff-went").text(frame)
                yield Line("page", f"`docs/{language}/{name}`: **{event}**", tuple(_whole(before, after, language, frame)))
        yield from _page(name, pairs, frame)


def _whole(before: Page | None, after: Page | None, language: Language, frame: Language) -> list[str]:
    """What a page says that came, or said that went."""
    told = [("", one) for one in sentences(_read(after), language)] if after else []
    lost = [(one, "") for one in sentences(_read(before), language)] if before else []
    return quoted([*lost, *told], language, frame)


def _read(page: Page) -> str:
    """The sentences of a page, those of its front matter first: a change of what only search engines show is one too."""
    return f"{page.front.title}\n{page.front.description}\n{page.body}"


def _page(name: str, pairs: Pairs, frame: Language) -> Iterator[Line]:
    help_lines = {language: [pair for pair in found if _names_a_number(pair)] for language, found in pairs.items()}
    rest = {language: [pair for pair in found if not _names_a_number(pair)] for language, found in pairs.items()}
    silent = [language for language, found in pairs.items() if not found]
    groups: tuple[tuple[Group, Pairs], ...] = (("help", help_lines), ("page", rest))
    for group, changed in groups:
        below = [f"{language}: {line}" for language in changed for line in quoted(changed[language], language, frame)]
        if below:
            files = ", ".join(f"`docs/{language}/{name}`" for language in changed if changed[language])
            still = [say("told.diff-one-language", language=language).text(frame) for language in silent]
            what = say("told.diff-help-lines").text(frame) if group == "help" else ""
            yield Line(group, f"{files}{what}:", (*below, *still))


def _names_a_number(pair: Pair) -> bool:
    return any(map(_CALLED.search, pair))
