"""For contributors: a new record, what a change means, a version that is kept."""
