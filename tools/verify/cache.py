"""What the registries answered, kept on disk by identifier, so that a second run asks nobody twice."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from tools.files import write


@dataclass(frozen=True)
class Answer:
    """One answer of a registry.

    Attributes:
        status: HTTP status; only 200 and 404 are kept.
        body: the text of the answer.
        content_type: as the header said.
        moved: a redirection was followed, so that a 404 does not come from the service that was asked.
        day: the day (UTC) on which it was given, YYYY-MM-DD.
    """

    status: int
    body: str
    content_type: str
    moved: bool
    day: str

    @property
    def date(self) -> datetime.date:
        return datetime.date.fromisoformat(self.day)


class Cache:
    """Answers by service and identifier; in memory always, and in a folder where one is given.

    Args:
        folder: where answers are kept between runs; None keeps none.
        max_age: answers that are older are asked for again: a notice may have appeared.
        today: the day of this run (UTC).
    """

    def __init__(self, folder: Path | None, max_age: datetime.timedelta, today: datetime.date) -> None:
        self._folder, self._max_age, self._today = folder, max_age, today
        self._held: dict[tuple[str, str], Answer] = {}

    def get(self, service: str, key: str) -> Answer | None:
        """The answer, where there is one that is not too old. A file that cannot be read counts as none."""
        if held := self._held.get((service, key)):
            return held
        if self._folder is None:
            return None
        try:
            answer = Answer(**json.loads(self._path(self._folder, service, key).read_text(encoding="utf-8")))
            young = datetime.timedelta(0) <= self._today - answer.date <= self._max_age
        except (OSError, ValueError, TypeError):
            return None
        return answer if young else None

    def put(self, service: str, key: str, answer: Answer) -> None:
        """Keep an answer. A disk that cannot be written to costs the next run some time, and no more."""
        self._held[service, key] = answer
        if self._folder is not None:
            try:
                write(self._path(self._folder, service, key), json.dumps(asdict(answer), ensure_ascii=False, indent=1) + "\n")
            except OSError:
                self._folder = None

    @staticmethod
    def _path(folder: Path, service: str, key: str) -> Path:
        name = quote(key.lower(), safe="")
        return folder / service / f"{name if len(name) <= 150 else hashlib.sha256(name.encode()).hexdigest()}.json"
