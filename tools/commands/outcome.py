"""How a command ends early: refused, or with problems. What is printed goes to standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tools.records.problem import FORMATS, Problem
from tools.text.locale import Language
from tools.text.messages import Message


class Refused(Exception):
    """A command ends here; the message says why and what to do.

    Attributes:
        code: the exit code: 2 where the command line or the environment is wrong, 1 where it could not be done.
        output: what another program printed about it, or "".
    """

    def __init__(self, message: Message, code: int = 2, output: str = "") -> None:
        super().__init__(message.text("en"))
        self.message, self.code, self.output = message, code, output

    def told(self, language: Language) -> str:
        """What is printed."""
        return "\n".join(filter(None, [f"tools: {self.message.text(language)}", self.output]))


class Faulty(Exception):
    """The review cannot be used as it is; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def report(problems: Sequence[Problem], style: str, language: Language) -> int:
    """Print the problems, and return the exit code. `style` is one of `FORMATS`."""
    sys.stderr.write(FORMATS[style](problems, language))
    return 1 if problems else 0
