"""The least that any builder on Python-Markdown does: `python -m benchmarks.floor CONFIG STAGED OUT`.

The same pages through the same extensions, into a page of a few lines by Jinja. No navigation, no links checked, no theme.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2 import Template
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

PAGE = Template("<!doctype html><html><head><title>{{ title }}</title></head><body>{{ content }}</body></html>")

if __name__ == "__main__":
    config, staged, out = load_config(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    for source in staged.rglob("*.md"):
        text, meta = get_data(source.read_text(encoding="utf-8"))
        content = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs).convert(text)
        target = out / source.relative_to(staged).with_suffix("") / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(PAGE.render(title=meta["title"], content=content), encoding="utf-8")
