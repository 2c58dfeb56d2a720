"""Files and folders to articles: text, blocks, title, outlet, date."""
