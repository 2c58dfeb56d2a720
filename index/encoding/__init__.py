"""Texts to vectors: which model, what runs it, and where its export lies."""
