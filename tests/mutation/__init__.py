"""Whether the tests of the rule would see a slip in it: `python -m tests.mutation [MODULE…]`.

Each condition and each number of `tools/appraisal` is changed in turn, and those of the rule's data (clinical.yml); after each
change a quick test has to fail. Exits with 1 where a change survives that is not known to mean the same.
"""
