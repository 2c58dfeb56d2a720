"""Building an index: from files to one published, immutable build."""
