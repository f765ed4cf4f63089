"""Files to records, and faults to sentences."""
