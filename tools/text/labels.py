"""The site's own words in both languages, from `labels.yml`."""

from __future__ import annotations

import calendar
import datetime
from functools import cache
from importlib.resources import files

import yaml

from tools.text.locale import Language


@cache
def labels(language: Language) -> dict[str, str]:
    """Name to label in one language. A missing language is a bug, and raises KeyError."""
    text = files("tools").joinpath("text/labels.yml").read_text(encoding="utf-8")
    return {name: pair[language] for name, pair in yaml.load(text, Loader=yaml.CSafeLoader).items()}


@cache
def write_date(day: datetime.date, language: Language) -> str:
    """A date as people of that language write it: 2026年11月24日, 24 November 2026."""
    return labels(language)["date"].format(year=day.year, month=day.month, day=day.day, month_name=calendar.month_name[day.month])
