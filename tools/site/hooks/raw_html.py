"""A hook of MkDocs: elements that we wrote as HTML skip the two parsers that would only put them aside.

Most of a page is HTML from our templates. Python-Markdown reads it tag by tag to find where each block ends, and MkDocs reads it
once more for anchors; at 500 claims that is two thirds of a build. Here a block is put aside at once where its end is certain,
and left to Python-Markdown where it is not, so that the pages are the same, byte for byte, with and without the hook.
MkDocs loads this file by its path, so it imports nothing of ours.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BEFORE_RAW_HTML = 22  # the two readers have 21 (MkDocs) and 20 (Python-Markdown)

_START = re.compile(r"<([a-z][a-z0-9]*)(?=[ >])")
_BLANK_LINE = re.compile(r" *\n *\n")
# Well-formed through and through: complete tags and references, and no comment or element whose content is text, which would hide
# tags from a count.
_WELL_FORMED = re.compile(
    r"""(?> [^<&]++
      | </?+ (?!(?:script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext)\b) [a-z][a-z0-9]*+
        (?> \s++ [a-z][a-z:-]*+ (?> ="[^"<>]*+" )?+ )*+ \s*+ /?+ >
      | & \#?+ [a-z0-9]++ ;
    )*+""",
    re.IGNORECASE | re.VERBOSE,
)
_READ = re.compile(r"<[a-z][^<>]*\smarkdown=", re.IGNORECASE)  # an element of which Markdown is to be read, by `md_in_html`
_COMMENT = re.compile(r"<!-- [\w ]*-->\s*")
_ANCHOR = re.compile(r'<(?:[a-zA-Z][^<>]*?\sid|a\s(?:[^<>]*?\s)?name)="([^"]*)"')


class _PutAside(Preprocessor):
    """Put aside what is certain, and remember its anchors."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.anchors: set[str] = set()

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "<?" in text or "<![" in text:  # there, what Python-Markdown does depends on the whole page
            return lines
        done, position = [], 0
        free = True  # whether the line before is blank or the end of a block
        certain = True  # whether no tag was left that may be open here
        while position < len(text):
            if certain and free and (end := self._end(text, position)):
                block = text[position:end]
                self.anchors.update(map(html.unescape, _ANCHOR.findall(block)))
                blank = _BLANK_LINE.match(text, end) is not None
                placeholder = self.md.htmlStash.store(block + "\n" * blank)
                done.append(f"\n{placeholder}\n\n")
            else:
                end = text.find("\n", position) + 1 or len(text)
                done.append(text[position:end])
                free = not done[-1].strip()
                certain &= "<" not in done[-1] or _COMMENT.fullmatch(done[-1]) is not None
            position = end
        return "".join(done).split("\n")

    def _end(self, text: str, start: int) -> int | None:
        """Where the block that starts here ends, if nothing but the end of the line follows and no doubt is left."""
        opening = _START.match(text, start)
        if opening is None or not self.md.is_block_level(name := opening[1]) or name == "hr":
            return None
        depth = 0
        for tag in _tags(name).finditer(text, start):
            if tag[2]:
                return None
            depth += -1 if tag[1] else 1
            if not depth:
                end = tag.end() + 1
                certain = text.startswith(">", tag.end()) and (text.startswith("\n", end) or _BLANK_LINE.match(text, end))
                certain = certain and not _READ.search(text, start, end)
                return end if certain and _WELL_FORMED.fullmatch(text, start, end) else None
        return None


@cache
def _tags(name: str) -> re.Pattern[str]:
    """A start or an end of the element; the first group is set for an end, the second for an element without content."""
    return re.compile(rf"<(/?){name}(?=[\s/>])(?:[^<>]*(/)(?=>))?", re.IGNORECASE)


class _RawHtml(Extension):
    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()  # of the page that is being rendered

    def extendMarkdown(self, md: Markdown) -> None:
        put_aside = _PutAside(md)
        self.anchors = put_aside.anchors
        md.preprocessors.register(put_aside, "put_aside", BEFORE_RAW_HTML)


_extension = _RawHtml()


def on_config(config: Any) -> Any:
    config.markdown_extensions.append(_extension)
    return config


def on_page_content(content: str, page: Any, config: Any, files: Any) -> str:
    page.present_anchor_ids |= _extension.anchors
    _extension.anchors = set()  # the next page may be one that is taken over from the build before, not rendered
    return content
