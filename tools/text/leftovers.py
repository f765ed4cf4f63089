"""What is left in a text that a reader should not see: markup that nothing reads, and notes for whoever has to finish it.

Every function gives what it found as it is written. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html.entities import html5

# Emphasis, code, headings, links and the like, of Markdown, its dialects, wikis and templates; `STAR*D` and `2 * 3` are none.
_MARKDOWN = re.compile(
    r"(?=[!\[<\-%{}*＊~`'=_:\#|>^＞｜•◦▪‣]|\w~|^ )(?:"  # for speed: most places in a text begin none of them
    r"!?\[[^\[\]\n]*\]\([^()\s]*\)|\[\[[^\[\]\n]+\]\]"  # a link or an image
    r"|\[\^?[^\[\]\n]+\]:? ?(?:\[[^\[\]\n]*\]|(?<=:) ?https?://\S+)"  # a link that is explained elsewhere
    r"|\[\^[^\[\]\n]+\]|\[/(?:b|i|u|s|url|sup|sub)\]|<https?://[^<>\s]+>"
    r"|^[＞｜]|[•◦▪‣]"  # a sign of YAML in full width, and dots of a list
    r"|<[^<>\s@]+@[^<>\s]+>|(?<=[.:：。;] )- (?=\S)|(?<=\S )- (?![\d ])(?:[^\n]*? - (?![\d ])){2}"  # a list in one line
    r"|%%|\{(?:\+\+|--|==|>>|~~)|\{[:.\#][^{}\n]*\}|\{\{|\}\}|\{%|\{[a-z_]+\}|\{[^{}\n]*\#\d+\}"
    r"|\*{2,}|＊{2,}|~~|`+|'{3,}|==(?=\w)|(?<=\w)==|\w~\w+~|\^\w+\^"
    r"|(?<![A-Za-z0-9])_+(?=\w)|(?<=[^\s_])_+(?![A-Za-z0-9_])"
    r"|(?<![A-Z0-9])\*(?=[^\s*])|(?<=[^\s*])\*(?![\s\dA-Z*]|$)|(?<=[^\sA-Z0-9*])\*"
    r"|(?<![A-Za-z0-9:]):[a-z][a-z0-9_+-]+:(?![A-Za-z0-9:])|(?<=\s)\#{1,6}(?=\s)"
    r"|^ {0,3}(?:\#{1,6} |> (?!\d)|[*-] (?!\d)|\|.*\|$|:{3,}|!{3} |-{3,}$|={3,}$))",
    re.MULTILINE,
)
_TAG = re.compile(
    r"</[a-z][\w:-]*\s*>|<!(?:--|–)|<!doctype\b|<\?\w"
    r"|<(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|embed|font|form|h[1-6]|hr|i|iframe|img|inf|input|"
    r"ins|kbd|li|link|mark|meta|object|ol|p|pre|q|s|samp|scp|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|"
    r"td|tfoot|th|thead|title|tr|tt|u|ul|var|video|(?:jats|mml|m|xhtml):[a-z]+)(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s<>]+))*\s*/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)
_TEX = re.compile(
    r"\\[A-Za-z]+(?:\{[^{}]*\})?|\\.|\$[^$\n]*[\\^_][^$\n]*\$|\$[A-Za-z]\$|\{\\|(?<=\w)[_^]\{|``|(?<![\w'])''(?=\w)"
    r"|(?<=[A-Za-z0-9)])\^[-+−]?[0-9]+|(?<![A-Za-z])(?:[A-Z][a-z]?)+_[0-9]+|(?<= )---?(?= )"
)
_TEX_SIGN = re.compile(r"\\|\$|\^|_|``|''| --")
_ACCENT = re.compile(r"(?<=[A-Za-z{])\\[\"^~=][A-Za-z{\\]|\{\\[\"'`^~=.][A-Za-z{\\]|\\\*\\\*")
# pandoc's citations with a prefix, a suffix or no brackets, in either width; a key alone in brackets; what chat programs leave.
_CITATION = re.compile(
    r"[\[［][^\[\]［］\n]*(?<![\w.])[@＠][A-Za-z_{][^\[\]［］\n]*[\]］]|[\[［][a-z]+[0-9]{4}[a-z0-9]+[\]］]"
    r"|(?<![\w.])-?[@＠]\{?[a-z]+[0-9]{4}[a-z0-9]+|\\[a-z]*cite[a-z]*\{[^}]*\}?"
    r"|:?contentReference\[[^\]]*\]|\[?oaicite:\d+\]?|\b(?:cite)?turn\d+(?:search|view|news|fetch)\d+|【\d+[†:：][^】]*】"
)
# For a first look: one of these is in every citation.
_CITING = re.compile(r"@|＠|\[|［|\\|【|oaicite|contentReference|turn\d")
# In small letters, one of these is in every note, and in few texts: literals alone are what `re` looks for quickly.
_NOTED = re.compile(
    r"=|\[|<|\( |\(\)|\(仮|（|【|「」|要|未記|後で|あと|ここ|ダミ|\?|？|〇|○|◯|●|×|xx|ｔｏｄ"
    r"|todo|to do|to be |tbd|tktk|fixme|lorem|coming|under c|wip|check this|!!|as an ai|nan|object|cid:|%s|以下略|[${}]"
)
_NOTE = re.compile(
    r"(?=[=\(（\[「【TFXxＴlLtfcuWNAa!$%以<要未後あこダ〇○◯●×?？])(?:(?<![A-Za-z0-9_,])(?:TODO|FIXME|XXX+|xxx+|TBD|TKTK|ＴＯＤＯ)(?![A-Za-z0-9_])"
    r"|\b(?:fixme\b|tbd\b|[Tt]odo:|todo(?=[:：)\]）】]|\.?\s*$|\s+(?:add|ask|check|cite|confirm|fix|verify|write)\b))"
    r"|(?<!\w)XX+ ?[%％人例件]|= ?XX+\b"
    r"|(?i:\b(?:lorem ipsum|coming soon|under construction)\b|\bto be (?:written|filled in|translated|added)\b)"
    r"|(?i:\[(?:insert|citation needed|needs? |your |todo)[^\[\]]*\]|<(?:insert|your|fill)\b[^<>]*>)"
    r"|(?im:(?:^|[\[(（【])to ?do ?[:：])"
    r"|(?:要確認|未記入|要修正|要追記|要出典|要翻訳)(?![のがをはもに])|[（(]仮[）)]|\( ?\)|（ ?）|「」|【】|\[ ?\]"
    r"|\bWIP\b|\bToDo\b|(?<=[a-z])TODO\b|\bNaN\b|!!|\$\{\w*\}|(?<![0-9] )(?<![0-9])%s\b|\[object Object\]"
    r"|\(cid:[0-9]+\)|\[\?\]"
    r"|(?i:\(?check this\b|\bas an AI\b)|<(?:author|year|title|name|number|date|doi|source|text|journal)s?>"
    r"|（?以下略）?|ここに[^。、]{0,8}入れ"
    r"|(?:後で|あとで)(?:書く|記入|追記|書きます)|ここに(?:記入|入力|追記)|ダミー(?:テキスト|文)|[?？]{2,}"
    r"|(?<![一二三四五六七八九十〇])[〇○◯●×]{2,}(?![一二三四五六七八九〇]))"
)
_EMPTY = re.compile(
    r"(?i:x+|n/?a|tba|tbc|wip|todo|fixme|foo|foobar|asdf|dummy|placeholder|untitled)|仮題|未定|同上|作成中|執筆中|準備中"
)
# In what is typed into a database: quotation marks, brackets and spaces that look like its own.
_TYPED = re.compile("[\xa0\u2000-\u200a\u202f\u3000“”„‟‘’＂＊：；（）［］＆]")
_OPERATOR = re.compile(r"(?<=[\])] )(?:or|and|not)(?= )|(?<= )(?:or|and|not)(?= [(])")
_ORDINARY = str.maketrans("“”„‟‘’", '""""\'\'')
# fi, fl and the like; half-width kana; radicals for characters, from a PDF; letters of mathematics; full-width among others.
_COMPATIBLE = re.compile(
    "[ﬀ-ﬆ]+|[｡-ﾟ]+|[\u2f00-\u2fdf\u2e9f\u2ef3]+|[\U0001d400-\U0001d7ff]+|[A-Za-z][Ａ-Ｚａ-ｚ]+|[Ａ-Ｚａ-ｚ]+(?=[A-Za-z])|[Ａ-Ｚａ-ｚ]{2,}"
    "|[\u3380-\u33df]|[\u1d62-\u1d6a]|[\ufe58\ufe63]"
)
_ALIKE = ("АВЕЅІЈКМНОРСТУХаеорсухіјѕԁһткмнвΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaeopcyxijsdhtkmhbABEZHIKMNOPTYXo")
_LATIN = dict(zip(*_ALIKE, strict=True))
_LOOKS = "".join(_LATIN)
_MIXED = re.compile(
    r"[A-Za-z][\u0400-\u04ff]+|[\u0400-\u04ff]+(?=[A-Za-z])"
    rf"|[A-Za-z][{_LOOKS}]+(?=[A-Za-z])|(?<=[a-z])[{_LOOKS}]+|\b[{_LOOKS}](?=[A-Za-z]{{2}})"
)
# Signs that are drawn as pictures, and what makes others so; ♀, ♂, ★ and ✓ are none.
_PICTURES = (
    "\U0001f000-\U0001faff\u2600-\u2604\u260e\u2614\u2615\u261d\u2620\u2622\u2623\u262e\u262f\u2639-\u263b\u2660-\u2667"
    "\u2668\u267b\u267f\u2692-\u26a0\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd"
    "\u2702\u2705\u2708-\u2712\u2714\u2716\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764"
    "\u2795-\u2797\u27a1\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\ufe0e\ufe0f\u20e3"
)
_EMOJI = re.compile(f"[{_PICTURES}]+")
# A mark that is on no letter: the accent of one that was lost, or a voicing mark beside its kana.
_MARKS = "\u0300-\u0337\u0339-\u036f\u3099\u309a"
_STRUCK = re.compile("[\u0334-\u0337\u0305\u0332\u0333\u033f]")  # a line through or under what was to be taken out
_ALONE = re.compile(f"(?:^|[\\W\\d_])(?<![{_MARKS}])[{_MARKS}]|[\u3099\u309a]")
# One of these is in each of the above: most texts have none, and are looked at once.
_ODD = re.compile(
    "[\u3380-\u33df\u1d62-\u1d6a\ufe58\ufe63\u0400-\u04ffﬀ-ﬆ｡-ﾟ\u2f00-\u2fdf\u2e9f\u2ef3\U0001d400-\U0001d7ff"
    f"Ａ-Ｚａ-ｚ{_LOOKS}{_PICTURES}]"
)
_LOOSE = re.compile(r"[^\W\d_][\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a]+|[ᄀ-ᇿ]{2,3}|[\u2126\u212a\u212b]")


def unread_markdown(text: str) -> str:
    """The first mark of Markdown in a text that is no Markdown, or ""."""
    return _first(_MARKDOWN, text)


def unread_query(text: str) -> str:
    """What keeps a database from reading a query as it is meant: a bracket or a quote without its pair, `or` for `OR`; or ""."""
    bare = re.sub(r'"[^"]*"', "", text)
    for opens, closes in ("()", "[]"):
        if bare.count(opens) != bare.count(closes):
            return opens if bare.count(opens) > bare.count(closes) else closes
    return '"' if '"' in bare else _first(_OPERATOR, bare)


def unread_html(text: str) -> str:
    """The first tag or character reference of HTML, or "". A name with an ampersand and a semicolon that HTML lacks is none."""
    if tag := _first(_TAG, text):
        return tag
    return next((name for name in _ENTITY.findall(text) if name[1] == "#" or name[1:] in html5), "")


def unread_tex(text: str) -> str:
    """The first command or formula of TeX, or ""."""
    return _first(_TEX, text) if _TEX_SIGN.search(text) else ""


def unread_accent(text: str) -> str:
    """The first accent of TeX, or escaped bold, of which Markdown would take the backslash away and print the rest, or ""."""
    return _first(_ACCENT, text)


def unread_citations(text: str) -> list[str]:
    """Each citation in a form that is not read here, once; those that are read have been taken out before."""
    return list(dict.fromkeys(found[0].strip() for found in _CITATION.finditer(text))) if _CITING.search(text) else []


@lru_cache(maxsize=2**15)  # half of all texts are names and words that other records have as well
def unfinished(text: str) -> str:
    """What says that a text is still to be written, or "": a note in it, or a text that is nothing but a stand-in."""
    bare = text.strip(" \t\n.…。、!！?？-–—―_*#・/()（）[]【】「」")
    if not bare or _EMPTY.fullmatch(bare):
        return text.strip()[:40]
    return note_in(text)


def note_in(text: str) -> str:
    """The first note for whoever has to finish a text, or ""."""
    return _first(_NOTE, text) if _NOTED.search(text.lower()) else ""


@lru_cache(maxsize=2**15)
def odd_character(text: str) -> tuple[str, str]:
    """The first sign that looks like what was meant and is another, and what to write for it ("" where nothing stands for it).

    A ligature or half-width kana, letters with loose marks, a letter of another script inside a Latin word, an emoji.
    """
    if text.isascii():
        return "", ""
    if _ODD.search(text):
        if found := _COMPATIBLE.search(text) or _MIXED.search(text):
            return found[0], unicodedata.normalize("NFKC", "".join(_LATIN.get(sign, sign) for sign in found[0]))
        if found := _EMOJI.search(text):
            return found[0], ""
    if not unicodedata.is_normalized("NFC", text):
        for found in _LOOSE.finditer(text):
            if (joined := unicodedata.normalize("NFC", found[0])) != found[0]:
                return found[0], joined
    alone = _ALONE.search(text) or _STRUCK.search(text)
    return (alone[0], "") if alone else ("", "")


def odd_in_query(text: str) -> tuple[str, str]:
    """The same in a query, where a database would take the sign for another."""
    found = _TYPED.search(text)
    return (found[0], unicodedata.normalize("NFKC", found[0].translate(_ORDINARY))) if found else ("", "")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0].strip() if found else ""
