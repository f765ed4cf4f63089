"""Of a claim, what has a day: a second reading of its judgement, a sign-off, a version, and the time in which a thing holds."""

from __future__ import annotations

from pydantic import Field

from tools.records.words import Day, Id, Sentence, Text, VersionNumber, record


@record
class SecondRead:
    """A judgement read again, with the sources open, by somebody who did not make it."""

    by: Id = Field(description="Who or what read it, a word of the vocabulary: never who judged.")
    date: Day = Field(description="The day on which it was read.")
    changed: Text | None = Field(None, description="What was changed, and why; without it the second reader agreed.")


@record
class Signoff:
    """Somebody who has read one version of the page and answers for that version."""

    version: VersionNumber = Field(description="The version that is signed; of another it says nothing.")
    name: Sentence = Field(description="Who signs.")
    role: Text = Field(description="What makes the person competent to sign.")
    date: Day = Field(description="The day of the signature.")
    interests: Text = Field(description="What the person declares, or that there is nothing to declare.")


@record
class Revision:
    """What changed with one version."""

    version: VersionNumber = Field(description="The number of the version.")
    date: Day = Field(description="The day on which it was published.")
    change: Text = Field(description="What it changed.")


@record
class Valid:
    """From when until when a rule, a fee or a licence holds; either end may be open."""

    begin: Day | None = Field(None, alias="from", description="The first day.")
    until: Day | None = Field(None, description="The last day.")
