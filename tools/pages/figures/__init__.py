"""Pictures as SVG inside the pages: drawn at build time, in the page's language, coloured by the page's own style sheet. Pure."""

from __future__ import annotations

from tools.pages.figures.argument_map import argument_map
from tools.pages.figures.evidence_map import evidence_map
from tools.pages.figures.forest import forest_panels
from tools.pages.figures.ladder import ladder, rungs, sheet
from tools.pages.figures.natural_frequencies import natural_frequencies
from tools.pages.figures.wording_scale import wording_scale

__all__ = ["argument_map", "evidence_map", "forest_panels", "ladder", "natural_frequencies", "rungs", "sheet", "wording_scale"]
