"""Builds on disk: their folders, what each consists of, and the database inside."""
