"""`build`: the site; a failed build leaves the previous one as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.appraisal.assess import Assessed
from tools.commands.options import Common, argument, number
from tools.commands.outcome import Refused
from tools.commands.reading import read_sound
from tools.edition import Edition, Publication
from tools.export import export, export_root
from tools.pages.render import page_paths, render_pages, render_root
from tools.progress import progress
from tools.site.build import BUILDERS, BuildFailed, build_site
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """Where the site goes, and how it is built."""

    out: Path | None = argument("--out", say("help.out"), default=None, read=Path)
    builder: str = argument("--builder", say("help.builder"), default="mkdocs", words=BUILDERS)
    offline: bool = argument("--offline", say("help.offline"), default=False)
    jobs: int = argument("--jobs", say("help.jobs"), default=2, read=number)

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.out or self.root / "site"


def run(options: Options, publication: Publication) -> int:
    """Check, render and build."""
    assessed = read_sound(options.root, publication.today)
    pages = {edition: _language_files(assessed, edition) for edition in publication.editions}
    root_files = _root_files(assessed, publication)
    try:
        build_site(options.root, options.site, pages, root_files, options.builder, options.jobs, options.offline)
    except BuildFailed as error:
        raise Refused(error.message, code=1, output=error.printed) from error
    except OSError as error:
        raise Refused(say("command.not-replaced", reason=str(error)), code=1) from error
    return 0


def _language_files(assessed: Assessed, edition: Edition) -> Iterator[tuple[str, str]]:
    language = edition.language
    yield from progress(f"pages, {language}", render_pages(assessed, edition), len(page_paths(assessed.review, language)))
    yield from export(assessed, edition)


def _root_files(assessed: Assessed, publication: Publication) -> Iterator[tuple[str, str]]:
    yield from render_root(assessed.review, publication).items()
    yield from export_root(assessed, publication)
