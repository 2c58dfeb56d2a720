"""Fetching a page that an admin names, from the public internet and nowhere else."""
