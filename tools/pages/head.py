"""What stands in a page's head for reference managers, search engines and harvesters, all of it from the records. Pure.

A page is modelled as a section of an online book: of the models that reference managers know, it alone keeps the version and
the name of the review. The site as a whole has no identifier in a claim's tags; the studies of a claim are named in the
JSON-LD and not as COinS, which would take the place of the claim.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from tools.cite.csl import abstract, group_as_author, standing_line
from tools.edition import put_at
from tools.pages.standing import standing
from tools.pages.templating import Templates, environment
from tools.pages.versions import edition
from tools.pages.views import last_reviewed
from tools.records.claim import Review
from tools.records.frozen import Frozen
from tools.records.words import LANGUAGES, Language
from tools.text.labels import labels

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# What a page may load: itself. The style sheet draws icons from data. The site's _headers say the same; this serves hosts that
# cannot set headers. Linked data is the one inline script, named by its hash.
POLICY = (
    "default-src 'self'; script-src 'self'{hash}; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
)
LOCALES = {"ja": "ja_JP", "en": "en_GB"}
_GRAPH = re.compile(r'<script type="application/ld\+json">(.*)</script>')
DATA_TYPES = {"csl.json": "application/vnd.citationstyles.csl+json", "ris": "application/x-research-info-systems"}


@dataclass(frozen=True)
class Head:
    """What the head of a page says of it, wherever the site is and whatever becomes of the page.

    Attributes:
        path: its address below the language, such as `method/`.
        abstract: what it says, where that is more than the description.
        version, short: of a claim, the words for its version, and its code.
        permanent: the address of the version, "" for a page without versions.
        data: the address of its record in other formats, without the ending.
        graph: the page as linked data.
    """

    path: str
    title: str
    description: str
    published: datetime.date
    modified: datetime.date
    abstract: str = ""
    version: str = ""
    short: str = ""
    permanent: str = ""
    data: str = ""
    graph: Markup | None = None


@dataclass(frozen=True)
class Place:
    """Where a page stands among others, which may change after it was written: addresses below the language, "" for none.

    Attributes:
        canonical: the address that search engines are to keep.
        newest: of an old version, the live page.
        earlier, later: the versions before and after this one.
        history: where all versions are listed.
    """

    canonical: str
    newest: str = ""
    earlier: str = ""
    later: str = ""
    history: str = ""


def page_head(templates: Templates, path: str, title: str, description: str, canonical: str | None = None) -> Markup:
    """The head of a page that is no claim. `path` is its address below the language, such as `method/`."""
    day = last_reviewed(templates.review)
    said = _said(templates, Head(path, title, description, published=day, modified=day))
    return placed(templates, said, Place(path if canonical is None else canonical))


def titled(said: str, before: str) -> str:
    """What a head says, with something before the title by which it is cited and shown."""
    return re.sub(r'(?<=<meta )((?:name="citation_title|property="og:title)" content=")', rf"\g<1>{escape(before)}", said)


def claim_head(templates: Templates, claim_id: str, facts: Frozen, *, versioned: bool) -> str:
    """What the head of a claim's page says of it, at no address yet. The page is the live one, or (`versioned`) a version."""
    language = templates.language
    live = f"claims/{claim_id}/"
    permanent = f"{live}v{facts.version}/"
    path, name = (permanent, f"{claim_id}.v{facts.version}") if versioned else (live, claim_id)
    told = abstract(templates.review, facts, language)
    head = Head(
        path,
        facts.title[language],
        f"{standing_line(templates.review, facts, language)} {facts.short[language]}",
        published=facts.date,
        modified=facts.reviewed,
        abstract=told,
        version=edition(facts.version, language),
        short=facts.code,
        permanent=permanent,
        data=f"data/claims/{name}.{language}.",
        graph=_graph(templates, claim_id, facts, path, told),
    )
    return _said(templates, head)


def placed(templates: Templates, said: str, place: Place) -> Markup:
    """A whole head: what the page says of itself, at the address of this build, and where it stands."""
    here = templates.edition
    said = put_at(said, here.site_url)
    graph = _GRAPH.search(said)
    rendered = environment().get_template("parts/head-place.html").render(
        language=templates.language,
        book=templates.review.article.review.title[templates.language],
        own=here.public(place.canonical),
        alternates={one.language: one.public(place.canonical) for one in here.editions},
        feed=here.public("feed.xml"),
        relations={name: here.public(path) for name, path in _relations(place).items() if path},
        policy=POLICY.format(hash=f" 'sha256-{_hash(graph[1])}'" if graph else ""),
    )  # fmt: skip
    return Markup(rendered) + Markup(said)


def _relations(place: Place) -> Mapping[str, str]:
    """The link relations of RFC 5829."""
    return {
        "latest-version": place.newest,
        "predecessor-version": place.earlier,
        "successor-version": place.later,
        "version-history": place.history,
    }


def _said(templates: Templates, head: Head) -> str:
    here, imprint = templates.edition.anywhere, templates.review.article.review
    return environment().get_template("parts/head.html").render(
        head=head,
        language=templates.language,
        locale=LOCALES[templates.language],
        book=imprint.title[templates.language],
        author=group_as_author(imprint.author[templates.language]),
        publisher=imprint.author[templates.language],
        licence=LICENCE,
        permanent=here.at(head.permanent or head.path),
        data={kind: here.file(f"{head.data}{ending}") for ending, kind in DATA_TYPES.items() if head.data},
    )  # fmt: skip


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _graph(templates: Templates, claim_id: str, facts: Frozen, path: str, told: str) -> Markup:
    """The page as linked data, on one line; a local build leaves it out, since it has no addresses to name things by."""
    review, language, here = templates.review, templates.language, templates.edition.anywhere
    address = here.at(path)
    other = next(lang for lang in LANGUAGES if lang != language)
    group = {"@type": "Organization", "name": review.article.review.author[language]}
    page = {
        "@type": "MedicalWebPage",
        "@id": address,
        "url": address,
        "name": facts.title[language],
        "headline": facts.title[language],
        "abstract": told,
        "inLanguage": language,
        "version": str(facts.version),
        "datePublished": facts.date.isoformat(),
        "dateModified": facts.reviewed.isoformat(),
        "lastReviewed": facts.reviewed.isoformat(),
        "author": group,
        "publisher": group,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "@id": here.at(""), "name": review.article.review.title[language]},
        "workTranslation": {"@id": here.edition(other).at(path)},
        "identifier": {"@type": "PropertyValue", "propertyID": "claim code", "value": facts.code},
        "citation": [_study(review, item.ref) for item in facts.evidence if item.ref in review.references],
        "publishingPrinciples": here.at("method/"),
    }
    graph = [page]
    claim = review.claims[claim_id]
    if claim.said:
        page["mainEntity"] = {"@id": f"{address}#appraisal"}
        graph.append(_review_of_the_claim(templates, claim_id, facts, address, group))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _study(review: Review, ref: str) -> Mapping[str, object]:
    source = review.references[ref]
    kind = "ScholarlyArticle" if source.doi or source.pmid else "CreativeWork"
    found: dict[str, object] = {"@type": kind, "name": source.title}
    if source.link:
        found |= {"@id": source.link, "url": source.link}
    if source.year:
        found["datePublished"] = str(source.year)
    return found


def _review_of_the_claim(templates: Templates, claim_id: str, facts: Frozen, address: str, group: object) -> dict[str, object]:
    review, language = templates.review, templates.language
    claim, article = review.claims[claim_id], review.article
    return {
        "@type": "ClaimReview",
        "@id": f"{address}#appraisal",
        "url": address,
        "claimReviewed": claim.statement[language],
        "datePublished": facts.date.isoformat(),
        "author": group,
        "inLanguage": language,
        "itemReviewed": {
            "@type": "Claim",
            "name": facts.title[language],
            "text": claim.statement[language],
            "appearance": {
                "@type": "Article",
                "url": article.url,
                "name": article.title[language],
                "publisher": {"@type": "Organization", "name": article.publisher[language]},
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": standing(review, facts, language),
            "ratingExplanation": _explanation(review, facts, language),
        },
    }


def _explanation(review: Review, facts: Frozen, language: Language) -> str:
    """What the word of the rating means. It has no number: whoever reads ClaimReview takes the lowest of a scale for "false"."""
    t, definition = labels(language), review.vocabulary.level[facts.level].definition[language]
    if facts.is_description:
        return f"{t['fact_note']} {definition}"
    return f"{t['rating_note']} {definition}"
