"""The site's own words, and a record's text as safe HTML."""
