"""The tool that turns the records of an evidence review into a bilingual website."""
