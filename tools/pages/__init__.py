"""Review, language to Markdown pages. Pure."""
