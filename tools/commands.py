"""What each command does: read, decide, report. Each returns an exit code: 0 fine, 1 problems found, 2 wrong usage."""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from tools import files, verify
from tools.appraisal.assess import Assessed, assess
from tools.check.article_text import split_article
from tools.check.rules import check
from tools.contribute import baseline, release
from tools.contribute.impact import RULE, impact
from tools.contribute.new_record import new_record
from tools.contribute.what_if import what_if
from tools.export import editor_schema, export, export_root
from tools.pages.render import page_paths, render_pages, render_root
from tools.progress import progress
from tools.records.beside import CLAIMS
from tools.records.claim import Review
from tools.records.explain import nearest
from tools.records.links import claim_named
from tools.records.load import load
from tools.records.problem import FORMATS, Problem
from tools.records.words import ID_PATTERN, LANGUAGES, Language
from tools.settings import Settings
from tools.site import build as site
from tools.site import server as serve

SCHEMA = "schema/claim.schema.json"


def run_check(options: argparse.Namespace, settings: Settings) -> int:
    """Every problem of the records; with `--article`, also where the article itself differs from its record."""
    original = None
    if options.article:
        try:
            original = split_article(options.article.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            return _wrong(f"{options.article} cannot be read: {error}")
    return _report(_read(options.root, settings, original)[1], options)


def run_build(options: argparse.Namespace, settings: Settings) -> int:
    """The site; a failed build leaves the previous one as it was."""
    assessed, problems = _read(options.root, settings)
    if problems or assessed is None:
        return _report(problems, options)
    pages = {language: _language_files(settings, assessed, language) for language in LANGUAGES}
    try:
        site.build_site(
            options.root, _out(options), pages, _root_files(settings, assessed), settings.site_url,
            builder=options.builder, jobs=options.jobs, offline=options.offline,
        )  # fmt: skip
    except (site.BuildFailed, OSError) as error:
        print(f"tools: nothing was replaced. {error}", file=sys.stderr)
        return 1
    return 0


def _pages(
    settings: Settings, assessed: Assessed, language: Language, only: Collection[str] | None = None
) -> Iterator[tuple[str, str]]:
    yield from render_pages(assessed, language, settings.today, settings.site_url, settings.repo_url, only)


def _language_files(settings: Settings, assessed: Assessed, language: Language) -> Iterator[tuple[str, str]]:
    yield from progress(f"pages, {language}", _pages(settings, assessed, language), len(page_paths(assessed.review, language)))
    yield from export(assessed.review, language, settings.site_url)


def _root_files(settings: Settings, assessed: Assessed) -> Iterator[tuple[str, str]]:
    yield from render_root(assessed.review, settings.site_url).items()
    yield from export_root(assessed, settings.today, settings.site_url)


def run_serve(options: argparse.Namespace, settings: Settings) -> int:
    """The site on this machine; an edit shows at once, and a fault in it on the page."""
    from tools.site import live  # brings MkDocs into this process, which no other command needs

    if (code := run_build(options, settings)) and not _out(options).is_dir():
        return code
    shown = serve.Shown()
    try:
        serve.start_server(_out(options), options.port, shown)
    except OSError as error:
        return _wrong(f"port {options.port} cannot be used: {error.strerror}. Try --port.")
    build = [sys.executable, "-m", "tools", "build", "--root", str(options.root), "--out", str(_out(options))]
    build += ["--builder", options.builder, "--jobs", str(options.jobs), *(["--offline"] if options.offline else [])]
    build += ["--language", options.language]
    loop = live.Live(options.root, shown, partial(_pages, settings), build, settings, options.language)
    loop.run(serve.edits(options.root), f"Serving http://127.0.0.1:{options.port}/ (Ctrl-C ends it)")
    return 0


def run_release(options: argparse.Namespace, settings: Settings) -> int:
    """Freeze the current version of a claim and open the next."""
    assessed, problems = _read(options.root, settings)
    if problems or assessed is None:
        return _report(problems, options)
    if (claim_id := claim_named(options.id, assessed.review)) is None:
        return _no_claim(options.id, assessed.review)
    change = {language: release.asked(getattr(options, f"change_{language}"), language) for language in LANGUAGES}
    if not all(change.values()):
        return _wrong("nothing was frozen. Say in both languages what the next version changes.")
    try:
        version = release.release(options.root, assessed, claim_id, change, settings.today)
    except OSError as error:
        print(f"tools: the version was not frozen: {error}", file=sys.stderr)
        return 1
    print(f"Version {version - 1} of {claim_id} is frozen. Version {version} is open: edit claims/{claim_id}.yml.")
    return 0


def run_new(options: argparse.Namespace, settings: Settings) -> int:
    """A commented record for a new claim; with a DOI or a PMID, the entry of a source instead."""
    if options.from_doi or options.from_pmid:
        return run_entry(options, settings)
    if options.id is None or options.topic is None:
        return _wrong("`new` needs the id of a claim and its --topic, or --from-doi or --from-pmid.")
    review, problems = load(options.root)
    if review is None:
        return _report(problems, options)
    path = options.root / CLAIMS / f"{options.id}.yml"
    if not re.match(ID_PATTERN, options.id):
        return _wrong(f"`{options.id}` is no id. Write lower-case words with hyphens, such as tea-calms-mice.")
    if path.exists():
        return _wrong(f"{path} is there already. Edit it, or choose another id.")
    if options.topic not in review.vocabulary.topic:
        known = ", ".join(review.vocabulary.topic)
        return _wrong(f"`{options.topic}` is no topic. Use one of: {known} (`--topic`).")
    files.write(path, new_record(review, options.id, options.topic, settings.today))
    print(f"{path}: answer its questions, then run `make check`.")
    return 0


def run_verify(options: argparse.Namespace, settings: Settings) -> int:
    """References against the registries, or the documented searches again; needs the network."""
    review, problems = load(options.root)
    if review is None:
        return _report(problems, options)
    web = verify.open_web(options.root, use_cache=not options.no_cache)
    if options.searches:
        return verify.verify_searches(review, web, options.format)
    return verify.verify(review, options.keys, web, options.format)


def run_entry(options: argparse.Namespace, settings: Settings) -> int:
    """The BibTeX entry of a DOI or a PMID, from the registries, with what could not be confirmed left open."""
    review, problems = load(options.root)
    if review is None:
        return _report(problems, options)
    web = verify.open_web(options.root)
    try:
        if options.from_doi:
            sys.stdout.write(verify.entry_from_doi(options.from_doi, web, review.references))
        else:
            sys.stdout.write(verify.entry_from_pmid(options.from_pmid, web, review.references))
    except verify.NotKnown as error:
        print(f"tools: {error}", file=sys.stderr)
        return 1
    except verify.NoAnswer as error:
        print(f"tools: {error}. Try again later, or write the entry by hand: CONTRIBUTING.md shows one.", file=sys.stderr)
        return 1
    return 0


def run_schema(options: argparse.Namespace, settings: Settings) -> int:
    """Write the JSON Schema of claim records anew."""
    review, problems = load(options.root)
    if review is None:
        return _report(problems, options)
    files.write(options.root / SCHEMA, editor_schema(review))
    return 0


def run_diff(options: argparse.Namespace, settings: Settings) -> int:
    """What the working tree changes against a revision, as Markdown for a pull request."""
    new, problems = load(options.root)
    if new is None:
        return _report(problems, options)
    try:
        with tempfile.TemporaryDirectory() as folder:
            baseline.extract(options.root, options.base, Path(folder))
            old, _ = load(Path(folder))
            touched = baseline.changed_files(options.root, options.base)
            asked = any(path.startswith(RULE) for path in touched)
            by_old_rule = baseline.ceilings_by_its_rule(Path(folder), options.root) if asked else {}
    except baseline.NoBaseline as error:
        return _wrong(f"`{options.base}` cannot be compared with: {error}")
    if old is None:
        return _wrong(f"the records at `{options.base}` cannot be read.")
    sys.stdout.write(impact(assess(old), assess(new), touched, by_old_rule))
    return 0


def run_assess(options: argparse.Namespace, settings: Settings) -> int:
    """What the level rule says of every claim, as JSON for another program."""
    review, problems = load(options.root)
    if review is None:
        return _report(problems, options)
    print(json.dumps({i: {"level": one.claim.level, "ceiling": one.ceiling} for i, one in assess(review).claims.items()}))
    return 0


def run_what_if(options: argparse.Namespace, settings: Settings) -> int:
    """What one more study would do to a claim's ceiling."""
    review, problems = load(options.root)
    if review is None:
        return _report(problems, options)
    if (claim_id := claim_named(options.id, review)) is None:
        return _no_claim(options.id, review)
    for kind in ("design", "species"):
        word, known = getattr(options, kind), getattr(review.vocabulary, kind)
        if word not in known:
            return _wrong(f"`{word}` is no {kind}.{nearest(word, known)} Known: {', '.join(known)}.")
    study = (options.design, options.species, options.direction, options.direct, options.n)
    sys.stdout.write(what_if(assess(review), claim_id, *study))
    return 0


def _read(root: Path, settings: Settings, original: Mapping[str, str] | None = None) -> tuple[Assessed | None, list[Problem]]:
    review, problems = load(root)
    assessed = assess(review) if review else None
    return assessed, problems + (check(assessed, settings.today, original) if assessed else [])


def _out(options: argparse.Namespace) -> Path:
    out: Path = options.out or options.root / "site"
    return out


def _report(problems: list[Problem], options: argparse.Namespace) -> int:
    sys.stderr.write(FORMATS[options.format](problems, options.language))
    return 1 if problems else 0


def _no_claim(claim_id: str, review: Review) -> int:
    return _wrong(f"there is no claim `{claim_id}`.{nearest(claim_id, review.claims)}")


def _wrong(message: str) -> int:
    print(f"tools: {message}", file=sys.stderr)
    return 2
