"""Articles that are added to the corpus, and removed from it, while the bot runs."""
