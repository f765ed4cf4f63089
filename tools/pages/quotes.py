"""What a hand-written page asks of an outcome, as it stands on the page: a number, a word, or a picture of 100 people. Pure."""

from __future__ import annotations

from markupsafe import Markup

from tools.appraisal.quoted import PICTURE, Quoted, quote
from tools.pages.figures import Pictures
from tools.pages.templating import Templates
from tools.records.words import Language
from tools.text.labels import labels


def quoted(templates: Templates, asked: str) -> str:
    """The answer to what stands between the braces of a page; nothing where there is none, which `check` has refused."""
    found = quote(asked, templates.assessed, templates.language)
    return str(_picture(templates, found)) if found.what == PICTURE and not found.fault else found.text


def _picture(templates: Templates, found: Quoted) -> Markup:
    """The picture with what it shows: the outcome, the people, the time, how sure it is."""
    if found.judged is None or found.one is None:
        return Markup()
    drawn = Pictures(templates.assessed, templates.language).of_a_hundred(found.judged, found.one)
    caption = Markup("<strong>{}</strong>{}{}").format(
        found.one.word.label[templates.language], labels(templates.language)["list_colon"], _caption(templates, found)
    )
    return Markup('<figure class="picture"><figcaption>{}</figcaption>{}</figure>').format(caption, drawn)


def _caption(templates: Templates, found: Quoted) -> str:
    language: Language = templates.language
    t, one, pico = labels(language), found.one, found.judged.claim.pico if found.judged else None
    people = pico.people[language] if pico else ""
    if one is None or one.result.rating is None:
        return people
    if one.result.people:
        people = t["pictured_of"].format(people=people, count=f"{one.result.people:,}")
    word = templates.review.vocabulary.certainty[one.result.rating].label[language]
    return t["pictured"].format(people=people, at=t[f"at_{one.outcome.at}"], certainty=word if language == "ja" else word.lower())
