"""`build`: the site; a failed build leaves the previous one as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.appraisal.assess import Assessed
from tools.commands.options import Common, argument, number
from tools.commands.outcome import Refused
from tools.commands.reading import read_sound
from tools.commands.settings import Settings
from tools.export import export, export_root
from tools.pages.render import page_paths, render_pages, render_root
from tools.progress import progress
from tools.site.build import BUILDERS, BuildFailed, build_site
from tools.text.locale import LANGUAGES, Language
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


def run(options: Options, settings: Settings) -> int:
    """Check, render and build."""
    assessed = read_sound(options.root)
    pages = {language: _language_files(settings, assessed, language) for language in LANGUAGES}
    try:
        build_site(
            options.root, options.site, pages, _root_files(settings, assessed), settings.site_url,
            builder=options.builder, jobs=options.jobs, offline=options.offline,
        )  # fmt: skip
    except BuildFailed as error:
        raise Refused(say("command.not-built", language=error.language), code=1, output=error.printed) from error
    except OSError as error:
        raise Refused(say("command.not-replaced", reason=str(error)), code=1) from error
    return 0


def pages_of(
    settings: Settings, assessed: Assessed, language: Language, only: Collection[str] | None = None
) -> Iterator[tuple[str, str]]:
    """Path and text of the pages of one language; `only` as for `render_pages`."""
    yield from render_pages(assessed, language, settings.today, settings.site_url, settings.repo_url, only)


def _language_files(settings: Settings, assessed: Assessed, language: Language) -> Iterator[tuple[str, str]]:
    yield from progress(f"pages, {language}", pages_of(settings, assessed, language), len(page_paths(assessed.review, language)))
    yield from export(assessed.review, language, settings.site_url)


def _root_files(settings: Settings, assessed: Assessed) -> Iterator[tuple[str, str]]:
    yield from render_root(assessed.review, settings.site_url).items()
    yield from export_root(assessed, settings.today, settings.site_url)
