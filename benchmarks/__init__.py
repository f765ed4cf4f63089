"""What the program costs, as ratios to named peers. Scripts, not tests: they print, and never fail on a time."""
