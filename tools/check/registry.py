"""How a rule is written: a function with a decorator that names what it reports and what it looks at.

It takes by name what its scope gives, and the review, what was judged of it or the day if it needs them, and yields where in the
record something is wrong, and a message. The runner adds the file, the line and the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tools.records.links import Link
from tools.records.problem import KeyPath
from tools.records.unread import Kind
from tools.text.messages import Message

# What a rule is called for once, and what it may take of it besides the review, as read or as judged.
SCOPES = {
    "claim": {"claim_id", "claim", "judged"},
    "evidence": {"claim", "item"},
    "said": {"claim", "said"},
    "reference": {"key", "reference"},
    "search": {"name", "search"},
    "sentence": {"passage", "sentence"},
    "article": {"article"},
    "vocabulary": {"vocabulary"},
    "page": {"language", "name", "page", "text"},
    "published": {"claim_id", "versions"},
    "texts": {"texts"},
    "bilingual": {"text"},
    "review": set(),
}
Scope = Literal[
    "claim",
    "evidence",
    "said",
    "reference",
    "search",
    "sentence",
    "article",
    "vocabulary",
    "page",
    "published",
    "texts",
    "bilingual",
    "review",
]
# A place in the record; of a rule over the whole review, the name of the record in `Review.sources`, then the place.
Finding = tuple[KeyPath, Message]
Findings = Iterator[Finding]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        names: the rules of the catalogue that it reports.
        find: the function; its docstring says what it demands, with a bad and a good example.
        each: what it is called for.
        takes: the names of its parameters, in order. One that takes `original` runs only where the article's own text is at hand.
        whole: kinds of records that must all have been read, since the verdict rests on what none of them says.
        linked: kinds of records that, where the record names them, must have been read, since the verdict rests on them.
        doubts: what it finds puts in doubt what is judged from the record; rules on the judgement wait until it is mended.
    """

    names: tuple[str, ...]
    find: Callable[..., Findings]
    each: Scope
    takes: tuple[str, ...]
    whole: tuple[Kind, ...]
    linked: frozenset[Link]
    doubts: bool = False


RULES: list[Rule] = []


def rule(
    *names: str, each: Scope, whole: tuple[Kind, ...] = (), linked: tuple[Link, ...] = (), doubts: bool = False
) -> Callable[[Callable[..., Findings]], Callable[..., Findings]]:
    """Enter a function as a rule."""

    def enter(find: Callable[..., Findings]) -> Callable[..., Findings]:
        takes = tuple(name for name in find.__annotations__ if name != "return")
        if unknown := set(takes) - SCOPES[each] - {"review", "assessed", "today", "original"}:
            raise TypeError(f"{find.__name__} takes {sorted(unknown)}, which no {each} gives")
        RULES.append(Rule(names, find, each, takes, whole, frozenset(linked), doubts))
        return find

    return enter
