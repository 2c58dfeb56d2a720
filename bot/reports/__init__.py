"""What admins read page by page: the articles, the questions in vain, and what was voted down."""
