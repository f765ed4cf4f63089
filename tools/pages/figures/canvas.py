"""What every figure is drawn with: elements, text of known width, one SVG at the end.

Elements are the standard library's, which escapes every text and attribute that it writes. Lengths are in user units,
one unit a CSS pixel at 320 px; colours, fonts and the dark scheme come from the page's style sheet by class.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markupsafe import Markup

WIDTH = 320
# About how far a character advances, in units of the font size, in the sans-serif fonts that systems bring.
_WIDE, _CAPITAL, _SMALL, _THIN = 1.0, 0.7, 0.56, 0.34
_NOT_FIRST = "、。，．・：；？！）」』】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％)"


def element(tag: str, *children: Element, text: str | None = None, **attributes: object) -> Element:
    """An SVG element; `class_` stands for `class`, `stroke_width` for `stroke-width`. Numbers are written short."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): _write(value) for name, value in attributes.items()})
    made.text = text
    made.extend(children)
    return made


def _write(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def words(x: float, y: float, text: str, class_: str = "", anchor: str = "start") -> Element:
    """One line of text with its baseline at `y`."""
    extra = {"text_anchor": anchor} if anchor != "start" else {}
    return element("text", text=text, x=x, y=y, **({"class_": class_} if class_ else {}), **extra)


def link(href: str, *children: Element, label: str | None = None) -> Element:
    """A link around elements."""
    return element("a", *children, href=href, **({"aria_label": label} if label else {}))


def drawing(height: float, *children: Element, label: str, class_: str, role: str = "group") -> Markup:
    """A figure that tells something, ready to stand in a page.

    Args:
        label: what the picture shows, for those who do not see it.
        role: "img" for a picture to be taken as one, "list" for a list, "group" where its parts are links.
    """
    return _svg(WIDTH, height, children, f"figure {class_}", {"role": role, "aria-label": label})


def picture(height: float, *children: Element, class_: str, width: float) -> Markup:
    """A small picture beside words that say the same, so that a screen reader passes over it."""
    return _svg(width, height, children, class_, {"aria-hidden": "true"})


def _svg(width: float, height: float, children: tuple[Element, ...], class_: str, attributes: dict[str, str]) -> Markup:
    root = element("svg", *children, viewBox=f"0 0 {_write(float(width))} {_write(float(height))}", class_=class_)
    root.attrib |= attributes
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def width_of(text: str, size: float) -> float:
    """About how wide a text is at a font size, in user units."""
    return size * sum(map(_advance, text))


@cache
def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return _WIDE
    if character in " .,;:'()-–|il":
        return _THIN
    return _CAPITAL if character.isupper() or character in "+%" else _SMALL


def wrap(text: str, width: float, size: float, most: int = 4) -> list[str]:
    """A text cut into lines of at most that width: at spaces, and between Japanese characters where none forbids it.

    The last of `most` lines ends in an ellipsis where the text goes on.
    """
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width_of(lines[-1] + piece.rstrip(), size) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    lines = [line.rstrip() for line in lines if line.strip()]
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]
    return lines


def _pieces(text: str) -> list[str]:
    """The parts between which a line may break."""
    pieces: list[str] = []
    for character in text:
        before = pieces[-1][-1:] if pieces else ""
        wide = unicodedata.east_asian_width(character) in "WF" or unicodedata.east_asian_width(before or "a") in "WF"
        if pieces and (character in _NOT_FIRST or before in "「『(（" or not (wide or before in " -–/")):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
