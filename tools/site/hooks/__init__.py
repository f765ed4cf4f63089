"""Hooks that MkDocs loads; they import nothing of ours."""
