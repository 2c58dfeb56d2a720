"""Finding the units of a build that match a question."""
