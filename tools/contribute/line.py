"""One line of the account of a change: what a difference of a record is to a reader. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass

from tools.contribute.fields import Group, called, group_of
from tools.contribute.values import is_text, moved, parts, texts
from tools.contribute.walk import Difference, differences
from tools.records.words import Text
from tools.text.locale import Language
from tools.text.messages import say


@dataclass(frozen=True)
class Line:
    """One change or one consequence; `below` are its details, a line each."""

    group: Group
    text: str
    below: tuple[str, ...] = ()


def lines_of(before: object, after: object, owner: str, frame: Language, more: str = "") -> Iterator[Line]:
    """Every difference of two readings of a record, a line each.

    Args:
        owner: how the record is called.
        more: what is said behind each line, such as who cites it.
    """
    for difference in differences(before, after):
        if line := line_of(difference, owner, frame, more):
            yield line


def line_of(difference: Difference, owner: str, frame: Language, more: str = "") -> Line | None:
    """A difference as a line; None where only white space moved."""
    before, after = difference.before, difference.after
    group, head = group_of(difference.at), f"{owner} {called(difference.at, frame)}"
    if difference.order:
        return Line(group, f"{head}: {say('told.diff-order').text(frame)} {moved(difference, frame)}{more}")
    if is_text(before) or is_text(after):
        return _text(difference, group, head, frame, more)
    for value, event in ((after, "told.diff-came"), (before, "told.diff-went")):
        if None in (before, after) and is_dataclass(value):
            below = tuple(parts(value, frame))
            return Line(_on_leaving(difference, group), f"{head}: **{say(event).text(frame)}**{more}", below)
    return Line(group, f"{head}: {moved(difference, frame)}{more}")


def _text(difference: Difference, group: Group, head: str, frame: Language, more: str) -> Line | None:
    told = texts(difference, frame)
    if not told:
        return None
    if isinstance(difference.before, Text) or isinstance(difference.after, Text) or len(told) > 1:
        return Line(group, f"{head}:{more}", tuple(told))
    return Line(group, f"{head}: {told[0]}{more}")


def _on_leaving(difference: Difference, group: Group) -> Group:
    """Evidence that goes is graver than evidence that comes."""
    return "dropped" if group == "evidence" and difference.after is None else group
