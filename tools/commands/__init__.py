"""One module a verb: `Options`, what it takes on the command line, and `run`, what it does: read, decide, report.

`run` returns the exit code: 0 fine, 1 problems found, 2 wrong usage; of `verify` and
`complete` also 3: something could not be checked. A module
is imported when its verb runs, so that `check` need not wait for what builds the site or asks the registries.
"""

from collections.abc import Mapping

from tools.text.messages import Message, say

VERBS: Mapping[str, Message] = {
    "check": say("help.check"),
    "build": say("help.build"),
    "serve": say("help.serve"),
    "new": say("help.new"),
    "verify": say("help.verify"),
    "complete": say("help.complete"),
    "schema": say("help.schema"),
    "release": say("help.release"),
    "rename": say("help.rename"),
    "withdraw": say("help.withdraw"),
    "merge": say("help.merge"),
    "diff": say("help.diff"),
    "assess": say("help.assess"),
    "what-if": say("help.what-if"),
}
