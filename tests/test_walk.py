"""No field of any record is silent: each is walked by default, and the table of names holds no field that is not there."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator

from tests.conftest import of_each
from tools.contribute.fields import GROUPS, called, group_of, table
from tools.contribute.line import lines_of
from tools.contribute.walk import KNOWN_BY, Step, differences
from tools.records.authors import Author
from tools.records.claim import Claim, Review
from tools.records.words import LANGUAGES, Text

# What says where a record stands in its file, and no reader sees; and what is compared as a whole.
NOT_WALKED = {"Review", "Source", "Unread", "Text", "Line", "Author"}


def kinds_in(annotation: object, found: dict[str, type]) -> dict[str, type]:
    """Every kind of record that a type holds."""
    for part in typing.get_args(annotation):
        kinds_in(part, found)
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation) and annotation.__name__ not in found:
        found[annotation.__name__] = annotation
        for hint in typing.get_type_hints(annotation).values():
            kinds_in(hint, found)
    return found


KINDS = {name: kind for name, kind in kinds_in(Review, {}).items() if name not in NOT_WALKED}
FIELDS = [(kind, field.name) for kind in KINDS.values() for field in dataclasses.fields(kind)]


def made(kind: type, /, **values: object) -> object:
    """A record of a kind, with nothing in its other fields."""
    record = object.__new__(kind)
    for field in dataclasses.fields(kind):
        object.__setattr__(record, field.name, values.get(field.name))
    return record


def names(kind: type) -> Iterator[str]:
    return (each.__name__ for each in kind.__mro__[:-1])


@of_each(FIELDS)
def test_a_field_that_changed_is_told(kind: type, field: str) -> None:
    for values in (("some", "other"), (1, 2), (None, ["x"]), (Text(ja="甲", en="one"), Text(ja="乙", en="two"))):
        before, after = (
            made(kind, ja="同", en="same", **{field: value}) if field not in ("ja", "en") else made(kind, **{field: value})
            for value in values
        )
        for language in LANGUAGES:
            assert len([*lines_of(before, after, "x", language)]) == 1, (values, language)


def test_a_field_of_tomorrow_is_told_under_its_own_name() -> None:
    tomorrow = dataclasses.make_dataclass("Claim", ["novelty"])
    (line,) = lines_of(tomorrow(1), tomorrow(2), "**LMP-01**", "en")
    assert (line.group, line.text) == ("other", "**LMP-01** `novelty`: 1 → **2**")


def test_the_table_names_fields_that_there_are() -> None:
    there = {f"{name}.{field}" for kind, field in FIELDS for name in names(kind)}
    assert table().keys() <= there
    assert {field.group for field in table().values()} <= {*GROUPS, None}
    assert KNOWN_BY.keys() <= KINDS.keys()
    for kind, known in KNOWN_BY.items():
        assert set(known) <= {field.name for field in dataclasses.fields(KINDS[kind])}


def test_every_field_of_a_claim_has_a_name_in_both_languages_and_a_place_in_the_order() -> None:
    for field in dataclasses.fields(Claim):
        at = (Step(field.name, ("Claim",)),)
        assert group_of(at) in GROUPS
        assert "`" not in called(at, "ja") and "`" not in called(at, "en"), f"fields.yml lacks Claim.{field.name}"


def test_names_of_authors_are_compared_whole() -> None:
    before, after = [Author("Akari", "Ren"), Author("Mori")], [Author("Akari", "Rin"), Author("Mori")]
    (difference,) = differences(before, after)
    assert (difference.before, difference.after) == (before, after)
