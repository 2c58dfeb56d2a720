"""Answers as pages, and pages as Discord embeds and as text for a terminal."""
