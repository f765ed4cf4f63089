"""What one file cannot know: the rules over the whole review."""
