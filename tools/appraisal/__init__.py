"""The level rule, and what it says of a claim. Pure."""
