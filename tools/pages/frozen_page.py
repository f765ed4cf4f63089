"""What is kept of a version's page when it is published, and shown till then: what stands on it, and in its head. Pure.

Neither knows the site's address, the day, or what comes after: those are put around it by each build.
"""

from __future__ import annotations

from tools.appraisal.assess import Assessed
from tools.cite.styles import citation_texts
from tools.edition import Edition
from tools.pages.head import claim_head
from tools.pages.templating import Templates
from tools.pages.versions import snapshot
from tools.records.frozen import Frozen
from tools.records.words import LANGUAGES, Language

LIVE, VERSION = "../../", "../../../"  # from /claims/<id>/ and from /claims/<id>/v1/ to the language's root
ROOT = "\0"  # stands for either while what both pages say is rendered once; no text can hold it
FORMATS = {"RIS": "ris", "EndNote": "enw", "BibTeX": "bib", "CSL-JSON": "csl.json"}


def frozen_pages(assessed: Assessed, claim_id: str) -> dict[str, str]:
    """Ending to text of what is kept of the current version's pages, in both languages."""
    facts = snapshot(assessed, claim_id)
    files: dict[str, str] = {}
    for language in LANGUAGES:
        templates = Templates(assessed, Edition(facts.reviewed, language=language))
        files |= frozen_page(templates, claim_id, facts, content_of(templates, claim_id))
    return files


def frozen_page(templates: Templates, claim_id: str, facts: Frozen, content: str) -> dict[str, str]:
    """The same in one language: `en.md` and `en.html`; `content` is that of `content_of`."""
    language = templates.language
    text = f"{content}\n{record_of_page(templates, claim_id, facts, versioned=True)}".replace(ROOT, VERSION)
    return {f"{language}.md": text, f"{language}.html": claim_head(templates, claim_id, facts, versioned=True)}


def content_of(templates: Templates, claim_id: str) -> str:
    """What a version says; `ROOT` stands where a link leads to the language's root."""
    claim = templates.review.claims[claim_id]
    view = templates.assessed.claims[claim_id]
    content = templates.render("claim-content.md", ROOT, claim_id=claim_id, claim=claim, view=view).strip()
    return f"<!-- content of version {claim.version} -->\n\n{content}\n\n<!-- end of content -->\n"


def record_of_page(templates: Templates, claim_id: str, facts: Frozen, *, versioned: bool) -> str:
    """How a version is cited, and its record, at no address yet; `ROOT` stands as in `content_of`."""
    review, language, here = templates.review, templates.language, templates.edition.anywhere
    published = review.published(claim_id)
    return templates.render(
        "claim-record.md",
        ROOT,
        claim=review.claims[claim_id],
        facts=facts,
        citations=citation_texts(review, facts, language, here.version(claim_id, facts.version)),
        downloads=_downloads(f"{claim_id}.v{facts.version}" if versioned else claim_id, language),
        short_address=here.short(facts.code),
        home=lambda version: published[version][0] if version in published else claim_id,
    )


def _downloads(name: str, language: Language) -> dict[str, list[tuple[str, str]]]:
    return {
        "page": [(form, f"{name}.{language}.{ending}") for form, ending in FORMATS.items()],
        "studies": [(form, f"{name}.references.{ending}") for form, ending in FORMATS.items()],
    }
