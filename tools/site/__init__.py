"""The builders, the local server and the loop of an edit."""
