"""Levels, certainties, flags and numbers of people once more, from the files alone: YAML, BibTeX, the vocabulary.

Written from the description of the method, with nothing of the program that computes them.
`python -m tests.recompute FOLDER` prints what it finds.
"""
