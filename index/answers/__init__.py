"""From a question over a snapshot to an answer with citations."""
