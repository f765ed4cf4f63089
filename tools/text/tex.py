"""TeX in bibliographic fields as characters, where its meaning is certain.

Accents, escaped signs, letters and symbols by name, fonts, dashes and quotation marks, and short formulas. Whatever else there is
raises `NotRead`: a sign that is guessed would be a wrong one. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tools.text.scripts import lowered, raised

_MARK = re.compile(r"\\(?:[A-Za-z]+\*?|.|$)|\$|[{}^_~]|-{2,3}|``|''", re.DOTALL)
_ANY_MARK = re.compile(r"\\|\$|\^|_|~|--|``|''")  # the same as signs, among which it is quick to look
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307", '"': "\u0308",
    "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
# babel's letters for Greek.
_GREEK = str.maketrans("abgdezhjiklmnxoprstufqywABGDEZHJIKLMNXOPRSTUFQYW", "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")
_FONTS = {
    "emph", "textit", "textbf", "textrm", "textsc", "textsf", "texttt", "textup", "textnormal", "textmd", "textsl", "text",
    "mathrm", "mathit", "mathbf", "mathsf", "mbox", "hbox", "underline", "operatorname", "url", "path",
}  # fmt: skip
_SWITCHES = {
    "em", "it", "bf", "rm", "sf", "tt", "sc", "sl", "itshape", "bfseries", "upshape", "scshape", "slshape", "normalfont",
    "rmfamily", "sffamily", "relax", "protect",
}  # fmt: skip
_SPACES = {" ": " ", ",": " ", ";": " ", ":": " ", "\n": " ", "quad": " ", "qquad": " ", "space": " ", "!": "", "/": "", "-": ""}
_DASHES = {"--": "–", "---": "—", "``": "“", "''": "”"}
# What the table of the library lacks, or gives for programs rather than for readers.
_MORE = {
    "degree": "°", "textdegree": "°", "textcelsius": "℃", "copyright": "©", "S": "§", "textless": "<", "textgreater": ">",
    "textbar": "|", "textasteriskcentered": "*", "textsection": "§", "textmu": "μ", "micro": "μ", "textminus": "−",
    "guillemotleft": "«", "guillemotright": "»", "texttwosuperior": "²", "textthreesuperior": "³", "textonehalf": "½",
    "lt": "<", "gt": ">", "textquotesingle": "'", "textquotedbl": '"', "aa": "å", "AA": "Å", "TH": "Þ", "DH": "Ð",
}  # fmt: skip
_NO_ARGUMENT = re.compile(r"\s*(?:\{\s*\})?")
_ARGUMENTS = re.compile(r"(?:\s*\{[^{}]*\})*")
# A formula, and not two prices: it has a command, a script or a relation, or is one letter.
_FORMULA = re.compile(r"[A-Za-z]|(?=.*[\\^_=<>]).*", re.DOTALL)


class NotRead(ValueError):
    """TeX whose meaning is not certain; the message is what was found."""


def decode(text: str) -> str:
    """A field as characters; braces that only protect what is in them are kept.

    Raises:
        NotRead: something in it has no certain meaning.
    """
    if not _ANY_MARK.search(text.replace("{", "").replace("}", "")):
        return text
    try:
        return unicodedata.normalize("NFC", _Reader(text).until(""))
    except RecursionError as error:
        raise NotRead(text[:20]) from error


class _Reader:
    """Walks a text once; `at` is how far it has come."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def until(self, end: str, formula: bool = False) -> str:
        """What is before the next mark `end` that is not inside something else, or the rest where `end` is empty."""
        start, read = self.at, ""
        while found := _MARK.search(self.text, self.at):
            plain, self.at = self.text[self.at : found.start()], found.end()
            read += plain.replace("-", "−") if formula else plain
            if found[0] == end:
                return read
            read += self._marked(found[0], read, formula)
        if end:
            raise NotRead(self.text[max(0, start - 1) : start + 20])
        rest, self.at = self.text[self.at :], len(self.text)
        return read + rest

    def _marked(self, mark: str, before: str, formula: bool) -> str:
        if mark[0] == "\\":
            return self._command(mark[1:], formula)
        if mark == "{":
            inside = self.until("}", formula)
            return inside if formula else f"{{{inside}}}"
        if mark == "$":
            return self._formula()
        if mark in "^_" and formula:
            return self._script(mark, self.at - 1)
        if mark == "~":
            return self._tie(before)
        if mark == "}":
            raise NotRead("}")
        return _DASHES.get(mark, mark) if not formula else mark.replace("-", "−")

    def _formula(self) -> str:
        start = self.at
        end = self.text.find("$", start)
        if end < 0 and "$" not in self.text[: start - 1] and "\\" not in self.text[start:]:
            return "$"  # one alone is money
        inside = self.text[start:end] if end > 0 else ""
        words = re.search(r"[A-Za-z]{2}", re.sub(r"\\[A-Za-z]+(?:\{[^{}]*\})?", " ", inside))
        if not inside or inside != inside.strip() or words or not _FORMULA.fullmatch(inside):
            raise NotRead(self.text[start - 1 : end + 1 if end > 0 else start + 20])
        return self.until("$", formula=True)

    def _script(self, mark: str, start: int) -> str:
        inside = self._argument(formula=True)
        if form := (raised if mark == "^" else lowered)(inside):
            return form
        raise NotRead(self.text[start : self.at])

    def _tie(self, before: str) -> str:
        """A space that breaks no line; between figures or before a number it may be "about"."""
        after = self.text[self.at : self.at + 1]
        if not before or before[-1].isspace() or not after or after.isspace() or (before[-1].isdigit() and after.isdigit()):
            raise NotRead(f"{before[-1:].strip()}~{after}")
        return " "

    def _command(self, name: str, formula: bool) -> str:
        start = self.at - len(name) - 1
        if name in _SPACES:
            return _SPACES[name]
        if name and name in "&%_#$":
            return name
        if name in _ACCENTS:
            return self._accented(name, start)
        if name in _SWITCHES:
            self._skip(_NO_ARGUMENT)
            return ""
        if name in _FONTS:
            return self._argument(formula)
        if name in ("textsuperscript", "textsubscript"):
            return self._script("^" if name == "textsuperscript" else "_", start)
        if name == "textgreek":
            return self._argument(formula).translate(_GREEK)
        if name == "ensuremath":
            return self._argument(formula=True)
        if sign := _symbol(name):
            if unicodedata.category(sign) != "Sm":  # an operator keeps its space
                self._skip(_NO_ARGUMENT)
            return sign
        self._skip(_ARGUMENTS)
        raise NotRead(self.text[start : self.at])

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if found := pattern.match(self.text, self.at):
            self.at = found.end()

    def _accented(self, name: str, start: int) -> str:
        letter = self._argument(formula=False).translate({ord("ı"): "i", ord("ȷ"): "j"})
        if not letter and name in "~^":
            return name
        joined = unicodedata.normalize("NFC", letter[:1] + _ACCENTS[name] + letter[1:])
        if len(unicodedata.normalize("NFC", letter)) != 1 or not letter.isalpha():
            raise NotRead(self.text[start : self.at])
        return joined

    def _argument(self, formula: bool) -> str:
        """What a command is applied to: a group, another command, or one letter."""
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
        found = _MARK.match(self.text, self.at)
        if found is None:
            self.at += 1
            return self.text[self.at - 1 : self.at]
        self.at = found.end()
        if found[0] == "{":
            return self.until("}", formula).replace("{", "").replace("}", "")
        if found[0][0] == "\\":
            return self._command(found[0][1:], formula)
        raise NotRead(found[0])


@cache
def _symbol(name: str) -> str:
    """A sign by its name, or ""; `textbeta` is `beta`."""
    if name in _MORE:
        return _MORE[name]
    from pylatexenc.latex2text import get_default_latex_context_db  # takes time, and most files need none of it

    table = get_default_latex_context_db()
    for known in (name, name.removeprefix("text")):
        sign = getattr(table.get_macro_spec(known), "simplify_repl", None)
        if isinstance(sign, str) and len(sign) == 1 and sign.isprintable() and not sign.isascii():
            return sign
    return ""
